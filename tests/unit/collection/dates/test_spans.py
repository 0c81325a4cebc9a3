"""Four-point spans: order, windows, overlap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collection.dates.spans import FARTHEST_YEAR, Span

years = st.integers(-FARTHEST_YEAR, FARTHEST_YEAR)
bounded = st.tuples(years, years).map(sorted).map(lambda pair: Span.between(*pair))
windows = st.tuples(st.none() | years, st.none() | years)


@pytest.mark.parametrize(
    "bounds",
    [
        (1700, 1650, 1700, 1750),
        (1600, 1600, 1599, 1599),
        (1600, 1650, 1700, 1699),
        (1600, 1800, 1600, 1700),
        (1600, None, None, 1700),
        (-10_000_001, -10_000_001, 0, 0),
    ],
)
def test_span_refuses_bounds_that_cannot_be(bounds):
    with pytest.raises(ValueError, match=r"year|bounds"):
        Span(*bounds)


def test_span_within_is_one_doubtful_time():
    assert Span.within(1600, 1699).bounds == (1600, 1699, 1600, 1699)


def test_span_joined_keeps_four_points():
    assert Span.joined(Span.within(1600, 1699), Span.within(1700, 1799)).bounds == (1600, 1699, 1700, 1799)


def test_span_joined_cuts_what_overlaps():
    assert Span.joined(Span.within(1600, 1699), Span.within(1650, 1650)).bounds == (1600, 1650, 1650, 1650)


def test_span_with_an_open_end_is_not_stored():
    assert Span.within(None, 525).as_fields() == dict.fromkeys(
        ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
    )
    assert Span.within(500, 525).as_fields() == {
        "earliest_begin": 500,
        "latest_begin": 525,
        "earliest_end": 500,
        "latest_end": 525,
    }


@pytest.mark.parametrize(
    ("window", "possible", "certain"),
    [
        ((1600, 1699), True, True),
        ((1650, 1660), True, False),
        ((None, 1600), True, False),
        ((1699, None), True, False),
        ((1700, None), False, False),
        ((None, 1599), False, False),
        ((None, None), True, True),
    ],
)
def test_span_in_a_window(window, possible, certain):
    span = Span.within(1600, 1699)
    assert (span.possible(window), span.certain(window)) == (possible, certain)


def test_unknown_span_is_in_no_window():
    assert not Span().possible((None, None))
    assert not Span().certain((None, None))


def test_open_span_is_possibly_before_but_never_certainly():
    span = Span.within(None, 525)
    assert span.possible((-5000, -4000))
    assert not span.certain((-5000, 600))
    assert span.certain((None, 600))
    assert not span.possible((526, None))


@given(bounded, windows)
def test_what_is_certain_is_possible(span, window):
    assert not span.certain(window) or span.possible(window)


@given(bounded, bounded)
def test_overlap_is_mutual(first, second):
    assert first.overlaps(second) == second.overlaps(first)


@given(bounded, st.integers(0, 1000))
def test_widened_span_holds_the_first(span, doubt):
    assert span.certain((span.widened(doubt).earliest_begin, span.widened(doubt).latest_end))
