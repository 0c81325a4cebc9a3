"""The rooms of an exhibition as one value: what hangs on the walls now, or hung there in a release."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from exhibitions.enums import BlockKind
from exhibitions.models import Block, Exhibition, Section
from members.languages import text_in


@dataclass(frozen=True)
class Wall:
    """What hangs on one wall; `works` are keys of artworks, in order. Two walls are equal if they show the same."""

    kind: str
    title: dict[str, str] = field(default_factory=dict)
    text: dict[str, str] = field(default_factory=dict)
    attribution: str = ""
    works: tuple[int, ...] = ()
    data: dict[str, Any] = field(default_factory=dict)
    key: int = field(default=0, compare=False)  # of the block
    number: int = field(default=0, compare=False)  # its place in the room, from 1

    def __str__(self) -> str:
        return f"{BlockKind(self.kind).label} {self.number}"

    @property
    def anchor(self) -> str:
        return f"wall-{self.key}"


@dataclass(frozen=True)
class Room:
    """A room with its walls."""

    titles: dict[str, str]
    text: dict[str, str] = field(default_factory=dict)
    walls: tuple[Wall, ...] = ()
    key: int = field(default=0, compare=False)  # of the section

    def __str__(self) -> str:
        return text_in(self.titles)


def arrangement_of(exhibition: Exhibition) -> list[Room]:
    """The rooms as they stand in the studio, in three queries."""
    return [room_of(section) for section in exhibition.sections.prefetch_related("blocks__block_works")]


def room_of(section: Section) -> Room:
    """A room from its rows; `blocks__block_works` fetched before."""
    walls = tuple(wall_of(block, number) for number, block in enumerate(section.blocks.all(), start=1))
    return Room(section.titles, section.text, walls, section.pk)


def wall_of(block: Block, number: int = 0) -> Wall:
    """A wall from its rows; `block_works` fetched before."""
    works = tuple(placed.artwork_id for placed in block.block_works.all())
    return Wall(block.kind, block.title, block.text, block.attribution, works, block.data, block.pk, number)


def works_of(rooms: list[Room]) -> dict[int, str]:
    """Keys of the works that hang somewhere, in the order of walking, each once, with its first wall's anchor."""
    found: dict[int, str] = {}
    for room in rooms:
        for wall in room.walls:
            for key in wall.works:
                found.setdefault(key, wall.anchor)
    return found


def label_of(exhibition: Exhibition, artwork: int) -> dict[str, str]:
    """The exhibition's own label of a work: the words on the first wall that it has to itself."""
    walls = Block.objects.filter(
        section__exhibition=exhibition,
        section__removed_at=None,
        kind=BlockKind.ARTWORK,
        block_works__artwork=artwork,
    )
    found = walls.order_by("section__order", "section", "order", "pk").values_list("text", flat=True).first()
    return found or {}
