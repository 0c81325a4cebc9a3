"""EDTF (ISO 8601-2), levels 0, 1 and 2: sets, masks anywhere, parts qualified on their own, seasons, long years.

Reading and bounds are our own: libraries get the years before the common era and open ends wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from collection.dates.edtf_parts import EdtfError, Part, Width, read_part
from collection.dates.spans import Span

__all__ = ["Edtf", "EdtfError", "Range", "Shape", "parse", "read"]

MAX_LENGTH = 120  # as long as the record's field
Shape = Literal["date", "interval", "one_of", "all_of"]


@dataclass(frozen=True, slots=True)
class Range:
    """From one date to another; None is open or unknown. A single date is both ends of its range."""

    begin: Part | None
    end: Part | None

    def span(self, circa: Width = 0) -> Span:
        if self.begin is self.end and self.begin is not None:
            return self.begin.span(circa)
        begin, end = (Span() if part is None else part.span(circa) for part in (self.begin, self.end))
        return Span.joined(begin, end)


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date that was read. A date or an interval has one range, a set has one for each member."""

    text: str
    shape: Shape
    ranges: tuple[Range, ...]

    @property
    def parts(self) -> list[Part]:
        """Every date named in it, each once."""
        return [part for found in self.ranges for part in dict.fromkeys((found.begin, found.end)) if part]

    @property
    def is_approximate(self) -> bool:
        return any(part.is_approximate for part in self.parts)

    @property
    def is_uncertain(self) -> bool:
        return any(part.is_uncertain for part in self.parts)

    def span(self, circa: Width = 0) -> Span:
        """The four bounds; dates that are approximate are widened by `circa` years on each side."""
        spans = [found.span(circa) for found in self.ranges]
        if len(spans) == 1:
            return (
                spans[0]
                if self.shape != "one_of"
                else Span.within(spans[0].earliest_begin, spans[0].latest_end)
            )
        begins = [span.earliest_begin for span in spans if span.earliest_begin is not None]
        ends = [span.latest_end for span in spans if span.latest_end is not None]
        first = min(begins) if len(begins) == len(spans) else None
        last = max(ends) if len(ends) == len(spans) else None
        if self.shape == "one_of":
            return Span.within(first, last)
        begin = next(span for span in spans if span.earliest_begin == first)
        end = next(span for span in spans if span.latest_end == last)
        return Span.joined(begin, end)


def parse(text: str, circa: Width = 0) -> Span:
    """The span of an EDTF text; `circa` is the width of “about”, in years or by the year. Raises EdtfError."""
    return read(text).span(circa)


def read(text: str) -> Edtf:
    """Read an EDTF text. Raises EdtfError with a sentence that a registrar understands."""
    text = text.strip()
    if len(text) > MAX_LENGTH:
        raise EdtfError(_("A date in EDTF has at most %(count)d signs.") % {"count": MAX_LENGTH})
    if text[:1] in ("[", "{"):
        return _read_set(text)
    if "/" not in text:
        part = read_part(text)
        return Edtf(text, "date", (Range(part, part),))
    pieces = text.split("/")
    if len(pieces) != 2:
        raise EdtfError(_("A span has one slash, between its begin and its end: 1600/1699."))
    ends = [None if piece in ("", "..") else read_part(piece) for piece in pieces]
    return Edtf(text, "interval", (_range(ends[0], ends[1]),))


def _read_set(text: str) -> Edtf:
    if len(text) < 2 or text[-1] != {"[": "]", "{": "}"}[text[0]]:
        raise EdtfError(
            _("A choice of dates stands in brackets, as in [1667,1668]; several in braces: {1667,1668}.")
        )
    members = [member.strip() for member in text[1:-1].split(",")]
    ranges = tuple(_read_member(member) for member in members)
    return Edtf(text, "one_of" if text[0] == "[" else "all_of", ranges)


def _read_member(text: str) -> Range:
    """`1667`, `1670..1672`, `..1644` or `1644..`."""
    begin, dots, end = text.partition("..")
    if not dots:
        part = read_part(text)
        return Range(part, part)
    return _range(read_part(begin) if begin else None, read_part(end) if end else None)


def _range(begin: Part | None, end: Part | None) -> Range:
    """A range whose ends are in order and not both open."""
    if begin is None and end is None:
        raise EdtfError(_("A span needs a begin or an end: 1600/1699, ../1644 or 1644/.."))
    if begin is not None and end is not None and _runs_backwards(begin, end):
        raise EdtfError(
            _("The span ends before it begins. The earlier date stands first; years BCE have a minus.")
        )
    return Range(begin, end)


def _runs_backwards(begin: Part, end: Part) -> bool:
    if begin.low is None or end.high is None:
        return False
    first = (begin.low, begin.month or 0, begin.day or 0)
    last = (end.high, end.month or 99, end.day or 99)
    seasonal = max(begin.month or 0, end.month or 0) > 12
    return begin.low > end.high if seasonal else first > last
