"""Two hundred questions to a catalogue: none to three facets, with words or without, with years or without. Seeded."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import QueryDict

from benchmarks.rigs.catalogue_names import PROPER_NAMES, proper, rare
from benchmarks.rigs.catalogue_words import KINDS, TITLE_WORDS
from collection.filters import ArtworkFilterSet
from collection.search.index.memory import Index

COUNT = 200
FACETS = (
    "country",
    "type",
    "material",
    "technique",
    "culture",
    "epoch",
    "museum",
    "century",
    "reuse",
    "influence_kind",
)


@dataclass(frozen=True)
class Question:
    """Words, chosen values by facet (of one facet: any of them), and the years that a work may be of."""

    words: str = ""
    chosen: dict[str, list[str]] = field(default_factory=dict)
    first: int | None = None
    last: int | None = None

    def __hash__(self) -> int:
        return hash(self.query)

    @property
    def query(self) -> str:
        """The query string of our browse page."""
        parts: list[tuple[str, str]] = [("q", self.words)] if self.words else []
        parts += [(name, value) for name, values in self.chosen.items() for value in values]
        years = (("date_from", self.first), ("date_to", self.last))
        return urlencode([*parts, *((name, str(year)) for name, year in years if year is not None)])

    def asked(self) -> ArtworkFilterSet:
        """The question as the page binds it; words are taken as they stand."""
        browse = ArtworkFilterSet(QueryDict(self.query + ("&verbatim=1" if self.words else "")))
        if not browse.is_valid():
            raise ValueError(browse.form.errors)
        return browse


def questions(index: Index, *, seed: int = 4) -> list[Question]:
    """The same for the same catalogue. Values are chosen as often as works stand under them."""
    chance = random.Random(seed)  # noqa: S311
    values = {
        name: {value: len(works) for value, works in sorted(index.facets[name].items())} for name in FACETS
    }
    return [_question(number, chance, values) for number in range(COUNT)]


def _question(number: int, chance: random.Random, values: dict[str, dict[str, int]]) -> Question:
    chosen = {}
    for name in chance.sample(FACETS, number % 4):
        of = values[name]
        several = 1 if chance.random() < 0.7 else 2
        if of:
            chosen[name] = list(dict.fromkeys(chance.choices(list(of), weights=list(of.values()), k=several)))
    words = _words(chance) if number // 4 % 2 else ""
    has_years = number % 3 == 0 or (number > 0 and not chosen and not words)  # of all works it is asked once
    first, last = _years(chance) if has_years else (None, None)
    return Question(words, chosen, first, last)


def _years(chance: random.Random) -> tuple[int | None, int | None]:
    """A span, or all before, or all after."""
    first = chance.randint(-2000, 1950)
    return chance.choice([(first, first + chance.choice([10, 50, 100, 400])), (first, None), (None, first)])


def _words(chance: random.Random) -> str:
    """One word or two, mostly English; a proper name now and then; another script now and then."""
    kind = chance.random()
    if kind < 0.15:
        return proper(rare(chance, PROPER_NAMES))
    if kind < 0.35:
        return chance.choice(TITLE_WORDS[chance.choice(KINDS)])
    return " ".join(chance.sample(TITLE_WORDS["en"], 1 if chance.random() < 0.6 else 2))


def beginnings(*, seed: int = 5) -> list[str]:
    """What somebody has typed so far: two letters or more of words, names and terms."""
    chance = random.Random(seed)  # noqa: S311
    found = []
    for number in range(COUNT):
        words = (
            _words(chance)
            if number % 3
            else chance.choice(["Museum 12", "Culture 4", "Epoch 33", "China", "France", "日本"])
        )
        found.append(words[: chance.randint(2, 10)])
    return found
