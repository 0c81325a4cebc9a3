"""Countries: works made there, works kept there, and where their influence went."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from collection.countries import country_name, is_country, region_of
from collection.enums import Certainty, InfluenceKind, Region
from collection.filters import ArtworkFilterSet
from collection.influences.flows import Flow, ends_of, flows
from collection.influences.graph import current_graph
from collection.search.exchange import Pair, works_of_exchanges
from collection.views.answers import absolute_url, json_answer
from collection.views.asked_flows import Asked
from collection.views.caching import public_page
from collection.views.exchange_panel import exchange_panel
from collection.views.under import cards, counts, spread, under

SHOWN = 12


def _counts() -> tuple[dict[str, int], dict[str, int]]:
    """(works made, works kept) of every country of a published work."""
    return counts("country"), counts("keeper_country")


def _country(code: str, made: int, kept: int) -> dict[str, Any]:
    return {
        "code": code,
        "label": country_name(code),
        "url": reverse("country", args=[code]),
        "region": region_of(code) or "",
        "made": made,
        "kept": kept,
        "count": made or kept,
    }


@public_page
def countries(request: HttpRequest) -> HttpResponse:
    """The map and the list by region."""
    made, kept = _counts()
    found = sorted(
        (_country(code, made.get(code, 0), kept.get(code, 0)) for code in made.keys() | kept.keys()),
        key=lambda country: country["label"],
    )
    regions = [
        {"slug": region, "label": region.label, "countries": [c for c in found if c["region"] == region]}
        for region in Region
    ]
    context = {
        "places": {country["code"]: country for country in found},
        "regions": [region for region in regions if region["countries"]],
        "made_in": len(made),
        "kept_in": len(kept),
    }
    return render(request, "collection/country_list.html", context)


def _influence(code: str) -> tuple[list[Flow], list[Flow], dict[str, Any]]:
    """(given, received, ends): culture by culture, what left the country and what came."""
    touching = [
        s for s in current_graph().statements if code in s.source.countries or code in s.target.countries
    ]
    given = [s for s in touching if code in s.source.countries and code not in s.target.countries]
    received = [s for s in touching if code in s.target.countries and code not in s.source.countries]
    return flows(given), flows(received), ends_of(touching)


@public_page
def country(request: HttpRequest, code: str) -> HttpResponse:
    """One country. A code that CLDR does not name, or that no work touches, is not found."""
    made, kept = _works(code)
    given, received, ends = _influence(code)
    told = works_of_exchanges((flow.source, flow.target) for flow in [*given, *received])
    context = {
        "code": code,
        "name": country_name(code),
        "region": region_of(code),
        "made_count": made.count,
        "kept_count": kept.count,
        "made": cards(made, SHOWN),
        "kept": cards(kept, SHOWN),
        "kept_where": spread(made, "keeper_country", country=code),
        "made_where": spread(kept, "country", keeper_country=code),
        "given": [_told(flow, ends[flow.target], ends[flow.source], told) for flow in given],
        "received": [_told(flow, ends[flow.source], ends[flow.target], told) for flow in received],
        "panel": exchange_panel(Asked(level="country", touching=(code,))),
    }
    return render(request, "collection/country_detail.html", context)


def _works(code: str) -> tuple[ArtworkFilterSet, ArtworkFilterSet]:
    if not is_country(code):
        raise Http404("no such country")
    made, kept = under(country=code), under(keeper_country=code)
    if not made.count and not kept.count:
        raise Http404("no published work")
    return made, kept


def _told(flow: Flow, there: Any, here: Any, told: dict[Pair, int]) -> dict[str, Any]:
    return {
        "labels": there.label_map,
        "url": reverse("culture", args=[there.slug]),
        "region": there.region,
        "here": here.label_map,
        "kinds": [InfluenceKind(kind).label for kind in flow.kinds],
        "certainty": Certainty(flow.certainty).label,
        "count": told[flow.source, flow.target],
        "works_url": f"{reverse('artworks')}?influence_from={flow.source}&influence_to={flow.target}",
    }


@public_page
def country_json(request: HttpRequest, code: str) -> JsonResponse:
    """The twin for machines: every work's id, not the first ones only."""
    made, kept = _works(code)
    given, received, _ends = _influence(code)
    return json_answer(
        {
            "code": code,
            "name": country_name(code, "en"),
            "region": region_of(code),
            "url": absolute_url("country", code),
            "made": _listed(made),
            "kept": _listed(kept),
            "influence_to": [{"from": f.source, "to": f.target, "artworks": f.works} for f in given],
            "influence_from": [{"from": f.source, "to": f.target, "artworks": f.works} for f in received],
        }
    )


def _listed(browse: ArtworkFilterSet) -> dict[str, Any]:
    ids = list(browse.in_order().values_list("public_id", flat=True))
    return {"count": len(ids), "artworks": ids}
