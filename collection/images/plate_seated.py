"""Figures that sit or lie, heads, masks, and the small figures of the first settlers."""

# Coordinates stay on the line of the stroke that they draw.
# fmt: off
from __future__ import annotations

from .plate_bodies import base, crown, face, flip, hair, halo, limbs, lotus, plinth, swags
from .plate_forms import box, circle, curve, ellipse, limb, mirrored
from .plate_pen import Pen


def _skull(pen: Pen, x: float, y: float, s: float, mood: str = "calm") -> None:
    pen.part(mirrored(x, ((0, y - 38 * s), (24 * s, y - 28 * s), (31 * s, y), (26 * s, y + 26 * s), (12 * s, y + 42 * s), (0, y + 46 * s))), "body", "soft", 1.7)
    ear = [(x + 30 * s, y - 6 * s), (x + 38 * s, y - 8 * s), (x + 38 * s, y + 18 * s), (x + 33 * s, y + 38 * s), (x + 28 * s, y + 30 * s)]
    pen.part(curve(ear, True) + curve([(2 * x - a, b) for a, b in ear], True), "body", "flat", 1.5)
    face(pen, x, y, 21 * s, mood)


def seated(pen: Pen) -> None:
    ways = {
        "east": (_lotus_seat, _pensive, _lotus_seat), "south": (_lotus_seat, _ease), "southeast": (_lotus_seat, _ease),
        "near-east": (_enthroned,), "classical": (_lotus_seat, _enthroned), "europe": (_enthroned,), "islamic": (_enthroned,),
    }.get(pen.family, (_lotus_seat, _enthroned))  # fmt: skip
    pen.pick("way", *ways)(pen)


def _lotus_seat(pen: Pen) -> None:
    """Cross-legged in thought, hands in the lap or one touching the earth, a robe over one shoulder."""
    halo(pen, 190, 116, 84)
    base(pen, 190, 372, 126, 52)
    legs = pen.begin(mirrored(190, ((0, 300), (64, 292), (128, 312), (156, 340), (146, 366), (92, 374), (0, 370))))
    swags(pen, 190, ((58, 344, 12), (86, 352, 12)))
    pen.line("M88,320C130,326 170,334 212,362M292,320C250,326 210,334 168,362M64,344C100,340 130,350 150,370M316,344C280,340 250,350 230,370", 1.2)
    pen.slant((200, 290, 350, 400), 6)
    pen.end(legs)
    pen.part(curve([(148, 344), (176, 336), (214, 344), (236, 354), (206, 362), (160, 358)], True), "light", "soft", 1.4)
    torso = pen.begin(mirrored(190, ((0, 150), (17, 152), (24, 168), (58, 180), (72, 204), (60, 254), (58, 316, 1), (0, 322))))
    pen.tiles("M160,164L206,164C240,220 246,280 236,322H200C214,270 200,214 160,164Z", 150, 170, 34, opacity=0.8)
    pen.line("M150,176C190,214 214,262 216,322M170,160C214,204 238,262 242,318M138,218q22,12 44,-2M186,284q4,6 8,0", 1.3)
    swags(pen, 190, ((26, 170, 10),))
    pen.slant((200, 170, 264, 330), 6)
    pen.end(torso)
    if pen.chance("earth") > 0.5:
        limbs(pen, ((246, 200, 20), (274, 256, 18), (232, 312, 13), (192, 336, 9)), ((132, 204, 20), (96, 262, 18), (84, 320, 12), (84, 356, 8)))
    else:
        limbs(pen, *flip(190, ((246, 202, 20), (280, 258, 19), (240, 314, 14), (194, 330, 9))))
        pen.line(ellipse(190, 330, 34, 9), 1.2)
    _skull(pen, 190, 108, 1.0)
    if pen.chance("crowned") > 0.72 and pen.family != "classical":
        crown(pen, 190, 92, 31)
    else:
        pen.part(circle(190, 64, 15), "shade", "dome", 1.4)
        hair(pen, 190, 88, 30, "curls" if pen.chance("curls") > 0.4 else "knot")
    pen.fill(circle(190, 93, 2.4), "light")


