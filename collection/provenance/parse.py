"""Text → chain. Every letter of the text lies in a piece or in the footnotes; linear in the length of the text."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from collection.provenance import split
from collection.provenance.chain import Chain, Event, Offsets, Verbatim
from collection.provenance.period import read_period
from collection.provenance.render import render, render_event
from collection.provenance.sheet import keeps_point
from collection.provenance.split import Period


def parse(text: str) -> Chain:
    """Read a provenance text. Never raises; what is not understood is kept verbatim in its place.

    What is written of a chain reads back as that chain. A text of which that cannot be kept is one verbatim piece.
    """
    chain = _read(text)
    if _read(render(chain)) == chain:
        return chain
    return Chain((Verbatim(text, is_whole=True, source_span=(0, len(text))),), text=text)


def _read(text: str) -> Chain:
    end, notes_begin = split.main_and_notes(text)
    pieces = tuple(_piece(text, period) for period in split.periods(text, end))
    footnotes, loose = split.footnotes(text[notes_begin:])
    span = (end, len(text)) if end < len(text) else (0, 0)
    return Chain(_covering(pieces, end), footnotes, loose, text, span)


def _covering(pieces: tuple[Event | Verbatim, ...], end: int) -> tuple[Event | Verbatim, ...]:
    """White space before the first piece belongs to it."""
    if not pieces:
        return pieces
    first = pieces[0]
    return (replace(first, source_span=(0, first.source_span[1])), *pieces[1:])


def _piece(text: str, period: Period) -> Event | Verbatim:
    span: Offsets = (period.start, period.end)
    body = text[period.body_start : period.body_end]
    words = body.rstrip(" \t\r\n,.")
    if body[len(words) :].startswith(".") and keeps_point(words):
        words += "."
    event = _event_of(words)
    if event:
        event = _moved(event, period.body_start)
        return replace(event, is_direct=period.is_direct, source_span=span)
    return Verbatim(body.strip(), period.is_direct, source_span=span)


@lru_cache(maxsize=8192)
def _event_of(words: str) -> Event | None:
    """The event a period tells. One that would not read back from its own words was not understood."""
    event = read_period(words)
    return event if event and read_period(render_event(event)) == event else None


def _moved(event: Event, by: int) -> Event:
    """The same with its spans counted from the beginning of the text."""
    spans = {name: (begin + by, end + by) for name, (begin, end) in event.spans.items()}
    return replace(
        event, spans=spans, unread_spans=tuple((begin + by, end + by) for begin, end in event.unread_spans)
    )
