"""Years of other calendars as ours: Hijri by reckoning, the others by what is added to them."""

from __future__ import annotations

from collection.dates.lexicon import calendars

_EPOCH = 1948440  # the Julian day of 1 Muharram 1 AH, 16 July 622
_GREGORIAN = 2299161  # the Julian day of 15 October 1582


def years_of(calendar: str, year: int) -> tuple[int, int] | None:
    """First and last of our years that a year of the calendar touches; None if it has no such year."""
    if not 0 < year < 100_000:
        return None
    if calendar == "hijri":
        return _year_of_day(_new_year(year)), _year_of_day(_new_year(year + 1) - 1)
    added = calendars()[calendar]
    exact = added.get("exact_from")
    low = year + added["low"]
    return (low, low) if exact and year >= exact else (low, year + added["high"])


def _new_year(year: int) -> int:
    """The Julian day of its first day, in the tabular calendar (leap years 2, 5, 7, 10 … of thirty)."""
    return _EPOCH + (year - 1) * 354 + (3 + 11 * year) // 30


def _year_of_day(day: int) -> int:
    """Julian before the reform of 1582, Gregorian after it."""
    shifted = day
    if day >= _GREGORIAN:
        century = int((day - 1867216.25) / 36524.25)
        shifted = day + 1 + century - century // 4
    shifted += 1524
    year = int((shifted - 122.1) / 365.25)
    days = int(365.25 * year)
    month = int((shifted - days) / 30.6001)
    return year - 4716 if month < 14 else year - 4715
