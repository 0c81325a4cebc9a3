"""What several figures share: faces, haloes, pedestals, limbs, pleats."""

# Coordinates stay on the line of the stroke that they draw.
# fmt: off
from __future__ import annotations

from math import pi, sin

from .plate_forms import box, circle, curve, ellipse, limb, mirrored, num, polar
from .plate_pen import Pen

Limb = tuple[tuple[float, float, float], ...]


def flip(x: float, *limbs: Limb) -> tuple[Limb, ...]:
    """The limbs and their mirror images about x."""
    return tuple(tuple((2 * x - p[0], p[1], p[2]) for p in one) for one in limbs) + limbs


def limbs(pen: Pen, *parts: Limb, colour: str = "body", width: float = 1.8) -> None:
    for one in parts:
        pen.part(limb(one, pen.axis), colour, "soft", width)


def face(pen: Pen, x: float, y: float, s: float, mood: str = "calm") -> None:
    """A face about the point between the eyes; `s` is half the distance of its outer corners."""
    brow = f"M{num(x - s)},{num(y - s * 0.3)}Q{num(x - s * 0.55)},{num(y - s * 0.62)} {num(x - s * 0.18)},{num(y - s * 0.26)}L{num(x - s * 0.13)},{num(y + s * 0.62)}"
    brow += f"Q{num(x)},{num(y + s * 0.84)} {num(x + s * 0.16)},{num(y + s * 0.66)}M{num(x + s * 0.18)},{num(y - s * 0.26)}Q{num(x + s * 0.55)},{num(y - s * 0.62)} {num(x + s)},{num(y - s * 0.3)}"
    eyes = "".join(
        f"M{num(x + k * s * 0.86)},{num(y + s * 0.04)}Q{num(x + k * s * 0.52)},{num(y + s * (0.26 if mood == 'calm' else -0.2))} {num(x + k * s * 0.2)},{num(y + s * 0.06)}"
        for k in (-1, 1)
    )
    if mood == "awake":
        eyes += "".join(f"M{num(x + k * s * 0.86)},{num(y + s * 0.04)}Q{num(x + k * s * 0.52)},{num(y + s * 0.26)} {num(x + k * s * 0.2)},{num(y + s * 0.06)}" for k in (-1, 1))
        pen.fill("".join(circle(x + k * s * 0.52, y + s * 0.03, s * 0.12) for k in (-1, 1)))
    mouth = f"M{num(x - s * 0.42)},{num(y + s * 1.12)}Q{num(x - s * 0.2)},{num(y + s * 1.02)} {num(x)},{num(y + s * 1.1)}Q{num(x + s * 0.2)},{num(y + s * 1.02)} {num(x + s * 0.42)},{num(y + s * 1.12)}Q{num(x)},{num(y + s * 1.4)} {num(x - s * 0.42)},{num(y + s * 1.12)}"
    pen.line(brow + eyes + mouth, max(1.0, s / 18))


def halo(pen: Pen, x: float, y: float, r: float) -> None:
    """A disc, rays, a leaf of flame, or nothing, behind a head."""
    kind = pen.pick("halo", "disc", "rays", "flame", "disc")
    if kind == "flame":
        leaf = mirrored(x, ((2, y - r * 1.32), (r * 0.34, y - r * 1.06), (r * 0.88, y - r * 0.6), (r * 1.02, y + r * 0.1), (r * 0.7, y + r * 0.8), (0, y + r)))
        form = pen.begin(leaf, "shade")
        pen.about(x, y, r * 0.6, r * 0.98)
        pen.line("".join(f"M{num(x + k * r * 0.12)},{num(y - r * 0.9)}Q{num(x + k * r * 0.2)},{num(y - r * 1.08)} {num(x)},{num(y - r * 1.22)}" for k in (-1, 1)), 1.2, "mark")
        pen.end(form, "flat", 1.6)
        return
    form = pen.begin(circle(x, y, r), "shade")
    if kind == "rays":
        pen.line("".join(f"M{num(a)},{num(b)}L{num(c)},{num(d)}" for k in range(36) for (a, b), (c, d) in [(polar(x, y, r * 0.62, k / 36), polar(x, y, r * (0.95 if k % 2 else 0.84), k / 36))]), 1.3)
    else:
        pen.about(x, y, r * 0.66, r * 0.94)
    pen.line(circle(x, y, r * 0.62), 1.2)
    pen.end(form, "flat", 1.6)


def lotus(pen: Pen, x: float, y: float, half: float, high: float) -> None:
    """The lotus on which what is holy stands or sits: petals up, petals down, a plinth."""
    pen.ground(x + 6, y + high + 4, half * 1.25)
    outline = mirrored(x, ((0, y), (half * 0.97, y, 1), (half * 1.02, y + high * 0.2), (half * 0.86, y + high * 0.42, 1), (half * 1.08, y + high * 0.66), (half * 1.06, y + high * 0.8, 1), (half * 1.06, y + high, 1), (0, y + high, 1)))
    form = pen.begin(outline)
    found = []
    for k in range(-5, 6):
        a, m, b = (half * 1.05 * sin(pi * (k + d) / 12) for d in (-0.5, 0, 0.5))
        found.append(f"M{num(x + a * 0.84)},{num(y + high * 0.42)}Q{num(x + a * 1.1)},{num(y + high * 0.12)} {num(x + m)},{num(y + 1)}Q{num(x + b * 1.1)},{num(y + high * 0.12)} {num(x + b * 0.84)},{num(y + high * 0.42)}")
        found.append(f"M{num(x + a * 0.84)},{num(y + high * 0.44)}Q{num(x + a * 1.12)},{num(y + high * 0.7)} {num(x + m * 1.04)},{num(y + high * 0.78)}Q{num(x + b * 1.12)},{num(y + high * 0.7)} {num(x + b * 0.84)},{num(y + high * 0.44)}")
    pen.line("".join(found) + f"M{num(x - half * 1.1)},{num(y + high * 0.8)}H{num(x + half * 1.1)}", 1.2)
    pen.end(form)


