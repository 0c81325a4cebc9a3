"""Who influenced whom: a map through time, its works and a table that says the same; every number opens what is behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from collection.enums import InfluenceKind
from collection.influences.flows import Flow, flows, through_time
from collection.influences.graph import Graph, current_graph
from collection.influences.statements import Statement
from collection.influences.tallies import Tally
from collection.views.answers import absolute, absolute_url, json_answer
from collection.views.asked_flows import Asked, written_years
from collection.views.atlas import drawn, moment, rail
from collection.views.caching import public_page
from collection.views.cultures import flow_json
from collection.views.embeds import embedding
from collection.views.kind_families import KINDS, Family
from collection.views.told_flows import heading


@public_page
def influences(request: HttpRequest) -> HttpResponse:
    """The page, whole without script; the part that changes with the century alone, for the script of the map."""
    error = ""
    try:
        asked = Asked.read(request.GET)
    except BadRequest as refusal:
        asked, error = Asked(), str(refusal)
    graph = current_graph(asked.level)
    context = {
        "asked": asked,
        "moment": moment(graph, asked),
        "error": error,
        "heading": heading(graph, asked),
    }
    if request.headers.get("HX-Request") and not error:
        return render(request, "collection/influence_moment.html", context)
    context |= {
        **written_years(asked, request.GET if error else None),
        "families": kind_choices(graph, asked),
        "rail": rail(graph, asked),
        "drawn": drawn(graph, asked),
        "is_whole": not asked.is_windowed,
        **embedding(request, asked.address("influences")),
    }
    return render(request, "collection/influence_list.html", context, status=400 if error else 200)


def kind_choices(graph: Graph, asked: Asked) -> list[dict[str, Any]]:
    """The legend, which is the form as well: the kinds that are told of, under their families."""
    counts = Counter(kind for said in graph.statements for kind in said.kinds)
    families = []
    for family, kinds in KINDS.items():
        choices = [
            {
                "value": kind.value,
                "label": InfluenceKind(kind).label,
                "count": counts[kind],
                "selected": kind in asked.kinds,
            }
            for kind in kinds
            if counts[kind] or kind in asked.kinds
        ]
        families.append({"value": family.value, "label": Family(family).label, "kinds": choices})
    return [family for family in families if family["kinds"]]


@public_page
def influences_json(request: HttpRequest) -> JsonResponse:
    """`/influences.json?kind=&from_year=&to_year=&level=&from=&to=&with=`: flows with the statements and works behind them.

    Every count stands beside a `url` that opens what was counted.
    """
    try:
        asked = Asked.read(request.GET)
    except BadRequest as refusal:
        return json_answer({"error": str(refusal)}, status=400)
    graph = current_graph(asked.level)
    chosen = asked.of(graph)
    found = flows(chosen, asked.level)
    tallies = graph.tallies(asked.level).within(asked.kinds, asked.earliest, asked.latest)
    weighed = {(tally.source, tally.target): tally for tally in tallies}
    told = {said.public_id for flow in found for said in flow.statements}
    return json_answer(
        {
            "url": absolute_url("influences"),
            "claims_url": absolute(asked.address("influence_claims")),
            "count": len(found),
            "statements": len(chosen),
            "left_out": len(chosen) - len(told),
            "kinds": list(asked.kinds),
            "from_year": asked.earliest,
            "to_year": asked.latest,
            "level": asked.level,
            "centuries": _centuries(chosen, asked),
            "flows": [_flow(flow, weighed[flow.source, flow.target], asked) for flow in found],
        }
    )


def _flow(flow: Flow, tally: Tally, asked: Asked) -> dict[str, Any]:
    """Each work weighs by the surest claim that it shows; `balance` from -1 (only came back) to 1 (only went)."""
    between = asked.between(flow.source, flow.target, asked.level)
    return {
        **flow_json(flow),
        "url": absolute(between.address("influence_claims")),
        "weight": tally.weight,
        "balance": round(tally.balance, 3),
        "centuries": _centuries(flow.statements, between),
    }


def _centuries(statements: Iterable[Statement], asked: Asked) -> list[dict[str, Any]]:
    """Change over time: a statement counts in every century that its years touch."""
    return [
        {
            "century": one.label,
            "statements": one.statements,
            "count": one.works,
            "url": absolute(asked.during(one.first, one.last).address("influence_claims")),
        }
        for one in through_time(statements)
    ]
