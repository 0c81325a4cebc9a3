"""Animals: horse, elephant, lion, griffin, ram, camel, bird, dragon, and the head of a beast as a spout or finial."""

# Coordinates stay on the line of the stroke that they draw.
# fmt: off
from __future__ import annotations

from .plate_bodies import limbs, plinth
from .plate_forms import circle, curve, ellipse, limb
from .plate_pen import Pen


def _cloth(pen: Pen, outline: str, x: float, y: float, size: float) -> None:
    """A saddle cloth in ornament."""
    form = pen.begin(outline, "light")
    pen.tiles(outline, x, y, size)
    pen.end(form, "soft", 1.6)


def horse(pen: Pen) -> None:
    """At a trot, one hoof lifted."""
    pen.ground(226, 340, 130)
    limbs(pen, ((166, 204, 20), (192, 258, 13), (184, 300, 8), (190, 330, 9)), ((292, 196, 28), (340, 238, 14), (346, 280, 9), (366, 318, 8)), colour="shade")
    pen.part(limb([(314, 168, 9), (350, 160, 14), (376, 196, 12), (372, 246, 9), (388, 268, 2)]), "shade", "soft", 1.7)
    barrel = pen.begin(curve([(118, 168), (150, 146), (200, 152), (258, 148), (306, 156), (326, 186), (306, 218), (246, 228), (178, 230), (132, 212)], True))
    pen.slant((190, 140, 330, 240), 6)
    pen.end(barrel)
    limbs(pen, ((150, 204, 22), (106, 236, 14), (126, 274, 9), (104, 292, 9)), ((296, 190, 32), (300, 248, 18), (324, 284, 10), (308, 330, 10)))
    pen.part(curve([(178, 214), (140, 220), (112, 194), (92, 140), (86, 100), (104, 70), (130, 84), (150, 124), (196, 152)]), "body", "soft")
    pen.part(curve([(112, 66, 1), (104, 44, 1), (122, 64), (124, 92), (102, 118), (72, 150), (56, 156), (46, 144), (60, 122), (78, 88)], True), "body", "soft")
    mane = curve([(112, 62), (136, 70), (160, 104), (190, 146, 1), (166, 140), (144, 110), (120, 84)], True)
    pen.part(mane, "shade", "flat", 1.6)
    pen.line("M62,130l22,14M104,70l10,38M84,94q8,-6 12,2M54,146l6,-2M124,196q16,-16 20,-40M270,160q24,14 22,48", 1.4)
    pen.fill(circle(88, 98, 3))
    _cloth(pen, curve([(192, 148, 1), (224, 153), (258, 147, 1), (262, 196), (254, 206, 1), (204, 208, 1), (196, 198)], True), 190, 150, 30)


def elephant(pen: Pen) -> None:
    """With a cloth on its back."""
    pen.ground(226, 344, 150)
    limbs(pen, ((176, 220, 28), (172, 280, 26), (176, 336, 24)), ((300, 220, 30), (286, 280, 26), (290, 336, 24)), colour="shade")
    pen.part(limb([(338, 160, 7), (362, 206, 6), (358, 252, 7), (364, 268, 2)]), "shade", "flat", 1.6)
    body = pen.begin(curve([(120, 130), (176, 92), (250, 84), (318, 110), (346, 172), (332, 240), (250, 262), (170, 258), (126, 214)], True))
    pen.slant((210, 80, 350, 280), 6)
    pen.end(body)
    limbs(pen, ((150, 216, 32), (144, 280, 28), (146, 336, 26)), ((316, 214, 34), (320, 280, 28), (318, 336, 26)))
    pen.line("".join(f"M{x + k * 14},342q6,-10 12,0" for x in (124, 298) for k in range(3)), 1.4)
    _cloth(pen, curve([(196, 92, 1), (240, 84), (292, 98, 1), (302, 190, 1), (250, 204), (192, 190, 1)], True), 192, 92, 38)
    pen.line("M190,196Q246,212 306,196M198,96Q192,150 190,190", 1.4)
    pen.part(limb([(104, 146, 40), (72, 196, 26), (60, 252, 16), (74, 296, 12), (104, 300, 8)], 140), "body", "round")
    pen.part(curve([(150, 96), (112, 84), (78, 104), (68, 150), (92, 182), (130, 176), (156, 140)], True), "body", "dome")
    pen.line("".join(f"M{50 + k},{206 + k * 14}q12,6 26,-2" for k in range(6)), 1)
    pen.part(limb([(84, 190, 8), (54, 226, 6), (28, 226, 2)], 100), "light", "soft", 1.5)
    ear = pen.begin(curve([(128, 106), (168, 96), (190, 128), (182, 178), (152, 206), (136, 186), (126, 150)], True))
    pen.line("M142,122Q166,130 164,170M150,112Q180,124 176,164", 1.1)
    pen.end(ear, "soft", 1.8)
    pen.fill(ellipse(92, 140, 4, 3))
    pen.line("M84,132q10,-8 18,2M92,106q12,10 28,4", 1.3)


