"""Provenance texts as museums write them, read into events."""

from __future__ import annotations

import pytest

from collection.provenance.chain import Event, Party, Verbatim
from collection.provenance.document import document
from collection.provenance.parse import parse


def only(text: str) -> Event:
    events = parse(text).events
    assert len(events) == 1, events
    return events[0]


def test_walters_form_is_read_whole() -> None:
    chain = parse(
        "Lord Philippos, Khizan, 1455, by commission; Henry Walters, Baltimore [date and mode of acquisition unknown];"
        " Walters Art Museum, 1931, by bequest."
    )
    assert chain.pieces == (
        Event("commission", Party("Lord Philippos"), place="Khizan", date="1455", is_direct=True),
        Event(
            to=Party("Henry Walters"),
            place="Baltimore",
            remarks=("[date and mode of acquisition unknown]",),
            is_direct=True,
        ),
        Event("bequest", Party("Walters Art Museum"), date="1931"),
    )
    assert chain.is_understood


def test_carnegie_form_is_read_with_lives_doubt_dealers_and_footnotes() -> None:
    chain = parse(
        "Possibly purchased by John Doe? [1910-1995], Boise, ID, by 1930 until 1940 [1]. (Knoedler & Co. [1848-2011],"
        " New York, NY); gift to Museum of Art, Carnegie Institute, Pittsburgh, PA, October 1984.\n\n"
        "Notes:\n[1]. According to his diary.\n"
    )
    assert chain.pieces == (
        Event(
            "purchase",
            Party("John Doe", "1910-1995", is_doubtful=True),
            place="Boise, ID",
            date="by 1930 until 1940",
            certainty="possible",
            notes=("1",),
        ),
        Event(to=Party("Knoedler & Co.", "1848-2011"), place="New York, NY", is_dealer=True, is_direct=True),
        Event(
            "gift", Party("Museum of Art, Carnegie Institute"), place="Pittsburgh, PA", date="October 1984"
        ),
    )
    assert [(note.label, note.text) for note in chain.footnotes] == [("1", "According to his diary.")]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Gift of Mrs. Etta Frank, Pittsburgh, PA, 1918.",
         Event("gift", origin=Party("Mrs. Etta Frank"), place="Pittsburgh, PA", date="1918")),
        ("Sale, Christie's, London, February 2, 1911, no. 48",
         Event("sale", Party("Christie's"), place="London", date="February 2, 1911", lot="no. 48")),
        ("Mrs. Henry Walters Sale, Joseph Brummer, New York, 1942",
         Event("sale", Party("Joseph Brummer"), Party("Mrs. Henry Walters"), place="New York", date="1942")),
        ("Sale, New York, Parke-Bernet, April 20, 1949, no. 258",
         Event("sale", Party("Parke-Bernet"), place="New York", date="April 20, 1949", lot="no. 258")),
        ("Richard P. Gale (until 1974)", Event(to=Party("Richard P. Gale"), date="until 1974")),
        ("Acquired by Henry Walters from Léon Gruel, prior to 1931",
         Event(to=Party("Henry Walters"), origin=Party("Léon Gruel"), date="prior to 1931")),
        ("Hugh Lowther, 5th Earl of Lonsdale", Event(to=Party("Hugh Lowther", clause="5th Earl of Lonsdale"))),
        ("Arnold Seligmann, Rey & Co., New York", Event(to=Party("Arnold Seligmann, Rey & Co."), place="New York")),
        ("Walters Art Museum, 1931, by beqeust", Event("bequest", Party("Walters Art Museum"), date="1931")),
        ("Henry Walters, Baltimore, 1902 (?), by purchase",
         Event("purchase", Party("Henry Walters"), place="Baltimore", date="1902", is_date_doubtful=True)),
        ("Walters Art Museum, June 1, 1944, by indefinite loan",
         Event("loan", Party("Walters Art Museum"), date="June 1, 1944")),
        ("Found in Fenit, County Kerry, Ireland, 1880",
         Event("find", place="Fenit, County Kerry, Ireland", date="1880")),
        ("The artist, until 1925", Event(to=Party("The artist"), date="until 1925")),
    ],
)  # fmt: skip
def test_forms_of_a_period(text: str, event: Event) -> None:
    assert only(text) == event


def test_what_is_no_event_is_kept_in_its_place_and_flagged() -> None:
    text = "Henry Walters, Baltimore; The drawing was given by Kahn to his daughter. Weyhe Gallery, New York"
    chain = parse(text)
    assert isinstance(chain.pieces[1], Verbatim)
    assert chain.pieces[1].text == "The drawing was given by Kahn to his daughter"
    assert [text[slice(*span)] for span in chain.flagged] == [
        "The drawing was given by Kahn to his daughter. "
    ]
    assert not chain.is_understood


def test_words_that_were_not_read_inside_an_event_are_flagged() -> None:
    text = "Allan Frumkin Gallery, New York, 1960, from the window of the shop that was closed"
    found = document(text)
    covered = {
        at for span in [e["source_span"] for e in found["events"]] + found["rest"] for at in range(*span)
    }
    assert covered == set(range(len(text)))


def test_document_names_the_keeper_before_where_the_link_is_direct() -> None:
    first, second, third = document("A. Jay Fink, Baltimore; Henry Lee, 1902, by purchase. Ann Lee, 1950")[
        "events"
    ]
    assert (first["from"], first["direct"]) == (None, True)
    assert (second["from"], second["from_basis"], second["to"]) == ("A. Jay Fink", "order", "Henry Lee")
    assert (third["from"], third["from_basis"]) == (None, None)
    assert third["date"]["earliest_begin"] == 1950


def test_a_heading_belongs_to_the_piece_behind_it() -> None:
    chain = parse("Andrew Carnegie Fund; Provenance: G. R. Barse, Jr.")
    assert [event.to and event.to.name for event in chain.events] == [
        "Andrew Carnegie Fund",
        "G. R. Barse, Jr.",
    ]
    assert chain.events[1].source_span == (22, 50)


def test_about_is_a_width_in_a_chain_too() -> None:
    dates = [event["date"] for event in document("A, Paris, ca. 1900; B, 1905, by purchase.")["events"]]
    bounds = [(date["earliest_begin"], date["latest_end"]) for date in dates]
    assert bounds == [(1890, 1910), (1905, 1905)]