def _pensive(pen: Pen) -> None:
    """One foot on the other knee, a finger at the cheek."""
    halo(pen, 176, 108, 72)
    pen.ground(196, 432, 120)
    stool = pen.begin(mirrored(196, ((0, 300), (78, 300, 1), (70, 340), (88, 408), (92, 424, 1), (0, 426))), "shade")
    pen.line("".join(f"M{196 + k * 17},306Q{196 + k * 16},360 {196 + k * 21},424" for k in range(-4, 5)), 1.1)
    pen.tiles(box(90, 398, 212, 26), 104, 398, 26)
    pen.end(stool)
    limbs(pen, ((178, 300, 30), (150, 322, 27), (148, 370, 17), (150, 414, 12)))
    pen.part(curve([(136, 406), (164, 406), (170, 424), (122, 426)], True), "body", "flat", 1.6)
    torso = curve([(158, 142), (134, 158), (126, 190), (146, 236), (154, 296), (192, 312), (234, 300), (226, 236), (228, 188), (214, 160), (190, 144)], True)
    pen.part(torso)
    pen.line("M140,172Q176,214 216,172M150,164Q178,190 206,164M152,276Q192,296 232,278", 1.3)
    limbs(pen, ((220, 296, 30), (272, 296, 26), (224, 328, 16), (150, 328, 11)))
    pen.part(curve([(156, 318), (126, 326), (112, 340), (128, 344), (160, 338)], True), "body", "flat", 1.6)
    pen.line("M196,288Q240,276 288,290M204,308Q240,296 290,300M210,322Q230,324 250,318M150,346Q200,356 250,336Q262,372 250,398", 1.3)
    limbs(pen, ((136, 172, 17), (116, 226, 15), (124, 280, 11), (142, 320, 8)))
    limbs(pen, ((222, 176, 17), (252, 238, 15), (266, 276, 13), (234, 212, 9), (206, 154, 6)))
    _skull(pen, 176, 104, 0.92)
    if pen.chance("crown") > 0.5:
        crown(pen, 176, 88, 28)
    else:
        hair(pen, 176, 86, 27, "bun")


def _ease(pen: Pen) -> None:
    """At royal ease: one leg hanging, the other folded on the seat, jewels and a tall crown."""
    halo(pen, 190, 112, 74)
    lotus(pen, 190, 378, 118, 48)
    limbs(pen, ((160, 318, 30), (116, 330, 26), (104, 380, 17), (108, 414, 11)), ((214, 318, 30), (288, 334, 27), (232, 356, 16), (150, 354, 11)))
    pen.part(ellipse(104, 424, 24, 10), "body", "flat", 1.6)
    pen.part(ellipse(190, 362, 96, 26), "shade", "dome", 1.5)
    cloth = pen.begin(curve([(140, 296), (240, 296), (282, 322), (240, 346), (190, 340), (140, 346), (100, 330)], True))
    pen.tiles(box(96, 290, 200, 66), 110, 296, 30)
    pen.end(cloth, "soft", 1.6)
    pen.part(mirrored(190, ((0, 148), (16, 150), (22, 166), (56, 178), (66, 200), (48, 246), (54, 304), (0, 314))))
    pen.line("M146,180Q190,232 234,180M158,172Q190,204 222,172M140,200Q190,286 240,200M140,298Q190,320 240,298M188,272q3,5 6,0", 1.3)
    limbs(pen, ((242, 196, 18), (268, 250, 16), (284, 312, 10), (290, 336, 7)), ((138, 196, 18), (108, 252, 16), (124, 214, 10), (118, 192, 8)))
    pen.part(curve([(116, 200), (106, 172), (114, 158), (128, 164), (130, 190)], True), "body", "flat", 1.4)
    pen.line("M252,220q14,8 28,2M98,238q14,6 24,-4", 2.4, "light")
    _skull(pen, 190, 106, 0.92)
    crown(pen, 190, 90, 28)