def lion(pen: Pen) -> None:
    """Seated on guard, mane in curls."""
    _seated_beast(pen, winged=False)


def griffin(pen: Pen) -> None:
    """A lion's body, an eagle's beak and wings."""
    _seated_beast(pen, winged=True)


def _seated_beast(pen: Pen, *, winged: bool) -> None:
    plinth(pen, 206, 344, 136, 34)
    pen.part(limb([(300, 322, 11), (352, 304, 10), (360, 246, 9), (338, 212, 9), (352, 178, 14)], 200), "shade", "soft", 1.7)
    limbs(pen, ((178, 214, 24), (184, 280, 18), (180, 332, 15)), colour="shade")
    body = pen.begin(curve([(150, 106), (206, 136), (258, 196), (306, 256), (318, 316), (296, 344, 1), (200, 344, 1), (166, 300), (124, 240), (110, 180)], True))
    pen.slant((190, 130, 320, 360), 6)
    pen.end(body)
    haunch = pen.begin(curve([(236, 248), (284, 248), (314, 290), (300, 336), (232, 344), (206, 318), (212, 276)], True))
    pen.end(haunch, "dome", 1.7)
    limbs(pen, ((140, 216, 26), (142, 280, 19), (136, 332, 16)))
    pen.part(ellipse(122, 336, 28, 10) + ellipse(220, 336, 34, 10), "body", "flat", 1.7)
    pen.line("M104,336v6M116,338v6M198,338v6M212,340v6M160,250q10,16 8,40", 1.4)
    if winged:
        wing = pen.begin(curve([(170, 196), (186, 140), (236, 96), (312, 64, 1), (296, 118), (286, 150), (262, 186), (232, 216), (190, 232)], True), "light")
        pen.line("".join(f"M{188 + k * 9},{222 - k * 7}Q{230 + k * 9},{180 - k * 14} {300 - k * 4},{84 + k * 16}" for k in range(7)), 1.3)
        pen.tiles("M166,160L236,120L222,190L180,240Z", 170, 140, 26)
        pen.end(wing, "soft")
    mane = pen.begin(curve([(70, 84), (116, 44), (172, 60), (192, 116), (186, 182), (150, 216), (108, 204), (84, 150)], True), "shade")
    pen.line("".join(f"M{x},{y}a9,9 0 1 1 9,9a5,5 0 1 1 -4,-6" for x, y in ((104, 66), (128, 58), (152, 70), (166, 96), (172, 124), (166, 152), (152, 176), (126, 186), (144, 104), (146, 132), (138, 158))), 1.2)
    pen.end(mane, "flat", 1.8)
    if winged:
        pen.part(curve([(132, 86), (104, 78), (76, 96), (46, 124), (52, 142, 1), (74, 134), (84, 150), (116, 152), (138, 126)], True), "body", "dome")
        pen.part("M118,82L126,36L146,78Z", "body", "flat", 1.6)
    else:
        pen.part(curve([(134, 90), (104, 76), (78, 88), (50, 112), (44, 134), (56, 148), (52, 162), (72, 172), (104, 164), (134, 136)], True), "body", "dome")
        pen.line("M46,130q16,8 34,2M56,148q14,4 28,-4M60,162q10,-2 18,-8M66,140q-2,6 -2,10", 1.5)
        pen.part(circle(128, 82, 13), "body", "flat", 1.6)
    pen.fill(ellipse(92, 108, 5, 4))
    pen.line("M80,100q12,-10 26,2", 1.8)


