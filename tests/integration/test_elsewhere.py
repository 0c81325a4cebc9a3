"""What was made elsewhere: from a work to its contemporaries by region, the same by the index and by SQL."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from collection.models import Artwork, Culture, FacetState
from collection.search.elsewhere import elsewhere, heading_of
from tests.factories import ArtworkFactory, CultureFactory

pytestmark = pytest.mark.django_db


def made(title: str, culture: Culture, first: int, last: int, **more: Any) -> Artwork:
    return ArtworkFactory(
        **{"published": True, "title": title, "culture": culture, **more},
        earliest_begin=first, latest_begin=last, earliest_end=first, latest_end=last,
    )  # fmt: skip


@pytest.fixture
def work() -> Artwork:
    china = CultureFactory(name="China", region="east-asia")
    iran = CultureFactory(name="Iran", region="west-asia", countries=["IR"])
    mughal = CultureFactory(name="Mughal", region="south-asia", broader=iran)
    made("Chinese", china, 1600, 1610)
    made("Persian century", iran, 1500, 1699)
    made("Persian year", iran, 1601, 1601)
    made("Persian draft", iran, 1601, 1601, published=False)
    made("Indian", mughal, 1620, 1640)
    made("Later", iran, 1800, 1810)
    return made("Jar", china, 1600, 1602)


def told(work: Artwork) -> list[tuple[str, int, list[str]]]:
    return [
        (found.region, found.count, [each.titles.get(language="en").text for each in found.works])
        for found in elsewhere(work, 6)
    ]


def test_contemporaries_stand_by_region_without_the_works_own(work: Artwork) -> None:
    right = [("south-asia", 1, ["Indian"]), ("west-asia", 2, ["Persian year", "Persian century"])]
    assert told(work) == right
    FacetState.objects.all().delete()
    assert told(work) == right


def test_page_is_one_click_from_the_work_and_leads_to_all_of_a_region(client: Client, work: Artwork) -> None:
    detail = client.get(f"/artworks/{work.public_id}/").content.decode()
    assert "What was made elsewhere around 1601" in detail
    assert f'href="/artworks/{work.public_id}/elsewhere/"' in detail
    page = client.get(f"/artworks/{work.public_id}/elsewhere/").content.decode()
    assert "Persian year" in page and "Persian draft" not in page and "Later" not in page
    address = "/artworks/?from_year=1575&region=west-asia&sort=probability&to_year=1627"
    assert address.replace("&", "&amp;") in page
    answer = client.get(address.replace("/artworks/", "/artworks.json")).json()
    assert [result["title"] for result in answer["results"]] == ["Persian year", "Persian century"]
    assert {"value": "west-asia", "label": "West Asia", "count": 2, "selected": True} in answer["facets"][
        "region"
    ]


def test_a_culture_that_moves_to_another_region_takes_its_works_along(work: Artwork) -> None:
    Culture.objects.filter(slug="mughal").update(region="central-asia")
    assert [region for region, _count, _titles in told(work)] == ["central-asia", "west-asia"]


def test_heading_says_the_time() -> None:
    china = CultureFactory(name="China")
    assert heading_of(made("wide", china, -1999, -1000)) == "What was made elsewhere, 2000–1001 BCE"


def test_what_has_no_date_or_is_withdrawn_has_no_contemporaries(client: Client) -> None:
    undated = ArtworkFactory(
        published=True, earliest_begin=None, latest_begin=None, earliest_end=None, latest_end=None
    )
    assert client.get(f"/artworks/{undated.public_id}/elsewhere/").status_code == 404
    gone = ArtworkFactory(withdrawn=True)
    assert client.get(f"/artworks/{gone.public_id}/elsewhere/").status_code == 410
