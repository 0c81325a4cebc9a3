"""One spelling of many: case, width, diacritics, Chinese forms, the two kana, the letters of Arabic and Persian."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from anyascii import anyascii

from collection.search.words.han import one_form

# Scripts written without spaces between words, or with words run together.
GRAMS = (
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
_FIRST_GRAM = 0x0E00  # no script of GRAMS lies before Thai
_KATAKANA, _TO_HIRAGANA = range(0x30A1, 0x30F7), 0x60
_ARABIC = str.maketrans({"ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ە": "ه", "ھ": "ه", "ـ": None})
_DEVANAGARI_NUKTA = "\u093c"
_LETTERS_OF_THEIR_OWN = "й"  # looks like и with a mark, but nobody leaves it out


@lru_cache(maxsize=8192)
def script(sign: str) -> str:
    """The script by the sign's Unicode name; `DIGIT` and the like for what has none."""
    return unicodedata.name(sign, "").split(" ")[0].split("-")[0]


@lru_cache(maxsize=32768)
def is_gram(sign: str) -> bool:
    """True for a sign of a script that is cut into pairs."""
    return ord(sign) >= _FIRST_GRAM and script(sign) in GRAMS


@lru_cache(maxsize=32768)
def _of_sign(sign: str) -> tuple[str, bool]:
    """(the folded sign, whether marks after it are left out). For a mark by itself: (the mark, False)."""
    if ord(sign) in _KATAKANA:
        return chr(ord(sign) - _TO_HIRAGANA), False
    if is_gram(sign) or sign in _LETTERS_OF_THEIR_OWN:
        return sign, False
    number = unicodedata.decimal(sign, None)
    if number is not None:
        return str(number), False
    parts = unicodedata.normalize("NFD", sign)
    base = script(parts[0])
    if base not in _MARKS_OPTIONAL:
        return sign, False
    kept = "".join(part for part in parts if not unicodedata.combining(part))
    if base == "LATIN" and not kept.isascii():
        kept = anyascii(kept).lower()
    return kept.translate(_ARABIC) if base == "ARABIC" else kept, True


def fold(text: str) -> str:
    """What a reader takes for the same is the same: Đông Sơn = dong son, ß = ss, 國 = 国, ア = あ, ی = ي, ٣ = 3.

    Folding what is folded changes nothing.
    """
    if text.isascii():
        return text.lower()
    folded: list[str] = []
    marks_optional = False
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    for sign in unicodedata.normalize("NFKC", text).casefold():
        if sign.isascii():
            folded.append(sign)
            marks_optional = sign.isalnum()
        elif unicodedata.category(sign)[0] == "M":
            if not marks_optional and sign != _DEVANAGARI_NUKTA:
                folded.append(sign)
        else:
            part, marks_optional = _of_sign(sign)
            folded.append(part)
    return unicodedata.normalize("NFC", "".join(folded)).translate(one_form())
