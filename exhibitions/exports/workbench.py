"""The workbench as its page shows it: rooms, walls, and the fields of each in every language of the exhibition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from exhibitions.blocks import KINDS
from exhibitions.enums import BlockKind, LoanState
from members.languages import direction, text_in

# On these a heading would stand between the work and its label, or the words and who said them.
UNTITLED = frozenset({BlockKind.ARTWORK, BlockKind.QUOTATION})


def workbench_of(told: Mapping[str, Any], said: Mapping[int, Any]) -> dict[str, Any]:
    """What the template needs of the document of exports.workshop.exhibition_of, and of the comments by wall; no query."""
    languages = languages_of(told)
    rights = told["rights"]
    rooms = [room_of(section, told, languages) for section in told["sections"]]
    for wall in (wall for room in rooms for wall in room["walls"]):
        wall["comments"] = said.get(wall["key"], [])
    return {
        "told": told,
        "languages": [{"tag": tag, "missing": _missing(rooms, tag)} for tag in languages],
        "rooms": rooms,
        "kinds": [{"kind": kind, "label": BlockKind(kind).label, "works": KINDS[kind].max_works != 0} for kind in KINDS],
        "may_write": rights["curate"] or bool(rights["sections"]),
        "work_count": len({work for section in told["sections"] for block in section["blocks"] for work in block["works"]}),
    }  # fmt: skip


def languages_of(told: Mapping[str, Any]) -> list[str]:
    """Those it shall be read in, then those in which something is written nevertheless: no text is dropped."""
    found = dict.fromkeys(told["languages"] or ["en"])
    for section in told["sections"]:
        for thing in (section["titles"], section["text"]):
            found.update(dict.fromkeys(thing))
        for block in section["blocks"]:
            found.update(dict.fromkeys([*block["title"], *block["text"]]))
    return list(found)


def room_of(section: Mapping[str, Any], told: Mapping[str, Any], languages: list[str]) -> dict[str, Any]:
    """A room with its walls and whether the reader of the page writes in it."""
    rights = told["rights"]
    is_mine = rights["curate"] or section["key"] in rights["sections"]
    walls = [wall_of(block, told["works"], languages, is_mine) for block in section["blocks"]]
    return {
        **section,
        "name": text_in(section["titles"]),
        "is_mine": is_mine,
        "fields": [
            field_of("titles", _("Name of the room"), section["titles"], languages, is_long=False),
            field_of("text", _("Text at its entrance"), section["text"], languages),
        ],
        "walls": walls,
    }


def wall_of(
    block: Mapping[str, Any], works: Mapping[str, Any], languages: list[str], is_mine: bool
) -> dict[str, Any]:
    """A wall with its fields, its works, and the form of what its kind needs more."""
    kind = KINDS[block["kind"]]
    fields = [field_of("text", _label(block["kind"]), block["text"], languages)]
    if block["kind"] not in UNTITLED:
        fields.insert(0, field_of("title", _("Heading"), block["title"], languages, is_long=False))
    hung = [works[work] for work in block["works"]]
    return {
        **block,
        "label": BlockKind(block["kind"]).label,
        "name": hung[0]["title"] if hung else text_in(block["title"]) or text_in(block["text"])[:40],
        "is_mine": is_mine,
        "fields": fields,
        "has_works": kind.max_works != 0,
        "takes_more": kind.max_works is None or len(hung) < kind.max_works,
        "needs_attribution": kind.needs_attribution,
        "hung": [_hung(work) for work in hung],
        "form": kind.form(initial=block["data"], prefix="data", auto_id=f"wall-{block['key']}-%s")
        if kind.form.base_fields
        else None,
        "empty": not hung and kind.max_works != 0,
    }


def _hung(work: Mapping[str, Any]) -> dict[str, Any]:
    loan = work["loan"]
    state = loan["state"] if loan else LoanState.WANTED
    return {**work, "state": state, "state_label": LoanState(state).label, "stands": bool(loan and loan["stands"])}  # fmt: skip


def _label(kind: str) -> str:
    words = {BlockKind.ARTWORK: _("Label"), BlockKind.QUOTATION: _("The words")}
    return words.get(BlockKind(kind), _("Text"))


def field_of(
    name: str, label: str, texts: Mapping[str, str], languages: Iterable[str], is_long: bool = True
) -> dict[str, Any]:
    """One text in all languages. Where it is written in others alone, the first of those is a help to translate."""
    written = next(((tag, text) for tag, text in texts.items() if text), None)
    return {
        "name": name,
        "label": label,
        "is_long": is_long,
        "values": [
            {
                "tag": tag,
                "dir": direction(tag),
                "text": texts.get(tag, ""),
                "source": written if written and not texts.get(tag) else None,
            }
            for tag in languages
        ],
    }


def _missing(rooms: Iterable[Mapping[str, Any]], tag: str) -> int:
    """How many texts are written in another language and not in this one."""
    things = [thing for room in rooms for thing in (room, *room["walls"])]
    values = [value for thing in things for field in thing["fields"] for value in field["values"]]
    return sum(value["tag"] == tag and value["source"] is not None for value in values)
