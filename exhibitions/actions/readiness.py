"""The checklist before an opening: what an exhibition still needs, and what it would be better for, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from collection.models import Artwork
from exhibitions.actions.references import broken_links
from exhibitions.arrangement import Room, Wall, arrangement_of, works_of
from exhibitions.blocks import KINDS
from exhibitions.blocks.richtext import plain
from exhibitions.enums import CONSENT, WAITING, BlockKind, LoanState
from exhibitions.models import Exhibition, Loan
from exhibitions.schemes import ENOUGH, weakest

LABEL_WORDS, WALL_WORDS = 120, 300  # what people read standing


@dataclass(frozen=True)
class Item:
    """One thing to see to. `must`: without it there is no release. `noun` and `key` say where: a block, a section, a loan,
    a fact of the exhibition by its name."""

    code: str
    sentence: str
    must: bool = False
    noun: str = "exhibition"
    key: int | str = ""


@dataclass
class Subject:
    """What the checks read, fetched in a constant number of queries."""

    exhibition: Exhibition
    rooms: list[Room]
    works: dict[int, Artwork]
    loans: dict[int, Loan]
    broken: set[str] = field(default_factory=set)


def subject_of(exhibition: Exhibition) -> Subject:
    rooms = arrangement_of(exhibition)
    works = Artwork.objects.filter(pk__in=works_of(rooms)).with_card().in_bulk()
    loans = {loan.artwork_id: loan for loan in exhibition.loans.all()}
    texts = [text for _noun, _key, text in _texts(exhibition, rooms)]
    return Subject(exhibition, rooms, works, loans, broken_links(t for text in texts for t in text.values()))


def checklist(exhibition: Exhibition) -> list[Item]:
    """All that is to be seen to, what must be before what should be."""
    subject = subject_of(exhibition)
    checks = (_opening, _walls, _consent, _alternatives, _translations, _colours, _lengths, _references)
    found = [item for check in checks for item in check(subject)]
    return sorted(found, key=lambda item: not item.must)


def missing_for_opening(exhibition: Exhibition) -> list[str]:
    """Sentences a curator understands; an empty list if it may open."""
    return [item.sentence for item in checklist(exhibition) if item.must]


# --- the checks ----------------------------------------------------------------------------------------
def _opening(subject: Subject) -> Iterator[Item]:
    if not subject.exhibition.titles:
        yield Item("title", _("Give the exhibition a title."), True, key="titles")
    if not subject.exhibition.summary:
        yield Item("summary", _("The summary is empty: it stands on the poster."), True, key="summary")
    if not subject.rooms:
        yield Item("sections", _("There is no section yet."), True)
    for room in subject.rooms:
        if not room.walls:
            sentence = _("The section “%(section)s” is empty.") % {"section": room}
            yield Item("empty", sentence, True, "section", room.key)


def _walls(subject: Subject) -> Iterator[Item]:
    for wall in _all_walls(subject):
        for sentence in KINDS[wall.kind].faults(wall):
            yield Item("wall", sentence, True, "block", wall.key)
        for key in wall.works:
            if not subject.works[key].is_public:
                sentence = _("“%(work)s” is not published.") % {"work": subject.works[key]}
                yield Item("unpublished", sentence, True, "block", wall.key)


def _consent(subject: Subject) -> Iterator[Item]:
    """A work that waits for its museum is not released; one that was taken back may leave its note on the wall."""
    closes = subject.exhibition.closes_at
    for key in works_of(subject.rooms):
        loan, told = subject.loans.get(key), {"work": subject.works[key]}
        if loan is None or loan.state in WAITING:
            sentence = _("“%(work)s” is not lent: its museum has not agreed.") % told
            yield Item("loan", sentence, True, "loan", loan.pk if loan else "")
        elif loan.state in (LoanState.RECALLED, LoanState.EXPIRED) or (
            loan.state in CONSENT and loan.is_over
        ):
            yield Item(
                "loan-ended",
                _("“%(work)s” is no longer lent: a note hangs in its place.") % told,
                False,
                "loan",
                loan.pk,
            )
        elif closes and loan.period_until and loan.period_until < closes.date():
            yield Item(
                "loan-ends",
                _("“%(work)s” is lent for a shorter time than the exhibition is open.") % told,
                False,
                "loan",
                loan.pk,
            )
        if loan is not None and loan.state == LoanState.GRANTED and _label(subject, key) != loan.label:
            sentence = _("The label of “%(work)s” is not the one its museum agreed to: ask again.") % told
            yield Item("label-changed", sentence, True, "loan", loan.pk)


def _alternatives(subject: Subject) -> Iterator[Item]:
    for wall in _all_walls(subject):
        for key in wall.works:
            images = list(subject.works[key].images.all())
            if images and not images[0].alt:
                sentence = _("The photograph of “%(work)s” has no description for those who do not see it.")
                yield Item("alt", sentence % {"work": subject.works[key]}, False, "block", wall.key)


def _translations(subject: Subject) -> Iterator[Item]:
    for noun, key, text in _texts(subject.exhibition, subject.rooms):
        missing = [tag for tag in subject.exhibition.languages if text and tag not in text]
        if missing:
            sentence = _("Not yet in %(languages)s.") % {"languages": ", ".join(missing)}
            yield Item("untranslated", sentence, False, noun, key)


def _colours(subject: Subject) -> Iterator[Item]:
    if weakest(subject.exhibition.scheme) < ENOUGH:
        yield Item("contrast", _("Words in these colours cannot be read by all."), True, key="scheme")


def _lengths(subject: Subject) -> Iterator[Item]:
    for room in subject.rooms:
        yield from _long(room.text, WALL_WORDS, "section", room.key)
        for wall in room.walls:
            is_label = wall.kind == BlockKind.ARTWORK
            yield from _long(wall.text, LABEL_WORDS if is_label else WALL_WORDS, "block", wall.key)


def _long(text: dict[str, str], limit: int, noun: str, key: int) -> Iterator[Item]:
    for tag, words in text.items():
        count = len(plain(words).split())
        if count > limit:
            told = {"tag": tag, "count": count, "limit": limit}
            sentence = _("The text for “%(tag)s” has %(count)d words; people read about %(limit)d.") % told
            yield Item("long", sentence, False, noun, key)


def _references(subject: Subject) -> Iterator[Item]:
    for noun, key, text in _texts(subject.exhibition, subject.rooms):
        words = " ".join(text.values())
        for path in sorted(path for path in subject.broken if f"]({path}" in words):
            yield Item("broken", _("“%(path)s” leads nowhere.") % {"path": path}, False, noun, key)


# --- how -----------------------------------------------------------------------------------------------
def _all_walls(subject: Subject) -> Iterator[Wall]:
    return (wall for room in subject.rooms for wall in room.walls)


def _label(subject: Subject, key: int) -> dict[str, str]:
    for wall in _all_walls(subject):
        if wall.kind == BlockKind.ARTWORK and wall.works == (key,):
            return wall.text
    return {}


def _texts(exhibition: Exhibition, rooms: list[Room]) -> Iterator[tuple[str, Any, dict[str, str]]]:
    """(noun, key, text) of all that is written."""
    for name in ("titles", "subtitles", "summary", "introduction", "theme", "credits"):
        yield "exhibition", name, getattr(exhibition, name)
    for room in rooms:
        yield "section", room.key, room.titles
        yield "section", room.key, room.text
        for wall in room.walls:
            yield "block", wall.key, wall.title
            yield "block", wall.key, wall.text
