"""What is painted on what carries pictures: landscapes, seas, rooms, gardens, people; in the colours of the support."""

# Coordinates stay on the line of the stroke that they draw.
# fmt: off
from __future__ import annotations

from .plate_forms import box, circle, curve, ellipse, petals
from .plate_pen import Pen

WIDE, TALL = (300.0, 210.0), (150.0, 260.0)  # the size that a scene is composed for


def mountains(pen: Pen) -> None:
    """Peaks in mist, pines, a pavilion, a boat: brush and ink."""
    far = curve([(-10, 120), (30, 70), (58, 96), (92, 36), (120, 20), (140, 64), (176, 92), (214, 50), (240, 84), (310, 110), (310, 150, 1), (-10, 150, 1)], True)
    pen.fill(far, "shade", 0.35)
    pen.line(curve([(-10, 120), (30, 70), (58, 96), (92, 36), (120, 20), (140, 64), (176, 92), (214, 50), (240, 84), (310, 110)]), 1.3)
    pen.line("M92,40q-4,30 -18,54M106,28q2,40 -8,70M122,26q8,36 26,58M214,54q-4,24 -16,40M224,62q8,20 20,28", 0.9)
    near = curve([(-10, 176), (30, 150), (70, 158), (104, 184), (140, 200), (140, 220, 1), (-10, 220, 1)], True)
    pen.fill(near, "shade", 0.6)
    pen.line(curve([(-10, 176), (30, 150), (70, 158), (104, 184), (140, 200)]), 1.5)
    pen.line("M40,154q-4,-26 4,-46M44,130l-16,-6M42,120l18,-8M44,110l-12,-8M70,160q4,-20 0,-34M70,140l14,-6M70,132l-10,-4", 1.8)
    pen.fill(ellipse(28, 122, 14, 4) + ellipse(60, 110, 14, 4) + ellipse(34, 101, 12, 4) + ellipse(84, 132, 10, 3.4) + ellipse(58, 127, 9, 3), "mark", 0.8)
    pen.line("M160,186H236M190,196H280M220,170H262M168,162h26M236,176q14,8 28,0l-4,6h-20ZM250,174v-14M20,40h8", 1.1)
    pen.line("M90,166v-12h22v12M84,156q16,-10 34,0", 1.3)


def branch(pen: Pen) -> None:
    """A bird on a flowering branch."""
    pen.line(curve([(-6, 190), (60, 150), (120, 136), (176, 96), (240, 84), (310, 40)]), 6, "line", 0.8)
    pen.line("M60,150q20,-40 50,-56M120,136q40,20 70,16M176,96q6,-36 34,-54M240,84q24,20 50,22", 2.6)
    for x, y, r in ((110, 92, 13), (92, 112, 9), (190, 150, 13), (168, 146, 8), (212, 40, 14), (196, 58, 9), (288, 106, 12), (262, 62, 11), (40, 164, 11)):
        pen.shape(petals(x, y, 5, 1, r, 0.95), "mark", 0.9, 0.75)
    bird = curve([(128, 108), (140, 84), (160, 78), (172, 62), (188, 66, 1), (184, 80), (186, 104), (166, 124), (128, 140), (84, 160, 1), (112, 128)], True)
    pen.fill(bird, "light")
    pen.line(bird + "M188,66l8,2l-8,4M140,104q14,2 30,16M134,118q14,2 26,10", 1.5)
    pen.fill(circle(178, 70, 2.2))


def sea(pen: Pen) -> None:
    """Ships under a high sky."""
    pen.fill("M0,140H300V210H0Z", "mark", 0.35)
    pen.line("M0,140H300", 1)
    pen.line("".join(f"M{(k * 53) % 280},{150 + k * 4}q9,-5 18,0t18,0" for k in range(14)), 1)
    pen.line(curve([(20, 46), (50, 30), (84, 36), (110, 26), (140, 44)]) + curve([(170, 70), (200, 54), (240, 60), (280, 50)]), 1.2)
    hull = "M84,148Q100,176 176,172Q200,168 206,140L196,150Q140,160 84,148Z"
    sails = "M112,140Q102,104 124,70Q146,100 138,142ZM146,144Q140,92 160,52Q190,92 180,142ZM106,62l20,-4M160,52v-16l22,6Z"
    pen.fill(hull, "line", 0.85)
    pen.fill(sails, "light")
    pen.line(sails + "M124,60V146M160,40V146M190,144L200,96", 1.4)
    pen.line("M240,140l10,-26l8,26ZM36,140l8,-18l6,18Z", 1.2)


