"""Figures that stand or dance, as the lands of their ornaments make them."""

# Coordinates stay on the line of the stroke that they draw.
# fmt: off
from __future__ import annotations

from .plate_bodies import Limb, base, crown, face, flip, hair, halo, limbs, lotus, pleats, plinth, swags
from .plate_forms import box, circle, curve, ellipse, mirrored, petals
from .plate_pen import Pen


def standing(pen: Pen) -> None:
    {
        "east": _robed, "south": _bent, "southeast": _bent, "classical": _draped, "europe": _draped, "islamic": _frontal,
        "near-east": _frontal, "steppe": _pillar,
    }.get(pen.family, _frontal)(pen)  # fmt: skip


def _head(pen: Pen, x: float, y: float, s: float = 1.0, mood: str = "calm") -> None:
    pen.part(mirrored(x, ((0, y - 36 * s), (20 * s, y - 28 * s), (26 * s, y), (21 * s, y + 24 * s), (8 * s, y + 38 * s), (0, y + 40 * s))), "body", "soft", 1.6)
    face(pen, x, y, 18 * s, mood)


def _robed(pen: Pen) -> None:
    """East Asia: a robe with wide sleeves, hands joined or one raised, scarves that fall to the base."""
    if pen.chance("halo?") > 0.35:
        halo(pen, 150, 96, 58)
    base(pen, 150, 448, 66, 48)
    for side in (1, -1):
        scarf = [(150 + side * d, y) for d, y in ((54, 200), (82, 270), (84, 350), (100, 420), (92, 436), (76, 400), (70, 330), (60, 250))]
        pen.part(curve(scarf, True), "shade", "flat", 1.3)
    form = pen.begin(mirrored(150, ((0, 132), (15, 136), (24, 150), (56, 164), (64, 200), (52, 252), (50, 320), (56, 390), (62, 446, 1), (0, 454))))
    swags(pen, 150, ((26, 176, 16), (34, 200, 22), (38, 232, 26), (42, 330, 22), (46, 362, 24), (50, 396, 22)))
    pleats(pen, 150, (-40, -20, 0, 20, 40), 404, 448, 1.15)
    pen.tiles(box(80, 424, 140, 26), 90, 424, 24)
    pen.slant((136, 140, 216, 470), 6)
    pen.end(form)
    if pen.chance("hands") > 0.5:
        sleeves: tuple[Limb, ...] = flip(150, ((192, 182, 16), (204, 238, 20), (176, 262, 16), (160, 262, 9)))
        limbs(pen, *sleeves)
        drop = [(196, 256), (212, 300), (202, 338), (182, 318), (168, 268)]
        pen.part(curve(drop, True) + curve([(300 - x, y) for x, y in drop], True), "body", "soft", 1.6)
        pen.part(mirrored(150, ((0, 226), (7, 234), (9, 262), (0, 272))), "light", "flat", 1.4)
    else:
        limbs(pen, ((194, 182, 17), (214, 242, 15), (208, 300, 9), (206, 318, 7)), ((106, 182, 17), (82, 240, 15), (92, 200, 9), (94, 178, 8)))
        pen.part(curve([(206, 318), (196, 332), (204, 352), (216, 352), (220, 332)], True), "light", "round", 1.4)
    _head(pen, 150, 96)
    hair(pen, 150, 84, 25, pen.pick("hair", "knot", "bun"))
    pen.line("M122,92q-6,14 2,28M178,92q6,14 -2,28M128,144Q150,168 172,144", 1.4)


