"""The thread of a work: lines from what it received to the work, and on to what it gave."""

from __future__ import annotations

from typing import Any

ROW = 34  # pixels between two names
TALL = 168  # the least height: the work stands in the middle
CUT = 34  # letters of a name that are drawn; all of it stands in the list
DOUBTED = frozenset({"possible", "disputed"})


def thread(received: list[dict[str, Any]], gave: list[dict[str, Any]], **_: Any) -> dict[str, Any]:
    """Names at the sides, each with a line to the middle; the lines of a side are drawn in a field of 100 by the height."""
    height = max(ROW * max(len(received), len(gave)) + ROW // 2, TALL)
    return {
        "before": _side(received, "received", height),
        "after": _side(gave, "gave", height),
        "height": height,
        "middle": height / 2,
        "picture_y": height / 2 - 64,
    }


def _side(items: list[dict[str, Any]], side: str, height: int) -> list[dict[str, Any]]:
    top = (height - ROW * len(items)) / 2 + ROW / 2
    return [
        {
            **item,
            "number": number,
            "y": y,
            "text_y": y + 4,
            "drawn": _cut(item["label"]),
            "is_broken": item["certainty"] in DOUBTED,
            "path": _path(side, y, height / 2),
        }
        for number, item in enumerate(items, start=1)
        for y in [round(top + ROW * (number - 1), 1)]
    ]


def _path(side: str, y: float, middle: float) -> str:
    if side == "received":
        return f"M0,{y:g}C55,{y:g} 45,{middle:g} 100,{middle:g}"
    return f"M0,{middle:g}C55,{middle:g} 45,{y:g} 100,{y:g}"


def _cut(label: str) -> str:
    return label if len(label) <= CUT else f"{label[: CUT - 1].rstrip()}…"
