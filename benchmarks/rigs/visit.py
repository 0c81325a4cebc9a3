"""One visitor's look at a large picture: the tiles that a viewer asks for, in order, each once."""

from __future__ import annotations

from collections.abc import Iterator

SCREEN = (1600, 900)
ZOOMS, PANS = 5, 12


def addresses(width: int, height: int, tile: int, *, has_whole_size: bool) -> list[str]:
    """Open, five zooms, twelve pans: region/size/rotation/quality of every tile, as IIIF asks.

    With `has_whole_size` the size is `w,h` (IIIF 3), else `w,` (as rivals of version 2 have it).
    """
    seen: dict[str, None] = {}
    for x, y, scale in _views(width, height):
        seen.update(dict.fromkeys(_tiles(width, height, tile, x, y, scale, has_whole_size)))
    return list(seen)


def _views(width: int, height: int) -> Iterator[tuple[float, float, int]]:
    """(centre x, centre y, scale factor) of what is on the screen; the factor is the level that a viewer takes."""
    whole = 1
    while width / whole > SCREEN[0]:
        whole *= 2
    x, y, scale = width * 0.5, height * 0.5, whole
    yield x, y, scale
    for step in range(ZOOMS):
        scale = max(1, scale // 2)
        x, y = x + width * 0.03 * (step % 2), y - height * 0.02 * (step % 3)
        yield x, y, scale
    for step in range(PANS):
        x += SCREEN[0] * scale * 0.6 * (1 if step % 4 < 2 else -0.4)
        y += SCREEN[1] * scale * 0.5 * (1 if step % 3 else -1)
        yield min(max(x, 0), width), min(max(y, 0), height), scale


def _tiles(
    width: int, height: int, tile: int, x: float, y: float, scale: int, has_whole_size: bool
) -> Iterator[str]:
    side = tile * scale
    left, right = max(0, x - SCREEN[0] * scale / 2), min(width - 1, x + SCREEN[0] * scale / 2)
    top, bottom = max(0, y - SCREEN[1] * scale / 2), min(height - 1, y + SCREEN[1] * scale / 2)
    for row in range(int(top // side), int(bottom // side) + 1):
        for column in range(int(left // side), int(right // side) + 1):
            wide, high = min(side, width - column * side), min(side, height - row * side)
            size = f"{-(-wide // scale)}," + (f"{-(-high // scale)}" if has_whole_size else "")
            yield f"{column * side},{row * side},{wide},{high}/{size}/0/default.jpg"
