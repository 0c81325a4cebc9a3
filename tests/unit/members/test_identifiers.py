"""Persistent names: check characters, minting, and the ways people write an ARK."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from members.identifiers import ALPHABET, Ark, check_character, is_valid, mint, normalise

names = st.text(ALPHABET, min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("naan", "name"), [("13030", "xf93gt2q"), ("12345", "q15fk5zszx"), ("42409", "kz45m762d")]
)
def test_is_valid_agrees_with_published_arks(naan, name):
    assert is_valid(naan, name)


@pytest.mark.parametrize(
    "name", ["", "2", "xf93gt2r", "XF93GT2Q", "xf93gt2q ", "ark:/13030/xf93gt2q", "xf93gt2Q", "aeiou"]
)
def test_is_valid_refuses(name):
    assert not is_valid("13030", name)


def test_mint_is_repeatable_with_a_seed():
    assert mint("99999", rng=random.Random(2026)) == mint("99999", rng=random.Random(2026))


@given(st.integers(), st.integers(min_value=1, max_value=12))
def test_mint_gives_valid_names_that_begin_with_a_digit(seed, length):
    name = mint("99999", length, random.Random(seed))
    assert len(name) == length + 1
    assert name[0].isdigit()
    assert is_valid("99999", name)


@given(names, st.data())
def test_check_character_finds_one_wrong_sign(name, data):
    whole = name + check_character(f"99999/{name}")
    place = data.draw(st.integers(0, len(whole) - 1))
    sign = data.draw(st.sampled_from(ALPHABET).filter(lambda s: s != whole[place]))
    assert not is_valid("99999", whole[:place] + sign + whole[place + 1 :])


@given(st.text(ALPHABET, min_size=2, max_size=20), st.data())
def test_check_character_finds_two_swapped_neighbours(name, data):
    place = data.draw(st.integers(0, len(name) - 2))
    swapped = name[:place] + name[place + 1] + name[place] + name[place + 2 :]
    check = check_character(f"99999/{name}")
    assert is_valid("99999", swapped + check) == (swapped == name)


@pytest.mark.parametrize(
    "text",
    [
        "ark:/99999/2bcdfgh5",
        "ark:99999/2bcdfgh5",
        " ARK:/99999/2BCD-FGH5 ",
        "ark:/99999/2bcd\u2010fgh5",
        "https://example.org/ark:/99999/2bcdfgh5",
        "https://example.org/ark:99999/2bcdfgh5/?info",
        "99999/2bcdfgh5",
    ],
)
def test_normalise_reads_what_people_write(text):
    assert normalise(text) == Ark("99999", "2bcdfgh5")
    assert str(normalise(text)) == "ark:/99999/2bcdfgh5"


@pytest.mark.parametrize(
    "text", ["", "2bcdfgh5", "ark:/99999/", "ark:/x/2bcdfgh5", "ark:/99999/2bc/deep/er", "ark:/9" * 200]
)
def test_normalise_refuses_what_is_no_ark(text):
    with pytest.raises(ValueError, match="not an ARK"):
        normalise(text)


@given(st.text(max_size=400))
def test_normalise_reads_or_refuses_and_nothing_else(text):
    try:
        assert normalise(text).name
    except ValueError as refusal:
        assert "not an ARK" in str(refusal)
