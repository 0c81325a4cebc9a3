"""How likely works are of a time, and how many there are in each year: every work is spread evenly over its years.

A work of which nothing is known but 1400–1499 is, for 1450–1474, a quarter: overlap divided by width. Pure over arrays of
years; the same as SQL for where there is no index.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from django.db.models import F, FloatField, Value
from django.db.models.functions import Cast, Greatest, Least

from collection.search.index.years import BITS, FIRST, LAST, OFFSET

# First and last year; they do not overlap.
Spans = list[tuple[int, int]]
Years = npt.NDArray[np.int32]
Keys = npt.NDArray[np.uint32]
_KEY = 64 - 2 * BITS  # bits that are left for the primary key


def joined(windows: list[tuple[int | None, int | None]], centuries: Spans) -> Spans:
    """The years that lie in all windows and, if there are any, in one of the centuries, by time. Open ends reach as far as the index."""
    first = max((begin for begin, _end in windows if begin is not None), default=FIRST)
    last = min((end for _begin, end in windows if end is not None), default=LAST)
    spans = centuries or [(FIRST, LAST)]
    cut = [(max(first, begin), min(last, end)) for begin, end in spans]
    return sorted({(begin, end) for begin, end in cut if begin <= end})


def outer_years() -> tuple[Any, Any]:
    """As SQL: the first and the last year of a work, as far as the index reaches."""
    begin, end = (Least(Greatest(F(name), FIRST), LAST) for name in ("earliest_year", "latest_year"))
    return begin, end


def likelihood(spans: Spans) -> Any:
    """As SQL: which part of a work's years lies in the spans; null for what has no date."""
    begin, end = outer_years()
    overlap: Any = Value(0)
    for first, last in spans:
        overlap = overlap + Greatest(Least(end, Value(last)) - Greatest(begin, Value(first)) + 1, Value(0))
    return Cast(overlap, FloatField()) / Cast(end - begin + 1, FloatField())


def most_likely(
    keys: Keys, earliest: Years, latest: Years, spans: Spans, first: int, count: int
) -> list[int]:
    """The primary keys of a page: the most likely first, then the earliest; the key settles what is equal."""
    overlap = np.zeros(len(keys), np.int32)
    for begin, end in spans:
        overlap += np.maximum(np.minimum(latest, end) - np.maximum(earliest, begin) + 1, 0)
    unlikely = -(overlap / (latest - earliest + 1))

    def order(chosen: npt.NDArray[np.intp]) -> npt.NDArray[np.uint64]:
        """Earliest year, latest year and key in one number."""
        number = (earliest[chosen] + OFFSET).astype(np.uint64) << np.uint64(BITS + _KEY)
        number |= (latest[chosen] + OFFSET).astype(np.uint64) << np.uint64(_KEY)
        return number | keys[chosen].astype(np.uint64)

    wanted, chosen = first + count, np.arange(len(keys))
    if 0 < wanted < len(keys):
        bound = np.partition(unlikely, wanted - 1)[wanted - 1]
        better, equal = np.flatnonzero(unlikely < bound), np.flatnonzero(unlikely == bound)
        missing = wanted - len(better)
        if missing < len(equal):
            equal = equal[np.argpartition(order(equal), missing - 1)[:missing]]
        chosen = np.concatenate([better, equal])
    chosen = chosen[np.lexsort((order(chosen), unlikely[chosen]))]
    return [int(key) for key in keys[chosen[first:wanted]]]


def density(earliest: Years, latest: Years, begin: int, step: int, bins: int) -> list[float]:
    """How many works there are in each bin of `step` years from `begin` on; what lies outside is in none."""
    years = step * bins
    share = 1.0 / (latest - earliest + 1)
    starts = np.clip(earliest - begin, 0, years)
    ends = np.clip(latest + 1 - begin, 0, years)
    change = np.bincount(starts, share, years + 1) - np.bincount(ends, share, years + 1)
    each_year = np.cumsum(change)[:years]
    found: list[float] = np.maximum(each_year.reshape(bins, step).sum(axis=1).round(9), 0.0).tolist()
    return found
