"""Brahmic scripts in Latin letters as names are commonly written: अशोक → ashoka and ashok, நடராசர் → natarajar.

The blocks of these scripts in Unicode follow one plan (that of ISCII), so that one table of places serves nine scripts.
"""

from __future__ import annotations

from functools import lru_cache

_FIRST, _END, _BLOCK = 0x0900, 0x0D80, 0x80  # Devanagari … Malayalam
_CONSONANTS = (
    "k kh g gh n ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l l v sh sh s h".split()  # noqa: SIM905  a table to read
)
_FIRST_CONSONANT = 0x15
_VOWELS = {
    0x05: "a", 0x06: "a", 0x07: "i", 0x08: "i", 0x09: "u", 0x0A: "u", 0x0B: "ri", 0x0C: "li", 0x0E: "e", 0x0F: "e", 0x10: "ai",
    0x12: "o", 0x13: "o", 0x14: "au",
}  # fmt: skip
_SIGNS = {
    0x3E: "a", 0x3F: "i", 0x40: "i", 0x41: "u", 0x42: "u", 0x43: "ri", 0x46: "e", 0x47: "e", 0x48: "ai", 0x4A: "o", 0x4B: "o",
    0x4C: "au", 0x57: "au",
}  # fmt: skip
_VIRAMA, _NASAL, _VISARGA = 0x4D, (0x01, 0x02), 0x03


def is_indic(sign: str) -> bool:
    """True for a sign of one of the nine scripts."""
    return _FIRST <= ord(sign) < _END


@lru_cache(maxsize=8192)
def romanised(word: str) -> tuple[str, ...]:
    """With the final a that Sanskrit has and Hindi leaves out, and without it; with sh and ch, and as scholars write
    them, with what is s and c without the marks."""
    found = _spelt(word)
    plain = [spelt.replace("sh", "s").replace("ch", "c") for spelt in found]
    return tuple(dict.fromkeys([*found, *plain]))


def _spelt(word: str) -> list[str]:
    found, open_syllable = "", False
    for sign in word:
        place = (ord(sign) - _FIRST) % _BLOCK if is_indic(sign) else -1
        consonant = place - _FIRST_CONSONANT
        if 0 <= consonant < len(_CONSONANTS):
            found += ("a" if open_syllable else "") + _CONSONANTS[consonant]
            open_syllable = True
            continue
        if place in _SIGNS or place == _VIRAMA:
            found += _SIGNS.get(place, "")
        elif open_syllable and place != -1 and place not in (0x3C, 0x4D):
            found += "a"
        if place != 0x3C:
            open_syllable = False
        if place in _VOWELS:
            found += _VOWELS[place]
        elif place in _NASAL:
            found += "n"
        elif place == _VISARGA:
            found += "h"
    if open_syllable:
        return [found + "a", found]
    return [found] if found else []
