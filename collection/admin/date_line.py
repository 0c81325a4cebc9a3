"""A date as a short line of time, drawn by the server as admin-date-line.js draws it in a form."""

from __future__ import annotations

from typing import Any

from collection.dates.display import year_text
from collection.dates.spans import Span

WIDTH = 600


def drawn(span: Span) -> dict[str, Any] | None:
    """Positions in a box of 600 by 34: the stretch that may be, the one that is sure (or none), two years; None for a
    date that is open on a side."""
    if not span.is_bounded:
        return None
    begin, sure_from, sure_to, end = (year or 0 for year in span.bounds)
    wide = max(end - begin, 40)
    first, whole = begin - wide * 0.6, wide * 1.2 + end - begin

    def at(year: int) -> int:
        return round((year - first) / whole * WIDTH)

    sure = (at(sure_from), max(at(sure_to), at(sure_from) + 2)) if sure_from <= sure_to else None
    return {
        "doubt": (at(begin), max(at(end), at(begin) + 2)),
        "sure": sure,
        "first": year_text(begin),
        "last": year_text(end) if end != begin else "",
    }
