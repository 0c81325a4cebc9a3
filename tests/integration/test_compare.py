"""The page of comparisons: which works, in which order, what is missing, what may be added, and what it costs."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from collection.search.document import refresh
from tests.factories import ArtworkFactory, ConceptFactory, ImageFactory

pytestmark = pytest.mark.django_db


def page(client: Client, query: str = "") -> tuple[Any, str]:
    response = client.get(f"/compare/{query}")
    return response, " ".join(response.content.decode().split())


def titles(html: str) -> list[str]:
    return re.findall(r'<h2 class="card__title">.*?>([^<]+)</a>', html)


def test_without_works_it_explains_how_to_choose(client: Client) -> None:
    response, html = page(client)
    assert response.status_code == 200
    assert "Choose works to put side by side" in html
    assert "X-Robots-Tag" not in response
    assert "data-compare" not in html


def test_works_stand_in_the_order_of_the_address_and_can_be_taken_away(client: Client) -> None:
    first, second = (ArtworkFactory(published=True, title=title) for title in ("Jar", "Bowl"))
    response, html = page(client, f"?id={second.public_id}&id={first.public_id}&id={second.public_id}")
    assert titles(html) == ["Bowl", "Jar"]
    assert f'href="/compare/?id={first.public_id}" rel="nofollow">Remove' in html
    assert response["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in html
    assert '<link rel="canonical" href="http://localhost:8000/compare/">' in html


def test_at_most_four_stand_side_by_side(client: Client) -> None:
    works = [ArtworkFactory(published=True, title=f"Work {n}") for n in range(5)]
    _response, html = page(client, "?" + "&".join(f"id={work.public_id}" for work in works))
    assert titles(html) == ["Work 0", "Work 1", "Work 2", "Work 3"]
    assert "the first four are shown" in html
    assert 'id="add"' not in html


def test_what_is_not_public_is_said_and_not_shown(client: Client) -> None:
    work = ArtworkFactory(published=True, title="Jar")
    draft, withdrawn = ArtworkFactory(title="Secret"), ArtworkFactory(withdrawn=True, title="Gone")
    response, html = page(client, f"?id={work.public_id}&id={draft.public_id}&id={withdrawn.public_id}")
    assert (response.status_code, titles(html)) == (200, ["Jar"])
    assert "2 of the works in this address are not here" in html
    assert "Secret" not in html
    _response, html = page(client, "?id=%00&id=../../etc")
    assert "2 of the works in this address are not here" in html


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?zoom=sideways", "“zoom” takes linked or free."),
        ("?scale=huge", "“scale” takes fit or real."),
        (f"?q={'x' * 501}", "too long"),
        ("?q=%00", "too long, or hold a sign"),
    ],
)
def test_nonsense_is_answered_with_a_sentence(client: Client, query: str, words: str) -> None:
    response, html = page(client, query)
    assert response.status_code == 400
    assert words in html


def test_search_offers_works_that_are_not_there_yet(client: Client) -> None:
    jar, lid, bowl = (ArtworkFactory(published=True, title=title) for title in ("Jar", "Jar lid", "Bowl"))
    refresh([jar, lid, bowl])
    _response, html = page(client, f"?id={jar.public_id}&q=jar")
    assert f'href="/compare/?id={jar.public_id}&amp;id={lid.public_id}" rel="nofollow">Add' in html
    assert f"id={bowl.public_id}" not in html
    _response, html = page(client, f"?id={jar.public_id}&q=zebra")
    assert "No work answers to “zebra”." in html


def test_real_scale_needs_the_size_of_every_work(client: Client) -> None:
    prints = [
        ArtworkFactory(published=True, object_type=ConceptFactory(name=f"print {n}", silhouette="print"))
        for n in range(2)
    ]
    for work in prints:
        ImageFactory(artwork=work, view="recto")
    prints[0].dimensions.create(kind="width", value=38, unit="cm")
    query = f"?id={prints[0].public_id}&id={prints[1].public_id}&scale=real"
    _response, html = page(client, query)
    assert f"not recorded for “{prints[1].title_text}”" in html
    assert re.search(r'data-do="real" aria-pressed="false" disabled', html)
    prints[1].dimensions.create(kind="width", value=257, unit="mm")
    _response, html = page(client, query)
    assert re.search(r'data-do="real" aria-pressed="true">', html)
    assert re.findall(r'data-cm="([0-9.]+)"', html) == ["38", "25.7"]


def test_four_works_cost_as_much_as_one(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    works = [ArtworkFactory(published=True) for _n in range(4)]
    for work in works[:2]:
        ImageFactory(artwork=work)
    for chosen in (works[:1], works):
        with django_assert_num_queries(6):
            client.get("/compare/", {"id": [work.public_id for work in chosen]})


def test_a_works_page_leads_here(client: Client) -> None:
    work = ImageFactory().artwork
    html = client.get(reverse("artwork", args=[work.public_id])).content.decode()
    assert f'href="/compare/?id={work.public_id}">Compare with another work</a>' in html
