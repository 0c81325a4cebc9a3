"""Whether words name a place: a list of towns and old countries (places.txt) and CLDR's countries of today."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from babel import Locale

_LIST = Path(__file__).with_name("places.txt")
_WIDER = 5  # first lines of places.txt: states, their short forms, old countries, counties
_NOT_PLACE = re.compile(
    r"\b(?:Inc|Co|Company|Corp|Corporation|Ltd|LLC|LLP|Jr|Sr|II|III|IV|Collection|Gallery|Galleries|Galerie|Museum|Musée"
    r"|Foundation|Fund|Estate|Family|Sale|Auction|Society|Association|Institute|University|College|Library|Mr|Mrs|Ms"
    r"|Miss|Dr|Sir|Lady|Lord|Professor|Rev|Esq|Fine|Arts?|Antiques|Antiquities|Books|Shop|Bros|Brothers|Sons|Trust"
    r"|Bank|Club|School|Academy|Committee|Department|Dept|Studio|Ph\.?D|M\.?D|Art|private collection|collector|dealer"
    r"|artist|inv|no|cat|acc|lot)\b|&|\d{3,}|[\"“”]",
    re.IGNORECASE,
)
_TOWN = re.compile(
    r"(?:[^\W\d_a-zß-öø-ÿ][\w.'’ʿʾ-]*|d[aeiou]s?|l[ae]s?|of|the|upon|on|sur|am|an der|bei|and|near|in|à|en|St\.)(?:[ -]|\Z)"
)


@lru_cache(maxsize=1)
def _names() -> tuple[frozenset[str], frozenset[str]]:
    """Wider areas (states, countries), and all names."""
    lines = [line for line in _LIST.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    listed = [[_folded(name) for name in line.split("|")] for line in lines]
    countries = {_folded(str(name)) for code, name in Locale("en").territories.items() if not code.isdigit()}
    wider = {name for line in listed[:_WIDER] for name in line} | countries
    return frozenset(wider), frozenset(wider | {name for line in listed for name in line})


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFD", name.strip().rstrip("?").strip())
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold().replace("’", "'")


def is_known(name: str) -> bool:
    """In the list, or two of the list joined: “Paris and New York”, “Pittsburgh PA”."""
    folded = _folded(name)
    known = _names()[1]
    if folded in known:
        return True
    joined = re.split(r" and | & | or |/", folded, maxsplit=1)
    if len(joined) == 2:
        return all(is_known(part) for part in joined)
    head, _space, tail = folded.rpartition(" ")
    return bool(head) and head in known and tail in _names()[0]


def is_wide(name: str) -> bool:
    """A state or a country: a town may stand before it."""
    folded = _folded(name)
    return folded in _names()[0] or any(part in _names()[0] for part in folded.split(" and "))


def may_be(name: str) -> bool:
    """Words that could name a place: capitals, few, and none that only names of firms and people have."""
    name = name.strip()
    if not name or len(name) > 40 or _NOT_PLACE.search(name):
        return False
    return all(_TOWN.match(word) for word in name.rstrip("?").split(" ") if word) and name[0].isupper()
