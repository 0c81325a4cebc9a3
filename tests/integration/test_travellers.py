"""Motifs, materials and techniques on their way; ripples as a page; what two works have in common; a culture's exchange."""

from __future__ import annotations

import pytest
from django.test import Client

from collection.actions import artworks as deeds
from collection.enums import ConceptKind, TermStatus
from collection.models import Artwork, Concept
from tests.factories import (
    ArtworkFactory,
    ConceptFactory,
    CultureFactory,
    EditorFactory,
    InfluenceFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def lotus() -> dict[str, Artwork]:
    """A lotus that came from India to China, and with China's from there to Korea; a bell without claims; a draft."""
    india, china, korea, japan = (CultureFactory(name=name) for name in ("India", "China", "Korea", "Japan"))
    motif = ConceptFactory(kind=ConceptKind.MOTIF, labels={"en": "Lotus", "fr": "Lotus rose"}, slug="lotus")
    works = {}
    for name, culture, year in (("cave", china, 480), ("bowl", korea, 1120), ("bell", japan, 730)):
        years = {"earliest_begin": year, "latest_begin": year, "earliest_end": year, "latest_end": year}
        works[name] = ArtworkFactory(published=True, culture=culture, title=name, **years)
        works[name].artwork_concepts.create(concept=motif)
    draft = ArtworkFactory(culture=india, title="quorvex")
    draft.artwork_concepts.create(concept=motif)
    InfluenceFactory(published=True, source_culture=india, target_culture=china, witnesses=[works["cave"]])
    InfluenceFactory(
        published=True, source_culture=china, target_culture=korea, witnesses=[works["bowl"]],
        statement={"en": "The celadon bowl answers the ware of Yue."},
    )  # fmt: skip
    InfluenceFactory(source_culture=korea, target_culture=japan, statement={"en": "quorvex draft"})
    return works


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return str(response.content.decode())


def test_motif_is_followed_in_the_order_of_time_with_what_is_claimed(
    client: Client, lotus: dict[str, Artwork]
) -> None:
    html = page(client, "/motifs/lotus/")
    stops = [html.index(f'id="stop-{slug}"') for slug in ("china", "japan", "korea")]
    assert stops == sorted(stops)
    assert 'id="stop-india"' not in html  # it gave, and no public work of it is here: named with what it gave
    assert 'href="/cultures/india/"' in html and "The celadon bowl answers the ware of Yue." in html
    assert "quorvex" not in html and "no museum has asserted it yet" in html
    answer = client.get("/motifs/lotus.json").json()
    assert [stop["culture"] for stop in answer["stops"]] == ["china", "japan", "korea", "india"]
    assert [(step["from"], step["to"]) for step in answer["travels"]] == [
        ("india", "china"),
        ("china", "korea"),
    ]
    assert answer["count"] == 3 and answer["kind"] == "motif"


def test_index_shows_what_a_claim_shows_on_its_way(client: Client, lotus: dict[str, Artwork]) -> None:
    idle = ConceptFactory(kind=ConceptKind.MOTIF, labels={"en": "Idle knot"}, slug="idle-knot")
    ArtworkFactory(published=True).artwork_concepts.create(concept=idle)
    html = page(client, "/fr/motifs/")
    assert "Lotus rose" in html and 'href="/fr/motifs/lotus/"' in html and "Idle knot" not in html
    assert client.get("/motifs.json").json()["results"] == [
        {
            "slug": "lotus",
            "label": "Lotus",
            "lang": "en",
            "count": 3,
            "cultures": 3,
            "earliest": 480,
            "latest": 1120,
            "url": "http://localhost:8000/motifs/lotus/",
        }
    ]


def test_merged_term_leads_on_and_a_proposed_one_without_works_is_not_there(
    client: Client, lotus: dict[str, Artwork]
) -> None:
    kept = Concept.objects.get(slug="lotus")
    ConceptFactory(kind=ConceptKind.MOTIF, slug="padma", merged_into=kept, term_status=TermStatus.MERGED)
    ConceptFactory(kind=ConceptKind.MOTIF, slug="quorvex", term_status=TermStatus.PROPOSED)
    gone = client.get("/fr/motifs/padma/")
    assert (gone.status_code, gone["Location"]) == (301, "/fr/motifs/lotus/")
    assert client.get("/motifs/padma.json")["Location"] == "/motifs/lotus.json"
    for address in ("/motifs/quorvex/", "/motifs/quorvex.json", "/materials/lotus/"):
        assert client.get(address).status_code == 404


def test_withdrawn_work_leaves_the_motif_and_takes_its_claim_along(
    client: Client, lotus: dict[str, Artwork]
) -> None:
    deeds.withdraw(lotus["bowl"], by=EditorFactory(), reason="Returned")
    html = page(client, "/motifs/lotus/")
    assert "celadon bowl" not in html and 'id="stop-korea"' not in html
    assert "Korea" not in page(client, "/influences/ripples/?of=india")


def test_ripples_are_told_ring_by_ring(client: Client, lotus: dict[str, Artwork]) -> None:
    html = page(client, "/influences/ripples/?of=india")
    assert html.index('id="ring-china"') < html.index('id="ring-korea"')
    assert "by way of China" in html and "/influences/paths/?from=india&amp;to=korea" in html
    up = page(client, "/influences/ripples/?of=korea&direction=up")
    assert 'id="ring-india"' in up and "/influences/paths/?from=india&amp;to=korea" in up
    assert client.get("/influences/ripples/?of=lotus")["Location"] == "/motifs/lotus/"
    named = client.get(
        "/influences/ripples/", {"of": "", "of_name": "korea", "direction": "up", "parts": "1"}
    )
    assert named["Location"] == "/influences/ripples/?of=korea&direction=up&parts=1"
    assert "Nothing is recorded" in page(client, "/influences/ripples/?of=korea")


def test_why_two_works_look_alike(client: Client, lotus: dict[str, Artwork]) -> None:
    names = [lotus["cave"].public_id, lotus["bowl"].public_id]
    html = page(client, f"/influences/ripples/?of={names[0]}&of={names[1]}")
    assert "They have 2 cultures behind them in common" in html and "not a proof" in html
    assert html.count('class="path__steps"') >= 2 and 'href="/cultures/india/"' in html
    alone = page(client, f"/influences/ripples/?of={names[0]}&of={lotus['bell'].public_id}")
    assert "Nothing in common is recorded" in alone
    assert f"of={names[0]}&amp;of={names[1]}" in page(client, f"/compare/?id={names[0]}&id={names[1]}")


def test_culture_tells_both_directions_in_time_with_key_works_and_what_passed(
    client: Client, lotus: dict[str, Artwork]
) -> None:
    html = page(client, "/cultures/china/")
    for words in ('id="received-india"', 'id="gave-korea"', 'href="#gave-korea"', 'href="/motifs/lotus/"'):
        assert words in html
    assert f'data-work="{lotus["cave"].public_id}"' in html and "quorvex" not in html
    start = html.index('class="exchange__drawing"')
    drawing = html[start : html.index("</svg>", start)]
    assert 'data-side="received"' in drawing and 'data-side="given"' in drawing