def ram(pen: Pen) -> None:
    """Standing, its horns curled twice."""
    pen.ground(216, 336, 130)
    limbs(pen, ((166, 220, 17), (168, 280, 11), (166, 328, 9)), ((294, 220, 22), (278, 274, 12), (284, 328, 9)), colour="shade")
    fleece = pen.begin(curve([(118, 170), (150, 138), (220, 130), (296, 138), (334, 176), (328, 226), (290, 250), (210, 256), (146, 240)], True))
    pen.line("".join(f"M{134 + k * 24 + (r % 2) * 12},{164 + r * 24}q8,-10 14,0t10,2" for r in range(4) for k in range(8)), 1.2)
    pen.slant((210, 120, 340, 270), 6)
    pen.end(fleece)
    limbs(pen, ((152, 222, 19), (142, 280, 12), (146, 328, 10)), ((308, 214, 26), (306, 274, 14), (316, 328, 10)))
    pen.part(limb([(326, 176, 12), (350, 210, 10), (346, 240, 6)], 200), "body", "soft", 1.6)
    pen.part(curve([(176, 214), (128, 222), (112, 186), (100, 140), (110, 100), (146, 96), (184, 144)]), "body", "soft")
    pen.part(curve([(138, 84), (108, 76), (84, 92), (58, 132), (54, 150), (70, 158), (98, 142), (134, 126)], True), "body", "soft")
    horn = pen.begin(limb([(112, 82, 14), (140, 62, 15), (170, 84, 14), (166, 120, 12), (136, 130, 10), (126, 108, 7), (140, 98, 3)], 300), "light")
    pen.line("".join(f"M{118 + k * 12},{60 + abs(k - 2) * 6}q4,14 0,28" for k in range(5)) + "M156,104l24,4M152,114l14,18M134,116l2,24", 1.2)
    pen.end(horn, "soft")
    pen.fill(circle(94, 104, 3.4) + ellipse(62, 148, 3, 2))
    pen.line("M56,150q12,4 22,-4M84,98q10,-6 16,4", 1.3)


def camel(pen: Pen) -> None:
    """Two humps and a load between them."""
    pen.ground(216, 344, 140)
    limbs(pen, ((176, 220, 17), (178, 280, 12), (176, 336, 11)), ((306, 220, 22), (296, 280, 13), (300, 336, 11)), colour="shade")
    body = pen.begin(curve([(134, 190), (150, 156), (168, 108), (190, 102), (206, 144), (238, 150), (256, 104), (282, 104), (302, 148), (330, 176), (330, 218), (290, 240), (200, 244), (150, 236)], True))
    pen.slant((210, 100, 336, 250), 6)
    pen.end(body)
    limbs(pen, ((156, 220, 19), (146, 280, 13), (148, 336, 12)), ((318, 210, 26), (322, 280, 14), (318, 336, 12)))
    pen.part(curve([(186, 226), (140, 232), (104, 196), (90, 146), (88, 96), (116, 92), (122, 140), (146, 172)]), "body", "soft")
    pen.part(curve([(128, 76), (104, 64), (78, 74), (42, 92), (36, 108), (52, 118), (90, 114), (126, 112)], True), "body", "soft")
    pen.line("M38,104q14,8 30,2M88,104l2,44M104,200q14,20 30,26M160,128q10,-10 20,2M262,128q10,-10 22,2", 1.4)
    pen.fill(circle(92, 84, 3.2) + "M112,66l6,-16l10,14Z")
    _cloth(pen, curve([(190, 140, 1), (222, 156), (260, 140, 1), (272, 206, 1), (228, 218), (180, 206, 1)], True), 184, 144, 32)
    pen.part(limb([(330, 180, 8), (348, 216, 6), (346, 244, 8)], 200), "shade", "flat", 1.6)


