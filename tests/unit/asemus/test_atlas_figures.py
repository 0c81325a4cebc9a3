"""The atlas and the bands as numbers: there and back are two lines, names do not cover each other, bands add up."""

from __future__ import annotations

import itertools
import re
from typing import Any

import pytest
from django.conf import settings

from asemus.figures import atlas, exchange_pair, sankey
from tests.unit.asemus.test_region_colours import PAPER, SIGHT, linear, oklab

HERE, THERE = (34.0, 109.0), (32.0, 53.0)


def arc(start: tuple[float, float], end: tuple[float, float], weight: int = 1) -> dict[str, Any]:
    return {"from": start, "to": end, "weight": weight}


def test_there_and_back_bend_apart() -> None:
    there, back = atlas([arc(HERE, THERE), arc(THERE, HERE)], [])["lines"]
    assert abs(there["y"] - back["y"]) > 200
    assert abs(abs(there["angle"] - back["angle"]) - 180) <= 1


def test_an_arc_is_wider_the_more_works_show_it() -> None:
    lines = atlas([arc(HERE, THERE, weight) for weight in (7, 1, 4, 2)], [])["lines"]
    assert [line["wide"] for line in lines] == [1, 2, 3, 4]  # the widest is drawn last


def test_what_stays_within_one_culture_is_a_loop() -> None:
    (line,) = atlas([arc(HERE, HERE)], [])["lines"]
    assert "c" in line["path"]


def test_names_have_room_by_weight() -> None:
    dots = [
        {"latitude": 34.0 + n / 10, "longitude": 109.0, "label": "A long name", "weight": n} for n in range(8)
    ]
    ranks = [spot["rank"] for spot in atlas([], dots)["spots"]]
    assert ranks[7] == 1  # the heaviest of a crowd
    assert ranks.count(1) < len(ranks)


def test_bands_fill_their_knots() -> None:
    knots = [{"slug": name, "label": name} for name in ("a", "b", "c")]
    bands = [
        {"source": "a", "target": "b", "count": 30},
        {"source": "a", "target": "c", "count": 10},
        {"source": "b", "target": "c", "count": 20},
    ]
    drawn = sankey(knots, knots, bands)
    heights = {knot["slug"]: knot["height"] for knot in drawn["left"]}
    assert heights == pytest.approx({"a": 560 * 40 / 60, "b": 560 * 20 / 60}, abs=0.1)
    assert [band["count"] for band in drawn["bands"]] == [30, 20, 10]
    spans = sorted((knot["y"], knot["y"] + knot["height"]) for knot in drawn["right"])
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))


def test_a_pair_has_both_directions_on_one_scale() -> None:
    pair = {"there": [0, 4, 1], "back": [0, 0, 4]}
    drawn = exchange_pair(pair, most=4)
    assert next((bar["up"], bar["down"]) for bar in drawn["bars"]) == (26.0, 0)
    assert drawn["bars"][1]["down"] == 26.0


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("sight", SIGHT)
def test_families_of_kinds_are_told_apart_without_colour_vision(theme: str, sight: str) -> None:
    css = (settings.BASE_DIR / "static" / "css" / "atlas.css").read_text()
    found = {}
    for family in ("goods", "making", "image", "form", "word"):
        pair = re.search(rf"--{family}: light-dark\((#\w{{6}}), (#\w{{6}})\)", css)
        assert pair, family
        found[family] = linear(pair[1 if theme == "light" else 2])
    seen = {name: _seen(colour, sight) for name, colour in found.items()}
    names = list(seen)
    close = [
        (one, other, round(_apart(seen[one], seen[other]), 3))
        for place, one in enumerate(names)
        for other in names[place + 1 :]
        if _apart(seen[one], seen[other]) < 0.08
    ]
    assert close == []
    paper = _light(linear(PAPER[theme]))
    contrasts = [(max(paper, _light(c)) + 0.05) / (min(paper, _light(c)) + 0.05) for c in found.values()]
    assert min(contrasts) >= 3


def _seen(colour: list[float], sight: str) -> tuple[float, ...]:
    return oklab([sum(part * share for part, share in zip(colour, row, strict=True)) for row in SIGHT[sight]])


def _apart(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5


def _light(colour: list[float]) -> float:
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]
