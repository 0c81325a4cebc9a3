"""What people wear and bear: garments, jewels, crowns, helmets, arms."""

# Coordinates stay on the line of the stroke that they draw.
# fmt: off
from __future__ import annotations

from math import cos, pi, sin

from .plate_forms import at, box, circle, curve, ellipse, limb, mirrored, petals, polar, star
from .plate_ornaments import medallion
from .plate_pen import Pen


def garment(pen: Pen) -> None:
    """A robe spread to be seen: wide sleeves, crossed collar, or open in front; ornament on the cloth, borders plain."""
    {"east": _kimono, "southeast": _sarong_coat}.get(pen.family, _kaftan)(pen)


def _kimono(pen: Pen) -> None:
    pen.line("M20,92H420", 5, "#7a6a55")
    robe = "M196,62L150,78L24,86V236L128,232L136,196L126,430Q220,444 314,430L304,196L312,232L416,236V86L290,78L244,62L220,76Z"
    form = pen.begin(robe)
    if pen.chance("field") > 0.5:
        pen.tiles(box(20, 60, 400, 390), 28, 62, 44)
    else:
        pen.fill("M20,300H420V450H20ZM20,170H140V240H20ZM300,170H420V240H300Z", "shade", 0.5)
        pen.tiles("M20,300H420V450H20ZM20,170H140V240H20ZM300,170H420V240H300Z", 28, 300, 46)
    pen.fill("M186,58L220,150V176L246,118L262,70L244,58L220,76L196,58Z", "shade")
    pen.fill("M210,150h20v300h-20Z", "shade", 0.4)
    pen.line("M188,66L220,152V440M252,66L222,140M136,196L150,80M304,196L290,80M200,60L226,136M128,232V86M312,232V86M126,418Q220,432 314,418", 1.5)
    pen.slant((230, 60, 420, 450), 8, 0.3)
    pen.end(form, "soft")


def _kaftan(pen: Pen) -> None:
    robe = "M184,64Q220,90 256,64L296,82L408,236L364,266L296,188L300,260L340,436Q220,452 100,436L140,260L144,188L76,266L32,236L144,82Z"
    form = pen.begin(robe)
    pen.tiles(box(20, 60, 400, 390), 26, 66, pen.pick("size", 40.0, 58.0))
    pen.fill("M182,60L212,128V448H228V128L258,60L238,74H202ZM90,418Q220,434 350,418V454H90ZM28,230L72,272L84,256L44,222ZM412,230L368,272L356,256L396,222Z", "light")
    pen.line("M184,64L212,128V446M256,64L228,128V446M102,420Q220,436 338,420M46,222L84,256M394,222L356,256M144,188L150,108M296,188L290,108", 1.5)
    pen.line("".join(f"M206,{y}H234" for y in range(140, 300, 22)), 2.4, "shade")
    pen.fill("".join(circle(220, y, 3.4) for y in range(140, 300, 22)))
    pen.slant((220, 60, 420, 460), 8, 0.3)
    pen.end(form, "soft")


def _sarong_coat(pen: Pen) -> None:
    coat = "M186,56Q220,84 254,56L300,74L414,190L384,222L306,154L312,292Q220,306 128,292L134,154L56,222L26,190L140,74Z"
    skirt = pen.begin("M132,286Q220,298 308,286L330,440Q220,454 110,440Z", "shade")
    pen.tiles(box(100, 280, 240, 176), 108, 286, 38)
    pen.line("M220,292L240,448M234,292L262,446", 1.4)
    pen.end(skirt, "soft")
    form = pen.begin(coat)
    pen.tiles(coat, 30, 60, 40)
    pen.fill("M184,52L214,120V310H226V120L256,52ZM120,278Q220,292 320,278V312H120Z", "light")
    pen.line("M186,56L214,120V304M254,56L226,120V304M130,278Q220,292 310,278M134,154L140,100M306,154L300,100", 1.5)
    pen.end(form, "soft")


