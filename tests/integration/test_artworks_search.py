"""One box for every script: what is typed finds the work, and never a draft."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collection.actions.artworks import withdraw
from collection.actions.influences import withdraw_influence
from collection.models import Artwork, SearchDocument
from collection.search.dependants import refresh_works_naming
from collection.search.document import refresh
from collection.search.query import answer_to, works_matching
from tests.factories import (
    AgentFactory,
    ArtworkFactory,
    CultureFactory,
    EpochFactory,
    InfluenceFactory,
    MaterialFactory,
    MuseumFactory,
    PlaceFactory,
)

pytestmark = pytest.mark.django_db


def names(words: str) -> list[str]:
    return [work.title_text for work in works_matching(words).order_by("-relevance", "pk")]


@pytest.fixture
def catalogue() -> None:
    hokusai = AgentFactory(
        labels={"en": "Katsushika Hokusai", "ja": "葛飾北斎"}, alt_labels=[{"text": "Хокусай", "lang": "ru"}]
    )
    celadon = MaterialFactory(
        labels={"en": "celadon", "ko": "청자"}, alt_labels=[{"text": "青磁", "lang": "ja"}]
    )
    works = [
        ArtworkFactory(
            published=True,
            title="Under the Wave off Kanagawa",
            titles=[("ja", "神奈川沖浪裏")],
            agents=[hokusai],
            epochs=[EpochFactory(name="Edo")],
            culture=CultureFactory(name="Japan"),
        ),
        ArtworkFactory(
            published=True,
            title="Melon-shaped bottle",
            materials=[celadon],
            culture=CultureFactory(name="Goryeo", broader=CultureFactory(name="Korea")),
            production_country="KR",
            description={"en": "Found in the tomb of King Injong."},
        ),
        ArtworkFactory(
            published=True,
            title="Ngọc Lũ drum",
            production_place=PlaceFactory(name="Đông Sơn"),
            museum=MuseumFactory(names={"en": "Vietnam National Museum", "vi": "Bảo tàng Lịch sử"}),
        ),
        ArtworkFactory(published=True, title="Lacquer of Tōdai-ji", titles=[("th", "เครื่องเบญจรงค์")]),
    ]
    refresh(works)


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("hokusai", "Under the Wave off Kanagawa"),
        ("北斎", "Under the Wave off Kanagawa"),
        ("Хокусай", "Under the Wave off Kanagawa"),
        ("khokusai", "Under the Wave off Kanagawa"),
        ("浪裏", "Under the Wave off Kanagawa"),
        ("浪", "Under the Wave off Kanagawa"),
        ("hokusay", "Under the Wave off Kanagawa"),
        ("edo japan", "Under the Wave off Kanagawa"),
        ("kanag", "Under the Wave off Kanagawa"),
        ("청자", "Melon-shaped bottle"),
        ("青磁", "Melon-shaped bottle"),
        ("celedon", "Melon-shaped bottle"),
        ("korea", "Melon-shaped bottle"),
        ("Corée du Sud", "Melon-shaped bottle"),
        ("injong", "Melon-shaped bottle"),
        ("dong son", "Ngọc Lũ drum"),
        ("NGOC LU", "Ngọc Lũ drum"),
        ("bao tang", "Ngọc Lũ drum"),
        ("todaiji", "Lacquer of Tōdai-ji"),
        ("todai-ji", "Lacquer of Tōdai-ji"),
        ("เบญจรงค์", "Lacquer of Tōdai-ji"),
    ],
)
def test_words_in_any_script_find_the_work(words: str, title: str) -> None:
    assert names(words)[:1] == [title]


@pytest.mark.usefixtures("catalogue")
def test_all_words_are_wanted_and_some_can_be_left_out() -> None:
    assert answer_to("celadon wave", as_typed=True).works.count() == 0
    assert len(names("celadon wave")) == 2  # those with one of them, where none has both
    assert len(names("kanagawa -japan")) == 0
    assert names('"wave off"') == ["Under the Wave off Kanagawa"]
    assert names('"off wave"') == []


def test_title_counts_more_than_description() -> None:
    told = ArtworkFactory(published=True, title="Dish", description={"en": "Beside a dragon jar. " * 3})
    named = ArtworkFactory(published=True, title="Dragon jar")
    refresh([told, named])
    assert names("dragon") == ["Dragon jar", "Dish"]


def test_only_the_published_have_a_document() -> None:
    draft = ArtworkFactory(title="Secret vase")
    shown = ArtworkFactory(published=True, title="Public vase")
    assert refresh([draft, shown]) == 1
    Artwork.objects.filter(pk=shown.pk).update(status="draft", published_at=None)
    assert refresh([shown]) == 0
    assert SearchDocument.objects.count() == 0


def test_unpublished_influence_gives_no_words() -> None:
    work = ArtworkFactory(published=True)
    InfluenceFactory(witnesses=[work], statement={"en": "Xanadu sent it."})
    refresh([work])
    assert names("xanadu") == []


@pytest.mark.parametrize("count", [1, 30])
def test_refresh_costs_the_same_for_one_and_thirty(django_assert_max_num_queries: Any, count: int) -> None:
    works = ArtworkFactory.create_batch(count, published=True)
    with django_assert_max_num_queries(16):
        refresh(works)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=60).filter(lambda text: "\0" not in text))
def test_no_words_break_the_search(words: str) -> None:
    assert works_matching(words).count() == 0 or not words.strip()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=40))
def test_no_title_breaks_its_document(title: str) -> None:
    work = ArtworkFactory(published=True, title=f"x{title}")
    assert refresh([work]) == 1


def test_changed_term_changes_the_words_of_its_works() -> None:
    culture = CultureFactory(name="Goryeo")
    refresh(
        [
            ArtworkFactory(
                published=True, title="Bottle", culture=CultureFactory(name="Kaesong", broader=culture)
            )
        ]
    )
    culture.labels["ko"] = "고려"
    culture.save()
    assert refresh_works_naming([culture]) == 1
    assert names("고려") == ["Bottle"]


def test_withdrawn_statement_leaves_no_words_behind() -> None:
    work = ArtworkFactory(published=True)
    statement = InfluenceFactory(published=True, witnesses=[work], statement={"en": "Xanadu sent it."})
    refresh([work])
    assert names("xanadu") == [work.title_text]
    withdraw_influence(statement, by=None, reason="mistaken")
    assert names("xanadu") == []


def test_work_that_is_withdrawn_takes_what_it_said_of_others_with_it() -> None:
    source, work = ArtworkFactory(published=True), ArtworkFactory(published=True)
    InfluenceFactory(
        published=True,
        source_culture=None,
        source_artwork=source,
        witnesses=[work],
        statement={"en": "Xanadu."},
    )
    refresh([source, work])
    assert names("xanadu") == [work.title_text]
    withdraw(source, by=None, reason="sold")
    assert names("xanadu") == []


def test_rebuild_writes_every_document(capsys: pytest.CaptureFixture[str]) -> None:
    ArtworkFactory.create_batch(3, published=True)
    ArtworkFactory()
    call_command("rebuild_search")
    assert capsys.readouterr().out == ("3 works can be found by words.\n3 works are in the facet index.\n")
    assert SearchDocument.objects.count() == 3
