"""The atlas: arcs between the centres of cultures, with a mark that says which kind, and names that do not cover each other."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, degrees, hypot
from typing import Any

from .equal_earth import HEIGHT, WIDTH, project

BOX = (2660, 330, 4240, 2500)  # of the land's drawing: Lisbon to Japan, Lapland to Java
WIDTHS = (1, 2, 4, 7)  # works from which an arc is one step wider
LETTER, LINE = 6.4, 14  # of a name, in pixels
# Names are placed for a drawing so many pixels wide; those of a narrow one stand on a wide one, too.
SIZES = (560, 1150, 2400)
SELF = 70  # half the width of the loop of what stays within one culture
_BEND = 0.27
Box = tuple[float, float, float, float]  # left, top, right, bottom
# side of a dot → where its name stands, in pixels from it, and how it is anchored
SIDES = {
    "right": (7, 4, "start"),
    "left": (-7, 4, "end"),
    "under": (0, 17, "middle"),
    "over": (0, -8, "middle"),
}


def atlas(arcs: list[dict[str, Any]], dots: list[dict[str, Any]], **_: Any) -> dict[str, Any]:
    """Everything in the units of the land's drawing; the style sheet knows how many of them a pixel is."""
    placed = [{**dot, **_place(dot)} for dot in dots]
    ranks = _ranks(placed)
    x, y, width, height = BOX
    return {
        "lines": [_line(arc) for arc in sorted(arcs, key=lambda arc: arc["weight"])],
        "spots": [dot | _name(ranks.get(number)) for number, dot in enumerate(placed)],
        "view_box": f"{x} {y} {width} {height}",
        "land_x": x,
        "land_y": y,
        "land_width": WIDTH,
        "land_height": HEIGHT,
    }


def _place(dot: dict[str, Any]) -> dict[str, int]:
    x, y = project(dot["latitude"], dot["longitude"])
    return {"x": x, "y": y}


def _line(arc: dict[str, Any]) -> dict[str, Any]:
    """An arc that leaves to the left of its way, so that there and back are two; its mark points along it."""
    (x1, y1), (x2, y2) = project(*arc["from"]), project(*arc["to"])
    length = hypot(x2 - x1, y2 - y1)
    wide = sum(arc["weight"] >= step for step in WIDTHS)
    if length < 1:
        path = f"M{x1} {y1}c{-SELF * 2} {-SELF * 2} {SELF * 2} {-SELF * 2} 0 0"
        return {**arc, "path": path, "wide": wide, "x": x1, "y": y1 - round(SELF * 1.5), "angle": 0}
    bend = min(length * _BEND, 760)
    control_x = (x1 + x2) / 2 + bend * (y2 - y1) / length
    control_y = (y1 + y2) / 2 - bend * (x2 - x1) / length
    return {
        **arc,
        "path": f"M{x1} {y1}Q{control_x:.0f} {control_y:.0f} {x2} {y2}",
        "wide": wide,
        "x": round((x1 + x2) / 4 + control_x / 2),
        "y": round((y1 + y2) / 4 + control_y / 2),
        "angle": round(degrees(atan2(y2 - y1, x2 - x1))),
    }


def _ranks(dots: Sequence[dict[str, Any]]) -> dict[int, tuple[int, str]]:
    """number of a dot → (the smallest size of drawing on which its name has room, the side on which it stands)."""
    found: dict[int, tuple[int, str]] = {}
    order = sorted(range(len(dots)), key=lambda number: (-dots[number]["weight"], dots[number]["label"]))
    for rank, pixels in enumerate(SIZES, start=1):
        unit = BOX[2] / pixels
        taken = [_box(dots[number], side, unit) for number, (_rank, side) in found.items()]
        spots = [_spot(dot, unit) for dot in dots]
        for number in order:
            if number in found:
                continue
            others = [*spots[:number], *spots[number + 1 :], *taken]
            for side in SIDES:
                box = _box(dots[number], side, unit)
                if _inside(box) and not any(_meet(box, other) for other in others):
                    found[number] = (rank, side)
                    taken.append(box)
                    break
    return found


def _box(dot: dict[str, Any], side: str, unit: float) -> Box:
    """Left, top, right, bottom of a name on a side of its dot."""
    across, down, anchor = SIDES[side]
    wide, high = len(dot["label"]) * LETTER * unit, LINE * unit
    x, y = dot["x"] + across * unit, dot["y"] + (down - 4) * unit
    left = x - {"start": 0, "end": wide, "middle": wide / 2}[anchor]
    return left, y - high / 2, left + wide, y + high / 2


def _spot(dot: dict[str, Any], unit: float) -> Box:
    half = 2.5 * unit
    return dot["x"] - half, dot["y"] - half, dot["x"] + half, dot["y"] + half


def _inside(box: Box) -> bool:
    return box[0] > BOX[0] and box[2] < BOX[0] + BOX[2] and box[1] > BOX[1] and box[3] < BOX[1] + BOX[3]


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _name(found: tuple[int, str] | None) -> dict[str, Any]:
    rank, side = found or (0, "right")
    across, down, anchor = SIDES[side]
    return {"rank": rank, "text_x": across, "text_y": down, "anchor": anchor}
