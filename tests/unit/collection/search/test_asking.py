"""What was typed becomes a question to the index."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from collection.search.asking import parts_of, query_of, words_asked
from collection.search.words import quoted


def test_query_joins_words_and_takes_their_beginnings() -> None:
    assert query_of("blue vase") == "('blue':*) & ('vase':*)"
    assert query_of('"blue vase" -iron') == "('blue' <-> 'vase') & !('iron':*)"
    assert query_of("青花瓷") == "('青花' <-> '花瓷')"
    assert query_of("瓷") == "('瓷':*)"
    assert query_of('"青花 vase"') == "('青花' <2> 'vase')"
    assert query_of("Tōdai-ji") == "(('todai':* & 'ji':*) | 'todaiji':*)"
    assert query_of("-iron") == query_of("?!") == query_of("") == ""


def test_query_asks_for_every_form_in_which_a_word_is_stored() -> None:
    assert query_of("toudaiji") == "(('toudaiji':* | 'todaiji'))"
    assert query_of("qing1ming2") == "(('qing1ming2':* | 'qingming':*))"
    assert query_of("Duerer") == "(('duerer':* | 'durer'))"
    assert query_of("ほくさい") == "((('ほく' <-> 'くさ' <-> 'さい') | 'hokusai':*))"
    assert query_of("고려") == "(('고려' | 'goryeo':*))"
    assert query_of("Хокусай") == "(('хокусай':* | 'khokusai' | 'khokusay' | 'hokusai' | 'hokusay'))"
    assert query_of("vases", stems={"vases": ["vas", "vase"]}) == "(('vases':* | 'vas' | 'vase'))"
    assert query_of("vases", prefix=False) == "('vases')"


def test_words_that_say_nothing_are_left_out_beside_others() -> None:
    assert [part.text for part in parts_of("the throne of the tsar")] == ["throne", "tsar"]
    assert [part.text for part in parts_of("the")] == ["the"]
    assert [part.text for part in parts_of("of -iron")] == ["of", "-iron"[1:]]
    assert [part.text for part in parts_of('"throne of"')] == ["throne of"]


def test_words_asked_are_those_in_letters() -> None:
    assert words_asked("Blue 青花 vase BLUE -iron") == ["blue", "vase", "iron"]


def test_lexemes_are_written_as_postgresql_writes_them() -> None:
    assert quoted("o'k\\") == "'o''k\\\\'"


@given(st.text(max_size=200))
def test_no_words_break_the_question(text: str) -> None:
    query_of(text)
    query_of(text, prefix=False)
