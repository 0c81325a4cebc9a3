"""Instruments and small works of metal: drums, bells, lutes, globes, clocks, coins, seals, what is used in rites."""

# Coordinates stay on the line of the stroke that they draw.
# fmt: off
from __future__ import annotations

from math import pi, sin

from .plate_bodies import lotus, plinth
from .plate_forms import (
    Profile,
    at,
    box,
    circle,
    curve,
    ellipse,
    half_width,
    limb,
    mirrored,
    petals,
    polar,
    polygon,
    ring,
    rings,
    star,
    turned,
)
from .plate_ornaments import medallion
from .plate_pen import Pen


def drum(pen: Pen) -> None:
    """A kettle drum of bronze, its face a sunburst; or a barrel drum with laced skins."""
    if pen.family not in ("southeast", ""):
        return _barrel(pen)
    profile: Profile = ((150, 120, 1), (158, 138), (154, 166), (118, 196, 1), (110, 256), (122, 300, 1), (136, 344), (150, 372, 1))
    pen.ground(196, 400, 160)
    for side in (1, -1):
        pen.tube(curve([(190 + side * d, y) for d, y in ((140, 176), (162, 196), (152, 224), (116, 226))]), 9)
    form = pen.begin(turned(190, profile, 0.2))
    pen.band(190, profile, 204, 244, sag=0.2)
    pen.band(190, profile, 308, 346, sag=0.2)
    pen.line(rings(190, profile, (136, 152, 166, 196, 276, 292), 0.2), 1.3)
    pen.hatch_turned(190, profile, sag=0.2)
    pen.end(form)
    pen.part(ellipse(190, 120, 150, 60), "light", "flat")
    pen.line("".join(ellipse(190, 120, r, r * 0.4) for r in (144, 118, 92, 66)), 1.2)
    sun = [polar(0, 0, 60 if k % 2 == 0 else 26, k / 28) for k in range(28)]
    pen.fill(polygon((190 + x, 120 + y * 0.4) for x, y in sun), "mark")
    pen.line("".join(f"M{at(190 + 92 * a / 100, 120 + 36.8 * b / 100)}L{at(190 + 118 * a / 100, 120 + 47.2 * b / 100)}" for a, b in (polar(0, 0, 100, k / 40) for k in range(40))), 1.2)
    for k in range(4):
        x, y = polar(0, 0, 130, 0.125 + k / 4)
        pen.part(ellipse(190 + x, 116 + y * 0.4, 9, 7), "body", "dome", 1.3)
    return None


def _barrel(pen: Pen) -> None:
    profile: Profile = ((104, 108, 1), (130, 160), (138, 230), (130, 300), (104, 352, 1))
    pen.ground(196, 404, 120)
    pen.part("M96,330L70,404H94L124,350ZM284,330L310,404H286L256,350Z", "shade", "soft")
    form = pen.begin(turned(190, profile))
    pen.band(190, profile, 184, 282, 2)
    pen.hatch_turned(190, profile)
    pen.shine(190, profile, 150, 300)
    pen.end(form)
    for y in (120, 338):
        pen.fill("".join(circle(190 + 112 * sin(-pi / 2 + pi * (k + 0.5) / 13), y + 30 * (1 - (abs(k - 6) / 6.5) ** 2) * 0.9, 3.4) for k in range(13)))
    pen.part(ellipse(190, 108, 104, 28), "#efe3c8", "flat")
    pen.line(ellipse(190, 108, 90, 23), 1.2)
    pen.tube(circle(190, 214, 12), 5)