def _bent(pen: Pen) -> None:
    """South and Southeast Asia: bent at neck and hip, a wrapped cloth, jewels, a crown or mitre; two or four arms."""
    if pen.chance("halo?") > 0.3:
        halo(pen, 146, 98, 56)
    lotus(pen, 152, 450, 62, 46)
    if pen.chance("arms") > 0.66:
        limbs(pen, *flip(150, ((196, 176, 14), (238, 168, 12), (256, 118, 8), (256, 104, 6))))
        pen.part(circle(256, 88, 13), "light", "dome", 1.4)
        pen.part(curve([(44, 100), (34, 84), (44, 66), (54, 84)], True), "light", "dome", 1.4)
    _wrapped(pen)
    torso = curve([(134, 134), (136, 150), (104, 162), (92, 184), (108, 216), (120, 252), (110, 294, 1), (158, 306), (207, 290, 1), (190, 250), (190, 212), (206, 180), (194, 160), (166, 150), (162, 134)], True)
    pen.part(torso)
    pen.line("M122,168Q148,204 180,166M146,262q3,5 6,0M112,290Q158,304 206,286", 1.2)
    if pen.chance("jewels") > 0.35:
        pen.line("M128,164Q150,184 174,162M118,184Q156,250 192,192" + circle(150, 190, 4), 1.2)
    _gestures(pen)
    _head(pen, 146, 100)
    hat = pen.pick("hat", "crown", "mitre", "crown", "bun", "curls")
    if hat == "crown":
        crown(pen, 146, 86, 26)
    elif hat == "mitre":
        mitre = pen.begin("M120,90Q118,52 124,36Q146,26 168,36Q174,52 172,90Q146,98 120,90Z", "light")
        pen.line("M121,80Q146,88 171,80M122,52Q146,60 170,52", 1.2)
        pen.end(mitre, "round", 1.6)
    else:
        hair(pen, 146, 88, 26, hat)
    pen.line("M119,94q-5,18 3,34M173,94q5,18 -3,34", 2)


def _wrapped(pen: Pen) -> None:
    """The cloth: drawn between the legs, with sashes at the sides, or hanging to the ankles in a fan of pleats."""
    if pen.chance("long") > 0.5:
        pen.part(curve([(118, 436), (104, 452, 1), (146, 452, 1), (144, 436)], True) + curve([(164, 436), (160, 452, 1), (202, 452, 1), (190, 436)], True), "body", "flat", 1.5)
        skirt = pen.begin(curve([(112, 290), (104, 346), (110, 410), (106, 440, 1), (154, 446), (202, 440, 1), (198, 400), (212, 340), (206, 288)], True))
        pen.tiles(box(96, 286, 120, 30), 100, 288, 28)
        pleats(pen, 156, (-14, -7, 0, 7, 14), 318, 440, 2.2)
        swags(pen, 156, ((44, 330, 14), (46, 352, 12)))
        pen.tiles(box(96, 418, 120, 26), 100, 420, 24)
        pen.slant((140, 290, 214, 460), 6)
        pen.end(skirt)
        return
    for side in (1, -1):
        sash = [(158 + side * d, y) for d, y in ((44, 298), (76, 340), (84, 392), (96, 410), (78, 408), (60, 360))]
        pen.part(curve(sash, True), "shade", "flat", 1.3)
    legs = curve([(112, 292), (106, 346), (116, 402), (118, 436), (102, 450, 1), (150, 452, 1), (156, 380), (160, 330), (164, 400), (162, 452, 1), (204, 450, 1), (190, 436), (194, 396), (210, 340), (206, 288)], True)
    form = pen.begin(legs)
    pen.tiles(box(96, 286, 120, 34), 100, 288, 28)
    pen.line("".join(f"M{108 + k * 3},{324 + k * 17}Q130,{340 + k * 17} {154},{328 + k * 17}M162,{328 + k * 17}Q186,{342 + k * 17} {208 - k * 3},{324 + k * 17}" for k in range(7)), 1.1)
    pen.slant((140, 290, 214, 470), 6)
    pen.end(form)


def _gestures(pen: Pen) -> None:
    """One hand raised to reassure, both hanging, or both before the body to hold what is lost."""
    raised = ((104, 180, 14), (76, 234, 13), (86, 196, 9), (88, 178, 8))
    hanging = ((194, 178, 14), (216, 232, 12), (214, 286, 8), (210, 304, 7))
    pose = pen.pick("pose", "reassure", "hang", "hold")
    if pose == "hang":
        limbs(pen, hanging, ((104, 180, 14), (84, 234, 12), (90, 288, 8), (94, 306, 7)))
        pen.line("M78,214q10,6 20,2M202,212q10,6 20,2M84,292l14,2M206,292l14,2", 2.2, "light")
        return
    if pose == "hold":
        limbs(pen, ((194, 178, 14), (222, 236, 12), (236, 204, 8), (240, 194, 7)), ((104, 180, 14), (76, 238, 12), (60, 206, 8), (56, 196, 7)))
        pen.part(curve([(240, 186), (230, 168), (240, 146), (250, 168)], True) + circle(56, 180, 11), "light", "dome", 1.4)
        return
    limbs(pen, hanging, raised)
    pen.part(curve([(84, 180), (78, 158), (84, 146), (96, 148), (97, 172)], True), "body", "soft", 1.4)
    pen.line("M208,204q10,6 20,2M76,214q8,8 18,4M206,292l14,2", 2.2, "light")


