"""How words in Latin letters sound, roughly: what scripts and languages write differently is one. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

# Longer ones first. Voiced and breathed consonants are one: Thai, Khmer, Tamil and Greek do not tell them apart as we do.
_CONSONANTS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"tch|dzh|dj|ch|zh|j", "j"), (r"sh|sch|c(?=[eiy])|z|s", "s"), (r"ph|pf|bh|f|b|p", "p"), (r"th|dh|d|t", "t"),
        (r"kh|gh|ck|q|g|c|k", "k"), (r"x", "ks"),
    )
]  # fmt: skip
_VOWELS = [
    (re.compile(pattern), vowel)
    for pattern, vowel in ((r"[ao]u|oo", "u"), (r"[ae][iy]|ee|y", "i"), (r"w", "v"))
]
_TOLD_APART = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"tch|dj|ch|j", "j"),
        (r"kh|ck|q|c|k", "k"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"gh", "g"),
        (r"ph|p", "b"),
        (r"sh", "x"),
    )
]
_SILENT_FROM = 5  # letters: Mysore
_UNHEARD = re.compile(r"[aeiouvwyh]")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=16384)
def plainly(word: str) -> str:
    """A word with one letter for each sound: rembrandt → rempratt, sharaku → saraku."""
    for pattern, sound_of in (*_CONSONANTS, *_VOWELS):
        word = pattern.sub(sound_of, word)
    once = _DOUBLED.sub(r"\1", word)
    return once.removesuffix("e") if len(once) >= _SILENT_FROM else once


@lru_cache(maxsize=16384)
def consonants(word: str) -> str:
    """The consonants of a word, voiced and breathless ones told apart: what Arabic letters say of a name."""
    for pattern, sound_of in _TOLD_APART:
        word = pattern.sub(sound_of, word)
    return _UNHEARD.sub("", _DOUBLED.sub(r"\1", word))


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """The consonants of a word in Latin letters, by which it meets words that sound like it; empty for what is no word."""
    return _DOUBLED.sub(r"\1", _UNHEARD.sub("", plainly(word))) if word.isascii() and word.isalpha() else ""
