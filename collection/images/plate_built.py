"""Silhouettes of buildings and their parts."""

# Coordinates stay on the line of the stroke that they draw.
# fmt: off
from __future__ import annotations

from .plate_forms import Profile, box, circle, curve, mirrored, polar, rings, turned
from .plate_ornaments import medallion
from .plate_pen import Pen


def architecture(pen: Pen) -> None:
    """A building: hall with swept roofs, temple with columns, domed gate, tiered tower."""
    {
        "east": _hall, "southeast": _tower, "south": _tower, "islamic": _gate, "near-east": _gate, "classical": _temple, "europe": _temple,
    }.get(pen.family, _hall)(pen)  # fmt: skip


def _hall(pen: Pen) -> None:
    pen.ground(216, 392, 190)
    pen.part(box(44, 356, 332, 30), "light", "soft")
    walls = pen.begin(box(82, 250, 256, 106))
    pen.tiles(box(82, 262, 84, 70) + box(254, 262, 84, 70), 82, 262, 35)
    pen.fill(box(178, 270, 64, 86), "line", 0.75)
    pen.line("M166,250V356M254,250V356M210,270V356", 2)
    pen.end(walls, "soft")
    pen.part("".join(box(x, 250, 12, 106) for x in (76, 160, 248, 332)), "shade", "soft", 1.4)
    for y, half, rise in ((252, 196, 66), (150, 138, 84)):
        roof = [(210, y - rise), (210 + half * 0.4, y - rise, 1), (210 + half * 0.62, y - 28), (210 + half, y - 18, 1), (210 + half * 0.94, y, 1), (210, y - 6), (210 - half * 0.94, y, 1), (210 - half, y - 18, 1), (210 - half * 0.62, y - 28), (210 - half * 0.4, y - rise, 1)]
        form = pen.begin(curve(roof, True), "shade")
        pen.line("".join(f"M{210 + k * half * 0.05:.0f},{y - rise}Q{210 + k * half * 0.09:.0f},{y - 24} {210 + k * half * 0.125:.0f},{y}" for k in range(-8, 9)), 1.2)
        pen.end(form, "soft")
        if rise == 66:
            mid = pen.begin(box(120, 150, 180, 44))
            pen.tiles(box(120, 154, 180, 36), 122, 154, 36)
            pen.end(mid, "soft")
    pen.line("M150,68H270", 7)
    pen.line("M154,66q-12,-4 -8,-18M266,66q12,-4 8,-18", 4)


def _temple(pen: Pen) -> None:
    pen.ground(216, 392, 190)
    pen.part(box(52, 340, 316, 16) + box(40, 356, 340, 16) + box(28, 372, 364, 16), "light", "soft", 1.6)
    pen.fill(box(76, 170, 268, 170), "line", 0.55)
    for k in range(6):
        x = 78 + k * 50
        shaft = pen.begin(f"M{x},178L{x + 18},178L{x + 20},340H{x - 2}Z")
        pen.line(f"M{x + 4},180L{x + 3},338M{x + 9},180V338M{x + 14},180L{x + 15},338", 1)
        pen.end(shaft, "round", 1.5)
    pen.part("".join(f"M{78 + k * 50 - 7},164h32l-5,14h-22Z" for k in range(6)), "light", "soft", 1.4)
    band = pen.begin(box(60, 126, 300, 40))
    pen.tiles(box(60, 132, 300, 28), 62, 132, 28)
    pen.end(band, "soft")
    gable = pen.begin("M44,126L210,46L376,126Z")
    pen.line("M80,118L210,58L340,118Z" + medallion(pen.family, 210, 94, 22), 1.5)
    pen.line("M140,116q6,-20 16,-20t12,20M252,116q6,-24 16,-22t12,22", 1.4)
    pen.end(gable, "soft")


