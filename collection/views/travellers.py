"""`/motifs/`, `/materials/`, `/techniques/`: what travelled, followed through cultures and centuries by its works."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from collection.enums import ConceptKind, TermStatus
from collection.exports.card import card_of
from collection.exports.journeys import works_by_id
from collection.influences.flows import Flow, flows
from collection.influences.graph import current_graph
from collection.models import Concept
from collection.search.counts import one_facet
from collection.views.answers import absolute, absolute_url, json_answer
from collection.views.caching import public_page
from collection.views.cultures import arc_of, statement_json
from collection.views.told_exchange import TRAVELS, link_to, travel_url
from collection.views.told_travels import FACETS, Travel, journey_of, travel_of
from collection.views.under import under, url_of

KINDS = {name: kind for kind, name in TRAVELS.items()}


def _headings() -> dict[str, tuple[str, str]]:
    return {
        "motifs": (_("Motifs"), _("Forms and images that were taken up far from where they began: follow each through its works.")),
        "materials": (_("Materials"), _("What was carried, and what was made of it elsewhere: follow each material through its works.")),
        "techniques": (_("Techniques"), _("Ways of making that were learned from others: follow each through its works.")),
    }  # fmt: skip


def _find(travels: str, slug: str) -> Concept | None:
    terms = Concept.objects.select_related("broader", "merged_into")
    return terms.filter(kind=KINDS[travels], slug=slug).first()


@public_page
def traveller(request: HttpRequest, travels: str, slug: str) -> HttpResponse:
    """One motif, material or technique. A term that was merged leads on; one without a public work is not here."""
    term = _find(travels, slug)
    if term is not None and term.term_status == TermStatus.MERGED and term.merged_into is not None:
        return HttpResponseRedirect(travel_url(term.merged_into), status=301)
    graph = current_graph()
    travel = travel_of(graph, term) if term is not None else None
    if term is None or travel is None:
        raise Http404(_("There is no such motif, material or technique."))
    page = _page(travels, travel) | journey_of(graph, travel)
    return render(request, "collection/traveller.html", page)


def _page(travels: str, travel: Travel) -> dict[str, Any]:
    graph, term = current_graph(), travel.term
    went = [flow for flow in flows(travel.said) if flow.source != flow.target]
    ends = {slug: graph.ends[slug] for flow in went for slug in (flow.source, flow.target)}
    years = [year for stop in travel.stops for year in (stop.earliest, stop.latest) if year is not None]
    return {
        "term": term,
        "travels": travels,
        "kind_label": _headings()[travels][0],
        "broader": link_to(term.broader) if term.broader else None,
        "narrower": [link_to(part) for part in term.narrower.usable().order_by("sort_name")],
        "count": travel.works,
        "cultures": sum(bool(stop.slug) for stop in travel.stops if stop.works),
        "earliest": min(years, default=None),
        "latest": max(years, default=None),
        "works_url": url_of(**{FACETS[KINDS[travels]]: term.slug}),
        "arcs": [_arc(flow, ends) for flow in went],
        "points": [_point(end) for end in ends.values() if end.latitude is not None],
        "permalink": absolute(travel_url(term)),
        "json_url": reverse("traveller_json", args=[travels, term.slug]),
        "source": {"label": term.label},
    }


def _arc(flow: Flow, ends: dict[str, Any]) -> dict[str, Any]:
    return {**arc_of(flow, ends), "url": f"#stop-{flow.target}"}


def _point(end: Any) -> dict[str, Any]:
    return {
        "latitude": end.latitude,
        "longitude": end.longitude,
        "label": end.label_map.get("en", end.slug),
        "url": f"#stop-{end.slug}",
        "region": end.region,
        "count": 1,
    }


@public_page
def travellers(request: HttpRequest, travels: str) -> HttpResponse:
    """All motifs, materials or techniques that a claim shows on their way, each with a picture."""
    heading, lead = _headings()[travels]
    context = {
        "heading": heading,
        "lead": lead,
        "items": _items(travels),
        "kinds": [
            {"label": words[0], "url": reverse("travellers", args=[name]), "current": name == travels}
            for name, words in _headings().items()
        ],
        "json_url": reverse("travellers_json", args=[travels]),
    }
    return render(request, "collection/traveller_list.html", context)


def _items(travels: str) -> list[dict[str, Any]]:
    """Terms whose works show a claim, those first that were in most cultures. Five queries."""
    shown = _showing(KINDS[travels])
    counts = {item.value: item.count for item in one_facet(under(), FACETS[KINDS[travels]]).values}
    pictures = works_by_id(works[0][0] for works in shown.values())
    items = []
    for term in Concept.objects.usable().filter(kind=KINDS[travels], slug__in=shown):
        works = shown[term.slug]
        cultures = {end for work in works for end in work[1]}
        years = [year for work in works for year in work[2:] if year is not None]
        picture = pictures.get(works[0][0])
        items.append(
            link_to(term)
            | {
                "slug": term.slug,
                "count": counts.get(term.slug, len(works)),
                "cultures": len(cultures),
                "earliest": min(years, default=None),
                "latest": max(years, default=None),
                "picture": card_of(picture)["picture"] if picture else None,
            }
        )
    return sorted(items, key=lambda item: (-item["cultures"], -item["count"], item["label"]))


def _showing(kind: ConceptKind) -> dict[str, list[tuple[str, set[str], int | None, int | None]]]:
    """slug → works that show a claim: (public id, cultures at the ends of its claims, years). One query."""
    graph = current_graph()
    claims: dict[str, set[str]] = {}
    for said in graph.statements:
        for work in said.works:
            claims.setdefault(work, set()).update((said.source.slug, said.target.slug))
    pairs = Concept.objects.filter(
        kind=kind, artwork_concepts__artwork__public_id__in=list(claims)
    ).values_list("slug", "artwork_concepts__artwork__public_id")
    found: dict[str, list[tuple[str, set[str], int | None, int | None]]] = {}
    for slug, work in pairs.order_by("slug", "artwork_concepts__artwork__public_id"):
        shown = graph.works[work]
        found.setdefault(slug, []).append((work, claims[work], shown.earliest, shown.latest))
    return found


@public_page
def traveller_json(request: HttpRequest, travels: str, slug: str) -> HttpResponse | JsonResponse:
    """The twin for machines: stops in the order of time with their works, and what is claimed between them."""
    term = _find(travels, slug)
    if term is not None and term.merged_into is not None:
        return HttpResponseRedirect(
            reverse(
                "traveller_json", args=[TRAVELS[ConceptKind(term.merged_into.kind)], term.merged_into.slug]
            ),
            status=301,
        )
    travel = travel_of(current_graph(), term) if term is not None else None
    if term is None or travel is None:
        return json_answer({"error": "There is no such motif, material or technique."}, status=404)
    return json_answer(
        {
            "slug": term.slug,
            "id": term.public_id,
            "kind": term.kind,
            "url": absolute_url("traveller", travels, term.slug),
            "labels": term.labels,
            "definition": term.definition or None,
            "aat": term.aat or None,
            "broader": term.broader.slug if term.broader else None,
            "count": travel.works,
            "stops": [
                {
                    "culture": stop.slug or None,
                    "earliest": stop.earliest,
                    "latest": stop.latest,
                    "artworks": stop.works,
                }
                for stop in travel.stops
            ],
            "travels": [
                {"from": said.source.slug, "to": said.target.slug, **statement_json(said)}
                for said in travel.said
            ],
        }
    )


@public_page
def travellers_json(request: HttpRequest, travels: str) -> JsonResponse:
    """The index for machines."""
    return json_answer(
        {
            "kind": KINDS[travels],
            "results": [
                {
                    key: item[key]
                    for key in ("slug", "label", "lang", "count", "cultures", "earliest", "latest")
                }
                | {"url": absolute(item["url"])}
                for item in _items(travels)
            ],
        }
    )
