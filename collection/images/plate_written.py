"""Silhouettes of books, letters and maps, of cloth and carpets, of stones that carry words and images."""

# Coordinates stay on the line of the stroke that they draw.
# fmt: off
from __future__ import annotations

from .plate_flats import picture
from .plate_forms import box, circle, curve, ellipse, lobes, polar, star
from .plate_ornaments import medallion
from .plate_pen import Pen
from .plate_scenes import EAST, MINIATURE, OILS


def _lines(pen: Pen, x: float, y: float, width: float, rows: int, gap: float, *, upright: bool = False) -> None:
    """Writing: rows, or columns from the right."""
    found = []
    for k in range(rows):
        share = (0.62, 0.94, 1.0, 0.86, 0.98)[int(pen.chance(f"row{k}") * 5)]
        for w in range(int(width * share / 15)):
            a, b = (x - k * gap, y + w * 15) if upright else (x + w * 15, y + k * gap)
            found.append(f"M{a:.0f},{b:.0f}" + ("h7m-4,-3v9" if upright else f"q3,{-5 - w % 3} 5,0t5,{w % 2}"))
    pen.line("".join(found), 1.5)


def manuscript(pen: Pen) -> None:
    """An open book: a page of ornament or a picture on one side, writing on the other."""
    pen.ground(240, 356, 180)
    pen.part("M36,86V352C110,334 184,338 232,360C280,338 354,334 428,352V86Z", "#6a3b2a", "flat")
    for side in (1, -1):
        page = [(232, 80, 1), (232 + side * 60, 58), (232 + side * 130, 58), (232 + side * 188, 74, 1), (232 + side * 188, 336, 1), (232 + side * 130, 322), (232 + side * 60, 324), (232, 348, 1)]
        form = pen.begin(curve(page, True), "light")
        pen.fill(f"M232,70h{side * 44}v290h{-side * 44}Z", "shade", 0.28)
        pen.end(form, "flat", 1.7)
    left = "M76,94C116,84 164,84 204,98V308C164,296 116,298 76,308Z"
    if pen.chance("pictured") > 0.5:
        form = pen.begin(left)
        pen.drawn.append('<g transform="matrix(.62 .02 0 1.04 54 86)">')
        (EAST[1] if pen.family == "east" else OILS[0] if pen.family in ("europe", "classical") else MINIATURE[0])(pen)
        pen.drawn.append("</g>")
        pen.end(form, "flat", 1.6)
    else:
        form = pen.begin(left)
        pen.tiles("M76,94C116,84 164,84 204,98V308C164,296 116,298 76,308Z" + box(104, 130, 72, 142), 76, 86, 42)
        pen.fill(ellipse(140, 200, 40, 58), "light")
        pen.line(ellipse(140, 200, 40, 58) + ellipse(140, 200, 35, 53) + medallion(pen.family, 140, 200, 30), 1.3, "mark")
        pen.end(form, "flat", 1.6)
    pen.line("M256,96C300,84 350,84 394,94V306C350,296 300,296 256,308Z", 1.1, "mark")
    _lines(pen, *((384.0, 112.0, 170.0, 8, 17.0) if pen.family == "east" else (268.0, 112.0, 122.0, 10, 19.0)), upright=pen.family == "east")
    if pen.family in ("europe", "classical"):
        pen.fill(box(266, 100, 30, 34), "mark")
        pen.line(medallion("europe", 281, 117, 13), 1.2, "light")


def leaf(pen: Pen) -> None:
    """One leaf: a picture above or below writing, in a border of ornament."""
    form = pen.begin(curve([(52, 36, 1), (160, 32), (308, 38, 1), (304, 200), (310, 448, 1), (200, 452), (50, 446, 1), (56, 240)], True), "light")
    pen.fill(box(46, 30, 268, 420) + box(88, 74, 184, 332), "body", 0.7)
    pen.tiles(box(60, 44, 240, 392) + box(88, 74, 184, 332), 60, 44, 28)
    pen.line(box(88, 74, 184, 332) + box(93, 79, 174, 322), 1.3, "mark")
    pen.end(form, "soft")
    scene = OILS[0] if pen.family in ("europe", "classical") else EAST[1] if pen.family == "east" else MINIATURE[0]
    above = pen.chance("above") > 0.4
    picture(pen, scene, 100, 90 if above else 226, 160, 166)
    _lines(pen, 104, 280 if above else 104, 150, 6, 19)


