"""The ornaments of plates: tiles that repeat to both sides, drawn after the things that carry them. One colour, thin lines."""

# Coordinates stay on the line of the stroke that they draw.
# fmt: off
from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from .plate_forms import at, circle, ellipse, petals, polar, star


class Ornament(NamedTuple):
    """A tile of `width` × `height` units: paths to stroke, paths to fill, and ribbons that pass over one another."""

    width: float
    height: float
    stroke: str = ""
    fill: str = ""
    ribbons: tuple[str, ...] = ()


def _seigaiha() -> Ornament:
    """Scales of waves, each hidden in part by the two before it."""
    arcs = []
    rows = [(16, y) for y in (16, 32)] + [(x, y) for y in (8, 24, 40) for x in (0, 32)]
    for x, y in rows:
        for r, px, py in ((16, 13.93, -7.87), (11, 8.96, -6.37), (6, 4.87, -3.5)):
            arcs.append(f"M{at(x - px, y + py)}A{r},{r} 0 0 1 {at(x + px, y + py)}")
    return Ornament(32, 32, "".join(arcs))


def _asanoha() -> Ornament:
    """Hemp leaves: a net of triangles, the middle of each joined to its corners."""
    side = 34.0
    high = side * sqrt(3)
    net = f"M0,0H{side}M0,{at(0, high / 2)[2:]}H{side}M0,0L{at(side, high)}M{side},0L{at(0, high)}"
    leaves = []
    for x, y, up in ((side / 2, high / 6, -1), (side / 2, high * 5 / 6, 1), (0, high / 3, 1), (side, high / 3, 1), (0, high * 2 / 3, -1), (side, high * 2 / 3, -1)):  # fmt: skip
        r = side / sqrt(3)
        start = 0.0 if up > 0 else 0.5
        leaves += [f"M{at(x, y)}L{at(*polar(x, y, r, start + k / 3))}" for k in range(3)]
    return Ornament(side, high, net + "".join(leaves))


def _girih() -> Ornament:
    """Eight-pointed stars that touch, the crosses between them, and a knot in each."""
    knots = "".join(star(x, y, 4, 9, 4) for x in (0, 60) for y in (0, 60))
    return Ornament(60, 60, star(30, 30, 8, 30, 23) + star(30, 30, 8, 18, 10, 1 / 16) + knots, circle(30, 30, 3))


def _rosette() -> Ornament:
    return Ornament(40, 40, circle(20, 20, 17.5) + petals(20, 20, 8, 4, 16.5, 0.95), circle(20, 20, 3.4))


def _padma() -> Ornament:
    """The lotus from above, with buds at the corners."""
    corners = "M0,9L9,0M35,0L44,9M0,35L9,44M44,35L35,44M0,4L4,0M40,0L44,4M0,40L4,44M44,40L40,44"
    return Ornament(44, 44, petals(22, 22, 8, 7, 20, 0.95) + petals(22, 22, 8, 4, 12, 0.9, 1 / 16) + corners, circle(22, 22, 3))


def _dong_son() -> Ornament:
    """Circles joined by tangents between two combs, as on the drums."""
    teeth = "".join(f"M{x},2v5M{x},33v5" for x in range(3, 40, 6))
    return Ornament(
        36, 40, teeth + "M0,2H36M0,38H36M0,7H36M0,33H36M23,12L37,28M-13,12L1,28" + circle(18, 20, 9.5) + circle(18, 20, 5), circle(18, 20, 2)
    )  # fmt: skip