def trees(pen: Pen) -> None:
    """A road, tall trees, a tower, evening light."""
    pen.fill("M0,130Q80,112 150,128T300,118V210H0Z", "shade", 0.5)
    pen.line("M0,130Q80,112 150,128T300,118M132,210Q150,160 176,132M196,210Q186,160 182,132", 1.3)
    pen.fill(circle(236, 66, 17), "light")
    pen.line(circle(236, 66, 17) + "M206,122V92l8,-16l8,16v28M200,122h30", 1.2)
    for x, y, r in ((50, 70, 44), (92, 96, 26), (22, 104, 26)):
        crown = curve([(x - r, y), (x - r * 0.7, y - r * 0.7), (x, y - r), (x + r * 0.7, y - r * 0.66), (x + r, y + 4), (x + r * 0.5, y + r * 0.56), (x - r * 0.5, y + r * 0.6)], True)
        pen.fill(crown, "mark", 0.6)
        pen.line(crown + f"M{x},{y + r * 0.5:.0f}V{150 + r / 3:.0f}M{x},{y + r * 0.4:.0f}l{r / 3:.0f},{-r / 2:.0f}M{x},{y + r * 0.6:.0f}l{-r / 3:.0f},{-r / 2:.0f}", 1.4)
    pen.line("".join(f"M{20 + k * 37},{170 + (k * 29) % 30}h22" for k in range(8)), 1)


def table(pen: Pen) -> None:
    """A still life: a bowl of fruit, a jug, a glass, a cloth that hangs."""
    pen.fill("M0,0H300V146H0Z", "line", 0.5)
    pen.fill("M0,146H300V210H0Z", "shade", 0.7)
    pen.fill("M30,146L160,146L150,200Q96,190 60,206Z", "light")
    pen.line("M0,146H300M30,146L60,206Q96,190 150,200L160,146M84,150l-10,44M120,148l4,46", 1.2)
    for x, y, r in ((112, 92, 17), (142, 86, 18), (170, 94, 16), (128, 72, 15), (156, 68, 14), (226, 148, 15)):
        pen.fill(circle(x, y, r), "mark")
        pen.line(circle(x, y, r), 1.4)
        pen.fill(circle(x - r * 0.35, y - r * 0.35, r * 0.22), "light", 0.9)
    bowl = "M84,98Q140,116 198,98Q190,146 152,150H130Q92,146 84,98Z"
    pen.fill(bowl, "light")
    pen.line(bowl + "M96,122Q140,136 186,122", 1.6)
    jug = curve([(236, 50), (230, 74), (210, 104), (214, 136), (232, 148), (262, 148), (278, 132), (280, 104), (260, 74), (256, 50)], True)
    pen.fill(jug, "shade")
    pen.line(jug + "M258,62Q300,58 296,96Q292,120 278,124M216,112H280", 1.6)
    pen.fill(curve([(40, 84, 1), (76, 84, 1), (70, 112), (61, 120), (61, 148), (74, 154, 1), (44, 154, 1), (55, 148), (55, 120), (46, 112)], True), "light", 0.55)
    pen.line(curve([(40, 84, 1), (76, 84, 1), (70, 112), (61, 120), (61, 148), (74, 154, 1), (44, 154, 1), (55, 148), (55, 120), (46, 112)], True), 1.2, "light")


def room(pen: Pen) -> None:
    """A figure that reads at a window."""
    pen.fill("M0,0H300V210H0Z", "shade", 0.55)
    pen.fill("M20,18L92,34V150L20,170Z", "light")
    pen.line("M20,18L92,34V150L20,170ZM56,26V160M20,94L92,92M20,56L92,62M20,132L92,122", 1.8)
    pen.fill("M92,34L220,210H60L92,150Z", "light", 0.25)
    pen.line("M0,180L100,160H300", 1.2)
    dress = curve([(166, 84), (148, 108), (142, 150), (120, 214, 1), (236, 214, 1), (214, 150), (206, 108), (190, 86)], True)
    pen.fill(dress, "mark")
    pen.line(dress + "M168,120Q160,170 164,210M190,120Q204,160 206,210", 1.5)
    face = curve([(178, 40), (162, 46), (156, 62), (152, 68), (158, 72), (162, 84), (178, 86), (192, 70), (192, 50)], True)
    pen.fill(face, "light")
    pen.fill(curve([(168, 44), (186, 30), (206, 44), (204, 72), (190, 84), (186, 58)], True), "line")
    pen.line(face, 1.2)
    pen.fill("M116,104L148,94L152,118L122,126Z", "light")
    pen.line("M116,104L148,94L152,118L122,126ZM122,110l24,-8M124,118l24,-8M200,104Q180,130 150,114", 1.5)
    pen.fill("M232,140H300V210H232Z", "line", 0.6)
    pen.line("M226,140H300M250,140q-14,-30 6,-44h14q20,14 6,44Z", 1.6)


