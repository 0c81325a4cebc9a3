"""What came before and after a period, and what ran beside it. Pure: the periods are handed in."""

from __future__ import annotations

from collections.abc import Iterable

from collection.dates.fit import Period

MOST = 4
_SHARED = 0.2  # of the shorter one: so much may two periods overlap and still follow each other


def before(period: Period, others: Iterable[Period]) -> list[Period]:
    """The nearest in time that ended about when it began, those of its countries first."""
    found = [one for one in _of_its_region(period, others) if _follows(one, period)]
    return sorted(
        found, key=lambda one: (not _shares_a_country(one, period), abs(_begin(period) - _end(one)))
    )[:MOST]


def after(period: Period, others: Iterable[Period]) -> list[Period]:
    """The nearest in time that began about when it ended."""
    found = [one for one in _of_its_region(period, others) if _follows(period, one)]
    return sorted(
        found, key=lambda one: (not _shares_a_country(one, period), abs(_begin(one) - _end(period)))
    )[:MOST]


def beside(period: Period, others: Iterable[Period]) -> list[Period]:
    """Those of its region that shared most of its years."""
    found = [
        one
        for one in _of_its_region(period, others)
        if _shared(one, period) > 0 and not _follows(one, period) and not _follows(period, one)
    ]
    return sorted(found, key=lambda one: (-_shared(one, period) / max(one.years, period.years, 1), one.name))[
        : 2 * MOST
    ]


def _of_its_region(period: Period, others: Iterable[Period]) -> list[Period]:
    return [one for one in others if one.key != period.key and one.regions & period.regions]


def _follows(first: Period, second: Period) -> bool:
    """True if the second began when the first was over, or nearly."""
    is_later = _begin(first) < _begin(second) and _end(first) < _end(second)
    return is_later and _shared(first, second) <= _SHARED * max(min(first.years, second.years), 1)


def _shared(one: Period, other: Period) -> int:
    return min(_end(one), _end(other)) - max(_begin(one), _begin(other))


def _shares_a_country(one: Period, other: Period) -> bool:
    return bool(one.countries & other.countries)


def _begin(period: Period) -> int:
    return period.span.earliest_begin or 0


def _end(period: Period) -> int:
    return period.span.latest_end or 0
