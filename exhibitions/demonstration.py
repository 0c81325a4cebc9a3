"""The demonstration's exhibitions, read from TOML files and made by the same actions that curators use."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from django.db import transaction

from collection.models import Artwork
from exhibitions.actions.exhibitions import place, publish
from exhibitions.models import Exhibition
from members.models import Museum, User

_TEXTS = ("titles", "subtitles", "summary", "introduction", "credits")


class IncompleteError(Exception):
    """A file names a work that is not in the collection."""


def load(path: Path, *, by: User | None) -> Exhibition:
    """The exhibition of one file, public; one that is there already is left as it is.

    One transaction: a load that is killed leaves nothing of it. Raises IncompleteError.
    """
    with path.open("rb") as file:
        told = tomllib.load(file)
    there = Exhibition.objects.filter(slug=told["slug"]).first()
    if there is not None:
        return there
    works = _works(told)
    with transaction.atomic():
        exhibition = Exhibition.objects.create(
            slug=told["slug"],
            cover=works.get(told.get("cover", "")),
            venue=told.get("venue", ""),
            venue_from=told.get("venue_from"),
            venue_until=told.get("venue_until"),
            is_demonstration=True,
            **{name: told.get(name, {}) for name in _TEXTS},
        )
        for order, slug in enumerate(told.get("organisers", [])):
            exhibition.exhibition_museums.create(museum=Museum.objects.get(slug=slug), order=order)
        for order, room in enumerate(told["sections"]):
            _section(exhibition, order, room, works)
        return publish(exhibition, by=by)


def _works(told: dict[str, Any]) -> dict[str, Artwork]:
    names = {
        name
        for room in told["sections"]
        for block in room.get("blocks", [])
        for name in block.get("artworks", [])
    } | ({told["cover"]} if told.get("cover") else set())
    found = {
        work.source_id: work for work in Artwork.objects.filter(source_id__in=names, is_demonstration=True)
    }
    if missing := sorted(names - found.keys()):
        raise IncompleteError(
            f"{told['slug']} names works that are not in the collection: {', '.join(missing)}"
        )
    return found


def _section(exhibition: Exhibition, order: int, room: dict[str, Any], works: dict[str, Artwork]) -> None:
    section = exhibition.sections.create(order=order, titles=room["titles"], text=room.get("text", {}))
    for number, told in enumerate(room.get("blocks", [])):
        block = section.blocks.create(
            order=number,
            kind=told["kind"],
            title=told.get("title", {}),
            text=told.get("text", {}),
            attribution=told.get("attribution", ""),
        )
        place(block, [works[name] for name in told.get("artworks", [])])
