"""What the portal says of itself: about, accessibility, privacy, terms."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from collection.models import Artwork
from collection.views.caching import public_page
from members.models import Museum


@public_page
def about(request: HttpRequest) -> HttpResponse:
    """What this is, with figures counted now."""
    works = Artwork.objects.published().order_by()
    context = {
        "works": works.count(),
        "keepers": works.values("museum").distinct().count(),
        "countries": works.values("museum__country").distinct().count(),
        "museums": Museum.objects.of_network().count(),
        "demonstration": works.filter(is_demonstration=True).count(),
    }
    return render(request, "collection/about.html", context)


@public_page
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "collection/accessibility.html")


@public_page
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "collection/privacy.html")


@public_page
def terms(request: HttpRequest) -> HttpResponse:
    return render(request, "collection/terms.html")
