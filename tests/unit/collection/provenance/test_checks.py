"""Faults put into a sound chain are all found, each with its reason in words; a sound chain has none."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from collection.provenance.checks.beside import Beside
from collection.provenance.checks.care import windows
from collection.provenance.checks.kinds import KINDS
from collection.provenance.checks.run import findings_of, summary
from collection.provenance.checks.step import chain_of
from collection.provenance.checks.where import country_of
from collection.provenance.life import Life

YEAR = 2026


def event(
    kind: str, party: str, date: str, *, place: str = "London", life: str = "", **more: Any
) -> dict[str, Any]:
    return {
        "kind": kind, "text": {"en": party}, "party": party, "life": life, "origin": None, "place": None,
        "place_name": place, "display_date": date, "earliest_begin": None, "latest_end": None, "certainty": "certain",
        "is_direct": True, "source": "Stock book, p. 3", **more,
    }  # fmt: skip


def sound() -> dict[str, Any]:
    """Excavated in Egypt, divided, sold, inherited, bequeathed: nothing to find fault with."""
    return {
        "museum": {"names": {"en": "Museum of the Sea Routes"}},
        "earliest_year": -1300,
        "find_place": {"country": "EG"},
        "provenance": [
            event("excavation", "Egypt Exploration Fund", "1862", place="Luxor, Egypt"),
            event("purchase", "Ann Lee", "1870", life="1830-1900"),
            event("inheritance", "Tom Lee", "1900", life="1860-1925"),
            event("bequest", "Museum of the Sea Routes", "1925"),
        ],
    }


def found(record: dict[str, Any]) -> dict[str, str]:
    return {finding.code: finding.sentence for finding in findings_of(record, YEAR)}


def test_a_sound_chain_has_no_findings() -> None:
    assert found(sound()) == {}
    assert summary(chain_of(sound(), YEAR)) == "Known without gap since 1862; nothing before."


FAULTS: dict[str, tuple[int, dict[str, Any], str]] = {
    "order": (2, {"display_date": "1850", "life": ""}, "“Tom Lee” (1850) stands behind “Ann Lee”, who had it only from 1870 on."),
    "overlap": (1, {"display_date": "1870 until 1910", "life": ""},
                "“Ann Lee” still had it in 1910, but “Tom Lee” already from 1900 on."),
    "gap": (2, {"is_direct": False},
            "Nothing is known for 25 years between “Tom Lee” (1900) and “Museum of the Sea Routes” (1925)."),
    "link": (2, {"is_direct": False, "display_date": "", "life": ""},
             "How it came from “Tom Lee” to “Museum of the Sea Routes” is not known."),
    "museum": (3, {"party": "Joseph Brummer", "kind": "purchase"},
               "The chain ends with “Joseph Brummer”; how it came to Museum of the Sea Routes is not said."),
    "future": (3, {"display_date": "2031"}, "“Museum of the Sea Routes” is dated 2031, which is yet to come."),
    "after-loss": (1, {"kind": "destruction"}, "It is said to be lost or destroyed (1870), yet the chain goes on."),
    "backwards": (1, {"display_date": "1870 until 1865", "life": ""}, "The time of “Ann Lee” ends before it begins (1870 until 1865)."),
    "twice": (2, {"party": "Ann Lee", "kind": "purchase", "life": ""}, "“Ann Lee” stands twice, one behind the other."),
    "not-born": (1, {"life": "1880-1950"}, "“Ann Lee” was born in 1880, after 1870."),
    "dead": (1, {"life": "1790-1850"}, "“Ann Lee” died in 1850, before 1870."),
    "early-bequest": (2, {"life": "1860-1940"}, "A bequest of 1925, but “Tom Lee” died in 1940."),
    "late-gift": (3, {"kind": "gift", "display_date": "1960"}, "A gift of 1960, but “Tom Lee” had died in 1925."),
    "place": (1, {"place_name": "Leningrad"}, "1870 does not fit Leningrad: Saint Petersburg before and after."),
    "not-made": (0, {"display_date": "1862"}, "“Egypt Exploration Fund” had it in 1862, but it was made in 1865 at the earliest."),
    "find-place": (0, {"place_name": "Baghdad"},
                   "It is said to be found in Baghdad, but the record names another country as its find place."),
    "late-find": (0, {"kind": "purchase"}, "It is found or made (“Ann Lee”) only after others had it."),
    "no-find": (0, {"kind": "purchase"},
                "Its find place is known, but the chain begins with “Egypt Exploration Fund” and not with the find."),
    "source": (2, {"source": ""}, "“Tom Lee” has no source."),
    "unsettled": (1, {"kind": "seizure"}, "It was taken (1870, “Ann Lee”), and nothing says that this was settled."),
    "nazi-era": (2, {"display_date": "1938", "place_name": "Vienna", "life": ""},
                 "Property was seized and sold under duress in Europe from 1933 to 1945 (Washington Conference Principles on"
                 " Nazi-Confiscated Art, 1998): look into “Tom Lee”."),
    "colonial": (1, {"display_date": "1890", "place_name": "Cairo", "life": ""},
                 "Egypt was occupied by Britain; finds were divided until the law of 1951 (Law 215 of 1951): look into “Ann Lee”,"
                 " “Tom Lee”."),
    "unesco-1970": (1, {"display_date": "1985", "life": ""},
                    "The work left its country after the UNESCO Convention of 14 November 1970: an export licence is to be"
                    " looked for (UNESCO Convention on the Means of Prohibiting and Preventing the Illicit Import, Export and"
                    " Transfer of Ownership of Cultural Property, 1970): look into “Ann Lee”."),
    "conflict": (1, {"place_name": "Peking", "display_date": "1900", "life": ""},
                 "Boxer War; Peking was looted by the troops of eight powers (Boxer Protocol 1901): look into “Ann Lee”,"
                 " “Tom Lee”."),
}  # fmt: skip


@pytest.mark.parametrize("code", FAULTS)
def test_a_seeded_fault_is_found_and_explained(code: str) -> None:
    number, fault, sentence = FAULTS[code]
    record = deepcopy(sound())
    record["provenance"][number] |= fault
    if code == "not-made":
        record["earliest_year"] = 1865
    if code == "late-find":
        record["provenance"][1]["kind"] = "excavation"
    assert found(record).get(code) == sentence


BESIDE: dict[str, tuple[Beside, dict[str, Any], str]] = {
    "not-born": (Beside({1: Life(1880, 1950)}), {}, "“Ann Lee” was born in 1880, after 1870."),
    "dead": (Beside({1: Life(1790, 1850)}), {}, "“Ann Lee” died in 1850, before 1870."),
    "life": (Beside({1: Life(1830, 1910)}), {"life": "1830-1900"},
             "“Ann Lee” lived 1830–1900 by the text and 1830–1910 by the actor's record."),
    "late-gift": (Beside(givers={1: Life(1790, 1850)}), {"kind": "gift", "origin": "Dr. Fox"},
                  "A gift of 1870, but “Dr. Fox” had died in 1850."),
    "early-bequest": (Beside(givers={1: Life(1790, 1880)}), {"kind": "bequest"},
                      "A bequest of 1870, but “the giver” died in 1880."),
    "place": (Beside(places={1: (1888, None)}), {}, "1870 does not fit London: so named since 1888."),
}  # fmt: skip


@pytest.mark.parametrize("code", BESIDE)
def test_actors_and_places_are_asked_beside_the_record(code: str) -> None:
    beside, fault, sentence = BESIDE[code]
    record = sound()
    record["provenance"][1] |= {"life": "", **fault}
    assert {f.code: f.sentence for f in findings_of(record, YEAR, beside)} == {code: sentence}


def test_firms_are_founded_and_end_and_the_text_goes_before_the_record() -> None:
    record = sound()
    record["provenance"][1]["life"] = ""
    firm = Beside({1: Life(1875, 1900, is_person=False)})
    assert [f.sentence for f in findings_of(record, YEAR, firm)] == [
        "“Ann Lee” was founded in 1875, after 1870."
    ]
    record["provenance"][1]["life"] = "1868-1900"
    assert findings_of(record, YEAR, Beside({1: Life(1871, 1900)})) == []


def test_every_kind_of_finding_has_a_name() -> None:
    told = {*FAULTS, *BESIDE} - {"no-find", "source"}
    assert told | {"epoch", "none", "words"} == set(KINDS)


def test_a_chain_without_a_year_says_so() -> None:
    record = sound()
    for step in record["provenance"]:
        step["display_date"] = ""
    assert summary(chain_of(record, YEAR)) == "Keepers are known one after another, but not since when."
    record["provenance"][2]["is_direct"] = False
    assert summary(chain_of(record, YEAR)) == "Keepers are known, but not when; 1 link between them is open."


def test_the_summary_counts_open_links() -> None:
    record = sound()
    record["provenance"][1]["is_direct"] = False
    assert summary(chain_of(record, YEAR)) == "Known without gap since 1900; before that, 1 link is open."


def test_words_without_names_are_not_called_a_chain() -> None:
    record = sound()
    record["provenance"][1] |= {"party": None, "text": {"en": "its twin is in Berlin"}}
    assert summary(chain_of(record, YEAR)) == ""
    assert found(record)["words"] == "1 step is words alone: name who had it, so that it can be checked."


def test_a_chain_that_ends_elsewhere_is_not_without_gap() -> None:
    record = sound()
    del record["provenance"][3]
    said = "The chain ends with “Tom Lee”; how it came to Museum of the Sea Routes is not said."
    assert summary(chain_of(record, YEAR)) == said


def test_every_window_has_its_source_and_known_countries() -> None:
    assert len(windows()) >= 30
    for window in windows():
        assert window.begin <= window.end
        assert window.source
        assert all(len(code) == 2 for code in window.countries)


@pytest.mark.parametrize(
    ("words", "code"),
    [("Vienna, Austria", "AT"), ("Paris and New York", "FR"), ("Pittsburgh, PA", "US"), ("x", "")],
)
def test_words_for_a_place_give_its_country_of_today(words: str, code: str) -> None:
    assert country_of(words) == code
