"""Suggestions while one types: in every script, in few questions, and never of what is not public."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collection.actions.artworks import withdraw
from collection.actions.terms import propose_term, write_things
from collection.models import Agent, Culture, Epoch, NameStart, TitleStart
from collection.search.document import refresh
from collection.search.starts import starts_of, typed, write_all_names
from collection.search.suggestions import MOST, suggestions
from tests.factories import AgentFactory, ArtworkFactory, CultureFactory, EpochFactory, MuseumFactory

pytestmark = pytest.mark.django_db


def names(words: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.text, one.also) for one in suggestions(words)]


def publish(title: str, **fields: Any) -> Any:
    work = ArtworkFactory(published=True, title=title, **fields)
    refresh([work])
    return work


@pytest.mark.parametrize(
    ("name", "language", "starts"),
    [
        ("Under the Wave", "en", ("under the wave", "wave")),
        ("Tōdai-ji bell", "ja-Latn", ("todai ji bell", "ji bell", "bell", "todaiji")),
        ("百駿圖", "zh-Hant", ("百骏图", "baijuntu", "骏图", "图")),
        ("달항아리", "ko", ("달항아리", "dalhangari", "항아리", "아리", "리")),
        ("The", "en", ()),
    ],
)
def test_names_begin_at_each_of_their_words(name: str, language: str, starts: tuple[str, ...]) -> None:
    assert starts_of(name, language) == starts


def test_things_of_every_kind_are_suggested_by_any_of_their_names() -> None:
    maker = AgentFactory(labels={"en": "Katsushika Hokusai"}, alt_labels=[{"text": "葛飾北斎", "lang": "ja"}])
    publish("Under the Wave", titles=[("ja", "浪裏")], agents=[maker], production_country="JP")
    CultureFactory(name="Japan", alt_labels=[{"text": "Япония", "lang": "ru"}])
    EpochFactory(name="Edo", labels={"en": "Edo", "ja": "江戸"})
    MuseumFactory(names={"en": "British Museum"}, alt_labels=[{"text": "大英博物館", "lang": "ja"}])
    assert names("wav") == [("work", "Under the Wave", "")]
    assert names("浪") == [("work", "Under the Wave", "浪裏")]
    assert names("hok") == [("maker", "Katsushika Hokusai", "")]
    assert names("北斋") == [("maker", "Katsushika Hokusai", "葛飾北斎")]
    assert names("Япон") == [("culture", "Japan", "Япония"), ("country", "Japan", "Япония")]
    assert names("江戸") == [("epoch", "Edo", "江戸")]
    assert names("大英") == [("museum", "British Museum", "大英博物館")]
    assert names("h") == names("") == names("?!") == names("hx") == []


def test_nothing_that_is_not_public_is_suggested() -> None:
    hidden = AgentFactory(labels={"en": "Secretive Maker"})
    refresh([ArtworkFactory(title="Secret draft", agents=[hidden], production_country="FJ")])
    work = publish("Secret sold", agents=[hidden], production_country="FJ")
    propose_term(Culture, {"en": "Secret culture"}, by=None, region="east-asia")
    propose_term(Epoch, {"en": "Secret epoch"}, by=None)
    assert names("secret") == [("work", "Secret sold", ""), ("maker", "Secretive Maker", "")]
    assert names("fiji") == [("country", "Fiji", "")]
    withdraw(work, by=None, reason="sold")
    assert names("secret") == names("fiji") == []
    assert TitleStart.objects.count() == 0


def test_suggestions_follow_what_changes() -> None:
    culture = CultureFactory(name="Goryeo")
    culture.term_status = "accepted"
    culture.labels = {"en": "Koryo"}
    culture.save()
    assert (names("gory"), names("kory")) == ([], [("culture", "Koryo", "")])
    fresh = CultureFactory.build(name="Baekje", term_status="accepted")
    write_things([fresh], by=None)
    assert names("baek") == [("culture", "Baekje", "")]
    NameStart.objects.all().delete()
    write_all_names()
    assert names("baek") == [("culture", "Baekje", "")]


def test_there_are_few_and_of_every_kind() -> None:
    refresh(
        [
            publish(f"Lion {number}", agents=[AgentFactory(labels={"en": f"Lion painter {number}"})])
            for number in range(9)
        ]
    )
    for number in range(9):
        MuseumFactory(names={"en": f"Lion museum {number}"})
    found = names("lion")
    assert len(found) == MOST
    assert {kind for kind, _text, _also in found} == {"work", "maker", "museum"}


def test_answer_is_grouped_and_in_the_readers_language(client: Client) -> None:
    work = publish("Moon jar", titles=[("fr", "Jarre de lune"), ("ko", "달항아리")])
    answer = client.get("/suggest.json", {"q": "달항", "lang": "fr"})
    assert answer["Cache-Control"] == "public, max-age=60"
    assert answer.json() == {
        "said": "1 suggestion",
        "groups": [
            {
                "kind": "work",
                "label": "Œuvres",
                "items": [
                    {
                        "text": "Jarre de lune",
                        "lang": "fr",
                        "url": f"/fr/artworks/{work.public_id}/",
                        "also": {"text": "달항아리", "lang": "ko"},
                    }
                ],
            }
        ],
    }
    assert client.get("/suggest.json", {"q": "zzz"}).json() == {"said": "No suggestions", "groups": []}
    assert client.get("/suggest.json").json()["groups"] == []


@pytest.mark.parametrize("query", [{"q": "a\0b"}, {"q": "x" * 501}, {"q": "x", "lang": "xx"}])
def test_malformed_question_is_refused(client: Client, query: dict[str, str]) -> None:
    assert client.get("/suggest.json", query).status_code == 400


def test_suggestions_ask_a_bounded_number_of_questions(django_assert_max_num_queries: Any) -> None:
    for number in range(12):
        publish(
            f"Lion {number}",
            agents=[AgentFactory(labels={"en": f"Lion painter {number}"})],
            production_country="LY",
        )
        CultureFactory(name=f"Lion culture {number}")
        EpochFactory(name=f"Lion epoch {number}")
        MuseumFactory(names={"en": f"Lion museum {number}"})
    with django_assert_max_num_queries(9):
        suggestions("li")
    with django_assert_max_num_queries(8):
        suggestions("toudaiji lion")


def test_beginnings_are_read_in_the_order_of_their_index() -> None:
    """However many titles begin so, no more than the first are read."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off"
        )
        cursor.execute(
            "EXPLAIN SELECT artwork_id FROM collection_titlestart WHERE start LIKE 'wav%' ORDER BY start USING ~<~ LIMIT 40"
        )
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "Index Scan using titlestart_begins" in plan
    assert "Sort" not in plan


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.text(max_size=60).map(lambda text: text.replace("\0", "")),
    language=st.sampled_from(["en", "ja", "zh", "ko"]),
)
def test_no_words_break_the_suggestions(words: str, language: str) -> None:
    suggestions(words)
    assert len(typed(words)) <= 40
    assert all(0 < len(start) <= 40 for start in starts_of(words, language))


def test_maker_leads_to_the_works_that_have_the_name() -> None:
    maker = AgentFactory(labels={"en": "Gu Kaizhi"})
    publish("Scroll", agents=[maker])
    [found] = suggestions("kaiz")
    assert found.url == "/artworks/?q=%22Gu+Kaizhi%22"
    assert Agent.objects.count() == 1
