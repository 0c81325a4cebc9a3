"""Words erased by law from a work, in exhibitions: labels beside it lose them, other texts of the show are told of."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from collection.actions.erasing_beside import Reached, holds, rid_of
from collection.actions.erasing_rows import Words
from collection.models import Artwork
from exhibitions.models import Block, Exhibition, Section
from members.deeds import deed
from members.models import User


def beside(work: Artwork, gone: Words, *, by: User | None, note: str) -> list[Reached]:
    """Blocks that hang the work are rid of the words; rooms and exhibitions around them belong to their curators, who
    decide whether the words there are of this work."""
    found: dict[Reached, None] = {}
    blocks = Block.objects.filter(block_works__artwork=work).select_related("section__exhibition").distinct()
    for block in blocks:
        exhibition = block.section.exhibition
        if holds(block, gone):
            with deed("erase", exhibition, by=by, note=note):
                rid_of(block, gone)
            found[_told(exhibition, is_erased=True)] = None
    shows = Exhibition.objects.filter(sections__blocks__in=blocks) | Exhibition.objects.filter(cover=work)
    for exhibition in shows.distinct().order_by("pk"):
        around: list[Any] = [exhibition, *Section.objects.filter(exhibition=exhibition)]
        around += Block.objects.filter(section__exhibition=exhibition)
        if any(holds(one, gone) for one in around):
            found[_told(exhibition, is_erased=False)] = None
    return list(found)


def _told(exhibition: Exhibition, *, is_erased: bool) -> Reached:
    words = _("Exhibition: %(title)s") % {"title": exhibition}
    return Reached(words, reverse("admin:exhibitions_exhibition_change", args=[exhibition.pk]), is_erased)
