"""Paths: none goes back in time, every step was said, and none that is better was left out."""

from __future__ import annotations

from itertools import pairwise, permutations, product

from hypothesis import given
from hypothesis import strategies as st

from collection.enums import CERTAINTY_RANKS, Certainty
from collection.influences.edges import COSTS, FUTURE, PAST, WITHOUT_YEARS
from collection.influences.graph import graph_of
from collection.influences.paths import DETOUR, FARTHEST, Path, Question, paths
from collection.influences.statements import Shown, Statement
from tests.unit.collection.influences.claims import ENDS, end, said, statements

NAMES = [one.slug for one in ENDS]
Claims = list[Statement]
claims = st.lists(statements(), max_size=14)
questions = st.builds(
    lambda two, at_least, certain: Question(two[0], two[1], at_least, certain),
    st.permutations(NAMES).map(lambda names: names[:2]),
    st.sampled_from(list(Certainty)),
    st.booleans(),
)


def span(claim: Statement) -> tuple[int, int]:
    return (PAST, FUTURE) if claim.earliest is None else (claim.earliest, claim.latest)


def in_time(chain: tuple[Statement, ...], certain: bool) -> bool:
    """Said anew, as slowly as it can be."""
    spans = [span(claim) for claim in chain]
    if certain:
        return all(one[1] <= other[0] for one, other in pairwise(spans))
    return all(one[0] <= other[1] for n, one in enumerate(spans) for other in spans[n:])


def cost(claim: Statement) -> int:
    return COSTS[claim.certainty] + (WITHOUT_YEARS if claim.earliest is None else 0)


def by_hand(known: Claims, asked: Question) -> dict[tuple[str, ...], int]:
    """way → cost of its cheapest chain, over every chain that there is."""
    between: dict[tuple[str, str], Claims] = {}
    for claim in known:
        if CERTAINTY_RANKS[claim.certainty] >= CERTAINTY_RANKS[asked.at_least]:
            between.setdefault((claim.source.slug, claim.target.slug), []).append(claim)
    others = [name for name in NAMES if name not in (asked.source, asked.target)]
    found = {}
    for way in (
        (asked.source, *middle, asked.target)
        for n in range(len(others) + 1)
        for middle in permutations(others, n)
    ):
        chains = product(*(between.get(pair, []) for pair in pairwise(way)))
        costs = [sum(map(cost, chain)) for chain in chains if in_time(chain, asked.certain)]
        if costs:
            found[way] = min(costs)
    return found


@given(claims, questions)
def test_paths_are_the_best_of_all_that_there_are(known: Claims, asked: Question) -> None:
    found = paths(graph_of(known), asked, most=100)
    expected = by_hand(known, asked)
    limit = min(FARTHEST, min(expected.values(), default=0) + DETOUR)
    assert {tuple(path.places): path.cost for path in found} == {
        way: amount for way, amount in expected.items() if amount <= limit
    }
    assert [path.cost for path in found] == sorted(path.cost for path in found)
    assert paths(graph_of(known), asked, most=2) == found[:2]


@given(claims, questions, st.booleans())
def test_no_path_goes_back_in_time_and_every_step_was_said(
    known: Claims, asked: Question, broad: bool
) -> None:
    graph = graph_of(known)
    for path in paths(graph, Question(asked.source, asked.target, asked.at_least, asked.certain, broad)):
        assert len(set(path.places)) == len(path.places)
        assert (path.places[0], path.places[-1]) == (asked.source, asked.target)
        assert path.certain or not asked.certain
        for step in path.steps:
            assert step.statements
            assert set(step.stands_for) <= {"culture-5"}
            for claim in step.statements:
                assert claim in known
                assert CERTAINTY_RANKS[claim.certainty] >= CERTAINTY_RANKS[asked.at_least]
                if not broad:
                    assert (claim.source.slug, claim.target.slug) == (step.source, step.target)
        firsts = [PAST if step.earliest is None else step.earliest for step in path.steps]
        lasts = [FUTURE if step.latest is None else step.latest for step in path.steps]
        assert firsts == sorted(firsts) and lasts == sorted(lasts)
        assert all(first <= last for first, last in zip(firsts, lasts, strict=True))


@given(claims, st.sampled_from(["w1", "w2", "w3", "w4"]), questions)
def test_paths_to_and_from_a_work_rest_on_what_it_shows(known: Claims, work: str, asked: Question) -> None:
    graph = graph_of(known)
    for path in paths(graph, Question(asked.source, work)):
        last = path.steps[-1]
        assert last.target == work and all(work in claim.works for claim in last.statements)
        assert last.earliest is None or last.earliest <= graph.works[work].latest
    for path in paths(graph, Question(work, asked.target)):
        first = path.steps[0]
        assert first.source == work and all(work in claim.works for claim in first.statements)
        assert first.latest is None or first.latest >= graph.works[work].earliest


@given(claims, st.sampled_from(["w1", "w2", "w3", "w4"]), questions)
def test_withdrawn_work_takes_its_statements_with_it(known: Claims, gone: str, asked: Question) -> None:
    left = [claim for claim in known if gone not in claim.works]
    graph = graph_of(left)
    assert not graph.knows(gone)
    for path in paths(graph, asked):
        assert all(gone not in step.works for step in path.steps)
    assert paths(graph, Question(gone, asked.target)) == []


def ways(found: list[Path]) -> list[list[str]]:
    return [path.places for path in found]


def test_step_before_what_carries_it_is_none() -> None:
    graph = graph_of([said("greece", "gandhara", (1, 200)), said("gandhara", "china", (-300, -100))])
    assert paths(graph, Question("greece", "china")) == []


def test_years_with_doubt_are_possible_and_not_certain() -> None:
    graph = graph_of([said("greece", "gandhara", (1, 200)), said("gandhara", "china", (100, 300))])
    (path,) = paths(graph, Question("greece", "china"))
    assert not path.certain
    assert [(step.earliest, step.latest) for step in path.steps] == [(1, 200), (100, 300)]
    assert paths(graph, Question("greece", "china", certain=True)) == []


def test_whole_speaks_for_its_parts_only_where_it_is_asked_to_and_says_so() -> None:
    dutch = end("netherlands", broader="europe")
    graph = graph_of([said("japan", dutch, (1650, 1660))], [end("europe")])
    assert paths(graph, Question("japan", "europe")) == []
    (path,) = paths(graph, Question("japan", "europe", broad=True))
    assert path.steps[0].stands_for == ["netherlands"]


def test_surer_chain_comes_before_a_shorter_one_that_is_disputed() -> None:
    graph = graph_of(
        [
            said("iran", "venice", (1500, 1510), certainty=Certainty.DISPUTED),
            said("iran", "turkey", (1400, 1410), certainty=Certainty.CERTAIN),
            said("turkey", "venice", (1500, 1510), certainty=Certainty.CERTAIN),
        ]
    )
    assert ways(paths(graph, Question("iran", "venice"))) == [
        ["iran", "turkey", "venice"],
        ["iran", "venice"],
    ]


def test_all_statements_that_carry_a_step_stand_behind_it() -> None:
    bowl, jar = Shown("bowl", "china", 1400, 1420), Shown("jar", "china", 1600, 1620)
    first, second = said("iran", "china", (1400, 1420), bowl), said("iran", "china", (1600, 1620), jar)
    onwards = said("china", "korea", (1500, 1510))
    (path,) = paths(graph_of([first, second, onwards]), Question("iran", "korea"))
    assert path.steps[0].statements == [first]
    (path,) = paths(graph_of([first, second, onwards]), Question("iran", "china"))
    assert path.steps[0].works == ["bowl", "jar"]
