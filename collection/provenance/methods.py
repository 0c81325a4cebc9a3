"""The ways a work passes on, and the words texts have for each (data: methods.tsv, after the CMOA ontology)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

_TABLE = Path(__file__).with_name("methods.tsv")
_FROM = {
    "gift of": "gift",
    "gift from": "gift",
    "gifts of": "gift",
    "donated by": "gift",
    "donation of": "gift",
    "given by": "gift",
    "presented by": "gift",
    "partial gift of": "gift",
    "anonymous gift of": "gift",
    "bequest of": "bequest",
    "bequest from": "bequest",
    "bequeathed by": "bequest",
    "purchased from": "purchase",
    "purchase from": "purchase",
    "bought from": "purchase",
    "sold by": "purchase",
    "sold from": "purchase",
    "by exchange from": "exchange",
    "by purchase from": "purchase",
    "by gift from": "gift",
    "by gift of": "gift",
    "by bequest from": "bequest",
    "by bequest of": "bequest",
    "by descent from": "inheritance",
    "by inheritance from": "inheritance",
    "inherited from": "inheritance",
    "by exchange with": "exchange",
    "transfer from": "transfer",
    "by transfer from": "transfer",
    "transferred from": "transfer",
    "lent by": "loan",
    "on loan from": "loan",
    "loan from": "loan",
    "acquired from": "unknown",
    "acquired directly from": "unknown",
    "purchased directly from": "purchase",
    "returned by": "return",
    "confiscated from": "seizure",
    "seized from": "seizure",
    "looted from": "looting",
    "stolen from": "theft",
    "commissioned from": "commission",
    "commissioned directly from": "commission",
    "from": "unknown",
}
_FOUND = {
    "found": "find",
    "discovered": "find",
    "excavated": "excavation",
    "unearthed": "excavation",
    "illegally excavated": "illegal-find",
    "collected": "field-collection",
    "made": "creation",
    "looted": "looting",
}
_AT = re.compile(
    rf"(?i:({'|'.join(sorted(_FOUND, key=len, reverse=True))}) (?:in|at|near) (?:the )?)(?=[^\W\d_a-z])"
)
_WHOSE = r"(?:(?:his|her|their|its|thence|then|and|probably|the|a) )?"


@lru_cache(maxsize=1)
def _rows() -> list[dict[str, str]]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def _before_pairs() -> Iterator[tuple[str, str]]:
    for row in _rows():
        for words in (row["word"], *(row["before"] or "").split("|")):
            if words:
                yield words, row["kind"]


@lru_cache(maxsize=1)
def _before() -> dict[str, str]:
    return dict(_before_pairs())


def _after() -> Iterator[tuple[str, str]]:
    for row in _rows():
        for words in (row["after"] or "").split("|"):
            if words:
                yield words, row["kind"]


def _any_of(words: dict[str, str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)


@lru_cache(maxsize=1)
def preferred() -> dict[str, str]:
    """Kind → the words the standard prefers before a name: “purchased by”."""
    return {row["kind"]: row["word"] for row in _rows()}


@lru_cache(maxsize=1)
def alone() -> dict[str, str]:
    """Kind → words that stand without a name: “by purchase”."""
    return {row["kind"]: (row["after"] or "").split("|")[0] for row in _rows()}


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    ahead = rf"{_WHOSE}({_any_of(_before())})(?=[\s,])[\s,]*"
    source = rf"{_WHOSE}({_any_of(_FROM)})\s+"
    behind = rf"({_any_of(dict(_after()))}|by [a-z]{{4,12}})(?!\w)"
    return re.compile(ahead, re.I), re.compile(source, re.I), re.compile(behind, re.I)


def to_words(text: str) -> tuple[str, int] | None:
    """“purchased by …” at the beginning: the kind, and where the name begins."""
    match = _patterns()[0].match(text)
    return (_before()[_key(match[1])], match.end()) if match else None


def from_words(text: str) -> tuple[str, int] | None:
    """“Gift of …” at the beginning: the kind, and where the name of the giver begins."""
    match = _patterns()[1].match(text)
    return (_FROM[_key(match[1])], match.end()) if match else None


def at_words(text: str) -> tuple[str, int] | None:
    """“Found in …” at the beginning: the kind, and where the name of the place begins."""
    match = _AT.match(text)
    return (_FOUND[match[1].lower()], match.end()) if match else None


def place_words(kind: str) -> str:
    """“found in” for a find; an empty text for kinds that are not of a place."""
    return next((f"{word} in" for word, found in _FOUND.items() if found == kind), "")


def by_words(text: str) -> tuple[str, int] | None:
    """“by purchase” at the beginning: the kind, and where the words end; misspelt ones by their letters."""
    match = _patterns()[2].match(text)
    if not match:
        return None
    words = _key(match[1])
    kind = _afters().get(words) or _by_letters().get("".join(sorted(words)))
    return (kind, match.end()) if kind else None


def source_words() -> dict[str, str]:
    """Kind → words before a giver when nobody is named as receiver: “gift of”."""
    found: dict[str, str] = {}
    for words, kind in _FROM.items():
        if kind not in found and words != "from":
            found[kind] = words
    return found | {"unknown": "acquired from"}


@lru_cache(maxsize=1)
def _afters() -> dict[str, str]:
    return dict(_after())


@lru_cache(maxsize=1)
def _by_letters() -> dict[str, str]:
    """Sorted letters of “by bequest” → the kind, for letters that changed places."""
    return {"".join(sorted(words)): kind for words, kind in _after() if words.startswith("by ")}


def _key(words: str) -> str:
    return re.sub(r"\s+", " ", words.lower())
