"""Years, centuries, numbers and languages as a reader reads them."""

import pytest
from django.utils import translation

from asemus.words.addresses import web_link, web_links
from asemus.words.centuries import century_label
from asemus.words.languages import country_name, foreign, in_its_language, language_map, language_name
from asemus.words.numbers import json_data, number, share_of
from asemus.words.years import year, year_span


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (-499, "500 BCE"),
        (0, "1 BCE"),
        (1, "1 CE"),
        (79, "79 CE"),
        (1600, "1600"),
        (-9999, "10\u202f000 BCE"),
        (None, ""),
    ],
)
def test_year_is_said_as_people_say_it(value: int | None, words: str) -> None:
    assert year(value) == words


@pytest.mark.parametrize(
    ("begin", "end", "words"),
    [
        (-499, -299, "500–300 BCE"),
        (-99, 200, "100 BCE–200 CE"),
        (100, 400, "100–400 CE"),
        (1600, 1699, "1600–1699"),
        (900, 1100, "900 CE–1100"),
        (1351, 1351, "1351"),
        (None, 1351, "1351"),
    ],
)
def test_year_span_says_the_era_once(begin: int | None, end: int | None, words: str) -> None:
    assert year_span(begin, end) == words


@pytest.mark.parametrize(
    ("label", "words"),
    [
        (1600, "17th century"),
        (0, "1st century CE"),
        (100, "2nd century CE"),
        ("-400", "4th century BCE"),
        (-100, "1st century BCE"),
        (1000, "11th century"),
        (2000, "21st century"),
    ],
)
def test_century_label_counts_as_the_contracts_say(label: int | str, words: str) -> None:
    assert century_label(label) == words


def test_number_groups_as_the_language_does() -> None:
    assert number(12345) == "12,345"
    with translation.override("fr"):
        assert number(12345) == "12\u202f345"


def test_json_data_cannot_end_its_block() -> None:
    assert json_data({"t": "</script>&"}) == '{"t": "\\u003C/script\\u003E\\u0026"}'


def test_share_of_nothing_is_nothing() -> None:
    assert (share_of(1, 3), share_of(1, 0)) == ("33.3", "0")


def test_language_map_marks_what_is_foreign() -> None:
    assert language_map({"en": "Moon jar", "ko": "달항아리"}) == "Moon jar"
    assert language_map({"fa": "شاهنامه"}) == '<span lang="fa" dir="rtl">شاهنامه</span>'
    assert language_map({}) == ""
    with translation.override("fr"):
        assert language_map({"en": "Moon <jar>"}) == '<span lang="en" dir="ltr">Moon &lt;jar&gt;</span>'


def test_foreign_of_the_page_language_is_plain() -> None:
    assert foreign("Moon jar", "en-GB") == "Moon jar"
    assert in_its_language({"label": "昔男", "lang": "ja"}) == '<span lang="ja" dir="ltr">昔男</span>'
    assert in_its_language({"label": "David Vases"}) == "David Vases"


def test_language_and_country_names_are_in_the_readers_language() -> None:
    assert language_name("zh-Hant") == "Chinese (Traditional)"
    assert (language_name("und"), language_name("xbc-Grek")) == ("unknown language", "xbc")
    with translation.override("fr"):
        assert (country_name("JP"), language_name("ja")) == ("Japon", "japonais")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://www.museum.go.kr", '<a href="https://www.museum.go.kr" rel="external">www.museum.go.kr</a>'),
        ("museum.go.kr/a/b_1", '<a href="https://museum.go.kr/a/b_1" rel="external">museum.go.kr/<wbr>a/<wbr>b_1</a>'),
        ("http://a.example/?q=1&b", '<a href="http://a.example/?q=1&amp;b" rel="external">a.example/<wbr>?q=1&amp;b</a>'),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("a letter of 2010 <b>", "a letter of 2010 &lt;b&gt;"),
    ],
)  # fmt: skip
def test_web_address_is_a_link_and_anything_else_stays_words(text: str, shown: str) -> None:
    assert web_link(text) == shown


def test_several_web_addresses_are_several_links() -> None:
    assert [link.count("<a ") for link in web_links("a.example/x | b.example | page 3")] == [1, 1, 0]
