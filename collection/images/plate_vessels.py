"""Silhouettes of turned things: vessels, drums, bells, and what is round."""

from __future__ import annotations

from math import cos, pi, sin

from .plate_forms import Profile, Silhouette, ellipse, rings, turned, zone

_VASE: Profile = (
    (58, 44, 1),
    (50, 56),
    (37, 92),
    (36, 128),
    (58, 158),
    (108, 196),
    (124, 242),
    (108, 312),
    (74, 380),
    (58, 416),
    (64, 440, 1),
)
_EWER: Profile = (
    (30, 92, 1),
    (24, 108),
    (27, 150),
    (62, 190),
    (104, 244),
    (108, 300),
    (82, 366),
    (52, 392),
    (60, 414, 1),
)
_BOWL: Profile = ((168, 60, 1), (162, 84), (136, 146), (88, 190), (54, 206), (48, 214, 1), (54, 238, 1))
_DRUM: Profile = (
    (142, 66, 1),
    (150, 84),
    (146, 118),
    (112, 150, 1),
    (108, 210),
    (118, 246, 1),
    (132, 300),
    (142, 322, 1),
)
_BELL: Profile = ((46, 84, 1), (82, 98), (104, 146), (112, 236), (124, 320), (142, 372), (148, 388, 1))
_CASKET: Profile = (
    (4, 52),
    (22, 66),
    (20, 84, 1),
    (96, 112),
    (124, 140),
    (128, 158, 1),
    (120, 160, 1),
    (120, 286, 1),
    (132, 292, 1),
    (132, 314, 1),
)


def _vase() -> Silhouette:
    body = turned(170, _VASE)
    field = zone(170, _VASE, 196, 316)
    lines = rings(170, _VASE, 96, 104, 152, 188, 196, 316, 324, 420)
    return Silhouette(340, 480, body, field, lines, dark=ellipse(170, 44, 58, 8))


def _ewer() -> Silhouette:
    body = turned(180, _EWER)
    lid = turned(180, ((5, 50), (12, 58), (8, 70, 1), (28, 84), (34, 93, 1)))
    handle = ("M156,116C70,90 44,180 82,262", 13.0)
    spout = ("M282,300C326,276 302,196 340,150", 19.0)
    return Silhouette(
        380,
        450,
        body + lid,
        zone(180, _EWER, 226, 338),
        rings(180, _EWER, 132, 140, 218, 226, 338, 346, 396),
        tubes=(handle, spout),
    )


def _bowl() -> Silhouette:
    body = turned(190, _BOWL)
    return Silhouette(
        380,
        280,
        body,
        zone(190, _BOWL, 88, 158, 0.1),
        rings(190, _BOWL, 80, 88, 158, 166, 218, sag=0.1),
        dark=ellipse(190, 60, 168, 20),
        light="",
    )


def _dish() -> Silhouette:
    rim, well = ellipse(200, 200, 172, 172), ellipse(200, 200, 112, 112)
    return Silhouette(
        400,
        400,
        rim,
        field=rim + well,
        lines=ellipse(200, 200, 162, 162) + well + ellipse(200, 200, 104, 104) + _flower(200, 200, 78),
        is_round=False,
    )


def _flower(x: float, y: float, reach: float) -> str:
    petals = []
    for number in range(8):
        turn = number * pi / 4
        tip = (x + reach * cos(turn), y + reach * sin(turn))
        one = (x + reach * 0.6 * cos(turn - 0.42), y + reach * 0.6 * sin(turn - 0.42))
        two = (x + reach * 0.6 * cos(turn + 0.42), y + reach * 0.6 * sin(turn + 0.42))
        petals.append(
            f"M{x},{y}Q{one[0]:.1f},{one[1]:.1f} {tip[0]:.1f},{tip[1]:.1f}Q{two[0]:.1f},{two[1]:.1f} {x},{y}"
        )
    return "".join(petals) + ellipse(x, y, reach * 0.16, reach * 0.16)


def _drum() -> Silhouette:
    loops = (("M54,128C34,150 40,176 76,170", 9.0), ("M306,128C326,150 320,176 284,170", 9.0))
    return Silhouette(
        360, 370, turned(180, _DRUM), zone(180, _DRUM, 158, 236), rings(180, _DRUM, 88, 96, 116, 152, 158, 236, 242, 300, 308),
        tubes=loops, light=ellipse(180, 66, 142, 18), dark=ellipse(180, 66, 20, 4),
    )  # fmt: skip


def _bell() -> Silhouette:
    return Silhouette(
        340, 440, turned(170, _BELL), zone(170, _BELL, 168, 330), rings(170, _BELL, 112, 120, 160, 168, 330, 338, 372, sag=0.1),
        tubes=(("M144,88C132,40 208,40 196,88", 12.0),), dark=ellipse(170, 388, 148, 13),
    )  # fmt: skip


def _casket() -> Silhouette:
    feet = "M54,314h30v18h-30ZM256,314h30v18h-30ZM155,314h30v18h-30Z"
    return Silhouette(
        340, 370, turned(170, _CASKET) + feet, "M40,172h260v104h-260Z", "M42,158H298M50,168H290M50,280H290M38,292H302M170,168V280M110,168V280M230,168V280" + rings(170, _CASKET, 112, sag=0.05),
        is_round=False, dark=ellipse(170, 226, 9, 12),
    )  # fmt: skip


def _coin() -> Silhouette:
    disc = ellipse(190, 190, 150, 150)
    return Silhouette(
        380,
        380,
        disc,
        disc + ellipse(190, 190, 104, 104),
        disc + ellipse(190, 190, 138, 138) + ellipse(190, 190, 104, 104),
        dark="M160,258c-4-30 4-44 16-52-22-10-26-44-4-64 24-18 56-4 56 26 0 12 14 24 12 30-2 4-10 4-10 8 2 8 0 22-18 22-6 10 0 22 8 30Z",
        is_round=False,
    )


def _instrument() -> Silhouette:
    rim = ellipse(190, 210, 140, 140)
    arms = "M190,70V350M50,210H330M91,111L289,309M289,111L91,309"
    inner = (
        ellipse(190, 210, 118, 118)
        + ellipse(190, 174, 62, 62)
        + ellipse(190, 222, 92, 92)
        + ellipse(190, 210, 24, 24)
    )
    return Silhouette(
        380,
        390,
        rim,
        rim + ellipse(190, 210, 118, 118),
        arms + inner,
        tubes=(("M190,72C168,66 168,34 190,34C212,34 212,66 190,72", 9.0),),
        dark=ellipse(190, 210, 6, 6),
        is_round=False,
    )


VESSELS = {
    "vase": _vase, "ewer": _ewer, "bowl": _bowl, "dish": _dish, "drum": _drum, "bell": _bell, "casket": _casket,
    "coin": _coin, "instrument": _instrument,
}  # fmt: skip