ORNAMENTS: dict[str, Ornament] = {
    # China: the thunder pattern of bronzes, the scroll of porcelain, clouds, the collar of cloud heads, export panels.
    "leiwen": Ornament(40, 40, "M3,37V3H37V33H10V10H30V26H17V17H23"),
    "lotus-scroll": Ornament(
        64, 48,
        "M0,36C6,44 16,46 22,40S28,30 32,30S36,34 42,40S58,44 64,36M0,36C4,26 10,22 8,15C6,9 0,11 1,16M64,36C60,26 54,22 56,15C58,9 64,11 63,16"
        "M32,30C22,30 14,24 13,16C20,16 26,20 32,30C28,20 22,14 23,7C29,10 32,18 32,30C32,18 35,10 41,7C42,14 36,20 32,30C38,20 44,16 51,16C50,24 42,30 32,30",
        "M32,29C28,22 28,10 32,3C36,10 36,22 32,29ZM12,42c-2,-6 1,-10 5,-12c2,5 1,10 -5,12ZM52,42c2,-6 -1,-10 -5,-12c-2,5 -1,10 5,12Z",
    ),
    "cloud-collar": Ornament(
        44, 44,
        "M22,43C20,34 3,34 3,20C3,10 14,9 15,17C16,23 8,23 9,18M22,43C24,34 41,34 41,20C41,10 30,9 29,17C28,23 36,23 35,18M15,15C14,7 20,6 22,1C24,6 30,7 29,15M0,43H44M0,1H44",
        "M22,33C17,29 17,23 22,18C27,23 27,29 22,33Z",
    ),
    "kraak": Ornament(
        56, 64,
        "M3,3H45V61H3ZM48,3H53V61H48ZM24,7C30,12 40,11 41,18C42,24 38,27 38,32S42,40 41,46C40,53 30,52 24,57C18,52 8,53 7,46C6,40 10,37 10,32S6,24 7,18C8,11 18,12 24,7Z"
        "M24,56C22,46 26,40 24,32M24,44C18,44 14,40 14,36M24,40C30,40 33,36 33,32",
        "M24,33C17,33 15,27 17,23C19,24 20,25 21,27C20,22 22,18 24,16C26,18 28,22 27,27C28,25 29,24 31,23C33,27 31,33 24,33Z" + circle(50.5, 18, 2) + circle(50.5, 32, 2) + circle(50.5, 46, 2),
    ),
    "cloud": Ornament(
        60, 40,
        "M6,30C2,22 10,16 15,21C14,10 28,6 31,16C35,9 46,12 44,21C50,18 56,24 52,30M15,21C18,22 19,25 17,27M31,16C33,19 32,22 29,23M44,21C41,22 40,24 41,27M6,30C20,34 38,34 52,30"
        "M-8,10C0,14 10,12 16,6M52,10C56,12 64,12 70,8",
    ),
    # Japan: waves of the blue sea, hemp leaf. Korea: inlaid roundels with a crane among clouds.
    "seigaiha": _seigaiha(),
    "asanoha": _asanoha(),
    "sanggam": Ornament(
        48, 48,
        circle(24, 24, 17) + circle(24, 24, 14) + "M-7,0H7M0,-7V7M41,0H55M48,-7V7M-7,48H7M0,41V55M41,48H55M48,41V55M18,33C20,29 23,27 26,25",
        "M14,18C20,17 23,20 25,24C27,19 31,17 36,19C32,21 30,24 29,28C25,28 20,26 14,18Z" + circle(33, 31, 1.6),
    ),
    # Java and the islands: four seeds about a point.
    "kawung": Ornament(
        40, 40,
        "".join(f"M20,20C{a} {b} {c}C{d} {e} 20,20Z" for a, b, c, d, e in (
            ("9,19", "2,12", "2,2", "12,2", "19,9"), ("31,19", "38,12", "38,2", "28,2", "21,9"),
            ("9,21", "2,28", "2,38", "12,38", "19,31"), ("31,21", "38,28", "38,38", "28,38", "21,31"))),
        "M9,9l5,5M31,9l-5,5" + "".join(circle(x, y, 1.5) for x, y in ((9, 9), (31, 9), (9, 31), (31, 31))) + "M18.4,0h3.2v2h-3.2ZM0,18.4h2v3.2h-2ZM38,18.4h2v3.2h-2ZM18.4,38h3.2v2h-3.2Z",
    ),
    # Khmer, Thai, Lao, Burmese: flames one above the other (kranok).
    "kranok": Ornament(
        36, 44,
        "M18,44C6,36 3,24 12,16C11,22 16,24 15,29C20,25 15,18 19,6C19,14 27,16 27,26C29,24 29,20 28,17C34,25 30,37 18,44ZM18,40C14,36 14,32 18,28C22,32 22,36 18,40Z"
        "M-18,22C-6,14 -9,4 -18,0M0,22C-6,18 -8,12 -4,4M0,22C6,18 8,12 4,4M36,22C30,18 28,12 32,4M36,22C42,18 44,12 40,4",
    ),
    # Vietnam and the bronze drums. India: pierced screens, the lotus from above, the buta.
    "dong-son": _dong_son(),
    "jali": Ornament(36, 36, "M18,0L36,18L18,36L0,18ZM18,8L28,18L18,28L8,18ZM0,0L8,0L0,8ZM36,0L28,0L36,8ZM0,36L8,36L0,28ZM36,36L28,36L36,28Z", star(18, 18, 4, 7, 2.6)),
    "padma": _padma(),
    "buta": Ornament(
        40, 52,
        "M18,48C4,46 1,33 8,23C13,15 23,14 25,7C26,3 21,2 19,5C26,-1 34,4 32,13C30,23 37,27 34,36C32,44 25,49 18,48ZM19,43C10,42 8,34 12,28C16,22 23,20 26,15C26,23 31,28 29,35C28,40 24,43 19,43Z"
        "M18,48v4M10,52C12,49 15,48 18,50C21,48 24,49 26,52",
        petals(20, 33, 6, 1.5, 7, 0.9) + circle(2, 4, 1.8) + circle(38, 46, 1.4),
    ),
    # Iran and the lands of Islam: star and cross, and the leaves that split and bind.
    "girih": _girih(),
    "arabesque": Ornament(
        52, 52,
        "M26,0C24,10 8,12 8,26S24,42 26,52C28,42 44,40 44,26S28,10 26,0ZM0,26C6,20 4,10 0,0M52,26C46,20 48,10 52,0M0,26C6,32 4,42 0,52M52,26C46,32 48,42 52,52M8,26H0M44,26H52"
        "M26,46C26,36 14,34 15,24C20,24 25,28 26,34C27,28 32,24 37,24C38,34 26,36 26,46",
        "M26,30C20,24 21,16 26,9C31,16 32,24 26,30ZM0,7c5,3 5,8 0,12ZM52,7c-5,3 -5,8 0,12ZM0,33c5,4 5,9 0,12ZM52,33c-5,4 -5,9 0,12Z",
    ),
    # Ottoman lands: three balls and a tiger's stripe (chintamani).
    "chintamani": Ornament(
        48, 44,
        circle(24, 8, 6) + circle(14, 22, 6) + circle(34, 22, 6) + "M3,36C10,30 14,40 24,35S38,31 45,35M3,41C10,35 14,45 24,40S38,36 45,40",
        circle(25, 9, 3) + circle(15, 23, 3) + circle(35, 23, 3),
    ),
    # Steppe and oasis: the ram's horn. Mesopotamia and old Iran: the rosette.
    "ram-horn": Ornament(
        44, 44, "M22,40V20C22,8 15,4 9,6C3,8 3,17 9,17C13,17 13,11 10,11M22,20C22,8 29,4 35,6C41,8 41,17 35,17C31,17 31,11 34,11M22,28L14,34H6M22,28L30,34H38M2,42H42", "M22,33l4,4l-4,4l-4,-4Z"
    ),
    "rosette": _rosette(),
    # Greece and Rome: key, palmettes, vine. Europe: acanthus, tracery, quatrefoil. The north: interlace.
    "meander": Ornament(40, 40, "M0,3H40M0,37H40M0,31H6V9H36V25H16V17H27M36,31H40M6,31H0M36,25V31H16"),
    "palmette": Ornament(
        48, 48,
        "M24,40C22,32 8,38 3,30C0,24 8,20 10,26M24,40C26,32 40,38 45,30C48,24 40,20 38,26M0,44H48M24,36C16,32 10,24 11,15C17,18 22,26 24,36C20,26 17,14 19,7C23,12 24,24 24,36C24,24 25,12 29,7C31,14 28,26 24,36C26,26 31,18 37,15C38,24 32,32 24,36",
        "M24,30C21,20 21,10 24,2C27,10 27,20 24,30Z",
    ),
    "vine-scroll": Ornament(
        72, 44,
        "M0,22C8,4 28,4 36,22S64,40 72,22M18,9C24,16 22,28 16,32M54,35C48,28 50,16 56,12M36,22C40,26 44,24 44,20M0,22C4,26 8,24 8,20",
        "M14,30c-6,-2 -9,3 -6,7c4,0 5,5 9,5c1,-4 7,-4 6,-9c-3,-2 -6,-4 -9,-3Z" + "".join(circle(x, y, 2.2) for x, y in ((54, 5), (59, 6), (64, 7), (57, 10), (62, 11), (60, 15))),
    ),
    "acanthus": Ornament(
        64, 48,
        "M0,24C8,8 24,6 32,24S56,40 64,24M32,24C28,10 12,12 13,23C14,31 25,30 23,23M64,24C60,38 44,36 45,25C46,17 57,18 55,25",
        "M6,15C2,10 3,4 8,2C9,5 11,6 14,5C13,8 15,9 18,8C17,11 12,15 6,15ZM24,12C25,6 31,5 35,7C33,9 33,11 35,13C32,14 30,18 31,21C28,18 26,15 24,12ZM38,33C34,38 35,44 40,46C41,43 43,42 46,43C45,40 47,39 50,40C49,37 44,33 38,33ZM56,36C57,42 63,43 67,41C65,39 65,37 67,35C64,34 62,30 63,27C60,30 58,33 56,36Z",
    ),
    "interlace": Ornament(
        64, 36, "M0,2H64M0,34H64", "", ("M-4,9C16,7 16,27 32,27S48,7 68,9", "M-4,27C16,29 16,9 32,9S48,29 68,27", "M6,10.5C16,13 18,22 26,25.7"),
    ),
    "tracery": Ornament(
        44, 60,
        "M1,60V26C2,14 12,6 22,1C32,6 42,14 43,26V60M22,60V34M4,60V44C5,37 10,33 13,31C17,33 21,37 22,44C23,37 27,33 31,31C34,33 39,37 40,44V60M0,1C4,4 8,6 11,8M44,1C40,4 36,6 33,8"
        + circle(22, 20, 9.5) + "M22,20m0,-8a4,4 0 0 1 4,4a4,4 0 1 1 0,8a4,4 0 1 1 -8,0a4,4 0 1 1 0,-8a4,4 0 0 1 4,-4",
    ),
    "quatrefoil": Ornament(
        44, 44, "M22,3A8,8 0 0 1 30,14A8,8 0 1 1 30,30A8,8 0 1 1 14,30A8,8 0 1 1 14,14A8,8 0 0 1 22,3ZM0,0L11,11M44,0L33,11M0,44L11,33M44,44L33,33",
        petals(22, 22, 4, 1, 10, 0.6) + star(0, 0, 4, 6, 2) + star(44, 0, 4, 6, 2) + star(0, 44, 4, 6, 2) + star(44, 44, 4, 6, 2),
    ),
    # Africa: woven squares. The Americas: the stepped fret. Anywhere: incised combs, as on the oldest pots.
    "weave": Ornament(40, 40, "M0,5H20M0,10H20M0,15H20M25,0V20M30,0V20M35,0V20M20,25H40M20,30H40M20,35H40M5,20V40M10,20V40M15,20V40M0,0H40M0,20H40M0,0V40M20,0V40"),
    "stepped-fret": Ornament(44, 44, "M0,42H10V32H20V22H30V12H42V34H28M0,2H44M34,20v7H28"),
    "hatching": Ornament(40, 32, "M0,32L20,0L40,32M5,32L20,8L35,32M10,32L20,16L30,32M0,24L-5,32M20,0L25,8M20,0L15,8M0,16L15,-8M40,16L25,-8"),
}


def medallion(family: str, x: float, y: float, r: float) -> str:
    """The figure at the middle of a dish, a mirror or a carpet, as each family of ornaments likes it."""
    hub = circle(x, y, r * 0.14)
    if family == "islamic":
        return star(x, y, 8, r, r * 0.765) + star(x, y, 8, r * 0.62, r * 0.36, 1 / 16) + hub
    if family == "southeast":
        return star(x, y, 12, r, r * 0.4) + circle(x, y, r * 0.4) + hub
    if family in ("classical", "near-east"):
        return petals(x, y, 12, r * 0.24, r, 0.95) + circle(x, y, r * 0.24)
    if family == "europe":
        return petals(x, y, 4, r * 0.1, r, 0.7) + petals(x, y, 4, r * 0.1, r * 0.8, 0.5, 1 / 8) + hub
    if family == "south":
        return petals(x, y, 16, r * 0.55, r, 0.95) + petals(x, y, 8, r * 0.2, r * 0.6, 0.9) + hub
    return petals(x, y, 8, r * 0.3, r, 0.95) + petals(x, y, 8, r * 0.2, r * 0.66, 0.8, 1 / 16) + ellipse(x, y, r * 0.2, r * 0.2)
