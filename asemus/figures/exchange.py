"""What came and what went on one axis of years: received above it, given below it; what is doubted is dashed."""

from __future__ import annotations

from typing import Any

from asemus.words.years import year, year_span

from .timeline import LETTER, WIDTH, place

LINE = 26
AXIS = 34  # pixels between what stands above the axis and what stands below it
AIR = 1.2  # per cent between two bars of a line
LEAST = 0.45  # per cent: a single year is still seen
_STEPS = (10, 25, 50, 100, 250, 500)


def exchange(
    received: list[dict[str, Any]] | None,
    given: list[dict[str, Any]] | None,
    life: dict[str, Any] | None = None,
    stair: bool = False,
    **_: Any,
) -> dict[str, Any]:
    """Bars packed into lines, nearest to the axis those that begin first; in a stair each has a line of its own."""
    received, given = received or [], given or []
    dated = [item for item in (*received, *given) if item["earliest"] is not None]
    if not dated:
        return {"height": 0, "above": [], "below": [], "marks": []}
    begin, end = _span(dated)
    above, up = _lines(received, begin, end, stair)
    below, down = _lines(given, begin, end, stair)
    top = up * LINE
    for bar in above:
        bar |= {"y": top - bar["line"] * LINE - 6, "text_y": top - bar["line"] * LINE - 11}
    for bar in below:
        bar |= {
            "y": top + AXIS + bar["line"] * LINE + 20,
            "text_y": top + AXIS + bar["line"] * LINE + 15,
        }
    for bar in (*above, *below):
        bar["hit_y"] = bar["text_y"] - 14
    return {
        "above": above,
        "below": below,
        "marks": _marks(begin, end),
        "height": top + AXIS + down * LINE + 6,
        "axis_y": top,
        "years_y": top + 23,
        "axis_end": top + AXIS,
        "life": _life(life, begin, end),
    }


def _span(dated: list[dict[str, Any]]) -> tuple[int, int]:
    """From the first year to the last, widened to round ones."""
    first, last = min(item["earliest"] for item in dated), max(item["latest"] for item in dated)
    step = next((step for step in _STEPS if (last - first) / step <= 10), _STEPS[-1])
    begin, end = first // step * step, -(-last // step) * step
    return begin - (begin == first) * step, end + (end == last) * step


def _marks(begin: int, end: int) -> list[dict[str, Any]]:
    """Round years as people say them: 500 BCE is -499, and there is no year nought."""
    step = next((step for step in _STEPS if (end - begin) / step <= 10), _STEPS[-1])
    rounds = range(-(-begin // step) * step, end + 1, step)
    years = [when if when > 0 else when + 1 for when in rounds]
    return [{"x": place(when, begin, end), "label": year(when)} for when in years if when <= end]


def _life(life: dict[str, Any] | None, begin: int, end: int) -> dict[str, Any] | None:
    """The culture's own years on the axis."""
    if not life or life["begin"] is None:
        return None
    first, last = life["begin"], life["end"] if life["end"] is not None else end
    if last < begin or first > end:
        return None
    left, right = place(first, begin, end), place(last, begin, end)
    return {"x": left, "width": max(round(right - left, 2), LEAST), "years": year_span(first, last)}


def _lines(
    items: list[dict[str, Any]], begin: int, end: int, stair: bool
) -> tuple[list[dict[str, Any]], int]:
    """The bars of one side, each in the first line where it and its word have room, and how many lines these are."""
    taken: list[float] = []
    bars = []
    dated = [item for item in items if item["earliest"] is not None]
    for item in dated if stair else sorted(dated, key=lambda item: (item["earliest"], item["latest"])):
        bar = _bar(item, begin, end)
        line = next((i for i, until in enumerate(taken) if until <= bar["hit_x"] and not stair), len(taken))
        taken[line : line + 1] = [bar["hit_x"] + bar["hit_width"] + AIR]
        bars.append(bar | {"line": line})
    return bars, len(taken)


def _bar(item: dict[str, Any], begin: int, end: int) -> dict[str, Any]:
    left, right = place(item["earliest"], begin, end), place(item["latest"], begin, end)
    right = max(right, left + LEAST)
    word = len(item["label"]) * LETTER
    late = left + word > WIDTH  # the word of a late bar ends where the axis ends
    start = max(min(left, WIDTH - word), 0.0) if late else left
    return {
        "lang": None,
        "url": "",
        **item,
        "x": left,
        "end": right,
        "text_x": WIDTH if late else left,
        "anchor": "end" if late else "start",
        "hit_x": round(start, 2),
        "hit_width": round(max(right, start + word) - start, 2),
        "years": year_span(item["earliest"], item["latest"]),
        **_sure(item, begin, end),
    }


def _sure(item: dict[str, Any], begin: int, end: int) -> dict[str, Any]:
    """The part that is certain or probable; beyond it the line is dashed. None of it: dashed from end to end."""
    first, last = item.get("sure_from"), item.get("sure_to")
    if first is None or last is None:
        return {"sure_x": None, "sure_end": None}
    left = place(first, begin, end)
    return {"sure_x": left, "sure_end": max(place(last, begin, end), left + LEAST)}
