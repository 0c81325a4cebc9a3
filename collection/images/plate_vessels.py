"""Silhouettes of vessels: vases, jars, bottles, ewers, bowls, dishes, and those of ritual."""

# Coordinates stay on the line of the stroke that they draw.
# fmt: off
from __future__ import annotations

from .plate_forms import Profile, circle, curve, half_width, lobes, rings, turned, zone
from .plate_ornaments import medallion
from .plate_pen import Pen

# Right halves, from mouth to foot, about an axis at 170; the mark after a profile: where shoulder and belly carry ornament.
Kind = tuple[Profile, tuple[float, float], tuple[float, float]]
_BALUSTER: Kind = (((56, 52, 1), (44, 66), (37, 96), (38, 126), (62, 160), (104, 196), (117, 238), (104, 306), (74, 372), (60, 412), (64, 438, 1)), (188, 278), (132, 162))
_MEIPING: Kind = (((27, 58, 1), (22, 68), (24, 84), (62, 98), (112, 134), (124, 180), (110, 248), (82, 326), (66, 392), (70, 438, 1)), (140, 226), (98, 128))
_PEAR: Kind = (((46, 52, 1), (30, 78), (23, 122), (26, 170), (52, 228), (96, 288), (108, 340), (88, 392), (56, 418), (58, 438, 1)), (268, 360), (196, 232))
_GOURD: Kind = (((22, 52, 1), (20, 74), (26, 96), (58, 122), (66, 158), (54, 196), (42, 214), (60, 236), (108, 282), (120, 338), (98, 398), (66, 424), (68, 438, 1)), (270, 356), (126, 180))
_GUAN: Kind = (((66, 118, 1), (62, 132), (68, 148), (118, 172), (144, 222), (138, 288), (112, 356), (86, 408), (84, 438, 1)), (196, 306), (150, 178))
_MARTABAN: Kind = (((58, 88, 1), (48, 100), (52, 116), (106, 148), (134, 208), (132, 276), (110, 356), (84, 420), (82, 438, 1)), (164, 254), (122, 148))
_BOTTLE: Kind = (((24, 52, 1), (19, 66), (17, 110), (18, 168), (30, 210), (84, 246), (112, 300), (106, 360), (76, 412), (66, 420), (68, 438, 1)), (270, 364), (206, 238))
_STRAIGHT: Kind = (((40, 62, 1), (32, 70), (30, 96), (60, 112), (86, 134), (84, 190), (76, 260), (80, 340), (92, 400), (78, 424), (76, 438, 1)), (156, 286), (324, 392))
_AMPHORA: Kind = (((58, 54, 1), (56, 68, 1), (38, 78), (34, 110), (40, 142), (84, 176), (112, 226), (106, 288), (74, 352), (34, 396), (26, 412, 1), (58, 426), (62, 438, 1)), (190, 290), (90, 134))


def pot(pen: Pen, kind: Kind, *, lip: float = 5) -> None:
    """A thrown pot: belly in ornament, a narrow belt above, lappets about the foot."""
    profile, belly, belt = kind
    top, foot = profile[0], profile[-1]
    pen.ground(176, foot[1] + foot[0] * 0.2, foot[0] * 1.5)
    form = pen.begin(turned(170, profile))
    high = belly[1] - belly[0]
    if pen.chance("washed") > 0.6:
        pen.fill(zone(170, profile, belly[0] - 5, belly[1] + 5), "mark", 0.14)
    pen.band(170, profile, *belly, 2 if high > 84 else 1)
    if belt[1] - belt[0] > 26:
        pen.band(170, profile, *belt)
    _lappets(pen, profile, max(belly[1], belt[1]) + 24, foot[1] - 8)
    pen.hatch_turned(170, profile)
    pen.shine(170, profile, belly[0] - 14, belly[1] + 20)
    pen.end(form)
    pen.mouth(170, top[1], top[0], lip)


def _lappets(pen: Pen, profile: Profile, top: float, foot: float) -> None:
    """Upright leaves about the lower wall, where there is room for them."""
    if foot - top < 34:
        return
    found = []
    for k in range(-5, 6):
        low, high = half_width(profile, foot), half_width(profile, top)
        a, b, m = low * (k - 0.5) / 5.5, low * (k + 0.5) / 5.5, high * k / 5.5
        sag = 0.28 * (1 - (k / 5.5) ** 2)
        y, z = foot + low * sag / 2, top + high * sag / 2
        found.append(f"M{170 + a:.0f},{y:.0f}Q{170 + (a + m) / 2 - 8:.0f},{(y + z) / 2:.0f} {170 + m:.0f},{z:.0f}Q{170 + (b + m) / 2 + 8:.0f},{(y + z) / 2:.0f} {170 + b:.0f},{y:.0f}")
    pen.line("".join(found), 1.3, "mark")
    pen.line(rings(170, profile, (foot, foot + 4)), 1, "mark")


