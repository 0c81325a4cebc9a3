"""The colours of the regions can be told apart without colour vision, and stand out from the paper."""

import itertools
import re

import pytest
from django.conf import settings

from collection.enums import Region

PAPER = {"light": "#f8f5ef", "dark": "#0f1620"}
# Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB.
SIGHT = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "no blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.3039),
    ),
}


def linear(colour: str) -> list[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def oklab(rgb: list[float]) -> tuple[float, ...]:
    r, g, b = rgb
    long, middle, short = (
        max(part, 0) ** (1 / 3)
        for part in (
            0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b,
            0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b,
            0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b,
        )
    )
    return (
        0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
    )


def colours(theme: str) -> dict[str, list[float]]:
    css = (settings.BASE_DIR / "static" / "css" / "tokens.css").read_text()
    found = {}
    for region in Region.values:
        pair = re.search(rf"--{region}: light-dark\((#\w{{6}}), (#\w{{6}})\)", css)
        assert pair, f"{region} has no colour"
        found[region] = linear(pair[1 if theme == "light" else 2])
    return found


@pytest.mark.parametrize("theme", PAPER)
@pytest.mark.parametrize("sight", SIGHT)
def test_regions_are_told_apart(theme: str, sight: str) -> None:
    seen = {
        region: oklab([sum(a * b for a, b in zip(row, rgb, strict=True)) for row in SIGHT[sight]])
        for region, rgb in colours(theme).items()
    }
    distances = {
        (one, other): sum((a - b) ** 2 for a, b in zip(seen[one], seen[other], strict=True)) ** 0.5
        for one, other in itertools.combinations(seen, 2)
    }
    assert min(distances.values()) > 0.06, min(distances, key=lambda pair: distances[pair])


@pytest.mark.parametrize("theme", PAPER)
def test_regions_stand_out_from_the_paper(theme: str) -> None:
    def luminance(rgb: list[float]) -> float:
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]

    paper = luminance(linear(PAPER[theme]))
    for region, rgb in colours(theme).items():
        bright, dim = sorted((luminance(rgb), paper), reverse=True)
        assert (bright + 0.05) / (dim + 0.05) >= 3, region
