"""Four-point spans of astronomical years: begun between two years, ended between two years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

FARTHEST_YEAR = 10_000_000  # either way; the database refuses what lies beyond

# First and last year of a window; None is open.
Window = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Span:
    """When something began (earliest, latest) and ended (earliest, latest); 1 BCE is 0.

    None is no bound at all on that side; where both outer bounds are known, so are the inner ones.
    Raises ValueError if the bounds are out of order or beyond ten million years.
    """

    earliest_begin: int | None = None
    latest_begin: int | None = None
    earliest_end: int | None = None
    latest_end: int | None = None

    def __post_init__(self) -> None:
        pairs = (
            (self.earliest_begin, self.latest_begin),
            (self.earliest_end, self.latest_end),
            (self.earliest_begin, self.earliest_end),
            (self.latest_begin, self.latest_end),
        )
        if any(first is not None and second is not None and first > second for first, second in pairs):
            raise ValueError("the latest year lies before the earliest")
        if self.is_bounded and (self.latest_begin is None or self.earliest_end is None):
            raise ValueError("the inner bounds are missing")
        if any(year is not None and abs(year) > FARTHEST_YEAR for year in self.bounds):
            raise ValueError("a year lies more than ten million years away")

    @classmethod
    def between(cls, begin: int, end: int) -> Self:
        """From `begin` to `end`, both known: 1600–1699 as a time of use."""
        return cls(begin, begin, end, end)

    @classmethod
    def within(cls, begin: int | None, end: int | None) -> Self:
        """At some time not before `begin` and not after `end`: what “17th century” says of a vase."""
        return cls(begin, end, begin, end)

    @classmethod
    def joined(cls, first: Span, second: Span) -> Self:
        """From some time in `first` to some time in `second`; raises ValueError if that runs backwards."""
        begin, until = first.earliest_begin, second.latest_end
        latest_begins = [year for year in (first.latest_begin, until) if year is not None]
        earliest_ends = [year for year in (second.earliest_end, begin) if year is not None]
        return cls(begin, min(latest_begins, default=None), max(earliest_ends, default=None), until)

    @property
    def bounds(self) -> tuple[int | None, int | None, int | None, int | None]:
        return (self.earliest_begin, self.latest_begin, self.earliest_end, self.latest_end)

    @property
    def is_bounded(self) -> bool:
        """True if all four bounds are known: only then may a record store them."""
        return self.earliest_begin is not None and self.latest_end is not None

    @property
    def is_unknown(self) -> bool:
        return self.earliest_begin is None and self.latest_end is None

    def as_fields(self) -> dict[str, int | None]:
        """The four model fields of a dated thing; all None unless the span is bounded."""
        names = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
        return dict(zip(names, self.bounds if self.is_bounded else (None,) * 4, strict=True))

    def widened(self, years: int) -> Self:
        """The same with `years` more doubt on every side (the width of a “circa”)."""
        low = [None if year is None else max(year - years, -FARTHEST_YEAR) for year in self.bounds]
        high = [None if year is None else min(year + years, FARTHEST_YEAR) for year in self.bounds]
        return type(self)(low[0], high[1], low[2], high[3])

    def possible(self, window: Window) -> bool:
        """True if a year of the span may lie in the window. A wholly unknown span never does."""
        begin, end = window
        if self.is_unknown:
            return False
        starts_in_time = end is None or self.earliest_begin is None or self.earliest_begin <= end
        lasts_until_it = begin is None or self.latest_end is None or self.latest_end >= begin
        return starts_in_time and lasts_until_it

    def certain(self, window: Window) -> bool:
        """True if the whole span lies in the window, whatever its doubt."""
        begin, end = window
        if self.is_unknown:
            return False
        after = begin is None or (self.earliest_begin is not None and self.earliest_begin >= begin)
        before = end is None or (self.latest_end is not None and self.latest_end <= end)
        return after and before

    def overlaps(self, other: Span) -> bool:
        """True if both may have lasted in one and the same year."""
        return not other.is_unknown and self.possible((other.earliest_begin, other.latest_end))
