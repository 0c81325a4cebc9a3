"""Silhouettes of what carries pictures and words: paintings, prints, scrolls, screens, books, letters, maps, cloth."""

# Coordinates stay on the line of the stroke that they draw.
# fmt: off
from __future__ import annotations

from collections.abc import Callable

from .plate_forms import box, circle, curve, ellipse, mirrored, polygon
from .plate_ornaments import medallion
from .plate_palette import PALETTES
from .plate_pen import Pen
from .plate_scenes import EAST, MINIATURE, OILS, PRINTS, TALL, UPRIGHT, WIDE, holy

Scene = Callable[[Pen], None]
_GOLD = PALETTES["gold"]


def picture(pen: Pen, scene: Scene, x: float, y: float, width: float, high: float, size: tuple[float, float] = WIDE) -> None:
    """A scene in a rectangle, cut to it."""
    scale = max(width / size[0], high / size[1])
    form = pen.begin(box(x, y, width, high), "light")
    left, top = x + (width - size[0] * scale) / 2, y + (high - size[1] * scale) / 2
    turned = size == WIDE and pen.chance("turned") > 0.5  # seen from the other side, so that one scene is two
    across, start = (-scale, left + size[0] * scale) if turned else (scale, left)
    pen.drawn.append(f'<g transform="matrix({across:.3f} 0 0 {scale:.3f} {start:.1f} {top:.1f})">')
    scene(pen)
    pen.drawn.append("</g>")
    pen.end(form, "flat", 1.6)


def frame(pen: Pen, x: float, y: float, width: float, high: float, wide: float) -> None:
    """A gilt frame, mitred, its moulding in ornament; the opening is drawn after it."""
    form = pen.begin(box(x, y, width, high), _GOLD.body)
    pen.fill(f"M{x},{y}L{x + width / 2},{y + high / 2}L{x},{y + high}ZM{x},{y}L{x + width / 2},{y + high / 2}L{x + width},{y}Z", "#fff", 0.22)
    pen.fill(f"M{x + width},{y + high}L{x + width / 2},{y + high / 2}L{x},{y + high}Z", "#000", 0.16)
    ink, pen.palette = pen.palette, pen.palette._replace(mark=_GOLD.mark, light=_GOLD.light)
    inset, size = wide * 0.22, wide * 0.54
    pen.tiles(box(x + inset, y + inset, width - 2 * inset, size) + box(x + inset, y + high - inset - size, width - 2 * inset, size), x + inset, y + inset, size)
    pen.tiles(box(x + inset, y + wide, size, high - 2 * wide) + box(x + width - inset - size, y + wide, size, high - 2 * wide), x + inset + size, y + wide, size, turn=90)
    pen.line("".join(box(x + d, y + d, width - 2 * d, high - 2 * d) for d in (wide * 0.16, wide * 0.82)) + f"M{x},{y}l{wide},{wide}M{x + width},{y}l{-wide},{wide}M{x},{y + high}l{wide},{-wide}M{x + width},{y + high}l{-wide},{-wide}", 1.3, _GOLD.line)
    pen.palette = ink
    pen.end(form, "flat", 2.2)


def painting(pen: Pen) -> None:
    """A panel in a gilt frame in Europe; a mounted leaf in East Asia; a bordered page where miniatures are painted."""
    if pen.family == "east":
        form = pen.begin(box(24, 40, 412, 300), "shade")
        pen.tiles(box(24, 40, 412, 44) + box(24, 296, 412, 44), 24, 40, 40)
        pen.end(form, "flat")
        picture(pen, pen.pick("scene", *EAST), 54, 84, 352, 212)
        _seals(pen, 376, 104)
    elif pen.family in ("south", "islamic", "southeast", "steppe"):
        form = pen.begin(box(50, 24, 360, 332), "light")
        pen.tiles(box(50, 24, 360, 332) + box(92, 62, 276, 256), 56, 30, 38)
        pen.end(form, "flat")
        pen.part(box(92, 62, 276, 256), "mark", "flat", 1.5)
        picture(pen, pen.pick("scene", *MINIATURE), 100, 70, 260, 240)
    else:
        wide = pen.pick("frame", 34.0, 46.0)
        frame(pen, 24, 24, 412, 332, wide)
        picture(pen, pen.pick("scene", *OILS), 24 + wide, 24 + wide, 412 - 2 * wide, 332 - 2 * wide)


