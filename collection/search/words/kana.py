"""Kana in Latin letters (Hepburn), and the spellings of Japanese in Latin letters as one."""

from __future__ import annotations

import re
from functools import lru_cache

_ROWS = {
    "": "あいうえお", "k": "かきくけこ", "g": "がぎぐげご", "s": "さしすせそ", "z": "ざじずぜぞ", "t": "たちつてと", "d": "だぢづでど",
    "n": "なにぬねの", "h": "はひふへほ", "b": "ばびぶべぼ", "p": "ぱぴぷぺぽ", "m": "まみむめも", "r": "らりるれろ",
}  # fmt: skip
_OTHERS = {
    "や": "ya", "ゆ": "yu", "よ": "yo", "わ": "wa", "ゐ": "i", "ゑ": "e", "を": "o", "ん": "n", "ゔ": "vu", "し": "shi", "じ": "ji",
    "ち": "chi", "ぢ": "ji", "つ": "tsu", "づ": "zu", "ふ": "fu", "ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o", "ゎ": "wa",
    "ゕ": "ka", "ゖ": "ke", "ー": "",
}  # fmt: skip
_SIGNS = {
    kana: row + vowel for row, signs in _ROWS.items() for kana, vowel in zip(signs, "aiueo", strict=True)
}
_SIGNS |= _OTHERS
_SMALL = {"ゃ": "ya", "ゅ": "yu", "ょ": "yo"}  # きゃ kya, しゃ sha
_SMALL_VOWELS = "ぁぃぅぇぉ"  # ふぁ fa, てぃ ti
_DOUBLED = "っ"
KANA = frozenset(_SIGNS) | frozenset(_SMALL) | {_DOUBLED}

_SYLLABLES = re.compile(
    r"(?:(?:[kstpcgdbzjfhmnrywv]?[kstpcgdbzjfhmnrwvy]y?|sh|tch|ch|ts|[kgnhbpmr]y|[cs]h)?[aeiou]|n|m(?=[bpm]))+"
)
_KUNREI = [
    (re.compile(pattern), hepburn)
    for pattern, hepburn in (
        (r"m(?=[bpm])", "n"), (r"sy(?=[auo])", "sh"), (r"ty(?=[auo])", "ch"), (r"zy(?=[auo])", "j"), (r"jy(?=[auo])", "j"),
        (r"si", "shi"), (r"ti", "chi"), (r"tu", "tsu"), (r"(?<![sc])hu", "fu"), (r"zi", "ji"), (r"(?:oo|ou|oh(?![aeiou]))", "o"),
        (r"uu", "u"),
    )
]  # fmt: skip


@lru_cache(maxsize=4096)
def romaji(kana: str) -> str:
    """とうだいじ → todaiji: Hepburn with long vowels as short ones. Takes folded kana (hiragana)."""
    found: list[str] = []
    doubled = False
    for sign in kana:
        if sign == _DOUBLED:
            doubled = True
            continue
        if sign in _SMALL and found and found[-1].endswith("i"):
            stem = found[-1][:-1]
            found[-1] = stem + (_SMALL[sign][1:] if stem.endswith(("sh", "ch", "j")) else _SMALL[sign])
            continue
        if sign in _SMALL_VOWELS and found and len(found[-1]) > 1:
            found[-1] = found[-1][:-1] + _SIGNS[sign]
            continue
        sound = _SIGNS.get(sign) or _SMALL.get(sign, "")
        if doubled and sound:
            sound = ("t" if sound.startswith("ch") else sound[0]) + sound
        doubled = False
        found.append(sound)
    return one_spelling("".join(found))


@lru_cache(maxsize=16384)
def one_spelling(word: str) -> str:
    """A folded Latin word that can be Japanese in the spelling that stands for all: toudaiji, toodaiji → todaiji;
    huzi → fuji; shimbashi → shinbashi. Any other word as it is."""
    if not _SYLLABLES.fullmatch(word):
        return word
    before = ""
    while before != word:
        before = word
        for pattern, hepburn in _KUNREI:
            word = pattern.sub(hepburn, word)
    return word
