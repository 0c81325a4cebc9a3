"""What holds of every text: nothing is lost, nothing is raised, and what is written is read back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collection.enums import ProvenanceKind
from collection.provenance import methods
from collection.provenance.chain import Chain, Event, Footnote, Party
from collection.provenance.document import document
from collection.provenance.parse import parse
from collection.provenance.render import render

SIGNS = "aA1 .,;:()[]?\n'\"-–/&#°§中\x00\u0301"
WORDS = [
    *(
        "Henry Walters",
        "Baltimore",
        "New York",
        "Sale",
        "by purchase",
        "gift to",
        "Gift of",
        "from",
        "through",
        "1902",
    ),
    *(
        "until",
        "by 1907",
        "[1882-1980]",
        "[1]",
        "[2].",
        "Notes:",
        "lot 12",
        "no. 5",
        "(?)",
        "Possibly",
        "Inc.",
        "PA",
    ),
    *(
        "; ",
        ". ",
        ", ",
        "\n",
        "(",
        ")",
        "[",
        "]",
        "Mr. ",
        "and",
        "the artist",
        "as agent",
        "ca. 1950",
        "19th century",
    ),
]
texts = st.lists(st.one_of(st.sampled_from(WORDS), st.text(SIGNS, max_size=4)), max_size=25).map(" ".join)

NAMES = ["Henry Walters", "Léon Gruel", "Weyhe Gallery", "The artist", "Mrs. W. H. Haydon", "Rey & Co.", "Ōoka Shunboku",
         "Roland, Browse & Delbanco", "Tiffany & Co.", "Private collection"]  # fmt: skip
PLACES = ["", "Baltimore", "Paris and New York", "Pittsburgh, PA", "Rockbeare, Hampshire, England", "Kyoto"]
DATES = ["", "1902", "by 1907", "until 1974", "February 2, 1911", "ca. 1950", "1953 until February 1972", "prior to 1897",
         "19th century", "between 1893 and 1909"]  # fmt: skip
parties = st.builds(
    Party,
    st.sampled_from(NAMES),
    st.sampled_from(["", "1882-1980", "?-1992", "1952-"]),
    st.sampled_from(["", "his daughter", "5th Earl of Lonsdale", "art dealer"]),
    st.booleans(),
)
OF_GIVER = sorted(methods.source_words())


@st.composite
def events(draw: st.DrawFn) -> Event:
    event = Event(
        kind=draw(st.sampled_from(ProvenanceKind.values)),
        to=draw(parties),
        agent=draw(st.sampled_from(["", "George Lucas"])),
        place=draw(st.sampled_from(PLACES)),
        date=draw(st.sampled_from(DATES)),
        certainty=draw(st.sampled_from(["certain", "probable", "possible"])),
        is_direct=draw(st.booleans()),
        is_dealer=draw(st.booleans()),
        lot=draw(st.sampled_from(["", "lot 12", "no. 258"])),
        price=draw(st.sampled_from(["", "for $900"])),
        remarks=draw(st.sampled_from([(), ("[as Raphael]",), ("[see folio 4a]", "(Lugt 2232)")])),
    )
    event = replace(
        event,
        is_place_doubtful=bool(event.place) and draw(st.booleans()),
        is_date_doubtful=bool(event.date) and draw(st.booleans()),
    )
    if draw(st.booleans()) and event.kind in OF_GIVER:
        return replace(event, to=None, origin=draw(parties))
    return event


@st.composite
def chains(draw: st.DrawFn) -> Chain:
    pieces = draw(st.lists(events(), min_size=1, max_size=5))
    count = draw(st.integers(0, len(pieces)))
    numbered = [replace(piece, notes=(str(at + 1),)) for at, piece in enumerate(pieces[:count])]
    notes = tuple(Footnote(str(at + 1), "According to the stock book, p. 7.") for at in range(count))
    return Chain((*numbered, *pieces[count:]), notes)


@settings(max_examples=400)
@given(chains())
def test_a_chain_is_read_back_from_its_own_words(chain: Chain) -> None:
    assert parse(render(chain)) == chain


@settings(max_examples=1_000)
@given(texts)
def test_any_text_keeps_its_letters_and_reads_back(text: str) -> None:
    found = document(text)
    covered = bytearray(len(text))
    for begin, end in [event["source_span"] for event in found["events"]] + found["rest"]:
        covered[begin:end] = b"\x01" * (end - begin)
    assert all(covered)


@settings(max_examples=1_000)
@given(texts)
def test_what_is_written_of_any_text_says_the_same(text: str) -> None:
    chain = parse(text)
    assert parse(render(chain)) == chain


@pytest.mark.parametrize(
    "sign", ["[", "(", "(]", "[a] ", ". A", "; ", "1902, ", "from X ", "a", "Sale, ", "[1]", "\n", ",", " "]
)
def test_long_monotonous_texts_are_read(sign: str) -> None:
    text = sign * (60_000 // len(sign))
    assert document(text)["text"] == text
