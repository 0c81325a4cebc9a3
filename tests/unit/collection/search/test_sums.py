"""Points added up bitmap by bitmap are those that a dictionary adds up."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from collection.search.index.sums import Sums

GIVEN = st.lists(st.tuples(st.sets(st.integers(0, 60)), st.integers(0, 90)), max_size=12)


@given(GIVEN, st.sets(st.integers(0, 60)), st.integers(0, 70))
def test_sums_and_the_best_of_them(
    given_points: list[tuple[set[int], int]], among: set[int], count: int
) -> None:
    sums, plain = Sums(), Counter[int]()
    for works, points in given_points:
        sums.add(BitMap(works), points)
        for work in works:
            plain[work] += points
    assert {work: sums.of(work) for work in range(61)} == {work: plain[work] for work in range(61)}
    best = sorted(among, key=lambda work: (-plain[work], work))[:count]
    assert sums.best(BitMap(among), count) == best
