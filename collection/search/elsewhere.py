"""What was made elsewhere when a work was made: region by region, the likeliest of that time first."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from collection.dates.display import year_text, years_text
from collection.enums import Region
from collection.models import Artwork
from collection.search.index.current import current_index
from collection.search.index.memory import Index
from collection.search.listing import likeliest, works_of
from collection.search.sorting import ordered

NARROW = 50  # years; what is dated so is of the years around it, too
AROUND = 25


@dataclass(frozen=True)
class Elsewhere:
    """A region: how many of its works are possibly of that time, and the likeliest of them."""

    region: Region
    count: int
    works: list[Artwork]


def years_of(work: Artwork) -> tuple[int, int] | None:
    """The time that a work stands for: its own years, or those around them where they are few. None without a date."""
    if work.earliest_year is None:
        return None
    if work.latest_year - work.earliest_year < NARROW:
        return work.earliest_year - AROUND, work.latest_year + AROUND
    return work.earliest_year, work.latest_year


def heading_of(work: Artwork) -> str:
    """“What was made elsewhere around 1600”."""
    if work.earliest_year is None:
        return _("What was made elsewhere then")
    if work.latest_year - work.earliest_year < NARROW:
        middle = year_text((work.earliest_year + work.latest_year) // 2)
        return _("What was made elsewhere around %(year)s") % {"year": middle}
    return _("What was made elsewhere, %(years)s") % {
        "years": years_text(work.earliest_year, work.latest_year)
    }


def elsewhere(work: Artwork, limit: int) -> list[Elsewhere]:
    """The other regions that made anything then, in the order of the list. `work` is dated."""
    years = years_of(work)
    if years is None:
        return []
    here = work.culture.region if work.culture else ""
    index = current_index()
    found = []
    for region in Region:
        if region != here:
            read = _by_index(index, region, years, limit) if index else _by_sql(region, years, limit)
            found.append((region, *read))
    works = {each.pk: each for each in works_of([key for _r, _n, keys in found for key in keys])}
    return [
        Elsewhere(region, count, [works[key] for key in keys if key in works])
        for region, count, keys in found
        if count
    ]


def _by_index(index: Index, region: Region, years: tuple[int, int], limit: int) -> tuple[int, list[int]]:
    then = index.in_window(*years, certain=False) & index.any_of("region", [region.value])
    return len(then), likeliest(index, then, [years], 0, limit)


def _by_sql(region: Region, years: tuple[int, int], limit: int) -> tuple[int, list[int]]:
    then = Artwork.objects.published().in_window(*years).filter(culture__region=region)
    return then.count(), list(
        ordered(then, "probability", "en", [years]).values_list("pk", flat=True)[:limit]
    )
