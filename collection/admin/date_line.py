"""A date as a short line of time, drawn by the server as static/js/admin-date-line.js draws it in a form."""

from __future__ import annotations

from typing import Any

from collection.dates.display import year_text
from collection.dates.spans import Span


def drawn(span: Span) -> dict[str, Any] | None:
    """Positions in per cent, so that words keep their size: the stretch that may be, the one that is sure (or none), and
    two years. None for a date that is open on a side."""
    if not span.is_bounded:
        return None
    begin, sure_from, sure_to, end = (year or 0 for year in span.bounds)
    wide = max(end - begin, 40)
    first, whole = begin - wide * 0.6, wide * 1.2 + end - begin

    def at(year: int, plus: float = 0) -> str:
        return f"{(year - first) / whole * 100 + plus:.2f}"

    def stretch(one: int, other: int) -> tuple[str, str]:
        return at(one), at(other) if other > one else at(one, 0.4)

    return {
        "doubt": stretch(begin, end),
        "sure": stretch(sure_from, sure_to) if sure_from <= sure_to else None,
        "first": year_text(begin),
        "last": year_text(end) if end != begin else "",
    }
