"""Neighbours of a period in time, and how its bounds are said with their doubt."""

from __future__ import annotations

import pytest

from collection.dates.display import bounds_text
from collection.dates.fit import Period
from collection.dates.neighbours import after, before, beside
from collection.dates.spans import Span


def period(key: int, begin: int, end: int, countries: str = "CN", region: str = "east-asia") -> Period:
    return Period(key, str(key), Span.between(begin, end), frozenset([countries]), frozenset([region]))


SONG, YUAN, MING, QING = (
    period(key, *years) for key, years in enumerate([(960, 1279), (1271, 1368), (1368, 1644), (1644, 1912)])
)
JOSEON, WANLI = period(5, 1392, 1897, "KR"), period(6, 1573, 1620)
BAROQUE = period(7, 1600, 1750, "IT", "europe")
ALL = [SONG, YUAN, MING, QING, JOSEON, WANLI, BAROQUE]


def test_what_came_before_and_after_stands_the_nearest_first():
    assert before(MING, ALL) == [YUAN, SONG]
    assert after(YUAN, ALL) == [MING, WANLI, QING, JOSEON]
    assert after(QING, ALL) == []


def test_what_ran_beside_shares_years_and_region():
    assert beside(MING, ALL) == [JOSEON, WANLI]
    assert beside(BAROQUE, ALL) == []


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Span.between(1368, 1644), ""),
        (Span(), ""),
        (Span(1368, 1368, 1644, 1662), "began in 1368, ended between 1644 and 1662"),
        (Span(-615, -600, -538, -538), "began between 616 BCE and 601 BCE, ended in 539 BCE"),
    ],
)
def test_bounds_are_said_with_their_doubt(span, words):
    assert bounds_text(span) == words