def palm_leaf(pen: Pen) -> None:
    """Leaves of palm between boards, threaded; how South and Southeast Asia wrote."""
    for k in range(4):
        y = 66 + k * 44
        form = pen.begin(f"M{40 + k * 3},{y}L{600 + k * 5},{y - 8}V{y + 26}L{40 + k * 3},{y + 34}Z", "light" if k else "shade")
        if k == 0:
            pen.tiles(f"M30,{y - 20}H620V{y + 50}H30Z", 40, y - 2, 32)
        else:
            pen.line("".join(f"M{64 + k * 3},{y + 8 + r * 7}L{576 + k * 5},{y + r * 7}" for r in range(3)), 2, "line", 0.5)
            pen.line("".join(f"M{64 + c * 11},{y + 10 - c * 0.16 + r * 7:.0f}q3,-6 6,0" for r in range(3) for c in range(0, 46, 2)), 1)
        pen.end(form, "soft", 1.6)
        pen.fill(circle(210 + k * 3, y + 13, 4) + circle(440 + k * 4, y + 10, 4))
    pen.line("M210,80C190,120 230,150 214,220C206,260 240,270 250,256M440,76C460,120 430,170 450,214", 1.8, "mark")


def letter(pen: Pen) -> None:
    """A long sheet with rows of writing and a seal, curling at its ends."""
    form = pen.begin("M70,44Q190,60 310,44V436Q190,452 70,436Z", "light")
    pen.tiles("M70,40Q190,60 310,40V78Q190,92 70,78Z", 76, 44, 34)
    if pen.family == "east":
        _lines(pen, 284, 108, 300, 9, 22, upright=True)
    else:
        _lines(pen, 96, 110, 200, 14, 22)
    pen.slant((190, 50, 310, 440), 7, 0.2)
    pen.end(form, "soft")
    pen.part("M62,36Q190,56 318,36Q326,28 318,22Q190,40 62,22Q54,28 62,36Z", "body", "soft", 1.7)
    pen.part("M62,432Q190,452 318,432Q328,442 318,450Q190,468 62,450Q52,442 62,432Z", "body", "soft", 1.7)
    red = "#a33327"
    if pen.chance("square") > 0.5:
        pen.line("M222,366h58v58h-58ZM230,378h18M239,372v20M230,398h18M230,410h20M258,374v42M258,384h14M258,400h14M272,374v42", 3, red)
    else:
        pen.part(circle(250, 398, 30), red, "dome", 1.4)
        pen.line(medallion(pen.family, 250, 398, 20), 1.2, "#e9b9a6")


