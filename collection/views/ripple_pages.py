"""What followed from a culture or work, or came before it, ring by ring; and what several have upstream in common."""

from __future__ import annotations

from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse

from collection.dates.display import year_text
from collection.enums import Certainty
from collection.exports.card import card_of
from collection.exports.journeys import DOUBTED, Told, claim_of, works_by_id
from collection.exports.voices import voices_on
from collection.influences.graph import Graph, current_graph
from collection.influences.paths import Path, Question, paths
from collection.influences.ripples import Around, Reached, common, ripple
from collection.models import Concept
from collection.views.answers import absolute
from collection.views.asked_ends import Picked, end_in
from collection.views.asked_paths import around_in, certainty_in
from collection.views.caching import public_page
from collection.views.told_exchange import TRAVELLERS, travel_url

ANCESTORS = 5  # shared ones told by their chains
# To begin with, where the collection knows them.
EXAMPLES = ("gandhara", "iran", "hellenistic-world", "china", "mughal-india")


@public_page
def ripples(request: HttpRequest) -> HttpResponse:
    """One `of`: its rings; several: what they have in common. Words written in the form lead to the permalink."""
    graph, error, asked, picked = current_graph(), "", [], Picked("")
    try:
        picked = end_in(_as_end(request.GET), "of", graph)
        asked = around_in(request.GET) if any(request.GET.getlist("of")) else []
    except BadRequest as refusal:
        error = str(refusal)
    if "of_name" in request.GET and not (error or picked.is_open):
        return HttpResponseRedirect(address_of(_around(request.GET, picked.name)))
    if len(asked) == 1 and not graph.knows(asked[0].of) and (there := _traveller(asked[0].of)):
        return HttpResponseRedirect(there)
    if len(asked) > 1:
        return render(request, "collection/influence_alike.html", _alike(graph, asked))
    context = {"error": error, "picked": picked, **_rings(graph, asked[0] if asked else Around(""))}
    return render(request, "collection/influence_ripples.html", context, status=400 if error else 200)


def _as_end(query: QueryDict) -> QueryDict:
    """Of several things none can be written in the form."""
    return query if len([name for name in query.getlist("of") if name]) < 2 else QueryDict()


def _around(query: QueryDict, name: str) -> Around:
    upstream, broad = query.get("direction") == "up", query.get("parts") == "1"
    return Around(name, upstream, certainty_in(query), broad)


def address_of(asked: Around) -> str:
    """The permalink of the rings around one thing."""
    parameters = {
        "of": asked.of,
        "direction": "up" if asked.upstream else "",
        "certainty": asked.at_least.value if asked.at_least != Certainty.DISPUTED else "",
        "parts": "1" if asked.broad else "",
    }
    query = urlencode({name: value for name, value in parameters.items() if value})
    return f"{reverse('ripples')}{f'?{query}' if query else ''}"


def _traveller(slug: str) -> str:
    """The page of the motif, material or technique of this name, where it is one."""
    term = Concept.objects.usable().filter(kind__in=TRAVELLERS, slug=slug).order_by("kind").first()
    return travel_url(term) if term else ""


def _rings(graph: Graph, asked: Around) -> dict[str, Any]:
    reached = ripple(graph, asked)
    told = Told.read(graph, (), (asked.of, *EXAMPLES))
    voices = voices_on(one.via.public_id for one in reached if one.via)
    shown = [_reached(told, one, asked, claim_of(one.via, voices) if one.via else None) for one in reached]
    turned = Around(asked.of, not asked.upstream, asked.at_least, asked.broad)
    return {
        "asked": asked,
        "of": told.name(asked.of),
        "certainties": [(value, label) for value, label in Certainty.choices if value != Certainty.DISPUTED],
        "places": shown,
        "count": len(shown),
        "rings": [{"number": n, "places": list(ring)} for n, ring in groupby(shown, lambda one: one["ring"])],
        "turned_url": address_of(turned),
        "permalink": absolute(address_of(asked)),
        "json_url": f"{reverse('ripples_json')}?{address_of(asked).partition('?')[2]}",
        "examples": [
            told.name(name) | {"page": address_of(Around(name))} for name in EXAMPLES if graph.knows(name)
        ],
    }


def _reached(told: Told, one: Reached, asked: Around, claim: dict[str, Any] | None) -> dict[str, Any]:
    """A place of a ring: its name, the one before it, when, and the claim by which it was reached."""
    ends = (one.slug, asked.of) if asked.upstream else (asked.of, one.slug)
    name = told.name(one.slug)
    return name | {
        "page": name["url"],
        "url": f"#ring-{one.slug}",
        "ring": one.steps,
        "before": one.before,
        "by": told.name(one.before) if one.before and one.before != asked.of else None,
        "year": "" if one.year is None else year_text(one.year),
        "claim": claim,
        "is_doubted": bool(one.via and one.via.certainty in DOUBTED),
        "paths_url": f"{reverse('influence_paths')}?{urlencode({'from': ends[0], 'to': ends[1]})}",
    }


def _alike(graph: Graph, asked: list[Around]) -> dict[str, Any]:
    """Why several works or cultures look alike: the nearest that all of them have behind them, and the chains from there."""
    names = [one.of for one in asked]
    shared = common(graph, names, broad=asked[0].broad)
    found = {
        one.slug: [path for name in names for path in _chain(graph, one.slug, name, asked[0])]
        for one in shared[:ANCESTORS]
    }
    told = Told.read(graph, [path for chains in found.values() for path in chains], names)
    cards = works_by_id(names)
    numbers = iter(range(1, 100))
    return {
        "names": [told.name(name) for name in names],
        "works": [card_of(cards[name]) for name in names if name in cards],
        "shared": [
            {
                "place": told.name(slug),
                "chains": [told.chain(path, next(numbers)) for path in chains],
            }
            for slug, chains in found.items()
        ],
        "others": [told.name(one.slug) for one in shared[ANCESTORS:]],
        "count": len(shared),
        "heading": " · ".join(told.name(name)["label"] for name in names),
        "json_url": f"{reverse('ripples_json')}?{urlencode([('of', name) for name in names])}",
    }


def _chain(graph: Graph, source: str, target: str, asked: Around) -> list[Path]:
    """The best chain from what is shared to one of the things, as sure as it was asked."""
    return paths(graph, Question(source, target, asked.at_least, broad=asked.broad), 1)
