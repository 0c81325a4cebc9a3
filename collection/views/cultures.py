"""A culture: what it received, what it gave, and the works that carry its name."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from collection.enums import Certainty, InfluenceKind
from collection.influences.flows import Flow, ends_of, flows
from collection.influences.graph import current_graph
from collection.influences.statements import Statement
from collection.models import Culture
from collection.search.exchange import Pair, works_of_exchanges
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
    statements = current_graph().statements
    received = flows(s for s in statements if s.target.slug == slug)
    given = flows(s for s in statements if s.source.slug == slug)
    ends = ends_of(statements)
    browse = under(culture=slug)
    told = works_of_exchanges((flow.source, flow.target) for flow in [*received, *given])
    context = {
        "culture": found,
        "narrower": list(found.narrower.public()),
        "received": [_told(flow, ends[flow.source], told) for flow in received],
        "given": [_told(flow, ends[flow.target], told) for flow in given],
        "arcs": [arc_of(flow, ends) for flow in [*received, *given]],
        "works": cards(browse, SHOWN),
        "works_count": browse.count,
        "kept_where": spread(browse, "keeper_country", culture=slug),
    }
    return render(request, "collection/culture_detail.html", context)


def _told(flow: Flow, far: Any, told: dict[Pair, int]) -> dict[str, Any]:
    """One partner of the culture: kinds, years, each statement once, and where its works are."""
    texts = {s.text: s for s in flow.statements}
    dated = [s for s in flow.statements if s.earliest is not None]
    return {
        "labels": far.label_map,
        "url": reverse("culture", args=[far.slug]),
        "region": far.region,
        "kinds": [InfluenceKind(kind).label for kind in flow.kinds],
        "certainty": Certainty(flow.certainty).label,
        "count": told[flow.source, flow.target],
        "earliest": min((s.earliest for s in dated), default=None),
        "latest": max((s.latest for s in dated), default=None),
        "statements": [_statement(s) for s in texts.values()],
        "works_url": f"{reverse('artworks')}?influence_from={flow.source}&influence_to={flow.target}",
    }


def _statement(statement: Statement) -> dict[str, Any]:
    first = statement.works[0] if statement.works else ""
    return {
        "text": statement.text_map,
        "certainty": statement.certainty,
        "url": reverse("artwork", args=[first]) if first else "",
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
