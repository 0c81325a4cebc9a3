"""A chain as JSON: what `manage.py parse_provenance` prints and the admin draws."""

from __future__ import annotations

from typing import Any

from collection.provenance.chain import Chain, Event, Party
from collection.provenance.hold import hold_of
from collection.provenance.parse import parse
from collection.provenance.render import render


def document(text: str) -> dict[str, Any]:
    """`{text, events, rest, notes, understood, rendered}` of a provenance text; spans are offsets into it.

    `rest` are the parts that are no event or were not read inside one, and the footnotes at the end.
    """
    chain = parse(text)
    return {
        "text": text,
        "events": events_of(chain),
        "rest": [list(span) for span in chain.flagged],
        "notes": {note.label: note.text for note in chain.footnotes},
        "understood": chain.is_understood,
        "rendered": render(chain),
    }


def events_of(chain: Chain) -> list[dict[str, Any]]:
    """Events in order. Where the text does not say from whom, and the keeper before passed the work on directly,
    `from` is that keeper and `from_basis` is “order”."""
    found: list[dict[str, Any]] = []
    before: Event | None = None
    for piece in chain.pieces:
        if not isinstance(piece, Event):
            before = None
            continue
        implied = before.to if before and before.is_direct and not piece.origin else None
        found.append(_event(piece, implied))
        before = piece
    return found


def _event(event: Event, implied: Party | None) -> dict[str, Any]:
    origin = event.origin or implied
    return {
        "kind": event.kind,
        **_party("from", origin),
        "from_basis": "text" if event.origin else "order" if implied else None,
        **_party("to", event.to),
        "agent": event.agent or None,
        "place": event.place or None,
        "date": _date(event),
        "certainty": event.certainty,
        "doubtful": [name for name, is_so in _doubtful(event) if is_so],
        "direct": event.is_direct,
        "dealer": event.is_dealer,
        "lot": event.lot or None,
        "price": event.price or None,
        "remarks": list(event.remarks),
        "notes": list(event.notes),
        "unread": list(event.unread),
        "source_span": list(event.source_span),
        "spans": {name: list(span) for name, span in event.spans.items()},
    }


def _doubtful(event: Event) -> list[tuple[str, bool]]:
    return [
        ("to", bool(event.to and event.to.is_doubtful)),
        ("from", bool(event.origin and event.origin.is_doubtful)),
        ("place", event.is_place_doubtful),
        ("date", event.is_date_doubtful),
    ]


def _party(name: str, party: Party | None) -> dict[str, str | None]:
    """The name, and beside it life and clause: `to`, `to_life`, `to_clause`."""
    if party is None:
        return {name: None, f"{name}_life": None, f"{name}_clause": None}
    return {name: party.name, f"{name}_life": party.life or None, f"{name}_clause": party.clause or None}


def _date(event: Event) -> dict[str, Any] | None:
    if not event.date:
        return None
    hold = hold_of(event.date)
    return {
        "text": event.date,
        "understood": hold.is_understood,
        "edtf": hold.edtf or None,
        "earliest_begin": hold.earliest_begin,
        "latest_begin": hold.latest_begin,
        "earliest_end": hold.earliest_end,
        "latest_end": hold.latest_end,
    }
