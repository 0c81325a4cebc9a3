"""What two places gave each other, century by century: one upwards, the other downwards, on one scale."""

from __future__ import annotations

from typing import Any

HALF = 26  # pixels above the line, and below it


def exchange_pair(pair: dict[str, Any], most: int, **_: Any) -> dict[str, Any]:
    """`there` and `back` are works by century; `most` is the same for all pairs of a page, so that they compare."""
    step = 100 / max(len(pair["there"]), 1)
    bars = []
    for number, (there, back) in enumerate(zip(pair["there"], pair["back"], strict=True)):
        up, down = (round(HALF * (count / max(most, 1)) ** 0.7, 1) for count in (there, back))
        if there or back:
            x = round(number * step, 2)
            bars.append({"x": x, "up": up, "down": down, "y": round(HALF - up, 1)})
    return {"bars": bars, "step": round(step * 0.8, 2), "middle": HALF, "high": HALF * 2}
