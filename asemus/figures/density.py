"""Works through time: a curve of how many there are in each year, on an axis that can be narrowed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

HIGH = 100  # units of the drawing, whose height the style sheet sets


def density(
    curve: list[float],
    begin: int,
    step: int,
    chosen: tuple[int, int] | None = None,
    parts: Iterable[Mapping[str, Any]] = (),
    **_: Any,
) -> dict[str, Any]:
    """The outline of the curve and the chosen years. Heights are square roots, so that one work beside a thousand is seen."""
    most = max(curve, default=0) or 1
    tops = [round(HIGH - HIGH * (part / most) ** 0.5, 1) for part in curve]
    path = f"M0 {HIGH}" + "".join(f"V{top:g}H{at}" for at, top in enumerate(tops, 1)) + f"V{HIGH}Z"
    drawn: dict[str, Any] = {
        "path": path,
        "bins": len(curve),
        "high": HIGH,
        "end": begin + step * len(curve) - 1,
        "buttons": tuple((part["label"], part["value"], part["is_chosen"]) for part in parts),
    }
    if chosen:
        first, last = ((year - begin) / step for year in (chosen[0], chosen[1] + 1))
        first, last = max(0.0, first), min(float(len(curve)), last)
        drawn |= {"x": round(first, 2), "width": round(max(last - first, 0.2), 2)}
    return drawn
