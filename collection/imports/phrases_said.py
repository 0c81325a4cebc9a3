"""Museums' words taken apart for the vocabulary: case, plurals, marks, brackets and commas do not matter. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

_GAPS = re.compile(r"[\s\u2010-\u2015_\-/]+")
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_INSIDE = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_CHUNKS = re.compile(r"[;|\n]")
_FINER = re.compile(r"[;|\n,:]| and | & | with ")
_AFTER_HEAD = re.compile(
    r" (?:with|mounted|of|in|for|from|on|depicting|showing|made|by|one of|used|after|and) .*| \d.*"
)
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_LONGEST = 4  # words of one name
_DOUBT = re.compile(r"\(\?\)|\?")


def bare(words: str) -> str:
    """The words without what stands in brackets and without signs of doubt."""
    return _BRACKETS.sub(" ", _DOUBT.sub("", words)).strip(" .,:;")


@lru_cache(maxsize=65536)
def plain(words: str) -> str:
    """A name for comparing: lower case, without marks over letters, brackets and doubled gaps."""
    letters = unicodedata.normalize("NFKD", bare(words).casefold().replace("’", "'"))
    kept = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return _GAPS.sub(" ", kept).strip(" .,:;\"'“”")


@lru_cache(maxsize=65536)
def singular(word: str) -> str:
    """“boxes” → “box”, “bodies” → “body”, “scrolls” → “scroll”; “glass” and “lotus” stay."""
    if len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("ves"):
        return word[:-3] + "f"
    if word.endswith(("xes", "ches", "shes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word


def singular_of(words: str) -> str:
    """The same with its last word in the singular."""
    head, gap, last = words.rpartition(" ")
    return f"{head}{gap}{singular(last)}"


class Names:
    """The names of a vocabulary, by their plain forms."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names: dict[str, str] = {}
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        key = plain(name)
        self._names.setdefault(key, name)
        self._names.setdefault(singular_of(key), name)

    def mean(self, words: str, name: str) -> None:
        """Let words stand for a name, before anything that they would be otherwise; for an empty one they mean
        nothing, so that no part of them is read (the lead of a lead glaze)."""
        self._names[plain(words)] = name
        self._names[singular_of(plain(words))] = name

    def means_nothing(self, words: str) -> bool:
        return self._names.get(words, self._names.get(singular_of(words))) == ""

    def find(self, words: str) -> str:
        """The name as the vocabulary has it, or an empty text. `words` are plain."""
        return self._names.get(words) or self._names.get(singular_of(words), "")


def chunks(words: str, *, commas: bool = False) -> Iterator[str]:
    """The things that a field lists: parted by semicolons, bars and lines, and by commas where that is meant."""
    for part in (_FINER if commas else _CHUNKS).split(words):
        if part.strip():
            yield part.strip()


def as_type(words: str, names: Names) -> str:
    """The object type that words stand for, the most exact first; an empty text if none is known.

    “Print (ukiyo-e / fūkei-ga)” is a print, “Robe, Priest's” a priest's robe, “covered tea jar” a jar.
    """
    for candidate in _types(words):
        if found := names.find(candidate):
            return found
    return ""


def _types(words: str) -> Iterator[str]:
    whole = plain(words)
    yield whole
    first, comma, rest = whole.partition(",")
    if comma:
        yield f"{rest.split(',')[0].strip()} {first}".strip()
        yield first
    yield from (plain(inside) for inside in _INSIDE.findall(words))
    head = _AFTER_HEAD.sub("", first).strip()
    parts = head.split(" ")
    yield from (" ".join(parts[start:]) for start in range(len(parts)))


def scanned(words: str, names: Names) -> list[str]:
    """Every name that stands in the words, longest first where two begin at the same word."""
    said = _WORD.findall(plain(words) + " " + " ".join(plain(part) for part in _INSIDE.findall(words)))
    found, start = [], 0
    while start < len(said):
        for length in range(min(_LONGEST, len(said) - start), 0, -1):
            here = " ".join(said[start : start + length])
            name = names.find(here)
            if name or names.means_nothing(here):
                found += [name] if name else []
                start += length
                break
        else:
            start += 1
    return list(dict.fromkeys(found))
