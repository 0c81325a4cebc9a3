"""The graph of influence as files: what another program reads back is what is said, disputes and all, and nothing hidden."""

from __future__ import annotations

import csv
import io

import networkx as nx
import pytest
from django.conf import settings
from django.test import Client

from collection.actions import artworks as deeds
from collection.enums import Certainty
from collection.models import Artwork, Influence
from tests.factories import ArtworkFactory, CultureFactory, EditorFactory, InfluenceFactory, MuseumFactory

pytestmark = pytest.mark.django_db
FILES = ("/influences.graphml", "/influences.csv", "/influences/knots.csv")


@pytest.fixture
def claims() -> tuple[Influence, Influence, Artwork]:
    """A claim from a culture to a work, the second voice that disputes it, and the work."""
    iran, china = (
        CultureFactory(name="Iran", broader=None),
        CultureFactory(name="China & <sons>", slug="china"),
    )
    vase = ArtworkFactory(published=True, culture=china, title="Vase")
    first = InfluenceFactory(
        published=True, source_culture=iran, target_culture=None, target_artwork=vase, witnesses=[vase],
        statement={"en": "Cobalt <came> & stayed."}, asserted_by_museum=MuseumFactory(names={"en": "Sea Museum"}),
    )  # fmt: skip
    second = InfluenceFactory(
        published=True, source_culture=iran, target_culture=china, witnesses=[vase], answers=first,
        statement={"en": "The cobalt was Chinese."}, certainty=Certainty.DISPUTED,
    )  # fmt: skip
    return first, second, vase


def read(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200 and response["ETag"] and response["Access-Control-Allow-Origin"] == "*"
    return b"".join(response.streaming_content).decode()


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_graphml_is_read_back_as_it_was_said(
    client: Client, claims: tuple[Influence, Influence, Artwork]
) -> None:
    first, second, vase = claims
    graph = nx.parse_graphml(read(client, "/influences.graphml"), force_multigraph=True)
    assert set(graph.nodes) == {"iran", "china", vase.public_id}
    assert graph.nodes["china"]["label"] == "China & <sons>" and graph.nodes["china"]["latitude"] == 35.0
    assert graph.nodes[vase.public_id]["kind"] == "artwork"
    told = {key: data for _source, _target, key, data in graph.edges(keys=True, data=True)}
    assert told[first.public_id]["statement"] == "Cobalt <came> & stayed."
    assert told[first.public_id]["asserted_by"] == "Sea Museum"
    assert told[first.public_id]["disputed_by"] == second.public_id
    assert (told[second.public_id]["disputes"], told[second.public_id]["certainty"]) == (
        first.public_id,
        "disputed",
    )
    assert graph.has_edge("iran", vase.public_id, first.public_id)
    opened = client.get(told[first.public_id]["url"].removeprefix(settings.PUBLIC_URL))
    assert first.public_id in opened.text


def test_tables_say_the_same(client: Client, claims: tuple[Influence, Influence, Artwork]) -> None:
    first, second, vase = claims
    (one, other) = rows(read(client, "/influences.csv"))
    assert (one["id"], one["source"], one["target"], one["witnesses"], one["weight"]) == (
        first.public_id, "iran", vase.public_id, vase.public_id, "1",
    )  # fmt: skip
    assert (other["disputes"], other["kinds"]) == (first.public_id, " | ".join(second.kinds))
    assert [row["id"] for row in rows(read(client, "/influences/knots.csv"))] == [
        "china",
        "iran",
        vase.public_id,
    ]


def test_withdrawn_work_is_gone_from_every_file_at_once(
    client: Client, claims: tuple[Influence, Influence, Artwork]
) -> None:
    tags = {path: client.get(path)["ETag"] for path in FILES}
    assert client.get(FILES[0], headers={"if-none-match": tags[FILES[0]]}).status_code == 304
    deeds.withdraw(claims[2], by=EditorFactory(), reason="Asked by its owners.")
    for path in FILES:
        assert client.get(path, headers={"if-none-match": tags[path]}).status_code == 200
        assert claims[2].public_id not in read(client, path)
    assert rows(read(client, "/influences.csv")) == []
