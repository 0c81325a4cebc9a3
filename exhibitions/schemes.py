"""The colours of an exhibition's walls, light and dark, and whether they can be read (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from typing import NamedTuple

ENOUGH = 4.5


class Colours(NamedTuple):
    """Paper, words and accent, as `#rrggbb`."""

    paper: str
    words: str
    accent: str


SCHEMES: dict[str, tuple[Colours, Colours]] = {  # light, dark
    "paper": (Colours("#faf7f0", "#1d1b18", "#8a3324"), Colours("#191816", "#ece7dc", "#e0907f")),
    "ink": (Colours("#f2f2f0", "#141414", "#3b4a6b"), Colours("#101214", "#e8e8e4", "#9db2dd")),
    "celadon": (Colours("#eef3ec", "#17211b", "#2f6650"), Colours("#121a16", "#e2ebe4", "#8fc7ad")),
    "indigo": (Colours("#eef0f6", "#151a2c", "#2f4391"), Colours("#10142a", "#e4e7f3", "#9fb0f0")),
    "lacquer": (Colours("#f8efec", "#27110e", "#98281d"), Colours("#1f0f0d", "#f1e3df", "#ee9384")),
}


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def weakest(scheme: str) -> float:
    """The least contrast of words or accent on the paper of a scheme, light and dark."""
    pairs = [(c.paper, ink) for c in SCHEMES[scheme] for ink in (c.words, c.accent)]
    return min(contrast(paper, ink) for paper, ink in pairs)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
