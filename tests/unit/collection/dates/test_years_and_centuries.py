"""Years and centuries in addresses, and the words for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collection.dates.centuries import (
    centuries_of,
    century_label,
    label_of,
    ordinal,
    parse_label,
    roman,
    span_of,
)
from collection.dates.display import edtf_sentence, span_text, year_text, years_text
from collection.dates.edtf import EdtfError
from collection.dates.spans import Span
from collection.dates.years import YearError, parse_year

years = st.integers(-10_000_000, 10_000_000)


@pytest.mark.parametrize(
    ("label", "first", "last", "words"),
    [
        (1600, 1600, 1699, "17th century"),
        (2000, 2000, 2099, "21st century"),
        (1200, 1200, 1299, "13th century"),
        (900, 900, 999, "10th century"),
        (100, 100, 199, "2nd century CE"),
        (0, 1, 99, "1st century CE"),
        (-100, -99, 0, "1st century BCE"),
        (-400, -399, -300, "4th century BCE"),
        (-1200, -1199, -1100, "12th century BCE"),
    ],
)
def test_century_label_and_years(label, first, last, words):
    assert span_of(label) == Span.within(first, last)
    assert century_label(label) == words
    assert parse_label(str(label)) == label
    assert centuries_of(span_of(label)) == [label]


def test_centuries_of_a_span_over_the_turn_of_the_eras():
    assert centuries_of(Span.between(-150, 100)) == [-200, -100, 0, 100]


def test_centuries_of_an_open_span_are_none():
    assert centuries_of(Span.within(None, 1600)) == []


@given(years)
def test_every_year_lies_in_its_century_and_no_other(year):
    assert label_of(year) % 100 == 0
    if abs(year) < 9_999_900:
        assert span_of(label_of(year)).certain((year - 99, year + 99))
        assert span_of(label_of(year)).possible((year, year))


@pytest.mark.parametrize("text", ["abc", "1650", "", "1600\x00", "--100", "16", "1e3", "99999900000", "-"])
def test_parse_label_refuses(text):
    with pytest.raises(YearError, match="is not a century"):
        parse_label(text)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (10, "10th"),
        (11, "11th"),
        (12, "12th"),
        (21, "21st"),
        (111, "111th"),
    ],
)
def test_ordinal(number, text):
    assert ordinal(number) == text


@pytest.mark.parametrize(
    ("number", "text"), [(1, "I"), (4, "IV"), (9, "IX"), (17, "XVII"), (49, "XLIX"), (4000, "4000"), (0, "0")]
)
def test_roman(number, text):
    assert roman(number) == text


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("1600", 1600),
        ("-499", -499),
        ("\u2212499", -499),
        ("0", 0),
        ("500 BCE", -499),
        ("500 bc", -499),
        ("500BC", -499),
        ("1 BCE", 0),
        ("500 av. J.-C.", -499),
        ("300 v. Chr.", -299),
        ("79 CE", 79),
        ("AD 79", 79),
        ("79 apr. J.-C.", 79),
        ("10,000 BCE", -9999),
        ("10 000 BCE", -9999),
        ("+100", 100),
    ],
)
def test_parse_year(text, year):
    assert parse_year(text) == year


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "500 XYZ",
        "0 BCE",
        "1600\x00",
        "AD 5 BCE",
        "10000001",
        "-10000001",
        "20000000 BCE",
        "9" * 500,
    ],
)
def test_parse_year_refuses_with_a_sentence(text):
    with pytest.raises(YearError, match=r"is not a year|ten million") as refusal:
        parse_year(text)
    assert len(str(refusal.value)) < 200


@given(st.text(max_size=100))
def test_parse_year_reads_or_refuses_and_nothing_else(text):
    try:
        assert abs(parse_year(text)) <= 10_000_000
    except YearError as refusal:
        assert str(refusal)


@given(years)
def test_year_text_can_be_read_back(year):
    assert parse_year(year_text(year)) == year


@pytest.mark.parametrize(
    ("begin", "end", "text"),
    [
        (1600, 1699, "1600–1699"),
        (1600, 1600, "1600"),
        (-499, -299, "500–300 BCE"),
        (-99, 200, "100 BCE–200 CE"),
        (1, 99, "1–99 CE"),
        (900, 1100, "900 CE–1100"),
        (None, 525, "until 525 CE"),
        (1644, None, "from 1644 on"),
        (-39999, -34999, "40\u202f000–35\u202f000 BCE"),
    ],
)
def test_years_text(begin, end, text):
    assert years_text(begin, end) == text


def test_span_text_of_an_unknown_span():
    assert span_text(Span()) == "date not known"


@pytest.mark.parametrize(
    ("edtf", "sentence"),
    [
        ("1600", "1600"),
        ("-0499", "500 BCE"),
        ("16XX", "between 1600 and 1699"),
        ("1820~", "about 1820"),
        ("1820?", "1820, which is not certain"),
        ("1820%", "about 1820, which is not certain"),
        ("1600/1699", "from 1600 to 1699"),
        ("1600~/1650", "from about 1600 to 1650"),
        ("../1644", "until 1644"),
        ("1644/..", "from 1644 on"),
        ("[1667,1668]", "1667 or 1668"),
        ("[..0525]", "525 CE or earlier"),
        ("[-0538..]", "539 BCE or later"),
        ("{1667,1670..1672,1680}", "1667, 1670 to 1672 and 1680"),
        ("2004-06", "June 2004"),
        ("2004-06-11", "11 June 2004"),
        ("2001-21", "spring 2001"),
        ("2001-34", "quarter 2 of 2001"),
        ("XXXX", "in a year that is not known"),
    ],
)
def test_edtf_sentence(edtf, sentence):
    assert edtf_sentence(edtf) == sentence


def test_edtf_sentence_refuses_what_is_no_edtf():
    with pytest.raises(EdtfError):
        edtf_sentence("about 1600")
