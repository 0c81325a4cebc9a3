"""Museums: where they are, what part they have in the network, and their works."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from collection.countries import country_name, region_of
from collection.enums import Region
from collection.panels import panels_for
from collection.views.answers import absolute_url, json_answer, moved
from collection.views.caching import public_page
from collection.views.under import cards, counts, spread, under, url_of
from members.enums import NetworkStatus
from members.languages import in_order
from members.models import Museum

SHOWN = 24


def _card(museum: Any, works: int) -> dict[str, Any]:
    """Props of the museum card."""
    return {
        "url": reverse("museum", args=[museum.slug]),
        "names": [{"text": text, "lang": tag} for tag, text in in_order(museum.names)],
        "city": museum.city,
        "country": country_name(museum.country),
        "status_label": NetworkStatus(museum.network_status).label,
        "count": works,
        "count_url": url_of(museum=museum.slug),
    }


@public_page
def museums(request: HttpRequest) -> HttpResponse:
    """The map and the list by country."""
    found, works = list(Museum.objects.all()), counts("museum")
    by_country: dict[str, list[Any]] = {}
    for museum in found:
        by_country.setdefault(museum.country, []).append(museum)
    context = {
        "points": [
            _point(museum, works.get(museum.slug, 0)) for museum in found if museum.latitude is not None
        ],
        "countries": [
            {
                "code": code,
                "name": country_name(code),
                # The country stands above them.
                "museums": [
                    _card(museum, works.get(museum.slug, 0)) | {"country": ""} for museum in by_country[code]
                ],
            }
            for code in sorted(by_country, key=country_name)
        ],
        "count": len(found),
        "members": sum(museum.network_status == NetworkStatus.MEMBER for museum in found),
        "regions": [{"slug": region.value, "label": region.label} for region in Region],
    }
    return render(request, "collection/museum_list.html", context)


def _point(museum: Any, works: int) -> dict[str, Any]:
    return {
        "latitude": museum.latitude,
        "longitude": museum.longitude,
        "label": museum.name,
        "url": reverse("museum", args=[museum.slug]),
        "count": works,
        "region": region_of(museum.country) or "",
    }


@public_page
def museum(request: HttpRequest, slug: str) -> HttpResponse:
    """One museum."""
    found = Museum.objects.filter(slug=slug).first()
    if found is None:
        redirect = moved(request, Museum, slug, "museum")
        if redirect is None:
            raise Http404("no such museum")
        return redirect
    browse = under(museum=slug)
    context = {
        "museum": found,
        "count": browse.count,
        "card": _card(found, browse.count),
        "country": country_name(found.country),
        "points": [_point(found, browse.count)] if found.latitude is not None else [],
        "works": cards(browse, SHOWN),
        "origins": spread(browse, "country", museum=slug),
        "cultures": spread(browse, "culture", museum=slug),
        "panels": panels_for("museum", request, found),
    }
    return render(request, "collection/museum_detail.html", context)


@public_page
def museum_json(request: HttpRequest, slug: str) -> HttpResponse | JsonResponse:
    """The twin for machines."""
    found = Museum.objects.filter(slug=slug).first()
    if found is None:
        return moved(request, Museum, slug, "museum_json") or json_answer(
            {"error": "There is no such museum."}, status=404
        )
    ids = list(under(museum=slug).in_order().values_list("public_id", flat=True))
    return json_answer(
        {
            "slug": found.slug,
            "id": found.public_id,
            "url": absolute_url("museum", found.slug),
            "names": found.names,
            "city": found.city or None,
            "country": found.country,
            "latitude": found.latitude,
            "longitude": found.longitude,
            "website": found.website or None,
            "isil": found.isil or None,
            "wikidata": found.wikidata or None,
            "network_status": found.network_status,
            "artwork_count": len(ids),
            "artworks": ids,
        }
    )
