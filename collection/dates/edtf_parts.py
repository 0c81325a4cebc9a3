"""One date of an EDTF text: a year, perhaps masked, with month or season, day, and qualifiers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from collection.dates.spans import FARTHEST_YEAR, Span

_QUALIFIER = "[?~%]?"
_PART = re.compile(
    rf"(?P<q1>{_QUALIFIER})(?P<year>Y-?\d{{5,}}|Y-?\d+E\d+|-?[\dX]{{4}})(?:S(?P<digits>\d+))?(?P<q2>{_QUALIFIER})"
    rf"(?:-(?P<q3>{_QUALIFIER})(?P<month>[\dX]{{2}})(?P<q4>{_QUALIFIER})"
    rf"(?:-(?P<q5>{_QUALIFIER})(?P<day>[\dX]{{2}})(?P<q6>{_QUALIFIER}))?)?",
    re.ASCII,
)
_TIME = re.compile(r"T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]([01]\d|2[0-3])(:?[0-5]\d)?)?$")
_SHORT_YEAR = re.compile(r"-?\d{1,3}[?~%]?")
_LONG_YEAR = re.compile(r"-?\d{5,}[?~%]?")
_TWO_YEARS = re.compile(r"-?\d{3,4}[?~%]?-\d{3,4}[?~%]?")
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


Width = int | Callable[[int], int]  # of “about”: years on each side, or years by the year that is meant
Component = Literal["year", "month", "day"]
Precision = Literal["day", "month", "season", "year", "decade", "century", "millennium", "age", "unknown"]


class EdtfError(ValueError):
    """Says in a sentence for registrars what is wrong with an EDTF text."""


@dataclass(frozen=True, slots=True)
class Part:
    """First and last year of one date; both None for a wholly unknown year (`XXXX`)."""

    low: int | None
    high: int | None
    month: int | None = None  # 1–12, or 21–41 for seasons, quarters and the like
    day: int | None = None
    is_approximate: bool = False
    is_uncertain: bool = False
    is_masked: bool = False
    # What each component is said to be: (("year", "?"), ("day", "~")). A sign behind a component is of all before it.
    qualified: tuple[tuple[Component, str], ...] = ()

    @property
    def precision(self) -> Precision:
        """How closely it says when: a day, a month or season, a year, or a stretch of years."""
        if self.low is None or self.high is None:
            return "unknown"
        if self.low != self.high:
            years = self.high - self.low + 1
            return (
                "decade"
                if years <= 10
                else "century"
                if years <= 100
                else "millennium"
                if years <= 1000
                else "age"
            )
        if self.day is not None:
            return "day"
        if self.month is None:
            return "year"
        return "month" if self.month <= 12 else "season"

    def span(self, circa: Width = 0) -> Span:
        """Within these years; `circa` widens it if the date is approximate."""
        span = Span.within(self.low, self.high)
        if not self.is_approximate or self.low is None:
            return span
        return span.widened(circa if isinstance(circa, int) else circa(self.low))


def read_part(text: str) -> Part:
    """Read `1600`, `16XX~`, `2004-06-~11`, `Y-10000`, `1950S2`. Raises EdtfError."""
    found = _PART.fullmatch(_TIME.sub("", text) if text[10:11] == "T" else text)
    if not found:
        raise EdtfError(_why_not(text))
    low, high = _years(found["year"], found["digits"])
    qualifiers = "".join(found[f"q{n}"] or "" for n in range(1, 7))
    month = _number(found["month"])
    day = _number(found["day"])
    _check_month(found["month"], month, day_given=found["day"] is not None)
    _check_day(found["day"], day, month, low if low == high else None)
    return Part(
        low,
        high,
        month,
        day,
        is_approximate="~" in qualifiers or "%" in qualifiers,
        is_uncertain="?" in qualifiers or "%" in qualifiers,
        is_masked="X" in found["year"],
        qualified=_qualified(found),
    )


def _qualified(found: re.Match[str]) -> tuple[tuple[Component, str], ...]:
    """The sign of each component: one in front is of it alone, one behind is of it and all that is left of it."""
    names: tuple[Component, ...] = ("year", "month", "day")
    signs: dict[Component, str] = {}
    for n, name in enumerate(names):
        front, behind = found[f"q{2 * n + 1}"], found[f"q{2 * n + 2}"]
        for one, sign in ((name, front), *((other, behind) for other in names[: n + 1])):
            if sign:
                both = {sign, signs.get(one, sign)}
                signs[one] = sign if len(both) == 1 else "%"
    return tuple((name, signs[name]) for name in names if name in signs)


def _years(text: str, digits: str | None) -> tuple[int | None, int | None]:
    if text.strip("-") == "XXXX":
        return None, None
    if text == "-0000":
        raise EdtfError(_("There is no year -0000: the year 1 BCE is written 0000."))
    low, high = _long_year(text) if text.startswith("Y") else _masked_year(text)
    if digits is not None:
        if low != high:
            raise EdtfError(_("“%(text)s” has X and S at once: use one of them.") % {"text": text})
        low, high = _significant(low, int(digits))
    if max(abs(low), abs(high)) > FARTHEST_YEAR:
        raise EdtfError(_("Years reach ten million back and forward, not farther."))
    return low, high


def _long_year(text: str) -> tuple[int, int]:
    mantissa, _e, exponent = text[1:].partition("E")
    if len(mantissa) > 9 or len(exponent) > 2:
        raise EdtfError(_("Years reach ten million back and forward, not farther."))
    year = int(mantissa) * 10 ** int(exponent or 0)
    return year, year


def _masked_year(text: str) -> tuple[int, int]:
    """`16XX` is 1600–1699; `-03XX` is −399…−300, the 4th century BCE."""
    first, last = int(text.replace("X", "0")), int(text.replace("X", "9"))
    return min(first, last), max(first, last)


def _significant(year: int, digits: int) -> tuple[int, int]:
    """`1950S2`: some year from 1900 to 1999, estimated at 1950."""
    length = len(str(abs(year)))
    if not 0 < digits <= length:
        raise EdtfError(_("The number after S says how many figures of the year count: 1950S2."))
    step = 10 ** (length - digits)
    first = abs(year) // step * step
    bounds = first, first + step - 1
    return bounds if year >= 0 else (-bounds[1], -bounds[0])


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdigit() else None


def _check_month(text: str | None, month: int | None, *, day_given: bool) -> None:
    if text is None or (month is None and text[0] in "01X"):
        return
    if month is not None and (1 <= month <= 12 or (21 <= month <= 41 and not day_given)):
        return
    raise EdtfError(
        _(
            "There is no month “%(month)s”. Months are 01 to 12, seasons 21 to 24; a span of years has a slash: 1560/1575."
        )
        % {"month": text}
    )


def _check_day(text: str | None, day: int | None, month: int | None, year: int | None) -> None:
    if text is None:
        return
    days = _MONTH_DAYS[month - 1] if month else 31
    if month == 2 and year is not None and not (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)):
        days = 28
    if (day is not None and 1 <= day <= days) or (day is None and text[0] in "0123X"):
        return
    raise EdtfError(_("That month has no day “%(day)s”.") % {"day": text})


def _why_not(text: str) -> str:
    """The sentence for a text that has not even the shape of a date."""
    if not text:
        return _("Write a date, such as 1600, 1600/1699 or -0499 for 500 BCE.")
    values = {"text": text[:40]}
    if _SHORT_YEAR.fullmatch(text) and text.startswith("-"):
        return _("Years have four figures, and 1 BCE is 0000: 500 BCE is -0499.")
    if _SHORT_YEAR.fullmatch(text):
        better = text.rjust(4 + (not text[-1].isdigit()), "0")
        return _("Years have four figures: write %(better)s instead of %(text)s.") % {
            **values,
            "better": better,
        }
    if _LONG_YEAR.fullmatch(text):
        return _("A year of more than four figures begins with Y: Y%(text)s.") % values
    if _TWO_YEARS.fullmatch(text):
        return _("A span of years has a slash, not a hyphen: 1560/1575.")
    if re.fullmatch(r"-?\d*x+[?~%]?", text):
        return _("Write X in capitals where figures are not known: 16XX.")
    if re.search(r"[a-zA-Z]{2,}|\s", text):
        return (
            _(
                "“%(text)s” is not EDTF, which has figures and signs only: 1600/1699, 1820~, -0499 for 500 BCE."
            )
            % values
        )
    return _("“%(text)s” is not an EDTF date, such as 1600, 16XX, 1820~ or -0499 for 500 BCE.") % values
