"""The world map: shapes made at make time, coloured and linked for one page."""

from __future__ import annotations

import json
from functools import lru_cache
from math import hypot
from typing import Any

from django.conf import settings
from django.utils.translation import ngettext

from .equal_earth import HEIGHT, WIDTH, project
from .matrix import level

EXTENTS = {
    "world": f"0 0 {WIDTH} {HEIGHT - 560}",  # without the Antarctic
    "eurasia": "2700 60 4600 2840",
}

NEAREST = 1600  # width of the smallest part that is shown


@lru_cache(maxsize=1)
def _read(_stamp: float) -> dict[str, Any]:
    shapes: dict[str, Any] = json.loads(_path().read_text())
    return shapes


def _path() -> Any:
    return settings.VAR_DIR / "build" / "map" / "world.json"


def shapes() -> dict[str, Any]:
    """The shapes that `build_assets` made; an empty world where it has not run."""
    try:
        return _read(_path().stat().st_mtime)
    except FileNotFoundError:
        return {"countries": []}


def world_map(
    places: dict[str, dict[str, Any]] | None,
    points: list[dict[str, Any]] | None = None,
    arcs: list[dict[str, Any]] | None = None,
    extent: str = "world",
    **_: Any,
) -> dict[str, Any]:
    """Countries with a page become links, deeper in colour the more works they have."""
    most = max((place.get("count", 0) for place in (places or {}).values()), default=0)
    drawn = []
    for shape in shapes()["countries"] if places else ():
        place = places.get(shape["code"]) if places else None
        if place:
            count = place.get("count", 0)
            works = ngettext("%(n)s work", "%(n)s works", count) % {"n": count}
            drawn.append({**shape, **place, "level": level(count, most), "works": works})
    box = EXTENTS.get(extent) or _around([*map(_at, points or ()), *((s["x"], s["y"]) for s in drawn)])
    scale = 1.0 if extent in EXTENTS else int(box.split()[2]) / WIDTH
    return {
        "shapes": drawn,
        "dots": [_dot(point, scale) for point in points or ()],
        "lines": [_arc(line) for line in arcs or ()],
        "view_box": box,
        "land_width": WIDTH,
        "land_height": HEIGHT,
    }


def _around(found: list[tuple[int, int]]) -> str:
    """The part of the drawing, twice as wide as high, that holds these places with a margin: the extent “points”."""
    if not found:
        return EXTENTS["world"]
    (left, right), (top, bottom) = ((min(axis), max(axis)) for axis in zip(*found, strict=True))
    width = max((right - left) * 1.3, (bottom - top) * 2.6, NEAREST)
    if width > WIDTH * 0.8:
        return EXTENTS["world"]
    x, y = (left + right) / 2 - width / 2, (top + bottom) / 2 - width / 4
    x, y = max(0, min(x, WIDTH - width)), max(0, min(y, HEIGHT - width / 2))
    return f"{x:.0f} {y:.0f} {width:.0f} {width / 2:.0f}"


def _at(point: dict[str, Any]) -> tuple[int, int]:
    return project(point["latitude"], point["longitude"])


def _dot(point: dict[str, Any], scale: float) -> dict[str, Any]:
    x, y = _at(point)
    return {**point, "x": x, "y": y, "r": round((22 + min(point.get("count", 1), 60) ** 0.5 * 6) * scale)}


def _arc(line: dict[str, Any]) -> dict[str, Any]:
    """A thread from place to place, bent to its left so that there and back are two lines."""
    (x1, y1), (x2, y2) = project(*line["from"]), project(*line["to"])
    length = hypot(x2 - x1, y2 - y1) or 1
    bend = min(length * 0.22, 600)
    mid_x = (x1 + x2) / 2 + bend * (y2 - y1) / length
    mid_y = (y1 + y2) / 2 - bend * abs(x2 - x1) / length
    path = f"M{x1},{y1}Q{mid_x:.0f},{mid_y:.0f} {x2},{y2}"
    return {
        "url": "",
        "certainty": "",
        **line,
        "path": path,
        "width": round(0.6 + 0.35 * line.get("weight", 1) ** 0.5, 2),
    }
