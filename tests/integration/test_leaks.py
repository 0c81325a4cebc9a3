"""Drafts, submitted and withdrawn works, waiting edits, corrections and remarks are in nothing that a stranger gets."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from collection.models import Artwork
from tests.factories.world import SECRET, SECRET_COUNTRY, World
from tests.integration.addresses import EVERYTHING, PAGES, address_of

pytestmark = pytest.mark.django_db

FACETS = [
    "country", "century", "epoch", "region", "culture", "type", "material", "technique", "motif", "influence_from", "influence_to",
    "influence_kind", "museum", "keeper_country", "photograph", "reuse",
]  # fmt: skip


def answered(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code < 500, address
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return content.decode()


def names_of_secrets(text: str, world: World) -> list[str]:
    """The tell-tale word, and public ids and slugs of what is not public."""
    return [name for name in (SECRET, *world.secret_names) if name in text.lower()]


@pytest.mark.parametrize("name", EVERYTHING)
def test_nothing_hidden_is_told_in(name: str, client: Client, world: World) -> None:
    prefixes = ("", "/fr") if name in PAGES else ("",)
    for prefix in prefixes:
        text = answered(client, prefix + address_of(name, world))
        assert names_of_secrets(text, world) == []


@pytest.mark.parametrize("name", [name for name, (_path, status) in EVERYTHING.items() if status == 200])
def test_withdrawn_work_is_listed_nowhere(name: str, client: Client, world: World) -> None:
    assert world.withdrawn.public_id not in answered(client, address_of(name, world))


def test_hidden_works_answer_as_if_they_were_not(client: Client, world: World) -> None:
    for work in world.hidden:
        paths = ("/", ".json", "/manifest.json", "/cite.bib", "/cite.ris", "/versions/1/", "/correction/")
        for address in [f"/artworks/{work.public_id}{path}" for path in paths]:
            unknown = address.replace(work.public_id, "0zzzzzzz")
            assert client.get(address).status_code == client.get(unknown).status_code == 404, address
        for address in (f"/plates/{work.public_id}.svg", f"/{work.ark}"):
            assert SECRET not in client.get(address, follow=True).content.decode()
        assert client.get(f"/plates/{work.public_id}.svg").status_code == 404
        for image in work.images.all():
            assert client.get(f"/images/{image.public_id}/320.jpeg").status_code == 404
    withheld = world.work.images.exclude(withheld_reason="").get()
    assert client.get(f"/images/{withheld.public_id}/320.jpeg").status_code == 404


def test_shows_that_are_not_open_answer_as_if_they_were_not(client: Client, world: World) -> None:
    for slug in world.secret_names[2:]:
        for address in (f"/exhibitions/{slug}/", f"/exhibitions/{slug}.json"):
            assert client.get(address).status_code == 404, address


@pytest.mark.parametrize("word", [SECRET, f"{SECRET} title", f"{SECRET}s", SECRET[:-2]])
def test_search_finds_no_hidden_word(word: str, client: Client, world: World) -> None:
    assert client.get("/artworks.json", {"q": word}).json()["count"] == 0


def test_search_suggests_no_hidden_word(client: Client, world: World) -> None:
    text = answered(client, f"/artworks/?q={SECRET[:-1]}")
    assert names_of_secrets(text, world) == []
    assert client.get("/artworks.json", {"q": f"vessel -{SECRET}"}).json()["count"] == 6


def test_counts_are_of_public_works_only(client: Client, world: World) -> None:
    answer = client.get("/artworks.json").json()
    assert answer["count"] == 6
    assert sorted(answer["facets"]) == sorted(FACETS)
    for name, values in answer["facets"].items():
        assert all(item["count"] <= 6 for item in values), name
        assert SECRET_COUNTRY not in [item["value"] for item in values]
    assert {item["value"]: item["count"] for item in answer["facets"]["influence_from"]} == {
        "china": 2,
        "iran": 2,
    }
    assert {item["value"]: item["count"] for item in answer["facets"]["influence_to"]} == {
        "china": 2,
        "dutch-republic": 2,
    }
    assert client.get("/influences.json").json()["statements"] == 2
    assert [m["count"] for m in answer["facets"]["museum"]] == [2, 2, 2]
    assert client.get("/exhibitions.json").json()["count"] == 1
    assert client.get("/exhibitions/threads.json").json()["artwork_count"] == 3
    assert client.get(f"/countries/{SECRET_COUNTRY}/").status_code == 404
    assert client.get(f"/countries/{SECRET_COUNTRY}.json").status_code == 404


@pytest.mark.parametrize("facet", ["culture", "epoch", "type", "material", "technique", "motif"])
def test_asking_for_a_proposed_term_by_its_slug_finds_nothing(
    facet: str, client: Client, world: World
) -> None:
    slug = f"{SECRET}-draft-{facet}"
    answer = client.get("/artworks.json", {facet: slug}).json()
    assert answer["count"] == 0
    for path in (f"/{facet}s/{slug}/", f"/{facet}s/{slug}.json"):
        assert client.get(path).status_code == 404


def test_stranger_sees_what_the_queryset_says(world: World) -> None:
    seen = set(Artwork.objects.visible_to(AnonymousUser()).values_list("pk", flat=True))
    assert seen == {work.pk for work in world.works}