def map_(pen: Pen) -> None:
    """Coasts, a rose of winds, a ship, a scale, in a border."""
    form = pen.begin(box(30, 30, 420, 324), "light")
    pen.tiles(box(30, 30, 420, 324) + box(62, 62, 356, 260), 32, 32, 28)
    pen.end(form, "flat")
    sheet = pen.begin(box(62, 62, 356, 260), "body")
    rose = (316, 240)
    pen.line("".join(f"M{rose[0]},{rose[1]}L{polar(*rose, 420, k / 16)[0]:.0f},{polar(*rose, 420, k / 16)[1]:.0f}" for k in range(16)), 0.7, "line", 0.6)
    lands = [(62, 62, 1), (150, 62, 1), (166, 92), (140, 110), (170, 130), (210, 120), (222, 150), (188, 166), (196, 204), (168, 236), (150, 220), (136, 180), (104, 200), (62, 180, 1)]
    east = [(260, 62, 1), (418, 62, 1), (418, 170, 1), (380, 160), (366, 130), (330, 140), (300, 118), (284, 96)]
    isles = ellipse(240, 210, 16, 9) + ellipse(226, 254, 11, 18) + ellipse(130, 268, 26, 14) + ellipse(392, 214, 10, 16)
    land = curve(lands, True) + curve(east, True) + isles
    pen.fill(land, "shade", 0.6)
    pen.line(land, 1.6)
    pen.line("".join(f"M{x},{y}l6,-10l6,10" for x, y in ((80, 100), (96, 112), (112, 96), (300, 90), (340, 110), (360, 90), (384, 116), (84, 150))), 1.2)
    pen.line("".join(f"M{x},{y}q5,-4 10,0t10,0" for x, y in ((220, 190), (260, 170), (190, 280), (270, 296), (90, 240), (350, 290), (240, 100))), 1)
    pen.line("M180,300q14,8 30,0l-4,8h-22ZM194,298v-20l12,12M190,298v-14l-8,10", 1.4)
    pen.fill(star(*rose, 8, 34, 9), "mark")
    pen.line(circle(*rose, 24) + star(*rose, 8, 34, 9), 1.2)
    pen.line("M84,300h70M84,296v8M101,296v8M119,296v8M136,296v8M154,296v8", 1.6)
    pen.end(sheet, "flat", 1.6)


def textile(pen: Pen) -> None:
    """A length of cloth that hangs from a rod, or a piece cut from one; the repeat fills it."""
    if pen.chance("fragment") > 0.62:
        cut = [(48, 60, 1), (130, 50), (216, 58), (322, 46, 1), (330, 150), (318, 240), (336, 330), (310, 430, 1), (230, 438), (160, 420), (90, 436), (40, 420, 1), (52, 320), (38, 220), (54, 140)]
        form = pen.begin(curve(cut, True))
        pen.tiles(box(30, 40, 320, 410), 40, 46, pen.pick("size", 64.0, 92.0, 128.0))
        pen.slant((190, 40, 340, 440), 8, 0.25)
        pen.end(form, "soft")
        pen.line("".join(f"M{50 + k * 13},{428 + (k * 7) % 9}v{9 + (k * 5) % 9}" for k in range(21)), 1)
        return
    pen.line("M22,44H358", 8, "#6b4a30")
    pen.fill(circle(20, 44, 8) + circle(360, 44, 8), "#6b4a30")
    form = pen.begin("M52,44Q120,52 190,46T328,44V424Q258,436 190,426T52,424Z")
    pen.tiles(box(50, 84, 280, 300), 52, 84, pen.pick("size", 50.0, 75.0, 100.0))
    pen.fill(box(50, 40, 280, 44) + box(50, 384, 280, 50), "shade")
    pen.tiles(box(50, 46, 280, 36) + box(50, 390, 280, 36), 52, 46, 34)
    pen.line("M52,84H328M52,384H328", 1.6)
    for x in (96, 164, 236, 300):
        pen.line(f"M{x},46Q{x + 8},230 {x - 4},424", 10, "#000", 0.07)
        pen.line(f"M{x + 14},46Q{x + 22},230 {x + 10},424", 8, "#fff", 0.1)
    pen.end(form, "flat")
    pen.line("".join(f"M{58 + k * 9},428v18" for k in range(31)), 1.2, "shade")