def bell(pen: Pen) -> None:
    """A temple bell with bosses; a chime bell; or a church bell."""
    profile: Profile = ((52, 100, 1), (86, 112), (104, 158), (112, 250), (122, 330), (142, 384), (146, 396, 1))
    if pen.family in ("east", "southeast"):
        profile = ((70, 104, 1), (92, 118), (104, 180), (110, 280), (116, 372), (120, 396, 1))
    pen.tube(curve([(148, 98), (142, 62), (170, 44), (198, 62), (192, 98)]), 13)
    form = pen.begin(turned(170, profile))
    pen.band(170, profile, 142, 176)
    pen.band(170, profile, 330, 372)
    if profile[0][0] == 70:
        for row in range(3):
            pen.line("".join(circle(170 + half_width(profile, 204 + row * 26) * sin(-pi / 2 + pi * (k + 0.5) / 9), 208 + row * 26 + 14 * (1 - (abs(k - 4) / 4.5) ** 2), 6) for k in range(9)), 1.4)
        pen.line(circle(170, 312, 17) + petals(170, 312, 8, 4, 15, 0.9), 1.3)
    else:
        pen.line(rings(170, profile, (196, 204, 300, 308)), 1.4)
        pen.line(medallion(pen.family, 170, 274, 30), 1.4)
    pen.hatch_turned(170, profile)
    pen.shine(170, profile, 160, 320)
    pen.end(form)
    low = profile[-1]
    pen.part(ellipse(170, low[1] + 12, 13, 12), "shade", "dome", 1.6)
    pen.line(ring(170, low[0], low[1]), 2)


def lute(pen: Pen) -> None:
    """A pear-shaped lute with a bent peg box; or a long-necked one."""
    pen.ground(186, 540, 90)
    pen.line("M170,88L166,470M176,88V470M182,88L186,470M164,88L156,470M188,88L196,470", 1)
    body = pen.begin(mirrored(176, ((14, 214, 1), (40, 270), (84, 340), (108, 420), (88, 498), (0, 528))))
    pen.fill(mirrored(176, ((8, 240), (34, 290), (74, 350), (94, 420), (76, 486), (0, 512))), "light", 0.6)
    pen.line(mirrored(176, ((8, 240), (34, 290), (74, 350), (94, 420), (76, 486), (0, 512))), 1.2)
    pen.tiles(box(60, 356, 232, 52), 70, 358, 48)
    pen.line("M60,354H292M60,410H292", 1.3)
    pen.slant((176, 210, 286, 530), 6)
    pen.end(body)
    pen.part("M160,84H192L196,250Q176,262 156,250Z", "shade", "round")
    pen.line("".join(f"M{159 - k * 0.4},{118 + k * 30}h{34 + k * 0.8}" for k in range(5)), 2.4, "light")
    pen.part(curve([(160, 92, 1), (158, 58), (130, 34), (96, 34, 1), (96, 50, 1), (124, 54), (192, 92, 1), (196, 64), (170, 30), (140, 20), (96, 34)], True), "shade", "soft")
    for x, y in ((118, 26), (148, 34), (118, 60), (152, 74)):
        pen.part(limb([(x, y, 4), (x - 8, y + (22 if y > 40 else -20), 6)]) + "Z", "light", "flat", 1.4)
    pen.part("M138,462H214V474H138Z", "shade", "flat", 1.6)
    pen.line("M166,88V466M172,88L171,466M180,88L182,466M186,88L192,466", 0.9, "light")
    for side in (1, -1):
        pen.fill(curve([(176 + side * d, y) for d, y in ((40, 346), (52, 330), (46, 318), (34, 330))], True))


def instrument(pen: Pen) -> None:
    """An astrolabe: rings of degrees, the web of stars, a rule."""
    pen.tube(circle(190, 48, 19), 6)
    pen.part(mirrored(190, ((10, 62, 1), (44, 82), (50, 106, 1), (0, 100))), "light", "soft", 1.7)
    form = pen.begin(circle(190, 234, 148))
    pen.fill(circle(190, 234, 148) + circle(190, 234, 124), "light", 0.4)
    degrees = "".join(f"M{at(*polar(190, 234, 126, k / 72))}L{at(*polar(190, 234, 144 if k % 6 == 0 else 134, k / 72))}" for k in range(72))
    pen.line(degrees + circle(190, 234, 124), 1)
    pen.line(circle(190, 234, 96) + circle(190, 202, 92) + circle(190, 262, 62) + circle(190, 234, 24) + "M66,234H314M190,110V358", 1.3)
    pen.tiles(circle(190, 262, 62) + circle(190, 262, 40), 128, 200, 22)
    for k, x, y in ((0, 120, 190), (1, 250, 176), (2, 140, 280), (3, 262, 280), (4, 200, 150), (5, 96, 240), (6, 284, 226)):
        pen.fill(curve([(x, y, 1), (x + 9, y + 8), (x + 8 + k, y + 22, 1), (x + 2, y + 14)], True), "line")
    pen.slant((190, 90, 340, 390), 6, 0.35)
    pen.end(form, "dome")
    pen.part("M183,92L190,84L197,92L194,376L190,384L186,376Z", "light", "flat", 1.5) if pen.chance("rule") > 0.5 else pen.part("M58,262L60,254L318,206L322,212L62,266Z", "light", "flat", 1.5)
    pen.part(circle(190, 234, 8), "body", "dome", 1.5)


