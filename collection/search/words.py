"""From a text in any script to the lexemes that are stored and asked for. Pure; the same for both sides.

We cut the words ourselves: PostgreSQL's parser breaks Thai and Khmer at their vowel signs and knows no
boundaries in Chinese or Japanese.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

LONGEST = 60  # characters of one lexeme
# Scripts written without spaces between words, or with words run together: every two neighbours are a lexeme.
_GRAMS = (
    "CJK",
    "HIRAGANA",
    "KATAKANA",
    "HANGUL",
    "BOPOMOFO",
    "THAI",
    "LAO",
    "KHMER",
    "MYANMAR",
    "IDEOGRAPHIC",
)
# Scripts whose marks a reader may leave out. Vowel signs of Indian scripts are not marks in that sense.
_MARKS_OPTIONAL = ("LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW")
_JOINERS = re.compile(r"(?<=\w)[-’'ʿʾʼ·‐‑](?=\w)")


@lru_cache(maxsize=8192)
def _script(sign: str) -> str:
    return unicodedata.name(sign, "").split(" ")[0].split("-")[0]


def is_gram(sign: str) -> bool:
    """True for a sign of a script that is cut into pairs."""
    return ord(sign) > 0x0E00 and _script(sign) in _GRAMS


def fold(text: str) -> str:
    """Small letters, compatible forms made one, diacritics left out where readers leave them out; ø → o, ß → ss."""
    folded: list[str] = []
    base = ""
    for sign in unicodedata.normalize("NFKC", text).casefold():
        for part in unicodedata.normalize("NFD", sign) if not is_gram(sign) else sign:
            if unicodedata.combining(part) and base in _MARKS_OPTIONAL:
                continue
            if unicodedata.category(part)[0] != "M":
                base = _script(part)
            folded.append(anyascii(part).lower() if base == "LATIN" and not part.isascii() else part)
    return unicodedata.normalize("NFC", "".join(folded))


def runs(text: str) -> list[tuple[str, bool]]:
    """The words of a folded text in order, each with whether it is of a script that is cut into pairs."""
    found: list[tuple[str, bool]] = []
    word, grams = "", False
    for sign in f"{text} ":
        belongs = unicodedata.category(sign)[0] in "LNM"
        is_mark = unicodedata.category(sign)[0] == "M"
        now = grams if is_mark else is_gram(sign)
        if word and (not belongs or now != grams):
            found.append((word, grams))
            word = ""
        if belongs:
            word, grams = word + sign, now
    return found


def pairs(run: str) -> list[str]:
    """`青花瓷` → 青花, 花瓷, 瓷: pairs of neighbours, and the last sign, so that each single sign begins one."""
    return [run[at : at + 2] for at in range(len(run))]


def lexemes(text: str) -> list[str]:
    """What is stored of a text, in order. `Tōdai-ji` gives todai, ji and todaiji."""
    found: list[str] = []
    for part in fold(text).split():
        for run, grams in runs(part):
            found += pairs(run) if grams else [run[:LONGEST]]
        joined = _JOINERS.sub("", part)
        if joined != part:
            found += [run[:LONGEST] for run, grams in runs(joined) if not grams]
    return found


def romanised(text: str) -> list[str]:
    """Words of other alphabets in Latin letters, so that “Khokusai” finds Хокусай; Chinese signs are left out."""
    words = [run for run, grams in runs(fold(text)) if not grams and not run.isascii()]
    return [run for word in words for run, _grams in runs(fold(anyascii(word)))]
