"""Who influenced whom, as a table: rows gave, columns received."""

from __future__ import annotations

from typing import Any

from django.utils.translation import ngettext


def level(count: int, most: int) -> int:
    """The step of depth, 1 to 4, of a count beside the greatest one; the root keeps small ones apart."""
    return max(1, min(4, round(4 * (count / most) ** 0.5))) if count and most else 0


def influence_matrix(
    sources: list[dict[str, Any]],
    targets: list[dict[str, Any]],
    cells: dict[tuple[str, str], dict[str, Any]],
    **_: Any,
) -> dict[str, Any]:
    """The cells of each source in the order of the targets; None where nothing is recorded."""
    most = max((cell["count"] for cell in cells.values()), default=0)
    lines = []
    for source in sources:
        line: list[dict[str, Any] | None] = []
        for target in targets:
            cell = cells.get((source["slug"], target["slug"]))
            if not cell:
                line.append(None)
                continue
            words = ngettext(
                "%(n)s work: %(source)s to %(target)s", "%(n)s works: %(source)s to %(target)s", cell["count"]
            )
            label = words % {"n": cell["count"], "source": source["label"], "target": target["label"]}
            line.append({**cell, "level": level(cell["count"], most), "label": label})
        lines.append({"source": source, "cells": line})
    return {"lines": lines}
