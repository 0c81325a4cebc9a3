"""The years of a result: drawn as a density, narrowed by parts, and how many works are certain in them."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from django.db.models import Count
from django.utils.translation import gettext as _

from collection.dates.display import year_text, years_text
from collection.filters import ArtworkFilterSet
from collection.search.index.years import FIRST, LAST, keys_of
from collection.search.likelihood import Years, density
from collection.views.browse import Address
from members.kept import Kept

BEGIN, END = -3000, 2100  # five thousand years, as people count them: 3000 BCE to our century
# How long a part of the axis is → how many years stand in one bin of the curve.
_STEPS = {1000: 25, 500: 20, 100: 5, 50: 2, 10: 1, 5: 1}
_MOST_PARTS = 8  # of the years that were asked for; one more on each side is shown


class Axis(NamedTuple):
    """First and last year as people count them (−500 is 500 BCE, the last is not in it), and the length of a part."""

    begin: int
    end: int
    part: int

    @property
    def first_year(self) -> int:
        """Astronomical."""
        return self.begin + 1 if self.begin < 0 else self.begin

    @property
    def step(self) -> int:
        return _STEPS[self.part]

    def parts(self) -> list[tuple[int, int]]:
        """First and last astronomical year of every whole part."""
        starts = range(self.begin, self.end - self.part + 1, self.part)
        return [(at + 1, at + self.part) if at < 0 else (max(at, 1), at + self.part - 1) for at in starts]


class Curve(NamedTuple):
    """How many works there are in each bin of an axis, how many may lie before it, and how many have a date at all."""

    works: list[float]
    before: int
    dated: int


_curves: Kept[Curve] = Kept(300)  # of results, as if no years were asked for
# What makes no difference to the curve.
_TIMES = ("date", "date_from", "date_to", "from_year", "to_year", "around")
_ASIDE = (*_TIMES, "page", "sort", "view")


def timespan(browse: ArtworkFilterSet, address: Address) -> dict[str, Any] | None:
    """Props of the density: the result as if no years were asked for, so that one sees what lies beside them."""
    chosen = _chosen(browse)
    axis = axis_of(chosen)
    curve = _curves.get((*address.pairs_without(*_ASIDE), axis), lambda: _curve(browse, axis))
    if not curve.dated:
        return None
    return {
        "curve": curve.works,
        "begin": axis.first_year,
        "step": axis.step,
        "chosen": chosen,
        "parts": [
            {
                "label": year_text(first),
                "value": years_text(first, last),
                "is_chosen": (first, last) == chosen,
            }
            for first, last in axis.parts()
        ],
        "has_rest": (axis.end - axis.begin) % axis.part > 0,
        "before": _before(curve, axis),
        "fields": address.pairs_without(*_TIMES, "century", "page"),
        "peak": _peak(curve.works, axis),
    }


def _curve(browse: ArtworkFilterSet, axis: Axis) -> Curve:
    earliest, latest = _years(browse)
    bins = (axis.end - axis.begin) // axis.step
    before = int((earliest < axis.first_year).sum())
    return Curve(density(earliest, latest, axis.first_year, axis.step, bins), before, len(earliest))


def _before(curve: Curve, axis: Axis) -> dict[str, Any] | None:
    """What may lie before the five thousand years."""
    if axis.part < 1000 or not curve.before:
        return None
    return {"count": curve.before, "label": _("before %(year)s") % {"year": year_text(BEGIN + 1)}}


def _peak(curve: list[float], axis: Axis) -> str:
    most = axis.first_year + axis.step * curve.index(max(curve))
    return years_text(most, most + axis.step - 1)


def _chosen(browse: ArtworkFilterSet) -> tuple[int, int] | None:
    """First and last year that were asked for, where both ends are near enough to be drawn."""
    if not browse.spans:
        return None
    first, last = browse.spans[0][0], browse.spans[-1][1]
    return (max(first, BEGIN + 1), min(last, END - 1)) if last > BEGIN and first < END else None


def axis_of(chosen: tuple[int, int] | None) -> Axis:
    """The five thousand years, or the chosen ones with a part more on either side."""
    if chosen is not None:
        first, last = (
            (chosen[0] if chosen[0] > 0 else chosen[0] - 1),
            (chosen[1] + 1 if chosen[1] > 0 else chosen[1]),
        )
        for part in sorted(_STEPS):
            begin, end = first // part * part, -(-last // part) * part
            if (end - begin) // part <= _MOST_PARTS and part < 1000:
                return Axis(max(begin - part, BEGIN), min(end + part, END), part)
    return Axis(BEGIN, END, 1000)


def _years(browse: ArtworkFilterSet) -> tuple[Years, Years]:
    """The years of all dated works of the result."""
    if found := browse.found_in_time():
        keys = keys_of(found.works & found.index.earliest.dated)
        return found.index.earliest.of(keys), found.index.latest.of(keys)
    works = browse.works(without="date").filter(earliest_year__isnull=False).order_by()
    rows = works.values_list("earliest_year", "latest_year").annotate(number=Count("pk", distinct=True))
    table = np.array(rows, np.int64).reshape(-1, 3)
    years = np.clip(table[:, :2], FIRST, LAST).astype(np.int32)
    return np.repeat(years[:, 0], table[:, 2]), np.repeat(years[:, 1], table[:, 2])


def doubt(browse: ArtworkFilterSet, address: Address) -> dict[str, Any] | None:
    """How many works were certainly made then and how many possibly, and the way from one to the other."""
    if not browse.spans or not browse.count:
        return None
    url = address.url(date_match="" if browse.certain else "certain")
    return {
        "certain": browse.sure,
        "possible": browse.count - browse.sure,
        "is_certain": browse.certain,
        "url": url,
    }
