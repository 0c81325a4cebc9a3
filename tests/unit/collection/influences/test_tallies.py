"""Tallies: the same as adding the statements up one by one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from collection.enums import CERTAINTY_RANKS, InfluenceKind
from collection.influences.flows import flows, within
from collection.influences.statements import Statement
from collection.influences.tallies import QUARTERS, Tallies
from tests.unit.collection.influences.claims import YEARS, statements


def weight(said: list[Statement]) -> float:
    """Each work by the surest claim that it shows."""
    ranks: dict[str, int] = {}
    for statement in said:
        for work in statement.works:
            ranks[work] = max(ranks.get(work, 0), CERTAINTY_RANKS[statement.certainty] + 1)
    return sum(ranks.values()) / QUARTERS


@given(
    st.lists(statements(), max_size=20),
    st.sampled_from(["culture", "region", "country", "epoch"]),
    st.sets(st.sampled_from(InfluenceKind.values), max_size=3),
    YEARS,
    YEARS,
)
def test_tallies_are_what_the_flows_add_up_to(
    said: list[Statement], level: str, kinds: set[str], earliest: int | None, latest: int | None
) -> None:
    found = Tallies(said, level).within(kinds, earliest, latest)
    slow = flows(within(said, kinds=kinds, earliest=earliest, latest=latest), level)
    expected = {(flow.source, flow.target): flow for flow in slow}
    weights = {pair: weight(flow.statements) for pair, flow in expected.items()}
    assert {(one.source, one.target) for one in found} == set(expected)
    for one in found:
        pair, back = (one.source, one.target), (one.target, one.source)
        assert (one.statements, one.works) == (len(expected[pair].statements), len(expected[pair].works))
        assert one.weight == weights[pair]
        both = weights[pair] + weights.get(back, 0)
        assert one.balance == approx((weights[pair] - weights.get(back, 0)) / both if both else 0)
    assert [one.weight for one in found] == sorted((one.weight for one in found), reverse=True)
