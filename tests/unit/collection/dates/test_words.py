"""Dates in words: what is read, what is said not to be, and that reading never fails."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collection.dates.edtf import parse
from collection.dates.spans import Span
from collection.dates.words import read


def outer(span: Span) -> tuple[int | None, int | None]:
    """First and last year; the inner bounds say more than EDTF can (“early 17th century” is one time within)."""
    return span.earliest_begin, span.latest_end


FIXTURE = Path(__file__).parents[4] / "fixtures" / "artworks.csv"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("500 BCE", "-0499"),
        ("500 B.C.", "-0499"),
        ("500 B.C.E.", "-0499"),
        ("AD 79", "0079"),
        ("A.D. 79", "0079"),
        ("57", "0057"),
        ("1351", "1351"),
        ("dated 1351", "1351"),
        ("ca. 1600", "1600~"),
        ("c.1600", "1600~"),
        ("circa 1600", "1600~"),
        ("about 1600", "1600~"),
        ("1400-1450", "1400/1450"),
        ("1400–1450", "1400/1450"),
        ("1400 to 1450", "1400/1450"),
        ("from 1400 to 1450", "1400/1450"),
        ("between 1400 and 1450", "1400/1450"),
        ("1462-63", "1462/1463"),
        ("127-50 BCE", "-0126/-0049"),
        ("c. 2200-1900 BCE", "-2199~/-1899~"),
        ("100 BCE-200 CE", "-0099/0200"),
        ("17th century", "16XX"),
        ("17th c.", "16XX"),
        ("1st century", "0001/0099"),
        ("1st century BCE", "-00XX"),
        ("c. 17th century", "16XX~"),
        ("late 4th century BCE", "-0332/-0300"),
        ("early 17th century", "1600/1633"),
        ("mid-15th century", "1425/1474"),
        ("first half of the 14th century", "1300/1349"),
        ("last quarter of the 18th century", "1775/1799"),
        ("4th-3rd century BCE", "-0399/-0200"),
        ("1st century BCE-3rd century", "-0099/0299"),
        ("late 11th-early 12th century", "1067/1133"),
        ("first half 19th century", "1800/1849"),
        ("2nd quarter 17th century", "1625/1649"),
        ("June 1751", "1751-06"),
        ("12 June 1751", "1751-06-12"),
        ("June 12, 1751", "1751-06-12"),
        ("2nd millennium BCE", "-1XXX"),
        ("early 2nd millennium BCE", "-1999/-1660"),
        ("1780s", "178X"),
        ("1600s", "16XX"),
        ("490s BCE", "-0498/-0489"),
        ("early 1780s", "1780/1784"),
        ("1739 or 1758", "[1739,1758]"),
        ("1780s or 1790s", "[178X,179X]"),
        ("1st century BCE and 3rd century CE", "{-00XX,02XX}"),
        ("before 525", "[..0525]"),
        ("after 539 BCE", "[-0538..]"),
        ("1600 or later", "[1600..]"),
        ("before c. 783", "[..0783~]"),
        ("probably 1600", "1600?"),
        ("probably c. 1600-1650", "1600%/1650%"),
        ("c. 11,500 years ago", "-9499~"),
        ("c. 40,000 years ago", "Y-37999~"),
        ("Edo period, about 1820", "1820~"),
        ("Kangxi period (1662–1722)", "1662/1722"),
        ("1742-03-12", "1742-03-12"),
        ("1600/1699", "1600/1699"),
    ],
)
def test_read_understands(text, edtf):
    reading = read(text)
    assert (reading.edtf, reading.understood) == (edtf, True)
    assert outer(reading.span) == outer(parse(edtf))


@pytest.mark.parametrize(
    ("text", "edtf", "note"),
    [
        ("1608, after the flood", "1608", "Not read: “after the flood”."),
        ("9th-10th century, with later gilding", "0800/0999", "Not read: “gilding”."),
        ("3rd century BCE (debated)", "-02XX", "Not read: “debated”."),
        ("dated 528 BD / 1133-1134", "", "No date was understood. Give the years or an EDTF date beside it."),
        ("collected 1906-1908", "", "No date was understood. Give the years or an EDTF date beside it."),
        ("-499", "", "No date was understood. Give the years or an EDTF date beside it."),
        ("1700-1600", "", "No date was understood. Give the years or an EDTF date beside it."),
        ("31 February 1751", "", "That month has no day “31”."),
        ("永某", "", "No date was understood. Give the years or an EDTF date beside it."),
        ("", "", "No date was understood. Give the years or an EDTF date beside it."),
        ("x" * 201, "", "The date is too long to be read."),
    ],
)
def test_read_says_what_it_did_not_understand(text, edtf, note):
    reading = read(text)
    assert (reading.edtf, reading.understood, reading.note) == (edtf, False, note)
    assert outer(reading.span) == (outer(parse(edtf)) if edtf else (None, None))


def test_read_asks_for_the_open_end():
    reading = read("before 525")
    assert reading.span == Span.within(None, 525)
    assert reading.note == "One end is open: give the earliest and the latest year that you think possible."


def test_read_widens_about_by_the_given_years():
    assert read("c. 1600", circa=5).span == Span.within(1595, 1605)


def test_read_understands_the_demonstration_collection():
    with FIXTURE.open(encoding="utf-8") as file:
        texts = sorted({row["display_date"] for row in csv.DictReader(file)})
    understood = [text for text in texts if read(text).understood]
    assert len(texts) > 250
    assert len(understood) / len(texts) >= 0.95


@given(st.text(max_size=250))
def test_read_never_fails(text):
    reading = read(text)
    assert reading.text == text
    assert outer(reading.span) == (outer(parse(reading.edtf)) if reading.edtf else (None, None))


words = st.sampled_from(
    ["c.", "late", "early", "mid-", "16", "1600", "17th", "century", "-", "BCE", "CE", "or", "and", "to", "before",
     "after", "(", ")", ",", "1780s", "probably", "dated", "first half of the", "years ago", "0", "99999", "period"]
)  # fmt: skip


@given(st.lists(words, max_size=14).map(" ".join))
def test_read_never_fails_on_date_like_words(text):
    reading = read(text)
    assert outer(reading.span) == (outer(parse(reading.edtf)) if reading.edtf else (None, None))
    assert bool(reading.edtf) or not reading.understood


def test_read_is_not_slow_on_hostile_text():
    started = time.perf_counter()
    for text in ("c. " * 60, "1" * 200, "a " * 100, "(" * 200, "1-" * 100, "period " * 28):
        read(text)
    assert time.perf_counter() - started < 0.5


@pytest.mark.parametrize(
    ("text", "edtf", "bounds"),
    [
        ("Edo period (1603-1867), 19th century", "1800/1867", (1800, 1867, 1800, 1867)),
        ("Song dynasty, 13th century", "1200/1279", (1200, 1279, 1200, 1279)),
        ("Meiji period (1868-1912), early 20th century", "1900/1912", (1900, 1912, 1900, 1912)),
        ("18th century, after 1713", "1713/1799", (1713, 1799, 1713, 1799)),
        ("Qing dynasty, late 19th–early 20th century", "1867/1911", (1867, 1911, 1867, 1911)),
    ],
)
def test_a_period_and_a_century_are_one_time_within_both(
    text: str, edtf: str, bounds: tuple[int, ...]
) -> None:
    reading = read(text)
    assert (reading.edtf, reading.span.bounds, reading.understood) == (edtf, bounds, True)
