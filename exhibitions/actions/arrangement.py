"""The rooms of an exhibition as one value: written at once, compared, written again only where they differ."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from collection.actions.refusal import demand
from exhibitions.actions.changes import changing
from exhibitions.actions.consents import lend
from exhibitions.actions.order import GAP
from exhibitions.arrangement import Room, arrangement_of
from exhibitions.models import BlockWork, Exhibition
from members.models import User
from members.permissions import Do


def arrange(exhibition: Exhibition, rooms: Sequence[Room], *, by: User | None) -> bool:
    """Make the rooms be `rooms`, each work with its loan. Gives False, and does nothing, where they are so already."""
    demand(by, Do.CURATE, exhibition, _("You do not curate this exhibition."))
    if arrangement_of(exhibition) == list(rooms):
        return False
    with changing(exhibition, "arrange", by=by):
        hang(exhibition, rooms)
    return True


def hang(exhibition: Exhibition, rooms: Sequence[Room]) -> None:
    """Open these rooms instead of those that are there, which go to the depot of the studio. Call it within a deed."""
    exhibition.sections.update(removed_at=timezone.now())
    for place, room in enumerate(rooms, start=1):
        section = exhibition.sections.create(order=place * GAP, titles=room.titles, text=room.text)
        for number, wall in enumerate(room.walls, start=1):
            block = section.blocks.create(
                order=number * GAP,
                kind=wall.kind,
                title=wall.title,
                text=wall.text,
                attribution=wall.attribution,
                data=wall.data,
            )
            BlockWork.objects.bulk_create(
                BlockWork(block=block, artwork_id=key, order=order) for order, key in enumerate(wall.works)
            )
    lend(exhibition)
