"""The centuries of a work in the words that are typed for them: 12th century, XIIe siècle, 12世紀. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from collection.search.vocabulary import Text

MOST = 3  # a work of more centuries is of none
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_SAID = {
    "en": "{ordinal} century", "fr": "{roman}e siècle {number}e siècle", "de": "{number}. Jahrhundert", "es": "siglo {roman}",
    "it": "{roman} secolo", "pt": "século {roman}", "nl": "{number}e eeuw", "ru": "{roman} век {number} век",
    "zh": "{number}世纪", "ko": "{number}세기", "vi": "thế kỷ {roman} thế kỷ {number}", "tr": "{number}. yüzyıl",
    "th": "ศตวรรษที่ {number}", "el": "{number}ος αιώνας", "hi": "{number}वीं शताब्दी", "id": "abad ke-{number}",
}  # fmt: skip
_BEFORE = {"en": "BC BCE", "fr": "avant J.-C.", "de": "v. Chr.", "es": "a. C.", "it": "a.C.", "nl": "v.Chr."}


def century_texts(earliest: int | None, latest: int | None) -> Iterator[Text]:
    """Of a work made between two astronomical years; none where it may be of too many centuries."""
    if earliest is None or latest is None or latest // 100 - earliest // 100 >= MOST:
        return
    for hundred in range(earliest // 100, latest // 100 + 1):
        number = hundred + 1 if hundred >= 0 else -hundred
        for language, said in _SAID.items():
            words = said.format(number=number, ordinal=_ordinal(number), roman=_roman(number))
            before = f" {_BEFORE.get(language, '')}".rstrip() if hundred < 0 else ""
            yield Text(words + before, language, "date", is_name=False)


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _roman(number: int) -> str:
    found = ""
    for value, sign in _ROMAN:
        while number >= value:
            found, number = found + sign, number - value
    return found
