"""Misspelt words understood: the nearest words that names have. Bounded, by an index over distinct words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from django.db import connection

from collection.models import SearchWord
from collection.search.words import is_gram
from collection.search.words.sounds import sound

SHORTEST, MOST = 3, 4  # letters of a word that may be misspelt, and such words in one question
CANDIDATES = 16  # words like each, of which the nearest are tried
MOST_TRIED = 6  # questions
_ALLOWED = ((4, 1), (7, 2))  # a word up to so many letters may be so many changes away
_ALLOWED_LONG = 3
_LONGEST = 60

_NEAREST = """
SELECT DISTINCT a.asked, n.word FROM unnest(%s::text[], %s::text[]) a (asked, sound) CROSS JOIN LATERAL (
    (SELECT w.word FROM collection_searchword w WHERE w.word %% a.asked ORDER BY similarity(w.word, a.asked) DESC, w.word LIMIT %s)
    UNION (SELECT w.word FROM collection_searchword w WHERE w.sound = a.sound AND a.sound <> ''
        ORDER BY similarity(w.word, a.asked) DESC, w.word LIMIT %s)
) n
"""
# The word begins a known one, or stands in a text.
_KNOWN = """
SELECT a.asked FROM unnest(%s::text[], %s::text[]) a (asked, pattern)
WHERE EXISTS (SELECT 1 FROM collection_searchword w WHERE w.word LIKE a.pattern)
"""

_FORGET = """
DELETE FROM collection_searchword w WHERE w.word = ANY(%s) AND NOT EXISTS (
    SELECT 1 FROM collection_searchdocument d WHERE d.words @@ quote_literal(w.word)::tsquery)
"""


def learn(words: Iterable[str]) -> None:
    """Remember words of names. Two queries; no word is locked, so that no two deeds wait for each other."""
    new = {
        word
        for word in words
        if SHORTEST <= len(word) <= _LONGEST and word.isalpha() and not is_gram(word[0])
    }
    new -= set(SearchWord.objects.filter(word__in=new).values_list("word", flat=True))
    SearchWord.objects.bulk_create(
        [SearchWord(word=word, sound=sound(word)) for word in sorted(new)], batch_size=5000
    )


def forget(words: Iterable[str]) -> None:
    """Remove words of names that no document has any more, so that none of them can be suggested."""
    with connection.cursor() as cursor:
        cursor.execute(_FORGET, [sorted(set(words))])


def known(words: Iterable[str]) -> set[str]:
    """Those that are a word of a name or begin one. One query."""
    asked = sorted(set(words))
    with connection.cursor() as cursor:
        cursor.execute(_KNOWN, [asked, [f"{_plain(word)}%" for word in asked]])
        return {word for (word,) in cursor.fetchall()}


def written_together(words: list[str]) -> set[str]:
    """Which neighbours among the words are one known word: todai, ji → todaiji. One query."""
    joined = {"".join(words[at : at + length]) for length in (2, 3) for at in range(len(words) - length + 1)}
    found = SearchWord.objects.filter(word__in=joined).values_list("word", flat=True)
    return set(found)


def nearest(words: Iterable[str]) -> dict[str, list[str]]:
    """word → known words near to it, the nearest first. One query."""
    asked = list(dict.fromkeys(words))
    found: dict[str, list[tuple[int, str]]] = {word: [] for word in asked}
    with connection.cursor() as cursor:
        cursor.execute(_NEAREST, [asked, [sound(word) for word in asked], CANDIDATES, CANDIDATES])
        for word, other in cursor.fetchall():
            apart = distance(word, other)
            if 0 < apart <= _allowed(word):
                found[word].append((apart + (word[0] != other[0]), other))
    return {word: [other for _apart, other in sorted(others)] for word, others in found.items()}


def corrections(words: list[str]) -> list[dict[str, str]]:
    """Ways to write misspelt words, the likeliest first; at most MOST_TRIED. Empty if one of them is like no word."""
    asked = [word for word in words if len(word) >= SHORTEST][:MOST]
    if not asked or len(asked) < len(words):
        return []
    near = nearest(asked)
    ways = product(*(enumerate(near[word][:MOST_TRIED]) for word in asked))
    ranked = sorted(ways, key=lambda way: sum(place for place, _word in way))[:MOST_TRIED]
    return [dict(zip(asked, (word for _place, word in way), strict=True)) for way in ranked]


def _allowed(word: str) -> int:
    return next((changes for letters, changes in _ALLOWED if len(word) <= letters), _ALLOWED_LONG)


def _plain(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def distance(one: str, other: str) -> int:
    """Letters to change, add, leave out or swap with their neighbour (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [at]
        for place, wanted in enumerate(other, start=1):
            cost = min(row[-1] + 1, before[place] + 1, before[place - 1] + (letter != wanted))
            if at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == wanted:
                cost = min(cost, earlier[place - 2] + 1)
            row.append(cost)
    return row[-1]
