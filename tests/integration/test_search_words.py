"""What is stored of a work and what is asked meet, whatever script and spelling each has."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collection.actions.artworks import withdraw
from collection.models import SearchDocument
from collection.search import stems
from collection.search.dependants import refresh_works_naming
from collection.search.document import refresh, vector
from collection.search.query import answer_to, works_matching
from collection.search.vocabulary import Text
from tests.factories import (
    AgentFactory,
    ArtworkFactory,
    CultureFactory,
    MaterialFactory,
    MuseumFactory,
    PlaceFactory,
)

pytestmark = pytest.mark.django_db


def found(words: str) -> set[str]:
    return {work.title_text for work in works_matching(words)}


def publish(title: str, **fields: Any) -> None:
    refresh([ArtworkFactory(published=True, title=title, **fields)])


@pytest.mark.parametrize(
    ("language", "title", "words"),
    [
        ("zh-Hant", "清明上河圖", ["清明上河图", "清明上河図", "qingming shanghe tu", "qīngmíng", "qing1ming2", "qing ming shang he tu",
                                   "qingmingshanghetu", "shanghe"]),
        ("zh-Hans", "故宫", ["故宮", "gugong", "gù gōng", "gu gong"]),
        ("ja", "東大寺", ["东大寺", "東大寺"]),
        ("ja", "とうだいじ", ["todaiji", "Tōdaiji", "toudaiji", "toodaiji", "トウダイジ"]),
        ("en", "Tōdai-ji", ["todaiji", "todai ji", "todai-ji", "toudaiji", "とうだいじ"]),
        ("ja", "葛飾 ホクサイ", ["hokusai", "ほくさい"]),
        ("ko", "달항아리", ["dalhangari", "달항", "hangari", "항아리"]),
        ("en", "Goryeo bowl", ["고려"]),
        ("ru", "Портрет Хокусая", ["hokusaya", "khokusaia", "хокусая", "портреты"]),
        ("el", "Ἀφροδίτη", ["aphrodite", "afroditi", "Αφροδιτη"]),
        ("fa", "شاهنامه", ["shahnama", "shahnameh", "شاهنامه"]),
        ("ar", "المتحف الكبير", ["متحف", "المتحف"]),
        ("hi", "अशोक", ["ashoka", "ashok", "Aśoka"]),
        ("bn", "ভারত মাতা", ["bharat mata"]),
        ("vi", "Trống đồng Đông Sơn", ["trong dong dong son", "đông sơn"]),
        ("de", "Dürer", ["durer", "duerer", "DÜRER"]),
        ("th", "เบญจรงค์", ["เบญจ", "รงค์"]),
        ("tr", "Kayıp İnci", ["kayip inci"]),
    ],
)  # fmt: skip
def test_title_is_found_however_it_is_typed(language: str, title: str, words: list[str]) -> None:
    publish("Found", titles=[(language, title)])
    publish("Other", titles=[("en", "Something else")])
    assert {asked: found(asked) for asked in words} == {asked: {"Found"} for asked in words}


def test_japanese_is_never_read_as_chinese() -> None:
    publish("Japanese", titles=[("ja", "観音図")])
    publish("Chinese", titles=[("zh-Hant", "觀音圖")])
    assert found("guanyin") == {"Chinese"}
    assert found("觀音") == {"Japanese", "Chinese"}


def test_words_of_each_language_are_found_by_their_other_forms() -> None:
    publish("Vase", description={"en": "A vase with galloping horses.", "fr": "Un vase au cheval."})
    assert [bool(found(words)) for words in ("vases", "horse", "gallop", "chevaux", "vasen")] == [True] * 5
    assert found('"galloping horse"') == set()  # a phrase is taken as it is


def test_terms_above_a_term_are_words_of_its_works() -> None:
    clay = MaterialFactory(labels={"en": "earth"}, alt_labels=[{"text": "土", "lang": "zh-Hans"}])
    ceramic = MaterialFactory(labels={"en": "ceramic"}, broader=clay)
    asia = PlaceFactory(name="Asia", alt_labels=[{"text": "Азия", "lang": "ru"}])
    city = PlaceFactory(name="Istanbul", broader=PlaceFactory(name="Turkey", broader=asia))
    publish(
        "Bowl",
        materials=[MaterialFactory(labels={"en": "stoneware"}, broader=ceramic)],
        production_place=city,
        culture=CultureFactory(name="Ottoman", broader=CultureFactory(name="Islamic", broader=CultureFactory(name="World"))),
    )  # fmt: skip
    for words in ("stoneware", "ceramic", "土", "istanbul", "turkey", "Азия", "world"):
        assert found(words) == {"Bowl"}, words


def test_changed_term_changes_the_words_of_works_under_narrower_terms() -> None:
    wide = CultureFactory(name="World")
    publish(
        "Bowl", culture=CultureFactory(name="Ottoman", broader=CultureFactory(name="Islamic", broader=wide))
    )
    wide.alt_labels = [{"text": "世界", "lang": "ja"}]
    wide.save()
    assert refresh_works_naming([wide]) == 1
    assert found("世界") == {"Bowl"}


def test_museum_that_changes_its_name_is_found_by_it() -> None:
    museum = MuseumFactory()
    publish("Bowl", museum=museum)
    museum.alt_labels = [{"text": "大英博物館", "lang": "ja"}]
    museum.save()
    assert found("大英博物馆") == {"Bowl"}


def test_alternative_names_are_whatever_a_person_wrote() -> None:
    publish(
        "Print", agents=[AgentFactory(labels={"en": "A"}, alt_labels=["x", {"lang": "ja"}, {"text": "北斎"}])]
    )
    assert found("北斋") == {"Print"}


def test_country_is_found_in_the_large_languages() -> None:
    publish("Jar", production_country="JP")
    assert all(found(words) for words in ("Japon", "日本", "일본", "Япония", "اليابان", "Japan"))


def test_vector_writes_weights_parts_texts_and_keeps_forms_in_one_place() -> None:
    texts = {"A": [Text("Blue vases", "en", "title")], "B": [Text("觀音", "zh-Hant", "subject")]}
    stems.learn([("en", "vases"), ("en", "blue")])
    assert vector(texts) == (
        "'blue':1A '=bluevases':1A 'vases':2A 'vase':2A '观音':6B 'guanyin':6B '=观音':6B 'guan':6D '音':7B 'yin':7D"
    )


def test_whole_name_comes_before_names_that_have_the_word() -> None:
    publish("Gold leaf and gold on gold", culture=CultureFactory(name="Elsewhere"))
    publish("Bowl", materials=[MaterialFactory(labels={"en": "gold"})])
    publish("Cup", titles=[("en", "Gold")])
    assert [work.title_text for work in works_matching("gold").order_by("-relevance")][:2] == ["Cup", "Bowl"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("celedon", "celadon"), ("lacqeur", "lacquer"), ("elefants", "elephants"), ("Pazirik", "pazyryk"), ("kanagwa wave", "kanagawa wave"),
        ("celedon lacqeur -wave", "celadon lacquer -wave"), ('"celedon"', '"celadon"'),
    ],
)  # fmt: skip
def test_misspelt_words_are_understood_and_said(typed: str, meant: str) -> None:
    publish("Celadon and lacquer, elephants of Pazyryk")
    publish("Wave off Kanagawa")
    answer = answer_to(typed)
    assert (answer.words, answer.is_corrected, answer.works.count()) == (meant, True, 1)
    assert answer_to(typed, as_typed=True).works.count() == 0


def test_words_that_are_known_are_not_corrected() -> None:
    publish("Celadon")
    publish("Wave")
    for words in ("celadon wave", "xqzw", "celadon -wave", "wa", "zz", "瓷"):
        assert not answer_to(words).is_corrected


def test_words_of_a_withdrawn_work_are_nobodys_meaning() -> None:
    work = ArtworkFactory(published=True, title="Xanadu")
    refresh([work])
    withdraw(work, by=None, reason="sold")
    publish("Wave")
    answer = answer_to("xanado")
    assert (answer.words, answer.is_corrected, answer.works.count()) == ("xanado", False, 0)


def test_words_written_apart_are_found_together() -> None:
    publish("Todaiji bell")
    assert found("todai ji bell") == found("to dai ji") == {"Todaiji bell"}


@pytest.mark.parametrize(
    ("words", "most"),
    [
        ("celadon wave", 2),
        ("celedon wave", 9),
        ("xqzw blorp", 16),
        ("x" * 400, 9),
        ("a b c d e f g h", 16),
        ("シュメール 수메르 सुमेर", 40),
    ],
)
def test_search_asks_a_bounded_number_of_questions(
    django_assert_max_num_queries: Any, words: str, most: int
) -> None:
    publish("Celadon wave")
    stems.stems_asked(["celadon", "wave"])
    with django_assert_max_num_queries(most):
        answer_to(words)


def test_refresh_does_not_grow_with_the_works(django_assert_max_num_queries: Any) -> None:
    culture = CultureFactory(broader=CultureFactory(broader=CultureFactory()))
    works = ArtworkFactory.create_batch(40, published=True, culture=culture)
    stems.learn([])
    with django_assert_max_num_queries(22):
        refresh(works)


_ANY = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=30)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=_ANY, language=st.sampled_from(["en", "zh", "ja", "ko", "ru", "ar", "hi", "fr"]))
def test_every_title_is_found_by_itself(title: str, language: str) -> None:
    SearchDocument.objects.all().delete()
    work = ArtworkFactory(published=True, title="x", titles=[(language, f"q {title}")])
    refresh([work])
    asked = title.replace('"', " ").replace("-", " ")
    assert (
        not asked.strip() or not any(sign.isalnum() for sign in asked) or work in works_matching(f"q {asked}")
    )


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=60))
def test_every_question_is_one_for_the_server(words: str) -> None:
    from collection.search.asking import query_of, words_asked

    known = stems.stems_asked(words_asked(words.replace("\0", "")))
    asked = [query_of(words.replace("\0", ""), prefix=prefix, stems=known) for prefix in (True, False)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::tsquery, %s::tsquery", asked)


def answer(client: Any, **query: str) -> Any:
    return client.get("/artworks.json", query).json()


def test_page_says_which_words_it_took_instead(client: Any) -> None:
    publish("Celadon bowl")
    page = client.get("/artworks/", {"q": "celedon"}).content.decode()
    assert "No work has “celedon”. These have <strong>celadon</strong>." in page
    assert 'href="/artworks/?q=celedon&amp;verbatim=1"' in page
    assert "Celadon bowl" in page
    typed = client.get("/artworks/", {"q": "celedon", "verbatim": "1"}).content.decode()
    assert re.search(r'Did you mean <a [^>]*href="/artworks/\?q=celadon"[^>]*>celadon</a>\?', typed)
    assert "Celadon bowl" not in typed
    assert (answer(client, q="celedon")["count"], answer(client, q="celedon")["corrected"]) == (1, "celadon")
    assert answer(client, q="celedon", verbatim="1")["count"] == 0
    assert answer(client, q="celadon")["corrected"] is None
    assert client.get("/artworks.json", {"verbatim": "2"}).status_code == 400


def test_results_say_why_they_were_found(client: Any) -> None:
    celadon = MaterialFactory(
        labels={"en": "celadon", "fr": "céladon"}, alt_labels=[{"text": "청자", "lang": "ko"}]
    )
    publish("Bowl", materials=[celadon])
    publish("청자 jar")
    page = client.get("/artworks/", {"q": "청자"}).content.decode()
    assert 'material: celadon (<mark lang="ko" dir="ltr">청자</mark>)' in page
    french = client.get("/fr/artworks/", {"q": "청자", "view": "list"}).content.decode()
    assert 'matériau : céladon (<mark lang="ko" dir="ltr">청자</mark>)' in french
    found = {work["title"]: work["matched"] for work in answer(client, q="청자")["results"]}
    assert found == {"Bowl": {"field": "material", "text": "청자", "lang": "ko"}, "청자 jar": None}
    assert [work["matched"] for work in answer(client)["results"]] == [None, None]


def test_why_a_work_was_found_is_shown_as_text(client: Any) -> None:
    publish("Bowl", materials=[MaterialFactory(labels={"en": "<b>x</b> clay"})])
    assert "<b>x" not in client.get("/artworks/", {"q": "clay"}).content.decode()


@pytest.mark.parametrize("count", [1, 24])
def test_reasons_cost_the_same_for_one_and_for_a_page(
    client: Any, django_assert_max_num_queries: Any, count: int
) -> None:
    material = MaterialFactory(labels={"en": "celadon"})
    refresh(ArtworkFactory.create_batch(count, published=True, materials=[material]))
    answer(client, q="celadon")
    with django_assert_max_num_queries(42):
        assert answer(client, q="celadon")["count"] == count
