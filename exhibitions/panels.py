"""What exhibitions add to pages of other apps (settings.PANELS), and what the home page shows of them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from collection.models import Artwork
from exhibitions.exports.frozen import face_of
from exhibitions.exports.poster import for_posters, poster_of
from exhibitions.models import Exhibition
from members.languages import best_language

FEATURED = 2


def featured(request: HttpRequest) -> list[dict[str, Any]]:
    """Posters of the exhibitions that opened last."""
    newest = Exhibition.objects.open().order_by("-published_at", "pk")
    return [poster_of(exhibition) for exhibition in for_posters(newest)[:FEATURED]]


def for_artwork(request: HttpRequest, artwork: Artwork) -> dict[str, Any] | None:
    """The exhibitions that show a work now."""
    links = []
    for exhibition in Exhibition.objects.showing(artwork).order_by("-published_at", "pk"):
        exhibition = face_of(exhibition)
        tag = best_language(exhibition.titles) or "und"
        url = reverse("exhibition", args=[exhibition.slug])
        links.append({"label": exhibition.titles[tag], "lang": tag, "url": url})
    if not links:
        return None
    return {"template": "exhibitions/panel_links.html", "heading": _("Shown in"), "links": links}
