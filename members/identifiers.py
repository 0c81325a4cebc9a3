"""Persistent names: NOID-shaped, with a check character, written as ARKs (STANDARDS: ark:NAAN/name)."""

from __future__ import annotations

import re
import secrets
from typing import NamedTuple, Protocol

ALPHABET = "0123456789bcdfghjkmnpqrstvwxz"  # no vowels, so no words; no l, so no mistaken 1
DIGITS = "0123456789"

_HYPHENS = dict.fromkeys(map(ord, "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212"))
_ARK = re.compile(
    r"(?:.*?\bark:/?)?(?P<naan>[0-9bcdfghjkmnpqrstvwxz]{5,9})/(?P<name>[^/?#\s]+)/?(?:[?#].*)?$", re.DOTALL
)
_MAX_INPUT = 300


class Choosing(Protocol):
    """What `mint` needs of a source of chance: `secrets` or a seeded `random.Random`."""

    def choice(self, seq: str, /) -> str: ...


class Ark(NamedTuple):
    """The two parts of an ARK: who gives names, and the name."""

    naan: str
    name: str

    def __str__(self) -> str:
        return f"ark:/{self.naan}/{self.name}"


def check_character(text: str) -> str:
    """The NCDA check character over `NAAN/name`: the sum of position × value, modulo 29, as a sign.

    Finds every single wrong sign and every swap of two neighbours while the text is shorter than 29.
    """
    total = sum(place * max(ALPHABET.find(sign), 0) for place, sign in enumerate(text, 1))
    return ALPHABET[total % len(ALPHABET)]


def mint(naan: str, length: int = 7, rng: Choosing | None = None) -> str:
    """A new name of `length` signs and its check character; the first is a digit. Not checked for being given."""
    rng = rng or secrets
    blade = rng.choice(DIGITS) + "".join(rng.choice(ALPHABET) for _ in range(length - 1))
    return blade + check_character(f"{naan}/{blade}")


def is_valid(naan: str, name: str) -> bool:
    """True if the last sign of `name` is the check character of what stands before it."""
    if len(name) < 2 or any(sign not in ALPHABET for sign in name):
        return False
    return check_character(f"{naan}/{name[:-1]}") == name[-1]


def normalise(text: str) -> Ark:
    """Read `ark:/99999/2bc-dfgh5`, `ark:99999/2bcdfgh5` or a whole address with one in it.

    Hyphens mean nothing in an ARK and letters are small. Raises ValueError for anything else; says nothing
    of the check character (`is_valid`).
    """
    found = _ARK.match(text.strip().translate(_HYPHENS).lower()) if len(text) <= _MAX_INPUT else None
    if not found:
        raise ValueError(f"“{text[:60]}” is not an ARK: write ark:/99999/2bcdfgh5.")
    return Ark(found["naan"], found["name"])
