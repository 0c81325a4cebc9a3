"""How far apart two spellings are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collection.search.spelling import distance


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("celedon", "celadon", 1), ("lacqeur", "lacquer", 1), ("vermer", "vermeer", 1), ("elefants", "elephants", 2), ("", "abc", 3), ("a", "a", 0)],
)  # fmt: skip
def test_distance_counts_letters_changed_added_left_out_and_swapped(one: str, other: str, apart: int) -> None:
    assert distance(one, other) == apart


@given(st.text(max_size=12), st.text(max_size=12))
def test_distance_is_the_same_both_ways_and_none_only_for_the_same(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one) <= max(len(one), len(other))
    assert (distance(one, other) == 0) == (one == other)