def town(pen: Pen) -> None:
    """A town on its river: gables, a church, a bridge, what floats."""
    pen.fill("M0,150H300V210H0Z", "mark", 0.3)
    found = []
    for k, (x, wide, high) in enumerate(((0, 34, 60), (34, 26, 84), (60, 40, 56), (126, 30, 70), (156, 40, 92), (196, 28, 62), (224, 36, 78), (260, 44, 54))):
        y = 150 - high
        found.append(f"M{x},150V{y}L{x + wide / 2:.0f},{y - 18}L{x + wide},{y}V150Z")
        pen.shape(found[-1], "shade" if k % 2 else "body", 1.3, 0.8)
        pen.fill("".join(box(x + 6 + c * (wide - 18), y + 8 + r * 18, 6, 9) for c in (0, 1) for r in range(int(high / 20))), "line", 0.7)
    pen.shape("M100,150V62L112,10L124,62V150Z", "shade", 1.3)
    pen.line("M112,10V0M108,4h8M100,64H124M106,80v14h12v-14Z", 1.3)
    pen.shape("M150,172Q190,132 300,150V162Q200,150 164,176Z", "light", 1.3)
    pen.line("".join(f"M{(k * 67) % 270},{162 + k * 5}h26" for k in range(9)), 1)
    pen.shape("M30,176Q56,190 92,176L84,190H40ZM62,176V136L84,170H62Z", "light", 1.3)
    pen.line(curve([(10, 40), (40, 26), (70, 34), (90, 24)]) + curve([(170, 30), (210, 16), (250, 26), (290, 18)]), 1.1)


def gathering(pen: Pen) -> None:
    """People met in a hall or on a shore, one before the others."""
    pen.fill("M0,0H300V120H0Z", "shade", 0.45)
    pen.fill("M0,120H300V210H0Z", "body", 0.9)
    pen.line("M0,120H300M30,120V20Q56,0 82,20V120M218,120V20Q244,0 270,20V120", 1.3)
    for k, (x, y, s) in enumerate(((24, 128, 0.8), (62, 134, 0.86), (96, 126, 0.8), (206, 126, 0.8), (240, 134, 0.86), (276, 128, 0.8), (150, 120, 1.05))):
        robe = curve([(x, y - 44 * s), (x + 17 * s, y - 34 * s), (x + 19 * s, y + 10 * s), (x + 28 * s, y + 66 * s, 1), (x - 28 * s, y + 66 * s, 1), (x - 19 * s, y + 10 * s), (x - 17 * s, y - 34 * s)], True)
        pen.shape(robe, ("mark", "shade", "line")[k % 3], 1.3, 0.95)
        pen.shape(circle(x, y - 54 * s, 11 * s), "light", 1.2)
        pen.fill(f"M{x - 12 * s:.0f},{y - 56 * s:.0f}Q{x},{y - 76 * s:.0f} {x + 12 * s:.0f},{y - 56 * s:.0f}Z", "line")
    pen.line("M140,96Q120,112 112,98M160,96Q184,108 192,94", 4)


def pavilion(pen: Pen) -> None:
    """A garden of the miniature painters: pavilion, cypress, stream, two who talk."""
    pen.fill("M0,120Q70,96 150,112T300,100V210H0Z", "shade", 0.35)
    pen.line("M0,120Q70,96 150,112T300,100M0,196Q80,180 150,192T300,184M0,204Q80,190 150,200T300,194", 1.1)
    pen.fill("M168,84H284V178H168Z", "light")
    dome = curve([(176, 72, 1), (180, 52), (206, 34), (226, 14, 1), (246, 34), (272, 52), (276, 72, 1)], True)
    pen.fill(dome, "mark")
    pen.line(dome + "M162,72H290V84H162ZM168,84V178H284V84M196,178V116Q196,100 226,92Q256,100 256,116V178M168,100H196M256,100H284M226,14V4", 1.5)
    pen.tiles(box(169, 85, 26, 92) + box(257, 85, 26, 92), 170, 86, 26)
    for x, high in ((40, 120), (72, 96), (140, 84)):
        tree = curve([(x, 150 - high, 1), (x + 13, 150 - high * 0.4), (x + 8, 150), (x - 8, 150), (x - 13, 150 - high * 0.4)], True)
        pen.fill(tree, "mark", 0.8)
        pen.line(tree + f"M{x},150v14", 1.3)
    for x in (214, 240):
        pen.fill(curve([(x, 136), (x + 12, 150), (x + 14, 176, 1), (x - 14, 176, 1), (x - 12, 150)], True), "mark" if x < 230 else "shade")
        pen.fill(circle(x, 129, 7), "light")
        pen.line(curve([(x, 136), (x + 12, 150), (x + 14, 176, 1), (x - 14, 176, 1), (x - 12, 150)], True) + circle(x, 129, 7) + f"M{x - 8},126q8,-10 16,0", 1.3)
    pen.fill("".join(petals(x, y, 5, 0.5, 5, 0.9) for x, y in ((20, 178), (100, 170), (120, 184), (156, 172), (60, 184))), "mark")


