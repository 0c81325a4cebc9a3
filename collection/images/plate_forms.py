"""The forms that plates are drawn from: curves through points, turned bodies, rings, ellipses, stars, as SVG path data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import cos, hypot, pi, sin

# (x, y) or (x, y, 1): the third marks an edge, where the curve breaks.
Points = Sequence[tuple[float, ...]]
# The right half of a turned body, from top to foot: (half width, y) or (half width, y, 1).
Profile = tuple[tuple[float, ...], ...]

SAG = 0.14  # depth of a ring against its half width: circles seen from a little above


def num(value: float) -> str:
    """A number as short as SVG allows: one decimal, no zero that says nothing."""
    text = f"{round(value, 1) + 0.0:.1f}".replace("-0.", "-.")
    text = text[1:] if text.startswith("0.") else text
    return text[:-2] or "0" if text.endswith(".0") else text


def at(x: float, y: float) -> str:
    """A point; the comma is left out where a minus sign parts the numbers."""
    second = num(y)
    return num(x) + ("" if second.startswith("-") else ",") + second


def _neighbours(points: Points, i: int, closed: bool) -> tuple[tuple[float, ...], ...]:
    """The four points that shape the piece from point i to the next (Catmull–Rom, broken at edges)."""
    count = len(points)
    one, two = points[i], points[(i + 1) % count]
    before = points[i - 1] if (closed or i > 0) and len(one) < 3 else one
    after = points[(i + 2) % count] if (closed or i + 2 < count) and len(two) < 3 else two
    return before, one, two, after


def curve(points: Points, closed: bool = False, *, follow: bool = False) -> str:
    """A smooth curve through the points, as cubic Béziers. `follow` leaves out the first move."""
    x, y = round(points[0][0], 1), round(points[0][1], 1)
    found = [] if follow else [f"M{at(x, y)}"]
    for i in range(len(points) if closed else len(points) - 1):
        a, b, c, d = _neighbours(points, i, closed)
        found.append(
            f"c{at(b[0] + (c[0] - a[0]) / 6 - x, b[1] + (c[1] - a[1]) / 6 - y)} "
            f"{at(c[0] - (d[0] - b[0]) / 6 - x, c[1] - (d[1] - b[1]) / 6 - y)} {at(c[0] - x, c[1] - y)}"
        )
        x, y = round(x + round(c[0] - x, 1), 1), round(y + round(c[1] - y, 1), 1)
    return "".join(found) + ("Z" if closed else "")


def mirrored(centre: float, right: Points) -> str:
    """A closed outline from its right half (distances from the axis, from top to bottom)."""
    left = [(-p[0], *p[1:]) for p in reversed(right)]
    return curve([(centre + p[0], *p[1:]) for p in (*right, *left)], closed=True)


def turned(centre: float, profile: Profile, sag: float = SAG) -> str:
    """A body as if made on a wheel; it stands on the front of its foot ring, and its mouth is open to above."""
    (top, high), (foot, low) = profile[0][:2], profile[-1][:2]
    right = curve([(centre + p[0], *p[1:]) for p in profile])
    left = curve([(centre - p[0], *p[1:]) for p in reversed(profile)], follow=True)
    return (
        f"{right}Q{at(centre, low + 2 * foot * sag)} {at(centre - foot, low)}{left}"
        f"Q{at(centre, high - 2 * top * sag)} {at(centre + top, high)}Z"
    )


def half_width(profile: Profile, y: float) -> float:
    """How far the body reaches from its axis at the height `y`."""
    for i in range(len(profile) - 1):
        a, b, c, d = _neighbours(profile, i, False)
        if b[1] <= y <= c[1] and c[1] > b[1]:
            t = (y - b[1]) / (c[1] - b[1])
            m1, m2 = (c[0] - a[0]) / 2, (d[0] - b[0]) / 2
            t2, t3 = t * t, t * t * t
            return (
                (2 * t3 - 3 * t2 + 1) * b[0]
                + (t3 - 2 * t2 + t) * m1
                + (3 * t2 - 2 * t3) * c[0]
                + (t3 - t2) * m2
            )
    return profile[0][0] if y < profile[0][1] else profile[-1][0]


def ring(centre: float, half: float, y: float, sag: float = SAG) -> str:
    """The front of a circle about a turned body."""
    return f"M{at(centre - half, y)}Q{at(centre, y + 2 * half * sag)} {at(centre + half, y)}"


def rings(centre: float, profile: Profile, heights: Iterable[float], sag: float = SAG) -> str:
    return "".join(ring(centre, half_width(profile, y), y, sag) for y in heights)


def zone(centre: float, profile: Profile, top: float, bottom: float, sag: float = SAG) -> str:
    """The belt of a turned body between two rings, a little wider than it: to be clipped."""
    a, b = half_width(profile, top), half_width(profile, bottom)
    reach = max(half_width(profile, top + (bottom - top) * part / 8) for part in range(9)) + 6
    return (
        f"M{at(centre - reach, top)}Q{at(centre, top + 2 * a * sag)} {at(centre + reach, top)}V{num(bottom)}"
        f"Q{at(centre, bottom + 2 * b * sag)} {at(centre - reach, bottom)}Z"
    )


def ellipse(x: float, y: float, rx: float, ry: float) -> str:
    return f"M{at(x - rx, y)}a{at(rx, ry)} 0 1 0 {num(2 * rx)},0a{at(rx, ry)} 0 1 0 {num(-2 * rx)},0Z"


def circle(x: float, y: float, r: float) -> str:
    return ellipse(x, y, r, r)


def box(x: float, y: float, width: float, height: float) -> str:
    return f"M{at(x, y)}h{num(width)}v{num(height)}h{num(-width)}Z"


def polar(x: float, y: float, r: float, turn: float) -> tuple[float, float]:
    """The point at a distance and a turn (in whole turns, clockwise from above)."""
    return x + r * sin(2 * pi * turn), y - r * cos(2 * pi * turn)


def polygon(points: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(at(*p) for p in points) + "Z"


def star(x: float, y: float, points: int, outer: float, inner: float, turn: float = 0.0) -> str:
    """A star of so many points."""
    return polygon(polar(x, y, inner if k % 2 else outer, turn + k / (2 * points)) for k in range(2 * points))


def petals(
    x: float, y: float, count: int, inner: float, outer: float, fat: float = 0.5, turn: float = 0.0
) -> str:
    """So many pointed petals about a centre; `fat` is the share of the circle that they fill."""
    found = []
    middle, spread = inner + (outer - inner) * 0.55, fat / count
    for k in range(count):
        angle = turn + k / count
        root, tip = polar(x, y, inner, angle), polar(x, y, outer, angle)
        one, two = polar(x, y, middle, angle - spread), polar(x, y, middle, angle + spread)
        out, back = (tip[0] - root[0], tip[1] - root[1]), (two[0] - tip[0], two[1] - tip[1])
        found.append(
            f"M{at(*root)}q{at(one[0] - root[0], one[1] - root[1])} {at(*out)}q{at(*back)} {at(-out[0], -out[1])}"
        )
    return "".join(found)


def lobes(x: float, y: float, count: int, r: float, depth: float = 0.5) -> str:
    """A circle of so many round lobes, as a foliate rim."""
    first = polar(x, y, r, 0)
    bow = r * 2 * sin(pi / count) * (0.5 + depth / 2)
    arcs = "".join(
        f"A{num(bow)},{num(bow)} 0 0 1 {at(*polar(x, y, r, (k + 1) / count))}" for k in range(count)
    )
    return f"M{at(*first)}{arcs}Z"


def limb(points: Sequence[tuple[float, float, float]], axis: float | None = None) -> str:
    """A tapering thing along points (x, y, half width): an arm, a leg, a trunk, a tail.

    Round at its end and open at its beginning, so that no contour parts an arm from its body; the side away from the
    body's axis is rounded there, as a shoulder is.
    """
    sides: tuple[list[tuple[float, float]], list[tuple[float, float]]] = ([], [])
    last, cap, end = len(points) - 1, (0.0, 0.0), (0.0, 0.0)
    for i, (x, y, r) in enumerate(points):
        before, after = points[max(0, i - 1)], points[min(last, i + 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = hypot(dx, dy) or 1.0
        dx, dy = r * dx / length, r * dy / length
        sides[0].append((x + dy, y - dx))
        sides[1].append((x - dy, y + dx))
        cap, end = (x - dx, y - dy) if i == 0 else cap, (x + dx, y + dy)
    outer, inner = sides
    if axis is not None and abs(inner[0][0] - axis) > abs(outer[0][0] - axis):
        outer, inner = inner, outer
    return curve([*([] if axis is None else [cap]), *outer, end, *reversed(inner)])
