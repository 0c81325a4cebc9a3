"""The list of exhibitions, and walking through one."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from collection.views.answers import absolute_url, json_answer, moved
from exhibitions.enums import ExhibitionStatus
from exhibitions.models import Exhibition
from exhibitions.poster import for_posters, physical_dates, poster_of
from exhibitions.rooms import as_json, checklist_of, rooms_of
from members.models import Museum


def exhibitions(request: HttpRequest) -> HttpResponse:
    """Open ones as posters, closed ones as an archive; what has not opened yet is not there."""
    newest = Exhibition.objects.order_by("-published_at", "pk")
    closed = newest.filter(status=ExhibitionStatus.PUBLISHED, closes_at__lte=timezone.now())
    context = {
        "open": [poster_of(exhibition) for exhibition in for_posters(newest.open())],
        "closed": [poster_of(exhibition) for exhibition in for_posters(closed)],
    }
    return render(request, "exhibitions/exhibition_list.html", context)


def find_public(slug: str) -> Exhibition | None:
    """Open or closed, but published: a closed exhibition keeps its address as an archive."""
    begun = Q(opens_at__isnull=True) | Q(opens_at__lte=timezone.now())
    return Exhibition.objects.filter(begun, slug=slug, status=ExhibitionStatus.PUBLISHED).first()


def exhibition(request: HttpRequest, slug: str) -> HttpResponse:
    """One exhibition, section by section; withdrawn answers 410, a past address redirects."""
    found = find_public(slug)
    if found is not None:
        return render(request, "exhibitions/exhibition_detail.html", page_of(found))
    gone = Exhibition.objects.filter(slug=slug, status=ExhibitionStatus.WITHDRAWN).first()
    if gone is not None:
        return render(request, "exhibitions/exhibition_gone.html", {"exhibition": gone}, status=410)
    redirect = moved(request, Exhibition, slug, "exhibition")
    if redirect is None:
        raise Http404("no such exhibition")
    return redirect


def page_of(found: Exhibition, *, preview: bool = False) -> dict[str, Any]:
    """The context of the public page; the preview shows the same page."""
    works = checklist_of(found, preview=preview)
    keepers = Museum.objects.filter(artworks__public_id__in=[work["public_id"] for work in works])
    cover = next((work for work in works if found.cover and work["public_id"] == found.cover.public_id), None)
    return {
        "exhibition": found,
        "cover": cover,
        "rooms": rooms_of(found, preview=preview),
        "works": works,
        "keepers": list(keepers.distinct()),
        "curators": [c.user.name for c in found.exhibition_curators.select_related("user") if c.user.name],
        "organisers": list(found.organisers.all()),
        "physical_dates": physical_dates(found),
        "is_closed": not found.is_public and not preview,
        "is_preview": preview,
    }


def exhibition_json(request: HttpRequest, slug: str) -> HttpResponse | JsonResponse:
    """The twin for machines."""
    found = find_public(slug)
    if found is None:
        if Exhibition.objects.filter(slug=slug, status=ExhibitionStatus.WITHDRAWN).exists():
            return json_answer({"error": "This exhibition was withdrawn."}, status=410)
        return moved(request, Exhibition, slug, "exhibition_json") or json_answer(
            {"error": "There is no such exhibition."}, status=404
        )
    works = checklist_of(found)
    return json_answer(
        {
            **_summary(found, len(works)),
            "titles": found.titles,
            "subtitles": found.subtitles,
            "summary": found.summary,
            "introduction": found.introduction,
            "credits": found.credits,
            "venue": found.venue or None,
            "venue_from": found.venue_from,
            "venue_until": found.venue_until,
            "is_demonstration": found.is_demonstration,
            "artworks": [work["public_id"] for work in works],
            "sections": as_json(found),
        }
    )


def _summary(found: Exhibition, count: int) -> dict[str, Any]:
    return {
        "slug": found.slug,
        "id": found.public_id,
        "url": absolute_url("exhibition", found.slug),
        "title": str(found),
        "artwork_count": count,
        "opens_at": found.opens_at,
        "closes_at": found.closes_at,
    }


def exhibitions_json(request: HttpRequest) -> JsonResponse:
    """`/exhibitions.json`: those that are open."""
    found = for_posters(Exhibition.objects.open().order_by("-published_at", "pk"))
    results = [_summary(exhibition, exhibition.works) for exhibition in found]
    return json_answer({"count": len(results), "results": results})