def wave(pen: Pen) -> None:
    """The great wave, a boat, the mountain far off."""
    pen.fill("M150,150L186,104Q192,98 198,104L236,150Z", "mark", 0.5)
    pen.fill("M176,116L186,104Q192,98 198,104L208,116L200,112L194,120L186,112Z", "light")
    crest = curve([(-10, 190), (20, 120), (60, 60), (112, 34), (160, 56), (166, 84, 1), (140, 74), (112, 86), (108, 118), (140, 156), (190, 172), (250, 150), (310, 168), (310, 220, 1), (-10, 220, 1)], True)
    pen.fill(crest, "mark", 0.8)
    pen.line(crest, 1.5)
    pen.fill("".join(circle(x, y, r) for x, y, r in ((166, 88, 7), (154, 78, 8), (140, 80, 8), (128, 86, 7), (118, 94, 7), (176, 98, 5), (150, 96, 4), (168, 112, 3), (184, 118, 3))), "light")
    pen.line("M6,190Q30,110 76,68Q100,52 130,58M26,200Q44,130 84,90M50,206Q64,150 96,116M76,210Q90,176 118,156M200,190q30,-14 60,-4M160,196q16,-6 30,0", 1.6, "light")
    pen.fill("M196,176q40,18 84,-10l-8,16q-36,18 -70,6Z", "light")
    pen.line("M196,176q40,18 84,-10l-8,16q-36,18 -70,6Z", 1.4)


def rain(pen: Pen) -> None:
    """A bridge in the rain, people under straw hats."""
    pen.fill("M0,90Q80,70 300,96V210H0Z", "mark", 0.35)
    pen.line("M0,92Q80,72 160,84T300,80", 1.2)
    deck = curve([(-10, 176), (80, 128), (170, 116), (310, 140), (310, 156, 1), (170, 132), (80, 146), (-10, 196)], True)
    pen.fill(deck, "light")
    pen.line(deck + "".join(f"M{x},{y}v40M{x + 8},{y}v40" for x, y in ((50, 158), (120, 138), (200, 134), (270, 148))), 1.5)
    for x, y in ((70, 122), (140, 106), (190, 106), (246, 116)):
        pen.fill(f"M{x - 14},{y}Q{x},{y - 16} {x + 14},{y}ZM{x - 7},{y}h14l4,24h-20Z", "line", 0.85)
    pen.line("".join(f"M{(k * 37) % 320},{(k * 23) % 60}l-12,{90 + k % 5 * 14}" for k in range(26)), 0.8)


def actor(pen: Pen) -> None:
    """The bust of an actor or a beauty, as printed in Edo."""
    pen.fill(box(0, 0, 300, 210), "shade", 0.3)
    robe = curve([(120, 118), (70, 144), (40, 214, 1), (262, 214, 1), (236, 148), (184, 118)], True)
    pen.fill(robe, "mark", 0.9)
    pen.tiles(robe, 40, 120, 30)
    pen.line(robe + "M122,118L160,200M184,118L150,180", 1.6)
    face = curve([(152, 30), (126, 44), (118, 78), (130, 112), (150, 126), (170, 116), (184, 84), (178, 46)], True)
    pen.fill(face, "light")
    pen.line(face, 1.5)
    hair = curve([(122, 60, 1), (120, 30), (92, 26), (96, 8), (140, 2), (196, 4), (214, 24), (190, 34), (186, 70, 1), (172, 40), (140, 40)], True)
    pen.fill(hair, "line")
    pen.line("M132,72q8,-8 18,-2M160,70q8,-6 16,2M134,80q8,-3 14,1M160,80q6,-3 14,0M154,80q-2,14 -8,18q4,4 10,2M144,110q6,-4 12,0", 1.6)
    pen.line("M88,16l-18,-8M96,30l-20,2M212,12l18,-8M206,30l22,4", 2.4)


