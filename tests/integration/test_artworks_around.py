"""Works near a point, and works like a work, as parameters of the browse page."""

from __future__ import annotations

import pytest
from django.test import Client

from collection.models import Artwork, FacetState
from collection.search.around import distance
from tests.factories import ArtworkFactory, PlaceFactory

pytestmark = pytest.mark.django_db


def found(client: Client, query: str) -> list[str]:
    """The source ids of the result, the same by the index and by SQL."""
    by_index = client.get(f"/artworks.json?{query}").json()
    kept = list(FacetState.objects.values())
    FacetState.objects.all().delete()
    assert client.get(f"/artworks.json?{query}").json() == by_index
    FacetState.objects.bulk_create(FacetState(**row) for row in kept)
    return sorted(result["source_id"] for result in by_index["results"])


def test_near_is_a_hundred_kilometres_unless_it_is_said_otherwise(client: Client) -> None:
    kyoto = PlaceFactory(latitude=35.01, longitude=135.77)
    nara = PlaceFactory(latitude=34.69, longitude=135.80)
    edo = PlaceFactory(latitude=35.69, longitude=139.69)
    ArtworkFactory(published=True, source_id="kyoto", production_place=kyoto)
    ArtworkFactory(published=True, source_id="nara", find_place=nara)
    ArtworkFactory(published=True, source_id="edo", production_place=edo)
    ArtworkFactory(source_id="draft", production_place=kyoto)
    assert found(client, "near=35.01,135.77") == ["kyoto", "nara"]
    assert found(client, "near=35.01,135.77&within=10") == ["kyoto"]
    assert found(client, "near=35.01,135.77&within=500") == ["edo", "kyoto", "nara"]


def test_distance_is_that_over_the_ground() -> None:
    assert distance(50.85, 4.35, 35.01, 135.77) == pytest.approx(9330, rel=0.01)  # Brussels, Kyoto
    assert distance(0, 179.5, 0, -179.5) == pytest.approx(111, rel=0.01)


@pytest.mark.parametrize(
    "query", ["near=abc", "near=91,0", "near=1", "near=1,2&within=0", "near=1,2&within=x", "within=20001"]
)
def test_point_or_distance_that_makes_no_sense_is_refused(client: Client, query: str) -> None:
    answer = client.get(f"/artworks.json?{query}")
    assert answer.status_code == 400 and answer.json()["error"]


def test_like_gives_what_shares_most_and_not_the_work_itself(client: Client) -> None:
    work = ArtworkFactory(published=True, source_id="one")
    concepts = list(work.concepts.all())
    ArtworkFactory(published=True, source_id="alike", materials=concepts, culture=work.culture)
    assert Artwork.objects.published().count() == 2
    assert "alike" in found(client, f"like={work.public_id}") and "one" not in found(
        client, f"like={work.public_id}"
    )
    assert found(client, "like=0nothing") == []