def _gate(pen: Pen) -> None:
    pen.ground(216, 392, 190)
    for x in (42, 346):
        pen.part(turned(x + 16, ((3, 44), (14, 62), (16, 78, 1), (22, 82), (20, 96, 1), (15, 100, 1), (17, 388, 1)), 0.05), "light")
        pen.line(f"M{x + 2},160h28M{x + 2},240h28M{x + 2},320h28", 1.2)
    dome = pen.begin(mirrored(210, ((0, 52, 1), (8, 64), (44, 84), (76, 122), (66, 160, 1), (0, 164))))
    pen.tiles(box(130, 90, 160, 74), 140, 92, 34)
    pen.slant((200, 60, 290, 170), 6)
    pen.end(dome)
    wall = pen.begin(box(92, 160, 236, 228))
    pen.tiles(box(92, 160, 236, 228) + box(124, 192, 172, 196), 92, 160, 32)
    pen.line(box(124, 192, 172, 210) + box(129, 197, 162, 210), 1.4)
    arch = "M146,388V290Q146,244 210,212Q274,244 274,290V388Z"
    pen.fill(arch, "shade")
    pen.fill("M168,388V306Q168,276 210,254Q252,276 252,306V388Z", "line", 0.85)
    pen.line(arch + "M168,388V306Q168,276 210,254Q252,276 252,306V388" + "".join(f"M{210 + k * 10},{228 + abs(k) * 7}L{210 + k * 7},{262 + abs(k) * 5}" for k in range(-4, 5)), 1.3)
    pen.end(wall, "soft")
    pen.line("M210,52V34", 3)


def _tower(pen: Pen) -> None:
    pen.ground(216, 392, 170)
    pen.part(box(56, 356, 308, 30) + box(76, 330, 268, 26), "light", "soft", 1.6)
    for side in (-1, 1):
        pen.part(mirrored(210 + side * 104, ((3, 176), (14, 206), (26, 248), (30, 290), (30, 330, 1), (0, 330))), "shade", "round", 1.7)
    tiers = pen.begin(mirrored(210, ((3, 30), (10, 52), (28, 76), (34, 100, 1), (44, 104), (48, 140, 1), (60, 146), (62, 184, 1), (76, 190), (76, 232, 1), (90, 240), (88, 330, 1), (0, 330))))
    pen.line("M170,102Q210,112 250,102M160,142Q210,154 260,142M146,188Q210,200 274,188M130,236Q210,250 290,236", 2)
    pen.tiles("M120,196H300V230H120Z", 134, 200, 28)
    pen.tiles("M140,152H280V182H140Z", 150, 156, 24)
    pen.line("".join(f"M{x},{y}q4,-14 8,0" for y, xs in ((102, (182, 196, 210, 224)), (142, (172, 188, 204, 220, 236)), (188, (158, 176, 194, 212, 230, 248)), (236, (142, 160, 178, 222, 240, 258))) for x in xs), 1.4)
    pen.slant((200, 30, 300, 340), 6)
    pen.end(tiers)
    pen.part("M176,330V282Q176,262 210,246Q244,262 244,282V330Z", "light", "soft", 1.6)
    pen.fill("M190,330V290Q190,276 210,266Q230,276 230,290V330Z", "line", 0.85)


def stupa(pen: Pen) -> None:
    """A dome over relics with its spire, or a pagoda of many roofs."""
    if pen.family == "east":
        _pagoda(pen)
        return
    pen.ground(196, 444, 170)
    pen.part(box(40, 410, 300, 28) + box(62, 384, 256, 26) + box(84, 360, 212, 24), "light", "soft", 1.6)
    bell_: Profile = ((30, 190, 1), (42, 214), (74, 250), (92, 310), (98, 340), (112, 356, 1))
    form = pen.begin(turned(190, bell_, 0.08))
    pen.band(190, bell_, 300, 334, sag=0.08)
    pen.line(rings(190, bell_, (214, 222), 0.08), 1.3)
    pen.hatch_turned(190, bell_, sag=0.08)
    pen.end(form)
    pen.part(box(152, 164, 76, 28), "light", "soft", 1.6)
    spire = pen.begin(mirrored(190, ((2, 34), (5, 70), (16, 120), (28, 164, 1), (0, 164))))
    pen.line("".join(f"M{190 - 5 - k * 2.6:.0f},{80 + k * 10}h{10 + k * 5.2:.0f}" for k in range(9)), 2)
    pen.end(spire)
    pen.part(circle(190, 30, 6), "light", "dome", 1.4)


def _pagoda(pen: Pen) -> None:
    pen.ground(196, 444, 150)
    pen.part(box(84, 414, 212, 24), "light", "soft", 1.6)
    for k in range(5):
        y, half = 414 - k * 68, 74 - k * 9
        storey = pen.begin(box(190 - half, y - 42, 2 * half, 42))
        pen.tiles(box(190 - half, y - 30, 2 * half, 22), 190 - half, y - 30, 22)
        pen.fill(box(180, y - 34, 20, 34), "line", 0.8)
        pen.end(storey, "soft", 1.6)
        w = half + 46
        pen.part(curve([(190 - half * 0.7, y - 66, 1), (190 - w * 0.7, y - 50), (190 - w, y - 52, 1), (190 - w * 0.94, y - 38, 1), (190, y - 40), (190 + w * 0.94, y - 38, 1), (190 + w, y - 52, 1), (190 + w * 0.7, y - 50), (190 + half * 0.7, y - 66, 1)], True), "shade", "soft", 1.7)
    pen.line("M190,78V22M178,66h24M180,56h20M182,46h16M184,36h12", 3)


