"""An exhibition frozen as a document, and read back from one. Pure but for what is handed in.

The document holds the exhibition's own words and which works hang where, by public id and version of their record; never a
fact of a record: those stand in the versions, with what the law or a museum has taken out of them since.
"""

from __future__ import annotations

import copy
import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from collection.models import Artwork
from exhibitions.arrangement import Room, Wall
from exhibitions.models import Exhibition, Release

FORMAT = "asemus-release/1"
WORDS = ("titles", "subtitles", "summary", "introduction", "theme", "credits")
PLAIN = ("languages", "scheme", "cover_detail", "venue")
DATES = ("venue_from", "venue_until")


def frozen(
    exhibition: Exhibition,
    rooms: Iterable[Room],
    works: Mapping[int, Artwork],
    versions: Mapping[int, int],
    credit: Mapping[str, Any],
) -> dict[str, Any]:
    """What the studio shows now as a document; `credit` names `curators` and `organisers`. `works` by key have their
    museum, `versions` are numbers by key of the work."""
    cover = exhibition.cover
    return {
        "format": FORMAT,
        "exhibition": exhibition.public_id,
        **{name: getattr(exhibition, name) for name in (*WORDS, *PLAIN)},
        **{name: day.isoformat() if (day := getattr(exhibition, name)) else None for name in DATES},
        "cover": cover.public_id if cover else None,
        **credit,
        "works": {
            work.public_id: {"version": versions.get(key), "museum": work.museum.slug}
            for key, work in works.items()
        },
        "rooms": [_room(room, works) for room in rooms],
    }


def _room(room: Room, works: Mapping[int, Artwork]) -> dict[str, Any]:
    return {
        "key": room.key,
        "titles": room.titles,
        "text": room.text,
        "walls": [
            {
                "key": wall.key,
                "kind": wall.kind,
                "title": wall.title,
                "text": wall.text,
                "attribution": wall.attribution,
                "data": wall.data,
                "works": [works[key].public_id for key in wall.works],
            }
            for wall in room.walls
        ],
    }


def rooms_of(document: Mapping[str, Any], keys: Mapping[str, int]) -> list[Room]:
    """The rooms of a document; `keys` of artworks by public id."""
    return [
        Room(
            room["titles"],
            room["text"],
            tuple(
                Wall(
                    wall["kind"],
                    wall["title"],
                    wall["text"],
                    wall["attribution"],
                    tuple(keys[name] for name in wall["works"]),
                    wall["data"],
                    wall["key"],
                    number,
                )
                for number, wall in enumerate(room["walls"], start=1)
            ),
            room["key"],
        )
        for room in document["rooms"]
    ]


def facts_of(document: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of Exhibition that a document holds, save the cover."""
    days = {name: datetime.date.fromisoformat(document[name]) if document[name] else None for name in DATES}
    return {**{name: document[name] for name in (*WORDS, *PLAIN)}, **days}


def face_of(exhibition: Exhibition, release: Release | None = None) -> Exhibition:
    """The exhibition with the words of a release, the latest if None: for pages to read, never to be saved. Address, state
    and clock stay those of today."""
    shown = release or exhibition.release
    if shown is None:
        return exhibition
    face = copy.copy(exhibition)
    for name, value in facts_of(shown.document).items():
        setattr(face, name, value)
    face.cover_id = shown.cover_id
    return face


# --- two releases beside each other --------------------------------------------------------------------
def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What changed from one document to the other: facts, works that came and went, rooms and walls added, removed, moved
    and changed; each {what, how, key?, before?, after?}."""
    found = [
        {"what": name, "how": "changed", "before": before[name], "after": after[name]}
        for name in (*WORDS, *PLAIN, *DATES, "cover", "curators", "organisers")
        if before[name] != after[name]
    ]
    old, new = before["works"], after["works"]
    found += [{"what": "work", "how": "added", "key": name} for name in new if name not in old]
    found += [{"what": "work", "how": "removed", "key": name} for name in old if name not in new]
    found += [
        {
            "what": "version",
            "how": "changed",
            "key": name,
            "before": old[name]["version"],
            "after": new[name]["version"],
        }
        for name in new
        if name in old and old[name]["version"] != new[name]["version"]
    ]
    found += _parts("room", _alone(before["rooms"]), _alone(after["rooms"]))
    return found + _parts("wall", _walls(before["rooms"]), _walls(after["rooms"]))


Parts = dict[int, tuple[int, dict[str, Any]]]  # key → (what it stands behind or in, what it holds)


def _alone(rooms: Iterable[Mapping[str, Any]]) -> Parts:
    found, last = {}, 0
    for room in rooms:
        found[room["key"]] = (last, {"titles": room["titles"], "text": room["text"]})
        last = room["key"]
    return found


def _walls(rooms: Iterable[Mapping[str, Any]]) -> Parts:
    return {
        wall["key"]: (room["key"], {name: value for name, value in wall.items() if name != "key"})
        for room in rooms
        for wall in room["walls"]
    }


def _parts(what: str, before: Parts, after: Parts) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for key, (place, value) in after.items():
        if key not in before:
            found.append({"what": what, "how": "added", "key": key, "after": value})
            continue
        old_place, old = before[key]
        if old_place != place and old_place in (0, *after) and what == "room":
            found.append({"what": what, "how": "moved", "key": key})
        if old_place != place and what == "wall":
            found.append({"what": what, "how": "moved", "key": key, "before": old_place, "after": place})
        if old != value:
            found.append({"what": what, "how": "changed", "key": key, "before": old, "after": value})
    gone = [
        {"what": what, "how": "removed", "key": key, "before": before[key][1]}
        for key in before
        if key not in after
    ]
    return found + gone