def _seals(pen: Pen, x: float, y: float) -> None:
    """Two red seals and a column of writing."""
    pen.line("".join(f"M{x - 5},{y + k * 11}h10M{x},{y + k * 11 - 3}v9" for k in range(5)), 1.6)
    pen.part(box(x - 7, y + 62, 14, 14), "#a33327", "flat", 0.8)
    pen.line(f"M{x - 3},{y + 66}h7M{x},{y + 64}v10", 1.2, "#f3e9d6")


def portrait(pen: Pen) -> None:
    """A bust in a gilt frame, an ancestor seated before a plain ground, or a ruler in profile with a halo."""
    if pen.family == "east":
        form = pen.begin(box(56, 20, 288, 444), "shade")
        pen.tiles(box(56, 20, 288, 52) + box(56, 412, 288, 52), 60, 24, 44)
        pen.end(form, "flat")
        picture(pen, _ancestor, 78, 72, 244, 340, (244, 340))
    elif pen.family in ("south", "islamic"):
        form = pen.begin(box(50, 20, 300, 444), "light")
        pen.tiles(box(50, 20, 300, 444), 52, 22, 44)
        pen.end(form, "flat")
        picture(pen, _ruler, 92, 66, 216, 352, (244, 340))
    else:
        frame(pen, 36, 20, 328, 444, 44)
        picture(pen, _sitter, 80, 64, 240, 356, (244, 340))


def _ancestor(pen: Pen) -> None:
    robe = mirrored(122, ((0, 116), (22, 122), (86, 152), (110, 250), (96, 330), (60, 345, 1), (0, 345)))
    pen.fill(robe, "mark")
    pen.tiles(robe, 20, 130, 54)
    pen.line(robe + "M104,124Q122,140 140,124M122,132V344M30,240Q70,262 104,250M214,240Q174,262 140,250", 1.6)
    pen.fill(circle(122, 210, 32), "light")
    pen.line(circle(122, 210, 32) + circle(122, 210, 27) + medallion("east", 122, 210, 22), 1.3)
    face = mirrored(122, ((0, 52), (26, 58), (32, 84), (22, 112), (0, 124)))
    pen.fill(face, "body")
    pen.line(face + "M104,82q8,-6 14,0M126,82q8,-6 14,0M122,84v14q-3,4 -6,2M114,108q8,4 16,0M108,112q-6,14 -4,26M136,112q6,14 4,26M122,116v24", 1.5)
    pen.fill("M86,62Q122,44 158,62L150,40Q122,14 94,40ZM60,58q24,-8 32,2l-4,6q-16,-8 -30,-2ZM184,58q-24,-8 -32,2l4,6q16,-8 30,-2Z", "line")


def _ruler(pen: Pen) -> None:
    pen.fill(circle(112, 96, 62), "light")
    pen.line(circle(112, 96, 62), 1.6, "mark")
    robe = curve([(92, 142), (52, 170), (36, 240), (40, 345, 1), (204, 345, 1), (200, 250), (176, 178), (136, 146)], True)
    pen.fill(robe, "mark")
    pen.tiles(robe, 30, 150, 40)
    pen.line(robe + "M96,144L150,230V344M60,230Q110,260 150,250", 1.6)
    face = curve([(122, 70), (86, 66), (74, 84), (64, 104), (74, 108), (74, 122), (84, 136), (104, 134), (104, 150, 1), (138, 150, 1), (136, 110)], True)
    pen.fill(face, "body")
    pen.line(face + "M78,90q8,-4 14,0M66,118q12,-8 20,-2M76,112l8,2M118,98q8,4 4,14", 1.6)
    turban = curve([(66, 76), (78, 48), (110, 34), (150, 40), (166, 66), (150, 90), (120, 78), (90, 70)], True)
    pen.fill(turban, "light")
    pen.line(turban + "M72,66Q110,44 160,62M80,54Q120,46 156,82M96,40q-10,-30 8,-40q6,22 2,38", 1.5)
    pen.line("".join(f"M{88 + k * 9},{154 + abs(k - 3) * -1 + 10}h1" for k in range(6)), 7, "light")
    pen.fill(curve([(56, 232), (44, 206), (56, 190), (66, 206)], True), "light")
    pen.line(curve([(56, 232), (44, 206), (56, 190), (66, 206)], True) + "M58,230q10,14 30,10", 1.5)