def _draped(pen: Pen) -> None:
    """Greece, Rome and their heirs: weight on one leg, a mantle over one shoulder, arms often lost."""
    plinth(pen, 150, 452, 74, 44)
    form = pen.begin(curve([(132, 142), (104, 158), (92, 190), (100, 240), (92, 300), (98, 380), (90, 452, 1), (216, 452, 1), (208, 400), (214, 330), (200, 262), (206, 196), (194, 160), (168, 142)], True))
    pen.line("M186,162C150,200 118,232 98,296M200,186C170,230 128,262 98,330M204,226C180,270 140,310 108,344M204,262C190,310 170,350 132,380M208,300C200,350 190,400 172,450M120,350C112,390 112,420 108,450M140,372C136,400 138,430 136,450M212,340C208,380 204,420 204,450", 1.3)
    pen.line("M112,300C124,330 124,370 112,400M150,392Q154,420 152,450", 1.1)
    pen.tiles("M86,430H220V452H86Z", 90, 430, 22)
    pen.slant((130, 140, 220, 470), 6)
    pen.end(form)
    chest = curve([(134, 140), (106, 158), (96, 186), (108, 226), (112, 250), (150, 212), (184, 160), (166, 142)], True)
    pen.part(chest, "light", "round", 1.6)
    pen.line("M112,206Q128,216 142,206M134,156Q150,164 166,156", 1.1)
    pose = pen.pick("arms", "lost", "one", "both")
    if pose == "lost":
        pen.part(curve([(104, 160), (84, 178), (84, 206), (98, 212), (108, 190)], True), "body", "round", 1.6)
        pen.fill(ellipse(90, 208, 8, 5), "shade")
    else:
        limbs(pen, ((100, 176, 15), (80, 232, 13), (84, 284, 9), (86, 306, 8)))
    if pose == "both":
        limbs(pen, ((204, 182, 16), (228, 232, 14), (216, 190, 9), (226, 168, 8)))
    else:
        limbs(pen, ((202, 182, 17), (218, 240, 16), (188, 276, 10), (172, 280, 8)))
        pen.line("M196,262C214,300 220,350 214,400M206,252C230,290 236,340 226,380", 1.4)
    _head(pen, 152, 98, 1.02, "awake")
    hair(pen, 152, 84, 25, pen.pick("hair", "waves", "curls", "knot"))


def _frontal(pen: Pen) -> None:
    """The old Near East and later kings: upright, hands clasped or at the belt, a fringed robe in ornament."""
    plinth(pen, 150, 452, 76, 44)
    pen.part(mirrored(150, ((0, 432), (40, 434), (46, 452, 1), (0, 454))), "shade", "flat", 1.4)
    form = pen.begin(mirrored(150, ((0, 138), (18, 142), (54, 156), (70, 182), (60, 226), (50, 264), (56, 330), (64, 400), (68, 438, 1), (0, 444))))
    pen.line("M98,258H202M98,280H202M150,280V440", 1.3)
    pen.tiles(box(90, 259, 120, 21), 100, 259, 21)
    pen.tiles(box(76, 404, 148, 40), 84, 406, 30)
    pleats(pen, 150, (-42, -28, -14, 14, 28, 42), 282, 404, 1.25)
    pen.line("M78,403H222", 1.3)
    pen.slant((140, 140, 222, 450), 6)
    pen.end(form)
    if pen.chance("arms") > 0.5:
        limbs(pen, *flip(150, ((200, 182, 17), (210, 236, 15), (178, 250, 11), (154, 248, 9))))
        pen.line("M142,242q8,8 16,0M140,250q10,8 20,0", 1.1)
    else:
        limbs(pen, ((200, 182, 17), (216, 246, 15), (214, 306, 10), (214, 326, 9)), ((100, 182, 17), (88, 240, 15), (122, 252, 11), (140, 240, 9)))
    _head(pen, 150, 100, 1.06, "awake")
    if pen.chance("beard") > 0.35:
        beard = pen.begin(mirrored(150, ((0, 120), (14, 118), (26, 102), (24, 140), (18, 166), (0, 172))), "shade")
        pen.line("".join(f"M{130 + k * 8},116Q{132 + k * 7},146 {134 + k * 6.4:.0f},170" for k in range(6)), 1.1)
        pen.end(beard, "flat", 1.4)
        pen.line("M141,122q9,5 18,0", 1.4)
    if pen.chance("cap") > 0.5:
        cap = pen.begin(mirrored(150, ((0, 40), (16, 44), (29, 62), (30, 88, 1), (0, 94))), "light")
        pen.line("M120,84Q150,94 180,84M122,74Q150,84 178,74", 1.2)
        pen.end(cap, "round", 1.5)
    else:
        hair(pen, 150, 86, 27, "waves")


