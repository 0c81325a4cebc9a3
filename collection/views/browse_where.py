"""The clauses of the filter sentence about places and likeness; every word's link removes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from collection.filters import NEAR_KM, ArtworkFilterSet
from collection.models import Artwork
from collection.titles import titles_of
from members.languages import best_language

if TYPE_CHECKING:
    from collection.views.browse import Address


def where(browse: ArtworkFilterSet, address: Address) -> list[dict[str, Any]]:
    """Props of the filter sentence for `place`, `near` and `like`. A query each for the first and the last."""
    return [*_places(browse, address), *_near(browse, address), *_like(browse, address)]


def _places(browse: ArtworkFilterSet, address: Address) -> list[dict[str, Any]]:
    labels = {place.public_id: place.labels for place in browse.places.values()}
    words = []
    for value in browse.given["place"]:
        tag = best_language(labels.get(value, {})) or ""
        url = address.url(without="place", value=value)
        words.append({"label": labels[value][tag] if tag else value, "lang": tag, "remove_url": url})
    joiner = pgettext("filter sentence, place of making", "made at")
    return [{"joiner": joiner, "words": words, "either": True}] if words else []


def _near(browse: ArtworkFilterSet, address: Address) -> list[dict[str, Any]]:
    if not browse.given["near"]:
        return []
    latitude, longitude = browse.given["near"]
    km = browse.given["within"] or NEAR_KM
    label = _("%(km)d km around %(latitude)s, %(longitude)s") % {
        "km": km,
        "latitude": latitude,
        "longitude": longitude,
    }
    url = address.url(near="", within="")
    joiner = pgettext("filter sentence, around a point", "made or found")
    return [{"joiner": joiner, "words": [{"label": label, "remove_url": url}]}]


def _like(browse: ArtworkFilterSet, address: Address) -> list[dict[str, Any]]:
    """The title of the work; its id where it is not public."""
    public_id = browse.given["like"]
    if not public_id:
        return []
    work = Artwork.objects.published().prefetch_related("titles").filter(public_id=public_id).first()
    title = titles_of(work)[0] if work else None
    far = bool(browse.given["far"])
    joiner = _("of the same form, far away, as") if far else _("like")
    word = {
        "label": title.text if title else public_id,
        "lang": title.language if title else "",
        "remove_url": address.url(like="", far=""),
    }
    return [{"joiner": joiner, "words": [word]}]
