"""Where the works of a result were made: how many in each country and at each place, from the index, else by SQL."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import Count

from collection.search.counts import Selection


class Whereabouts(NamedTuple):
    """Works by country (ISO code) and by place (primary key), and how many there are in all."""

    countries: dict[str, int]
    places: dict[int, int]
    count: int

    @property
    def nowhere(self) -> int:
        """Works of which no country is known."""
        return self.count - sum(self.countries.values())


def whereabouts(selection: Selection) -> Whereabouts:
    """Unlike the counts of facets these are of the result itself, whatever was chosen. At most three queries."""
    found = selection.found
    if found is not None:
        places = found.index.counts("place", found.counted)
        return Whereabouts(
            found.index.counts("country", found.counted),
            {int(key): count for key, count in places.items()},
            found.count,
        )
    works = selection.works().order_by()
    made = works.exclude(production_country="").values_list("production_country")
    at = works.exclude(production_place=None).values_list("production_place")
    return Whereabouts(dict(made.annotate(n=Count("pk"))), dict(at.annotate(n=Count("pk"))), works.count())
