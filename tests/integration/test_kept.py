"""A visitor's own collection: what its address shows, shares, exports, and never tells."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import html5lib
import jsonschema
import pytest
from django.conf import settings
from django.test import Client

from collection.exports.table import BOM
from collection.views.kept import MOST
from tests.factories import ArtworkFactory

pytestmark = pytest.mark.django_db


def query_of(works: list[Any]) -> str:
    return "&".join(f"id={work.public_id}" for work in works)


@pytest.fixture
def works() -> list[Any]:
    return [ArtworkFactory(published=True, title=f"Work {n}") for n in range(5)]


@pytest.mark.parametrize("prefix", ["", "/fr"])
def test_page_shows_the_works_in_the_order_of_the_address(
    prefix: str, client: Client, works: list[Any]
) -> None:
    asked = [works[3], works[0], works[4]]
    answer = client.get(f"{prefix}/my-collection/?{query_of(asked)}")
    html = answer.content.decode()
    html5lib.HTMLParser(strict=True).parse(html)
    at = [html.index(f'data-kept-work="{work.public_id}"') for work in asked]
    assert at == sorted(at)
    assert "Work 1" not in html
    assert answer["X-Robots-Tag"] == "noindex"
    cited = html.partition('id="cite"')[2]
    assert all(work.ark in cited for work in asked)
    assert f"/compare/?{query_of(asked)}".replace("&", "&amp;") in html
    assert f"http://localhost:8000{prefix}/my-collection/?{query_of(asked)}".replace("&", "&amp;") in html


def test_script_gets_the_fragment_that_the_page_includes(client: Client, works: list[Any]) -> None:
    part = client.get(f"/my-collection/?{query_of(works)}", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert part.strip() in client.get(f"/my-collection/?{query_of(works)}").content.decode()


def test_empty_page_says_how_to_begin(client: Client) -> None:
    html = client.get("/my-collection/").content.decode()
    assert "Nothing is kept yet" in html
    assert "<noscript>" in html
    assert "data-own" in html


def test_withdrawn_work_is_a_courteous_placeholder_and_a_draft_is_not_here(
    client: Client, works: list[Any]
) -> None:
    gone = ArtworkFactory(withdrawn=True, title="Once here")
    draft = ArtworkFactory(title="Secret draft")
    unknown = "0zzzzzzz"
    html = client.get(f"/my-collection/?{query_of([works[0], gone, draft])}&id={unknown}").content.decode()
    assert f"This work was withdrawn by {gone.museum.name}." in html
    assert f'<a href="/artworks/{gone.public_id}/">' in html
    assert "2 of the works in this address are not here." in html
    for secret in ("Once here", "Secret draft"):
        assert secret not in html
    for path in ("/my-collection.csv", "/my-collection.bib", "/my-collection/collection.json"):
        answer = client.get(f"{path}?{query_of([works[0], gone, draft])}")
        text = (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode()
        assert works[0].public_id in text
        for hidden in (gone, draft):
            assert hidden.public_id not in text


def test_table_holds_the_works_in_their_order(client: Client, works: list[Any]) -> None:
    asked = [works[2], works[0]]
    answer = client.get(f"/my-collection.csv?{query_of(asked)}")
    text = b"".join(answer.streaming_content).decode().removeprefix(BOM)
    assert [row["public_id"] for row in csv.DictReader(io.StringIO(text))] == [w.public_id for w in asked]
    assert client.get("/my-collection.csv").status_code == 200


def test_collection_of_manifests_is_presentation_3(client: Client, works: list[Any]) -> None:
    for query in (query_of(works), ""):
        answer = client.get(f"/my-collection/collection.json?{query}")
        assert answer["Access-Control-Allow-Origin"] == "*"
        document = json.loads(answer.content)
        assert document["type"] == "Collection"
        assert document["id"].startswith("http://localhost:8000/my-collection/collection.json")
        assert [item["id"] for item in document["items"]] == [
            f"http://localhost:8000/artworks/{work.public_id}/manifest.json"
            for work in (works if query else [])
        ]
        schema = settings.BASE_DIR.parent / "shared" / "data" / "schemas" / "iiif" / "iiif_3_0.json"
        if schema.exists() and query:
            jsonschema.validate(document, json.loads(schema.read_text()))


def test_address_is_bounded(client: Client, works: list[Any], django_assert_max_num_queries: Any) -> None:
    many = "&".join(f"id=0{n:07d}" for n in range(MOST)) + f"&{query_of(works)}"
    html = client.get(f"/my-collection/?{many}").content.decode()
    assert "the first 200 are shown" in html
    assert "data-kept-work" not in html
    with django_assert_max_num_queries(1):
        client.get("/my-collection/?id=%00&id=<script>&id=" + "9" * 4000)


@pytest.mark.parametrize(
    "hostile", ["id=%00", "id=../../etc", "id=%3Cscript%3E", "id=" + "a" * 3000, "id=%ff"]
)
def test_hostile_ids_are_works_that_are_not_here(hostile: str, client: Client) -> None:
    answer = client.get(f"/my-collection/?{hostile}")
    assert answer.status_code == 200
    assert "One of the works in this address is not here." in answer.content.decode()
    assert "<script>" not in answer.content.decode().partition('id="kept"')[2]


def test_unchanged_selection_is_not_sent_again(client: Client, works: list[Any]) -> None:
    address = f"/my-collection/?{query_of(works)}"
    assert client.get(address, headers={"If-None-Match": client.get(address)["ETag"]}).status_code == 304
