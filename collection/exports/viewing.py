"""How a photograph is looked at: where reading begins, how many centimetres it shows, what may be taken home. Pure.

Sizes are in pixels of the picture that everybody may see, lengths in centimetres.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from collection.images.pyramid import TILE, levels_of

LONG = 4  # times as wide as high: a picture that is read along rather than seen at once
# Objects without depth: the width of the work is the width of a photograph of all of it.
FLAT = frozenset(
    {
        "handscroll",
        "hanging-scroll",
        "folding-screen",
        "print",
        "painting",
        "portrait",
        "textile",
        "carpet",
        "map",
        "manuscript",
        "leaf",
        "letter",
        "palm-leaf",
        "tile-panel",
    }
)
WHOLE_VIEWS = frozenset({"", "overall", "recto", "verso"})
_IN_CM = {"mm": Decimal("0.1"), "cm": Decimal(1), "m": Decimal(100)}
_WORTH_TAKING = 600  # pixels of the longer side
_MARKEDLY_SMALLER = 0.75


class Measure(NamedTuple):
    """One dimension of a work, or of the part named."""

    kind: str
    value: Decimal
    unit: str
    part: str


class Piece(NamedTuple):
    """A stretch of a long picture that is one ready tile: its region and size as IIIF writes them."""

    region: str
    width: int
    height: int


def reading_direction(chosen: str, silhouette: str, region: str) -> str:
    """IIIF's viewingDirection: the museum's word, else handscrolls of East Asia are read from the right."""
    if chosen:
        return chosen
    return "right-to-left" if silhouette == "handscroll" and region == "east-asia" else "left-to-right"


def width_in_cm(
    shown: Decimal | None, view: str, silhouette: str, measures: Iterable[Measure]
) -> Decimal | None:
    """Centimetres between the left and the right edge of the photograph; None where nobody knows.

    Where the museum has not said it, the width of a flat work serves for a photograph of the whole of it.
    """
    if shown is not None:
        return shown
    if silhouette not in FLAT or view not in WHOLE_VIEWS:
        return None
    widths = [m for m in measures if m.kind == "width" and m.unit in _IN_CM and not m.part]
    return widths[0].value * _IN_CM[widths[0].unit] if len(widths) == 1 else None


def is_long(width: int, height: int) -> bool:
    """True for a picture that is read along its width."""
    return width > LONG * height


def pieces_of(width: int, height: int, direction: str) -> list[Piece]:
    """A long picture as a row of tiles of the level that is one tile high, in the order of reading."""
    down = next(n for n, level in enumerate(levels_of(width, height)) if level.height <= TILE)
    side = TILE << down
    found = [
        Piece(f"{x},0,{min(side, width - x)},{height}", -(-min(side, width - x) >> down), -(-height >> down))
        for x in range(0, width, side)
    ]
    return found[::-1] if direction == "right-to-left" else found


def sizes_to_take(largest: tuple[int, int], levels: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Up to three sizes for downloading, smallest first: the largest answer of the service and levels below it."""
    smaller = [
        level for level in levels if level[0] < largest[0] * _MARKEDLY_SMALLER and max(level) >= _WORTH_TAKING
    ]
    return [*reversed(smaller[:2]), largest]
