"""The facet index against SQL: random catalogues, random selections, random edits; and what happens without it."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collection.enums import Status
from collection.filters import ArtworkFilterSet
from collection.models import Artwork, ArtworkConcept, Culture, FacetBitmap, FacetChange, FacetState
from collection.search import listing
from collection.search.counts import facet_counts, sql_counts
from collection.search.facets import FACETS
from collection.search.index import build, current
from collection.search.index.build import rebuild
from members.models import Museum
from tests.factories.world import World

pytestmark = pytest.mark.django_db

EDITS = st.lists(
    st.tuples(
        st.sampled_from(
            ["withdraw", "publish", "country", "years", "culture", "concept", "no concept", "museum", "slug", "broader",
             "rebuild"]
        ),
        st.integers(0, 40),
        st.integers(0, 40),
    ),
    max_size=6,
)  # fmt: skip
PICKS = st.lists(st.tuples(st.sampled_from(sorted(FACETS)), st.integers(0, 30), st.booleans()), max_size=4)


def selection(query: str) -> ArtworkFilterSet:
    browse = ArtworkFilterSet(QueryDict(query))
    assert browse.is_valid(), browse.form.errors
    return browse


def query_of(picks: list[tuple[str, int, bool]], years: str, certain: bool) -> str:
    """A query of values that some work has, and now and then of one that none has."""
    every = sql_counts(selection(""))
    parts = [years] if years else []
    for name, number, is_and in picks:
        values = [
            *sorted(every[name]),
            "1500" if name == "century" else "1" if name == "photograph" else "atlantis",
        ]
        parts.append(f"{name}={values[number % len(values)]}")
        if is_and and f"{name}_all" in ArtworkFilterSet.base_filters:
            parts.append(f"{name}_all=1")
    return "&".join([*parts, *(["date_match=certain"] if certain else [])])


def edit(what: str, one: int, two: int) -> None:
    """A change as it may come on any path, the action's or not."""
    works = list(Artwork.objects.order_by("pk"))
    work = works[one % len(works)]
    if what in ("withdraw", "publish"):
        status = Status.WITHDRAWN if what == "withdraw" else Status.PUBLISHED
        Artwork.objects.filter(pk=work.pk).update(
            status=status, withdrawal_reason="Returned.", published_at="2026-01-01T00:00Z"
        )
    elif what == "country":
        Artwork.objects.filter(pk=work.pk).update(production_country=["CN", "JP", "", "IR"][two % 4])
    elif what == "years":
        Artwork.objects.filter(pk=work.pk).update(
            earliest_begin=two * 40 - 500,
            latest_begin=two * 40 - 500,
            earliest_end=two * 41,
            latest_end=two * 41 + 200,
        )
    elif what == "culture":
        cultures = list(Culture.objects.order_by("pk"))
        Artwork.objects.filter(pk=work.pk).update(culture=cultures[two % len(cultures)])
    elif what == "concept":
        given = ArtworkConcept.objects.exclude(artwork=work).order_by("pk").first()
        if given:
            ArtworkConcept.objects.get_or_create(artwork=work, concept=given.concept, defaults={"order": 9})
    elif what == "no concept":
        ArtworkConcept.objects.filter(artwork=work).delete()
    elif what == "museum":
        museums = list(Museum.objects.order_by("pk"))
        Artwork.objects.filter(pk=work.pk).update(
            museum=museums[two % len(museums)], accession_number=f"x{one}-{two}"
        )
    elif what == "slug":
        Museum.objects.filter(pk=work.museum_id).update(slug=f"renamed-{work.museum_id}-{two}")
    elif what == "broader":
        narrow, broad = Culture.objects.order_by("pk").first(), Culture.objects.order_by("-pk").first()
        if narrow and broad and narrow != broad and broad.broader_id is None:
            Culture.objects.filter(pk=narrow.pk).update(broader=broad)
    else:
        rebuild()


def agree(query: str) -> None:
    by_index, by_sql = selection(query), selection(query)
    assert by_index.found is not None
    assert by_index.found.counts() == sql_counts(by_sql), query
    assert set(by_index.found.works) == set(by_sql.works().values_list("pk", flat=True)), query


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    EDITS,
    PICKS,
    st.sampled_from(["", "date_from=1300", "date_to=1500&date_from=-500", "around=1400"]),
    st.booleans(),
)
def test_index_counts_as_sql_does(
    world: World,
    edits: list[tuple[str, int, int]],
    picks: list[tuple[str, int, bool]],
    years: str,
    certain: bool,
) -> None:
    with transaction.atomic():
        for each in edits:
            edit(*each)
        agree(query_of(picks, years, certain))
        transaction.set_rollback(True)


def test_index_that_was_built_counts_as_one_that_grew(world: World) -> None:
    before = facet_counts(selection(""))
    assert FacetChange.objects.exists() and not FacetBitmap.objects.exists()
    assert rebuild() == Artwork.objects.published().count()
    assert FacetBitmap.objects.exists()
    assert facet_counts(selection("")) == before


def test_without_an_index_sql_counts(world: World, client: Any) -> None:
    before = facet_counts(selection("country=CN"))
    page = client.get("/artworks.json?country=CN").json()
    FacetState.objects.all().delete()
    assert selection("country=CN").found is None
    assert facet_counts(selection("country=CN")) == before
    assert client.get("/artworks.json?country=CN").json() == page


def test_more_changes_than_one_request_may_read_are_left_to_sql(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = facet_counts(selection(""))
    monkeypatch.setattr(current, "MOST_CHANGES", 1)
    assert selection("").found is None
    assert facet_counts(selection("")) == before


@pytest.mark.parametrize("order", ["oldest", "newest", "title", "museum", "recent"])
def test_pages_of_a_kept_order_are_those_of_sql_whatever_changed(
    world: World, monkeypatch: pytest.MonkeyPatch, order: str
) -> None:
    monkeypatch.setattr(build, "KEPT_ORDERS", 0)
    monkeypatch.setattr(listing, "SORTED_BY_SQL", 0)
    rebuild()
    for number, what in enumerate(["years", "museum", "withdraw", "years", "country"]):
        edit(what, number * 3 + 1, number * 7 + 2)
        browse = selection(f"sort={order}")
        assert browse.found is not None and browse.found.index.orders
        right = [work.pk for work in browse.in_order()]
        for first in range(0, len(right), 2):
            assert [work.pk for work in selection(f"sort={order}").listed(first, 2)] == right[
                first : first + 2
            ]
