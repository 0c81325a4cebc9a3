"""Flows as bands: who gave on the left, who received on the right, each as high as its works."""

from __future__ import annotations

from typing import Any

WIDTH = 100  # of the bands, in per cent of the room between the names
UNIT = 560  # pixels that all works share
LEAST = 1.2  # pixels: a thinner band is not seen
PITCH = 34  # pixels from one name to the next at least, for two lines
GAP = 6
LINE = 15  # letters of a name in a line

Band = dict[str, Any]


def sankey(
    sources: list[dict[str, Any]], targets: list[dict[str, Any]], bands: list[Band], **_: Any
) -> dict[str, Any]:
    """Knots keep the order they are given in; bands leave and arrive in the order of the other side."""
    total = sum(band["count"] for band in bands) or 1
    scale = UNIT / total
    order = {
        "source": {knot["slug"]: number for number, knot in enumerate(sources)},
        "target": {knot["slug"]: number for number, knot in enumerate(targets)},
    }
    left = _column(sources, bands, "source", scale)
    right = _column(targets, bands, "target", scale)
    high = max(_foot(left), _foot(right))
    for column in (left, right):
        _spread(column, high)
    drawn = _bands(bands, left, right, order, scale)
    return {"left": left, "right": right, "bands": drawn, "high": round(high)}


def _thick(band: Band, scale: float) -> float:
    return max(LEAST, float(band["count"]) * scale)


def _column(knots: list[dict[str, Any]], bands: list[Band], side: str, scale: float) -> list[dict[str, Any]]:
    """Each knot with its place and height; those that nothing touches are left out."""
    column, y = [], 2.0
    for knot in knots:
        own = [band for band in bands if band[side] == knot["slug"]]
        if not own:
            continue
        high = sum(_thick(band, scale) for band in own)
        column.append({**knot, "y": y, "height": high, "words": _lines(knot["label"])})
        y += max(high, PITCH) + GAP
    return column


def _lines(label: str) -> list[str]:
    """A name in at most two lines."""
    words, lines = str(label).split(), [""]
    for word in words:
        if len(lines) == 1 and lines[0] and len(lines[0]) + len(word) >= LINE:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _foot(column: list[dict[str, Any]]) -> float:
    return max((knot["y"] + max(knot["height"], PITCH) for knot in column), default=0)


def _spread(column: list[dict[str, Any]], high: float) -> None:
    """The shorter column takes the room of the longer one, evenly between its knots."""
    room = (high - _foot(column)) / max(len(column), 1)
    for number, knot in enumerate(column):
        y = knot["y"] + room * (number + 0.5)
        middle = y + knot["height"] / 2
        knot |= {"y": round(y, 1), "height": round(knot["height"], 1), "middle": round(middle, 1)}
        knot["text_y"] = round(middle - (len(knot["words"]) - 1) * 7 + 4, 1)


def _bands(
    bands: list[Band],
    left: list[dict[str, Any]],
    right: list[dict[str, Any]],
    order: dict[str, dict[str, int]],
    scale: float,
) -> list[Band]:
    """Each band as a filled path; the thin ones are drawn last, so that none lies hidden."""
    places: dict[str, dict[str, float]] = {"source": {}, "target": {}}
    starts = {
        "source": {knot["slug"]: knot["y"] for knot in left},
        "target": {knot["slug"]: knot["y"] for knot in right},
    }
    tops: dict[int, dict[str, float]] = {}
    for side, other in (("source", "target"), ("target", "source")):
        for band in sorted(bands, key=lambda band: (order[side][band[side]], order[other][band[other]])):
            at = places[side].setdefault(band[side], starts[side][band[side]])
            tops.setdefault(id(band), {})[side] = at
            places[side][band[side]] = at + _thick(band, scale)
    drawn = []
    for band in sorted(bands, key=lambda band: -band["count"]):
        y1, y2, thick = tops[id(band)]["source"], tops[id(band)]["target"], _thick(band, scale)
        drawn.append({**band, "path": _path(y1, y2, thick)})
    return drawn


def _path(y1: float, y2: float, thick: float) -> str:
    """From the left edge at `y1` to the right edge at `y2`, everywhere as high as `thick`."""
    half, low1, low2 = WIDTH / 2, y1 + thick, y2 + thick
    return (
        f"M0 {y1:.1f}C{half:.0f} {y1:.1f} {half:.0f} {y2:.1f} {WIDTH} {y2:.1f}"
        f"V{low2:.1f}C{half:.0f} {low2:.1f} {half:.0f} {low1:.1f} 0 {low1:.1f}z"
    )
