"""One point of a date in words: what was said of it, and the years that this means."""

from __future__ import annotations

from dataclasses import dataclass, replace

from collection.dates.calendars import years_of
from collection.dates.centuries import span_of
from collection.dates.conventions import Convention
from collection.dates.spans import FARTHEST_YEAR, Span
from collection.dates.tables.reigns import Reign

# First and last year within the hundred, of what all museums mean alike.
FRACTIONS = {
    ("half", 1): (0, 49), ("half", 2): (50, 99),
    ("third", 1): (0, 33), ("third", 2): (34, 66), ("third", 3): (67, 99),
    ("quarter", 1): (0, 24), ("quarter", 2): (25, 49), ("quarter", 3): (50, 74), ("quarter", 4): (75, 99),
}  # fmt: skip
_LAST = {"half": 2, "third": 3, "quarter": 4}
_DECADE = {"early": (0, 4), "mid": (3, 6), "late": (5, 9)}

Part = str | tuple[str, int]


@dataclass(slots=True)
class Said:
    """What the words say of one point, before the other end of its range lends it era and unit."""

    unit: str = (
        ""  # year, century, millennium, decade, reign, ago, turn; empty for a bare ordinal or a part alone
    )
    number: int | None = None
    digits: int = 0
    part: Part | None = None
    era: str = ""  # bce, ce, or the name of a calendar
    month: int | None = None
    day: int | None = None
    reigns: tuple[Reign, ...] = ()
    is_circa: bool = False
    is_doubtful: bool = False
    side: str = ""  # before, after
    end: str = ""  # first, last: which end of a range it is
    beside: Said | None = None  # the same in another calendar


@dataclass(frozen=True, slots=True)
class Point:
    """First and last year; `mask` is EDTF of it where that says more than the years (`16XX`, `1751-06`).

    `rank` tells how directly it was said: 2 in our years, 1 in another calendar or a counted reign, 0 as the name of
    a period. `choices` are the several spans that a name may mean.
    """

    low: int
    high: int
    mask: str = ""
    is_circa: bool = False
    is_doubtful: bool = False
    side: str = ""
    width: int = 0
    rank: int = 2
    choices: tuple[tuple[int, int], ...] = ()

    @property
    def sign(self) -> str:
        if self.is_circa:
            return "%" if self.is_doubtful else "~"
        return "?" if self.is_doubtful else ""

    @property
    def begin(self) -> str:
        return self._end_of(self.low)

    @property
    def end(self) -> str:
        return self._end_of(self.high)

    def _end_of(self, year: int) -> str:
        """A month or a day stays what it is; of a longer time the year counts."""
        return (self.mask if self.mask and self.low == self.high else edtf_year(year)) + self.sign

    @property
    def edtf(self) -> str:
        """EDTF of this point alone."""
        if self.side:
            return f"[..{self.end}]" if self.side == "before" else f"[{self.begin}..]"
        if self.choices:
            return f"[{','.join(_choice(choice) for choice in self.choices)}]"
        if self.mask:
            return self.mask + self.sign
        return self.begin if self.low == self.high else f"{self.begin}/{self.end}"

    @property
    def member(self) -> str:
        """EDTF of it inside a set, where a stretch is written with dots."""
        text = self.edtf.strip("[]")
        return text.replace("/", "..")

    def span(self) -> Span:
        """Some time within its years; open where it is only “before” or “after” them."""
        low, high = max(self.low - self.width, -FARTHEST_YEAR), min(self.high + self.width, FARTHEST_YEAR)
        if self.side == "before":
            return Span.within(None, high)
        return Span.within(low, None if self.side == "after" else high)


def _choice(years: tuple[int, int]) -> str:
    begin, end = years
    return edtf_year(begin) if begin == end else f"{edtf_year(begin)}..{edtf_year(end)}"


