"""The list of works: search, facets, pages; and the same as JSON."""

from __future__ import annotations

from math import ceil
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from collection.enums import ConceptKind
from collection.exports.card import concepts_of, service_of, thumbnail_of
from collection.filters import ArtworkFilterSet
from collection.models import Artwork
from collection.search.counts import Facet, facet_counts
from collection.titles import titles_of
from collection.views import browse as said
from collection.views.answers import absolute, absolute_url, json_answer
from collection.views.caching import public_page
from collection.views.facet_values import listed
from collection.views.found_words import meant, with_notes, with_reasons
from collection.views.result_map import map_of
from collection.views.takeaway import alternates, exchange_url, takeaway
from collection.views.timespan import doubt, timespan

WHERE = ("place", "near", "within", "like", "far")  # never for crawlers


@public_page
def artworks(request: HttpRequest) -> HttpResponse:
    """Whole without script; a script gets the fragment that the page includes (`HX-Request`)."""
    browse = ArtworkFilterSet(request.GET)
    if not browse.is_valid():
        return _refused(request, browse)
    context = _context(browse)
    is_fragment = bool(request.headers.get("HX-Request"))
    template = "collection/artwork_fragment.html" if is_fragment else "collection/artwork_list.html"
    response = render(request, template, context)
    if context["robots"]:
        response["X-Robots-Tag"] = context["robots"]
    return response


def _context(browse: ArtworkFilterSet) -> dict[str, Any]:
    """Count, works, facets and links of one result. Raises Http404 past its last page."""
    is_map = browse.layout == "map"
    count, pages, works = (browse.count, 1, []) if is_map else _page(browse)
    facets = facet_counts(browse)
    address = said.Address(browse)
    cards = with_notes(browse, works)
    return {
        "browse": browse,
        "count": count,
        "pages": pages,
        "page": browse.given["page"],
        "meant": meant(browse, address),
        "cards": cards,
        "map": map_of(browse, address) if is_map and count else None,
        "has_drawings": any(card["picture"]["is_drawing"] for card in cards),
        "facets": [listed(facet, browse) for facet in facets if facet.values],
        "pairs": address.pairs_without("page"),
        "in_form": is_for_people(browse),
        "clauses": said.clauses(browse, facets, address),
        "density": timespan(browse, address),
        "doubt": doubt(browse, address),
        "orders": said.orders(browse, address),
        "layouts": said.layouts(browse, address),
        "steps": [] if count else said.next_steps(browse, facets, address),
        "query": address.query(),
        "canonical": address.canonical,
        "json_url": f"{reverse('artworks_json')}{f'?{address.query()}' if address.query() else ''}",
        "takeaway": takeaway(address, count),
        "exchange_url": exchange_url(browse),
        "news": alternates(address),
        "robots": _robots(browse, facets, count),
    }


def _page(browse: ArtworkFilterSet) -> tuple[int, int, list[Artwork]]:
    """(count, pages, the works of the page asked for)."""
    size, number = settings.RESULTS_PER_PAGE, browse.given["page"]
    count = browse.count
    pages = max(1, ceil(count / size))
    if number > pages:
        raise Http404(_("The list has %(pages)d pages.") % {"pages": pages})
    first = (number - 1) * size
    return count, pages, browse.listed(first, size) if count else []


def is_for_people(browse: ArtworkFilterSet) -> bool:
    """Crawlers walk facets without end: what two things narrow, or a place or a likeness, is shown to people only."""
    return browse.narrowings > 1 or any(browse.given[name] for name in WHERE)


def _robots(browse: ArtworkFilterSet, facets: list[Facet], count: int) -> str:
    """One value may be indexed, two may not; nor what is not there."""
    if is_for_people(browse):
        return "noindex, nofollow"
    unknown = any(not item.is_known for facet in facets for item in facet.selected)
    return "noindex" if unknown or not count else ""


def errors_of(browse: ArtworkFilterSet) -> list[str]:
    """What is wrong with the query, one sentence each, with the parameter's name."""
    found = []
    for name, sentences in browse.form.errors.items():
        found += [str(s) if name == "__all__" else f"{name}: {s}" for s in sentences]
    return found


def _refused(request: HttpRequest, browse: ArtworkFilterSet) -> HttpResponse:
    """The form again with a sentence; nothing is asked of the database."""
    context = {"browse": browse, "errors": errors_of(browse), "robots": "noindex, nofollow"}
    is_fragment = bool(request.headers.get("HX-Request"))
    template = "collection/artwork_fragment.html" if is_fragment else "collection/artwork_list.html"
    return render(request, template, context, status=400)


@public_page
def artworks_json(request: HttpRequest) -> JsonResponse:
    """The same parameters, works and numbers for machines."""
    browse = ArtworkFilterSet(request.GET)
    if not browse.is_valid():
        return json_answer({"error": " ".join(errors_of(browse)), "errors": browse.form.errors}, status=400)
    try:
        count, pages, works = _page(browse)
    except Http404 as error:
        return json_answer({"error": str(error)}, status=404)
    facets = {facet.name: [_value(item) for item in facet.values] for facet in facet_counts(browse, "en")}
    return json_answer(
        {
            "count": count,
            "page": browse.given["page"],
            "pages": pages,
            "corrected": browse.answer.words if browse.answer.is_corrected else None,
            "results": with_reasons(browse, works, [result_of(work) for work in works]),
            "facets": facets,
        }
    )


def _value(item: Any) -> dict[str, Any]:
    return {"value": item.value, "label": item.label, "count": item.count, "selected": item.selected}


def result_of(work: Artwork) -> dict[str, Any]:
    """One result for machines (CONTRACTS §3); from `.with_card()` without a query."""
    title, _others = titles_of(work, "en")
    types = concepts_of(work, ConceptKind.OBJECT_TYPE)
    thumbnail, service = thumbnail_of(work), service_of(work)
    return {
        "id": work.public_id,
        "source_id": work.source_id or None,
        "url": absolute_url("artwork", work.public_id),
        "title": title.text if title else None,
        "lang": title.language if title else None,
        "titles": {item.language: item.text for item in reversed(work.titles.all())},
        "museum": {"slug": work.museum.slug, "name": work.museum.names.get("en") or work.museum.name},
        "accession_number": work.accession_number or None,
        "display_date": work.display_date or None,
        "earliest_year": work.earliest_year,
        "latest_year": work.latest_year,
        "object_type": types[0].slug if types else None,
        "country": work.production_country or None,
        "thumbnail": absolute(thumbnail) if thumbnail else None,
        "iiif_image": absolute(service) if service else None,
        "claim": "open" if work.has_open_claim else None,
    }
