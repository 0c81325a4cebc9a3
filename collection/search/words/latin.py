"""What a word of another alphabet is called in Latin letters, in the spellings that readers use."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

from collection.search.words import hangul, indic, kana, pinyin
from collection.search.words.folding import fold, script

LONGEST_WORD = 60
_LETTERS = re.compile(r"[^a-z0-9]+")
# Cyrillic by anyascii, and what others write for it.
_CYRILLIC = (("kh", "h"), ("ya", "ia"), ("yu", "iu"), ("shch", "sch"), ("zh", "j"))
# Greek as in books on antiquity; anyascii gives the modern sounds.
_ANCIENT = str.maketrans(
    dict(zip("αβγδεζηθικλμνξοπρστυφχψω", "a b g d e z e th i k l m n x o p r s t y ph ch ps o".split(), strict=True))  # noqa: SIM905
)  # fmt: skip
# Two Greek letters for one sound of another language.
_GREEK_PAIRS = (("μπ", "b"), ("ντ", "d"), ("γκ", "g"), ("γγ", "ng"), ("τζ", "j"), ("τσ", "ch"), ("ου", "u"), ("αι", "e"), ("ει", "i"), ("οι", "i"), ("β", "v"))  # fmt: skip
_NO_VOWELS = ("ARABIC", "HEBREW", "THAI", "LAO", "KHMER", "MYANMAR")
_ARTICLE, _SHORTEST_AFTER_IT = "ال", 3
_SOUNDS = str.maketrans("", "", "aeiouvwy")
SHORTEST_SKELETON = 4
SKELETON = "~"  # before a word of consonants, so that it is never taken for a word


@lru_cache(maxsize=16384)
def latin_of(word: str) -> tuple[str, ...]:
    """Spellings in Latin letters of a folded word that has none; () for Latin words and for signs that are cut."""
    if word.isascii():
        return ()
    first = script(word[0])
    if indic.is_indic(word[0]):
        found = list(indic.romanised(word))
    else:
        found = [_LETTERS.sub("", fold(anyascii(word)))]
    if first == "CYRILLIC":
        found.insert(0, _LETTERS.sub("", fold(anyascii(word.replace("й", "и")))))
        found += [
            spelt.replace(part, other) for part, other in _CYRILLIC for spelt in found[:2] if part in spelt
        ]
    elif first == "GREEK":
        found.append(word.translate(_ANCIENT).replace("oy", "ou"))
    return tuple(dict.fromkeys(spelt[:LONGEST_WORD] for spelt in found if spelt and spelt.isascii()))


def without_article(word: str) -> str:
    """المتحف → متحف; any other word as it is."""
    is_long = len(word) >= len(_ARTICLE) + _SHORTEST_AFTER_IT
    return word.removeprefix(_ARTICLE) if is_long else word


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """The consonants of a word, by which a name in Arabic letters meets its spellings in Latin ones:
    شاهنامه and shahnama → ~shhnm. Empty where so few are left that they say nothing."""
    once = _consonants(word)
    return SKELETON + once if len(once) >= SHORTEST_SKELETON else ""


def _consonants(word: str) -> str:
    """Of a word in any alphabet, each once where it is doubled; empty for what is no word."""
    letters = word if word.isascii() else _LETTERS.sub("", anyascii(without_article(word)).lower())
    if not letters.isalpha():
        return ""
    bare = letters.replace("q", "k").translate(_SOUNDS).removesuffix("h")
    return re.sub(r"([^h])\1", r"\1", bare)


def is_abjad(word: str) -> bool:
    """True for a word of Arabic or Hebrew letters, which leave vowels out."""
    return script(word[0]) in ("ARABIC", "HEBREW")


def spelled(word: str) -> tuple[str, ...]:
    """How a folded word of another script may be spelled in Latin letters by who hears it; () for Latin words."""
    if word.isascii():
        return ()
    kind = script(word[0])
    found = list(latin_of(word))
    if kind == "GREEK":
        heard = word
        for pair, sound in _GREEK_PAIRS:
            heard = heard.replace(pair, sound)
        found.append(_LETTERS.sub("", anyascii(heard).lower()))
    elif kind == "HANGUL":
        said = hangul.romanised("".join(sign for sign in word if hangul.is_hangul(sign)))
        found = [said, said.replace("eu", "")]
    elif kind == "CJK":
        found = ["".join(pinyin.syllables(word))]
    elif all(sign in kana.KANA for sign in word):
        found = [kana.romaji(word)]
    elif is_abjad(word):
        found += latin_of(without_article(word))
    return tuple(dict.fromkeys(spelt for spelt in found if spelt.isascii() and spelt.isalpha()))


def tells_vowels(word: str) -> bool:
    """False for a word of a script of which only the consonants are known here."""
    return script(word[0]) not in _NO_VOWELS
