"""Silhouettes of vessels of rite and of light: tripods, horns, burners, lamps."""

# Coordinates stay on the line of the stroke that they draw.
# fmt: off
from __future__ import annotations

from .plate_forms import Profile, box, circle, curve, ellipse, mirrored, petals, rings, turned
from .plate_pen import Pen
from .plate_vessels import Kind, pot

_BEAKER: Kind = (((92, 58, 1), (74, 92), (56, 150), (50, 196), (70, 216), (72, 262), (52, 280), (52, 330), (64, 390), (84, 438, 1)), (216, 264), (96, 170))


def ritual_vessel(pen: Pen) -> None:
    """A bronze of ritual: a tripod with upright handles, or a flaring beaker with flanges."""
    if pen.chance("kind") > 0.66:
        pot(pen, _BEAKER)
        for side in (1, -1):
            x = 170 + side * 62
            pen.part(f"M{x - 4},214h8v52h-8ZM{x - side * 12 - 4},284h8v50h-8Z", "shade", "flat", 1.4)
        return
    profile: Profile = ((120, 168, 1), (112, 178), (116, 216), (124, 270), (106, 318), (60, 346), (8, 354, 1))
    pen.ground(176, 446, 130)
    for x in (92, 248):
        ear = f"M{x - 26},176V104Q{x},84 {x + 26},104V176H{x + 12}V116Q{x},106 {x - 12},116V176Z"
        pen.part(ear, "body", "soft")
    leg = "M{0},300C{1},330 {2},380 {3},440C{4},448 {5},448 {6},440C{7},390 {8},330 {9},300Z"
    pen.part(leg.format(150, 154, 158, 154, 162, 178, 186, 182, 188, 192), "shade")
    for side in (1, -1):
        xs = [170 + side * d for d in (52, 60, 72, 76, 84, 100, 108, 106, 110, 116)]
        pen.part(leg.format(*(f"{x:g}" for x in xs)))
    form = pen.begin(turned(170, profile, 0.1))
    pen.band(170, profile, 192, 238, sag=0.1)
    pen.line("".join(f"M{x},196v40" for x in (82, 126, 170, 214, 258)), 4, "shade")
    pen.line(rings(170, profile, (256, 262, 310), 0.1), 1.1)
    pen.hatch_turned(170, profile, sag=0.1)
    pen.end(form)
    pen.mouth(170, 168, 120, 9, 0.1)


def rhyton(pen: Pen) -> None:
    """A horn for pouring that ends in the forepart of an animal."""
    horn = curve([(272, 66, 1), (266, 150), (232, 232), (160, 286), (108, 300, 1), (96, 262, 1), (140, 226), (166, 160), (168, 74, 1)], True)
    form = pen.begin(horn)
    pen.tiles("M150,92L290,84L286,136L150,142Z", 160, 90, 46)
    pen.line("M160,86Q220,98 276,80M160,142Q218,152 272,134M158,150Q216,160 270,142M132,236Q172,262 198,270M124,242Q164,270 188,276", 1.3)
    pen.line("".join(f"M{166 - k * 6:.0f},{166 + k * 12}Q{214 - k * 8},{184 + k * 14} {262 - k * 9},{158 + k * 15}" for k in range(5)), 1)
    pen.slant((190, 80, 290, 330), 6)
    pen.end(form, "soft")
    pen.mouth(220, 70, 53, 5, 0.17)
    head = curve([(112, 304), (86, 320), (58, 330), (34, 322), (28, 308), (44, 294), (60, 276), (70, 256), (88, 244), (104, 258)], True)
    pen.part(head, "light", "soft")
    pen.part(curve([(84, 248), (84, 222), (104, 208), (124, 222), (118, 238), (110, 228), (100, 232), (98, 252)], True), "shade", "soft", 1.6)
    pen.line("M58,286q8,-6 14,2M36,312q10,2 18,-4M84,262q-10,18 4,40", 1.4)
    pen.fill(circle(66, 286, 3.4) + circle(37, 307, 2))
    pen.part(curve([(110, 300), (90, 332), (62, 346), (58, 356), (86, 356), (112, 336), (140, 298)], True), "body", "soft", 1.8)


