"""Museums: where they are, what part they have in the network, and their works."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from collection.countries import country_name, region_of
from collection.enums import Region, Status
from collection.exports.card import card_of
from collection.models import Artwork
from collection.panels import panels_for
from collection.views.answers import absolute_url, json_answer, moved
from collection.views.caching import public_page
from members.enums import NetworkStatus
from members.languages import in_order
from members.models import Museum

SHOWN = 24


def _with_counts() -> QuerySet[Museum]:
    published = Count("artworks", filter=Q(artworks__status=Status.PUBLISHED))
    return Museum.objects.annotate(works=published)


def _card(museum: Any) -> dict[str, Any]:
    """Props of the museum card."""
    return {
        "url": reverse("museum", args=[museum.slug]),
        "names": [{"text": text, "lang": tag} for tag, text in in_order(museum.names)],
        "city": museum.city,
        "country": country_name(museum.country),
        "status_label": NetworkStatus(museum.network_status).label,
        "count": museum.works,
        "count_url": f"{reverse('artworks')}?museum={museum.slug}",
    }


@public_page
def museums(request: HttpRequest) -> HttpResponse:
    """The map and the list by country."""
    found = list(_with_counts())
    by_country: dict[str, list[Any]] = {}
    for museum in found:
        by_country.setdefault(museum.country, []).append(museum)
    context = {
        "points": [_point(museum) for museum in found if museum.latitude is not None],
        "countries": [
            {
                "code": code,
                "name": country_name(code),
                # The country stands above them.
                "museums": [_card(museum) | {"country": ""} for museum in by_country[code]],
            }
            for code in sorted(by_country, key=country_name)
        ],
        "count": len(found),
        "members": sum(museum.network_status == NetworkStatus.MEMBER for museum in found),
        "regions": [{"slug": region.value, "label": region.label} for region in Region],
    }
    return render(request, "collection/museum_list.html", context)


def _point(museum: Any) -> dict[str, Any]:
    return {
        "latitude": museum.latitude,
        "longitude": museum.longitude,
        "label": museum.name,
        "url": reverse("museum", args=[museum.slug]),
        "count": museum.works,
        "region": region_of(museum.country) or "",
    }


@public_page
def museum(request: HttpRequest, slug: str) -> HttpResponse:
    """One museum."""
    found = _with_counts().filter(slug=slug).first()
    if found is None:
        redirect = moved(request, Museum, slug, "museum")
        if redirect is None:
            raise Http404("no such museum")
        return redirect
    works = Artwork.objects.published().for_museum(found).order_by("earliest_year", "pk")
    context = {
        "museum": found,
        "card": _card(found),
        "country": country_name(found.country),
        "points": [_point(found)] if found.latitude is not None else [],
        "works": [card_of(work) for work in works.with_card()[:SHOWN]],
        "origins": _origins(works),
        "panels": panels_for("museum", request, found),
    }
    return render(request, "collection/museum_detail.html", context)


def _origins(works: QuerySet[Artwork]) -> list[dict[str, Any]]:
    """Where the museum's works were made, most first."""
    rows = works.order_by().exclude(production_country="").values_list("production_country")
    return [
        {
            "label": country_name(code),
            "url": reverse("country", args=[code]),
            "count": count,
            "region": region_of(code) or "",
        }
        for code, count in rows.annotate(n=Count("pk")).order_by("-n", "production_country")
    ]


@public_page
def museum_json(request: HttpRequest, slug: str) -> HttpResponse | JsonResponse:
    """The twin for machines."""
    found = _with_counts().filter(slug=slug).first()
    if found is None:
        return moved(request, Museum, slug, "museum_json") or json_answer(
            {"error": "There is no such museum."}, status=404
        )
    works = Artwork.objects.published().for_museum(found).order_by("earliest_year", "pk")
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
            "artwork_count": found.works,
            "artworks": list(works.values_list("public_id", flat=True)),
        }
    )
