"""Makers and provenance in words, read into names, roles, kinds and dates."""

from __future__ import annotations

import pytest

from collection.enums import AgentRole, Attribution, Certainty, ProvenanceKind
from collection.imports.makers import makers_of
from collection.imports.phrases import phrases_of

MAKER, AUTHOR, PATRON = AgentRole.MAKER, AgentRole.AUTHOR, AgentRole.PATRON


@pytest.mark.parametrize(
    ("words", "makers"),
    [
        ("Katsushika Hokusai", [("Katsushika Hokusai", MAKER, Attribution.CERTAIN)]),
        ("traditionally attributed to Gu Kaizhi", [("Gu Kaizhi", MAKER, Attribution.TRADITIONALLY)]),
        ("attributed to Abd al-Samad and circle", [("Abd al-Samad", MAKER, Attribution.ATTRIBUTED)]),
        ("Giuseppe Castiglione (attributed)", [("Giuseppe Castiglione", MAKER, Attribution.ATTRIBUTED)]),
        ("Workshop of Musashiya Masayuki", [("Musashiya Masayuki", MAKER, Attribution.WORKSHOP)]),
        ("text by Rashid al-Din", [("Rashid al-Din", AUTHOR, Attribution.CERTAIN)]),
        (
            "after Matteo Ricci and Li Zhizao",
            [("Matteo Ricci", MAKER, Attribution.AFTER), ("Li Zhizao", MAKER, Attribution.AFTER)],
        ),
        (
            "William and John Linnell",
            [("William Linnell", MAKER, Attribution.CERTAIN), ("John Linnell", MAKER, Attribution.CERTAIN)],
        ),
        (
            "Félix Bracquemond for Eugène Rousseau",
            [
                ("Félix Bracquemond", MAKER, Attribution.CERTAIN),
                ("Eugène Rousseau", PATRON, Attribution.CERTAIN),
            ],
        ),
        ("Imperial kilns", []),
        ("Mughal court painters", []),
        ("", []),
    ],
)
def test_makers_of_words(words: str, makers: list[tuple[str, AgentRole, Attribution]]) -> None:
    assert [(m.name, m.role, m.attribution) for m in makers_of(words)] == makers


@pytest.mark.parametrize(
    ("words", "kind", "date", "years", "certainty"),
    [
        ("bought in 1903 from Captain Johnson", ProvenanceKind.PURCHASE, "1903", (1903, 1903), "certain"),
        ("found at Bimaran in the 1830s", ProvenanceKind.FIND, "the 1830s", (1830, 1839), "certain"),
        (
            "excavated by the French, 1937-1939",
            ProvenanceKind.FIND,
            "1937-1939",
            (1937, 1939),
            "certain",
        ),
        ("given by Sir Robert Brownrigg in 1830", ProvenanceKind.GIFT, "1830", (1830, 1830), "certain"),
        ("Layard Bequest, 1916", ProvenanceKind.BEQUEST, "1916", (1916, 1916), "certain"),
        ("looted in 1860", ProvenanceKind.SEIZURE, "1860", (1860, 1860), "certain"),
        ("taken to Japan in 1907", ProvenanceKind.TRANSFER, "1907", (1907, 1907), "certain"),
        ("said to come from Jerusalem", ProvenanceKind.UNKNOWN, "", (None, None), "possible"),
        ("on loan from 2009", ProvenanceKind.LOAN, "from 2009", (None, None), "certain"),
    ],
)
def test_phrases_of_words(
    words: str, kind: ProvenanceKind, date: str, years: tuple[int | None, int | None], certainty: str
) -> None:
    (phrase,) = phrases_of(f" {words} ;")
    assert (phrase.text, phrase.kind, phrase.display_date, phrase.certainty) == (
        words,
        kind,
        date,
        Certainty(certainty),
    )
    assert (phrase.span.as_fields()["earliest_begin"], phrase.span.as_fields()["latest_end"]) == years
