"""Silhouettes of flat things and of built ones: scrolls, screens, books, prints, cloth, stones, houses."""

from __future__ import annotations

from .plate_forms import Silhouette, box, ellipse

# A landscape told with four lines, for what carries pictures: far hills, near hills, water, a moon.
_HILLS = "M0,62C12,40 22,58 30,44C38,30 46,54 54,48C66,38 78,60 100,46M0,78C16,64 30,82 48,70C66,60 80,80 100,68M8,90H44M52,95H92"


def _scene(x: float, y: float, width: float, height: float) -> str:
    """The landscape of `_HILLS` laid into a rectangle."""
    words, numbers, isx = "", "", True

    def place(text: str, horizontal: bool) -> str:
        value = float(text)
        return f"{x + value * width / 100:.1f}" if horizontal else f"{y + value * height / 100:.1f}"

    command = ""
    for sign in _HILLS + " ":
        if sign.isdigit() or sign == ".":
            numbers += sign
            continue
        if numbers:
            words += place(numbers, isx)
            isx = True if command == "H" else not isx
            numbers = ""
        if sign.isalpha():
            command, isx = sign, True
        words += sign
    return words.strip()


def _painting() -> Silhouette:
    return Silhouette(
        460,
        380,
        box(40, 40, 380, 300),
        box(40, 40, 380, 300) + box(72, 72, 316, 236),
        box(52, 52, 356, 276) + box(72, 72, 316, 236) + _scene(72, 72, 316, 236),
        light=box(72, 72, 316, 236),
        dark=ellipse(310, 130, 14, 14),
        is_round=False,
    )


def _portrait() -> Silhouette:
    sitter = "M110,372C112,320 150,300 178,296C182,286 182,276 178,268C156,250 150,200 170,180C186,164 214,164 230,180C250,200 244,250 222,268C218,276 218,286 222,296C250,300 288,320 290,372Z"
    return Silhouette(
        400,
        480,
        box(40, 40, 320, 400),
        box(40, 40, 320, 400) + box(76, 76, 248, 328),
        box(54, 54, 292, 372) + box(76, 76, 248, 328) + "M76,372H324",
        light=box(76, 76, 248, 328),
        dark=sitter,
        is_round=False,
    )


def _print() -> Silhouette:
    waves = "M70,250C110,210 120,150 176,150C150,170 160,200 190,196C170,220 150,236 130,270M70,290C130,250 200,300 260,270C310,250 340,280 390,262M70,318C140,290 220,330 290,304C330,290 360,304 390,298"
    return Silhouette(
        460,
        360,
        box(30, 30, 400, 300),
        box(70, 56, 320, 60),
        box(70, 56, 320, 248) + waves + "M250,232l34,-62l12,14l10,-8l40,56",
        dark=box(364, 66, 14, 44),
        is_round=False,
    )


def _handscroll() -> Silhouette:
    sheet = "M70,60H690V240H70Z"
    return Silhouette(
        760,
        300,
        sheet,
        box(70, 60, 620, 26) + box(70, 214, 620, 26),
        "M70,86H690M70,214H690M540,100v100M556,100v100M572,100v100" + _scene(100, 88, 410, 120),
        tubes=(("M56,44V256", 30.0), ("M704,44V256", 44.0)),
        dark=box(596, 112, 18, 18)
        + box(49, 34, 14, 10)
        + box(49, 256, 14, 10)
        + box(694, 34, 20, 10)
        + box(694, 256, 20, 10),
        is_round=False,
    )


def _hanging_scroll() -> Silhouette:
    return Silhouette(
        280, 580, box(50, 50, 180, 480), box(50, 50, 180, 96) + box(50, 430, 180, 100), "M50,146H230M50,430H230M66,156H214V420H66ZM110,50V146M170,50V146" + _scene(66, 190, 148, 230) + "M198,166v46M188,166v46",
        light=box(66, 156, 148, 264), tubes=(("M46,50H234", 8.0), ("M38,530H242", 16.0)), dark=box(188, 220, 12, 12), is_round=False,
    )  # fmt: skip


def _folding_screen() -> Silhouette:
    panels, lines, shade = "", "", ""
    for number in range(6):
        x, low = 40 + number * 106, 18 if number % 2 else 0
        high = 18 - low
        panels += f"M{x},{52 + low}L{x + 106},{52 + high}V{300 + high}L{x},{300 + low}Z"
        lines += f"M{x + 8},{62 + low}L{x + 98},{60 + high}V{290 + high}L{x + 8},{292 + low}Z"
        shade += f"M{x},{52 + low}L{x + 106},{52 + high}V{300 + high}L{x},{300 + low}Z" if number % 2 else ""
    return Silhouette(
        716,
        360,
        panels,
        panels.split("Z")[0] + "Z" + "M40,52L676,52V112H40Z",
        lines + _scene(48, 70, 620, 230),
        light=ellipse(520, 120, 30, 30),
        is_round=False,
    )


def _manuscript() -> Silhouette:
    left = "M230,84C180,60 110,60 44,78V350C110,332 180,332 230,356Z"
    right = "M230,84C280,60 350,60 416,78V350C350,332 280,332 230,356Z"
    text = "".join(f"M262,{y}C310,{y - 18} 350,{y - 18} 392,{y - 10}" for y in range(128, 330, 20))
    return Silhouette(
        460,
        420,
        left + right,
        "M70,104C120,92 170,92 206,108V318C170,304 120,304 70,316Z",
        "M230,84V356M70,104C120,92 170,92 206,108V318C170,304 120,304 70,316Z" + text,
        back="M36,92V364C110,346 180,346 230,370C280,346 350,346 424,364V92Z",
        is_round=False,
    )


