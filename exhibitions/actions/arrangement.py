"""The rooms of an exhibition as one value: written at once, compared, written again only where they differ."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from collection.actions.refusal import demand
from exhibitions.actions.exhibitions import lend
from exhibitions.arrangement import Room, arrangement_of
from exhibitions.enums import ExhibitionStatus
from exhibitions.models import BlockWork, Exhibition
from members.deeds import deed
from members.models import User
from members.permissions import Do


def arrange(exhibition: Exhibition, rooms: Sequence[Room], *, by: User | None) -> bool:
    """Make the rooms be `rooms`, each work with its loan. Gives False, and does nothing, where they are so already."""
    demand(by, Do.CURATE, exhibition, _("You do not curate this exhibition."))
    if arrangement_of(exhibition) == list(rooms):
        return False
    is_public = exhibition.status == ExhibitionStatus.PUBLISHED
    with deed("arrange", exhibition, by=by, is_public=is_public):
        exhibition.sections.all().delete()
        for order, room in enumerate(rooms, start=1):
            section = exhibition.sections.create(order=order, titles=room.titles, text=room.text)
            for number, wall in enumerate(room.walls, start=1):
                block = section.blocks.create(
                    order=number,
                    kind=wall.kind,
                    title=wall.title,
                    text=wall.text,
                    attribution=wall.attribution,
                    data=wall.data,
                )
                BlockWork.objects.bulk_create(
                    BlockWork(block=block, artwork_id=key, order=place)
                    for place, key in enumerate(wall.works)
                )
        lend(exhibition)
    return True