def capital(pen: Pen) -> None:
    """A part of a building: the head of a column with leaves, or with beasts back to back; an arch stone."""
    pen.ground(216, 384, 110)
    shaft = pen.begin("M150,270H270L276,380H144Z")
    pen.line("".join(f"M{156 + k * 15},272L{153 + k * 16},380" for k in range(8)), 1.3)
    pen.end(shaft)
    if pen.family in ("south", "southeast", "near-east"):
        bell_: Profile = ((96, 196, 1), (104, 214), (90, 240), (74, 262), (66, 276, 1))
        form = pen.begin(turned(210, bell_, 0.08))
        pen.line("".join(f"M{210 + k * 17},198Q{210 + k * 20},226 {210 + k * 13},278" for k in range(-5, 6)), 1.5)
        pen.end(form)
        drum = pen.begin("M108,158Q210,176 312,158V194Q210,214 108,194Z")
        pen.tiles("M108,158H312V214H108Z", 112, 166, 32)
        pen.end(drum)
        for side in (1, -1):
            beast = [(210, 60), (210 + side * 40, 40), (210 + side * 76, 52), (210 + side * 98, 82), (210 + side * 90, 100), (210 + side * 72, 108), (210 + side * 84, 140), (210 + side * 80, 162, 1), (210, 168, 1)]
            pen.part(curve(beast, True), "body", "soft", 1.8)
            pen.line(f"M{210 + side * 30},50q{side * 14},20 {side * 4},44q{side * 18},14 {side * 6},40M{210 + side * 14},60q{side * 10},24 {side * 2},50q{side * 14},16 {side * 6},44M{210 + side * 84},98l{side * -16},2M{210 + side * 62},120v40", 1.4)
            pen.fill(circle(210 + side * 72, 70, 3.6))
        return
    block = pen.begin(curve([(150, 270, 1), (146, 190), (96, 120), (84, 110, 1), (336, 110, 1), (324, 120), (274, 190), (270, 270, 1)], True))
    leaves = []
    for row, (y, wide, count) in enumerate(((268, 31, 4), (214, 38, 5))):
        for k in range(count):
            x = 210 + (k - (count - 1) / 2) * wide
            leaves.append(f"M{x - 15},{y}Q{x - 20},{y - 34} {x - 9},{y - 62 - row * 10}Q{x},{y - 84 - row * 10} {x + 9},{y - 62 - row * 10}Q{x + 20},{y - 34} {x + 15},{y}M{x},{y}V{y - 60}M{x},{y - 16}l-9,-12M{x},{y - 16}l9,-12M{x},{y - 34}l-8,-12M{x},{y - 34}l8,-12")
    pen.line("".join(leaves), 1.5)
    pen.line("M96,130q-6,22 14,26q18,-4 12,-20q-10,-6 -14,4M324,130q6,22 -14,26q-18,-4 -12,-20q10,-6 14,4", 2)
    pen.slant((210, 110, 340, 280), 6)
    pen.end(block)
    top = pen.begin("M70,70H350L340,112H80Z")
    pen.tiles(box(70, 76, 280, 32), 72, 76, 32)
    pen.end(top, "soft")


