"""The page behind a secret preview link: what stands in the studio, with notes where museums have not agreed."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from exhibitions.actions.review import previewed
from exhibitions.exports.page import page_of


@require_safe
def preview(request: HttpRequest, secret: str) -> HttpResponse:
    """Wrong, expired and revoked links answer as if nothing had ever been there."""
    found = previewed(secret)
    if found is None:
        raise Http404("no such preview")
    response = render(request, "exhibitions/exhibition_detail.html", page_of(found, preview=True))
    return private(response)


def private(response: HttpResponse) -> HttpResponse:
    """The address holds a secret: no cache keeps the page, no link from it tells where it came from."""
    response["Cache-Control"] = "no-store, private"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
