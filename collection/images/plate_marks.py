"""Fills, lines and shaded parts in the colours of a material, and chances taken from the seed: what a pen can do anywhere."""

from __future__ import annotations

import hashlib
from typing import TypeVar

from .plate_ornaments import Ornament
from .plate_palette import RIM, Palette

T = TypeVar("T")
WIDTH = 1.2  # of a line that says nothing else


class Marks:
    """Collects the elements of one drawing.

    Colours are the words of the palette (`body`, `shade`, `line`, `mark`, `light`) or values. Shapes that make up the
    object's contour get a pale rim below all else, so that a dark object stands off a dark page.
    """

    def __init__(
        self, palette: Palette, ornament: Ornament, family: str = "", seed: str = "", axis: float = 0
    ) -> None:
        self.palette, self.ornament, self.family, self.seed, self.axis = palette, ornament, family, seed, axis
        self.defs: list[str] = []
        self.drawn: list[str] = []
        self.rim: list[str] = []
        self._named = 0

    # Chance: the same for the same seed, and each question by itself, so that a new one changes no other answer.

    def chance(self, question: str) -> float:
        return hashlib.sha256(f"{self.seed}/{question}".encode()).digest()[0] / 256

    def vary(self, question: str, low: float, high: float) -> float:
        return low + (high - low) * self.chance(question)

    def pick(self, question: str, *choices: T) -> T:
        return choices[int(self.chance(question) * len(choices))]

    # Marks

    def colour(self, word: str) -> str:
        return getattr(self.palette, word, word)

    def fill(self, path: str, colour: str = "line", opacity: float = 1.0) -> None:
        see = "" if opacity == 1 else f' fill-opacity="{opacity:g}"'
        self.drawn.append(
            f'<path d="{path}" fill="{self.colour(colour)}"{see} fill-rule="evenodd" stroke="none"/>'
        )

    def line(self, path: str, width: float = 1.2, colour: str = "line", opacity: float = 1.0) -> None:
        see = "" if opacity == 1 else f' stroke-opacity="{opacity:g}"'
        ink = "" if colour == "line" else f' stroke="{self.colour(colour)}"'
        wide = "" if width == WIDTH else f' stroke-width="{width:.3g}"'
        self.drawn.append(f'<path d="{path}"{ink}{wide}{see}/>')

    def shape(self, path: str, colour: str, width: float = WIDTH, opacity: float = 1.0) -> None:
        """Filled and drawn at once."""
        see = "" if opacity == 1 else f' fill-opacity="{opacity:g}"'
        wide = "" if width == WIDTH else f' stroke-width="{width:.3g}"'
        self.drawn.append(f'<path d="{path}" fill="{self.colour(colour)}"{see}{wide}/>')

    def name(self) -> str:
        self._named += 1
        return f"n{self._named}"

    def _known(self, path: str, hollow: bool) -> str:
        """Give a path a name; it is one of those that make the contour."""
        name = self.name()
        rule = ' fill-rule="evenodd" clip-rule="evenodd"' if hollow else ""
        self.defs.append(f'<path id="{name}" d="{path}"{rule}/>')
        self.rim.append(name)
        return name

    def begin(self, path: str, colour: str = "body", *, hollow: bool = False) -> str:
        """Start a part of the object: what follows is clipped by it until `end`."""
        name = self._known(path, hollow)
        self.defs.append(f'<clipPath id="c{name}"><use href="#{name}"/></clipPath>')
        self.drawn.append(f'<use href="#{name}" fill="{self.colour(colour)}"/><g clip-path="url(#c{name})">')
        return name

    def end(self, name: str, shading: str = "round", width: float = 2.0) -> None:
        """Finish a part: model it as `round` or `soft` or not at all (`flat`), and draw its contour."""
        if shading != "flat":
            self.drawn.append(f'<use href="#{name}" fill="url(#{self.shading(shading)})" stroke="none"/>')
        self.drawn.append(f'</g><use href="#{name}" stroke-width="{width:g}"/>')

    def part(
        self,
        path: str,
        colour: str = "body",
        shading: str = "round",
        width: float = 2.0,
        *,
        hollow: bool = False,
    ) -> None:
        """A part without anything on it."""
        name = self._known(path, hollow)
        self.drawn.append(f'<use href="#{name}" fill="{self.colour(colour)}" stroke-width="{width:g}"/>')
        if shading != "flat":
            self.drawn.append(f'<use href="#{name}" fill="url(#{self.shading(shading)})" stroke="none"/>')

    def tube(self, path: str, width: float, colour: str = "body") -> None:
        """A round thing such as a handle: dark edges, a body, a lit line."""
        for shade, wide in (
            ("line", width + 3.6),
            (colour, width),
            ("shade", width * 0.62),
            (colour, width * 0.42),
        ):
            self.line(path, wide, shade)
        self.line(path, max(1.2, width * 0.16), "light", 0.9)

    # Shading

    def shading(self, kind: str) -> str:
        """The gradient of a kind of modelling; defined once."""
        stops = {
            "round": (
                (0, "#000", 0.2),
                (0.12, "#000", 0.04),
                (0.3, "#fff", 0.3),
                (0.5, "#fff", 0),
                (0.9, "#000", 0.32),
                (1, "#000", 0.2),
            ),
            "soft": ((0, "#fff", 0.16), (0.45, "#fff", 0), (1, "#000", 0.2)),
            "dome": ((0, "#fff", 0.3), (0.5, "#fff", 0), (1, "#000", 0.3)),
        }[kind]
        made = "".join(f'<stop offset="{o:g}" stop-color="{c}" stop-opacity="{a:g}"/>' for o, c, a in stops)
        tag, place = (
            ("radialGradient", ' cx=".38" cy=".34" r=".72"') if kind == "dome" else ("linearGradient", "")
        )
        if kind == "soft":
            place = ' x2=".7" y2="1"'
        definition = f'<{tag} id="{kind}"{place}>{made}</{tag}>'
        if definition not in self.defs:
            self.defs.append(definition)
        return kind

    def svg(self) -> str:
        """The elements of the drawing, without the frame."""
        rim = "".join(f'<use href="#{name}"/>' for name in self.rim)
        return (
            f'<defs>{"".join(self.defs)}</defs><g fill="none" stroke="{self.palette.line}" stroke-width="{WIDTH}" '
            f'stroke-linecap="round" stroke-linejoin="round"><g stroke="{RIM}" stroke-width="7" stroke-opacity=".5">{rim}</g>'
            f"{''.join(self.drawn)}</g>"
        )