def interior(pen: Pen) -> None:
    """A room seen from its door: panelled walls, a niche or window, a ceiling, a floor in squares."""
    form = pen.begin(box(30, 30, 400, 310), "body")
    pen.fill("M30,30L130,96H330L430,30Z", "light")
    pen.fill("M30,340L130,262H330L430,340Z", "shade")
    pen.fill("M30,30L130,96V262L30,340Z", "shade", 0.4)
    pen.fill("M430,30L330,96V262L430,340Z", "line", 0.22)
    pen.tiles(box(142, 108, 176, 60), 142, 108, 30)
    pen.line("".join(f"M{130 + k * 25},262L{30 + k * 50},340" for k in range(9)) + "M116,273H344M96,288H364M70,308H390", 1)
    pen.line("M30,30L130,96H330L430,30M130,96V262M330,96V262M30,340L130,262H330L430,340M60,50L148,108M400,50L312,108", 1.6)
    arch = "M204,262V196Q204,178 230,170Q256,178 256,196V262Z"
    pen.fill(arch, "light")
    pen.line(arch + "M142,176H318M142,182H318M230,172V262M204,214H256", 1.5)
    for side in (1, -1):
        x = 230 + side * 150
        pen.line(f"M{x - side * 26},124L{x + side * 26},{96}V300L{x - side * 26},260ZM{x - side * 18},134L{x + side * 18},114V196L{x - side * 18},192Z", 1.5)
        pen.fill(f"M{x - side * 18},206L{x + side * 18},212V282L{x - side * 18},252Z", "mark", 0.35)
    for x in (160, 276):
        pen.part(box(x, 196, 28, 58), "light", "flat", 1.4)
        pen.line(medallion(pen.family, x + 14, 224, 11), 1.2, "mark")
    pen.line("M230,62V88M206,104q24,14 48,0M206,104v-10M254,104v-10M230,88v22M218,108v-8M242,108v-8", 2.2)
    pen.end(form, "flat", 2.4)


def tile_panel(pen: Pen) -> None:
    """Tiles that make one picture: a vase of flowers under an arch."""
    form = pen.begin(box(40, 30, 300, 420), "light")
    pen.tiles(box(40, 30, 300, 420) + box(88, 78, 204, 324), 40, 30, 48)
    pen.fill("M100,402V190Q104,132 190,92Q276,132 280,190V402Z", "mark", 0.16)
    pen.line("M100,402V190Q104,132 190,92Q276,132 280,190V402" + box(88, 78, 204, 324), 2, "mark")
    vase = curve([(172, 300, 1), (176, 318), (156, 340), (160, 372), (180, 386), (176, 396, 1), (204, 396, 1), (200, 386), (220, 372), (224, 340), (204, 318), (208, 300, 1)], True)
    pen.fill(vase, "mark", 0.5)
    pen.line(vase, 1.8)
    stems = "M190,300C188,240 190,200 190,150M190,296C160,260 130,250 130,210M190,296C220,260 250,250 250,210M190,280C170,230 150,200 152,166M190,280C210,230 230,200 228,166"
    pen.line(stems, 2, "mark")
    for x, y, r in ((190, 146, 20), (130, 206, 17), (250, 206, 17), (152, 164, 14), (228, 164, 14), (166, 236, 12), (214, 236, 12)):
        pen.shape("".join(circle(*polar(x, y, r * 0.55, k / 5), r * 0.42) for k in range(5)) + circle(x, y, r * 0.3), "mark", 1, 0.6)
    pen.line("".join(f"M{40 + k * 100},30V450" for k in (1, 2)) + "".join(f"M40,{30 + k * 105}H340" for k in (1, 2, 3)), 1.6, "shade")
    pen.end(form, "flat", 2.2)


def altar(pen: Pen) -> None:
    """A pedestal in steps, its middle carved with figures and ornament."""
    pen.ground(226, 344, 190)
    for y, half, high in ((296, 176, 40), (270, 156, 26), (110, 156, 26), (76, 172, 34)):
        form = pen.begin(box(220 - half, y, 2 * half, high))
        if high > 30:
            pen.tiles(box(220 - half, y + 5, 2 * half, high - 10), 220 - half, y + 5, high - 10)
        pen.end(form, "soft")
    die = pen.begin(box(82, 136, 276, 134))
    for k in range(4):
        x = 118 + k * 68
        pen.line(f"M{x - 27},266V170Q{x - 27},150 {x},146Q{x + 27},150 {x + 27},170V266", 1.8)
        robe = curve([(x, 184), (x + 14, 194), (x + 10, 222), (x + 24, 262, 1), (x - 20, 262, 1), (x - 10, 222), (x - 14, 194)], True)
        pen.shape(robe + circle(x, 172, 10), "light", 1.3)
        pen.line(f"M{x + 12},196q14,-8 8,-28M{x - 12},196q-14,10 -4,26M{x - 8},226q8,8 16,0", 1.6)
    pen.slant((220, 136, 360, 272), 7, 0.4)
    pen.end(die, "soft")
    pen.part(mirrored(220, ((0, 24), (22, 36), (34, 62), (40, 76, 1), (0, 78))), "shade", "round", 1.8)


BUILT = {
    "architecture": (420, 420, architecture), "stupa": (380, 470, stupa), "architectural-element": (420, 410, capital),
    "interior": (460, 370, interior), "tile-panel": (380, 480, tile_panel), "altar": (440, 370, altar),
}
