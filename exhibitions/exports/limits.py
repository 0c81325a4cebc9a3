"""What a museum's terms allow on a wall: pictures no larger than they say, labels in the languages they name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from exhibitions.arrangement import Room, Wall
from exhibitions.models import Loan


def limited(room: Room, loans: Mapping[int, Loan]) -> Room:
    """The room with labels in the languages that the works' museums allow."""
    return replace(room, walls=tuple(_label(wall, loans) for wall in room.walls))


def _label(wall: Wall, loans: Mapping[int, Loan]) -> Wall:
    """Only the label of a single work is the work's; what is said of several is the curators' own."""
    loan = loans.get(wall.works[0]) if len(wall.works) == 1 else None
    if loan is None or not loan.languages:
        return wall
    allowed = {tag: text for tag, text in wall.text.items() if tag in loan.languages}
    return replace(wall, text=allowed)


def limited_card(card: dict[str, Any], loan: Loan | None) -> dict[str, Any]:
    """The card with a picture whose longest side is within the loan's; the drawing of a record has no limit."""
    picture = card["picture"]
    if loan is None or not loan.largest_side or picture["is_drawing"]:
        return card
    longer = max(1.0, picture["height"] / picture["width"])  # longest side for each pixel of width
    widest = int(loan.largest_side / longer)
    sources = [
        {**source, "srcset": srcset}
        for source in picture["sources"]
        if (srcset := _narrower(source["srcset"], widest))
    ]
    jpeg = next((s["srcset"] for s in sources if s["type"] == "image/jpeg"), "")
    largest = jpeg.split(", ")[-1].split(" ")[0] if jpeg else picture["src"]
    width = min(picture["width"], widest)
    height = max(1, round(width * picture["height"] / picture["width"]))
    return {
        **card,
        "picture": {
            **picture, "sources": sources, "src": largest, "large": largest, "width": width, "height": height,
        },
    }  # fmt: skip


def _narrower(srcset: str, widest: int) -> str:
    """The copies of a srcset that are not wider; the smallest where all are."""
    copies = srcset.split(", ")
    kept = [copy for copy in copies if int(copy.rsplit(" ", 1)[1].removesuffix("w")) <= widest]
    return ", ".join(kept or copies[:1])
