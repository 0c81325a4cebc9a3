"""`/influences/ripples.json?of=&direction=`: what followed from a culture, work, material, technique or type, and from what it came."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, JsonResponse

from collection.influences.graph import Graph, current_graph
from collection.influences.ripples import Around, Reached, common, ripple, travels
from collection.views.answers import json_answer
from collection.views.asked_paths import around_in
from collection.views.caching import public_page
from collection.views.cultures import statement_json
from collection.views.under import under

CARRIED_BY = ("material", "technique", "type")  # facets whose values travel


@public_page
def ripples_json(request: HttpRequest) -> JsonResponse:
    """One `of`: its ripple; several: what they have upstream in common. Unknown names: nothing is reached."""
    try:
        asked = around_in(request.GET)
    except BadRequest as refusal:
        return json_answer({"error": str(refusal)}, status=400)
    graph = current_graph()
    first = asked[0]
    answer: dict[str, Any] = {
        "of": first.of if len(asked) == 1 else [one.of for one in asked],
        "direction": "up" if first.upstream or len(asked) > 1 else "down",
        "certainty": first.at_least,
        "parts": int(first.broad),
    }
    if len(asked) > 1:
        return json_answer(answer | _in_common(graph, asked))
    if not graph.knows(first.of):
        return json_answer(answer | _travelled(graph, first.of))
    reached = ripple(graph, first)
    return json_answer(answer | {"count": len(reached), "reached": [_reached(one) for one in reached]})


def _reached(one: Reached) -> dict[str, Any]:
    """`year`: from when on at the earliest, upstream until when; `next`: the culture nearer to the beginning."""
    return {
        "culture": one.slug,
        "steps": one.steps,
        "year": one.year,
        "next": one.before or None,
        "statement": statement_json(one.via) if one.via else None,
    }


def _in_common(graph: Graph, asked: list[Around]) -> dict[str, Any]:
    shared = common(graph, [one.of for one in asked], broad=asked[0].broad)
    return {
        "count": len(shared),
        "common": [{"culture": one.slug, "ways": [_reached(way) for way in one.ways]} for one in shared],
    }


def _travelled(graph: Graph, term: str) -> dict[str, Any]:
    """What the works of a material, technique or type show, in the order of the years."""
    works: set[str] = set()
    for facet in CARRIED_BY:
        works.update(under(**{facet: term}).in_order().values_list("public_id", flat=True))
    said = travels(graph.statements, frozenset(works))
    return {
        "count": len(said),
        "travels": [{"from": s.source.slug, "to": s.target.slug, **statement_json(s)} for s in said],
    }
