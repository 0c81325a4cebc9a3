"""Silhouettes of boxes, chests, shrines and coffins, and of what furnishes a room."""

# Coordinates stay on the line of the stroke that they draw.
# fmt: off
from __future__ import annotations

from .plate_forms import Profile, box, circle, curve, ellipse, lobes, mirrored, turned
from .plate_ornaments import medallion
from .plate_pen import Pen


def casket(pen: Pen) -> None:
    """A box with a hipped lid and mounts; or a round one with a domed lid."""
    if pen.chance("round") > 0.6:
        return _pyxis(pen)
    pen.ground(196, 352, 150)
    for x in (66, 290):
        pen.part(f"M{x},318h26l-4,30h-18Z", "light", "soft", 1.6)
    front = pen.begin(box(54, 184, 276, 138))
    pen.tiles(box(62, 194, 260, 118), 62, 194, 59)
    pen.line(box(62, 194, 260, 118), 1.5)
    pen.slant((190, 180, 330, 326), 7, 0.4)
    pen.end(front, "soft")
    lid = pen.begin("M44,184L92,104H292L340,184Z")
    pen.tiles("M60,174L98,112H286L324,174Z", 66, 114, 30)
    pen.line("M62,174L100,112H284L322,174Z", 1.3)
    pen.slant((190, 100, 340, 190), 7, 0.4)
    pen.end(lid, "soft")
    pen.part(box(42, 178, 300, 12), "light", "soft", 1.6)
    pen.part("M106,178h16v70q-8,10 -16,0ZM262,178h16v70q-8,10 -16,0ZM176,166h32v60q-16,14 -32,0Z", "light", "soft", 1.5)
    pen.fill(circle(192, 206, 4) + "M190,206h4v14h-4Z")
    pen.tube(curve([(160, 104), (166, 78), (192, 70), (218, 78), (224, 104)]), 6)
    return None


def _pyxis(pen: Pen) -> None:
    body: Profile = ((112, 200, 1), (112, 260), (112, 322), (106, 332, 1))
    lid: Profile = ((6, 84), (14, 92), (8, 104), (60, 124), (104, 162), (114, 194, 1))
    pen.ground(196, 364, 120)
    form = pen.begin(turned(190, body))
    pen.band(190, body, 216, 318, 2)
    pen.hatch_turned(190, body)
    pen.end(form)
    top = pen.begin(turned(190, lid))
    pen.band(190, lid, 132, 176)
    pen.hatch_turned(190, lid)
    pen.end(top)
    pen.part("M78,190Q190,224 302,190V204Q190,238 78,204Z", "light", "round", 1.6)
    pen.part("M178,206h26v44q-13,10 -26,0Z", "light", "soft", 1.5)
    pen.fill(circle(191, 232, 4))


def chest(pen: Pen) -> None:
    """A travelling chest with iron bands, ring handles and a lock plate."""
    pen.ground(236, 322, 190)
    front = pen.begin(box(40, 148, 380, 150))
    pen.tiles(box(64, 164, 332, 118), 64, 164, 59)
    pen.line(box(64, 164, 332, 118) + box(58, 158, 344, 130), 1.4)
    pen.slant((230, 146, 420, 300), 7, 0.4)
    pen.end(front, "soft")
    lid = pen.begin("M34,148Q36,92 64,84H396Q424,92 426,148Z")
    pen.tiles("M60,140V96H400V140Z", 64, 98, 42)
    pen.end(lid, "soft")
    pen.part(box(30, 142, 400, 12), "light", "soft", 1.6)
    for x in (40, 384):
        pen.part(box(x, 88, 36, 210), "light", "soft", 1.4)
    pen.part("M40,298h380v14h-24l-8,10h-316l-8,-10h-24Z", "shade", "soft")
    plate = pen.begin(lobes(230, 168, 10, 34, 0.5), "light")
    pen.line(circle(230, 168, 24), 1.2)
    pen.end(plate, "dome", 1.5)
    pen.fill(circle(230, 162, 5) + "M227.5,162h5v18h-5Z")
    for x in (58, 402):
        pen.tube(ellipse(x, 218, 12, 18), 4)


def reliquary(pen: Pen) -> None:
    """A stupa in small, a shrine with a gabled roof, or a crystal in a mount."""
    if pen.family in ("south", "southeast", "east", "steppe", "classical"):
        _small_stupa(pen)
        return
    pen.ground(176, 424, 130)
    house = pen.begin(box(52, 230, 236, 170))
    for k in range(4):
        x = 82 + k * 59
        pen.fill(f"M{x - 20},400V290Q{x - 20},262 {x},258Q{x + 20},262 {x + 20},290V400Z", "shade", 0.6)
        pen.line(f"M{x - 20},400V290Q{x - 20},262 {x},258Q{x + 20},262 {x + 20},290V400M{x - 10},400q-4,-50 4,-70h12q8,20 4,70", 1.4)
        pen.fill(circle(x, 316, 9), "light")
        pen.line(circle(x, 316, 9), 1.3)
    pen.slant((170, 230, 290, 400), 7, 0.35)
    pen.end(house, "soft")
    roof = pen.begin("M34,230L92,116H248L306,230Z")
    pen.tiles("M50,222L98,124H242L290,222Z", 60, 124, 49)
    pen.end(roof, "soft")
    pen.part("".join(f"M{84 + k * 22},116q0,-22 11,-26q11,4 11,26Z" for k in range(8)), "light", "soft", 1.3)
    pen.part(box(44, 224, 252, 12) + box(40, 396, 260, 20), "light", "soft", 1.6)
    pen.part(circle(170, 84, 9) + circle(88, 108, 7) + circle(252, 108, 7), "mark", "dome", 1.5)


