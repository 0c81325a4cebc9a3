"""The provenance of a work as a line in time."""

from __future__ import annotations

from typing import Any


def provenance_line(events: list[dict[str, Any]], **_: Any) -> dict[str, Any]:
    """The same events, each knowing whether the line to the next one is broken."""
    drawn = []
    for number, event in enumerate(events):
        after = events[number + 1] if number + 1 < len(events) else None
        is_broken = bool(after and after.get("is_gap"))
        drawn.append(
            {**event, "is_broken_after": is_broken, "gap_after": after.get("gap", "") if after else ""}
        )
    return {"events": drawn}
