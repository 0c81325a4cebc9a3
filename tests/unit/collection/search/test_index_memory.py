"""Counting under facets: the same whichever way a result is counted."""

from __future__ import annotations

import random

import pytest
from pyroaring import BitMap

from collection.search.index.memory import LISTED, Index

WORKS = 20_000


@pytest.mark.parametrize("count", [0, 1, 60, 70, 900, 1_240, 1_260, 9_000, 19_999, 20_000])
def test_counts_are_those_of_the_sets(count: int) -> None:
    chance = random.Random(count)
    works = range(1, WORKS + 1)
    index = Index(["material"])
    index.all = BitMap(works)
    index.facets["material"] = {
        str(size): BitMap(chance.sample(works, size)) for size in (0, 1, 30, 2_000, 12_000, WORKS)
    }
    result = BitMap(chance.sample(works, count))
    expected = {value: len(under & result) for value, under in index.facets["material"].items()}
    counted = index.counted(result)
    assert (counted.rest is not None) == (LISTED[0] * WORKS < count < LISTED[1] * WORKS)
    assert index.counts("material", counted) == {value: n for value, n in expected.items() if n}
