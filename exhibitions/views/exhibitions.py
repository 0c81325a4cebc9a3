"""The list of exhibitions, and walking through one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from collection.exports.iiif import MEDIA_TYPE
from collection.exports.site import Site
from collection.views.answers import json_answer, moved
from collection.views.caching import public_page
from exhibitions.enums import ExhibitionStatus
from exhibitions.exports.document import document_of, summary_of
from exhibitions.exports.frozen import face_of
from exhibitions.exports.manifest import manifest_of
from exhibitions.exports.page import page_of
from exhibitions.exports.poster import for_posters, poster_of
from exhibitions.exports.walk import walk_through
from exhibitions.models import Exhibition, Release


@public_page
def exhibitions(request: HttpRequest) -> HttpResponse:
    """Open ones as posters, closed ones as an archive; what has not opened yet is not there."""
    newest = Exhibition.objects.order_by("-published_at", "pk")
    context = {
        "open": [poster_of(exhibition) for exhibition in for_posters(newest.open())],
        "closed": [poster_of(exhibition) for exhibition in for_posters(newest.closed())],
    }
    return render(request, "exhibitions/exhibition_list.html", context)


@public_page
def exhibition(request: HttpRequest, slug: str) -> HttpResponse:
    """One exhibition, room by room; a closed one stays as archive, a withdrawn one answers 410."""
    found = Exhibition.objects.begun(timezone.now()).filter(slug=slug).first()
    if found is None:
        redirect = moved(request, Exhibition, slug, "exhibition")
        if redirect is None:
            raise Http404("no such exhibition")
        return redirect
    if found.status == ExhibitionStatus.WITHDRAWN:
        return _gone(request, found, found.release)
    return render(request, "exhibitions/exhibition_detail.html", page_of(found))


@public_page
def exhibition_json(request: HttpRequest, slug: str) -> HttpResponse | JsonResponse:
    """The twin for machines."""
    found = Exhibition.objects.begun(timezone.now()).filter(slug=slug).first()
    if found is None:
        redirect = moved(request, Exhibition, slug, "exhibition_json")
        return redirect or json_answer({"error": "There is no such exhibition."}, status=404)
    if found.status == ExhibitionStatus.WITHDRAWN:
        return _gone_json(found, found.release)
    return json_answer(document_of(walk_through(found), Site.current()))


@public_page
def release(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """An exhibition as it was released under a number, for citations; what may not be shown now leaves its note."""
    found, shown = _release(slug, number)
    if found is None or shown is None:
        redirect = moved(request, Exhibition, slug, "exhibition")
        if redirect is None:
            raise Http404("no such release")
        return redirect
    if found.status == ExhibitionStatus.WITHDRAWN:
        return _gone(request, found, shown)
    return render(request, "exhibitions/exhibition_detail.html", page_of(found, release=shown))


@public_page
def release_json(request: HttpRequest, slug: str, number: int) -> HttpResponse | JsonResponse:
    """Its twin for machines."""
    found, shown = _release(slug, number)
    if found is None or shown is None:
        redirect = moved(request, Exhibition, slug, "exhibition_json")
        return redirect or json_answer({"error": "There is no such release."}, status=404)
    if found.status == ExhibitionStatus.WITHDRAWN:
        return _gone_json(found, shown)
    return json_answer(document_of(walk_through(found, release=shown), Site.current()))


@public_page
def release_manifest(request: HttpRequest, slug: str, number: int) -> HttpResponse | JsonResponse:
    """The release as a IIIF Presentation 3 manifest: a canvas for each work that may be shown, a range for each room."""
    found, shown = _release(slug, number)
    if found is None or shown is None:
        return json_answer({"error": "There is no such release."}, status=404)
    if found.status == ExhibitionStatus.WITHDRAWN:
        return _gone_json(found, shown)
    response = json_answer(manifest_of(walk_through(found, release=shown), Site.current()))
    response["Content-Type"] = MEDIA_TYPE
    return response


def _release(slug: str, number: int) -> tuple[Exhibition | None, Release | None]:
    """A release of an exhibition that has an address now."""
    found = Exhibition.objects.begun(timezone.now()).filter(slug=slug).first()
    shown = found.releases.filter(number=number).first() if found and number < 2**31 else None
    return found, shown


def _gone(request: HttpRequest, found: Exhibition, shown: Release | None) -> HttpResponse:
    """The address keeps number, credit and reason, and no other word."""
    context = {"exhibition": found, "release": shown, "curators": shown.document["curators"] if shown else []}
    return render(request, "exhibitions/exhibition_gone.html", context, status=410)


def _gone_json(found: Exhibition, shown: Release | None) -> JsonResponse:
    told = {
        "id": found.public_id,
        "slug": found.slug,
        "release": shown.number if shown else None,
        "curators": shown.document["curators"] if shown else [],
        "reason": found.withdrawal_reason,
    }
    return json_answer({"error": "This exhibition was withdrawn.", **told}, status=410)


@public_page
def exhibitions_json(request: HttpRequest) -> JsonResponse:
    """`/exhibitions.json`: those that are open."""
    site = Site.current()
    found = for_posters(Exhibition.objects.open().order_by("-published_at", "pk"))
    results = [summary_of(face_of(show), show.works, site, show.release) for show in found]
    return json_answer({"count": len(results), "results": results})