def _textile() -> Silhouette:
    fringe = "".join(f"M{x},440v22M{x},38v-18" for x in range(64, 300, 10))
    return Silhouette(
        360,
        480,
        box(60, 38, 240, 402),
        box(60, 38, 240, 402),
        box(76, 54, 208, 370) + box(96, 84, 168, 310) + fringe,
        is_round=False,
    )


def _carpet() -> Silhouette:
    medal = "M180,140L210,188L252,240L210,292L180,340L150,292L108,240L150,188Z"
    fringe = "".join(f"M{x},446v16M{x},34v-16" for x in range(56, 310, 8))
    return Silhouette(
        360,
        480,
        box(50, 34, 260, 412),
        box(50, 34, 260, 412) + box(84, 68, 192, 344),
        box(62, 46, 236, 388) + box(84, 68, 192, 344) + medal + ellipse(180, 240, 26, 40) + fringe,
        dark=medal + ellipse(180, 240, 44, 66),
        is_round=False,
    )


def _relief() -> Silhouette:
    niche = "M150,336V176C150,120 250,120 250,176V336Z"
    figure = (
        "M200,140c12,0 19,9 19,21c0,9 -4,15 -9,19c16,5 24,16 27,32c3,20 -4,30 -10,34c6,28 6,58 5,90h-64c-1,-32 -1,-62 5,-90"
        "c-6,-4 -13,-14 -10,-34c3,-16 11,-27 27,-32c-5,-4 -9,-10 -9,-19c0,-12 7,-21 19,-21Z"
    )
    side = "M{0},336c-2,-40 0,-74 4,-96c-9,-8 -6,-30 8,-36c-9,-16 -1,-30 10,-30c11,0 19,14 10,30c14,6 17,28 8,36c4,22 6,56 4,96"
    return Silhouette(
        400, 400, "M44,70L70,52L350,46L360,70V346L330,356L60,350Z", "M60,64H344V104H60Z",
        "M66,108H338M66,336H338" + niche + side.format(84) + side.format(272) + "M176,226C190,240 212,240 226,226M178,256C192,270 210,270 224,256M178,290C192,304 210,304 224,290",
        light=figure, is_round=False,
    )  # fmt: skip


def _stele() -> Silhouette:
    stone = "M90,470V150C90,70 250,70 250,150V470Z"
    text = "".join(f"M{x},206V{430 - (x * 7) % 40}" for x in range(116, 236, 16))
    return Silhouette(
        340,
        520,
        stone + box(60, 462, 220, 30),
        "M96,190V150C96,80 244,80 244,150V190Z",
        "M106,196H234V446H106Z" + text,
        is_round=False,
    )


def _furniture() -> Silhouette:
    case = box(60, 60, 300, 230)
    legs = "M72,290h26l-8,110h-14ZM322,290h26l-4,110h-14ZM98,304h224v14h-224Z"
    return Silhouette(
        420,
        440,
        case + legs,
        box(78, 78, 126, 194) + box(216, 78, 126, 194),
        box(78, 78, 126, 194) + box(216, 78, 126, 194) + box(100, 110, 82, 130) + box(238, 110, 82, 130),
        dark=ellipse(210, 175, 16, 22),
        is_round=False,
    )


def _architecture() -> Silhouette:
    roof = "M40,150C110,140 160,104 200,56C240,104 290,140 360,150L350,166H50Z"
    walls = box(76, 166, 248, 170)
    steps = box(52, 336, 296, 22) + box(34, 358, 332, 22)
    columns = "".join(f"M{x},172V336M{x + 12},172V336" for x in (88, 136, 184, 204, 252, 300))
    return Silhouette(
        400,
        420,
        roof + walls + steps,
        roof + box(76, 166, 248, 20),
        "M50,166H350" + columns + "M52,358H348M200,56v-22",
        dark="M176,336V240C176,206 224,206 224,240V336Z",
        is_round=False,
    )


def _map() -> Silhouette:
    coast = "M88,140C120,110 150,150 190,130C230,108 250,150 300,136C330,130 350,170 330,196C310,220 340,250 310,270C280,286 250,250 220,268C190,290 160,262 130,276C100,286 84,250 96,224C104,200 70,170 88,140Z"
    net = "M44,96H416M44,168H416M44,240H416M44,312H416M120,44V352M200,44V352M280,44V352M360,44V352"
    return Silhouette(
        460,
        400,
        box(44, 44, 372, 308),
        "M44,44H416V62H44ZM44,334H416V352H44ZM44,44H62V352H44ZM398,44H416V352H398Z",
        box(62, 62, 336, 272) + net + coast,
        dark=ellipse(370, 300, 5, 5),
        light=coast,
        is_round=False,
    )


FLATS = {
    "painting": _painting, "portrait": _portrait, "print": _print, "handscroll": _handscroll, "hanging-scroll": _hanging_scroll,
    "folding-screen": _folding_screen, "manuscript": _manuscript, "textile": _textile, "carpet": _carpet, "relief": _relief,
    "stele": _stele, "furniture": _furniture, "architecture": _architecture, "map": _map,
}  # fmt: skip