def waterfall(pen: Pen) -> None:
    """Tall: a cliff, a fall of water, a pine, a traveller."""
    pen.fill(curve([(-5, 60), (30, 20), (58, 30), (70, 90), (64, 170), (84, 230), (60, 270, 1), (-5, 270, 1)], True), "shade", 0.5)
    pen.fill(curve([(155, 110), (120, 90), (104, 60), (94, 120), (108, 180), (96, 230), (120, 270, 1), (155, 270, 1)], True), "shade", 0.35)
    pen.line(curve([(-5, 60), (30, 20), (58, 30), (70, 90), (64, 170), (84, 230)]) + curve([(155, 110), (120, 90), (104, 60), (94, 120), (108, 180), (96, 230)]), 1.4)
    fall = curve([(72, 62, 1), (78, 110), (70, 160), (62, 216, 1), (104, 218, 1), (96, 160), (100, 110), (94, 62, 1)], True)
    pen.fill(fall, "#fff", 0.55)
    pen.line(fall + "M80,66q6,60 -4,140M87,66q4,70 2,142", 0.9)
    pen.line("M14,50q4,50 -4,90M34,34q10,60 2,120M118,100q2,50 12,80M52,60q6,40 2,90", 0.9)
    pen.line("M40,140q26,-6 42,-28M54,132l-4,-20M66,124l2,-18M76,116l16,-4", 2)
    pen.fill(ellipse(48, 108, 14, 4) + ellipse(70, 102, 14, 4) + ellipse(94, 110, 12, 3.6), "mark")
    pen.line("M44,222q16,8 38,2t44,2M56,234q18,6 52,0M70,244q16,4 34,0M112,214q-2,-12 6,-14q8,4 6,16ZM120,200v20", 1.3)


def bamboo(pen: Pen) -> None:
    """Tall: two stems and their leaves."""
    for x, top in ((54, -5), (84, 30)):
        pen.line("".join(f"M{x + k},{250 - k * 46}q1,-22 3,-40" for k in range(6) if 250 - k * 46 > top), 7, "line", 0.75)
    leaves = ((58, 90, 1), (60, 60, -1), (88, 120, 1), (88, 76, 1), (56, 150, -1), (86, 160, 1), (90, 50, -1))
    for x, y, side in leaves:
        for dx, dy in ((40, 6), (34, 24), (20, 34)):
            pen.fill(f"M{x},{y}q{side * dx * 0.4:.0f},{dy * 0.1 - 5:.0f} {side * dx},{dy}q{-side * dx * 0.6:.0f},{4 - dy * 0.3:.0f} {-side * dx},{-dy}Z", "line", 0.8)
    pen.line("M20,254q30,-10 60,0t60,-2", 1.4)


def holy(pen: Pen) -> None:
    """Tall: one enthroned, haloed, with attendants, as a banner of devotion."""
    pen.fill(ellipse(75, 118, 62, 78), "mark", 0.3)
    pen.line(ellipse(75, 118, 62, 78) + ellipse(75, 118, 56, 72), 1.1, "mark")
    for x, y, s in ((24, 210, 0.5), (126, 210, 0.5), (75, 120, 1.0)):
        robe = curve([(x, y - 30 * s), (x + 26 * s, y - 20 * s), (x + 30 * s, y + 14 * s), (x + 54 * s, y + 40 * s), (x + 30 * s, y + 54 * s), (x - 30 * s, y + 54 * s), (x - 54 * s, y + 40 * s), (x - 30 * s, y + 14 * s), (x - 26 * s, y - 20 * s)], True)
        pen.fill(circle(x, y - 52 * s, 28 * s), "light")
        pen.line(circle(x, y - 52 * s, 28 * s), 1.2)
        pen.fill(robe, "mark")
        pen.fill(ellipse(x, y - 48 * s, 14 * s, 18 * s), "body")
        pen.line(robe + ellipse(x, y - 48 * s, 14 * s, 18 * s) + f"M{x - 16 * s},{y - 20 * s}Q{x},{y + 20 * s} {x + 16 * s},{y - 20 * s}M{x - 40 * s},{y + 36 * s}Q{x},{y + 20 * s} {x + 40 * s},{y + 36 * s}", 1.3)
    pen.line("M30,184q22,-10 45,-4t45,4M40,192h70M12,30q12,-14 24,-4q10,-10 20,2M94,28q12,-14 24,-4q10,-10 20,2", 1.4)


EAST, MINIATURE, OILS = (mountains, branch, mountains), (pavilion, gathering, branch, trees), (trees, sea, table, room, town, gathering, branch)
PRINTS, UPRIGHT = (wave, rain, actor, branch), (waterfall, bamboo, waterfall)
