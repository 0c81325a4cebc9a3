"""Epochs that a date falls into, and those that it contradicts."""

from __future__ import annotations

import pytest

from collection.dates.fit import Period, contradiction, suggested
from collection.dates.spans import Span

MING = Period(1, "Ming", Span.between(1368, 1644), frozenset({"CN"}), frozenset({"east-asia"}))
WANLI = Period(2, "Wanli reign", Span.between(1573, 1620), frozenset({"CN"}), frozenset({"east-asia"}))
JOSEON = Period(3, "Joseon", Span.between(1392, 1897), frozenset({"KR", "KP"}), frozenset({"east-asia"}))
BAROQUE = Period(4, "Baroque", Span.between(1600, 1750), frozenset(), frozenset({"europe"}))
ALL = [MING, WANLI, JOSEON, BAROQUE]


@pytest.mark.parametrize(
    ("span", "countries", "regions", "names"),
    [
        (Span.within(1600, 1610), {"CN"}, {"east-asia"}, ["Wanli reign", "Ming"]),
        (Span.within(1610, 1640), {"CN"}, {"east-asia"}, ["Ming", "Wanli reign"]),
        (Span.within(1600, 1610), {"KR"}, {"east-asia"}, ["Joseon"]),
        (Span.within(1600, 1610), set(), {"east-asia"}, ["Wanli reign", "Ming", "Joseon"]),
        (Span.within(1600, 1610), {"FR"}, {"europe"}, ["Baroque"]),
        (Span.within(1900, 1910), {"CN"}, {"east-asia"}, []),
        (Span.within(None, 1610), {"CN"}, {"east-asia"}, []),
        (Span(), {"CN"}, set(), []),
    ],
)
def test_epochs_of_the_place_are_suggested_the_closest_first(span, countries, regions, names):
    assert [one.name for one in suggested(span, ALL, countries, regions)] == names


@pytest.mark.parametrize(
    ("span", "sentence"),
    [
        (Span.between(1750, 1750), "Dated 1750, but Ming ended in 1644."),
        (Span.between(1300, 1320), "Dated 1300–1320, but Ming began in 1368."),
        (Span.within(1700, None), "Dated from 1700 on, but Ming ended in 1644."),
        (Span.within(None, 1200), "Dated until 1200, but Ming began in 1368."),
        (Span.within(1640, 1660), ""),
        (Span(), ""),
    ],
)
def test_a_date_outside_its_epoch_is_pointed_out(span, sentence):
    assert contradiction(span, MING) == sentence