def necklace(pen: Pen) -> None:
    """Beads that grow towards a pendant."""
    pen.line(curve([(80, 122), (106, 62), (190, 30), (274, 62), (300, 122)]), 4)
    pen.line(curve([(80, 122), (106, 62), (190, 30), (274, 62), (300, 122)]), 1.6, "light")
    long = pen.chance("long") > 0.5
    for k in range(-7, 8):
        turn = k / 7 * 0.42
        x, y = polar(190, 146, 112 if not long else 120, 0.5 + turn * 0.86)
        r = 14 - abs(k) * 0.8
        if abs(k) % 2 and pen.chance("mixed") > 0.4:
            pen.part(star(x, y, 4, r + 3, r * 0.7, turn), "light", "dome", 1.5)
        else:
            pen.part(circle(x, y, r), "body", "dome", 1.5)
    if pen.chance("drops") > 0.5:
        for k in (-2, -1, 1, 2):
            x = 190 + k * 34
            pen.part(curve([(x, 262 - abs(k) * 9, 1), (x + 9, 284 - abs(k) * 9), (x, 302 - abs(k) * 9), (x - 9, 284 - abs(k) * 9)], True), "light", "dome", 1.5)
    _drop(pen, 190, 266)


def _drop(pen: Pen, x: float, y: float) -> None:
    """A pendant below a ring."""
    pen.tube(circle(x, y, 8), 3)
    if pen.chance("round") > 0.5:
        form = pen.begin(circle(x, y + 58, 48))
        pen.about(x, y + 58, 30, 44)
        pen.line(circle(x, y + 58, 27) + medallion(pen.family, x, y + 58, 24), 1.4)
        pen.end(form, "dome")
        return
    form = pen.begin(mirrored(x, ((0, y + 10, 1), (24, y + 36), (46, y + 70), (30, y + 108), (0, y + 122, 1))))
    pen.tiles(box(x - 50, y, 100, 130), x - 44, y + 12, 34)
    pen.fill(ellipse(x, y + 72, 19, 25), "light")
    pen.fill(ellipse(x, y + 72, 15, 21), "mark")
    pen.line(ellipse(x, y + 72, 19, 25), 1.5)
    pen.end(form, "dome")
    pen.fill(ellipse(x - 5, y + 64, 4, 7), "#fff", 0.6)


def pendant(pen: Pen) -> None:
    pen.line(curve([(96, 40), (130, 120), (190, 168), (250, 120), (284, 40)]), 5)
    pen.line(curve([(96, 40), (130, 120), (190, 168), (250, 120), (284, 40)]), 2, "light")
    pen.tube(circle(190, 176, 12), 5)
    if pen.chance("round") > 0.5:
        form = pen.begin(circle(190, 282, 92))
        pen.about(190, 282, 60, 86)
        pen.line(circle(190, 282, 56) + medallion(pen.family, 190, 282, 48), 1.6)
        pen.end(form, "dome")
        return
    form = pen.begin(mirrored(190, ((0, 190, 1), (66, 196), (96, 236), (70, 306), (0, 382, 1))))
    pen.tiles(box(90, 186, 200, 200), 100, 192, 46)
    pen.fill(circle(190, 262, 44), "body")
    pen.line(circle(190, 262, 44) + circle(190, 262, 38) + medallion(pen.family, 190, 262, 32), 1.6)
    pen.end(form, "dome")


def armlet(pen: Pen) -> None:
    """An open ring whose ends are animals' heads that look at each other."""
    arc = [polar(190, 216, 132, 0.06 + k / 16 * 0.88) for k in range(17)]
    ring = pen.begin(limb([(x, y, 19) for x, y in arc]) + "Z")
    pen.about(190, 216, 116, 148)
    pen.line(circle(190, 216, 117) + circle(190, 216, 147), 1.3)
    pen.slant((190, 60, 350, 370), 6)
    pen.end(ring)
    for side in (1, -1):
        x = 190 + side * 44
        pen.part(curve([(x + side * 8, 66), (x + side * 8, 106), (x - side * 14, 108), (x - side * 34, 98), (x - side * 38, 86), (x - side * 20, 74), (x - side * 6, 58)], True), "light", "dome", 1.7)
        pen.part(limb([(x - side * 2, 66, 7), (x + side * 14, 40, 5), (x + side * 2, 24, 2)]) + "Z", "body", "soft", 1.6)
        pen.fill(circle(x - side * 12, 82, 3.6) + circle(x - side * 32, 88, 1.6))
        pen.line(f"M{x - side * 36},94q{side * 10},4 {side * 18},-2", 1.3)


