"""Works near a work: alike, of the same form far away, or made elsewhere at the same time. Reasons in words."""

from __future__ import annotations

from typing import Any

from babel.numbers import format_decimal
from django.db.models import F
from django.db.models.functions import Abs
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from collection.models import Artwork
from collection.search.index.current import current_index
from collection.search.likeness import Likeness, alike_from_afar, measured, most_alike

ALIKE = 4
Reasoned = tuple[Artwork, str]
_YEARS_TOLD, _KM_TOLD = 300, 1000  # apart, that are worth a word where it is not the point
_FROM_AFAR = 40  # that one of each culture is chosen from


def alike(artwork: Artwork) -> tuple[list[Reasoned], list[Reasoned]]:
    """(the works that share most with `artwork`, works of its form far away in place or time), each with the reason in words.

    `artwork` is from `.with_record()`. Of those from afar one a culture, and none that the first list has.
    """
    index = current_index()
    near = measured(artwork, most_alike(artwork, ALIKE, index))
    afar = _of_other_cultures(artwork, near, alike_from_afar(artwork, _FROM_AFAR, index))
    works = Artwork.objects.with_card().in_bulk([one.key for one in [*near, *afar]])
    return (
        [(works[one.key], reason(one)) for one in near if one.key in works],
        [(works[one.key], reason_from_afar(one)) for one in afar if one.key in works],
    )


def _of_other_cultures(artwork: Artwork, near: list[Likeness], found: list[Likeness]) -> list[Likeness]:
    shown, cultures, chosen = {one.key for one in near}, {artwork.culture_id}, []
    for one in found:
        if one.key not in shown and one.culture not in cultures:
            cultures.add(one.culture)
            chosen.append(one)
    return chosen[:ALIKE]


def reason(one: Likeness) -> str:
    """“In common: vase, porcelain; 400 years and 7,000 km apart”."""
    said = _("In common: %(what)s") % {"what": _shared(one)}
    years = one.years if one.years >= _YEARS_TOLD else 0
    km = one.km or 0
    apart = _apart(years, km if km >= _KM_TOLD else 0)
    return f"{said}; {apart}" if apart else said


def reason_from_afar(one: Likeness) -> str:
    """“The same: ewer, casting; 7,000 km and 400 years apart”."""
    return _("The same: %(what)s; %(apart)s") % {
        "what": _shared(one),
        "apart": _apart(one.years, one.km or 0),
    }


def _shared(one: Likeness) -> str:
    """What counts most first; a name once."""
    by_points = sorted(one.shared, key=lambda signal: -signal.points)
    return ", ".join(dict.fromkeys(signal.label for signal in by_points))


def _apart(years: int, km: int) -> str:
    number = {"years": _number(years), "km": _number(round(km, -2) if km >= 1000 else km)}
    if years and km:
        return _("%(km)s km and %(years)s years apart") % number
    if years:
        return _("%(years)s years apart") % number
    return _("%(km)s km apart") % number if km else ""


def _number(value: int) -> str:
    return str(format_decimal(value, locale=get_language() or "en"))


def contemporaries(artwork: Artwork) -> list[Artwork]:
    """What may have been made elsewhere at that time: one work from each other region, the nearest in time."""
    if artwork.earliest_year is None:
        return []
    middle = artwork.earliest_year + artwork.latest_year
    here: Any = artwork.culture.region if artwork.culture else None
    # A collection of coins over fifteen centuries is of every time and tells of none.
    width = F("latest_year") - F("earliest_year")
    distance = Abs(F("earliest_year") + F("latest_year") - middle) + width
    works = Artwork.objects.published().in_window(artwork.earliest_year, artwork.latest_year)
    nearest = (
        works.filter(culture__isnull=False)
        .exclude(culture__region=here)
        .exclude(pk=artwork.pk)
        .order_by("culture__region", distance, "pk")
        .distinct("culture__region")
    )
    return list(nearest.with_card())
