"""The component gallery (debug only): every component with long, short and right-to-left samples, and three pages made of them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from asemus import gallery_samples as samples

PAGES = ("components", "home", "browse", "artwork", "plates")


def gallery(request: HttpRequest) -> HttpResponse:
    """`/ui-components/?page=artwork`: components and prototypes on real facts, without the database."""
    asked = request.GET.get("page", "")
    page = asked if asked in PAGES else "components"
    return render(request, f"gallery/{page}.html", {"pages": PAGES, "page": page, **samples.everything()})