def carpet(pen: Pen) -> None:
    """A medallion in a field, corners, a main border between guards; or a row of stars."""
    pen.line("".join(f"M{44 + k * 9},22v-16M{44 + k * 9},478v16" for k in range(33)), 1.3, "shade")
    form = pen.begin(box(36, 22, 308, 456))
    pen.tiles(box(88, 74, 204, 352), 88, 74, 66 if pen.chance("plain") > 0.5 else 44, opacity=0.55)
    if pen.chance("medallion") > 0.35:
        for grow, colour in ((1.0, "mark"), (0.93, "shade"), (0.6, "mark"), (0.53, "body")):
            pen.fill(lobes(190, 250, 12, 78 * grow, 0.6), colour)
        pen.line(medallion(pen.family, 190, 250, 38) + medallion(pen.family, 190, 250, 62), 1.5, "light")
        pen.fill("".join(curve([(190, 250 + d * 132, 1), (204, 250 + d * 106), (190, 250 + d * 84), (176, 250 + d * 106)], True) for d in (-1, 1)), "mark")
        corners = [(x, y) for x in (88, 292) for y in (74, 426)]
        pen.fill("".join(circle(x, y, 66) for x, y in corners), "mark")
        pen.fill("".join(circle(x, y, 61) for x, y in corners), "shade")
        name = pen.name()
        pen.defs.append(f'<path id="{name}" d="{medallion(pen.family, 0, 0, 52)}"/>')
        uses = "".join(f'<use href="#{name}" x="{x}" y="{y}"/>' for x, y in corners)
        pen.drawn.append(f'<g stroke="{pen.palette.light}" stroke-width="1.4">{uses}</g>')
    else:
        for y in (130, 250, 370):
            pen.fill(star(190, y, 8, 56, 43), "mark")
            pen.fill(star(190, y, 8, 50, 38), "shade")
            pen.line(medallion(pen.family, 190, y, 32), 1.5, "light")
    pen.fill(box(36, 22, 308, 456) + box(88, 74, 204, 352), "shade")
    pen.tiles(box(46, 32, 288, 36) + box(46, 432, 288, 36), 46, 32, 36)
    pen.tiles(box(46, 68, 36, 364) + box(298, 68, 36, 364), 82, 68, 36, turn=90)
    pen.line("".join(box(36 + d, 22 + d, 308 - 2 * d, 456 - 2 * d) for d in (8, 12, 46, 50)), 1.6, "mark")
    pen.end(form, "flat", 2.2)


def relief(pen: Pen) -> None:
    """A carved slab: three figures under arches or walking, a frieze of ornament above, broken at its edges."""
    slab = [(40, 60, 1), (110, 52), (200, 58), (300, 46), (372, 58, 1), (376, 150), (368, 240), (380, 332, 1), (300, 344), (200, 338), (120, 348), (34, 336, 1), (42, 240), (34, 150)]
    pen.ground(214, 350, 170)
    form = pen.begin(curve(slab, True))
    pen.fill("M30,112H390V320H30Z", "shade", 0.55)
    pen.tiles(box(30, 62, 360, 42), 40, 62, 42)
    pen.line("M30,60H390M30,106H390M30,112H390M30,320H390", 1.5)
    walking = pen.chance("walking") > 0.5
    for x in (102, 206, 310):
        if not walking:
            pen.line(f"M{x - 40},320V170Q{x - 40},122 {x},120Q{x + 40},122 {x + 40},170V320", 3, "light")
            pen.line(f"M{x - 37},320V170Q{x - 37},125 {x},123Q{x + 37},125 {x + 37},170V320", 1.2)
        robe = curve([(x, 176), (x + 22, 186), (x + 26, 226), (x + 18, 256), (x + 26 + walking * 10, 318, 1), (x - 26, 318, 1), (x - 18, 256), (x - 26, 226), (x - 22, 186)], True)
        pen.part(robe, "body", "round", 1.6)
        pen.part(ellipse(x - walking * 4, 156, 15, 19), "light", "dome", 1.6)
        pen.line(f"M{x - 16},196Q{x},220 {x + 16},196M{x - 18},222Q{x},244 {x + 18},222M{x - 16},256Q{x},270 {x + 16},256M{x - 8},262L{x - 12},318M{x + 8},262L{x + 12},318", 1.2)
        if walking:
            pen.line(f"M{x - 44},318V138", 4, "light")
            pen.line(f"M{x + 12},204Q{x - 12},226 {x - 44},216", 7)
            pen.line(f"M{x + 12},204Q{x - 12},226 {x - 44},216", 4, "body")
    pen.slant((220, 60, 380, 350), 7, 0.35)
    pen.end(form, "soft")