def vase(pen: Pen) -> None:
    kinds = {
        "east": (_BALUSTER, _MEIPING, _PEAR, _GOURD),
        "classical": (_AMPHORA, _AMPHORA),
        "near-east": (_AMPHORA, _STRAIGHT),
        "islamic": (_STRAIGHT, _BALUSTER, _BOTTLE),
    }.get(pen.family, (_BALUSTER, _PEAR, _GUAN, _STRAIGHT))
    kind = pen.pick("kind", *kinds)
    if kind is _AMPHORA or (kind is _BALUSTER and pen.chance("handles") > 0.5):
        neck, belly = (36, 176) if kind is _AMPHORA else (38, 172)
        for side in (1, -1):
            x = 170
            pen.tube(curve([(x + side * neck, 84), (x + side * 88, 84), (x + side * 96, 124), (x + side * (belly - 102), belly)]), 10)
    pot(pen, kind)


def jar(pen: Pen) -> None:
    kind = pen.pick("kind", _GUAN, _MARTABAN)
    pot(pen, kind, lip=6)
    if kind is _MARTABAN:
        for x in (88, 138, 202, 252):
            pen.tube(curve([(x - 9, 128), (x, 114), (x + 9, 128)]), 5)


def bottle(pen: Pen) -> None:
    pot(pen, pen.pick("kind", _BOTTLE, _PEAR, _GOURD), lip=4)


def _poured(pen: Pen, profile: Profile, belly: tuple[float, float], rows: int) -> None:
    form = pen.begin(turned(180, profile))
    pen.band(180, profile, *belly, rows)
    pen.hatch_turned(180, profile)
    pen.shine(180, profile, belly[0] - 16, belly[1] + 10)
    pen.end(form)


def _lid(pen: Pen, y: float, half: float) -> None:
    """A domed lid with a bud, standing on a mouth of this half width."""
    pen.part(turned(180, ((3, y - 46), (9, y - 40), (7, y - 30, 1), (half * 0.62, y - 22), (half, y - 6), (half + 3, y, 1))))
    pen.line(f"M{180 - half},{y - 7}Q180,{y} {180 + half},{y - 7}", 1.1)


def ewer(pen: Pen) -> None:
    """A jug for pouring: with a long spout, with a lip, or with a bird's or dragon's head."""
    kind = pen.pick("kind", "spout", "lip", "spout") if pen.family not in ("classical", "near-east") else "lip"
    if kind == "lip":
        profile: Profile = ((36, 98, 1), (26, 114), (23, 140), (30, 168), (72, 216), (92, 268), (80, 330), (42, 376), (24, 390, 1), (28, 402), (54, 418), (56, 424, 1))
        pen.ground(184, 432, 84)
        pen.tube(curve([(150, 92), (96, 70), (64, 128), (70, 196), (102, 258)]), 11)
        _poured(pen, profile, (226, 306), 2)
        pen.part(curve([(142, 98), (168, 84), (196, 78), (240, 58, 1), (226, 88), (214, 110), (180, 122), (150, 112)], True), "body", "soft")
        pen.fill("M158,92Q198,84 230,66Q214,92 186,98Z", "line", 0.55)
        return
    profile = ((27, 96, 1), (22, 110), (24, 150), (52, 184), (100, 236), (108, 292), (88, 352), (54, 392), (52, 402, 1), (62, 420, 1))
    pen.ground(184, 430, 96)
    pen.tube(curve([(158, 108), (100, 78), (58, 120), (52, 190), (78, 262)]), 12)
    for colour, grow in (("line", 3.6), ("body", 0.0)):
        for k, wide in enumerate((26.0, 21.0, 17.0, 13.0)):
            pen.line(curve([(276, 296), (312, 270), (316, 214), (328, 172), (352, 138)][k:]), wide + grow, colour)
    pen.line(curve([(280, 288), (306, 262), (310, 210), (324, 168), (348, 138)]), 2.4, "light")
    _poured(pen, profile, (218, 318), 2)
    pen.line(rings(180, profile, (132, 138, 184, 190, 372)), 1.1)
    _lid(pen, 96, 29)


def teapot(pen: Pen) -> None:
    profile: Profile = ((44, 150, 1), (50, 156), (104, 186), (122, 240), (106, 294), (66, 318), (62, 330, 1))
    pen.ground(184, 342, 100)
    if pen.chance("handle") > 0.5:
        pen.tube(curve([(104, 186), (100, 96), (180, 62), (260, 96), (256, 186)]), 11)
    else:
        pen.tube(curve([(80, 190), (30, 178), (20, 240), (44, 284), (84, 278)]), 13)
    for colour, grow in (("line", 3.6), ("body", 0.0)):
        for k, wide in enumerate((30.0, 22.0, 16.0)):
            pen.line(curve([(280, 262), (318, 246), (328, 204), (352, 176)][k:]), wide + grow, colour)
    _poured(pen, profile, (198, 276), 2)
    _lid(pen, 152, 46)


