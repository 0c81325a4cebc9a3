"""The pen that draws a plate: engraved shading, and ornament laid on flat things, about turned ones and about a centre."""

from __future__ import annotations

from math import cos, pi, sin

from .plate_forms import SAG, Profile, at, ellipse, half_width, num, ring
from .plate_marks import Marks


class Pen(Marks):
    """Marks that know of light and of ornament."""

    def hatch(self, path: str, left: float, right: float, strength: float = 0.6, width: float = 0.9) -> None:
        """Engraved lines that grow from nothing at `left` to full at `right`."""
        name = self.name()
        ink = self.palette.line
        self.defs.append(
            f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="{num(left)}" x2="{num(right)}">'
            f'<stop stop-color="{ink}" stop-opacity="0"/><stop offset="1" stop-color="{ink}" stop-opacity="{strength:g}"/></linearGradient>'
        )
        self.drawn.append(f'<path d="{path}" stroke="url(#{name})" stroke-width="{width:g}"/>')

    def hatch_turned(self, centre: float, profile: Profile, step: float = 5.0, sag: float = SAG) -> None:
        """The shadow side of a turned body, in arcs about it."""
        y, found, reach = profile[0][1] + step, [], 1.0
        while y < profile[-1][1] + 30:
            half = half_width(profile, y)
            reach = max(reach, half)
            found.append(
                f"M{at(centre, y + half * sag)}Q{at(centre + half * 0.6, y + half * sag)} {at(centre + half, y)}"
            )
            y += step
        self.hatch("".join(found), centre + reach * 0.12, centre + reach)

    def slant(
        self,
        box: tuple[float, float, float, float],
        step: float = 6.0,
        strength: float = 0.55,
        lean: float = 0.5,
    ) -> None:
        """Slanting lines over the right part of a box (left, top, right, bottom): the shadow of what is not turned."""
        left, top, right, bottom = box
        rise = (right - left) * lean
        count = int((bottom - top + rise) / step)
        path = "".join(
            f"M{at(left, top + k * step)}L{at(right, top + k * step - rise)}" for k in range(1, count)
        )
        self.hatch(path, left + (right - left) * 0.15, right, strength)

    def ground(self, centre: float, y: float, half: float) -> None:
        """The shadow on which an object stands: a few lines, longest in the middle."""
        path = "".join(
            f"M{at(centre - half * share * 0.86, y + k * 4)}H{num(centre + half * share * 1.14)}"
            for k, share in enumerate((0.92, 1.06, 1.0, 0.78, 0.4))
        )
        self.line(path, 1, "#4a4238", 0.5)

    def shine(self, centre: float, profile: Profile, top: float, bottom: float) -> None:
        """The streak of light on glaze, glass and metal."""
        if not self.palette.gloss:
            return
        heights = [top + (bottom - top) * k / 6 for k in range(7)]
        outer = [centre - half_width(profile, y) * 0.68 for y in heights]
        inner = [
            centre - half_width(profile, y) * (0.68 - 0.13 * sin(pi * k / 6)) for k, y in enumerate(heights)
        ]
        sides = [*zip(outer, heights, strict=True), *reversed(list(zip(inner, heights, strict=True)))]
        self.fill("M" + "L".join(at(x, y + 8) for x, y in sides) + "Z", "#fff", 0.5)

    def mouth(self, centre: float, y: float, half: float, lip: float = 5.0, sag: float = SAG) -> None:
        """The open mouth of a vessel: lip, darkness, the far wall."""
        self.fill(ellipse(centre, y, half, half * sag), "light")
        self.fill(ellipse(centre, y, half - lip, (half - lip) * sag), "shade")
        self.fill(
            ellipse(centre, y + half * sag * 0.35, (half - lip) * 0.92, (half - lip) * sag * 0.66),
            "line",
            0.75,
        )
        self.line(
            ellipse(centre, y, half, half * sag) + ellipse(centre, y, half - lip, (half - lip) * sag), 1.4
        )

    # Ornament

    @property
    def tile(self) -> str:
        """The name of the ornament's tile; defined at first use."""
        if '<g id="t"' not in "".join(self.defs):
            o, p = self.ornament, self.palette
            ribbons = "".join(
                f'<path d="{d}" stroke="{colour}" stroke-width="{width}"/>'
                for d in o.ribbons
                for colour, width in ((p.mark, 8), (p.body, 5))
            )
            ink = f'<path id="s" d="{o.stroke}"/>' + (
                f'<path id="f" d="{o.fill}" fill="{p.mark}" stroke="none"/>' if o.fill else ""
            )
            relief = (
                f'<g stroke="{p.light}" stroke-opacity=".7" transform="translate(1.1 1.3)"><use href="#s"/></g>'
                if p.is_carved
                else ""
            )
            self.defs.append(
                f'<g id="t" fill="none" stroke="{p.mark}" stroke-width="1.7">{relief}{ribbons}{ink}</g>'
            )
        return "t"

    def tiles(
        self, area: str, x: float, y: float, size: float, *, opacity: float = 1.0, turn: float = 0.0
    ) -> None:
        """Fill an area with the ornament, its tiles `size` high and set from (x, y)."""
        name, scale = self.name(), size / self.ornament.height
        twist = f" rotate({turn:g})" if turn else ""
        self.defs.append(
            f'<pattern id="{name}" width="{self.ornament.width:g}" height="{self.ornament.height:g}" patternUnits="userSpaceOnUse" '
            f'patternTransform="translate({at(x, y)}){twist} scale({scale:.3f})"><use href="#{self.tile}"/></pattern>'
        )
        see = "" if opacity == 1 else f' opacity="{opacity:g}"'
        self.drawn.append(f'<path d="{area}" fill="url(#{name})" fill-rule="evenodd" stroke="none"{see}/>')

    def stamp(self, a: float, b: float, c: float, d: float, e: float, f: float) -> None:
        """One tile of the ornament under a transformation."""
        self.drawn.append(
            f'<use href="#{self.tile}" transform="matrix({a:.3g} {b:.2g} {c:.2g} {d:.3g} {num(e)} {num(f)})"/>'
        )

    def wrap(
        self, centre: float, profile: Profile, top: float, bottom: float, rows: int = 1, sag: float = SAG
    ) -> None:
        """The ornament laid about a turned body in rows, narrowing towards the sides as it does on the thing itself."""
        w, h = self.ornament.width, self.ornament.height
        high = (bottom - top) / rows
        for row in range(rows):
            y = top + high * (row + 0.5)
            r = half_width(profile, y)
            lean = (half_width(profile, y + high / 2) - half_width(profile, y - high / 2)) / h
            count = max(5, round(pi * r / (w * high / h)))
            chord = 2 * r * sin(pi / count / 2) / w
            for k in range(count):
                turn = -pi / 2 + pi * (k + 0.5) / count
                a, b, c, d = chord * cos(turn), -sag * chord * sin(turn), lean * sin(turn), high / h
                if a * w > 2:
                    x, z = centre + r * sin(turn), y + sag * r * cos(turn)
                    self.stamp(a, b, c, d, x - a * w / 2 - c * h / 2, z - b * w / 2 - d * h / 2)

    def band(
        self, centre: float, profile: Profile, top: float, bottom: float, rows: int = 1, sag: float = SAG
    ) -> None:
        """A belt of ornament between double rings."""
        self.wrap(centre, profile, top, bottom, rows, sag)
        edges = (top - 5, top, bottom, bottom + 5)
        self.line("".join(ring(centre, half_width(profile, y), y, sag) for y in edges), 1.1)

    def about(self, x: float, y: float, inner: float, outer: float, count: int = 0) -> None:
        """The ornament set about a centre, as on the rim of a dish: a quarter, turned three times."""
        w, h = self.ornament.width, self.ornament.height
        middle, high = (inner + outer) / 2, outer - inner
        count = 4 * max(2, round((count or 2 * pi * middle / (w * high / h)) / 4))
        wide, tall = 2 * middle * sin(pi / count) / w, high / h
        name = self.name()
        self.drawn.append(f'<g id="{name}">')
        for k in range(count // 4):
            turn = 2 * pi * k / count
            a, b, c, d = wide * cos(turn), wide * sin(turn), -tall * sin(turn), tall * cos(turn)
            self.stamp(
                a,
                b,
                c,
                d,
                x + middle * sin(turn) - a * w / 2 - c * h / 2,
                y - middle * cos(turn) - b * w / 2 - d * h / 2,
            )
        self.drawn.append("</g>")
        for turned in (90, 180, 270):
            self.drawn.append(f'<use href="#{name}" transform="rotate({turned} {num(x)} {num(y)})"/>')
