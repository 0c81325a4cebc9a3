"""Words written as one that are several: 高麗青磁 = 高麗 + 青磁, Kraakporzellan = kraak + porzellan."""

from __future__ import annotations

from django.db import connection

from collection.models import SearchWord
from collection.search.asking import Part, clause_of, parts_of
from collection.search.words import fold, runs
from collection.search.words.cutting import kind_of

LONGEST = 40  # signs or letters of a word that is taken apart
MOST = 4  # such words in one question
_SHORTEST_PART, _SHORTEST_COMPOUND = 4, 8  # letters
_SHORTEST_PIECE = {"han": 2, "hangul": 2, "kana": 3}
_SHORTEST_OTHER = 4  # signs: two of Thai or Khmer are less than a syllable
_LINKS = ("", "s", "es", "n", "en", "er", "e")
_AT_LEAST_ONE_WORD = """
SELECT a.n FROM unnest(%s::int[], %s::text[]) a (n, query)
WHERE EXISTS (SELECT 1 FROM collection_searchdocument d WHERE d.words @@ a.query::tsquery) ORDER BY a.n DESC LIMIT 1
"""


def taken_apart(words: str) -> str:
    """What was typed with such words in the pieces that works have; empty if there are none. A bounded number of queries."""
    found, changed = [], 0
    for part in parts_of(words):
        text = f'"{part.text}"' if part.is_phrase else part.text
        pieces = [] if part.is_phrase or part.is_excluded or changed >= MOST else _pieces(part.text)
        changed += bool(pieces)
        found.append(" ".join(pieces) if pieces else f"-{text}" if part.is_excluded else text)
    return " ".join(found) if changed else ""


def _pieces(text: str) -> list[str]:
    """The pieces of one word; empty if it is not made of any."""
    found = runs(fold(text))
    if len(found) != 1:
        return [run for run, _grams in found] if any(grams for _run, grams in found) else []
    run, grams = found[0]
    if len(run) > LONGEST:
        return []
    return _of_signs(run) if grams else _of_letters(run)


def _of_signs(run: str) -> list[str]:
    """From the left, the longest piece that stands in a text; signs between such pieces stand alone."""
    pieces: list[str] = []
    at = 0
    while at < len(run):
        size = _longest(run, at)
        if not size and pieces and _is_left_over(pieces[-1], run[at]):
            pieces[-1] += run[at]
        else:
            pieces.append(run[at : at + (size or 1)])
        at += size or 1
    return pieces if len(pieces) > 1 else []


def _is_left_over(before: str, sign: str) -> bool:
    """A sign that alone says nothing goes with what stands before it and is no piece either."""
    return kind_of(sign) not in _SHORTEST_PIECE and len(before) < _SHORTEST_OTHER


def _longest(run: str, at: int) -> int:
    least = _SHORTEST_PIECE.get(kind_of(run[at]), _SHORTEST_OTHER)
    sizes = [size for size in range(least, len(run) - at + 1) if size < len(run)]
    queries = [clause_of(Part(run[at : at + size], False, False)).query for size in sizes]
    with connection.cursor() as cursor:
        cursor.execute(_AT_LEAST_ONE_WORD, [sizes, queries])
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def _of_letters(word: str) -> list[str]:
    """Two words of names, perhaps with an ending of the first between them. One query."""
    if len(word) < _SHORTEST_COMPOUND or not word.isalpha():
        return []
    ways = [
        (word[:at].removesuffix(link), word[at:])
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
        for link in _LINKS
        if word[:at].endswith(link) and at - len(link) >= _SHORTEST_PART
    ]
    parts = {part for way in ways for part in way}
    known = set(SearchWord.objects.filter(word__in=parts).values_list("word", flat=True))
    fitting = [way for way in ways if known.issuperset(way)]
    return list(max(fitting, key=lambda way: len("".join(way)))) if fitting else []
