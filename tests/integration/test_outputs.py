"""A result taken along: followed as a feed, kept as a table; the same works as on the page."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from django.test import Client
from django.utils.dateparse import parse_datetime

from collection.exports.feed import ATOM
from collection.exports.table import BOM, OWN_COLUMNS
from collection.imports.columns import check_columns
from collection.models import Artwork
from tests.factories import ArtworkFactory
from tests.factories.world import World

pytestmark = pytest.mark.django_db
NAMES = {"a": ATOM}


def table(client: Client, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200
    text = b"".join(answer.streaming_content).decode()
    assert text.startswith(BOM)
    return list(csv.DictReader(io.StringIO(text.removeprefix(BOM), newline="")))


def ids_of(client: Client, query: str) -> list[str]:
    return [result["id"] for result in client.get(f"/artworks.json?{query}").json()["results"]]


@pytest.mark.parametrize("query", ["", "country=CN", "q=vessel", "sort=title", "museum=sea-routes&view=list"])
def test_table_holds_the_works_of_the_page(query: str, client: Client, world: World) -> None:
    rows = table(client, f"/artworks.csv?{query}")
    assert sorted(row["public_id"] for row in rows) == sorted(ids_of(client, query))
    if "q=" not in query:
        assert [row["public_id"] for row in rows] == ids_of(client, query)
    for row in rows:
        work = Artwork.objects.get(public_id=row["public_id"])
        assert row["museum"] == work.museum.slug
        assert row["rights"] == work.rights
        assert row["url"] == f"http://localhost:8000/artworks/{work.public_id}/"
        titles = {title.language: title.text for title in work.titles.all()}
        assert {tag: row[f"title@{tag}"] for tag in titles} == titles


def test_columns_are_those_that_the_importer_reads(client: Client, world: World) -> None:
    columns = list(table(client, "/artworks.csv")[0])
    assert columns[: len(OWN_COLUMNS)] == list(OWN_COLUMNS)
    check_columns(columns[len(OWN_COLUMNS) :])


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(sign: str, client: Client) -> None:
    words = f"{sign}HYPERLINK(1)"
    years = {"earliest_begin": -300, "latest_begin": -300, "earliest_end": -200, "latest_end": -200}
    work = ArtworkFactory(published=True, title=words, display_creator=words, **years)
    (row,) = [row for row in table(client, "/artworks.csv") if row["public_id"] == work.public_id]
    assert [row["title@en"], row["display_creator"]] == [f"'{words}"] * 2
    assert (row["earliest_begin"], row["latest_end"]) == ("-300", "-200")


def test_table_comes_in_files(client: Client, settings: Any, world: World) -> None:
    settings.TABLE_ROWS = 4
    first, second = (
        table(client, "/artworks.csv?sort=title"),
        table(client, "/artworks.csv?sort=title&page=2"),
    )
    assert [len(first), len(second)] == [4, 2]
    assert [row["public_id"] for row in [*first, *second]] == ids_of(client, "sort=title")
    answer = client.get("/artworks.csv?sort=title")
    assert answer["Link"] == '<http://localhost:8000/artworks.csv?page=2&sort=title>; rel="next"'
    assert "Link" not in client.get("/artworks.csv?page=2")
    assert client.get("/artworks.csv?page=3").status_code == 404
    assert "in 2 files; this is the first" in client.get("/artworks/").content.decode()


def test_feed_is_atom_as_rfc_4287_asks(client: Client, world: World) -> None:
    answer = client.get("/artworks.atom?country=CN")
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    root = ET.fromstring(answer.content)
    assert root.tag == f"{{{ATOM}}}feed"
    for node in [root, *root.findall("a:entry", NAMES)]:
        for once in ("id", "title", "updated"):
            assert len(node.findall(f"a:{once}", NAMES)) == 1, once
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", node.findtext("a:updated", "", NAMES))
        assert node.findtext("a:id", "", NAMES).startswith("http://localhost:8000/")
        assert node.find("a:author/a:name", NAMES) is not None
        alternates = node.findall("a:link[@rel='alternate']", NAMES)
        assert [link.get("type") for link in alternates] == ["text/html"]
    own = root.find("a:link[@rel='self']", NAMES)
    assert own is not None
    assert (
        own.get("href")
        == root.findtext("a:id", "", NAMES)
        == "http://localhost:8000/artworks.atom?country=CN"
    )
    ids = [node.findtext("a:id", "", NAMES) for node in root.findall("a:entry", NAMES)]
    assert len(ids) == len(set(ids)) == len(ids_of(client, "country=CN"))
    read = feedparser.parse(answer.content)
    assert not read.bozo
    assert read.feed.title == "Virtual Collection of Masterpieces: from China"


def test_feed_lists_the_last_published_first_in_both_forms(client: Client, world: World) -> None:
    newest = [
        f"http://localhost:8000/{work.ark}"
        for work in Artwork.objects.published().order_by("-first_published_at", "public_id")
    ]
    items = client.get("/artworks/feed.json").json()["items"]
    root = ET.fromstring(client.get("/artworks.atom").content)
    assert [item["id"] for item in items] == newest
    assert [node.findtext("a:id", "", NAMES) for node in root.findall("a:entry", NAMES)] == newest


def test_json_feed_is_version_1_1(client: Client, world: World) -> None:
    answer = client.get("/artworks/feed.json?q=vessel&sort=title")
    assert answer["Content-Type"] == "application/feed+json"
    feed = answer.json()
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "http://localhost:8000/artworks/feed.json?q=vessel"
    assert feed["home_page_url"] == "http://localhost:8000/artworks/?q=vessel"
    for item in feed["items"]:
        assert item["id"]
        assert item["content_text"]
        assert parse_datetime(item["date_published"]) <= parse_datetime(item["date_modified"])


def test_feed_speaks_the_language_asked_for(client: Client, world: World) -> None:
    page = client.get("/fr/artworks/?country=CN").content.decode()
    assert 'href="/artworks.atom?country=CN&amp;lang=fr"' in page
    feed = client.get("/artworks/feed.json?country=CN&lang=fr")
    assert feed["Content-Language"] == "fr"
    assert "Chine" in feed.json()["title"]
    assert all("/fr/artworks/" in item["url"] for item in feed.json()["items"])


def test_feed_goes_on_by_pages(client: Client, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("collection.views.feeds.ENTRIES", 4)
    first = client.get("/artworks/feed.json").json()
    assert first["next_url"] == "http://localhost:8000/artworks/feed.json?page=2"
    second = client.get("/artworks/feed.json?page=2").json()
    assert [len(first["items"]), len(second["items"]), "next_url" in second] == [4, 2, False]
    assert client.get("/artworks/feed.json?page=3").status_code == 404


def test_feed_of_nothing_is_a_feed(client: Client, world: World) -> None:
    read = feedparser.parse(client.get("/artworks.atom?culture=atlantis").content)
    assert not read.bozo
    assert read.entries == []
    assert read.feed.updated


@pytest.mark.parametrize("path", ["/artworks.atom", "/artworks/feed.json", "/artworks.csv"])
def test_not_changed_since_is_not_sent_again(path: str, client: Client, world: World) -> None:
    tag = client.get(path)["ETag"]
    assert client.get(path, headers={"If-None-Match": tag}).status_code == 304
    assert client.get(f"{path}?sort=title", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("path", ["/artworks.atom", "/artworks/feed.json", "/artworks.csv"])
@pytest.mark.parametrize(
    "query", ["page=-1", "q=%00", "century=abc", f"q={'x' * 501}", "near=91,0", "date_from=never"]
)
def test_what_cannot_be_answered_is_refused_in_a_sentence(
    path: str, query: str, client: Client, world: World
) -> None:
    answer = client.get(f"{path}?{query}")
    assert answer.status_code == 400
    assert answer.content.strip()
    assert answer["Content-Type"].split(";")[0] in ("text/plain", "application/json")


def test_signs_that_xml_may_not_hold_break_no_feed(client: Client) -> None:
    ArtworkFactory(published=True, title="Bell \x0b and \ufffe drum & <b>", display_creator="A\x01b")
    read = feedparser.parse(client.get("/artworks.atom").content)
    assert not read.bozo
    assert json.loads(client.get("/artworks/feed.json").content)["items"]


@pytest.mark.parametrize("path", ["/artworks.atom", "/artworks/feed.json", "/artworks.csv"])
def test_withdrawn_work_leaves_every_output(path: str, client: Client) -> None:
    work = ArtworkFactory(published=True, title="Gone tomorrow")

    def text() -> str:
        answer = client.get(path)
        return (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode()

    assert work.public_id in text()
    Artwork.objects.filter(pk=work.pk).update(status="withdrawn", withdrawal_reason="Given back")
    assert work.public_id not in text()