def brooch(pen: Pen) -> None:
    """A disc set in rings of stones and ornament."""
    form = pen.begin(circle(190, 190, 148))
    pen.about(190, 190, 104, 140)
    pen.line("".join(circle(190, 190, r) for r in (144, 102, 98, 60)), 1.5)
    pen.fill("".join(circle(*polar(190, 190, 80, k / 12), 8) for k in range(12)), "mark", 0.85)
    pen.line("".join(circle(*polar(190, 190, 80, k / 12), 10.5) for k in range(12)), 1.3)
    pen.line(medallion(pen.family, 190, 190, 52), 1.5)
    pen.slant((190, 40, 350, 350), 6, 0.35)
    pen.end(form, "dome")
    pen.part(circle(190, 190, 15), "mark", "dome", 1.5)


def comb(pen: Pen) -> None:
    """Long teeth below a frieze with two beasts face to face."""
    teeth = "".join(f"M{116 + k * 12},196V392Q{120 + k * 12},404 {124 + k * 12},392V196Z" for k in range(13))
    pen.part(teeth, "body", "soft", 1.4)
    form = pen.begin(box(104, 156, 172, 46))
    pen.tiles(box(104, 164, 172, 30), 106, 164, 30)
    pen.line("M104,163H276M104,195H276", 1.4)
    pen.end(form, "soft")
    for side in (1, -1):
        beast = [(78, 150), (82, 104), (66, 84), (40, 86), (30, 66), (12, 62), (4, 78), (18, 92), (24, 120), (14, 152, 1), (34, 154), (42, 128), (58, 128), (60, 154, 1)]
        pen.part(curve([(190 + side * d[0], *d[1:]) for d in beast], True), "body", "soft", 1.7)
        pen.fill(circle(190 + side * 20, 73, 2.6))
        pen.part(limb([(190 + side * 76, 120, 6), (190 + side * 92, 90, 5), (190 + side * 78, 66, 3)]), "body", "flat", 1.5)


def crown(pen: Pen) -> None:
    """A circlet with branches and leaves, or with fleurons."""
    pen.ground(196, 386, 120)
    pen.part(ellipse(190, 292, 138, 24), "shade", "flat", 1.6)
    if pen.family in ("east", "steppe", "southeast", ""):
        tree = "M{0},300V96M{0},150h-30v-34M{0},150h30v-34M{0},210h-34v-34M{0},210h34v-34"
        for x in (190, 88, 292):
            pen.line(tree.format(x), 11)
            pen.line(tree.format(x), 7, "body")
            pen.line(tree.format(x), 1.8, "light")
            pen.part(curve([(x, 64, 1), (x + 12, 86), (x, 102), (x - 12, 86)], True), "light", "flat", 1.4)
            pen.part("".join(circle(x + d, y, 7) for d, y in ((-30, 108), (30, 108), (-34, 168), (34, 168))), "light", "flat", 1.3)
    else:
        for k in range(-2, 3):
            x = 190 + k * 58
            pen.part(curve([(x - 24, 310, 1), (x - 10, 250), (x - 30, 226), (x - 10, 210), (x, 158 + abs(k) * 12, 1), (x + 10, 210), (x + 30, 226), (x + 10, 250), (x + 24, 310, 1)], True), "body", "soft", 1.7)
            pen.part(circle(x, 232, 8), "mark", "dome", 1.4)
    band = pen.begin("M52,292Q190,336 328,292V350Q190,396 52,350Z")
    for k in range(9):
        turn = -pi / 2 + pi * (k + 0.5) / 9
        a = 276 * sin(pi / 18) * cos(turn) / pen.ornament.width
        pen.stamp(a, -0.16 * sin(turn) * a, 0, 44 / pen.ornament.height, 190 + 138 * sin(turn) - a * pen.ornament.width / 2, 299 + 22 * cos(turn))
    pen.line("M52,298Q190,342 328,298M52,344Q190,390 328,344", 1.4)
    pen.end(band)
    if pen.family in ("east", "steppe"):
        for side in (1, -1):
            pen.line(f"M{190 + side * 128},352v14", 2)
            pen.part("".join(circle(190 + side * 128, y, 6) for y in (370, 384, 398)) + ellipse(190 + side * 128, 414, 6, 11), "light", "dome", 1.3)