def edtf_year(year: int) -> str:
    """`0057`, `-0499`, `Y-40000`."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def resolved(said: Said, convention: Convention, culture: str = "") -> Point | None:
    """The years of what was said, or None if that makes no date."""
    reader = _READERS.get(said.unit)
    point = reader(said, convention, culture) if reader else None
    if point is None or max(abs(point.low), abs(point.high)) > FARTHEST_YEAR:
        return None
    if said.beside and (said.beside.part or "") in convention.narrows:
        point = _begun_with(point, resolved(said.beside, convention, culture))
    if not (said.is_circa or said.is_doubtful or said.side):
        return point
    width = _about(said, point, convention) if said.is_circa else 0
    return replace(point, is_circa=said.is_circa, is_doubtful=said.is_doubtful, side=said.side, width=width)


def _about(said: Said, point: Point, convention: Convention) -> int:
    """The width that “about” has for this kind of date."""
    width = convention.width(point.low)
    if said.unit != "century":
        return width
    if said.part:
        return width if convention.part is None else convention.part
    return max(width, convention.century)


def _begun_with(point: Point, other: Point | None) -> Point:
    """Not before the same time in another calendar began, where both have years in common."""
    if other is None or not point.low < other.low <= point.high:
        return point
    return replace(point, low=other.low, mask="")


def _year(said: Said, _convention: Convention, _culture: str) -> Point | None:
    number = said.number
    if not number or number > FARTHEST_YEAR:
        return None
    if said.era not in ("", "bce", "ce"):
        found = years_of(said.era, number)
        return Point(found[0], found[1], rank=1) if found else None
    year = 1 - number if said.era == "bce" else number
    mask = ""
    if said.month:
        mask = f"{edtf_year(year)}-{said.month:02d}" + (f"-{said.day:02d}" if said.day else "")
    return Point(year, year, mask)


def _century(said: Said, convention: Convention, _culture: str) -> Point | None:
    number = said.number or 0
    if not 0 < number <= 100:
        return None
    if said.era not in ("", "bce", "ce"):
        return _other_century(said, number, convention)
    is_bce = said.era == "bce"
    whole = span_of(-number * 100 if is_bce else (number - 1) * 100)
    low, high = whole.earliest_begin or 0, whole.latest_end or 0
    if said.part:
        first, last = _part(said.part, convention, said.end)
        return Point(max(low, high - 99 + first), high - 99 + last)
    mask = f"{'-' if is_bce else ''}{number - 1:02d}XX"
    return Point(low, high, "" if low == 1 or number > 100 else mask)


def _other_century(said: Said, number: int, convention: Convention) -> Point | None:
    first, last = _part(said.part, convention) if said.part else (0, 99)
    begin = years_of(said.era, max(number * 100 - 99 + first, 1))
    end = years_of(said.era, number * 100 - 99 + last)
    return Point(begin[0], end[1], rank=1) if begin and end else None


def _millennium(said: Said, convention: Convention, _culture: str) -> Point | None:
    number = said.number or 0
    if not 0 < number <= 100:
        return None
    is_bce = said.era == "bce"
    low = 1 - number * 1000 if is_bce else (number - 1) * 1000
    if said.part:
        first, last = _part(said.part, convention)
        return Point(max(low + first * 10, low if is_bce else 1), low + last * 10 + 9)
    mask = f"{'-' if is_bce else ''}{number - 1}XXX"
    return Point(low or (0 if is_bce else 1), low + 999, "" if low == 0 or number >= 10 else mask)


def _decade(said: Said, convention: Convention, _culture: str) -> Point | None:
    year = said.number or 0  # “the 30s” may be of any century
    if not year or year % 10 or not 100 <= year <= 9999 or said.era not in ("", "bce", "ce"):
        return None
    length = 100 if year % 100 == 0 else 10  # “1600s” are a hundred years
    low = 1 - (year + length - 1) if said.era == "bce" else year
    if said.part:
        first, last = _part(said.part, convention)
        if length == 10 and isinstance(said.part, str):
            first, last = (figure * 10 for figure in _DECADE[said.part])
        return Point(low + first * length // 100, low + last * length // 100)
    digits = 2 if length == 100 else 3
    mask = "" if said.era == "bce" else f"{year:04d}"[:digits] + "X" * (4 - digits)
    return Point(low, low + length - 1, mask)


def _reign(said: Said, convention: Convention, culture: str) -> Point | None:
    fitting = [(reign.begin, reign.last) for reign in _fitting(said, culture)]
    if said.number is not None:
        fitting = [(begin + said.number - 1,) * 2 for begin, _last in fitting]
    if said.part:
        first, last = _part(said.part, convention)
        fitting = [
            (begin + (end - begin) * first // 100, begin + (end - begin) * last // 99)
            for begin, end in fitting
        ]
    fitting = sorted(set(fitting))
    if not fitting:
        return None
    low, high = fitting[0][0], max(end for _begin, end in fitting)
    choices = tuple(fitting) if len(fitting) > 1 else ()
    return Point(low, high, rank=0 if said.number is None else 1, choices=choices)


def _fitting(said: Said, culture: str) -> list[Reign]:
    """The reigns that the name may mean: of the culture if it is known, lasting that many years, or the modern one."""
    fitting = [one for one in said.reigns if said.number is None or one.year(said.number) is not None]
    if culture:
        land = culture.lower()
        fitting = [one for one in fitting if one.of.lower().split(",")[0].split(" (")[0] in land] or fitting
    modern = [one for one in fitting if one.begin >= 1868]
    return modern or fitting


def _ago(said: Said, _convention: Convention, _culture: str) -> Point | None:
    """“11,500 years ago” is 9500 BCE: counted from the year 2000, for the figure is a round one."""
    year = 2001 - (said.number or 0)
    return Point(year, year) if said.number else None


def _turn(said: Said, _convention: Convention, _culture: str) -> Point | None:
    """“Turn of the 20th century”: five years on either side of 1900."""
    number = said.number or 0
    if not 1 < number <= 100:
        return None
    year = 1 - number * 100 if said.era == "bce" else (number - 1) * 100
    return Point(year - 5, year + 5)


def _part(part: Part, convention: Convention, end: str = "") -> tuple[int, int]:
    if isinstance(part, str):
        return convention.within_hundred(part, end)
    name, number = part
    return FRACTIONS.get((name, _LAST[name] if number < 0 else number), (0, 99))


_READERS = {
    "year": _year, "century": _century, "millennium": _millennium, "decade": _decade, "reign": _reign, "ago": _ago,
    "turn": _turn,
}  # fmt: skip
