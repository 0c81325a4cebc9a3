"""`/influences/ripples.json?of=&direction=`: what followed from a culture, work, motif, material, technique or type, and from
what it came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, JsonResponse

from collection.influences.graph import Graph, current_graph
from collection.influences.paths import Question, paths
from collection.influences.ripples import Around, Reached, Shared, common, ripple, travels
from collection.views.answers import absolute, json_answer
from collection.views.asked_paths import around_in
from collection.views.caching import public_page
from collection.views.cultures import statement_json
from collection.views.influence_paths import path_json
from collection.views.under import under, url_of

CARRIED_BY = ("motif", "material", "technique", "type")  # facets whose values travel
TOLD = 1000  # cultures of a ripple
WHY = 5  # of what is in common, told with its chains


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
        return json_answer(answer | _travelled(graph, first))
    return json_answer(answer | _rings(ripple(graph, first)))


def _rings(reached: Sequence[Reached]) -> dict[str, Any]:
    told = reached[:TOLD]
    more = {"more": len(reached) - len(told)} if len(reached) > len(told) else {}
    return {"count": len(reached), "reached": [_reached(one) for one in told], **more}


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
    """Why they look alike: what is upstream of all, nearest first, and of the nearest the best chain to each."""
    shared = common(graph, [one.of for one in asked], broad=asked[0].broad)
    return {
        "count": len(shared),
        "common": [
            {"culture": one.slug, "ways": [_reached(way) for way in one.ways]}
            | ({"chains": _chains(graph, one, asked)} if number < WHY else {})
            for number, one in enumerate(shared)
        ],
    }


def _chains(graph: Graph, shared: Shared, asked: list[Around]) -> list[dict[str, Any]]:
    questions = (Question(shared.slug, one.of, one.at_least, broad=one.broad) for one in asked)
    return [path_json(path) for question in questions for path in paths(graph, question, 1)]


def _travelled(graph: Graph, asked: Around) -> dict[str, Any]:
    """What the works of a motif, material, technique or type show, in the order of the years, and what came of that.

    `motif:lotus` asks the motifs alone, `lotus` all vocabularies.
    """
    kind, _colon, term = asked.of.rpartition(":")
    works: set[str] = set()
    for facet in CARRIED_BY if not kind else [kind]:
        works.update(under(**{facet: term}).in_order().values_list("public_id", flat=True))
    said = travels(graph.statements, frozenset(works))
    shown = frozenset(work for one in said for work in one.works) & works
    reached = ripple(graph, replace(asked, works=shown)) if shown else []
    return {
        "works": len(works),
        "url": absolute(url_of(**{kind: term})) if kind else None,
        "travels": [{"from": s.source.slug, "to": s.target.slug, **statement_json(s)} for s in said],
        **_rings(reached),
        "count": len(said),
    }
