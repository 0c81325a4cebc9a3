"""Events of a chain as the fields of the record's provenance rows, and rows as events: text and table are one thing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from collection.provenance.chain import Chain, Event, Party, Verbatim
from collection.provenance.render import party_words, render, render_event

_KEYS = (
    "kind",
    "certainty",
    "is_direct",
    "is_dealer",
    "lot",
    "price",
    "is_place_doubtful",
    "is_date_doubtful",
)


def fields_of(chain: Chain, language: str = "en") -> list[dict[str, Any]]:
    """A row's fields for each piece. What was not understood is a row of kind “unknown” that holds the words alone."""
    notes = {note.label: note.text for note in chain.footnotes}
    rows = []
    for order, piece in enumerate(chain.pieces):
        row = (
            _of_event(piece, chain.text, notes)
            if isinstance(piece, Event)
            else {"is_direct": piece.is_direct}
        )
        if isinstance(piece, Verbatim):
            row |= {"kind": "unknown", "text": piece.text}
        rows.append({**row, "order": order, "text": {language: row["text"]}})
    return rows


def _of_event(event: Event, text: str, notes: dict[str, str]) -> dict[str, Any]:
    words = " ".join(text[slice(*event.source_span)].split()).rstrip(" ;.")
    to = event.to or Party("")
    return {
        "text": words or render_event(event),
        **{name: getattr(event, name) for name in _KEYS},
        "party_name": to.name,
        "party_life": to.life,
        "party_clause": to.clause,
        "is_party_doubtful": to.is_doubtful,
        "origin_name": party_words(event.origin) if event.origin else "",
        "through": event.agent,
        "place_name": event.place,
        "display_date": event.date,
        "source": " ".join(notes[label] for label in event.notes if label in notes),
        "note": "\n".join([*event.remarks, *event.unread]),
    }


def text_of(events: Iterable[Any]) -> str:
    """The CMOA text of a record's rows (of `provenance_events`, or anything with their fields)."""
    return render(Chain(tuple(_event(row) for row in events)))


def _event(row: Any) -> Event | Verbatim:
    if not (row.party_name or row.origin_name or row.place_name or row.kind != "unknown"):
        return Verbatim(next(iter(row.text.values()), ""), row.is_direct)
    to = (
        Party(row.party_name, row.party_life, row.party_clause, row.is_party_doubtful)
        if row.party_name
        else None
    )
    return Event(
        **{name: getattr(row, name) for name in _KEYS},
        to=to,
        origin=Party(row.origin_name) if row.origin_name else None,
        agent=row.through,
        place=row.place_name,
        date=row.display_date,
        remarks=tuple(line for line in row.note.splitlines() if line[:1] in "[(" and line[-1:] in "])"),
    )
