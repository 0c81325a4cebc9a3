"""Epochs as bars on one axis: years to places, bars packed into lanes so that no word covers another."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from asemus.words.years import year, year_span

WIDTH = 100  # the axis, in per cent: the drawing is as wide as its page, its words keep their size
NARROWEST = 880  # pixels: below that the axis turns and bars are lines of a list (figures.css)
LETTER = 100 * 6.3 / NARROWEST  # average width of a letter
LINE = 26
# Five thousand years do not share the paper evenly: works crowd towards us. (year, part of the width)
LONG_SCALE = ((-3000, 0.0), (-1000, 0.16), (0, 0.32), (1000, 0.56), (1500, 0.76), (2030, 1.0))


def place(when: float, begin: int, end: int) -> float:
    """Where a year stands on the axis, 0 to WIDTH; a span over 3,000 years is drawn on the long scale."""
    when = min(max(when, begin), end)
    if end - begin <= 3000:
        return round(WIDTH * (when - begin) / (end - begin or 1), 2)
    if when < LONG_SCALE[0][0]:
        return 0.0
    for (from_year, from_part), (to_year, to_part) in pairwise(LONG_SCALE):
        if when <= to_year:
            part = from_part + (to_part - from_part) * (when - from_year) / (to_year - from_year)
            return round(WIDTH * part, 2)
    return float(WIDTH)


def marks(begin: int, end: int) -> list[dict[str, Any]]:
    """The years written on the axis: round ones, about ten of them."""
    if end - begin > 3000:
        years = [-2999, -1999, -999, -499, 1, 500, 1000, 1250, 1500, 1750, 2000]
    else:
        step = next(
            s for s in (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500) if (end - begin) / s <= 10 or s == 500
        )
        years = list(range(-(-begin // step) * step, end + 1, step))
    return [{"x": place(when, begin, end), "label": year(when)} for when in years if begin <= when <= end]


def timeline(
    rows: list[dict[str, Any]], begin: int = -3000, end: int = 2030, shown: int = 400, **_: Any
) -> dict[str, Any]:
    """Lanes of bars for each region; a bar that lies wholly outside the axis is left out."""
    lanes = [_lane(row, number, begin, end, shown) for number, row in enumerate(rows)]
    return {"lanes": [lane for lane in lanes if lane["bars"]], "marks": marks(begin, end), "width": WIDTH}


def _lane(row: dict[str, Any], number: int, begin: int, end: int, shown: int) -> dict[str, Any]:
    visible = [bar for bar in row["bars"] if bar["end"] >= begin and bar["begin"] <= end][:shown]
    ends: list[float] = []
    bars = []
    for index, bar in enumerate(sorted(visible, key=lambda bar: (bar["begin"], -bar["end"]))):
        drawn = _bar(bar, begin, end)
        line = next((i for i, taken in enumerate(ends) if taken <= drawn["hit_x"]), len(ends))
        ends[line : line + 1] = [drawn["hit_x"] + drawn["hit_width"] + 1.2]
        top = line * LINE + 4
        drawn |= {"y": top + 15, "text_y": top + 11, "hit_y": top - 2}
        if drawn["stops"]:
            drawn["gradient"] = f"soft-{number}-{index}"
        bars.append(drawn)
    height = len(ends) * LINE + 16
    ticks = sorted({place(when, begin, end) for when in row.get("ticks", ()) if begin <= when <= end})
    return {**row, "bars": bars, "height": height, "tick_top": height - 8, "ticks": ticks}


def _bar(bar: dict[str, Any], begin: int, end: int) -> dict[str, Any]:
    left, right = place(bar["begin"], begin, end), place(bar["end"], begin, end)
    width = max(round(right - left, 2), 0.3)
    word = len(bar["label"]) * LETTER
    late = left + word > WIDTH  # the word of a late bar ends where the axis ends
    start = max(min(left, WIDTH - word), 0.0) if late else left
    return {
        "lang": None,
        **bar,
        "x": left,
        "width": width,
        "text_x": WIDTH if late else left,
        "anchor": "end" if late else "start",
        "hit_x": round(start, 2),
        "hit_width": round(max(left + width, start + word) - start, 2),
        "years": year_span(bar["begin"], bar["end"]),
        "stops": _stops(bar, begin, end, left, width),
    }


def _stops(bar: dict[str, Any], begin: int, end: int, left: float, width: float) -> list[dict[str, Any]]:
    """Where the bar fades: from nearly nothing at its outer bound to full where the sources agree."""
    fades_in, fades_out = bar.get("soft_begin") or 0, bar.get("soft_end") or 0
    if not fades_in and not fades_out:
        return []
    full_from = (place(bar["begin"] + fades_in, begin, end) - left) / width
    full_to = (place(bar["end"] - fades_out, begin, end) - left) / width
    return [
        {"at": 0, "opacity": 0.1 if fades_in else 1},
        {"at": f"{min(max(full_from, 0), 1):.3f}", "opacity": 1},
        {"at": f"{min(max(full_to, full_from, 0), 1):.3f}", "opacity": 1},
        {"at": 1, "opacity": 0.1 if fades_out else 1},
    ]
