"""Ripples: what is reached is what a walk in time reaches, and both directions say the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from collection.influences.edges import FUTURE, PAST
from collection.influences.graph import graph_of
from collection.influences.ripples import Around, common, ripple, travels
from collection.influences.statements import Shown, Statement
from tests.unit.collection.influences.claims import ENDS, said, statements

NAMES = [one.slug for one in ENDS]
claims = st.lists(statements(), max_size=16)


def by_hand(known: list[Statement], start: str) -> dict[str, int]:
    """culture → the earliest year in which it can be reached, until nothing changes any more."""
    arrival = {start: PAST}
    moved = True
    while moved:
        moved = False
        for claim in known:
            first, last = (PAST, FUTURE) if claim.earliest is None else (claim.earliest, claim.latest)
            begun = arrival.get(claim.source.slug)
            if begun is None or begun > last:
                continue
            there = max(begun, first)
            if there < arrival.get(claim.target.slug, FUTURE + 1):
                arrival[claim.target.slug] = there
                moved = True
    del arrival[start]
    return arrival


@given(claims, st.sampled_from(NAMES))
def test_ripple_reaches_what_can_be_reached_in_time_and_nothing_else(
    known: list[Statement], start: str
) -> None:
    found = ripple(graph_of(known), Around(start))
    assert {one.slug: PAST if one.year is None else one.year for one in found} == by_hand(known, start)
    rings = {start: 0} | {one.slug: one.steps for one in found}
    for one in found:
        assert one.via is not None and one.via in known
        assert one.via.target.slug == one.slug and one.via.source.slug == one.before
        assert rings[one.before] < one.steps, "the way leads through a nearer ring"
    assert [one.steps for one in found] == sorted(one.steps for one in found)


@given(claims)
def test_upstream_is_downstream_seen_from_the_other_end(known: list[Statement]) -> None:
    graph = graph_of(known)
    down = {(name, one.slug) for name in NAMES for one in ripple(graph, Around(name))}
    up = {(one.slug, name) for name in NAMES for one in ripple(graph, Around(name, upstream=True))}
    assert down == up


@given(claims, st.sampled_from(["w1", "w2", "w3", "w4"]))
def test_withdrawn_work_ripples_nowhere(known: list[Statement], gone: str) -> None:
    left = [claim for claim in known if gone not in claim.works]
    graph = graph_of(left)
    assert ripple(graph, Around(gone)) == []
    for name in NAMES:
        assert all(one.via and gone not in one.via.works for one in ripple(graph, Around(name)))


def test_two_works_look_alike_because_of_what_both_received() -> None:
    iznik = Shown("iznik", "turkey", 1530, 1540)
    delft = Shown("delft", "netherlands", 1660, 1670)
    graph = graph_of(
        [
            said("iran", "china", (1330, 1350)),
            said("china", "turkey", (1530, 1540), iznik),
            said("china", "netherlands", (1660, 1670), delft),
        ]
    )
    shared = common(graph, ["iznik", "delft"])
    assert [(one.slug, [way.steps for way in one.ways]) for one in shared] == [
        ("china", [1, 1]),
        ("iran", [2, 2]),
    ]


def test_motif_travels_in_the_order_of_its_years() -> None:
    jar, vase = Shown("jar", "china", 1, 2), Shown("vase", "iran", 1, 2)
    late, early = said("china", "iran", (1600, 1610), jar), said("iran", "china", (1330, 1340), jar)
    undated, other = said("china", "korea", None, jar), said("china", "japan", (1400, 1410), vase)
    assert travels([late, undated, other, early], frozenset({"jar"})) == [early, late, undated]
