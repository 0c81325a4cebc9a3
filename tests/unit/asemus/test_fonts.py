"""Fonts: no letter of the demonstration collection falls to a box, and no face is fetched for another script's sake."""

import csv
import re

import pytest
from django.conf import settings
from fontTools.subset import parse_unicodes

from asemus.build.fonts import belongs, face
from asemus.build.han import characters, is_han
from asemus.build.typefaces import SERIF_RANGES

SHEET = settings.VAR_DIR / "build" / "fonts" / "fonts.css"


def letters_of(ranges: str) -> set[int]:
    return set(parse_unicodes(ranges.upper().replace("U+", "")))


@pytest.mark.parametrize(
    ("part", "answer"),
    [
        ("U+1000-109F", True),
        ("U+0000-00FF", False),
        ("U+200C-200D", False),
        ("U+3001-3002", False),
        ("U+1E00-1EFF", True),
    ],
)
def test_shared_signs_belong_to_no_script(part: str, answer: bool) -> None:
    assert belongs(part) is answer


def test_face_is_one_rule() -> None:
    assert face("Portal Serif", "a.woff2", "U+20-7E", "normal", "400 700") == (
        '@font-face{font-family:"Portal Serif";font-style:normal;font-weight:400 700;font-display:swap;'
        'src:url("a.woff2") format("woff2");unicode-range:U+20-7E}'
    )


def test_parts_of_the_text_face_do_not_overlap() -> None:
    seen: set[int] = set()
    for part in SERIF_RANGES:
        letters = letters_of(part.unicodes)
        assert not seen & letters, part.name
        seen |= letters


def test_characters_are_gathered_by_the_language_of_their_column() -> None:
    needed = characters(settings.BASE_DIR / "fixtures")
    assert set("神奈川沖浪裏") <= needed["ja"]
    assert set("국립중앙박물관") <= needed["ko"]
    assert set("至正十一年") <= needed["zh-Hant"]
    assert all(is_han(sign) for signs in needed.values() for sign in signs)


@pytest.mark.skipif(not SHEET.exists(), reason="the fonts are not built (manage.py build_assets)")
def test_every_letter_of_the_titles_has_a_face() -> None:
    covered: set[int] = set()
    for ranges in re.findall(r"unicode-range:([^}]+)", SHEET.read_text()):
        covered |= letters_of(ranges)
    with (settings.BASE_DIR / "fixtures" / "artworks.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    said = {
        sign for row in rows for column, text in row.items() if column.startswith("title@") for sign in text
    }
    invisible = {"\u200b", "\u200c", "\u200d"}  # they join or part letters and have no shape
    assert {sign for sign in said - invisible if ord(sign) not in covered} == set()
