"""Questions that no work answers whole: most of the words, words written as one, names of other scripts."""

from __future__ import annotations

from typing import Any

import pytest

from collection.search.document import refresh
from tests.factories import ArtworkFactory

pytestmark = pytest.mark.django_db


def publish(title: str) -> None:
    refresh([ArtworkFactory(published=True, title=title)])


def answer(client: Any, **query: str) -> Any:
    return client.get("/artworks.json", query).json()


def test_works_with_most_of_the_words_are_found_where_none_has_all(client: Any) -> None:
    for title in ("Wooden tiger with a pipe", "Wooden horse", "Bronze horse"):
        publish(title)
    found = answer(client, q="wooden tiger with an organ inside")
    assert [(work["title"], work["lacking"]) for work in found["results"]] == [
        ("Wooden tiger with a pipe", ["organ"])
    ]
    assert (found["count"], answer(client, q="wooden tiger organ", verbatim="1")["count"]) == (1, 0)
    assert answer(client, q='wooden tiger "organ"')["count"] == 0
    assert answer(client, q="wooden tiger organ -pipe")["results"][0]["title"] == "Wooden horse"
    page = client.get("/artworks/", {"q": "wooden tiger organ"}).content.decode()
    assert "No work has all these words. Those with most of them come first." in page
    assert "without: organ" in page


def test_words_written_as_one_are_taken_apart(client: Any) -> None:
    publish("高麗時代の青磁")
    publish("Teller aus Porzellan, genannt Kraak")
    assert [work["title"] for work in answer(client, q="高麗青磁")["results"]] == ["高麗時代の青磁"]
    assert answer(client, q="Kraakporzellan")["count"] == 1


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Ρέμπραντ", "rembrandt"),
        ("はせがわとうはく", None),
        ("शाहजहाँ", "shah jahan"),
        ("نادرشاه", "nader shah"),
    ],
)
def test_names_of_other_scripts_are_found_by_their_sound(client: Any, typed: str, meant: str) -> None:
    publish("Rembrandt, Hasegawa Tohaku, Shah Jahan, Nader Shah")
    found = answer(client, q=typed)
    assert (found["count"], found["corrected"]) == (1, meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("शतरंज", "chess"), ("Das Mädchen mit dem Perlenohrring", "girl with a pearl earring")],
)
def test_names_of_the_field_are_read_as_english(client: Any, typed: str, meant: str) -> None:
    publish("Girl with a Pearl Earring, at chess")
    found = answer(client, q=typed)
    assert (found["count"], found["corrected"]) == (1, meant)


def test_works_that_have_a_word_in_english_come_along(client: Any) -> None:
    publish("土偶")
    publish("Clay figure")
    assert [work["title"] for work in answer(client, q="土偶")["results"]] == ["土偶", "Clay figure"]


def test_wade_giles_is_pinyin(client: Any) -> None:
    publish("Sancai camel")
    assert answer(client, q="san-ts'ai camel")["count"] == 1


def test_centuries_are_words_of_a_work(client: Any) -> None:
    years = {"earliest_begin": 1120, "latest_begin": 1150, "earliest_end": 1120, "latest_end": 1150}
    refresh([ArtworkFactory(published=True, title="Bowl", **years)])
    for words in ("12th century", "XIIe siècle", "12世紀", "12. Jahrhundert", "siglo XII"):
        assert answer(client, q=f"bowl {words}", verbatim="1")["count"] == 1, words