def globe(pen: Pen) -> None:
    """The heavens or the earth within a ring on three feet."""
    pen.ground(196, 446, 100)
    pen.part("M120,440Q150,396 176,376L204,376Q230,396 260,440L240,446Q214,412 190,400Q166,412 140,446Z", "shade", "soft")
    pen.part(turned(190, ((14, 338, 1), (24, 350), (12, 364), (18, 384, 1))))
    pen.part(circle(190, 190, 152) + circle(190, 190, 140), "light", "flat", 1.7, hollow=True)
    form = pen.begin(circle(190, 190, 130))
    pen.line("".join(ellipse(190, 190, r, 130) for r in (40, 86)) + "M60,190Q190,226 320,190M72,130Q190,166 308,130M72,250Q190,286 308,250M190,60V320", 1)
    pen.fill(curve([(110, 120), (150, 100), (196, 120), (184, 160), (150, 180), (140, 220), (116, 200), (96, 160)], True) + curve([(220, 170), (270, 150), (296, 186), (270, 240), (236, 262), (214, 220)], True), "mark", 0.4)
    pen.fill("".join(star(x, y, 5, 7, 3) for x, y in ((150, 140), (240, 110), (120, 244), (200, 250), (266, 200), (170, 290), (220, 190))), "line")
    pen.end(form, "dome")
    pen.part("M26,196Q190,248 354,196L356,212Q190,266 24,212Z", "body", "round", 1.7)
    pen.part(circle(190, 34, 9), "light", "dome", 1.5)


def clock(pen: Pen) -> None:
    """A case with a dial, columns and a finial."""
    plinth(pen, 170, 420, 118, 34)
    case = pen.begin(box(72, 168, 196, 252))
    pen.tiles(box(90, 348, 160, 62), 92, 350, 58)
    pen.line("M72,340H268M84,346H256V412H84Z", 1.4)
    pen.slant((170, 160, 270, 430), 6)
    pen.end(case, "soft")
    pen.part(box(64, 176, 18, 240) + box(258, 176, 18, 240), "light", "soft", 1.6)
    roof = pen.begin(mirrored(170, ((0, 46, 1), (8, 66), (30, 86), (44, 130), (114, 150), (120, 172, 1), (0, 174))))
    pen.line("M60,152Q170,164 280,152M126,130Q170,140 214,130", 1.4)
    pen.end(roof)
    pen.part(circle(170, 256, 80), "#f3ecdc", "flat")
    pen.line(circle(170, 256, 70) + circle(170, 256, 46), 1.2)
    pen.line("".join(f"M{at(*polar(170, 256, 52, k / 12))}L{at(*polar(170, 256, 66, k / 12))}" for k in range(12)), 3)
    hour = pen.vary("hour", 0, 1)
    pen.line(f"M170,256L{at(*polar(170, 256, 40, hour))}M170,256L{at(*polar(170, 256, 60, hour * 12 % 1))}", 3)
    pen.line(medallion(pen.family, 170, 256, 30), 0.8, "mark")
    pen.part(circle(170, 40, 10), "light", "dome", 1.6)


def armillary(pen: Pen) -> None:
    """Rings of the heavens about the earth, on a stand of dragons or scrolls."""
    pen.ground(196, 446, 100)
    pen.part("M110,440Q160,420 176,366H204Q220,420 270,440L262,446H118Z", "shade", "soft")
    pen.part(turned(190, ((16, 320, 1), (24, 336), (12, 352), (18, 372, 1))))
    for rx, ry in ((146, 146), (146, 44), (56, 146)):
        pen.line(ellipse(190, 190, rx, ry), 9)
        pen.line(ellipse(190, 190, rx, ry), 6, "body")
        pen.line(ellipse(190, 190, rx, ry), 1.2, "light")
    for tilt in (0.06, -0.06):
        pen.line(f"M{at(*polar(190, 190, 140, 0.25 + tilt))}Q190,{190 + tilt * 900:.0f} {at(*polar(190, 190, 140, 0.75 + tilt))}", 5, "shade")
    pen.line("M190,30V350", 3)
    pen.part(circle(190, 190, 24), "light", "dome", 1.8)
    pen.line("M166,190Q190,200 214,190M190,166Q200,190 190,214", 1.1)
    pen.part(circle(190, 32, 9), "light", "dome", 1.5)


