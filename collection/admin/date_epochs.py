"""The epochs that a date of the form falls into at its place, and what contradicts those that were chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from collection.dates.display import years_text
from collection.dates.fit import contradiction, suggested
from collection.dates.spans import Span
from collection.exports.periods import periods_of
from collection.models import Culture, Epoch
from members.admin.choosers import numbers_of
from members.models import Museum


@dataclass(frozen=True, slots=True)
class Place:
    """Where the work comes from, as far as its form says: codes of countries and regions, the culture's name."""

    countries: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    culture: str = ""


def place_of(query: QueryDict) -> Place:
    """Read `country` (ISO code) and `culture` (its number); what is neither is left out."""
    numbers = numbers_of(query.getlist("culture")[:1])
    culture = Culture.objects.filter(pk__in=numbers).first()
    country = query.get("country", "").upper()
    countries = frozenset([country]) if len(country) == 2 and country.isalpha() else frozenset()
    if culture is None:
        return Place(countries)
    return Place(countries or frozenset(culture.countries), frozenset([culture.region]), culture.slug)


def museum_slug(query: QueryDict) -> str:
    """The slug of the museum whose number is asked with."""
    numbers = numbers_of(query.getlist("museum")[:1])
    return Museum.objects.filter(pk__in=numbers).values_list("slug", flat=True).first() or ""


def epochs_said(span: Span, place: Place, query: QueryDict) -> dict[str, Any]:
    """`epochs` to choose from and `conflicts` with the chosen ones (`epoch`, numbers), as JSON."""
    chosen = {int(number) for number in numbers_of(query.getlist("epoch"))}
    periods = periods_of(Epoch.objects.usable().with_bounds())
    fitting = suggested(span, periods, place.countries, place.regions) if place != Place() else []
    conflicts = [contradiction(span, period) for period in periods if period.key in chosen]
    return {
        "epochs": [
            {
                "id": period.key,
                "label": period.name,
                "years": years_text(period.span.earliest_begin, period.span.latest_end),
                "is_chosen": period.key in chosen,
            }
            for period in fitting
        ],
        "conflicts": [sentence for sentence in conflicts if sentence],
    }