def _pillar(pen: Pen) -> None:
    """The steppe: a stone with a face, a belt and a cup held before it."""
    pen.ground(156, 490, 84)
    form = pen.begin(curve([(150, 66), (186, 78), (196, 120), (190, 152), (212, 182), (218, 280), (208, 400), (212, 488, 1), (92, 488, 1), (92, 400), (84, 280), (88, 184), (110, 152), (104, 120), (114, 78)], True))
    pen.line("M96,196Q90,260 104,296Q124,310 144,288M206,196Q212,252 196,276Q180,286 164,276M92,330Q150,344 210,330M92,352Q150,366 210,352M108,152Q150,176 192,152", 1.8)
    pen.tiles("M88,332Q150,346 212,332V352Q150,366 88,352Z", 92, 334, 20)
    pen.line("M128,354l-6,58l10,4M118,110q-8,20 2,34", 1.6)
    pen.slant((120, 70, 224, 500), 6)
    pen.end(form)
    face(pen, 150, 108, 26, "awake")
    pen.line("M126,140q12,-10 24,-2q12,-8 24,2", 2.2)
    pen.part(curve([(138, 262), (166, 262), (160, 284), (158, 296), (146, 296), (144, 284)], True), "light", "round", 1.4)


def dancing(pen: Pen) -> None:
    """A dancer on one foot, one leg across; in India within a ring of flames, four arms spread."""
    if pen.family in ("south", "southeast"):
        pen.part("".join(petals(190, 218, 20, 168, 192, 0.6)), "shade", "flat", 1.2)
        form = pen.begin(circle(190, 218, 172) + circle(190, 218, 158), hollow=True)
        pen.about(190, 218, 158, 172, 40)
        pen.end(form, "flat", 1.6)
        lotus(pen, 190, 420, 74, 40)
        limbs(pen, ((172, 166, 10), (112, 140, 9), (72, 104, 6)), ((210, 164, 10), (270, 140, 9), (308, 104, 6)))
        pen.part(petals(72, 92, 3, 0, 22, 0.4, 0.0) + circle(310, 92, 9), "light", "flat", 1.3)
    else:
        plinth(pen, 190, 420, 84, 36)
    limbs(pen, ((190, 262, 22), (164, 322, 18), (178, 372, 12), (184, 410, 9)))
    pen.part(curve([(176, 408), (204, 410), (216, 420), (174, 422)], True), "body", "flat", 1.5)
    limbs(pen, ((192, 262, 21), (246, 292, 18), (200, 320, 11), (148, 338, 8)))
    pen.part(curve([(152, 332), (132, 352), (120, 352), (138, 332)], True), "body", "flat", 1.5)
    torso = curve([(180, 138), (160, 152), (152, 170), (170, 206), (174, 240), (164, 262), (190, 280), (218, 262), (208, 236), (214, 204), (230, 170), (220, 152), (202, 140)], True)
    pen.part(torso)
    pen.line("M166,166Q190,200 216,164M172,162Q190,182 208,160M168,252Q192,268 214,252M172,262Q192,276 212,262", 1.3)
    form = pen.begin(curve([(168, 246), (214, 246), (236, 276), (190, 292), (164, 282)], True), "shade")
    pen.tiles(box(150, 240, 90, 56), 160, 246, 24)
    pen.end(form, "flat", 1.5)
    limbs(pen, ((222, 168, 12), (246, 212, 11), (190, 226, 7), (140, 250, 6)), ((158, 168, 12), (132, 212, 11), (124, 172, 8), (126, 154, 7)))
    _head(pen, 190, 104, 0.86)
    if pen.family not in ("south", "southeast"):
        hair(pen, 190, 94, 22, "bun")
        return
    crown(pen, 190, 90, 22)
    pen.line("M168,96C130,86 110,84 92,92M212,96C250,86 270,84 288,92M168,104C130,102 112,104 98,114M212,104C250,102 268,104 282,114", 1.3)


STATUES = {"standing-figure": (300, 510, standing), "dancing-figure": (380, 480, dancing)}
