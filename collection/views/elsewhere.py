"""From a work to its contemporaries: what was made elsewhere then, region by region."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from collection.exports.card import card_of
from collection.search import elsewhere as then
from collection.views.answers import absolute
from collection.views.artwork import find
from collection.views.caching import public_page

SHOWN = 6  # works of a region; a link leads to all of them


@public_page
def elsewhere(request: HttpRequest, public_id: str) -> HttpResponse:
    """Works of the same time by region, without the work's own. 404 for a work without a date."""
    work = find(public_id)
    if not work.is_public:
        return render(request, "collection/artwork_withdrawn.html", {"work": work}, status=410)
    years = then.years_of(work)
    if years is None:
        raise Http404(_("The record gives no date."))
    context = {
        "work": work,
        "card": card_of(work),
        "heading": then.heading_of(work),
        "years": years,
        "regions": [_told(found, years) for found in then.elsewhere(work, SHOWN)],
        "here": work.culture.get_region_display() if work.culture else "",
        "here_url": _all_of(work.culture.region, years) if work.culture else "",
        "canonical": absolute(reverse("elsewhere", args=[public_id])),
    }
    return render(request, "collection/artwork_elsewhere.html", context)


def _told(found: then.Elsewhere, years: tuple[int, int]) -> dict[str, Any]:
    return {
        "slug": found.region.value,
        "label": found.region.label,
        "count": found.count,
        "url": _all_of(found.region.value, years),
        "cards": [card_of(work) for work in found.works],
    }


def _all_of(region: str, years: tuple[int, int]) -> str:
    query = {"from_year": years[0], "region": region, "sort": "probability", "to_year": years[1]}
    return f"{reverse('artworks')}?{urlencode(query)}"
