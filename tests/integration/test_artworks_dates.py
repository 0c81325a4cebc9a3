"""Dates that keep their doubt on the browse page: what is typed, possible and certain, the order by likelihood, the curve."""

from __future__ import annotations

from typing import Any

import html5lib
import pytest
from django.http import QueryDict
from django.test import Client
from django.utils.translation import override

from collection.dates.display import years_text
from collection.filters import ArtworkFilterSet
from collection.forms import DateField
from collection.models import Artwork, EpochDefinition, FacetState
from collection.search import listing
from collection.search.index.build import rebuild
from collection.views.browse import Address
from collection.views.timespan import BEGIN, END, axis_of, timespan
from tests.factories import ArtworkFactory, EpochFactory
from tests.factories.world import World

pytestmark = pytest.mark.django_db


def dated(title: str, first: int, last: int) -> Artwork:
    return ArtworkFactory(
        published=True,
        title=title,
        earliest_begin=first,
        latest_begin=last,
        earliest_end=first,
        latest_end=last,
    )


def browse_of(query: str) -> ArtworkFilterSet:
    browse = ArtworkFilterSet(QueryDict(query))
    assert browse.is_valid(), browse.form.errors
    return browse


def titles(client: Client, query: str) -> list[str]:
    return [result["title"] for result in client.get(f"/artworks.json?{query}").json()["results"]]


@pytest.fixture
def collection() -> None:
    for title, first, last in (
        ("exact", 1600, 1600), ("decade", 1595, 1604), ("century", 1600, 1699), ("centuries", 1500, 1699),
        ("old", -1999, -1000), ("late", 1700, 1710),
    ):  # fmt: skip
        dated(title, first, last)


@pytest.mark.parametrize(
    ("typed", "span"),
    [
        ("around 1600", (1575, 1625)), ("vers 1600", (1575, 1625)), ("1400–1450", (1400, 1450)), ("before 500 BCE", (None, -499)),
        ("avant 500 av. J.-C.", (None, -499)), ("after 1700", (1700, None)), ("17th century", (1600, 1699)), ("-499", (-499, -499)),
        ("5th century BCE", (-499, -400)), ("Kangxi", (1662, 1722)), ("乾隆", (1736, 1795)), ("500 BCE–300 BCE", (-499, -299)),
    ],
)  # fmt: skip
def test_a_time_is_typed_as_people_say_it(typed: str, span: tuple[int | None, int | None]) -> None:
    found = DateField().clean(typed)
    assert found is not None and (found.earliest_begin, found.latest_end) == span


def test_a_time_may_be_an_epoch_of_the_vocabulary() -> None:
    epoch = EpochFactory(name="Testian")
    EpochDefinition.objects.filter(epoch=epoch).delete()
    EpochDefinition.objects.create(
        epoch=epoch, earliest_begin=300, latest_begin=310, earliest_end=400, latest_end=420
    )
    for typed in ("testian", "Testian period", "the TESTIAN dynasty"):
        found = DateField().clean(typed)
        assert found is not None and (found.earliest_begin, found.latest_end) == (300, 420)


def test_what_is_no_time_is_said_in_a_sentence(client: Client) -> None:
    page = client.get("/artworks/?date=yesterday")
    assert page.status_code == 400
    assert "“yesterday” is not understood as a time." in page.content.decode()
    assert 'value="yesterday"' in page.content.decode()


def test_certain_and_possible_are_counted_and_told_apart(client: Client, collection: None) -> None:
    page = client.get("/artworks/?date=1590–1650").content.decode()
    assert "<strong>2</strong> certain + <strong>2</strong> possible" in page
    html5lib.HTMLParser(strict=True).parse(page)
    assert titles(client, "date=1590–1650&date_match=certain") == ["decade", "exact"]
    assert (
        "Only what was certainly made then."
        in client.get("/artworks/?date=1590–1650&date_match=certain").content.decode()
    )
    FacetState.objects.all().delete()
    assert client.get("/artworks/?date=1590–1650").content.decode() == page
    assert "certain +" not in client.get("/artworks/").content.decode()


def test_works_are_ordered_by_the_part_of_their_years(client: Client, collection: None) -> None:
    query = "date=1600–1609&sort=probability"
    right = ["exact", "decade", "century", "centuries"]  # 1, 1/2, 1/10, 1/20
    assert titles(client, query) == right
    FacetState.objects.all().delete()
    assert titles(client, query) == right
    assert titles(client, "century=1500&century=1700&sort=probability") == ["late", "centuries", "decade"]
    assert titles(client, "sort=probability") == titles(client, "sort=oldest")  # of which time is not said
    assert "Most likely of that time" not in client.get("/artworks/").content.decode()


@pytest.mark.parametrize(
    "query", ["date=1300–1500", "date_from=-500", "date=before 1500", "century=1400&century=1500"]
)
def test_order_by_likelihood_is_that_of_sql(
    world: World, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    monkeypatch.setattr(listing, "SORTED_BY_SQL", 0)
    for number in range(20):
        dated(f"work {number}", 1250 + 13 * number % 300, 1300 + 29 * number % 700 + 300)
    rebuild()
    dated("changed since", 1390, 1410)
    browse = browse_of(f"{query}&sort=probability")
    assert browse.found is not None
    right = [work.pk for work in browse.in_order()]
    assert len(right) > 3
    for first in range(0, len(right), 4):
        assert [work.pk for work in browse.listed(first, 4)] == right[first : first + 4]


def test_curve_is_of_the_result_beside_the_years_asked_for(client: Client, collection: None) -> None:
    browse = browse_of("date=1700–1799")
    drawn = timespan(browse, Address(browse))
    assert drawn is not None and (browse.count, drawn["chosen"]) == (1, (1700, 1799))
    assert (drawn["begin"], drawn["step"], len(drawn["curve"])) == (1650, 2, 100)
    assert sum(drawn["curve"]) == pytest.approx(1.75)  # late, half of a century, a quarter of two
    FacetState.objects.all().delete()
    other = browse_of("date=1700–1799")
    again = timespan(other, Address(other))
    assert again is not None and again["curve"] == pytest.approx(drawn["curve"])


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "chosen", [None, (1600, 1699), (-99, 50), (-2999, -2000), (1600, 1600), (-499, -300), (1, 999)]
)
def test_every_part_of_an_axis_can_be_asked_for(chosen: tuple[int, int] | None, language: str) -> None:
    axis = axis_of(chosen)
    assert BEGIN <= axis.begin < axis.end <= END
    with override(language):
        browse = browse_of("")
        dated("one", 1600, 1600)
        drawn: Any = timespan(browse, Address(browse))
        assert drawn["before"] is None and len(drawn["parts"]) == 5
        for first, last in axis.parts():
            found = DateField().clean(years_text(first, last))
            assert found is not None and (found.earliest_begin, found.latest_end) == (first, last)


def test_what_lies_before_the_axis_has_a_button(client: Client) -> None:
    dated("hand axe", -300_000, -200_000)
    page = client.get("/artworks/").content.decode()
    assert 'name="date" value="before 3000 BCE"' in page
    assert titles(client, "date=before 3000 BCE") == ["hand axe"]
