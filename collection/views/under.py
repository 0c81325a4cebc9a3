"""What the pages of countries, epochs, cultures and museums say of works: the same engine and numbers as the list's."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, QueryDict
from django.urls import reverse

from collection.countries import region_of
from collection.exports.card import card_of
from collection.filters import ArtworkFilterSet
from collection.search.counts import one_facet

LISTED = 16  # values of a facet in a line


def under(**chosen: str) -> ArtworkFilterSet:
    """The result that the list has at `url_of(**chosen)`. Raises Http404 for a value that the list refuses."""
    browse = ArtworkFilterSet(QueryDict(urlencode(chosen)))
    if not browse.is_valid():
        raise Http404("no such value")
    return browse


def url_of(**chosen: str) -> str:
    return f"{reverse('artworks')}?{urlencode(sorted(chosen.items()))}"


def cards(browse: ArtworkFilterSet, count: int) -> list[dict[str, Any]]:
    """Props of the first cards of the result, as the list has them."""
    return [card_of(work) for work in browse.listed(0, count)]


def counts(facet: str) -> dict[str, int]:
    """value → works, over the whole collection."""
    return {item.value: item.count for item in one_facet(under(), facet).values}


def spread(browse: ArtworkFilterSet, facet: str, **chosen: str) -> list[dict[str, Any]]:
    """Props of the link list: how the works of a result lie under the values of a facet, most first; each link leads to
    just those works. `chosen` is what the result was asked by."""
    return [
        {
            "label": item.label,
            "lang": item.lang,
            "count": item.count,
            "url": url_of(**chosen, **{facet: item.value}),
            "region": region_of(item.value) or "" if facet.endswith("country") else "",
        }
        for item in one_facet(browse, facet).values[:LISTED]
    ]
