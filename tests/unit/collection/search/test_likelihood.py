"""Works spread over their years: densities and likelihoods, against counting year by year."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collection.search.index.years import FIRST, LAST, Years, keys_of
from collection.search.likelihood import density, joined, most_likely

WORKS = st.lists(st.tuples(st.integers(-400, 400), st.integers(0, 500)), max_size=30)
SPANS = st.lists(st.integers(-500, 500), min_size=2, max_size=4, unique=True).map(
    lambda ends: [(begin, end) for begin, end in zip(sorted(ends)[::2], sorted(ends)[1::2], strict=False)]
)


def arrays(works: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    begins, widths = [work[0] for work in works], [work[1] for work in works]
    return np.array(begins, np.int32), np.array(begins, np.int32) + np.array(widths, np.int32)


def part(begin: int, end: int, spans: list[tuple[int, int]]) -> Fraction:
    years = sum(first <= year <= last for year in range(begin, end + 1) for first, last in spans)
    return Fraction(years, end - begin + 1)


@settings(deadline=None)  # no test is timed
@given(WORKS, SPANS, st.integers(0, 30), st.integers(0, 8))
def test_pages_are_those_of_sorting_all_by_overlap(
    works: list[tuple[int, int]], spans: list[tuple[int, int]], first: int, count: int
) -> None:
    earliest, latest = arrays(works)
    keys = np.arange(7, 7 + len(works), dtype=np.uint32)
    pairs = zip(earliest.tolist(), latest.tolist(), keys.tolist(), strict=True)
    right = sorted(pairs, key=lambda work: (-part(work[0], work[1], spans), *work))
    page = most_likely(keys, earliest, latest, spans, first, count)
    assert page == [key for _begin, _end, key in right[first : first + count]]


@settings(deadline=None)  # no test is timed
@given(WORKS, st.integers(-500, 0), st.integers(1, 60), st.integers(1, 12))
def test_density_counts_every_work_once_over_its_years(
    works: list[tuple[int, int]], begin: int, step: int, bins: int
) -> None:
    earliest, latest = arrays(works)
    curve = density(earliest, latest, begin, step, bins)
    for number, mass in enumerate(curve):
        first = begin + number * step
        right = sum(
            part(a, b, [(first, first + step - 1)])
            for a, b in zip(earliest.tolist(), latest.tolist(), strict=True)
        )
        assert mass == pytest.approx(float(right), abs=1e-6)


def test_density_of_a_millennium_is_low_and_wide_and_of_a_year_high_and_narrow() -> None:
    earliest, latest = np.array([-1999, 1751]), np.array([-1000, 1751])
    curve = density(earliest, latest, -2999, 100, 50)
    assert curve[10:20] == pytest.approx([0.1] * 10)
    assert curve[47] == 1.0 and sum(curve) == pytest.approx(2.0)


def test_windows_and_centuries_are_taken_together() -> None:
    assert joined([(1400, None), (None, 1650)], []) == [(1400, 1650)]
    assert joined([(1450, None)], [(1400, 1499), (1600, 1699)]) == [(1450, 1499), (1600, 1699)]
    assert joined([(1700, None)], [(1400, 1499)]) == []
    assert joined([(None, -499)], []) == [(FIRST, -499)] and joined([], []) == [(FIRST, LAST)]
    assert joined([], [(1900, 1999), (-2299, -2200), (1900, 1999)]) == [(-2299, -2200), (1900, 1999)]


@given(
    st.dictionaries(st.integers(0, 300), st.integers(FIRST, LAST), max_size=20),
    st.integers(0, 300),
    st.integers(-9, 9),
)
def test_years_as_an_array_follow_every_change(found: dict[int, int], work: int, year: int) -> None:
    years = Years()
    for key, each in found.items():
        years.set(key, each)
    years.of(keys_of(years.dated))
    other = years.copy()
    other.set(work, year)
    for held, right in ((years, found), (other, found | {work: year})):
        keys = keys_of(held.dated)
        assert dict(zip(keys.tolist(), held.of(keys).tolist(), strict=True)) == right
