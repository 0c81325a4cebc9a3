"""Names typed in a script that no record has them in, by the names in Latin letters that sound like them.

Ρέμπραντ is Rembrandt, はせがわとうはく Hasegawa Tohaku, นาฏราช Nataraja: what is typed is spelled in Latin letters, and
words of names with the same consonants are compared with that. Scripts that leave vowels out are compared by their
consonants alone.
"""

from __future__ import annotations

from itertools import product

from django.db import connection

from collection.models import SearchWord
from collection.search.asking import parts_of
from collection.search.spelling import distance, nearest
from collection.search.words import fold, runs
from collection.search.words.latin import is_abjad, spelled, tells_vowels
from collection.search.words.sounds import consonants, plainly, sound

MOST_WORDS, MOST_TRIED = 6, 6  # words of another script in a question; questions tried
_CANDIDATES = 24  # words that sound alike
_BEST = 3  # of them are tried
_SHORTEST_SOUND = 2  # consonants
_SHORTEST_TOLD, _SHORTEST_UNTOLD = 4, 5  # where only consonants are told; where not even their voice is
_SHORTEST_NAME = 3  # letters of each name in names written as one
_SHORTEST_BOTH, _SHORTEST_BOTH_UNTOLD = 8, 6  # and of both
_MOST_PARTS = 2000
_ALLOWED = ((4, 0), (6, 1), (9, 2))  # a name of so many letters may be so far away
_ALLOWED_LONG = 3
_ALIKE = """
SELECT a.sound, n.word FROM unnest(%s::text[], %s::text[]) a (sound, spelt) CROSS JOIN LATERAL (
    SELECT w.word FROM collection_searchword w WHERE w.sound = a.sound
    ORDER BY similarity(w.word, a.spelt) DESC, w.word LIMIT %s
) n
"""


def in_latin(words: str) -> list[str]:
    """What was typed with names in Latin letters for words of other scripts, the likeliest first. Two queries a word."""
    choices: list[list[str]] = []
    strange = 0
    for part in parts_of(words):
        text = f'"{part.text}"' if part.is_phrase else part.text
        found = [run for run, _grams in runs(fold(part.text)) if not run.isascii()]
        names = (
            []
            if part.is_phrase or part.is_excluded or len(found) != 1 or strange >= MOST_WORDS
            else _names(found[0])
        )
        strange += bool(names)
        choices.append([*names, text] if names else [f"-{text}" if part.is_excluded else text])
    if not strange:
        return []
    ways = sorted(
        product(*(list(enumerate(choice)) for choice in choices)), key=lambda way: sum(n for n, _word in way)
    )
    return [" ".join(word for _n, word in way) for way in ways[:MOST_TRIED]]


def _names(word: str) -> list[str]:
    """The names that a word may be, the nearest first."""
    spelt = spelled(word)
    if not spelt:
        return []
    near = _near(word, spelt)
    if not near or near[0][0]:
        near = sorted(near + _several(word, spelt))
    return list(dict.fromkeys(name for _apart, name in near))[:_BEST]


def _near(word: str, spelt: tuple[str, ...]) -> list[tuple[int, str]]:
    """(how far away, name): those that sound alike, and those spelled alike."""
    asked = {found: form for form in spelt if len(found := sound(form)) >= _SHORTEST_SOUND}
    with connection.cursor() as cursor:
        cursor.execute(_ALIKE, [list(asked), list(asked.values()), _CANDIDATES])
        alike = [name for _sound, name in cursor.fetchall()]
    near = {name: apart for name in alike if (apart := _apart(word, spelt, name)) is not None}
    if tells_vowels(word):
        for names in nearest(spelt).values():
            near |= {
                name: distance(plainly(spelt[0]), plainly(name)) for name in names[:_BEST] if name not in near
            }
    return sorted((apart, name) for name, apart in near.items())


def _apart(word: str, spelt: tuple[str, ...], name: str) -> int | None:
    """How far a name is from what was typed; None if it is another."""
    least = min(distance(plainly(form), plainly(name)) for form in spelt)
    if tells_vowels(word):
        return least if least <= _allowed(name) else None
    told = consonants(name)
    same = len(told) >= _SHORTEST_TOLD and any(consonants(form) == told for form in spelt)
    return least if same or (not is_abjad(word) and len(sound(name)) >= _SHORTEST_UNTOLD) else None


def _allowed(name: str) -> int:
    return next((changes for letters, changes in _ALLOWED if len(name) <= letters), _ALLOWED_LONG)


def _several(word: str, spelt: tuple[str, ...]) -> list[tuple[int, str]]:
    """Two names written as one: hasegawatohaku, shahajahan; nadrshah, of which only the consonants are told."""
    least = _SHORTEST_BOTH if tells_vowels(word) else _SHORTEST_BOTH_UNTOLD
    if not (tells_vowels(word) or is_abjad(word)):
        return []
    ways = {(form[:at], form[at:]) for form in spelt if len(form) >= least for at in range(3, len(form) - 2)}
    known: dict[str, list[str]] = {}
    rows = SearchWord.objects.filter(
        sound__in={found for way in ways for part in way if (found := sound(part))}
    )
    for found, name in rows.order_by("word").values_list("sound", "word")[:_MOST_PARTS]:
        if len(name) >= _SHORTEST_NAME:
            known.setdefault(found, []).append(name)
    near = []
    for first, last in ways:
        for one, other in product(known.get(sound(first), ()), known.get(sound(last), ())):
            if _is_part(word, first, one) and _is_part(word, last, other):
                near.append((1, f"{one} {other}"))
    return sorted(near)[:_BEST]


def _is_part(word: str, form: str, name: str) -> bool:
    """Whether a name is one part of a word, of which it may have another vowel at the end."""
    if not tells_vowels(word):
        return consonants(form) == consonants(name)
    return plainly(name) in (plainly(form), plainly(form).removesuffix("a"))
