"""What a provenance text says, as values: parties, events, pieces that were not understood, and footnotes.

Spans are offsets into the text that was read, [start, end). They are left out of comparisons: two texts that say
the same have equal chains.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Party:
    """A keeper, dealer or museum as the text names it; `life` is “1882-1980”, `clause` “his daughter”."""

    name: str
    life: str = ""
    clause: str = ""
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """How the work came to a keeper, and what is said of their keeping.

    `origin` is whom it came from where the text says so. `is_direct`: nobody stood between this keeper and the
    next (`;` in the text, where `.` leaves a gap). `date` holds the text's own words, see `hold.hold_of`.
    """

    kind: str = "unknown"
    to: Party | None = None
    origin: Party | None = None
    agent: str = ""
    place: str = ""
    is_place_doubtful: bool = False
    date: str = ""
    is_date_doubtful: bool = False
    certainty: str = "certain"
    is_direct: bool = False
    is_dealer: bool = False
    lot: str = ""
    price: str = ""
    remarks: tuple[str, ...] = ()  # in brackets, with their brackets
    notes: tuple[str, ...] = ()  # labels of footnotes
    unread: tuple[str, ...] = ()  # words inside the event that were not understood
    source_span: Offsets = field(default=(0, 0), compare=False)
    spans: Mapping[str, Offsets] = field(default_factory=dict, compare=False)
    unread_spans: tuple[Offsets, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A piece that was not understood, kept in its place as it stands; `is_whole`: it is all of the text."""

    text: str
    is_direct: bool = False
    is_whole: bool = False
    source_span: Offsets = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Footnote:
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Chain:
    """A whole text: its pieces in order, its footnotes, and what stood among the footnotes without a label."""

    pieces: tuple[Event | Verbatim, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    loose: str = ""
    text: str = field(default="", compare=False)
    footnotes_span: Offsets = field(default=(0, 0), compare=False)

    @property
    def events(self) -> list[Event]:
        return [piece for piece in self.pieces if isinstance(piece, Event)]

    @property
    def is_understood(self) -> bool:
        """Every piece became an event, and no event holds words that were not read."""
        return not self.loose and all(isinstance(piece, Event) and not piece.unread for piece in self.pieces)

    @property
    def flagged(self) -> list[Offsets]:
        """What was not understood, as offsets in order; with the footnotes, which belong to events by label."""
        found = [piece.source_span for piece in self.pieces if isinstance(piece, Verbatim)]
        found += [span for event in self.events for span in event.unread_spans]
        if self.footnotes_span[1] > self.footnotes_span[0]:
            found.append(self.footnotes_span)
        if not self.pieces and self.text:  # nothing but white space, or footnotes alone
            found.append((0, self.footnotes_span[0] or len(self.text)))
        return sorted(found)
