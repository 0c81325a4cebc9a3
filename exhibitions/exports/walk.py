"""An exhibition as it may be shown at this moment: rooms, walls and works; asked at every showing, never remembered."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet
from django.template.loader import render_to_string

from collection.exports.card import card_of
from collection.models import Artwork
from exhibitions.arrangement import Room, Wall, arrangement_of, works_of
from exhibitions.blocks import KINDS
from exhibitions.blocks.kind import Place
from exhibitions.enums import LoanState
from exhibitions.models import BlockWork, Exhibition, Loan
from members.languages import text_in
from members.models import Museum, slug_of


@dataclass
class Walk:
    """An exhibition read once: `works` are those that may be shown now, by their key; `keepers` the museums of all."""

    exhibition: Exhibition
    sections: list[Room]
    works: dict[int, Artwork]
    keepers: dict[int, Museum]

    @cached_property
    def cards(self) -> dict[int, dict[str, Any]]:
        """Key → props of the card component."""
        return {key: card_of(work) for key, work in self.works.items()}

    @cached_property
    def hung(self) -> dict[int, str]:
        """Keys of the works that hang somewhere, in the order of walking, each once, with the first wall's anchor."""
        return {key: anchor for key, anchor in works_of(self.sections).items() if key in self.works}

    @cached_property
    def places(self) -> dict[int, Place]:
        """What the kinds of walls are shown of each work that hangs."""
        return {
            key: Place(card=self.cards.get(key), museum=self.keepers[key].name)
            for key in works_of(self.sections)
        }

    @property
    def checklist(self) -> list[dict[str, Any]]:
        """Cards of the works in the order of walking."""
        return [self.cards[key] for key in self.hung]

    @property
    def lenders(self) -> list[tuple[Museum, int]]:
        """The museums whose works hang here, and how many."""
        counts: dict[int, int] = {}
        museums: dict[int, Museum] = {}
        for key in self.hung:
            museum = self.works[key].museum
            museums[museum.pk] = museum
            counts[museum.pk] = counts.get(museum.pk, 0) + 1
        return [(museums[pk], counts[pk]) for pk in sorted(museums, key=lambda pk: museums[pk].sort_name)]

    @property
    def cover(self) -> dict[str, Any] | None:
        """The card of the work on the cover; of the first work where the cover may not be shown."""
        key = (
            self.exhibition.cover_id
            if self.exhibition.cover_id in self.works
            else next(iter(self.hung), None)
        )
        return self.cards[key] if key is not None else None

    def rooms(self) -> list[dict[str, Any]]:
        """[{anchor, number, section, works, walls: [{anchor, html}]}] in the order of walking."""
        rooms = []
        anchors: set[str] = {"works", "credits", "main"}
        for number, section in enumerate(self.sections, start=1):
            anchor = slug_of(text_in(section.titles, "en"))
            anchor = f"room-{number}" if anchor in anchors else anchor
            anchors.add(anchor)
            walls = [{"anchor": wall.anchor, "html": self._wall(wall)} for wall in section.walls]
            works = sum(len(wall.works) for wall in section.walls)
            rooms.append(
                {"anchor": anchor, "number": number, "section": section, "works": works, "walls": walls}
            )
        return rooms

    def _wall(self, wall: Wall) -> str:
        kind = KINDS[wall.kind]
        return render_to_string(kind.template, kind.context(wall, self.places))


def walk_through(exhibition: Exhibition, *, preview: bool = False) -> Walk:
    """Read an exhibition in a constant number of queries. A preview shows works before their loan is made."""
    works = _previewed(exhibition) if preview else _shown(exhibition)
    sections = arrangement_of(exhibition)
    keepers = Artwork.objects.select_related("museum").only("museum").in_bulk(list(works_of(sections)))
    return Walk(
        exhibition,
        sections,
        {work.pk: work for work in works.with_card()},  # type: ignore[attr-defined]
        {key: work.museum for key, work in keepers.items()},
    )


def _shown(exhibition: Exhibition) -> QuerySet[Artwork]:
    lent = Loan.objects.shown().filter(exhibition=exhibition)
    return Artwork.objects.published().filter(pk__in=lent.values("artwork"))


def _previewed(exhibition: Exhibition) -> QuerySet[Artwork]:
    placed = BlockWork.objects.hanging().filter(block__section__exhibition=exhibition)
    wanted = Q(pk__in=placed.values("artwork"))
    recalled = Loan.objects.filter(exhibition=exhibition, state=LoanState.RECALLED)
    found = Artwork.objects.published().filter(wanted | Q(pk=exhibition.cover_id))
    return found.exclude(pk__in=recalled.values("artwork"))
