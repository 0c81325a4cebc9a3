"""A chain written in the AAM form as the CMOA standard settles it, so that it reads back as the same chain."""

from __future__ import annotations

import re

from collection.provenance import methods
from collection.provenance.chain import Chain, Event, Party, Verbatim
from collection.provenance.sheet import keeps_point

_CERTAINTY = {"possible": "Possibly ", "probable": "Probably ", "disputed": "Possibly "}


def render(chain: Chain) -> str:
    """The whole text: periods, `;` where the work passed on directly, `.` where not, then the footnotes."""
    if len(chain.pieces) == 1 and isinstance(chain.pieces[0], Verbatim) and chain.pieces[0].is_whole:
        return chain.pieces[0].text
    said = [piece.text if isinstance(piece, Verbatim) else render_event(piece) for piece in chain.pieces]
    text = ""
    for at, (piece, words) in enumerate(zip(chain.pieces, said, strict=True)):
        following = said[at + 1] if at + 1 < len(said) else None
        text += words + _separator(words, piece.is_direct, following)
    if not chain.footnotes and not chain.loose:
        return text
    notes = [f"[{note.label}]. {note.text}".rstrip() for note in chain.footnotes]
    return text + "\n\nNotes:\n" + "\n".join([chain.loose, *notes] if chain.loose else notes)


def _separator(words: str, is_direct: bool, following: str | None) -> str:
    """A gap is a full stop, or a line break where the stop would be read as that of an abbreviation."""
    if is_direct:
        return ";" if following is None else "; "
    if following is None:
        return "" if keeps_point(words) else "."
    is_plain = re.search(r"(?:[\])?]|\d|\w{5,}|[^\W\d_]{3,}ed)$", words) and re.match(
        r"[^\W\d_a-zß-öø-ÿ]|[(\[]", following
    )
    return ". " if is_plain and not words.endswith(":") else "\n"


def render_event(event: Event) -> str:
    """One period without its separator."""
    words = _CERTAINTY.get(event.certainty, "") + _who(event)
    if event.agent:
        words += f", through {event.agent}"
    place = methods.place_words(event.kind) if not event.to and not event.origin and event.place else ""
    if place:
        words = f"{words} {place} {event.place}".replace("  ", " ") + ("?" if event.is_place_doubtful else "")
    for text, is_doubtful in (
        ("" if place else event.place, event.is_place_doubtful),
        (event.date, event.is_date_doubtful),
    ):
        if text:
            words += f", {text}" + ("?" if is_doubtful else "")
    for text in (event.lot, event.price, *event.unread):
        if text:
            words += f", {text}"
    words = words.removeprefix(", ")
    for remark in event.remarks:
        words += f" {remark}"
    if event.is_dealer:
        words = f"({words})"
    return words + "".join(f" [{label}]" for label in event.notes)


def _who(event: Event) -> str:
    if event.to:
        ahead = methods.preferred().get(event.kind, "") if event.kind != "unknown" else ""
        words = f"{ahead} {party_words(event.to)}".lstrip()
        return words + (f", from {party_words(event.origin)}" if event.origin else "")
    if event.origin:
        source = methods.source_words().get(event.kind)
        if source:
            return f"{source} {party_words(event.origin)}"
        return f"{methods.alone().get(event.kind) or ''}, from {party_words(event.origin)}"
    is_told = event.kind != "unknown" and not (event.place and methods.place_words(event.kind))
    return methods.alone().get(event.kind, "") if is_told else ""


def party_words(party: Party) -> str:
    """A name with doubt, life and clause: “John Doe? [1910-1995], his son”."""
    words = party.name + ("?" if party.is_doubtful else "")
    if party.life:
        words += f" [{party.life}]"
    return words + (f", {party.clause}" if party.clause else "")
