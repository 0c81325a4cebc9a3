"""Counts as bars, and the ways from one result to others: its pages, its other orders."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from django.utils.html import format_html

from asemus.words.addresses import hidden_inputs


def date_histogram(bars: list[dict[str, Any]], height: int = 56, **_: Any) -> dict[str, Any]:
    """A column for each bar, across in per cent, up in pixels; the square root of its count is its height,
    so that one work is still seen."""
    most = max((bar["count"] for bar in bars), default=0) or 1
    step = 100 / max(len(bars), 1)
    columns = []
    for number, bar in enumerate(bars):
        tall = round(height * (bar["count"] / most) ** 0.5, 1) if bar["count"] else 0.0
        late = number * step > 88  # its word would run over the edge
        drawn = {"x": f"{number * step:.2f}", "height": tall, "y": round(height - tall, 1)}
        drawn |= {"tick_x": f"{(number + late) * step:.2f}", "anchor": "end" if late else "start"}
        columns.append({"tick": "", **bar, **drawn})
    return {
        "columns": columns,
        "step": f"{step:.2f}",
        "bar_width": f"{step * 0.82:.2f}",
        "full_height": height + 20,
        "tick_y": height + 15,
    }


def pagination(page: int, pages: int, query: str = "", parameter: str = "page", **_: Any) -> dict[str, Any]:
    """The first, the last and two on each side of this page; None stands for a gap."""
    start = f"?{query}&" if query else "?"

    def link(number: int) -> dict[str, Any]:
        bare = f"?{query}"  # the first page has one address only
        url = bare if number == 1 else f"{start}{parameter}={number}"
        return {"number": number, "url": url, "is_current": number == page}

    kept = sorted({1, pages, *range(max(1, page - 2), min(pages, page + 2) + 1)})
    links: list[dict[str, Any] | None] = []
    for before, number in zip([0, *kept], kept, strict=False):
        if number - before == 2:
            links.append(link(number - 1))
        elif number - before > 2:
            links.append(None)
        links.append(link(number))
    return {
        "links": links,
        "previous": link(page - 1)["url"] if page > 1 else None,
        "next": link(page + 1)["url"] if page < pages else None,
    }


def way(url: str, in_form: bool = False, **_: Any) -> dict[str, Any]:
    """The address apart, as a form has it: where it is sent, and what with."""
    if not in_form:
        return {"action": "", "inputs": ""}
    path, _sign, query = url.partition("?")
    action = format_html(' action="{}"', path) if path else ""
    return {"action": action, "inputs": hidden_inputs(parse_qsl(query))}
