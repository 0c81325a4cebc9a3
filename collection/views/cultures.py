"""A culture: what it received, what it gave, and the works that carry its name."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from collection.exports.card import card_of
from collection.exports.journeys import works_by_id
from collection.influences.flows import Flow, flows
from collection.influences.graph import current_graph
from collection.influences.statements import Statement
from collection.models import Culture
from collection.search.exchange import works_of_exchanges
from collection.views import told_exchange as exchange
from collection.views.answers import absolute, absolute_url, json_answer, moved
from collection.views.asked_flows import Asked
from collection.views.caching import public_page
from collection.views.under import cards, spread, under

SHOWN = 12


def _find(slug: str) -> Culture | None:
    return Culture.objects.public().select_related("broader").filter(slug=slug).first()


@public_page
def culture(request: HttpRequest, slug: str) -> HttpResponse:
    """Both directions of its exchange, told with statements and works."""
    found = _find(slug)
    if found is None:
        redirect = moved(request, Culture, slug, "culture")
        if redirect is None:
            raise Http404("no such culture")
        return redirect
    return render(request, "collection/culture_detail.html", _page(found))


def _page(found: Culture) -> dict[str, Any]:
    graph, slug = current_graph(), found.slug
    touching = [s for s in graph.statements if slug in (s.source.slug, s.target.slug)]
    received = flows(s for s in touching if s.target.slug == slug)
    given = flows(s for s in touching if s.source.slug == slug)
    browse = under(culture=slug)
    told = works_of_exchanges((flow.source, flow.target) for flow in [*received, *given])
    voices = exchange.voices_of(received, given)
    came = exchange.partners(received, "received", graph.ends, told, voices)
    went = exchange.partners(given, "gave", graph.ends, told, voices)
    key = exchange.key_works(touching)
    shown = works_by_id(key)
    return {
        "culture": found,
        "narrower": list(found.narrower.public()),
        "received": came,
        "given": went,
        "in_time": {"received": exchange.bars(came), "given": exchange.bars(went)},
        "life": {"begin": found.start_year, "end": found.end_year},
        "arcs": [arc_of(flow, graph.ends) for flow in [*received, *given]],
        "key_works": [card_of(shown[work]) for work in key if work in shown],
        "passed": exchange.what_passed(touching),
        "works": cards(browse, SHOWN),
        "works_count": browse.count,
        "kept_where": spread(browse, "keeper_country", culture=slug),
    }


def arc_of(flow: Flow, ends: dict[str, Any]) -> dict[str, Any]:
    """An arc of the map from centre to centre; it opens the works behind it."""
    source, target = ends[flow.source], ends[flow.target]
    return {
        "from": (source.latitude or 0, source.longitude or 0),
        "to": (target.latitude or 0, target.longitude or 0),
        "label": f"{source.label_map.get('en', source.slug)} → {target.label_map.get('en', target.slug)}",
        "url": f"{reverse('artworks')}?influence_from={flow.source}&influence_to={flow.target}",
        "weight": len(flow.works),
        "kind": flow.kinds[0],
        "certainty": flow.certainty,
    }


@public_page
def culture_json(request: HttpRequest, slug: str) -> HttpResponse | JsonResponse:
    """The twin for machines."""
    found = _find(slug)
    if found is None:
        redirect = moved(request, Culture, slug, "culture_json")
        return redirect or json_answer({"error": "There is no such culture."}, status=404)
    statements = current_graph().statements
    works = under(culture=slug).in_order()
    return json_answer(
        {
            "slug": found.slug,
            "id": found.public_id,
            "url": absolute_url("culture", found.slug),
            "labels": found.labels,
            "alt_labels": found.alt_labels,
            "region": found.region,
            "broader": found.broader.slug if found.broader else None,
            "countries": found.countries,
            "artworks": list(works.values_list("public_id", flat=True)),
            "influence_from": [flow_json(f) for f in flows(s for s in statements if s.target.slug == slug)],
            "influence_to": [flow_json(f) for f in flows(s for s in statements if s.source.slug == slug)],
        }
    )


def flow_json(flow: Flow) -> dict[str, Any]:
    """A flow for machines, with every statement and work behind it."""
    return {
        "from": flow.source,
        "to": flow.target,
        "kinds": flow.kinds,
        "certainty": flow.certainty,
        "count": len(flow.works),
        "artworks": flow.works,
        "statements": [statement_json(s) for s in flow.statements],
    }


def statement_json(said: Statement) -> dict[str, Any]:
    """A claim for machines, with who says so (null: nobody yet), its works and where it is told."""
    between = Asked().between(said.source.slug, said.target.slug)
    return {
        "id": said.public_id,
        "url": absolute(f"{between.address('influence_claims')}#{said.public_id}"),
        "statement": said.text_map,
        "kinds": list(said.kinds),
        "certainty": said.certainty,
        "earliest": said.earliest,
        "latest": said.latest,
        "asserted_by": said.said_by or None,
        "artworks": list(said.works),
    }
