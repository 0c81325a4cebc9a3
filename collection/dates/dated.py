"""A date put together of points: one, a range of two, or several; its years, its EDTF and its span."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from collection.dates.points import Point
from collection.dates.spans import Span

Shape = Literal["date", "interval", "one_of", "all_of"]


@dataclass(frozen=True, slots=True)
class Dated:
    """One date: a point, a range of two, or several of those of which one or each holds."""

    shape: Shape
    members: tuple[tuple[Point, Point], ...]

    @property
    def low(self) -> int | None:
        """The first year; None if it is open."""
        if any(_is_open_before(member) for member in self.members):
            return None
        return min(begin.low for begin, _end in self.members)

    @property
    def high(self) -> int | None:
        if any(_is_open_behind(member) for member in self.members):
            return None
        return max(end.high for _begin, end in self.members)

    @property
    def rank(self) -> int:
        return min(min(begin.rank, end.rank) for begin, end in self.members)

    @property
    def points(self) -> list[Point]:
        return [point for member in self.members for point in dict.fromkeys(member)]

    @property
    def edtf(self) -> str:
        if self.shape in ("one_of", "all_of"):
            texts = dict.fromkeys(_member(begin, end) for begin, end in self.members)
            return ("[{}]" if self.shape == "one_of" else "{{{}}}").format(",".join(texts))
        begin, end = self.members[0]
        if begin is end:
            return begin.edtf
        if self.low is None:
            return f"[..{end.end}]"
        if self.high is None:
            return f"[{begin.begin}..]"
        return f"{begin.begin}/{end.end}"

    def span(self) -> Span:
        """The four bounds; raises ValueError beyond ten million years."""
        spans = [_member_span(begin, end) for begin, end in self.members]
        if len(spans) == 1:
            return spans[0]
        begins, ends = [span.earliest_begin for span in spans], [span.latest_end for span in spans]
        first = None if None in begins else min(year for year in begins if year is not None)
        last = None if None in ends else max(year for year in ends if year is not None)
        if self.shape == "one_of":
            return Span.within(first, last)
        begin = next(span for span in spans if span.earliest_begin == first)
        end = next(span for span in spans if span.latest_end == last)
        return Span.joined(begin, end)


def _is_open_before(member: tuple[Point, Point]) -> bool:
    return member[0].side == "before"


def _is_open_behind(member: tuple[Point, Point]) -> bool:
    """“1850 or later”, “after 1850–60”; “after 1945, before 1957” is closed."""
    begin, end = member
    return end.side == "after" or (begin.side == "after" and end.side == "")


def _member(begin: Point, end: Point) -> str:
    if begin is end:
        return begin.member
    first = "" if _is_open_before((begin, end)) else begin.begin
    return f"{first}..{'' if _is_open_behind((begin, end)) else end.end}"


def _member_span(begin: Point, end: Point) -> Span:
    if begin is end:
        return begin.span()
    first, last = begin.span(), end.span()
    low = None if _is_open_before((begin, end)) else first.earliest_begin
    high = None if _is_open_behind((begin, end)) else last.latest_end
    if begin.side or end.side:
        return Span.within(low, high)
    return Span.joined(first, last)
