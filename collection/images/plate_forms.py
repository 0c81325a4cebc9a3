"""The forms that plates are drawn from: turned bodies, rings, ellipses, boxes, as SVG path data."""

from __future__ import annotations

from typing import NamedTuple

# (half width, y) or (half width, y, 1): the third marks an edge, where the curve breaks.
Profile = tuple[tuple[float, ...], ...]


class Silhouette(NamedTuple):
    """One kind of object: paths in units of the drawing.

    `body` is filled and shaded, `field` (clipped by the body) takes the ornament, `lines` are drawn on it,
    `back` lies behind in the darker tone, `tubes` are round things such as handles, `dark` and `light` are filled.
    """

    width: int
    height: int
    body: str
    field: str = ""
    lines: str = ""
    back: str = ""
    tubes: tuple[tuple[str, float], ...] = ()
    dark: str = ""
    light: str = ""
    is_round: bool = True


def sample(profile: Profile, steps: int = 7) -> list[tuple[float, float]]:
    """A smooth curve (Catmull–Rom) through the points, broken at edges, as short straight pieces."""
    drawn: list[tuple[float, float]] = [(profile[0][0], profile[0][1])]
    last = len(profile) - 1
    for i in range(last):
        p1, p2 = profile[i], profile[i + 1]
        p0 = p1 if i == 0 or len(p1) > 2 else profile[i - 1]
        p3 = p2 if i + 1 == last or len(p2) > 2 else profile[i + 2]
        for step in range(1, steps + 1):
            t = step / steps
            drawn.append((_spline(p0[0], p1[0], p2[0], p3[0], t), _spline(p0[1], p1[1], p2[1], p3[1], t)))
    return drawn


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)


def turned(centre: float, profile: Profile) -> str:
    """A body that is the same on both sides of its axis, as if made on a wheel."""
    right = sample(profile)
    points = [(centre + x, y) for x, y in right] + [(centre - x, y) for x, y in reversed(right)]
    return "M" + " ".join(f"{x:.1f},{y:.1f}" for x, y in points) + "Z"


def half_width(profile: Profile, y: float) -> float:
    """How far the body reaches from its axis at the height `y`."""
    points = sample(profile)
    return min(points, key=lambda point: abs(point[1] - y))[0]


def rings(centre: float, profile: Profile, *heights: float, sag: float = 0.14) -> str:
    """Lines about a turned body; they sag, as circles seen from a little above."""
    found = []
    for y in heights:
        half = half_width(profile, y)
        found.append(f"M{centre - half:.1f},{y}Q{centre},{y + 2 * half * sag:.1f} {centre + half:.1f},{y}")
    return "".join(found)


def zone(centre: float, profile: Profile, top: float, bottom: float, sag: float = 0.14) -> str:
    """The belt of a turned body between two rings."""
    a, b = half_width(profile, top), half_width(profile, bottom)
    reach = max(a, b, *(half_width(profile, top + (bottom - top) * part / 4) for part in range(5))) + 4
    return (
        f"M{centre - reach:.1f},{top}Q{centre},{top + 2 * a * sag:.1f} {centre + reach:.1f},{top}V{bottom}"
        f"Q{centre},{bottom + 2 * b * sag:.1f} {centre - reach:.1f},{bottom}Z"
    )


def ellipse(x: float, y: float, rx: float, ry: float) -> str:
    """A whole ellipse about (x, y)."""
    return f"M{x - rx},{y}a{rx},{ry} 0 1 0 {2 * rx},0a{rx},{ry} 0 1 0 {-2 * rx},0Z"


def box(x: float, y: float, width: float, height: float) -> str:
    """A rectangle."""
    return f"M{x},{y}h{width}v{height}h{-width}Z"