def helmet(pen: Pen) -> None:
    """A dome with a point, a rim, a nose guard and mail."""
    mail = pen.begin("M70,268Q190,306 310,268L318,372Q260,412 190,414Q120,412 62,372Z", "shade")
    pen.line("".join(f"M{60 + (r % 2) * 8 + k * 16},{290 + r * 12}q8,12 16,0" for r in range(11) for k in range(17)), 1)
    pen.end(mail, "round")
    dome = pen.begin(mirrored(190, ((0, 46, 1), (7, 60), (16, 92), (56, 118), (104, 172), (124, 262, 1), (0, 292))))
    pen.line("".join(f"M190,92Q{190 + k * 26},160 {190 + k * 34},284" for k in range(-3, 4)), 1.3)
    pen.fill("M60,222Q190,262 320,222V280H60Z", "light", 0.35)
    pen.tiles("M60,226Q190,266 320,226V262Q190,300 60,262Z", 66, 232, 34)
    pen.line("M60,224Q190,264 320,224", 1.4)
    pen.slant((190, 60, 314, 300), 6)
    pen.end(dome)
    pen.part("M60,260Q190,302 320,260L324,276Q190,320 56,276Z", "light", "round", 1.8)
    pen.part("M180,232h20l4,86q-14,14 -28,0Z", "body", "soft", 1.7)
    pen.part(circle(190, 46, 9), "light", "dome", 1.6)


def armour(pen: Pen) -> None:
    """A cuirass of lamellae with shoulder plates and a skirt."""
    pen.ground(196, 440, 90)
    for side in (1, -1):
        guard = pen.begin(curve([(190 + side * d, y, *e) for d, y, *e in ((62, 96, 1), (104, 104), (138, 150), (144, 214, 1), (96, 220, 1), (78, 150))], True), "shade")
        pen.line("".join(f"M{190 + side * 70},{118 + k * 20}L{190 + side * 146},{130 + k * 20}" for k in range(5)), 1.5)
        pen.end(guard, "soft")
    skirt = pen.begin("M122,292H258L296,424Q190,446 84,424Z", "shade")
    pen.line("".join(f"M{116 - k * 7},{312 + k * 22}Q190,{326 + k * 22} {264 + k * 7},{312 + k * 22}" for k in range(6)) + "".join(f"M{190 + k * 22},292L{190 + k * 34},440" for k in range(-3, 4)), 1.3)
    pen.end(skirt)
    chest = pen.begin(mirrored(190, ((24, 74, 1), (64, 84), (70, 140), (82, 200), (70, 268), (76, 300, 1), (0, 306))))
    pen.line("".join(f"M100,{200 + k * 18}H280" for k in range(6)) + "".join(f"M{100 + k * 15},200V310" for k in range(13)), 1.1)
    pen.tiles(box(116, 106, 148, 76), 116, 108, 38)
    pen.line("M100,196H280M112,102Q190,120 268,102", 1.6)
    pen.slant((190, 70, 280, 320), 6)
    pen.end(chest)
    pen.part(mirrored(190, ((0, 72), (26, 66), (40, 78), (24, 92), (0, 104))), "shade", "soft", 1.7)


def arms(pen: Pen) -> None:
    """A curved sabre and its sheath, crossed."""
    sheath = pen.begin(curve([(64, 72, 1), (150, 122), (262, 236), (336, 380, 1), (312, 396), (300, 386, 1), (230, 266), (130, 156), (50, 98, 1)], True), "shade")
    pen.tiles(box(40, 60, 310, 350), 50, 66, 30)
    pen.end(sheath, "soft")
    pen.part("M54,66L78,82L62,108L38,94ZM196,164l22,22l-18,16l-20,-20ZM318,376l22,4l-8,24l-26,-6Z", "light", "soft", 1.6)
    blade = pen.begin(curve([(346, 66, 1), (268, 124), (160, 232), (88, 352, 1), (104, 356), (180, 262), (282, 150), (360, 86, 1)], True), "#c9ced1")
    pen.line(curve([(352, 76), (272, 138), (168, 246), (96, 354)]), 1.2)
    pen.end(blade, "soft")
    pen.part(curve([(84, 352), (112, 362), (104, 402), (82, 430), (62, 438), (56, 418), (72, 396)], True), "body", "round")
    pen.part("M66,340L130,366L126,376L62,350Z", "light", "soft", 1.7)
    pen.line("M78,386l22,8M70,402l22,8", 1.4)