def _sitter(pen: Pen) -> None:
    pen.fill(box(0, 0, 244, 340), "line", 0.75)
    pen.fill(ellipse(150, 110, 110, 120), "shade", 0.5)
    coat = curve([(98, 168), (48, 196), (22, 250), (14, 345, 1), (232, 345, 1), (222, 250), (192, 196), (148, 168)], True)
    pen.fill(coat, "mark")
    pen.line(coat + "M60,240Q70,300 66,340M186,240Q178,300 184,340M122,210V340", 1.5)
    if pen.chance("collar") > 0.5:
        pen.fill("M86,168Q122,204 160,168L182,192Q122,240 64,192Z", "light")
        pen.line("M86,168Q122,204 160,168L182,192Q122,240 64,192Z" + "".join(f"M{74 + k * 12},{190 + (4 - abs(k - 4)) * 4}l4,-14" for k in range(9)), 1.3)
    else:
        pen.fill("M98,166L122,230L148,166Z", "light")
        pen.line("M98,166L122,230L148,166M122,230L84,190M122,230L164,190", 1.5)
    face = curve([(124, 66), (94, 76), (86, 108), (92, 142), (108, 166), (126, 172), (146, 160), (158, 132), (160, 100), (150, 74)], True)
    pen.fill(face, "light")
    pen.fill(curve([(128, 72), (150, 84), (160, 112), (148, 158), (130, 170), (140, 120)], True), "shade", 0.5)
    hair = curve([(84, 120, 1), (72, 90), (86, 54), (124, 40), (164, 54), (178, 96), (166, 150), (156, 130, 1), (158, 96), (136, 72), (100, 78)], True)
    pen.fill(hair, "line")
    pen.line(face + "M98,104q8,-6 16,-1M128,103q8,-5 18,1M100,110q6,-4 13,0M130,110q7,-4 13,0M120,108q-2,18 -7,24q5,4 12,2M108,148q10,-5 22,0q-10,6 -22,0", 1.5)


def print_(pen: Pen) -> None:
    """A sheet with margins: a colour print of Edo with its cartouche, else an engraving with its plate mark."""
    form = pen.begin(box(30, 26, 400, 308))
    pen.line(box(48, 42, 364, 270), 0.9, "shade")
    pen.end(form, "soft", 1.6)
    if pen.family == "east":
        picture(pen, pen.pick("scene", *PRINTS), 50, 44, 360, 272)
        pen.part(box(378, 56, 20, 66), "#b0463a", "flat", 1.2)
        pen.line("".join(f"M{383},{66 + k * 12}h10M388,{62 + k * 12}v8" for k in range(5)), 1.4, "#f6eddb")
    else:
        picture(pen, pen.pick("scene", *OILS), 64, 54, 332, 228)
        pen.line("M150,300H310M64,288h30M366,288h30", 1.2)


