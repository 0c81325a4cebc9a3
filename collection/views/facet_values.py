"""A facet on the browse page, and the page of all its values: searched, nested, none out of reach."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from collection.filters import ArtworkFilterSet
from collection.search.counts import Facet, FacetValue, facet_counts
from collection.search.facet_labels import names_of
from collection.search.facets import FACETS
from collection.search.words.folding import fold
from collection.views.answers import absolute
from collection.views.browse import Address
from collection.views.caching import public_page

SHOWN = 10  # values of a facet beside the results; the page of all values has the rest
LONGEST_FIND = 100
_OPEN = ("country", "type")


def listed(facet: Facet, browse: ArtworkFilterSet) -> dict[str, Any]:
    """Props of the facet component."""
    return {
        "name": facet.name,
        "label": facet.label,
        "values": [vars(item) for item in facet.values],
        "every": browse.given[f"{facet.name}_all"] == "1" if f"{facet.name}_all" in browse.filters else None,
        "all_url": _all_url(facet.name, get_language() or "") if len(facet.values) > SHOWN else "",
        "open": facet.name in _OPEN,
    }


@lru_cache
def _all_url(name: str, language: str) -> str:
    return reverse("facet_values", args=[name])


@public_page
def facet_values(request: HttpRequest, name: str) -> HttpResponse:
    """Every value of one facet, with its count in the present result; `find` leaves those that are called so.

    Whole without script: ticked values are sent to the list of works. Beside the results htmx takes the values out of it.
    """
    find = request.GET.get("find", "").strip()[:LONGEST_FIND]
    browse = ArtworkFilterSet(request.GET)
    if name not in FACETS or not browse.is_valid() or not find.replace("\x00", "a").isprintable():
        raise Http404(_("There is no such list of values."))
    facet = next(facet for facet in facet_counts(browse) if facet.name == name)
    address = Address(browse)
    context = {
        "browse": browse,
        "facet": facet,
        "values": [vars(item) for item in (_called(facet, find) if find else facet.values)],
        "count": len(facet.values),
        "find": find,
        "pairs": address.pairs_without(name, "page"),
        "chosen": [item.value for item in facet.selected],
        "back_url": address.url(),
        "canonical": absolute(reverse("facet_values", args=[name])),
    }
    response = render(request, "collection/facet_values.html", context)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _called(facet: Facet, find: str) -> list[FacetValue]:
    """The values of which a name in any language has these words, and all that stands above them; chosen ones always."""
    words, by_value = fold(find), {item.value: item for item in facet.values}
    names = names_of(FACETS[facet.name].said_with, list(by_value))
    kept: set[str] = set()
    for item in facet.values:
        if item.selected or any(words in fold(text) for text in [item.label, *names.get(item.value, [])]):
            while item and item.value not in kept:
                kept.add(item.value)
                item = by_value.get(item.broader)  # type: ignore[assignment]
    return [item for item in facet.values if item.value in kept]
