"""Flows: nothing is counted that was not said, and nothing said is lost."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from collection.dates.centuries import span_of
from collection.enums import Certainty, InfluenceKind
from collection.influences.epochs import Period, in_epochs
from collection.influences.flows import flows, through_time, within
from collection.influences.statements import End, Shown, Statement

REGIONS = ("east-asia", "europe", "west-asia")


def end(slug: str, region: str = "east-asia", countries: tuple[str, ...] = ("CN",)) -> End:
    return End(slug, (("en", slug.title()),), region, 35.0, 105.0, countries)


ENDS = st.sampled_from([end(f"culture-{n}", REGIONS[n % 3], (f"A{n}",)) for n in range(6)])
YEARS = st.one_of(st.none(), st.integers(-3000, 2000))


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    earliest = draw(YEARS)
    latest = None if earliest is None else earliest + draw(st.integers(0, 400))
    return Statement(
        public_id=draw(st.uuids()).hex,
        source=draw(ENDS),
        target=draw(ENDS),
        kinds=tuple(draw(st.sets(st.sampled_from(InfluenceKind.values), min_size=1, max_size=3))),
        certainty=draw(st.sampled_from(list(Certainty))),
        earliest=earliest,
        latest=latest,
        text=(("en", "A claim."),),
        works=tuple(draw(st.lists(st.sampled_from(["w1", "w2", "w3", "w4"]), unique=True))),
    )


@given(st.lists(statements()), st.sampled_from(["culture", "region", "country"]))
def test_flows_add_up_to_the_statements(said: list[Statement], level: str) -> None:
    found = flows(said, level)
    assert sum(len(flow.statements) for flow in found) == len(said)
    assert {s.public_id for flow in found for s in flow.statements} == {s.public_id for s in said}
    assert len({(flow.source, flow.target) for flow in found}) == len(found)


@given(st.lists(statements()))
def test_flow_counts_a_work_once_however_many_statements_it_witnesses(said: list[Statement]) -> None:
    for flow in flows(said):
        assert len(flow.works) == len({work for s in flow.statements for work in s.works})


@given(st.lists(statements()), YEARS, st.integers(0, 500))
def test_window_keeps_what_possibly_overlaps_it_and_nothing_else(
    said: list[Statement], earliest: int | None, length: int
) -> None:
    latest = None if earliest is None else earliest + length
    kept = within(said, earliest=earliest, latest=latest)
    if earliest is None:
        assert kept == said
        return
    assert kept == [
        s for s in said if s.earliest is not None and s.earliest <= latest and s.latest >= earliest
    ]


@given(st.lists(statements()), st.sets(st.sampled_from(InfluenceKind.values), min_size=1))
def test_kinds_of_a_choice_are_joined_by_or(said: list[Statement], kinds: set[str]) -> None:
    assert within(said, kinds=kinds) == [s for s in said if kinds & set(s.kinds)]


def test_flow_is_as_sure_as_its_surest_statement_and_names_frequent_kinds_first() -> None:
    def said(certainty: Certainty, *kinds: str) -> Statement:
        return Statement("x", end("china"), end("iran"), kinds, certainty, None, None, (), ())

    (flow,) = flows([said(Certainty.DISPUTED, "trade"), said(Certainty.PROBABLE, "motif", "trade")])
    assert flow.certainty == Certainty.PROBABLE
    assert flow.kinds == ["trade", "motif"]


@given(st.lists(statements()))
def test_centuries_hold_every_dated_statement_in_each_century_that_it_touches(said: list[Statement]) -> None:
    found = {one.label: one for one in through_time(said)}
    assert list(found) == sorted(found)
    for label, one in found.items():
        span = span_of(label)
        assert (one.first, one.last) == (span.earliest_begin, span.latest_end)
        there = within(said, earliest=one.first, latest=one.last)
        assert (one.statements, one.works) == (len(there), len({work for s in there for work in s.works}))
    assert bool(found) == any(s.earliest is not None for s in said)


def test_end_stands_in_the_epoch_of_its_work_or_in_the_shortest_of_its_countries_then() -> None:
    periods = [
        Period("islamic", (), 650, 1800, frozenset({"IR", "IQ"})),
        Period("ilkhanid", (), 1256, 1353, frozenset({"IR", "IQ"})),
        Period("yuan", (), 1271, 1368, frozenset({"CN"})),
        Period("mongol", (), 1206, 1368, frozenset({"CN"})),
    ]
    vases = Shown("vases", "china", 1351, 1351)
    said = Statement(
        "x", end("iran", countries=("IR",)), end("china"), ("material",), Certainty.PROBABLE, 1351, 1351, (), ("vases",)
    )  # fmt: skip
    told = in_epochs(said, periods, {"vases": "mongol"}, [vases])
    assert (told.source.epochs, told.target.epochs) == (("ilkhanid",), ("mongol",))
    assert [(flow.source, flow.target) for flow in flows([told], "epoch")] == [("ilkhanid", "mongol")]
    undated = replace(said, earliest=None, latest=None)
    assert flows([in_epochs(undated, periods, {}, [])], "epoch") == []
