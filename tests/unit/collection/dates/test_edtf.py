"""EDTF: bounds in years, qualifiers, and refusals that a registrar understands."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from collection.dates.display import edtf_sentence
from collection.dates.edtf import EdtfError, parse, read
from collection.dates.spans import Span

FIXTURE = Path(__file__).parents[4] / "fixtures" / "artworks.csv"
years = st.integers(-9999, 9999)


def written(year: int) -> str:
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("1600", (1600, 1600, 1600, 1600)),
        ("0000", (0, 0, 0, 0)),
        ("-0499", (-499, -499, -499, -499)),
        ("2004-06", (2004, 2004, 2004, 2004)),
        ("1985-04-12T23:20:30Z", (1985, 1985, 1985, 1985)),
        ("1600/1699", (1600, 1600, 1699, 1699)),
        ("-0549/-0349", (-549, -549, -349, -349)),
        ("1820~", (1820, 1820, 1820, 1820)),
        ("1820?", (1820, 1820, 1820, 1820)),
        ("1820%", (1820, 1820, 1820, 1820)),
        ("2001-21", (2001, 2001, 2001, 2001)),
        ("16XX", (1600, 1699, 1600, 1699)),
        ("201X", (2010, 2019, 2010, 2019)),
        ("2004-XX", (2004, 2004, 2004, 2004)),
        ("1985-XX-XX", (1985, 1985, 1985, 1985)),
        ("00XX", (0, 99, 0, 99)),
        ("-00XX", (-99, 0, -99, 0)),
        ("-03XX", (-399, -300, -399, -300)),
        ("-2XXX/-1XXX", (-2999, -2000, -1999, -1000)),
        ("1XXX", (1000, 1999, 1000, 1999)),
        ("156X-12-25", (1560, 1569, 1560, 1569)),
        ("16XX/17XX", (1600, 1699, 1700, 1799)),
        ("16XX/1650", (1600, 1650, 1650, 1650)),
        ("../1644", (None, 1644, 1644, 1644)),
        ("/1644", (None, 1644, 1644, 1644)),
        ("1644/..", (1644, 1644, 1644, None)),
        ("XXXX", (None, None, None, None)),
        ("Y-10000", (-10000, -10000, -10000, -10000)),
        ("Y-17E3", (-17000, -17000, -17000, -17000)),
        ("Y-10000/-9999", (-10000, -10000, -9999, -9999)),
        ("1950S2", (1900, 1999, 1900, 1999)),
        ("-0150S1", (-199, -100, -199, -100)),
        ("[1667,1668]", (1667, 1668, 1667, 1668)),
        ("[1667, 1670..1672]", (1667, 1672, 1667, 1672)),
        ("[..0525]", (None, 525, None, 525)),
        ("[-0538..]", (-538, None, -538, None)),
        ("{1667,1668}", (1667, 1667, 1668, 1668)),
        ("{-00XX,02XX}", (-99, 0, 200, 299)),
        ("2004-06-~01/2004-06-~20", (2004, 2004, 2004, 2004)),
        ("?2004-06-~11", (2004, 2004, 2004, 2004)),
    ],
)
def test_parse_gives_the_four_bounds(text, bounds):
    assert parse(text).bounds == bounds


def test_parse_widens_only_what_is_approximate():
    assert parse("1820~", circa=10).bounds == (1810, 1830, 1810, 1830)
    assert parse("1820?", circa=10).bounds == (1820, 1820, 1820, 1820)
    assert parse("1820~/1850", circa=10).bounds == (1810, 1830, 1850, 1850)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [("1600", False, False), ("1600~", True, False), ("1600?", False, True), ("1600/1650%", True, True)],
)
def test_read_keeps_qualifiers(text, approximate, uncertain):
    assert (read(text).is_approximate, read(text).is_uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "qualified", "precision"),
    [
        ("2004-06-11", (), "day"),
        ("2004-06~", (("year", "~"), ("month", "~")), "month"),
        ("2004?-06-11", (("year", "?"),), "day"),
        ("?2004-06-~11", (("year", "?"), ("day", "~")), "day"),
        ("2004-06-11%", (("year", "%"), ("month", "%"), ("day", "%")), "day"),
        ("2004?-06~", (("year", "%"), ("month", "~")), "month"),
        ("2001-21", (), "season"),
        ("1985", (), "year"),
        ("156X-12-25", (), "decade"),
        ("17XX~", (("year", "~"),), "century"),
        ("1XXX", (), "millennium"),
        ("Y-17E3S1", (), "age"),
        ("XXXX", (), "unknown"),
    ],
)
def test_read_keeps_qualifiers_of_components_and_precision(text, qualified, precision):
    part = read(text).parts[0]
    assert (part.qualified, part.precision) == (qualified, precision)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Write a date, such as 1600, 1600/1699 or -0499 for 500 BCE."),
        ("57", "Years have four figures: write 0057 instead of 57."),
        ("-20~", "Years have four figures, and 1 BCE is 0000: 500 BCE is -0499."),
        ("20000?", "A year of more than four figures begins with Y: Y20000?."),
        ("1560-1575", "A span of years has a slash, not a hyphen: 1560/1575."),
        (
            "1644/1600",
            "The span ends before it begins. The earlier date stands first; years BCE have a minus.",
        ),
        (
            "-0300/-0400",
            "The span ends before it begins. The earlier date stands first; years BCE have a minus.",
        ),
        (
            "2004-06/2004-05",
            "The span ends before it begins. The earlier date stands first; years BCE have a minus.",
        ),
        ("2023-02-29", "That month has no day “29”."),
        ("-0000", "There is no year -0000: the year 1 BCE is written 0000."),
        ("1/2/3", "A span has one slash, between its begin and its end: 1600/1699."),
        ("../..", "A span needs a begin or an end: 1600/1699, ../1644 or 1644/.."),
        ("[1667", "A choice of dates stands in brackets, as in [1667,1668]; several in braces: {1667,1668}."),
        ("Y-10000001", "Years reach ten million back and forward, not farther."),
        ("Y1E99", "Years reach ten million back and forward, not farther."),
        ("1" * 121, "A date in EDTF has at most 120 signs."),
        ("1600\x00", "“1600\x00” is not an EDTF date, such as 1600, 16XX, 1820~ or -0499 for 500 BCE."),
        ("١٦٠٠", "“١٦٠٠” is not an EDTF date, such as 1600, 16XX, 1820~ or -0499 for 500 BCE."),
        ("16xx", "Write X in capitals where figures are not known: 16XX."),
        (
            "c. 1600",
            "“c. 1600” is not EDTF, which has figures and signs only: 1600/1699, 1820~, -0499 for 500 BCE.",
        ),
        (
            "1560-13",
            "There is no month “13”. Months are 01 to 12, seasons 21 to 24; a span of years has a slash: 1560/1575.",
        ),
    ],
)
def test_read_says_what_is_wrong(text, sentence):
    with pytest.raises(EdtfError) as refusal:
        read(text)
    assert str(refusal.value) == sentence


@given(years)
def test_parse_reads_every_year_back(year):
    assert parse(written(year)) == Span.between(year, year)


@given(st.tuples(years, years).map(sorted))
def test_parse_reads_every_interval_back(pair):
    assert parse(f"{written(pair[0])}/{written(pair[1])}") == Span.between(*pair)


@given(years, st.integers(1, 3), st.sampled_from(["", "~", "?", "%"]))
def test_parse_agrees_with_the_edtf_package_on_masked_years(year, masked, qualifier):
    text = written(year)[:-masked] + "X" * masked + qualifier
    if text.strip("-~?%") == "0XXX" and year < 0:
        return
    second = parse_edtf(text)
    assert (parse(text).earliest_begin, parse(text).latest_end) == (
        second.lower_strict()[0],
        second.upper_strict()[0],
    )


@given(st.text(alphabet="0123456789XYES-/.,?~%[]{}T:Z ", max_size=130))
def test_read_reads_or_refuses_and_nothing_else(text):
    try:
        span = read(text).span(circa=20)
    except EdtfError as refusal:
        assert str(refusal)
    else:
        assert span == parse(text, circa=20)


qualifiers = st.sampled_from(["", "~", "?", "%"])
masks = st.builds(
    lambda year, masked: written(year)[: -masked or None] + "X" * masked, years, st.integers(0, 4)
)
dates = st.builds(
    lambda year, rest, qualifier: year + rest + qualifier,
    masks
    | st.integers(-9_999_999, 9_999_999).filter(lambda year: abs(year) > 9999).map(lambda year: f"Y{year}"),
    st.sampled_from(["", "", "-05", "-05-12", "-21", "-XX", "-1X-3X"]),
    qualifiers,
)
members = (
    dates
    | st.tuples(dates, dates).map("..".join)
    | dates.map(lambda date: f"..{date}")
    | dates.map(lambda date: f"{date}..")
)
shapes = (
    dates
    | st.tuples(dates | st.sampled_from(["", ".."]), dates | st.sampled_from(["", ".."])).map("/".join)
    | st.lists(members, min_size=1, max_size=4).map(lambda found: f"[{','.join(found)}]")
    | st.lists(members, min_size=1, max_size=4).map(lambda found: f"{{{','.join(found)}}}")
)


@settings(max_examples=500)
@given(shapes, st.integers(0, 200))
def test_read_of_whole_edtf_gives_bounds_in_order_and_a_sentence(text, circa):
    try:
        found = read(text)
    except EdtfError:
        return
    exact, wide = found.span(), found.span(circa)
    assert exact.is_unknown or wide.possible((exact.earliest_begin, exact.latest_end))
    assert exact.is_bounded == wide.is_bounded
    assert edtf_sentence(text)


def test_parse_reads_all_dates_of_the_demonstration_collection():
    with FIXTURE.open(encoding="utf-8") as file:
        texts = {row["edtf"] for row in csv.DictReader(file) if row["edtf"]}
    assert len(texts) > 200
    for text in texts:
        assert parse(text).is_bounded, text
