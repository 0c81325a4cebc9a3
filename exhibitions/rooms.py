"""An exhibition as its public page, its preview and its JSON show it: rooms, and what hangs in them."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch
from django.template.loader import render_to_string
from django.utils.text import slugify

from exhibitions.blocks import KINDS
from exhibitions.models import Block, BlockWork, Exhibition
from exhibitions.shown import cards_of
from members.languages import text_in
from members.models import slug_of


def sections_of(exhibition: Exhibition) -> list[Any]:
    """Its sections with blocks and placed works, in a constant number of queries."""
    works = BlockWork.objects.select_related("artwork__museum")
    blocks = Block.objects.prefetch_related(Prefetch("block_works", queryset=works))
    return list(exhibition.sections.prefetch_related(Prefetch("blocks", queryset=blocks)))


def rooms_of(exhibition: Exhibition, *, preview: bool = False) -> list[dict[str, Any]]:
    """[{anchor, section, walls: [html]}] in the order of walking."""
    shown = cards_of(exhibition, preview=preview)
    rooms = []
    for number, section in enumerate(sections_of(exhibition), start=1):
        walls = []
        for block in section.blocks.all():
            kind = KINDS[block.kind]
            walls.append(render_to_string(kind.template, kind.context(block, shown)))
        anchor = slugify(slug_of(text_in(section.titles, "en"))) or f"room-{number}"
        rooms.append({"anchor": anchor, "number": number, "section": section, "walls": walls})
    return rooms


def checklist_of(exhibition: Exhibition, *, preview: bool = False) -> list[dict[str, Any]]:
    """Cards of all works that may be shown, in the order of walking, each once."""
    shown = cards_of(exhibition, preview=preview)
    placed = BlockWork.objects.filter(block__section__exhibition=exhibition).order_by(
        "block__section__order", "block__order", "order", "pk"
    )
    ids = dict.fromkeys(placed.values_list("artwork_id", flat=True))
    return [shown[pk] for pk in ids if pk in shown]


def as_json(exhibition: Exhibition) -> list[dict[str, Any]]:
    """The rooms for machines; a work that may not be shown is told by its museum and nothing else."""
    shown = cards_of(exhibition)
    return [
        {
            "titles": section.titles,
            "text": section.text,
            "blocks": [_block_json(block, shown) for block in section.blocks.all()],
        }
        for section in sections_of(exhibition)
    ]


def _block_json(block: Block, shown: dict[int, dict[str, Any]]) -> dict[str, Any]:
    works = [
        {"id": shown[work.artwork_id]["public_id"]}
        if work.artwork_id in shown
        else {"id": None, "museum": work.artwork.museum.slug}
        for work in block.block_works.all()
    ]
    label_of_absent = block.kind == "artwork" and works and works[0]["id"] is None
    return {
        "kind": block.kind,
        "title": block.title,
        "text": {} if label_of_absent else block.text,
        "attribution": block.attribution or None,
        "artworks": works,
    }
