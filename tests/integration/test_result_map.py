"""The present result on the map: every count is what its link finds, the same by the index and by SQL."""

from __future__ import annotations

from html import unescape
from typing import Any

import html5lib
import pytest
from django.http import QueryDict
from django.test import Client

from collection.filters import ArtworkFilterSet
from collection.models import Artwork, FacetState
from collection.views.browse import Address
from collection.views.result_map import NAMED, Spot, clusters, map_of
from tests.factories import ArtworkFactory, CultureFactory, PlaceFactory

pytestmark = pytest.mark.django_db


def drawn(query: str) -> dict[str, Any]:
    browse = ArtworkFilterSet(QueryDict(query))
    assert browse.is_valid(), browse.form.errors
    return map_of(browse, Address(browse))


def count_at(client: Client, url: str) -> int:
    count: int = client.get(url.replace("/artworks/", "/artworks.json")).json()["count"]
    return count


@pytest.fixture
def works() -> list[Artwork]:
    """Three towns of China close together, one of Italy, a country without a place, and a work of nowhere."""
    towns = [
        PlaceFactory(name=f"Town {n}", country="CN", latitude=29 + n / 10, longitude=117) for n in range(3)
    ]
    found = [
        ArtworkFactory(published=True, production_country="CN", production_place=town)
        for n, town in enumerate(towns)
        for _number in range(3 - n)
    ]
    rome = PlaceFactory(name="Rome", country="IT", latitude=41.9, longitude=12.5)
    found.append(ArtworkFactory(published=True, production_country="IT", production_place=rome))
    found.append(ArtworkFactory(published=True, production_country="IR", culture=CultureFactory(name="Iran")))
    found.append(ArtworkFactory(published=True, production_country=""))
    ArtworkFactory(production_country="IT", production_place=rome)
    return found


@pytest.mark.parametrize(
    "query", ["", "country=CN", "country=CN&country=IT", "photograph=0", "culture=iran", "around=1450"]
)
def test_every_link_finds_what_it_counts(query: str, client: Client, works: list[Artwork]) -> None:
    shown = drawn(query)
    kept = list(FacetState.objects.values())
    FacetState.objects.all().delete()
    assert drawn(query) == shown
    FacetState.objects.bulk_create(FacetState(**row) for row in kept)
    for country in shown["places"].values():
        assert count_at(client, country["url"]) == country["count"]
        for spot in country["spots"]:
            assert count_at(client, spot["url"]) == spot["count"]
    for point in shown["points"]:
        assert count_at(client, point["url"]) == point["count"]
    every = count_at(client, f"/artworks/?{query}")
    assert sum(country["count"] for country in shown["places"].values()) + shown["nowhere"] == every


def test_places_close_together_are_one_dot(works: list[Artwork]) -> None:
    labels = [point["label"] for point in drawn("")["points"]]
    assert labels == ["Town 0 and 2 other places: 6 works", "Rome: 1 work"]


def test_dots_of_a_grid_lose_nothing_and_lie_apart() -> None:
    spots = [Spot(str(n), "", "", (n * 37) % 160 - 80, (n * 91) % 360 - 180, n) for n in range(500, 0, -1)]
    found = clusters(spots, 6)
    assert sorted(spot.id for cluster in found for spot in cluster.spots) == sorted(spot.id for spot in spots)
    centres = [(cluster.spots[0].x, cluster.spots[0].y) for cluster in found]
    assert all(
        (x - a) ** 2 + (y - b) ** 2 > 36 for n, (x, y) in enumerate(centres) for a, b in centres[n + 1 :]
    )


def test_dot_of_very_many_places_leads_closer(client: Client) -> None:
    for number in range(NAMED + 1):
        place = PlaceFactory(country="JP", latitude=35 + number / 1000, longitude=135)
        ArtworkFactory(published=True, production_country="JP", production_place=place)
    (point,) = drawn("")["points"]
    assert "view=map" in point["url"]
    assert client.get(point["url"]).status_code == 200


@pytest.mark.parametrize("language", ["", "/fr"])
def test_page_has_map_and_tables_without_script(language: str, client: Client, works: list[Artwork]) -> None:
    html = client.get(f"{language}/artworks/?view=map").content.decode()
    html5lib.HTMLParser(strict=True).parse(html)
    figure = html.partition('<figure class="map">')[2].partition("</figure>")[0]
    assert figure.count("map__dot") == 2
    table = html.partition('class="ledgers"')[2]
    assert {"CN", "IT", "IR"} <= {part[:2] for part in unescape(table).split("country=")[1:]}
    assert "Rome" in table
    assert 'class="card"' not in html
    sentence = client.get(
        f"{language}/artworks/?place={works[-3].production_place.public_id}"
    ).content.decode()
    assert "Rome" in sentence.partition('class="sentence"')[2].partition("</p>")[0]


def test_map_of_nothing_helps_on(client: Client, works: list[Artwork]) -> None:
    html = client.get("/artworks/?view=map&culture=atlantis").content.decode()
    assert '<figure class="map">' not in html
    assert 'class="empty"' in html


def test_pages_of_places_are_not_for_search_engines(client: Client, works: list[Artwork]) -> None:
    place = works[0].production_place
    for query in (f"place={place.public_id}", "near=29,117", f"like={works[0].public_id}"):
        assert client.get(f"/artworks/?{query}")["X-Robots-Tag"] == "noindex, nofollow"
    assert client.get("/artworks.json?place=0nothing").json()["count"] == 0
    assert client.get("/artworks.json?" + "&".join(f"place={n}" for n in range(61))).status_code == 400
