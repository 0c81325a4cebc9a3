"""An exhibition as it may be shown at this moment: rooms, walls and works; asked at every showing, never remembered."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from collection.exports.card import card_of
from collection.models import Artwork
from exhibitions.arrangement import Room, Wall, arrangement_of, works_of
from exhibitions.blocks import KINDS
from exhibitions.blocks.kind import Place
from exhibitions.enums import CONSENT, WAITING, LoanState
from exhibitions.exports.frozen import face_of, rooms_of
from exhibitions.exports.limits import limited, limited_card
from exhibitions.models import Exhibition, Loan, Release
from members.languages import text_in
from members.models import Museum, slug_of


@dataclass
class Walk:
    """An exhibition read once: `works` are those that may be shown now, by their key; `keepers` are all, with their museum
    and no more."""

    exhibition: Exhibition
    sections: list[Room]
    works: dict[int, Artwork]
    keepers: dict[int, Artwork]
    loans: dict[int, Loan]
    release: Release | None = None

    @cached_property
    def cards(self) -> dict[int, dict[str, Any]]:
        """Key → props of the card component."""
        return {key: limited_card(card_of(work), self.loans.get(key)) for key, work in self.works.items()}

    @cached_property
    def hung(self) -> dict[int, str]:
        """Keys of the works that hang somewhere, in the order of walking, each once, with the first wall's anchor."""
        return {key: anchor for key, anchor in works_of(self.sections).items() if key in self.works}

    @cached_property
    def places(self) -> dict[int, Place]:
        """What the kinds of walls are shown of each work that hangs."""
        return {
            key: Place(
                card=self.cards.get(key),
                museum=self.keepers[key].museum.name,
                absence="" if key in self.works else absence(self.keepers[key], self.loans.get(key)),
            )
            for key in works_of(self.sections)
        }

    @property
    def versions(self) -> dict[int, int]:
        """Key → number of the version of the record that the release points to, of works that may be shown."""
        if self.release is None:
            return {}
        told = self.release.document["works"]
        return {
            key: number
            for key, work in self.works.items()
            if (number := told.get(work.public_id, {}).get("version"))
        }

    @property
    def latest(self) -> int | None:
        """The number that visitors see at the exhibition's own address."""
        return self.exhibition.release.number if self.exhibition.release else None

    @cached_property
    def organisers(self) -> list[Museum]:
        """The museums that made it: those of the release, by their present names."""
        if self.release is None:
            return list(self.exhibition.organisers.order_by("exhibition_museums__order"))
        slugs = self.release.document["organisers"]
        found = {museum.slug: museum for museum in Museum.objects.filter(slug__in=slugs)}
        return [found[slug] for slug in slugs if slug in found]

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


def walk_through(exhibition: Exhibition, *, preview: bool = False, release: Release | None = None) -> Walk:
    """Read a release, the latest if None, in a constant number of queries; a preview reads the studio instead. In both a
    work is shown only while its museum consents and its record is public."""
    shown = None if preview else (release or exhibition.release)
    if shown is None:
        sections = arrangement_of(exhibition)
    else:
        keys = dict(shown.release_works.values_list("artwork__public_id", "artwork"))
        sections = rooms_of(shown.document, keys)
    loans = {loan.artwork_id: loan for loan in exhibition.loans.all()}
    hung = [*works_of(sections), *filter(None, [exhibition.cover_id if shown is None else shown.cover_id])]
    keepers = Artwork.objects.select_related("museum").only("museum", "status").in_bulk(hung)
    seen = [key for key, work in keepers.items() if _is_shown(work, loans.get(key))]
    works = Artwork.objects.published().filter(pk__in=seen).with_card()
    return Walk(
        face_of(exhibition, shown) if shown else exhibition,
        [limited(room, loans) for room in sections],
        {work.pk: work for work in works},
        keepers,
        loans,
        shown,
    )


def _is_shown(work: Artwork, loan: Loan | None) -> bool:
    return work.is_public and loan is not None and loan.stands


def absence(work: Artwork, loan: Loan | None) -> str:
    """The courteous sentence in the place of a work that may not be shown: whose it is, and why it is not there. The
    museum's own words for why are between it and the curators."""
    told = {"museum": work.museum.name}
    if not work.is_public:
        return _("A work of %(museum)s hung here. Its record is no longer public.") % told
    if loan is not None and (loan.state == LoanState.EXPIRED or (loan.state in CONSENT and loan.is_over)):
        return _("A work of %(museum)s hung here; its loan has ended.") % told
    if loan is None or loan.state in WAITING or loan.state in CONSENT:
        return _("A work of %(museum)s is to hang here; the museum has not lent it yet.") % told
    return _("A work of %(museum)s hung here. The museum shows it elsewhere at present.") % told
