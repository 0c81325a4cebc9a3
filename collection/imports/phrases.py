"""How a work came to its keeper, in short phrases joined by semicolons, read into events. Pure.

A simple reader for imports; the text is kept as it is beside what was read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from collection.dates import words as date_words
from collection.dates.spans import Span
from collection.enums import Certainty, ProvenanceKind

_KINDS = [
    (ProvenanceKind.SEIZURE, r"looted|taken (?:at|by)|confiscated|booty|plundered|stolen"),
    (ProvenanceKind.RETURN, r"returned|recovered in|restitut"),
    (ProvenanceKind.PURCHASE, r"bought|purchase|at auction"),
    (ProvenanceKind.BEQUEST, r"bequ|left to"),
    (ProvenanceKind.EXCHANGE, r"exchanged"),
    (ProvenanceKind.GIFT, r"\bgiven\b|\bgifts?\b|donated|presented"),
    (
        ProvenanceKind.FIND,
        r"excavated|\bfound\b|discovered|salvaged|unearthed|crypt opened|opened in|raised|from the wreck",
    ),
    (ProvenanceKind.COMMISSION, r"commissioned|made for|made as|ordered|inscribed for|supplied by"),
    (ProvenanceKind.LOAN, r"on loan|\blent\b"),
    (
        ProvenanceKind.TRANSFER,
        r"transfer|moved|carried|brought|taken to|removed from|sent to|came to|delivered",
    ),
    (ProvenanceKind.INHERITANCE, r"inherited|by descent"),
]
_MATCHES = [(kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KINDS]
_DATE = re.compile(
    r"(?:(?:around|about|c\.|before|after|by|until|from) )?(?:the )?(?:early |mid-|late )?"
    r"(?:\b1\d{3}|\b20\d\d|(?<=in )[2-9]\d\d\b)(?:s\b|[-\u2013](?:1\d{3}|20\d\d)\b)?|"
    r"\b\d{1,2}(?:st|nd|rd|th) century",
    re.IGNORECASE,
)
_DOUBT = re.compile(r"said to|traditionally|probably|perhaps|possibly|\blinked with\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One event in words, and what was read in it."""

    text: str
    kind: ProvenanceKind
    display_date: str
    edtf: str
    span: Span
    certainty: Certainty


def phrases_of(text: str) -> list[Phrase]:
    """The events of a provenance text, in order."""
    return [_phrase(part.strip()) for part in text.split(";") if part.strip()]


def _phrase(text: str) -> Phrase:
    found = [(match.start(), kind) for kind, pattern in _MATCHES if (match := pattern.search(text))]
    kind = min(found, key=lambda item: item[0])[1] if found else ProvenanceKind.UNKNOWN
    date = _DATE.search(text)
    reading = date_words.read(date[0].removeprefix("the ")) if date else None
    if reading is None or not reading.span.is_bounded:
        display, edtf, span = (date[0] if date else ""), "", Span()
    else:
        display, edtf, span = date[0] if date else "", reading.edtf, reading.span
    certainty = Certainty.POSSIBLE if _DOUBT.search(text) else Certainty.CERTAIN
    return Phrase(text, kind, display, edtf, span, certainty)