def wheel(pen: Pen) -> None:
    """A wheel on a post: the Law set turning, or a chariot's."""
    lotus(pen, 190, 420, 74, 40)
    pen.part("M170,350H210L220,420H160Z", "shade", "soft")
    form = pen.begin(circle(190, 200, 160) + circle(190, 200, 112), hollow=True)
    pen.about(190, 200, 120, 152)
    pen.line(circle(190, 200, 117) + circle(190, 200, 155), 1.3)
    pen.slant((190, 40, 350, 370), 6, 0.45)
    pen.end(form)
    spokes = "".join(f"M{at(*polar(190, 200, 30, (k - 0.22) / 12))}L{at(*polar(190, 200, 112, (k - 0.14) / 12))}L{at(*polar(190, 200, 112, (k + 0.14) / 12))}L{at(*polar(190, 200, 30, (k + 0.22) / 12))}Z" for k in range(12))
    pen.part(spokes, "body", "flat", 1.5)
    hub = pen.begin(circle(190, 200, 36), "light")
    pen.line(petals(190, 200, 12, 12, 32, 0.95) + circle(190, 200, 11), 1.3)
    pen.end(hub, "dome")


def coin(pen: Pen) -> None:
    """A ruler's head and a legend; a square hole with signs in the East; a script in the lands of Islam."""
    form = pen.begin(circle(190, 190, 150))
    pen.line("".join(circle(*polar(190, 190, 141, k / 60), 2.4) for k in range(60)), 1)
    if pen.family == "east":
        pen.line(circle(190, 190, 124), 2)
        pen.fill("M150,150h80v80h-80Z", "line", 0.8)
        pen.line("M142,142h96v96h-96Z", 2)
        for x, y in ((190, 100), (190, 280), (100, 190), (280, 190)):
            pen.line(f"M{x - 18},{y - 14}h36M{x},{y - 22}v40M{x - 20},{y + 2}h40M{x - 16},{y + 18}h32M{x - 12},{y - 14}v32", 3, "mark")
    elif pen.family == "islamic":
        pen.about(190, 190, 104, 134)
        pen.line(circle(190, 190, 100), 1.6)
        pen.line("".join(f"M{128 + abs(r - 1) * 6},{150 + r * 40}q14,14 26,0q10,14 22,0v-22M{190 + r},{150 + r * 40}q16,12 28,-2t26,-4v-18M{214},{166 + r * 40}h6" for r in range(3)), 4, "mark")
    else:
        pen.line("".join(f"M{at(*polar(190, 190, 114, k / 34 - 0.36))}L{at(*polar(190, 190, 128, k / 34 - 0.36))}" for k in range(25)), 3.4, "mark")
        bust = curve([(246, 292, 1), (226, 254), (234, 222), (250, 180), (240, 124), (196, 98), (150, 110), (134, 144), (120, 176), (132, 184), (130, 198), (138, 210), (142, 228), (170, 232), (166, 258), (120, 296, 1)], True)
        pen.part(bust, "light", "dome", 1.7)
        pen.line("M138,152q10,-8 18,0M140,158q8,4 14,-2M134,206q8,2 12,-2M142,126Q190,104 236,136M144,134Q192,114 242,150M236,138l24,-8M238,146l24,6M176,236Q206,250 230,240", 1.8)
        pen.line("".join(f"M{170 + k * 14},{112 + k * k}q16,18 10,52" for k in range(5)), 1.2)
    pen.slant((190, 40, 350, 350), 6, 0.4)
    pen.end(form, "dome")


