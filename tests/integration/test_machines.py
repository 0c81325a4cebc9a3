"""What only machines ask for."""

from __future__ import annotations

import datetime as dt

import feedparser
import pytest
from django.test import Client

from collection.enums import NoticeKind
from collection.masterpiece import choose, of_the_day
from tests.factories import (
    ArtworkFactory,
    ConceptFactory,
    CultureFactory,
    EpochFactory,
    ExhibitionFactory,
    ImageFactory,
    MuseumFactory,
)

pytestmark = pytest.mark.django_db


def test_ark_leads_to_whatever_it_names(client: Client) -> None:
    work, museum, culture, epoch = (
        ArtworkFactory(published=True),
        MuseumFactory(),
        CultureFactory(),
        EpochFactory(),
    )
    concept, image = ConceptFactory(name="vase"), ImageFactory(artwork=work)
    for thing, path in (
        (work, f"/artworks/{work.public_id}/"),
        (museum, f"/museums/{museum.slug}/"),
        (culture, f"/cultures/{culture.slug}/"),
        (epoch, f"/epochs/{epoch.slug}/"),
        (concept, "/artworks/?type=vase"),
        (image, f"/artworks/{work.public_id}/"),
    ):
        response = client.get(f"/{thing.ark}")
        assert (response.status_code, response["Location"]) == (302, path)


def test_ark_is_read_however_it_is_written(client: Client) -> None:
    work = ArtworkFactory(published=True)
    name = work.public_id
    for ark in (
        f"ark:/99999/{name}",
        f"ark:99999/{name}",
        f"ark:/99999/{name[:3]}-{name[3:]}",
        f"ark:/99999/{name.upper()}",
    ):
        assert client.get(f"/{ark}")["Location"] == f"/artworks/{name}/", ark


def test_ark_of_another_or_of_nothing_is_not_found(client: Client) -> None:
    work = ArtworkFactory(published=True)
    for ark in (f"ark:/12345/{work.public_id}", "ark:/99999/0000000", "ark:/99999", "ark:/99999/%00"):
        assert client.get(f"/{ark}").status_code == 404, ark
    assert client.get(f"/{ExhibitionFactory().ark}").status_code == 404


def test_masterpiece_of_the_day_is_one_for_all_and_changes() -> None:
    works = {
        ArtworkFactory(published=True, masterpiece_statement={"en": "Because."}).public_id for _ in range(8)
    }
    ArtworkFactory(published=True)  # no statement
    ArtworkFactory(published=True, masterpiece_statement={"en": "x"}, display_notice_kind=NoticeKind.SACRED)
    ArtworkFactory(masterpiece_statement={"en": "A draft."})
    day = dt.date(2026, 11, 24)
    chosen = of_the_day(day)
    assert chosen == of_the_day(day)
    names = {of_the_day(day + dt.timedelta(days=n)).public_id for n in range(40)}
    assert names <= works
    assert len(names) > 4


def test_choice_of_a_day_does_not_change_when_a_work_is_published_that_day() -> None:
    day = dt.date(2026, 11, 24)
    before = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
    known = [(f"{n}bcdfgh", True, before) for n in range(5)]
    new = [(f"{n}zzzzzz", True, dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)) for n in range(9)]
    assert choose([*known, *new], day) == choose(known, day)
    assert choose([], day) is None


def test_feed_is_atom_that_a_reader_reads(client: Client) -> None:
    work = ArtworkFactory(published=True, title="Moon jar & cover", masterpiece_statement={"en": "Because."})
    response = client.get("/masterpiece-of-the-day.atom")
    feed = feedparser.parse(response.content)
    assert (feed.version, feed.bozo, len(feed.entries)) == ("atom10", False, 14)
    assert feed.entries[0].title == "Moon jar & cover"
    assert feed.entries[0].link == f"http://localhost:8000/artworks/{work.public_id}/"
    answer = client.get("/masterpiece-of-the-day.json").json()
    assert (answer["date"], answer["artwork"]["id"]) == (
        dt.datetime.now(dt.UTC).date().isoformat(),
        work.public_id,
    )


def test_feed_of_an_empty_collection_is_empty(client: Client) -> None:
    assert feedparser.parse(client.get("/masterpiece-of-the-day.atom").content).entries == []
    assert client.get("/masterpiece-of-the-day.json").json()["artwork"] is None
