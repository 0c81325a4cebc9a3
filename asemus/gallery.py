"""The component gallery (debug only): every component with long, short and right-to-left samples, and three pages made of them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from asemus import gallery_atlas
from asemus import gallery_samples as samples
from asemus.gallery_plates import plates

PAGES = ("components", "home", "browse", "artwork", "plates")


def gallery(request: HttpRequest, page: str = "") -> HttpResponse:
    """`/ui-components/artwork/`, or `?page=artwork`: components and prototypes on real facts, without the database."""
    asked = page or request.GET.get("page", "")
    shown = asked if asked in PAGES else "components"
    facts = {"plates": plates()} if shown == "plates" else {}
    if shown == "components":
        facts = {
            "atlas": gallery_atlas.atlas(),
            "sankey": gallery_atlas.sankey(),
            "pairs": gallery_atlas.pairs(),
        }
    return render(
        request, f"gallery/{shown}.html", {"pages": PAGES, "page": shown, **samples.everything(), **facts}
    )
