"""What words mean in dates: a file for each language, and one index over all of them."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from collection.dates.tables.reigns import reigns

# English first: what a word means that several languages have, and none of them is spoken elsewhere in the text.
LANGUAGES = ("en", "fr", "de", "nl", "it", "es", "east_asia", "other")
_HERE = Path(__file__).parent
_WORD = re.compile(r"[^\W_]+|[-?≈±～〜＋]", re.UNICODE)

# A script without spaces between words: phrases are looked for letter by letter.
UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af々〇～〜"
_UNSPACED = re.compile(rf"[{UNSPACED}]")


@dataclass(slots=True)
class Phrase:
    """What some words in a row mean, in each language that has them."""

    words: tuple[str, ...]
    meanings: dict[str, tuple[str, Any]] = field(default_factory=dict)

    def meaning(self, language: str) -> tuple[str, Any]:
        """Kind and value, in that language if it has them."""
        return self.meanings.get(language) or next(iter(self.meanings.values()))


@lru_cache(maxsize=8192)
def folded(word: str) -> str:
    """A word without capitals, accents and apostrophes; accents of other scripts than ours stay."""
    word = word.casefold()
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFD", word) if not "\u0300" <= c <= "\u036f")
        word = unicodedata.normalize("NFC", word).replace("đ", "d").replace("ı", "i").replace("ł", "l")
    return re.sub("['\u2019\u02bb\u02bc`]", "", word)


def words_of(phrase: str) -> tuple[str, ...]:
    """The words of a phrase of the files, folded; signs of a script without spaces each by itself."""
    found = _WORD.findall(folded(phrase))
    return tuple(sign for word in found for sign in (word if _UNSPACED.search(word) else (word,)))


@cache
def index() -> dict[str, list[Phrase]]:
    """All phrases by their first word, the longest first."""
    phrases: dict[tuple[str, ...], Phrase] = {}
    for language, text, kind, value in _entries():
        words = words_of(text)
        if words:
            phrases.setdefault(words, Phrase(words)).meanings.setdefault(language, (kind, value))
    for place, names in enumerate(_cycle()):
        for text in names:
            phrases.setdefault(words_of(text), Phrase(words_of(text), {"cycle": ("sexagenary", place)}))
    for name, found in reigns().items():
        words = words_of(name)
        phrase = phrases.setdefault(words, Phrase(words))
        if not phrase.meanings:
            phrase.meanings["reign"] = ("reign", found)
    by_first: dict[str, list[Phrase]] = {}
    for phrase in sorted(phrases.values(), key=lambda phrase: -len(phrase.words)):
        by_first.setdefault(phrase.words[0], []).append(phrase)
    return by_first


def _cycle() -> list[tuple[str, str, str]]:
    """The sixty names of years: 甲子, jiazi, jia zi."""
    stems = list(
        zip(
            "甲乙丙丁戊己庚辛壬癸",
            ["jia", "yi", "bing", "ding", "wu", "ji", "geng", "xin", "ren", "gui"],
            strict=True,
        )
    )
    animals = ["zi", "chou", "yin", "mao", "chen", "si", "wu", "wei", "shen", "you", "xu", "hai"]
    branches = list(zip("子丑寅卯辰巳午未申酉戌亥", animals, strict=True))
    pairs = [(stems[place % 10], branches[place % 12]) for place in range(60)]
    return [(a + b, x + y, f"{x} {y}") for (a, x), (b, y) in pairs]


def _entries() -> Iterator[tuple[str, str, str, Any]]:
    for language in LANGUAGES:
        table = tomllib.loads((_HERE / f"{language}.toml").read_text(encoding="utf-8"))
        for kind, phrases in table["words"].items():
            yield from ((language, text, kind, kind) for text in _listed(phrases))
        for kind in ("parts", "ordinals", "fractions", "months", "seasons"):
            for name, phrases in table.get(kind, {}).items():
                value = int(name) if name.lstrip("-").isdigit() else name
                yield from ((language, text, kind[:-1], value) for text in _listed(phrases))
    for name, calendar in calendars().items():
        yield from (("calendar", text, "calendar", name) for text in _listed(calendar["names"]))


@cache
def calendars() -> dict[str, dict[str, Any]]:
    """Names and offsets of other calendars."""
    return tomllib.loads((_HERE.parent / "calendars.toml").read_text(encoding="utf-8"))


def _listed(phrases: str) -> list[str]:
    return [text.strip() for text in phrases.split(",") if text.strip()]