def seal(pen: Pen) -> None:
    """A square stamp with a creature for a knob, and its impression beside it."""
    pen.ground(136, 344, 110)
    block = pen.begin("M44,232L126,206L228,232V312L146,342L44,312Z")
    pen.line("M44,232L146,258L228,232M146,258V342", 1.6)
    pen.tiles("M44,246L146,274V320L44,296Z", 44, 250, 44)
    pen.end(block, "soft")
    pen.part(limb([(86, 228, 20), (96, 180, 24), (140, 158, 26), (186, 186, 22), (190, 226, 16)]), "body", "round")
    pen.part(curve([(82, 190), (52, 176), (48, 152), (74, 134), (104, 142), (112, 170)], True), "light", "dome", 1.7)
    pen.fill(circle(72, 156, 3.4))
    pen.line("M52,170q12,6 22,0M120,150q10,16 8,34M144,146q10,16 8,38", 1.4)
    red = "#a33327"
    pen.line("M282,208H386V312H282Z", 4, red)
    pen.line("M298,228h30M313,222v26M298,248h32M300,262v34M314,262v34M328,262v34M298,280h32M346,224v36M346,242h26M372,224v36M346,276h26v20h-26Z", 4, red)


def ritual_object(pen: Pen) -> None:
    """A monstrance, a thunderbolt, a disc on its stand: what each land holds up in its rites."""
    {"europe": _monstrance, "south": _vajra, "southeast": _vajra}.get(pen.family, _disc)(pen)


def _monstrance(pen: Pen) -> None:
    pen.ground(176, 476, 80)
    pen.part("".join(polygon([polar(170, 150, 60, (k - 0.3) / 24), polar(170, 150, 128 if k % 2 else 106, k / 24), polar(170, 150, 60, (k + 0.3) / 24)]) for k in range(24)), "light", "flat", 1.3)
    form = pen.begin(circle(170, 150, 68))
    pen.about(170, 150, 44, 64)
    pen.end(form, "dome")
    pen.part(circle(170, 150, 40), "#f5efe2", "flat", 1.7)
    pen.line("M170,128v44M156,142h28", 2, "mark")
    profile: Profile = ((10, 218, 1), (26, 240), (12, 262), (10, 300), (28, 330), (12, 356), (14, 390), (50, 430), (82, 456), (86, 470, 1))
    stem = pen.begin(turned(170, profile))
    pen.band(170, profile, 428, 458)
    pen.line(rings(170, profile, (240, 330, 400)), 1.4)
    pen.hatch_turned(170, profile)
    pen.end(stem)
    pen.line("M170,22v-14M163,14h14", 3)


def _vajra(pen: Pen) -> None:
    for low in (False, True):
        def flip(y: float, low: bool = low) -> float:
            return 490 - y if low else y

        for side in (1, -1):
            prong = [(170 + side * d, flip(y)) for d, y in ((10, 200), (56, 170), (66, 110), (34, 62), (4, 30))]
            pen.tube(curve(prong), 12)
        pen.part(curve([(170, flip(24), 1), (184, flip(70)), (178, flip(150)), (162, flip(150)), (156, flip(70))], True), "light", "round", 1.7)
        cup = [(170 + d, flip(y)) for d, y in ((-46, 184), (-20, 200), (20, 200), (46, 184), (34, 212), (-34, 212))]
        pen.part(curve(cup, True), "body", "soft", 1.7)
    grip = pen.begin(box(138, 210, 64, 70))
    pen.tiles(box(138, 224, 64, 42), 138, 224, 42)
    pen.line("M138,222H202M138,268H202", 1.5)
    pen.end(grip)


def _disc(pen: Pen) -> None:
    pen.ground(176, 452, 110)
    pen.part("M84,400Q110,380 120,330L140,340Q136,384 170,392Q204,384 200,340L220,330Q230,380 256,400L270,444H70Z", "#6b4a30", "soft")
    form = pen.begin(circle(170, 196, 156) + circle(170, 196, 46), hollow=True)
    pen.about(170, 196, 60, 100)
    pen.about(170, 196, 108, 148)
    pen.line("".join(circle(170, 196, r) for r in (54, 104, 151)), 1.4)
    pen.slant((170, 40, 330, 360), 6, 0.4)
    pen.end(form, "soft")


SOUNDING = {
    "drum": (380, 440, drum), "bell": (340, 450, bell), "lute": (360, 560, lute), "instrument": (380, 400, instrument),
    "globe": (380, 460, globe), "clock": (340, 480, clock), "armillary": (380, 460, armillary), "wheel": (380, 480, wheel),
    "coin": (380, 380, coin), "seal": (420, 370, seal), "ritual-object": (340, 490, ritual_object),
}