def _small_stupa(pen: Pen) -> None:
    pen.ground(176, 424, 120)
    drum: Profile = ((104, 256, 1), (104, 300), (104, 356), (124, 372, 1), (126, 396), (130, 408, 1))
    dome: Profile = ((14, 136, 1), (58, 150), (98, 196), (108, 246, 1))
    form = pen.begin(turned(170, drum))
    for k in range(-2, 3):
        x = 170 + k * 42
        w = 17 - abs(k) * 2.4
        y = 278 + (4 - k * k) * 3.4
        pen.line(f"M{x - w},{y + 80}V{y + 22}Q{x - w},{y} {x},{y - 4}Q{x + w},{y} {x + w},{y + 22}V{y + 80}", 1.5)
        pen.fill(ellipse(x, y + 30, w * 0.36, 7) + f"M{x - w * 0.5},{y + 80}V{y + 48}Q{x},{y + 32} {x + w * 0.5},{y + 48}V{y + 80}Z", "light", 0.8)
    pen.hatch_turned(170, drum)
    pen.end(form)
    top = pen.begin(turned(170, dome))
    pen.band(170, dome, 186, 234)
    pen.hatch_turned(170, dome)
    pen.end(top)
    for k in range(4):
        pen.part(ellipse(170, 118 - k * 22, 34 - k * 7, 8 - k * 1.4), "light", "round", 1.5)
    pen.line("M170,136V30", 4)
    pen.part(circle(170, 28, 7), "light", "dome", 1.4)


def sarcophagus(pen: Pen) -> None:
    """A stone coffin with a roof-shaped lid and a carved front."""
    pen.ground(256, 320, 220)
    chest_ = pen.begin(box(52, 154, 396, 140))
    for k in range(5):
        x = 98 + k * 76
        pen.line(f"M{x - 30},288V196Q{x - 30},170 {x},166Q{x + 30},170 {x + 30},196V288", 2)
        robe = curve([(x, 204), (x + 15, 214), (x + 14, 250), (x + 20, 288, 1), (x - 20, 288, 1), (x - 14, 250), (x - 15, 214)], True)
        pen.shape(robe + circle(x, 192, 10), "light", 1.3)
        pen.line(f"M{x - 10},222Q{x},238 {x + 10},222M{x - 10},246Q{x},258 {x + 10},246", 1)
    pen.slant((240, 150, 450, 300), 7, 0.4)
    pen.end(chest_, "soft")
    lid = pen.begin("M36,152L78,72H422L464,152Z")
    pen.tiles("M60,144L92,84H408L440,144Z", 70, 86, 56)
    pen.line("M58,144L92,82H408L442,144Z", 1.4)
    pen.slant((240, 70, 470, 156), 7, 0.35)
    pen.end(lid, "soft")
    pen.part(box(34, 146, 432, 14) + box(40, 292, 420, 22), "light", "soft", 1.7)


def furniture(pen: Pen) -> None:
    """A cabinet on a stand, a commode, or a low couch with panels."""
    pen.pick("kind", _cabinet, _commode, _couch)(pen)


def _cabinet(pen: Pen) -> None:
    pen.ground(226, 424, 160)
    for x in (78, 342):
        pen.part(curve([(x, 300, 1), (x - 10, 340), (x + 6, 390), (x - 4, 420, 1), (x + 14, 420, 1), (x + 20, 390), (x + 24, 340), (x + 22, 300, 1)], True), "shade", "soft", 1.7)
    pen.part("M70,296H370V316Q300,340 220,318Q140,340 70,316Z", "shade", "soft")
    case = pen.begin(box(60, 52, 320, 244))
    for x in (76, 228):
        pen.tiles(box(x, 72, 136, 206), x, 72, 68)
        pen.line(box(x, 72, 136, 206) + box(x + 6, 78, 124, 194), 1.3)
    pen.line("M220,52V296", 2)
    pen.slant((220, 50, 380, 300), 7, 0.4)
    pen.end(case, "soft")
    pen.part(box(50, 40, 340, 16), "light", "soft", 1.7)
    lock = pen.begin(lobes(220, 174, 8, 30, 0.5), "light")
    pen.line(circle(220, 174, 20), 1.2)
    pen.end(lock, "dome", 1.5)
    pen.fill(circle(214, 170, 3) + circle(226, 170, 3) + "M212,178h4v9h-4ZM224,178h4v9h-4Z")
    for x, y in ((60, 66), (60, 262), (366, 66), (366, 262)):
        pen.part(box(x, y, 14, 24), "light", "soft", 1.2)