def bowl(pen: Pen) -> None:
    profile: Profile = pen.pick(
        "kind",
        ((158, 82, 1), (156, 96), (138, 150), (98, 196), (58, 216), (52, 222, 1), (56, 246, 1)),
        ((162, 88, 1), (148, 112), (112, 170), (70, 212), (44, 224), (40, 230, 1), (44, 246, 1)),
        ((132, 74, 1), (140, 92), (142, 140), (116, 196), (66, 220), (60, 226, 1), (66, 246, 1)),
    )
    pen.ground(196, 254, 108)
    form = pen.begin(turned(190, profile))
    low = 178 if profile[0][0] < 140 else 164
    pen.band(190, profile, 112, low)
    pen.hatch_turned(190, profile)
    pen.shine(190, profile, 108, 196)
    pen.end(form)
    pen.mouth(190, profile[0][1], profile[0][0], 6, 0.16)


def cup(pen: Pen) -> None:
    """A beaker, a stem cup, or a cup with a ring handle."""
    kind = pen.pick("kind", "beaker", "stem", "ring")
    profiles: dict[str, Profile] = {
        "beaker": ((92, 74, 1), (78, 100), (66, 160), (62, 230), (68, 288), (74, 302, 1)),
        "stem": ((98, 76, 1), (96, 100), (84, 148), (50, 184), (20, 200, 1), (15, 222), (18, 250), (40, 284), (58, 298), (60, 304, 1)),
        "ring": ((86, 104, 1), (78, 124), (76, 176), (84, 226), (70, 262), (52, 280), (50, 300, 1)),
    }
    profile = profiles[kind]
    pen.ground(176, 314, profile[-1][0] * 1.5)
    if kind == "ring":
        pen.tube(circle(268, 176, 26), 9)
        pen.part("M240,138L296,126L290,146L244,152Z", "body", "soft", 1.6)
    form = pen.begin(turned(170, profile))
    pen.band(170, profile, *((126, 200) if kind == "beaker" else (104, 150) if kind == "stem" else (146, 204)))
    pen.hatch_turned(170, profile)
    pen.shine(170, profile, 100, 200)
    pen.end(form)
    pen.mouth(170, profile[0][1], profile[0][0], 5)


def dish(pen: Pen) -> None:
    """A dish from above: rim in ornament, a medallion in the well; foliate or round."""
    rim = lobes(200, 200, 16, 168, 1.0) if pen.chance("foliate") > 0.6 else circle(200, 200, 172)
    form = pen.begin(rim)
    wide = pen.pick("rim", 108.0, 116.0, 124.0)
    pen.fill(circle(200, 200, 172) + circle(200, 200, wide), "mark", 0.1)
    pen.about(200, 200, wide + 5, 158)
    pen.line("".join(circle(200, 200, r) for r in (wide, wide + 4, 162)), 1.2, "mark")
    pen.fill(circle(200, 200, wide), "light", 0.3)
    if pen.chance("well") > 0.5:
        pen.about(200, 200, wide * 0.55, wide - 9)
        pen.line(circle(200, 200, wide * 0.53), 1.2, "mark")
        pen.line(medallion(pen.family, 200, 200, wide * 0.42), 1.5, "mark")
    else:
        figure = medallion(pen.family, 200, 200, wide * 0.74)
        pen.fill(figure, "mark", 0.18)
        pen.line(figure + circle(200, 200, wide * 0.84), 1.5, "mark")
    pen.fill(circle(200, 200, wide + 3) + circle(200, 200, wide - 3), "line", 0.12)
    pen.slant((60, 60, 380, 380), 7, 0.26)
    pen.end(form, "soft")


def basin(pen: Pen) -> None:
    profile: Profile = ((164, 96, 1), (158, 104, 1), (134, 124), (134, 190), (142, 214), (128, 226), (120, 236, 1))
    pen.ground(196, 252, 150)
    form = pen.begin(turned(190, profile, 0.12))
    pen.band(190, profile, 134, 192, sag=0.12)
    pen.hatch_turned(190, profile, sag=0.12)
    pen.shine(190, profile, 128, 206)
    pen.end(form)
    pen.mouth(190, 96, 164, 9, 0.15)


VESSELS = {
    "vase": (340, 480, vase), "jar": (340, 480, jar), "bottle": (340, 480, bottle), "ewer": (380, 460, ewer), "teapot": (380, 370, teapot),
    "bowl": (380, 290, bowl), "cup": (340, 340, cup), "dish": (400, 400, dish), "basin": (380, 290, basin),
}
