"""How something came from one culture or work to another: chains of claims, each with its works and who says so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from collection.enums import Certainty
from collection.exports.journeys import Told
from collection.influences.graph import Graph, current_graph
from collection.influences.nearest import Nearest, nearest
from collection.influences.paths import Path, Question, paths
from collection.views.answers import absolute, absolute_url, json_answer
from collection.views.asked_ends import Picked, end_in
from collection.views.asked_paths import query_of, question_in
from collection.views.caching import public_page
from collection.views.cultures import statement_json
from collection.views.embeds import embedding

# Chains to begin with, offered where both ends are in the collection.
EXAMPLES = (
    ("hellenistic-world", "japan"),
    ("iran", "netherlands"),
    ("japan", "vietnam"),
    ("gandhara", "korea"),
    ("mughal-india", "netherlands"),
)


@public_page
def influence_paths(request: HttpRequest) -> HttpResponse:
    """The page; whole without script. Its address is the permalink of its answer: words that were written in the form
    lead there as soon as it is known what they mean."""
    graph, error = current_graph(), ""
    source = target = Picked("")
    try:
        asked = question_in(request.GET)
        source, target = end_in(request.GET, "from", graph), end_in(request.GET, "to", graph)
    except BadRequest as refusal:
        asked, error = Question("", ""), str(refusal)
    asked = replace(asked, source=source.name, target=target.name)
    if request.GET.get("swap"):
        asked, source, target = replace(asked, source=asked.target, target=asked.source), target, source
    is_written = {"from_name", "to_name", "swap"} & set(request.GET)
    if is_written and not (error or source.is_open or target.is_open):
        return HttpResponseRedirect(address_of(asked))
    context = {"error": error, "picked": {"from": source, "to": target}, **_answer(graph, asked)}
    if context["chains"]:
        context |= embedding(request, address_of(asked))
    return render(request, "collection/influence_paths.html", context, status=400 if error else 200)


def _answer(graph: Graph, asked: Question) -> dict[str, Any]:
    found = paths(graph, asked)
    near = Nearest((), ()) if found else nearest(graph, asked)
    examples = [] if found else _examples(graph)
    told = Told.read(graph, [*(found or near.ways), *examples], (asked.source, asked.target))
    return {
        "asked": asked,
        "complete": bool(asked.source and asked.target),
        "same": asked.source == asked.target,
        "source": told.name(asked.source),
        "target": told.name(asked.target),
        "certainties": [(value, label) for value, label in Certainty.choices if value != Certainty.DISPUTED],
        "chains": [told.chain(path, number) for number, path in enumerate(found, start=1)],
        "ways": [told.chain(path, number) for number, path in enumerate(near.ways, start=1)],
        "otherwise": [{"words": _otherwise(asked, q), "url": address_of(q)} for q in near.otherwise],
        "examples": [
            told.chain(path) | {"url": address_of(Question(path.places[0], path.places[-1]))}
            for path in examples
        ],
        "json_url": f"{reverse('influence_paths_json')}?{urlencode(query_of(asked))}",
        "permalink": absolute(address_of(asked)),
    }


def address_of(asked: Question) -> str:
    """The permalink of a question, in the active language."""
    query = urlencode(query_of(asked))
    return f"{reverse('influence_paths')}{f'?{query}' if query else ''}"


def _examples(graph: Graph) -> list[Path]:
    """The best chain of each example that the collection can tell."""
    return [path for ends in EXAMPLES for path in paths(graph, Question(*ends), 1)]


def _otherwise(asked: Question, other: Question) -> str:
    """A question beside the one that has no answer, in words."""
    if other.source != asked.source:
        return _("There is one the other way round.")
    if other.broad != asked.broad:
        return _("There is one if each culture speaks for its parts, as Europe for the Netherlands.")
    if other.certain != asked.certain:
        return _("There is one that is possibly in time.")
    return _("There is one of claims that are less sure.")


@public_page
def influence_paths_json(request: HttpRequest) -> JsonResponse:
    """`/influences/paths.json?from=&to=&certainty=&date_match=&parts=`: at most five chains, the best first."""
    try:
        asked = question_in(request.GET)
        if not (asked.source and asked.target):
            raise BadRequest(_("Say from where and to where: “from” and “to” are cultures or works."))
    except BadRequest as refusal:
        return json_answer({"error": str(refusal)}, status=400)
    graph = current_graph()
    found = paths(graph, asked)
    near = Nearest((), ()) if found else nearest(graph, asked)
    return json_answer(
        {
            "url": f"{absolute_url('influence_paths')}?{urlencode(query_of(asked))}",
            "from": asked.source,
            "to": asked.target,
            "certainty": asked.at_least,
            "date_match": "certain" if asked.certain else "possible",
            "parts": int(asked.broad),
            "count": len(found),
            "paths": [path_json(path) for path in found],
            "nearest": [path_json(path) for path in near.ways],
        }
    )


def path_json(path: Path) -> dict[str, Any]:
    """A chain for machines. `in_time` says whether its steps follow each other certainly or possibly."""
    return {
        "in_time": "certain" if path.certain else "possible",
        "steps": [
            {
                "from": step.source,
                "to": step.target,
                "kinds": step.kinds,
                "certainty": step.certainty,
                "earliest": step.earliest,
                "latest": step.latest,
                "artworks": step.works,
                "stands_for": step.stands_for,
                "statements": [statement_json(statement) for statement in step.statements],
            }
            for step in path.steps
        ],
    }
