"""Words in every script, folded and cut the same way for what is stored and what is asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collection.search.document import quoted, vector
from collection.search.query import query_of
from collection.search.words import fold, lexemes, romanised


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đông Sơn", "dong son"),
        ("Tōdai-ji", "todai-ji"),
        ("GRÖẞE", "grosse"),
        ("Ærø, Łódź", "aero, lodz"),
        ("Ἀφροδίτη", "αφροδιτη"),
        ("كِتَاب", "كتاب"),
        ("हिन्दी", "हिन्दी"),
        ("ＡＢＣ", "abc"),
        ("ガラス", "ガラス"),
    ],
)
def test_fold_leaves_out_what_readers_leave_out(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tōdai-ji", ["todai", "ji", "todaiji"]),
        ("青花瓷", ["青花", "花瓷", "瓷"]),
        ("北斎 Hokusai", ["北斎", "斎", "hokusai"]),
        ("고려청자", ["고려", "려청", "청자", "자"]),
        ("1903,0408,0.1", ["1903", "0408", "0", "1"]),
        ("हिन्दी", ["हिन्दी"]),
        ("", []),
        ("… — !", []),
    ],
)
def test_lexemes_of_words_and_of_scripts_without_spaces(text: str, found: list[str]) -> None:
    assert lexemes(text) == found


def test_other_alphabets_are_found_in_latin_letters() -> None:
    assert romanised("Хокусай") == ["khokusai"]
    assert romanised("北斎") == []


def test_query_joins_words_and_takes_their_beginnings() -> None:
    assert query_of("blue vase") == "('blue':*) & ('vase':*)"
    assert query_of('"blue vase" -iron') == "('blue' <-> 'vase') & !('iron':*)"
    assert query_of("青花瓷") == "('青花' <-> '花瓷')"
    assert query_of("瓷") == "('瓷':*)"
    assert query_of("Tōdai-ji") == "(('todai':* & 'ji':*) | 'todaiji':*)"
    assert query_of("-iron") == query_of("?!") == query_of("") == ""


def test_vector_writes_weights_and_parts_texts() -> None:
    assert vector({"A": ["blue vase"], "B": ["vase"]}) == "'blue':1A 'vase':2A,6B"
    assert quoted("o'k\\") == "'o''k\\\\'"


@given(st.text(max_size=200))
def test_no_text_breaks_the_words(text: str) -> None:
    assert all(word and not word.isspace() and len(word) <= 60 for word in lexemes(text))
    query_of(text)