def _enthroned(pen: Pen) -> None:
    """Upright on a block, hands on the knees, a fringed or draped robe."""
    plinth(pen, 190, 408, 124, 40)
    seat = pen.begin(box(88, 232, 204, 176), "shade")
    pen.tiles(box(92, 262, 200, 40) + box(92, 340, 200, 40), 92, 262, 40)
    pen.end(seat, "soft")
    skirt = pen.begin(mirrored(190, ((0, 270), (64, 272), (82, 296), (76, 350), (84, 404, 1), (0, 408))))
    pen.line("M190,300V404M166,306Q160,360 158,404M214,306Q220,360 222,404M140,312Q134,360 132,404M240,312Q246,360 248,404", 1.2)
    pen.tiles(box(100, 378, 180, 30), 108, 378, 28)
    pen.slant((190, 270, 280, 420), 6)
    pen.end(skirt)
    pen.part(curve([(150, 398), (176, 398), (178, 412), (136, 412)], True) + curve([(204, 398), (230, 398), (244, 412), (202, 412)], True), "body", "flat", 1.5)
    chest = pen.begin(mirrored(190, ((0, 144), (20, 148), (28, 164), (66, 176), (80, 204), (66, 250), (64, 292, 1), (0, 300))))
    pen.line("M146,182Q190,236 234,182M132,196Q190,282 248,196M136,268H244", 1.3)
    pen.slant((200, 160, 270, 310), 6)
    pen.end(chest)
    limbs(pen, *flip(190, ((256, 200, 20), (272, 254, 18), (254, 290, 14), (234, 304, 11))))
    _skull(pen, 190, 104, 1.0, "awake")
    if pen.chance("beard") > 0.5 and pen.family != "europe":
        pen.part(mirrored(190, ((0, 130), (16, 128), (31, 104), (30, 148), (20, 176), (0, 182))), "shade", "flat", 1.5)
        pen.line("".join(f"M{166 + k * 8},130V176" for k in range(7)) + "M178,130q12,8 24,0", 1.2)
    hair(pen, 190, 88, 31, pen.pick("hair", "waves", "curls", "knot"))


def reclining(pen: Pen) -> None:
    """Lying on the right side, head on the hand, as a Buddha enters nirvana or Vishnu dreams."""
    bed = pen.begin(box(44, 232, 472, 46), "shade")
    pen.tiles(box(44, 240, 472, 30), 52, 240, 30)
    pen.end(bed, "soft")
    pen.ground(290, 284, 250)
    pen.part(curve([(62, 232), (68, 206), (120, 196), (168, 210), (176, 232)], True), "light", "soft", 1.6)
    body = pen.begin(curve([(150, 152), (196, 122), (250, 134), (304, 166), (380, 168), (452, 190), (488, 196), (496, 226), (440, 234), (300, 236), (170, 234), (140, 204)], True))
    pen.line("M176,150C230,150 290,190 372,206M170,176C240,176 300,206 400,216M170,204C260,206 330,222 430,224M312,168C350,180 400,190 450,196M380,170C400,180 430,188 470,198", 1.3)
    pen.tiles("M440,180L500,190V240H440Z", 440, 190, 30)
    pen.slant((120, 180, 520, 260), 7, 0.5, 0.2)
    pen.end(body, "soft")
    limbs(pen, ((196, 150, 20), (252, 168, 15), (330, 178, 10), (360, 184, 8)), ((150, 200, 18), (118, 216, 14), (104, 190, 10), (106, 170, 8)))
    pen.part(ellipse(116, 146, 34, 40), "body", "soft", 1.7)
    pen.part(circle(82, 122, 15), "shade", "dome", 1.4)
    pen.part(curve([(106, 108), (84, 128), (84, 170), (96, 184), (92, 150), (110, 122), (132, 110)], True), "shade", "flat", 1.5)
    pen.line("M120,130q8,-4 14,4M122,150q8,-2 14,4M112,138q6,4 4,12M128,140q-8,4 -10,8M130,170q4,-4 6,-10", 1.4)


