"""One point of a date in words: a year, a decade, a century or millennium or a part of one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from collection.dates.centuries import span_of

# First and last year within the hundred. “Early” and “late” are taken as halves: museums differ, and the
# wider reading is never wrong about what is possible.
_PARTS = {
    "early": (0, 49),
    "mid": (25, 74),
    "middle of": (25, 74),
    "late": (50, 99),
    "end of": (75, 99),
    "beginning of": (0, 24),
    "first half of": (0, 49),
    "second half of": (50, 99),
    "first quarter of": (0, 24),
    "second quarter of": (25, 49),
    "third quarter of": (50, 74),
    "fourth quarter of": (75, 99),
    "last quarter of": (75, 99),
}
_PART = rf"(?:(?P<part>{'|'.join(_PARTS)})(?: the)? )?"
_ERA = r"(?: (?P<era>bce|ce))?"
_CIRCA = r"(?P<circa>(?:c\.?|ca\.?|circa|about|around|approximately|approx\.?|roughly) ?)?"
_COUNTED = re.compile(
    rf"{_CIRCA}{_PART}(?P<n>\d{{1,3}})(?:st|nd|rd|th)(?: (?P<unit>century|millennium))?{_ERA}"
)
_DECADE = re.compile(rf"{_CIRCA}{_PART}(?P<year>\d{{2,3}}0)s{_ERA}")
_YEAR = re.compile(rf"{_CIRCA}(?P<first>ce )?(?P<year>\d{{1,5}}){_ERA}")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_DAY = re.compile(
    rf"{_CIRCA}(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(_MONTHS)})(?: (?P<american>\d{{1,2}}),)?,? (?P<year>\d{{3,4}}){_ERA}"
)
_AGO = re.compile(rf"{_CIRCA}(?P<year>\d{{3,7}}) years ago")


@dataclass(frozen=True, slots=True)
class Point:
    """First and last year, EDTF of it where that is more than a year or two (`16XX`, `1751-06`), and whether
    it is approximate."""

    low: int
    high: int
    mask: str = ""
    is_circa: bool = False

    @property
    def edtf(self) -> str:
        """EDTF of this point alone, without qualifier where it needs an interval."""
        sign = "~" if self.is_circa else ""
        if self.mask:
            return self.mask + sign
        return self.begin if self.low == self.high else f"{self.begin}/{self.end}"

    @property
    def begin(self) -> str:
        return edtf_year(self.low) + ("~" if self.is_circa else "")

    @property
    def end(self) -> str:
        return edtf_year(self.high) + ("~" if self.is_circa else "")


def edtf_year(year: int) -> str:
    """`0057`, `-0499`, `Y-40000`."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def has_era(text: str) -> bool:
    return text.endswith(("bce", " ce")) or text.startswith("ce ")


def read_point(text: str, *, is_bce: bool = False, unit: str = "") -> Point | None:
    """Read one point; era and unit of the other end of a range stand in where it has none of its own."""
    for pattern, reader in _READERS:
        if found := pattern.fullmatch(text):
            words = found.groupdict()
            words["unit"] = words.get("unit") or unit
            era = words.get("era")
            before = era == "bce" if era or words.get("first") else is_bce
            return reader(words, before)
    return None


def _counted(words: dict[str, str], is_bce: bool) -> Point | None:
    number, circa = int(words["n"]), bool(words["circa"])
    if number == 0 or not words["unit"]:
        return None
    if words["unit"] == "millennium":
        return _millennium(number, is_bce, words["part"], circa) if number <= 10 else None
    if number > 99:
        return None
    whole = span_of(-number * 100 if is_bce else (number - 1) * 100)
    low, high = whole.earliest_begin or 0, whole.latest_end or 0
    if words["part"]:
        first, last = _PARTS[words["part"]]
        return Point(max(low, high - 99 + first), high - 99 + last, "", circa)
    mask = f"{'-' if is_bce else ''}{number - 1:02d}XX"
    return Point(low, high, "" if low == 1 else mask, circa)


def _millennium(number: int, is_bce: bool, part: str | None, circa: bool) -> Point:
    low = 1 - number * 1000 if is_bce else (number - 1) * 1000
    if part:
        first, last = _PARTS[part]
        return Point(max(low + first * 10, low if is_bce else 1), low + last * 10 + 9, "", circa)
    mask = f"{'-' if is_bce else ''}{number - 1}XXX"
    return Point(low or (0 if is_bce else 1), low + 999, "" if low == 0 or number == 10 else mask, circa)


def _decade(words: dict[str, str], is_bce: bool) -> Point:
    year, circa = int(words["year"]), bool(words["circa"])
    length = 100 if year % 100 == 0 else 10  # “1600s” are a hundred years
    first, last = _PARTS[words["part"]] if words["part"] else (0, 99)
    low = 1 - (year + length - 1) if is_bce else year
    low, high = low + first * length // 100, low + last * length // 100
    mask = (
        "" if is_bce or words["part"] else (f"{year // 100:02d}XX" if length == 100 else f"{year // 10:03d}X")
    )
    return Point(low, high, mask, circa)


def _year(words: dict[str, str], is_bce: bool) -> Point | None:
    year = int(words["year"])
    if year == 0:
        return None
    year = 1 - year if is_bce else year
    return Point(year, year, "", bool(words["circa"]))


def _day(words: dict[str, str], is_bce: bool) -> Point | None:
    """“June 1751”, “12 June 1751”, “June 12, 1751”; a day that the month has not is no date."""
    year = _year(words, is_bce)
    day = words["day"] or words["american"]
    if year is None or (words["day"] and words["american"]) or (day and not 1 <= int(day) <= 31):
        return None
    month = f"-{_MONTHS.index(words['month']) + 1:02d}"
    return Point(
        year.low, year.high, edtf_year(year.low) + month + (f"-{int(day):02d}" if day else ""), year.is_circa
    )


def _ago(words: dict[str, str], _is_bce: bool) -> Point:
    """“11,500 years ago” is 9500 BCE: counted from the year 2000, for the figure is a round one."""
    year = 2001 - int(words["year"])
    return Point(year, year, "", bool(words["circa"]))


_READERS = ((_COUNTED, _counted), (_DECADE, _decade), (_YEAR, _year), (_DAY, _day), (_AGO, _ago))