def _commode(pen: Pen) -> None:
    pen.ground(226, 384, 180)
    for side in (1, -1):
        leg = [(220 + side * d, y) for d, y in ((146, 290), (168, 320), (158, 356), (170, 380), (150, 382), (142, 350), (130, 300))]
        pen.part(curve(leg, True), "shade", "soft", 1.7)
    front = pen.begin("M54,138Q40,190 62,240Q76,280 70,306Q120,318 150,300Q190,336 220,318Q250,336 290,300Q320,318 370,306Q364,280 378,240Q400,190 386,138Z")
    pen.tiles("M76,150H364Q376,190 360,228H80Q64,190 76,150ZM84,240H356Q350,280 352,296Q300,300 290,292H150Q140,300 88,296Q90,280 84,240Z", 84, 152, 72)
    pen.line("M76,150H364Q376,190 360,228H80Q64,190 76,150ZM60,234H380M84,240H356", 1.6)
    pen.slant((220, 130, 390, 320), 7, 0.4)
    pen.end(front, "soft")
    gold = "#d2a544"
    for x in (128, 312):
        for y in (188, 262):
            pen.line(curve([(x - 26, y), (x - 16, y + 12), (x, y + 15), (x + 16, y + 12), (x + 26, y)]), 4, gold)
            pen.fill(circle(x - 26, y, 5) + circle(x + 26, y, 5), gold)
    pen.part(curve([(206, 180), (220, 164), (234, 180), (228, 204), (220, 214), (212, 204)], True) + curve([(200, 306), (220, 292), (240, 306), (226, 330), (214, 330)], True), gold, "soft", 1.4)
    pen.part("M40,122Q220,112 400,122L396,138H44Z", "#e5ddd0", "soft", 1.8)


def _couch(pen: Pen) -> None:
    pen.ground(226, 374, 190)
    back = pen.begin(box(66, 110, 308, 130))
    for k in range(3):
        x = 74 + k * 100
        pen.tiles(box(x, 124, 92, 106), x, 124, 53)
        pen.line(box(x, 124, 92, 106), 1.4)
    pen.end(back, "soft")
    for x in (36, 364):
        pen.part(f"M{x},160L{x + 40},140V300H{x}Z", "shade", "soft")
    pen.part("M30,236H410V272H30Z", "light", "soft")
    pen.tiles(box(36, 242, 368, 24), 38, 242, 24)
    pen.part("M36,272H404V300Q350,290 330,330Q320,352 326,370H296Q290,320 250,308H190Q150,320 144,370H114Q120,352 110,330Q90,290 36,300Z", "body", "soft")
    for x in (36, 376):
        pen.part(f"M{x},272h28v98h-28Z", "body", "soft", 1.8)


def throne(pen: Pen) -> None:
    """A high back, arms, a step; its panels in ornament."""
    pen.ground(196, 484, 150)
    back = pen.begin(mirrored(190, ((0, 34), (26, 48), (48, 40), (70, 66), (104, 74), (112, 110), (106, 150, 1), (106, 310, 1), (0, 310))))
    pen.tiles(box(104, 118, 172, 176), 104, 118, 58)
    pen.line(box(104, 118, 172, 176) + box(98, 112, 184, 188) + medallion(pen.family, 190, 82, 22), 1.5)
    pen.slant((190, 60, 300, 310), 7, 0.4)
    pen.end(back, "soft")
    for side in (1, -1):
        arm = [(190 + side * d, y) for d, y in ((100, 236), (128, 228), (150, 240), (148, 262), (138, 268), (136, 330), (112, 330), (112, 268))]
        pen.part(curve(arm, True), "light", "soft", 1.8)
        pen.line(f"M{190 + side * 132},248a8,8 0 1 1 8,-4", 1.4)
    pen.part("M48,318H332V352H48Z", "#8f3a34", "soft", 1.8)
    pen.part("M58,348H322V420Q290,392 262,396H118Q90,392 58,420Z", "body", "soft")
    pen.tiles("M70,352H310V386H70Z", 72, 354, 32)
    for x in (58, 294):
        pen.part(f"M{x},352h28l6,88h-40Z", "body", "soft", 1.8)
    step = pen.begin(box(40, 440, 300, 36))
    pen.tiles(box(40, 446, 300, 24), 44, 446, 24)
    pen.end(step, "soft")
    for x in (86, 294):
        pen.part(circle(x, 66, 9), "light", "dome", 1.5)


CASED = {
    "casket": (384, 384, casket), "chest": (460, 350, chest), "reliquary": (340, 450, reliquary), "sarcophagus": (500, 346, sarcophagus),
    "furniture": (440, 450, furniture), "throne": (380, 510, throne),
}