def head(pen: Pen) -> None:
    """A head and neck on a block, as museums mount it."""
    plinth(pen, 190, 410, 70, 40)
    mood = "calm" if pen.family in ("east", "south", "southeast") else "awake"
    neck = pen.begin(mirrored(190, ((0, 300), (54, 290), (48, 340), (62, 384), (52, 410, 1), (0, 412))))
    pen.line("M150,352q40,22 80,0M148,366q42,22 84,0", 1.2)
    pen.slant((180, 300, 250, 440), 6)
    pen.end(neck)
    for side in (1, -1):
        pen.part(curve([(190 + side * d, y) for d, y in ((92, 178), (108, 172), (112, 210), (106, 270), (94, 288), (88, 250))], True), "body", "flat", 1.7)
    skull = pen.begin(mirrored(190, ((0, 66), (70, 84), (98, 150), (94, 214), (76, 282), (40, 328), (0, 342))))
    pen.slant((210, 120, 290, 360), 6, 0.6)
    pen.end(skull)
    face(pen, 190, 196, 66, mood)
    pen.line("M168,318q22,8 44,0M128,262q-6,16 4,30M252,262q6,16 -4,30", 1.1)
    if pen.family in ("south", "southeast") and pen.chance("crown") > 0.4:
        crown(pen, 190, 148, 100, 1.36)
    else:
        hair(pen, 190, 152, 98, "waves" if mood == "awake" else "curls")
    if pen.chance("beard") > 0.55 and mood == "awake":
        pen.part(mirrored(190, ((0, 288), (40, 276), (84, 236), (88, 300), (60, 366), (0, 388))), "shade", "flat", 1.7)
        pen.line("".join(f"M{118 + k * 18},{286 + 8 * (k % 2)}q10,30 4,64" for k in range(9)) + "M158,282q32,14 64,0", 1.3)


def venus(pen: Pen) -> None:
    """A round mother, her head a cap of braids."""
    pen.ground(146, 438, 60)
    for side in (1, -1):
        pen.part(limb([(140 + side * 28, 300, 36), (140 + side * 28, 356, 26), (140 + side * 20, 400, 16), (140 + side * 20, 430, 12)]))
    pen.part(mirrored(140, ((0, 132), (44, 138), (62, 172), (74, 228), (92, 274), (80, 318), (30, 336), (0, 326))))
    for side in (1, -1):
        pen.part(ellipse(140 + side * 30, 216, 32, 38), "body", "dome", 1.6)
    pen.line("M104,178C86,190 92,204 116,196M176,178C194,190 188,204 164,196M112,306Q140,336 168,306M136,282q4,6 8,0M140,316v14", 1.4)
    knob = pen.begin(mirrored(140, ((0, 62), (32, 74), (40, 104), (32, 132), (0, 140))), "body")
    pen.line("".join(f"M{100},{84 + k * 12}Q140,{98 + k * 12} 180,{84 + k * 12}" for k in range(5)) + "".join(f"M{108 + k * 8},66v72" for k in range(9)), 1, "shade")
    pen.end(knob, "dome")


def goggles(pen: Pen) -> None:
    """A figure of clay with eyes like goggles and stout limbs."""
    pen.ground(146, 446, 84)
    for side in (1, -1):
        pen.part(limb([(140 + side * 34, 292, 26), (140 + side * 44, 350, 34), (140 + side * 40, 404, 28), (140 + side * 40, 434, 20)]))
        pen.part(limb([(140 + side * 50, 196, 20), (140 + side * 94, 206, 26), (140 + side * 100, 256, 22), (140 + side * 96, 280, 10)]))
    body = pen.begin(mirrored(140, ((0, 172), (40, 174), (74, 190), (58, 236), (50, 268), (66, 312), (30, 330), (0, 332))))
    pen.tiles(box(60, 184, 160, 60), 66, 184, 30)
    pen.line("M80,262Q140,282 200,262M80,276Q140,296 200,276", 1.4)
    pen.end(body)
    skull = pen.begin(mirrored(140, ((0, 70), (46, 74), (86, 112), (74, 156), (36, 178), (0, 182))))
    for side in (1, -1):
        x = 140 + side * 38
        pen.fill(ellipse(x, 128, 32, 26), "light", 0.5)
        pen.line(ellipse(x, 128, 32, 26) + f"M{x - 26},128Q{x},140 {x + 26},128M{x - 26},127Q{x},119 {x + 26},127", 1.8)
    pen.line(circle(140, 162, 5) + "M96,92Q140,76 184,92", 1.4)
    pen.end(skull)
    pen.part(curve([(92, 92), (102, 54), (130, 64), (140, 46), (152, 64), (178, 54), (188, 92), (140, 82)], True), "shade", "flat", 1.6)


