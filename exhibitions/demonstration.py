"""The demonstration's exhibitions, read from TOML files and made by the same actions that curators use."""

from __future__ import annotations

import tomllib
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.db import transaction

from collection.actions.refusal import Refused
from collection.models import Artwork
from exhibitions.actions.arrangement import arrange
from exhibitions.actions.exhibitions import describe, publish, start
from exhibitions.actions.releases import Unchanged, freeze, release
from exhibitions.arrangement import Room, Wall
from exhibitions.enums import ExhibitionStatus
from exhibitions.models import Exhibition
from members.deeds import deed
from members.models import Deed, Museum, User

_TEXTS = ("titles", "subtitles", "summary", "introduction", "credits")


def load(path: Path, *, by: User | None) -> Exhibition:
    """The exhibition of one file, public. A second load changes nothing; a corrected file is taken over, unless
    a person has worked on the exhibition meanwhile.

    One transaction: a load that is killed leaves nothing of it. Raises Refused for a file that names a work or
    a museum that is not there.
    """
    with path.open("rb") as file:
        told = tomllib.load(file)
    works = _works(told)
    facts = _facts(told, works)
    with transaction.atomic():
        exhibition = Exhibition.objects.filter(slug=told["slug"]).first()
        if exhibition is None:
            exhibition = start(by=by, slug=told["slug"], is_demonstration=True, **facts)
        elif _is_worked_on(exhibition):
            return exhibition
        else:
            describe(exhibition, by=by, **facts)
        _organisers(exhibition, told.get("organisers", []))
        arrange(exhibition, [_room(room, works) for room in told["sections"]], by=by)
        if exhibition.status == ExhibitionStatus.DRAFT:
            publish(exhibition, by=by)
        else:
            release_again(exhibition, by=by)
        return exhibition


def release_again(exhibition: Exhibition, *, by: User | None) -> None:
    """Let visitors see what has changed; one that was public before there were releases gets its first."""
    with suppress(Unchanged):
        release(exhibition, by=by)


def release_all() -> None:
    """The demonstration's exhibitions that are public and have no release yet, as they stand."""
    rows = Exhibition.objects.filter(
        is_demonstration=True, status=ExhibitionStatus.PUBLISHED, release__isnull=True
    )
    for exhibition in rows:
        with deed("release", exhibition, by=None, is_public=True):
            freeze(exhibition, by=None)


def _is_worked_on(exhibition: Exhibition) -> bool:
    """A person has done something to it; what the loader does is done by nobody."""
    return Deed.objects.about(exhibition.public_id).filter(by__isnull=False).exists()


def _facts(told: dict[str, Any], works: dict[str, Artwork]) -> dict[str, Any]:
    return {
        "cover": works.get(told.get("cover", "")),
        "venue": told.get("venue", ""),
        "venue_from": told.get("venue_from"),
        "venue_until": told.get("venue_until"),
        **{name: told.get(name, {}) for name in _TEXTS},
    }


def _works(told: dict[str, Any]) -> dict[str, Artwork]:
    names = {
        name
        for room in told["sections"]
        for wall in room.get("blocks", [])
        for name in wall.get("artworks", [])
    } | ({told["cover"]} if told.get("cover") else set())
    found = {
        work.source_id: work for work in Artwork.objects.filter(source_id__in=names, is_demonstration=True)
    }
    if missing := sorted(names - found.keys()):
        raise Refused(f"{told['slug']} names works that are not in the collection: {', '.join(missing)}")
    return found


def _organisers(exhibition: Exhibition, slugs: list[str]) -> None:
    if slugs == list(exhibition.exhibition_museums.values_list("museum__slug", flat=True)):
        return
    museums = {museum.slug: museum for museum in Museum.objects.filter(slug__in=slugs)}
    if missing := sorted(set(slugs) - museums.keys()):
        raise Refused(f"{exhibition.slug} names museums that are not there: {', '.join(missing)}")
    exhibition.exhibition_museums.all().delete()
    for order, slug in enumerate(slugs):
        exhibition.exhibition_museums.create(museum=museums[slug], order=order)


def _room(told: dict[str, Any], works: dict[str, Artwork]) -> Room:
    walls = tuple(
        Wall(
            wall["kind"],
            wall.get("title", {}),
            wall.get("text", {}),
            wall.get("attribution", ""),
            tuple(works[name].pk for name in wall.get("artworks", [])),
            wall.get("data", {}),
        )
        for wall in told.get("blocks", [])
    )
    return Room(told["titles"], told.get("text", {}), walls)