def plinth(pen: Pen, x: float, y: float, half: float, high: float) -> None:
    """A block with a moulding, a belt of ornament on it."""
    pen.ground(x + 6, y + high + 4, half * 1.2)
    form = pen.begin(box(x - half, y, 2 * half, high))
    if high > 30:
        pen.tiles(box(x - half, y + high * 0.26, 2 * half, high * 0.5), x - half, y + high * 0.26, high * 0.5)
    pen.line(f"M{num(x - half)},{num(y + high * 0.2)}h{num(2 * half)}M{num(x - half)},{num(y + high * 0.82)}h{num(2 * half)}", 1.2)
    pen.end(form, "soft")


def base(pen: Pen, x: float, y: float, half: float, high: float) -> None:
    holy = pen.family in ("south", "southeast") or (pen.family == "east" and pen.chance("lotus") > 0.3)
    (lotus if holy else plinth)(pen, x, y, half, high)


def pleats(pen: Pen, x: float, tops: tuple[float, ...], high: float, low: float, flare: float = 1.4) -> None:
    """Folds that fall from a belt."""
    pen.line("".join(f"M{num(x + d)},{num(high)}Q{num(x + d * flare * 1.05)},{num((high + low) / 2)} {num(x + d * flare)},{num(low)}" for d in tops), 1.1)


def swags(pen: Pen, x: float, rows: tuple[tuple[float, float, float], ...]) -> None:
    """Folds that hang in bows: (half width, height, depth)."""
    pen.line("".join(f"M{num(x - w)},{num(y)}Q{num(x)},{num(y + d * 2)} {num(x + w)},{num(y)}" for w, y, d in rows), 1.1)


def crown(pen: Pen, x: float, y: float, half: float, tall: float = 0) -> None:
    """A crown in tiers, as gods wear it in the south; `tall` against its half width."""
    tall = tall or pen.vary("crown", 2.0, 2.8)
    form = pen.begin(mirrored(x, ((2, y - half * tall), (half * 0.22, y - half * (tall * 0.8)), (half * 0.62, y - half * tall * 0.54), (half * 0.8, y - half * tall * 0.3), (half, y - half * 0.2), (half * 1.02, y, 1), (0, y + half * 0.16))), "light")
    pen.line("".join(f"M{num(x - half)},{num(y - half * k)}Q{num(x)},{num(y - half * k + half * 0.3)} {num(x + half)},{num(y - half * k)}" for k in (0.24, 0.42, tall * 0.4, tall * 0.58, tall * 0.74)), 1.1)
    pen.line(ellipse(x, y - half * 0.58, half * 0.22, half * 0.3), 1.1)
    pen.end(form, "round", 1.6)


def hair(pen: Pen, x: float, y: float, half: float, kind: str) -> None:
    """Hair above a face whose brow is at y and whose half width is given."""
    if kind in ("curls", "waves"):
        cap = curve([(x - half * 1.08, y + half * 0.7), (x - half * 1.2, y - half * 0.2), (x - half * 0.6, y - half * 1.02), (x + half * 0.6, y - half * 1.02), (x + half * 1.2, y - half * 0.2), (x + half * 1.08, y + half * 0.7, 1), (x + half * 0.86, y + half * 0.02), (x, y - half * 0.22), (x - half * 0.86, y + half * 0.02, 1)], True)
        form = pen.begin(cap, "shade")
        if kind == "waves":
            pen.line("".join(f"M{num(x)},{num(y - half)}Q{num(x + half * k * 0.3)},{num(y - half * 0.86)} {num(x + half * k * 0.24)},{num(y - half * 0.2)}t{num(half * k * 0.06)},{num(half * 0.3)}t{num(half * k * 0.04)},{num(half * 0.4)}" for k in range(-4, 5)), 1.1)
        else:
            rows, wide = (5, 0.105) if half > 60 else (2, 0.15)
            pen.line("".join(circle(x + half * wide * 2.2 * (dx + row % 2 / 2), y - half * (0.86 - wide * 1.9 * row) + half * 0.02 * dx * dx * wide * 10, half * wide) for row in range(rows) for dx in range(-6, 6) if abs(dx * wide * 2.2) < 1.2), 1)
        pen.end(form, "flat", 1.4)
        return
    knot = half * (0.5 if kind == "knot" else 0.62)
    pen.part(circle(x, y - half * 1.05, knot), "shade", "dome", 1.4)
    cap = curve([(x - half * 1.04, y + half * 0.3), (x - half * 1.02, y - half * 0.4), (x, y - half * 1.02), (x + half * 1.02, y - half * 0.4), (x + half * 1.04, y + half * 0.3, 1), (x + half * 0.6, y - half * 0.24), (x, y - half * 0.36), (x - half * 0.6, y - half * 0.24)], True)
    pen.part(cap, "shade", "flat", 1.4)
    pen.line("".join(f"M{num(x + half * k * 0.3)},{num(y - half * 0.34)}Q{num(x + half * k * 0.3)},{num(y - half * 0.8)} {num(x)},{num(y - half)}" for k in range(-2, 3)), 0.9)