def figurine(pen: Pen) -> None:
    """A plain figure that stands with its hands on its chest; some have a beast's ears."""
    pen.ground(146, 446, 50)
    for side in (1, -1):
        pen.part(limb([(140 + side * 22, 286, 24), (140 + side * 24, 346, 20), (140 + side * 20, 404, 14), (140 + side * 22, 436, 12)]))
    body = pen.begin(mirrored(140, ((0, 140), (22, 144), (52, 164), (56, 210), (44, 258), (48, 300), (20, 316), (0, 312))))
    pen.line("M94,272Q140,290 186,272M94,284Q140,302 186,284", 1.6)
    pen.slant((130, 140, 200, 330), 6)
    pen.end(body)
    limbs(pen, *flip(140, ((184, 184, 15), (196, 232, 12), (168, 248, 9), (148, 240, 7))))
    pen.line("".join(f"M{78 + k * 3},{196 + k * 9}l18,-3M{202 - k * 3},{196 + k * 9}l-18,-3" for k in range(3)), 1.6)
    skull = pen.begin(mirrored(140, ((0, 58), (28, 64), (40, 96), (34, 130), (16, 148), (0, 150))))
    pen.line("M118,102q10,-8 18,0q-8,6 -18,0M144,102q8,-8 18,0q-10,6 -18,0M140,92v32l-6,4M126,138q14,6 28,0", 1.6)
    pen.end(skull)
    if pen.chance("ears") > 0.5:
        pen.part("M106,88Q98,62 112,58Q124,64 124,76ZM174,88Q182,62 168,58Q156,64 156,76Z", "body", "flat", 1.6)


def idol(pen: Pen) -> None:
    """A tall post with a face at its top, more faces down its length, and cut signs between."""
    pen.ground(96, 544, 46)
    post = pen.begin(curve([(66, 70, 1), (70, 40), (90, 30), (112, 42), (116, 80), (108, 104), (122, 120), (120, 240), (114, 360), (120, 470), (110, 542, 1), (72, 542, 1), (64, 470), (70, 360), (62, 240), (60, 120), (74, 104)], True))
    pen.line("".join(f"M62,{y}L76,{y + 14}L91,{y}L106,{y + 14}L120,{y}" for y in (136, 148, 250, 262, 350, 362, 446, 458, 470)), 2)
    for y in (206, 310, 410):
        pen.line(f"M74,{y}q8,-7 14,0M96,{y}q8,-7 14,0M92,{y - 2}v20l-5,3M80,{y + 30}q12,5 24,0", 2)
    pen.tiles(box(56, 500, 70, 42), 60, 500, 40)
    pen.slant((84, 30, 124, 560), 6)
    pen.end(post)
    face(pen, 91, 70, 17, "awake")


def mask(pen: Pen) -> None:
    """A face worn or laid over a face."""
    form = pen.begin(mirrored(170, ((0, 48), (72, 58), (114, 116), (116, 190), (96, 280), (54, 346), (0, 368))))
    pen.tiles(box(40, 40, 260, 62), 50, 48, 50)
    pen.line("M48,108Q170,72 292,108M50,116Q170,80 290,116", 1.6)
    pen.slant((190, 110, 290, 400), 6)
    pen.end(form)
    brows = curve([(80, 168), (98, 144), (140, 146), (158, 166, 1), (134, 158), (100, 160)], True)
    pen.fill(brows + curve([(340 - x, *r) for x, *r in ((80, 168), (98, 144), (140, 146), (158, 166, 1), (134, 158), (100, 160))], True), "line")
    pen.fill("M88,192c16,-18 44,-16 58,4c-18,12 -42,12 -58,-4ZM252,192c-16,-18 -44,-16 -58,4c18,12 42,12 58,-4ZM122,302c30,-16 66,-16 96,0c-20,24 -76,24 -96,0Z")
    pen.part(curve([(160, 176), (156, 220), (142, 252), (170, 266), (198, 252), (184, 220), (180, 176)], True), "light", "round", 1.5)
    pen.line("M104,258c-12,22 -8,48 10,70M236,258c12,22 8,48 -10,70M134,330q36,18 72,0", 1.4)
    if pen.chance("horns") > 0.72:
        pen.part(limb([(106, 70, 14), (80, 40, 10), (84, 14, 4)]) + limb([(234, 70, 14), (260, 40, 10), (256, 14, 4)]), "light")
    pen.fill(circle(52, 208, 4) + circle(288, 208, 4))


SEATED = {
    "seated-figure": (380, 460, seated), "reclining-figure": (560, 320, reclining), "head": (380, 470, head),
    "figurine": (280, 470, figurine), "venus": (280, 470, venus), "goggles": (280, 470, goggles), "idol": (190, 570, idol), "mask": (340, 400, mask),
}