def bird(pen: Pen) -> None:
    """A bird of good omen with spread tail, on a stand."""
    plinth(pen, 206, 344, 84, 30)
    limbs(pen, ((186, 270, 12), (190, 306, 6), (188, 342, 5)), ((218, 270, 12), (218, 306, 6), (222, 342, 5)))
    tail = pen.begin(curve([(240, 230), (300, 190), (350, 130), (384, 50, 1), (392, 130), (378, 190), (400, 216, 1), (350, 250), (290, 280)], True), "shade")
    pen.line("".join(f"M250,{240 + k * 6}Q{320 + k * 6},{200 + k * 10} {382 - k * 2},{70 + k * 34}" for k in range(6)), 1.3)
    pen.end(tail, "soft")
    body = pen.begin(curve([(116, 96), (140, 124), (140, 160), (180, 176), (250, 206), (284, 250), (240, 282), (180, 280), (132, 244), (110, 190), (92, 130)], True))
    pen.slant((170, 160, 290, 300), 6)
    pen.end(body)
    wing = pen.begin(curve([(150, 196), (200, 178), (262, 196), (316, 244), (250, 262), (186, 250)], True), "light")
    pen.tiles("M140,180H214V260H140Z", 150, 186, 24)
    pen.line("".join(f"M200,{204 + k * 8}Q250,{204 + k * 9} {308 - k * 8},{242 + k * 3}" for k in range(6)), 1.3)
    pen.end(wing, "soft")
    pen.part(curve([(128, 92), (112, 68), (84, 74), (52, 98, 1), (78, 104), (92, 124), (116, 118)], True), "body", "dome")
    pen.part(curve([(104, 70), (104, 40), (122, 26), (118, 46), (136, 38), (128, 58), (146, 60), (124, 80)], True), "shade", "flat", 1.6)
    pen.fill(circle(92, 88, 3.6))


def dragon(pen: Pen) -> None:
    """A dragon closed to a ring, as jade carvers cut it."""
    body = pen.begin(limb([(150, 118, 8), (110, 96, 27), (74, 150, 30), (70, 226, 31), (112, 302, 31), (194, 330, 30), (272, 296, 27), (306, 226, 22), (298, 186, 15)], 190))
    pen.tiles("M20,60H360V380H20Z", 60, 60, 40, opacity=0.55)
    pen.line("M150,140C110,130 96,180 96,226C100,280 150,306 196,306C244,304 278,270 284,224", 1.4)
    pen.slant((150, 120, 340, 380), 6)
    pen.end(body)
    pen.part(curve([(104, 70), (150, 62), (190, 84), (218, 112), (214, 132), (186, 140), (150, 146), (116, 142), (92, 112)], True), "body", "dome")
    pen.part(curve([(108, 82), (76, 84), (36, 124), (24, 178, 1), (54, 148), (86, 128)], True), "light", "soft", 1.7)
    pen.fill(ellipse(146, 98, 9, 5) + circle(204, 118, 3))
    pen.line("M128,92q20,-14 40,2M152,138q30,-12 62,-8M190,90q6,14 22,22", 1.5)
    pen.part(circle(74, 190, 6), "#e9e3d6", "flat", 1.6)


def beast_head(pen: Pen) -> None:
    """The head of a horse as a fountain spout or finial, on a block."""
    plinth(pen, 214, 356, 96, 34)
    neck = pen.begin(curve([(300, 356, 1), (296, 280), (262, 180), (214, 110), (170, 90), (150, 150), (166, 220), (146, 290), (126, 356, 1)], True))
    pen.tiles("M110,316H320V356H110Z", 130, 318, 38)
    pen.line("M126,312H300", 1.4)
    pen.slant((180, 90, 310, 370), 6)
    pen.end(neck)
    pen.part(curve([(198, 76, 1), (176, 30, 1), (226, 66), (272, 130), (302, 220), (310, 300, 1), (280, 290), (252, 210), (222, 140)], True), "shade", "soft", 1.7)
    pen.line("".join(f"M{212 + k * 15},{86 + k * 32}q22,10 34,40" for k in range(6)), 1.3)
    pen.part(curve([(198, 74), (158, 78), (132, 110), (84, 196), (66, 232), (76, 256), (110, 254), (136, 226), (176, 196), (206, 150)], True), "body", "soft")
    pen.part("M162,80L150,32L188,70Z", "body", "soft", 1.7)
    pen.fill(ellipse(150, 124, 8, 5) + ellipse(84, 228, 5, 8))
    pen.line("M134,114q14,-14 32,-2M76,244q22,2 42,-14M176,100Q196,140 166,196M112,160l44,32", 1.5)


BEASTS = {
    "horse": (420, 380, horse), "elephant": (400, 380, elephant), "lion": (400, 400, lion), "griffin": (400, 400, griffin),
    "ram": (400, 370, ram), "camel": (400, 380, camel), "bird": (420, 400, bird), "dragon": (360, 380, dragon),
    "beast-head": (380, 410, beast_head),
}