def stele(pen: Pen) -> None:
    """An upright stone with words: on a tortoise with dragons above, rounded with a relief, or a four-sided post."""
    if pen.family == "east":
        pen.ground(176, 484, 140)
        pen.part(curve([(60, 484, 1), (44, 452), (80, 418), (170, 404), (262, 418), (292, 452), (282, 484, 1)], True), "shade", "dome")
        pen.part(curve([(292, 440), (322, 424), (332, 440), (322, 458), (286, 462)], True), "shade", "dome", 1.7)
        pen.line("M80,436Q170,416 262,436M70,460Q170,438 274,460M120,412v66M170,404v76M220,412v66", 1.2)
        top, foot = 150, 414
        cap = pen.begin("M88,152V92Q90,40 170,36Q250,40 252,92V152Z", "shade")
        pen.line("".join(f"M{170 + s * 12},60C{170 + s * 60},48 {170 + s * 84},84 {170 + s * 50},100C{170 + s * 24},110 {170 + s * 22},130 {170 + s * 70},146" for s in (1, -1)), 7, "line", 0.35)
        pen.line("".join(f"M{170 + s * 12},60C{170 + s * 60},48 {170 + s * 84},84 {170 + s * 50},100C{170 + s * 24},110 {170 + s * 22},130 {170 + s * 70},146" for s in (1, -1)), 1.6)
        pen.end(cap)
        pen.part(box(146, 78, 48, 64), "light", "flat", 1.5)
        pen.line("M158,92h24M170,86v20M158,116h24M160,128h20M170,110v24", 2)
    else:
        pen.ground(176, 484, 110)
        pen.part(box(62, 452, 216, 32), "shade", "soft")
        top, foot = 218, 452
        head = "M90,222V140Q94,46 170,42Q246,46 250,140V222Z" if pen.chance("round") > 0.4 else "M90,222L96,92L150,58L186,74L244,64L250,222Z"
        cap = pen.begin(head)
        pen.fill("M104,214V146Q110,66 170,60Q230,66 236,146V214Z", "shade", 0.5)
        pen.tiles(box(90, 176, 160, 40), 92, 176, 40)
        pen.line(medallion(pen.family, 170, 122, 42), 1.6)
        pen.end(cap)
    body = pen.begin(f"M90,{top}H250L256,{foot}H84Z")
    pen.line(f"M100,{top + 12}H240V{foot - 14}H100Z", 1.2)
    if pen.family == "east":
        _lines(pen, 226, top + 28, foot - top - 60, 7, 19, upright=True)
    else:
        _lines(pen, 110, top + 34, 118, int((foot - top - 50) / 19), 19)
    pen.slant((160, top - 30, 258, foot), 6, 0.45)
    pen.end(body)


def cylinder(pen: Pen) -> None:
    """A barrel of clay or a tablet covered with wedges."""
    form = pen.begin(curve([(64, 110), (120, 66), (230, 54), (340, 66), (396, 110), (400, 160), (346, 214), (230, 228), (116, 214), (60, 160)], True))
    found = []
    for r in range(9):
        for k in range(22):
            x, y = 72 + k * 15 + (r * 5) % 9, 82 + r * 16 + 12 * ((k - 11) / 11) ** 2 * (1 if r < 4 else -1)
            found.append(f"M{x:.0f},{y:.0f}l6,-2l-4,4" if (r + k) % 3 else f"M{x:.0f},{y - 3:.0f}l2,8l2,-6")
    pen.line("".join(found), 1.2)
    pen.line("M70,98Q230,60 392,100", 0.9)
    pen.slant((180, 50, 400, 240), 6, 0.5)
    pen.end(form, "dome")
    pen.ground(236, 232, 150)


WRITTEN = {
    "manuscript": (464, 400, manuscript), "leaf": (360, 484, leaf), "palm-leaf": (640, 270, palm_leaf), "letter": (380, 484, letter),
    "map": (480, 384, map_), "textile": (380, 470, textile), "carpet": (380, 500, carpet), "relief": (414, 380, relief),
    "stele": (340, 510, stele), "tablet": (460, 280, cylinder),
}
