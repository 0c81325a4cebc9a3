"""Language maps: checked, chosen from, and written one line a language."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from members.forms import LanguageMapFormField, lines_of, map_of
from members.languages import (
    best_language,
    check_language_map,
    direction,
    in_order,
    is_language_tag,
    text_in,
)


@pytest.mark.parametrize(
    "tag", ["en", "ja", "zh-Hant", "pt-BR", "mn-Mong", "und", "prs", "lzh", "sr-Latn-RS", "ja-Latn-hepburn"]
)
def test_language_tag_of_bcp_47_is_one(tag: str) -> None:
    assert is_language_tag(tag)


@pytest.mark.parametrize("tag", ["", "e", "english!", "zh_Hant", "EN", "zh-hant-", "en us", "<b>", "x" * 40])
def test_language_tag_of_anything_else_is_none(tag: str) -> None:
    assert not is_language_tag(tag)


@pytest.mark.parametrize("value", [{"xx_": "a"}, {"en": "  "}, {"en": 3}, ["en"], "en: text"])
def test_language_map_that_is_none_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        check_language_map(value)


@pytest.mark.parametrize(
    ("tag", "side"),
    [("ar", "rtl"), ("fa", "rtl"), ("ur", "rtl"), ("az-Arab", "rtl"), ("ar-Latn", "ltr"), ("ja", "ltr")],
)
def test_direction_comes_from_script_then_language(tag: str, side: str) -> None:
    assert direction(tag) == side


def test_text_shown_is_the_readers_then_english_then_any() -> None:
    moon = {"ko": "달항아리", "en": "Moon jar", "fr": "Jarre-lune"}
    assert text_in(moon, "fr") == "Jarre-lune"
    assert text_in(moon, "fr-CA") == "Jarre-lune"
    assert text_in(moon, "de") == "Moon jar"
    assert best_language({"ko": "달항아리", "zh-Hant": "月亮罐"}, "zh-Hans") == "zh-Hant"
    assert text_in({"ko": "달항아리"}, "de") == "달항아리"
    assert text_in({}, "en") == ""


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs")), min_size=1, max_size=20
)


@given(
    st.dictionaries(
        st.sampled_from(["en", "fr", "ja", "zh-Hant", "ar"]), st.lists(TEXTS, min_size=1).map("\n".join)
    )
)
def test_lines_of_a_language_map_are_read_back_as_they_were(value: dict[str, str]) -> None:
    assert map_of(lines_of(value)) == value


@pytest.mark.parametrize("lines", ["Moon jar", "en: a\nen: b", "no tag here: x", "en:"])
def test_lines_without_a_language_are_refused_with_a_sentence(lines: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        LanguageMapFormField(required=False).clean(lines)
    assert str(refusal.value.messages[0])[-1] in ".”"


def test_all_names_begin_with_the_readers_and_none_is_said_twice() -> None:
    names = {"de": "Dom Museum Wien", "en": "Dom Museum Wien", "ja": "ウィーン大聖堂博物館"}
    assert in_order(names, "en") == [("en", "Dom Museum Wien"), ("ja", "ウィーン大聖堂博物館")]
    assert in_order({"de": "Staatliche", "en": "State"}, "fr") == [("en", "State"), ("de", "Staatliche")]
    assert in_order({}, "en") == []
