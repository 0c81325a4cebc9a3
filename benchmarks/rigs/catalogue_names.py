"""Names of the made-up catalogue: makers, proper names in titles, beginnings of titles, and the words that names have."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from typing import Any

from collection.enums import TermStatus
from collection.models import Agent, SearchWord
from collection.search.starts import MOST_STARTS, starts_of, typed, write_all_names
from collection.search.words.sounds import sound

_FIRST = "ka ta mi ro shi ba do le ne su gha pa zu ye wo chi ra fu ho ga".split()  # noqa: SIM905  a table to read
_THEN = "ra no ki lan mu to sen di ga vel ma rin so ta ku bha ne ro li po".split()  # noqa: SIM905
PROPER_NAMES = 300_000  # that titles have
_PLAIN = re.compile(r"[a-z0-9 ]+")
_MOST_KNOWN = 100_000
_known: dict[tuple[str, str], tuple[str, ...]] = {}


def proper(number: int) -> str:
    """The name of that number, of three syllables or more."""
    found = _FIRST[number % 20]
    number //= 20
    for _more in range(2):
        found += _THEN[number % 20]
        number //= 20
    while number:
        found += _THEN[number % 20]
        number //= 20
    return found


def rare(chance: random.Random, most: int) -> int:
    """A number below `most`, the low ones often, the high ones rarely."""
    return int(most ** chance.random()) - 1


def make_makers(works: int) -> list[tuple[int, str]]:
    """One for twenty works, fifty thousand at most: primary keys and names."""
    count = min(50_000, max(50, works // 20))
    names = [
        f"{proper(2 * n + 7).capitalize()} {proper(97 * n % PROPER_NAMES).capitalize()}" for n in range(count)
    ]
    made = Agent.objects.bulk_create(
        (
            Agent(public_id=f"0a{n}", slug=f"maker-{n}", labels={"en": name}, sort_name=name, term_status=TermStatus.ACCEPTED)
            for n, name in enumerate(names)
        ),
        batch_size=5000,
    )  # fmt: skip
    return [(maker.pk, name) for maker, name in zip(made, names, strict=True)]


def beginnings(title: str, language: str) -> tuple[str, ...]:
    """As `collection.search.starts` writes them; quick for titles in plain letters, which seldom come twice."""
    if _PLAIN.fullmatch(title):
        words = title.split()
        return tuple(dict.fromkeys(" ".join(words[at:]) for at in range(min(len(words), MOST_STARTS))))
    key = (title, language)
    if key not in _known:
        if len(_known) > _MOST_KNOWN:
            _known.clear()
        _known[key] = starts_of(title, language)[:MOST_STARTS]
    return _known[key]


def write_words(words: Iterable[str]) -> None:
    """The words of names, by which misspelt ones are understood; and the beginnings of names."""

    def rows() -> Iterator[Any]:
        for word in words:
            if 3 <= len(word) <= 60 and word.isalpha():
                yield SearchWord(word=word, sound=sound(word))

    SearchWord.objects.bulk_create(rows(), batch_size=5000)
    write_all_names()


def words_of(name: str) -> list[str]:
    return typed(name).split()