def handscroll(pen: Pen) -> None:
    """Unrolled from right to left: silk, a painted length, writing and seals, the rest still rolled."""
    pen.ground(380, 262, 340)
    sheet = pen.begin(box(70, 66, 620, 170), "light")
    pen.tiles(box(70, 66, 96, 170), 70, 66, 42)
    pen.fill(box(166, 66, 524, 12) + box(166, 224, 524, 12), "shade", 0.6)
    pen.end(sheet, "flat")
    scenes = pen.pick("scene", EAST[0], EAST[1])
    picture(pen, scenes, 178, 80, 214, 142)
    picture(pen, EAST[0] if scenes is EAST[1] else scenes, 392, 80, 190, 142)
    _seals(pen, 610, 96)
    pen.line("".join(f"M{634 + c * 16},{96 + k * 11}h8M{638 + c * 16},{92 + k * 11}v8" for c in range(2) for k in range(11)), 1.3)
    for x, wide in ((56, 17), (700, 26)):
        pen.part(box(x - wide * 0.4, 42, wide * 0.8, 24) + box(x - wide * 0.4, 236, wide * 0.8, 24), "line", "soft", 1.2)
        roll = pen.begin(box(x - wide, 62, wide * 2, 178), "shade")
        pen.tiles(box(x - wide, 62, wide * 2, 178), x - wide, 62, 36)
        pen.end(roll)


def hanging_scroll(pen: Pen) -> None:
    """A painting on its mount of patterned silk, with hanging strips and a roller."""
    pen.line("M64,54L150,12L236,54", 1.4)
    mount = pen.begin(box(54, 54, 192, 490), "shade")
    pen.tiles(box(54, 54, 192, 120) + box(54, 450, 192, 94), 54, 56, 44)
    pen.fill(box(100, 54, 8, 112) + box(192, 54, 8, 112), "light")
    pen.fill(box(54, 160, 192, 14) + box(54, 446, 192, 12), "mark", 0.8)
    pen.line("M54,160H246M54,174H246M54,446H246M54,458H246", 1.2)
    pen.end(mount, "soft")
    scene = holy if pen.family in ("south", "southeast") or pen.chance("holy") > 0.7 else pen.pick("scene", *UPRIGHT)
    picture(pen, scene, 72, 178, 156, 264, TALL)
    if scene is not holy:
        _seals(pen, 212, 196)
    pen.part(box(48, 48, 204, 9), "line", "flat", 1.2)
    pen.part(box(34, 540, 18, 16) + box(248, 540, 18, 16), "light", "flat", 1.4)
    pen.part(box(50, 536, 200, 24), "shade")


def folding_screen(pen: Pen) -> None:
    """Six panels in zigzag, one scene across all, a brocade edge and metal corners."""
    pen.ground(366, 330, 330)
    faces = []
    for number in range(6):
        x, low, high = 44 + number * 106, *((20, 0) if number % 2 == 0 else (0, 20))
        faces.append(((x, 50 + high), (x + 106, 50 + low), (x + 106, 306 + low), (x, 306 + high)))
    for number, corners in enumerate(faces):
        pen.part(polygon(corners), "body" if number % 2 else "light", "flat", 1.6)
    whole = pen.begin("".join(polygon(corners) for corners in faces), "none")
    pen.drawn.append('<g transform="matrix(2.14 0 0 1.24 42 56)">')
    pen.pick("scene", *EAST)(pen)
    pen.drawn.append("</g>")
    pen.fill("".join(polygon(corners) for corners in faces[1::2]), "line", 0.13)
    for one, two, _, four in faces:
        for y in (one[1], four[1] - 18):
            pen.fill(polygon(((one[0], y), (two[0], y + two[1] - one[1]), (two[0], y + two[1] - one[1] + 18), (one[0], y + 18))), "shade")
    pen.tiles("M40,40H690V90H40ZM40,290H690V336H40Z", 44, 48, 36, opacity=0.8)
    pen.end(whole, "flat", 1.6)
    pen.fill("".join(f"M{c[0][0]},{c[0][1]}l14,{(c[1][1] - c[0][1]) * 14 / 106:.1f}l-14,14ZM{c[2][0]},{c[2][1]}l-14,{(c[3][1] - c[2][1]) * 14 / 106:.1f}l14,-14Z" for c in faces), "line")


FLATS = {
    "painting": (460, 380, painting), "portrait": (400, 484, portrait), "print": (460, 360, print_),
    "handscroll": (760, 290, handscroll), "hanging-scroll": (300, 580, hanging_scroll), "folding-screen": (724, 366, folding_screen),
}
