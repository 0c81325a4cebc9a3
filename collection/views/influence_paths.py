"""How something came from one culture or work to another: chains of claims, each with its works and who says so."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from collection.enums import Certainty, InfluenceKind, Region
from collection.exports.card import card_of
from collection.influences.graph import Graph, current_graph
from collection.influences.nearest import Nearest, nearest
from collection.influences.paths import Path, Question, Step, paths
from collection.influences.words import voice
from collection.models import Artwork
from collection.views.answers import absolute_url, json_answer
from collection.views.asked_paths import query_of, question_in
from collection.views.caching import public_page
from collection.views.cultures import statement_json
from collection.views.embeds import embedding
from members.languages import best_language

PICTURES = 4  # of the works of a step
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
    """The page; whole without script. Its address is the permalink of its answer."""
    graph, error = current_graph(), ""
    try:
        asked = question_in(request.GET)
    except BadRequest as refusal:
        asked, error = Question("", ""), str(refusal)
    found = paths(graph, asked)
    near = Nearest((), ()) if found or error else nearest(graph, asked)
    shown = works_of(found or list(near.ways), asked)
    context = {
        "asked": asked,
        "error": error,
        "complete": bool(asked.source and asked.target and not error),
        "same": asked.source == asked.target,
        "source": _name(graph, asked.source, shown),
        "target": _name(graph, asked.target, shown),
        "regions": _regions(graph),
        "certainties": [(value, label) for value, label in Certainty.choices if value != Certainty.DISPUTED],
        "chains": [chain_told(graph, path, shown) for path in found],
        "ways": [chain_told(graph, path, shown) for path in near.ways],
        "otherwise": [_offer(graph, asked, question, shown) for question in near.otherwise],
        "turned": _address(Question(asked.target, asked.source, asked.at_least, asked.certain, asked.broad)),
        "examples": _examples(graph),
        "json_url": f"{reverse('influence_paths_json')}?{urlencode(query_of(asked))}",
        **(embedding(request, _address(asked)) if found else {}),
    }
    return render(request, "collection/influence_paths.html", context, status=400 if error else 200)


def _address(asked: Question) -> str:
    return f"{reverse('influence_paths')}?{urlencode(query_of(asked))}"


def works_of(found: list[Path], asked: Question) -> dict[str, Artwork]:
    """The works whose pictures or titles the page shows, by public id."""
    ids = {work for path in found for step in path.steps for work in step.works[:PICTURES]}
    wanted = ids | {asked.source, asked.target}
    return {
        work.public_id: work for work in Artwork.objects.published().filter(public_id__in=wanted).with_card()
    }


def _name(graph: Graph, name: str, shown: dict[str, Artwork]) -> dict[str, Any]:
    """{labels, url} of a culture or work; the name itself where it is of nobody."""
    if name in graph.ends:
        return {"labels": graph.ends[name].label_map, "url": reverse("culture", args=[name]), "name": name}
    if name in shown:
        work = shown[name]
        return {
            "labels": {"en": work.title_text},
            "url": reverse("artwork", args=[name]),
            "name": name,
            "is_work": True,
        }
    return {"labels": {"und": name}, "url": "", "name": name}


def _regions(graph: Graph) -> list[dict[str, Any]]:
    """The choices of both pickers: cultures by region."""
    by_region: dict[str, list[dict[str, str]]] = {}
    for end in graph.ends.values():
        tag = best_language(end.label_map) or "und"
        choice = {"slug": end.slug, "label": end.label_map.get(tag, end.slug), "lang": tag}
        by_region.setdefault(end.region, []).append(choice)
    return [
        {"label": region.label, "cultures": sorted(by_region[region], key=lambda choice: choice["label"])}
        for region in Region
        if region in by_region
    ]


def _examples(graph: Graph) -> list[dict[str, Any]]:
    return [
        {
            "source": graph.ends[source].label_map,
            "target": graph.ends[target].label_map,
            "url": _address(Question(source, target)),
        }
        for source, target in EXAMPLES
        if source in graph.ends and target in graph.ends
    ]


def chain_told(graph: Graph, path: Path, shown: dict[str, Artwork]) -> dict[str, Any]:
    return {
        "places": [_name(graph, name, shown) for name in path.places],
        "steps": [_step(graph, step, shown) for step in path.steps],
        "certain": path.certain,
        "count": len(path.steps),
    }


def _step(graph: Graph, step: Step, shown: dict[str, Artwork]) -> dict[str, Any]:
    """One step: from whom to whom, what, when, how sure, the works, and every claim once."""
    claims = {s.text: s for s in step.statements}
    ends = {"influence_from": step.source, "influence_to": step.target}
    listed = all(name in graph.ends for name in ends.values())
    return {
        "source": _name(graph, step.source, shown),
        "target": _name(graph, step.target, shown),
        "kinds": [InfluenceKind(kind).label for kind in step.kinds],
        "certainty": step.certainty.label,
        "doubt": step.certainty.value,
        "earliest": step.earliest,
        "latest": step.latest,
        "count": len(step.works),
        "works": [card_of(shown[work]) for work in step.works[:PICTURES] if work in shown],
        "works_url": f"{reverse('artworks')}?{urlencode(ends)}" if listed else "",
        "stands_for": [graph.ends[slug].label_map for slug in step.stands_for],
        "more": len(claims) - 1,
        "claims": [
            {
                "text": s.text_map,
                "evidence": s.evidence_map,
                "certainty": s.certainty.label,
                "who": voice(s.said_by),
                "works": [{"url": reverse("artwork", args=[work])} for work in s.works],
            }
            for s in claims.values()
        ],
    }


def _offer(graph: Graph, asked: Question, other: Question, shown: dict[str, Artwork]) -> dict[str, Any]:
    """A question beside the one that has no answer, in words."""
    if other.source != asked.source:
        words = _("There is one the other way round.")
    elif other.broad != asked.broad:
        words = _("There is one if each culture speaks for its parts, as Europe for the Netherlands.")
    elif other.certain != asked.certain:
        words = _("There is one that is possibly in time.")
    else:
        words = _("There is one of claims that are less sure.")
    return {"words": words, "url": _address(other)}


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
