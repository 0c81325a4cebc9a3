"""Rings around a beginning: what was reached in one step, in two, in three; each place stands behind the one it came by."""

from __future__ import annotations

from math import cos, pi, sin
from typing import Any

SIZE = 1000  # of the drawing, both ways
CENTRE = SIZE / 2
MARGIN = 40
NAMED = 12  # places of the first ring that are named in the drawing
HUB = 3  # places behind one that make it be named


def ripples(places: list[dict[str, Any]], **_: Any) -> dict[str, Any]:
    """Dots, threads and circles: the places of one branch share a sector, as wide as it has ends."""
    if not places:
        return {"dots": [], "threads": [], "rings": [], "size": SIZE, "centre": CENTRE}
    rings = max(place["ring"] for place in places)
    step = (CENTRE - MARGIN) / rings
    turns = _turns(places)
    named = _named(places)
    dots = {
        place["name"]: _dot(place, turns[place["name"]], step) | {"is_named": place["name"] in named}
        for place in places
    }
    return {
        "dots": list(dots.values()),
        "threads": [_thread(dots.get(place["before"]), dots[place["name"]]) for place in places],
        "rings": [{"r": round(step * number, 1), "number": number} for number in range(1, rings + 1)],
        "size": SIZE,
        "centre": CENTRE,
    }


def _turns(places: list[dict[str, Any]]) -> dict[str, float]:
    """Part of the circle at which each place stands, 0 to 1."""
    names = {place["name"] for place in places}
    behind: dict[str, list[str]] = {}
    for place in sorted(places, key=lambda place: (place["ring"], place["region"], place["name"])):
        before = place["before"] if place["before"] in names else ""
        behind.setdefault(before, []).append(place["name"])
    order: list[str] = []
    waiting = list(reversed(behind.get("", [])))
    spans: dict[str, list[int]] = {}
    ends = 0
    while waiting:
        name = waiting.pop()
        order.append(name)
        spans[name] = [ends, ends]
        further = [other for other in behind.get(name, []) if other not in spans]
        if further:
            waiting.extend(reversed(further))
        else:
            ends += 1
    for name in reversed(order):
        inner = [spans[other] for other in behind.get(name, []) if other in spans and other != name]
        first = min((span[0] for span in inner), default=spans[name][0])
        spans[name] = [first, max((span[1] for span in inner), default=first)]
    return {name: (sum(spans[name]) / 2 + 0.5) / max(ends, 1) for name in order}


def _named(places: list[dict[str, Any]]) -> set[str]:
    """The first ring, where it is small, and those by whom much went on; the others say their name when pointed at."""
    behind: dict[str, int] = {}
    for place in places:
        behind[place["before"]] = behind.get(place["before"], 0) + 1
    first = {place["name"] for place in places if place["ring"] == 1}
    hubs = {name for name, count in behind.items() if count >= HUB}
    return hubs | (first if len(first) <= NAMED else set())


def _dot(place: dict[str, Any], turn: float, step: float) -> dict[str, Any]:
    angle = 2 * pi * turn - pi / 2
    x, y = CENTRE + cos(angle) * step * place["ring"], CENTRE + sin(angle) * step * place["ring"]
    left = x < CENTRE
    return {
        **place,
        "x": round(x, 1),
        "y": round(y, 1),
        "text_x": round(x + (-16 if left else 16), 1),
        "text_y": round(y + 9, 1),
        "anchor": "end" if left else "start",
    }


def _thread(before: dict[str, Any] | None, dot: dict[str, Any]) -> dict[str, Any]:
    """From the place before it, or from the middle; bent towards the middle, so that rings stay to be seen."""
    x, y = (before["x"], before["y"]) if before else (CENTRE, CENTRE)
    bend_x, bend_y = (x + dot["x"]) / 2, (y + dot["y"]) / 2
    bend_x, bend_y = bend_x + (CENTRE - bend_x) * 0.12, bend_y + (CENTRE - bend_y) * 0.12
    return {
        "path": f"M{x:g},{y:g}Q{bend_x:.0f},{bend_y:.0f} {dot['x']:g},{dot['y']:g}",
        "is_doubted": dot.get("is_doubted", False),
    }