def censer(pen: Pen) -> None:
    """A burner: a mountain with smoke holes on a bowl and stem; or a ball on three feet."""
    bowl_: Profile = ((82, 250, 1), (84, 266), (70, 306), (34, 336), (12, 348, 1))
    pen.ground(176, 446, 96)
    if pen.chance("kind") > 0.45:
        stem: Profile = ((12, 346, 1), (20, 362), (12, 380), (22, 404), (64, 424), (76, 438, 1))
        pen.part(turned(170, stem))
    else:
        for x in (112, 170, 228):
            pen.part(f"M{x - 17},320C{x - 20},370 {x - 10},400 {x - 14},440H{x + 14}C{x + 10},400 {x + 20},370 {x + 17},320Z", "shade" if x == 170 else "body")
    form = pen.begin(turned(170, bowl_))
    pen.band(170, bowl_, 268, 304)
    pen.hatch_turned(170, bowl_)
    pen.end(form)
    hill = mirrored(170, ((3, 92), (14, 112), (24, 104), (34, 136), (48, 138), (54, 168), (68, 176), (72, 204), (84, 220), (86, 248, 1)))
    form = pen.begin(hill)
    peaks = "".join(f"M{x - 22},{y + 30}Q{x - 8},{y + 8} {x},{y}Q{x + 8},{y + 10} {x + 22},{y + 30}" for x, y in ((170, 130), (146, 168), (194, 164), (118, 208), (168, 206), (222, 206)))
    pen.line(peaks, 1.4)
    pen.fill("".join(ellipse(x, y, 5, 8) for x, y in ((170, 154), (148, 196), (196, 192), (124, 232), (170, 236), (216, 232))))
    pen.slant((150, 90, 262, 300), 6)
    pen.end(form)
    pen.part(curve([(150, 94), (160, 76), (164, 58), (178, 46), (186, 54), (180, 66), (194, 70), (212, 58), (204, 80), (186, 94)], True), "body", "soft", 1.6)


def lamp(pen: Pen) -> None:
    """A hanging lamp with a flaring neck, as in a mosque; or an oil lamp with nozzle and handle."""
    if pen.family in ("classical", "near-east", "southeast", "steppe"):
        return _oil_lamp(pen)
    profile: Profile = ((104, 100, 1), (84, 130), (58, 176), (52, 196), (84, 222), (118, 264), (112, 316), (70, 356), (48, 366, 1), (64, 404), (74, 420, 1))
    pen.line("M170,20L84,262M170,20L256,262M170,20V96", 1.6)
    pen.fill(circle(170, 22, 8), "line")
    form = pen.begin(turned(170, profile))
    pen.band(170, profile, 124, 170)
    pen.band(170, profile, 236, 314, 2)
    pen.hatch_turned(170, profile)
    pen.shine(170, profile, 230, 340)
    pen.end(form)
    for x in (78, 262, 170):
        pen.tube(circle(x, 268, 8), 4)
    pen.mouth(170, 100, 104, 5)
    return None


def _oil_lamp(pen: Pen) -> None:
    pen.ground(170, 352, 120)
    pen.tube(curve([(100, 268), (42, 270), (36, 208), (76, 202), (100, 236)]), 12)
    body = curve([(84, 252), (130, 220), (200, 218), (256, 232), (304, 222), (322, 238), (304, 268), (258, 290), (200, 312), (130, 304)], True)
    form = pen.begin(body)
    pen.tiles(box(90, 254, 200, 30), 92, 254, 30)
    pen.slant((170, 210, 320, 330), 6)
    pen.end(form, "soft")
    pen.part(ellipse(168, 228, 56, 13), "shade", "flat", 1.4)
    pen.fill(ellipse(168, 229, 13, 4) + ellipse(302, 234, 11, 5))
    pen.part(curve([(304, 230), (292, 204), (306, 170), (318, 204)], True), "light", "flat", 1.4)
    pen.part(turned(184, ((46, 306, 1), (30, 318), (44, 342, 1))))
    pen.line(petals(168, 228, 8, 3, 11, 0.8), 0.8)


RITES = {
    "ritual-vessel": (340, 480, ritual_vessel), "rhyton": (320, 390, rhyton), "censer": (340, 480, censer), "lamp": (340, 450, lamp),
}
