"""Flows between regions, countries or cultures: bands, both directions of every pair through the centuries, a matrix, a table."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from collection.enums import Region
from collection.influences.flows import LEVELS, Flow, flows
from collection.influences.graph import Graph, current_graph
from collection.influences.statements import Statement
from collection.views.asked_flows import Asked, written_years
from collection.views.atlas import CENTURIES, centuries_of
from collection.views.caching import public_page
from collection.views.influences import kind_choices
from collection.views.told_flows import end_named, heading, told_flow

MOST_KNOTS = 14  # of a side of the drawing
MOST_PAIRS = 12
MOST_ROWS = 150
MATRIX_SIZE = 24  # those with most works
WORDS = {
    "region": _("Regions"),
    "country": _("Countries of today"),
    "culture": _("Cultures"),
    "epoch": _("Epochs"),
}


@public_page
def influence_flows(request: HttpRequest) -> HttpResponse:
    """`/influences/flows/?level=&kind=&from_year=&to_year=&from=&to=&with=`: whole without script; regions to begin with."""
    error, query = "", request.GET.copy()
    query.setdefault("level", "region")
    try:
        asked = Asked.read(query)
    except BadRequest as refusal:
        asked, error = Asked(level="region"), str(refusal)
    graph = current_graph(asked.level)
    chosen = asked.of(graph)
    found = flows(chosen, asked.level)
    outward = [flow for flow in found if flow.source != flow.target]
    context = {
        "asked": asked,
        "error": error,
        "heading": heading(graph, asked),
        **written_years(asked, request.GET if error else None),
        "families": kind_choices(graph, asked),
        "levels": _levels(asked),
        "count": len(chosen),
        "works": len({work for said in chosen for work in said.works}),
        "bands": _sankey(graph, outward, asked),
        "within": [
            told_flow(graph, flow, asked, asked.level) for flow in found if flow.source == flow.target
        ],
        "pairs": _pairs(graph, outward, asked),
        "matrix": matrix(graph, chosen, asked),
        "rows": _rows(graph, found, asked),
        "every": len(found),
        "map_url": replace(asked, level="culture").address("influences") if _is_plain(asked) else "",
        "json_url": asked.address("influences_json"),
    }
    return render(request, "collection/influence_flows.html", context, status=400 if error else 200)


def _is_plain(asked: Asked) -> bool:
    return not (asked.sources or asked.targets or asked.touching)


def _levels(asked: Asked) -> list[dict[str, Any]]:
    """The same question counted otherwise; names belong to their level and do not come along."""
    plain = replace(asked, sources=(), targets=(), touching=())
    return [
        {
            "value": level,
            "label": WORDS.get(level, level),
            "url": _address(replace(plain, level=level)),
            "is_current": level == asked.level,
        }
        for level in sorted(
            LEVELS, key=lambda level: list(WORDS).index(level) if level in WORDS else len(WORDS)
        )
    ]


def _address(asked: Asked) -> str:
    """Regions go without saying on this page; other pages mean cultures."""
    path = asked.address("influence_flows")
    if asked.level == "culture":
        return f"{path}{'&' if '?' in path else '?'}level=culture"
    return path


def _knots(graph: Graph, found: list[Flow], side: str, level: str) -> list[dict[str, Any]]:
    """The largest of a side, region beside region."""
    weight: Counter[str] = Counter()
    for flow in found:
        weight[getattr(flow, side)] += len(flow.works)
    named = [end_named(graph, name, level) | {"count": n} for name, n in weight.most_common(MOST_KNOTS)]
    order = list(Region)
    return sorted(
        named,
        key=lambda knot: (
            order.index(Region(knot["region"])) if knot["region"] else len(order),
            -knot["count"],
            knot["slug"],
        ),
    )


def _sankey(graph: Graph, found: list[Flow], asked: Asked) -> dict[str, Any]:
    """Props of the component, and how many flows are too small for it."""
    sources, targets = (_knots(graph, found, side, asked.level) for side in ("source", "target"))
    names = ({knot["slug"] for knot in sources}, {knot["slug"] for knot in targets})
    drawn = [flow for flow in found if flow.source in names[0] and flow.target in names[1]]
    back = {(flow.source, flow.target): len(flow.works) for flow in found}
    label = {knot["slug"]: knot for knot in [*sources, *targets]}
    bands = [
        {
            "source": flow.source,
            "target": flow.target,
            "count": len(flow.works),
            "back": back.get((flow.target, flow.source), 0),
            "from": label[flow.source]["label"],
            "to": label[flow.target]["label"],
            "region": label[flow.source]["region"],
            "url": asked.between(flow.source, flow.target, asked.level).address("influence_claims"),
        }
        for flow in drawn
    ]
    for knots, side in ((sources, "sources"), (targets, "targets")):
        for knot in knots:
            whole = replace(asked, **{side: (knot["slug"],)})
            knot["url"] = whole.address("influence_claims")
    return {"sources": sources, "targets": targets, "bands": bands, "left_out": len(found) - len(drawn)}


def _pairs(graph: Graph, found: list[Flow], asked: Asked) -> dict[str, Any]:
    """Both directions of the largest pairs, by centuries, on one scale."""
    both: dict[tuple[str, str], dict[str, Flow]] = {}
    for flow in found:
        pair = (min(flow.source, flow.target), max(flow.source, flow.target))
        both.setdefault(pair, {})[flow.source] = flow
    size = {pair: sum(len(flow.works) for flow in ways.values()) for pair, ways in both.items()}
    largest = sorted(size, key=lambda pair: (-size[pair], pair))[:MOST_PAIRS]
    told = [label for flow in found for said in flow.statements for label in centuries_of(said)]
    labels = [
        label for label in CENTURIES if label >= min(told, default=CENTURIES[0]) and _is_in(asked, label)
    ] or [CENTURIES[-1]]
    drawn = []
    for pair in largest:
        ways = sorted(both[pair].values(), key=lambda flow: -len(flow.works))
        there = ways[0]
        back = next((flow for flow in ways if flow.source == there.target), None)
        drawn.append(
            {
                "source": end_named(graph, there.source, asked.level),
                "target": end_named(graph, there.target, asked.level),
                "there": _by_century(there.statements, labels),
                "back": _by_century(back.statements if back else [], labels),
                "went": told_flow(graph, there, asked, asked.level),
                "came": told_flow(graph, back, asked, asked.level) if back else None,
            }
        )
    most = max((count for pair in drawn for side in ("there", "back") for count in pair[side]), default=1)
    return {"drawn": drawn, "most": most, "first": labels[0], "last": labels[-1]}


def _is_in(asked: Asked, label: int) -> bool:
    return (asked.latest is None or label <= asked.latest) and (
        asked.earliest is None or label + 99 >= asked.earliest
    )


def _by_century(statements: list[Statement], labels: list[int]) -> list[int]:
    works: dict[int, set[str]] = {label: set() for label in labels}
    for said in statements:
        for label in centuries_of(said):
            if label in works:
                works[label].update(said.works)
    return [len(works[label]) for label in labels]


def _rows(graph: Graph, found: list[Flow], asked: Asked) -> list[dict[str, Any]]:
    """The table: every flow with what came back; `share` is what went of both."""
    works = {(flow.source, flow.target): len(flow.works) for flow in found}
    rows = []
    for flow in found[:MOST_ROWS]:
        row = told_flow(graph, flow, asked, asked.level)
        row["back"] = works.get((flow.target, flow.source), 0)
        row["share"] = round(100 * row["count"] / max(row["count"] + row["back"], 1))
        row["is_within"] = flow.source == flow.target
        row["back_url"] = asked.between(flow.target, flow.source, asked.level).address("influence_claims")
        rows.append(row)
    return rows


def matrix(graph: Graph, statements: list[Statement], asked: Asked) -> dict[str, Any]:
    """Props of the matrix at a level; of many, those with most works."""
    found = flows(statements, asked.level)
    weight: Counter[str] = Counter()
    for flow in found:
        for name in (flow.source, flow.target):
            weight[name] += len(flow.works)
    if asked.level == "region":
        names = [region.value for region in Region]
    else:
        names = [name for name, _count in weight.most_common(MATRIX_SIZE)]
    order = [region.value for region in Region]
    axis = sorted(
        (end_named(graph, name, asked.level) for name in names),
        key=lambda end: (
            order.index(end["region"]) if end["region"] in order else len(order),
            names.index(end["slug"]),
        ),
    )
    cells = {
        (flow.source, flow.target): {
            "count": len(flow.works),
            "url": asked.between(flow.source, flow.target, asked.level).address("influence_claims"),
        }
        for flow in found
    }
    return {"sources": axis, "targets": axis, "cells": cells}
