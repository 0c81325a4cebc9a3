"""The two pickers of the path finder without script: words in any script lead to the permalink, or to a choice."""

from __future__ import annotations

import pytest
from django.test import Client

from collection.models import Influence
from collection.search.document import refresh
from tests.factories import AgentFactory, ArtworkFactory, CultureFactory, InfluenceFactory

pytestmark = pytest.mark.django_db
PAGE = "/influences/paths/"


@pytest.fixture
def cobalt() -> str:
    """Iran's cobalt in China, shown by a vase; a claim that disputes it; and a culture that no claim knows."""
    iran = CultureFactory(name="Iran", labels={"en": "Iran", "fa": "ایران"})
    china = CultureFactory(
        name="China", labels={"en": "China", "fr": "Chine"}, alt_labels=[{"text": "中國", "lang": "zh-Hant"}]
    )
    CultureFactory(name="Chimera")
    vase = ArtworkFactory(published=True, culture=china, title="David Vase")
    refresh([vase])
    claim = InfluenceFactory(published=True, source_culture=iran, target_culture=china, witnesses=[vase])
    answer = {"source_culture": iran, "target_culture": china, "answers": claim, "certainty": "disputed"}
    agent = AgentFactory(name="A scholar of ores")
    InfluenceFactory(
        published=True, statement={"en": "The ore was found nearer."}, asserted_by_agent=agent, **answer
    )
    InfluenceFactory(statement={"en": "Nobody has decided quorvex."}, **answer)
    return str(vase.public_id)


def test_names_in_any_script_lead_to_the_permalink(client: Client, cobalt: str) -> None:
    asked = {"from": "", "from_name": "ایران", "to": "", "to_name": "中國", "certainty": "", "date_match": ""}
    assert client.get(PAGE, asked)["Location"] == f"{PAGE}?from=iran&to=china"
    asked |= {"from_name": "david", "to_name": "iran", "parts": "1"}
    assert client.get(f"/fr{PAGE}", asked)["Location"] == f"/fr{PAGE}?from={cobalt}&to=iran&parts=1"


def test_swap_turns_the_ends_whatever_names_them(client: Client, cobalt: str) -> None:
    asked = {"from": "iran", "from_name": "Iran", "to": "china", "to_name": "China", "certainty": "probable"}
    there = f"{PAGE}?from=china&to=iran&certainty=probable"
    assert client.get(PAGE, asked | {"swap": "1"})["Location"] == there
    assert client.get(PAGE, {"from": "iran", "swap": "1"})["Location"] == f"{PAGE}?to=iran"


def test_words_that_mean_several_or_none_are_asked_again(client: Client, cobalt: str) -> None:
    CultureFactory(name="Chinese Turkestan")
    turfan = CultureFactory(name="Chinese Tartary")
    china = Influence.objects.first().target_culture  # type: ignore[union-attr]
    InfluenceFactory(published=True, source_culture=china, target_culture=turfan)
    page = client.get(PAGE, {"from_name": "chi", "to_name": "atlantis"})
    html = page.content.decode()
    assert page.status_code == 200 and '<meta name="robots" content="noindex">' in html
    assert 'type="radio" name="from" value="china"' in html and 'value="chinese-tartary"' in html
    assert "chinese-turkestan" not in html and "chimera" not in html  # no claim knows them
    assert "No culture and no work called “atlantis” is in a recorded claim." in html
    chosen = client.get(PAGE, {"from": ["", "china"], "from_name": "chi", "to": "", "to_name": ""})
    assert chosen["Location"] == f"{PAGE}?from=china"


def test_suggestions_for_an_end_are_what_a_claim_knows(client: Client, cobalt: str) -> None:
    answer = client.get("/suggest.json", {"q": "chi", "ends": "1"}).json()
    assert [item["name"] for group in answer["groups"] for item in group["items"]] == ["china"]
    answer = client.get("/suggest.json", {"q": "david", "ends": "1", "lang": "fr"}).json()
    assert answer["groups"] == [
        {
            "kind": "work",
            "label": "Œuvres",
            "items": [
                {
                    "text": "David Vase",
                    "lang": "en",
                    "url": f"/fr/artworks/{cobalt}/",
                    "also": None,
                    "name": cobalt,
                }
            ],
        }
    ]


def test_second_voice_stands_beside_the_claim_and_a_draft_does_not(client: Client, cobalt: str) -> None:
    html = client.get(PAGE, {"from": "iran", "to": "china"}).content.decode()
    assert "Another voice" in html and "The ore was found nearer." in html
    assert "So says A scholar of ores." in html and "quorvex" not in html


def test_impossible_words_are_refused_with_a_sentence(client: Client) -> None:
    for words in ("a\0b", "x" * 501):
        page = client.get(PAGE, {"from_name": words})
        assert page.status_code == 400 and "too long, or hold a sign" in page.content.decode()