def dagger(pen: Pen) -> None:
    """A dagger above its sheath; the blade straight, or waved as a kris."""
    if pen.family == "southeast":
        wave = [(118 + sin(k * pi / 2) * 9, 150 + k * 18) for k in range(14)]
        edge = [(x - (16 - i * 1.1), y) for i, (x, y) in enumerate(wave)]
        back = [(x + (16 - i * 1.1), y) for i, (x, y) in enumerate(wave)]
        blade = curve([*edge, (118, 410, 1), *reversed(back)], True)
    else:
        blade = curve([(96, 158, 1), (94, 240), (102, 330), (124, 404, 1), (136, 330), (140, 240), (138, 158, 1)], True)
    form = pen.begin(blade, "#c3c9cc")
    pen.line("M117,160V390M110,170V330M124,170V330", 1.1)
    pen.slant((110, 150, 144, 420), 6, 0.5)
    pen.end(form, "soft")
    hilt = pen.begin(mirrored(117, ((0, 38), (22, 44), (28, 62), (16, 84), (20, 112), (16, 140), (0, 146))))
    pen.tiles(box(80, 36, 80, 110), 92, 44, 26)
    pen.end(hilt)
    pen.part("M70,138Q117,150 164,138L170,152Q117,168 64,152Z", "light", "round", 1.7)
    sheath = pen.begin(curve([(226, 96, 1), (222, 220), (234, 340), (256, 408), (274, 412), (276, 330), (282, 220), (284, 96, 1)], True))
    pen.tiles(box(210, 130, 90, 250), 222, 132, 40)
    pen.line("M220,128H290M222,330H290", 1.4)
    pen.slant((244, 96, 290, 420), 6)
    pen.end(sheath)
    pen.part("M220,90H290V128H220Z", "light", "soft", 1.7)
    pen.fill("".join(circle(x, 109, 7) for x in (238, 255, 272)), "mark")
    pen.part(circle(264, 414, 10), "light", "dome", 1.6)


def cannon(pen: Pen) -> None:
    """A chased barrel on a low carriage."""
    pen.ground(236, 292, 180)
    pen.part("M70,204L380,176L430,250L412,262L358,216L110,238L90,268H64Z", "#7d5f41", "soft")
    barrel = pen.begin("M64,146Q58,180 70,206L420,170V112L64,146ZM64,150Q40,156 36,176Q44,196 66,196Z")
    pen.tiles("M120,130H210V210H120ZM250,116H340V200H250Z", 120, 136, 34)
    pen.line("M112,142Q106,172 114,202M216,132Q210,162 218,192M244,129Q238,160 246,189M346,120Q340,148 348,178M384,116Q378,146 386,174", 2)
    pen.line("M60,196L420,160", 8, "shade", 0.5)
    pen.end(barrel, "soft")
    pen.part(ellipse(420, 141, 12, 32), "light", "flat", 1.8)
    pen.fill(ellipse(421, 141, 6, 17))
    for x, y, r in ((142, 244, 44), (356, 234, 50)):
        pen.part(circle(x, y, r) + circle(x, y, r - 9), "#7d5f41", "flat", 1.8, hollow=True)
        pen.line("".join(f"M{at(x, y)}L{at(*polar(x, y, r - 9, k / 10))}" for k in range(10)), 3)
        pen.part(circle(x, y, 9), "body", "dome", 1.5)
    pen.line(petals(50, 174, 6, 2, 9, 0.8), 1)


WORN = {
    "garment": (440, 480, garment), "necklace": (380, 430, necklace), "pendant": (380, 420, pendant), "armlet": (380, 390, armlet),
    "brooch": (380, 380, brooch), "comb": (380, 430, comb), "crown": (380, 440, crown), "helmet": (380, 440, helmet),
    "armour": (380, 470, armour), "arms": (400, 460, arms), "dagger": (360, 450, dagger), "cannon": (460, 330, cannon),
}
