"""Canonical JSON and the seal over salted leaves."""

from __future__ import annotations

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collection.exports.seal import ERASED, Verdict, canonical_json, check, leaf_hash, leaves, seal

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
scalars = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)
records = st.dictionaries(texts, values, min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ({"b": 1, "a": [True, False, None]}, '{"a":[true,false,null],"b":1}'),
        ({"title": "雲龍紋 “é”\n\x00"}, '{"title":"雲龍紋 “é”\\n\\u0000"}'),
        ({"\U0001f600": 1, "\ufb33": 2}, '{"\U0001f600":1,"\ufb33":2}'),  # RFC 8785: by UTF-16 code units
        ({}, "{}"),
    ],
)
def test_canonical_json_is_rfc_8785(value, written):
    assert canonical_json(value) == written.encode()


@pytest.mark.parametrize("value", [1.5, {"a": {1: 2}}, {1, 2}, b"x", 2**53])
def test_canonical_json_refuses_what_has_no_one_form(value):
    with pytest.raises(TypeError, match="canonical JSON"):
        canonical_json(value)


@given(values)
def test_canonical_json_says_the_same(value):
    assert json.loads(canonical_json(value)) == value


def test_leaves_are_found_with_their_pointers():
    record = {"a/b": {"c~d": 1}, "list": ["x", []], "none": None, "empty": {}}
    assert list(leaves(record)) == [
        ("/a~1b/c~0d", 1),
        ("/list/0", "x"),
        ("/list/1", []),
        ("/none", None),
        ("/empty", {}),
    ]


@given(records)
def test_seal_proves_the_record_it_was_made_of(record):
    sealed = seal(record)
    assert check(record, sealed.salts, sealed.sha256) == Verdict(True, ())


@given(records, st.data())
def test_seal_finds_every_change(record, data):
    sealed = seal(record)
    name = data.draw(st.sampled_from(sorted(record)))
    changed = {
        **record,
        name: data.draw(values.filter(lambda value: canonical_json(value) != canonical_json(record[name]))),
    }
    assert not check(changed, sealed.salts, sealed.sha256).is_intact


def test_seal_finds_what_was_taken_away():
    sealed = seal({"a": "1", "b": "2"})
    assert not check({"a": "1"}, sealed.salts, sealed.sha256).is_intact


def test_seal_says_what_was_erased_and_proves_the_rest():
    record = {"title": "Moon jar", "provenance": [{"party": "A private person", "kind": "gift"}]}
    sealed = seal(record)
    pointer = "/provenance/0/party"
    salts = {**sealed.salts, pointer: ERASED + leaf_hash(pointer, sealed.salts[pointer], "A private person")}
    erased = copy.deepcopy(record)
    erased["provenance"][0]["party"] = None
    assert check(erased, salts, sealed.sha256) == Verdict(True, (pointer,))
    erased["title"] = "Sun jar"
    assert not check(erased, salts, sealed.sha256).is_intact


def test_seal_is_salted():
    record = {"title": "Moon jar"}
    assert seal(record).sha256 != seal(record).sha256
