"""The list of exhibitions, and walking through one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from collection.exports.site import Site
from collection.views.answers import json_answer, moved
from collection.views.caching import public_page
from exhibitions.enums import ExhibitionStatus
from exhibitions.exports.document import document_of, summary_of
from exhibitions.exports.page import page_of
from exhibitions.exports.poster import for_posters, poster_of
from exhibitions.exports.walk import walk_through
from exhibitions.models import Exhibition


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
        return render(request, "exhibitions/exhibition_gone.html", {"exhibition": found}, status=410)
    return render(request, "exhibitions/exhibition_detail.html", page_of(found))


@public_page
def exhibition_json(request: HttpRequest, slug: str) -> HttpResponse | JsonResponse:
    """The twin for machines."""
    found = Exhibition.objects.begun(timezone.now()).filter(slug=slug).first()
    if found is None:
        redirect = moved(request, Exhibition, slug, "exhibition_json")
        return redirect or json_answer({"error": "There is no such exhibition."}, status=404)
    if found.status == ExhibitionStatus.WITHDRAWN:
        told = {"id": found.public_id, "slug": found.slug, "reason": found.withdrawal_reason}
        return json_answer({"error": "This exhibition was withdrawn.", **told}, status=410)
    return json_answer(document_of(walk_through(found), Site.current()))


@public_page
def exhibitions_json(request: HttpRequest) -> JsonResponse:
    """`/exhibitions.json`: those that are open."""
    site = Site.current()
    found = for_posters(Exhibition.objects.open().order_by("-published_at", "pk"))
    results = [summary_of(exhibition, exhibition.works, site) for exhibition in found]
    return json_answer({"count": len(results), "results": results})
