"""Which named periods a date falls into, and which it contradicts. Pure: the periods are handed in."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from collection.dates.display import span_text, year_text
from collection.dates.spans import Span

MOST = 6


@dataclass(frozen=True, slots=True)
class Period:
    """A named period of some places: ISO codes of countries of today, and regions. `key` is whatever names it."""

    key: int
    name: str
    span: Span
    countries: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()

    def is_of(self, countries: Collection[str], regions: Collection[str]) -> bool:
        """By country where both have one, else by region; where nothing is known of the place, anywhere."""
        if countries and self.countries:
            return bool(self.countries & frozenset(countries))
        return not regions or bool(self.regions & frozenset(regions))

    @property
    def years(self) -> int:
        return (self.span.latest_end or 0) - (self.span.earliest_begin or 0)


def suggested(
    span: Span, periods: Iterable[Period], countries: Collection[str] = (), regions: Collection[str] = ()
) -> list[Period]:
    """The periods of the place in which the date may lie: those that hold the whole of it first, the shorter before
    the longer. None for a date without years at both ends."""
    if not span.is_bounded:
        return []
    there = [one for one in periods if one.is_of(countries, regions) and one.span.overlaps(span)]
    there.sort(
        key=lambda one: (
            not span.certain((one.span.earliest_begin, one.span.latest_end)),
            one.years,
            one.name,
        )
    )
    return there[:MOST]


def contradiction(span: Span, period: Period) -> str:
    """A sentence if the date and the period share no year: “dated 1750, but Ming ended in 1644”; else empty."""
    if span.is_unknown or period.span.is_unknown or period.span.overlaps(span):
        return ""
    values = {"date": span_text(span), "epoch": period.name}
    if span.earliest_begin is not None and span.earliest_begin > (period.span.latest_end or 0):
        year = year_text(period.span.latest_end)
        return _("Dated %(date)s, but %(epoch)s ended in %(year)s.") % {**values, "year": year}
    year = year_text(period.span.earliest_begin)
    return _("Dated %(date)s, but %(epoch)s began in %(year)s.") % {**values, "year": year}
