"""Questions as visitors ask them: random, of values and words that the catalogue really has, the same in every run."""

from __future__ import annotations

import json
import random
import urllib.request
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

Pairs = list[tuple[str, str]]
_SORTS = ("newest", "title", "museum", "recent")
# How often visitors ask so, in a hundred: one value, two facets, two values of one, years, words, words and a value.
_KINDS = ("one", "two", "either", "years", "words", "both")
_OFTEN = (40, 20, 10, 10, 12, 8)


def asked(address: str) -> dict[str, Any]:
    """What the site says in JSON, as its proxy would ask it."""
    request = urllib.request.Request(address, headers={"X-Forwarded-Proto": "https"})  # noqa: S310  our own
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
        found: dict[str, Any] = json.load(answer)
    return found


class Questions:
    """Draws addresses of the browse page."""

    def __init__(self, server: str, seed: int = 4) -> None:
        self._dice = random.Random(seed)  # noqa: S311  not a secret
        self.first = asked(f"{server}/artworks.json")
        self._facets = {
            name: [v["value"] for v in values] for name, values in self.first["facets"].items() if values
        }
        self._weights = {
            name: [v["count"] for v in values] for name, values in self.first["facets"].items() if values
        }
        pages = [
            asked(f"{server}/artworks.json?page={n}") for n in range(1, min(self.first["pages"], 12) + 1)
        ]
        titles = [
            title for page in pages for result in page["results"] for title in result["titles"].values()
        ]
        self._words = sorted(
            {word for title in titles for word in title.split() if len(word) > 3 and word.isalnum()}
        )

    def paths(self, count: int) -> list[str]:
        """Different addresses, English three times of four."""
        found: dict[str, None] = {}
        for path in self._drawn():
            found[path] = None
            if len(found) == count:
                return list(found)
        return list(found)

    def _drawn(self) -> Iterator[str]:
        while True:
            pairs = self._pairs(self._dice.choices(_KINDS, _OFTEN)[0])
            if self._dice.random() < 0.2:
                pairs.append(("sort", self._dice.choice(_SORTS)))
            if self._dice.random() < 0.1:
                pairs.append(("view", "list"))
            yield f"{'/fr' if self._dice.random() < 0.25 else ''}/artworks/?{urlencode(pairs)}"

    def _pairs(self, kind: str) -> Pairs:
        if kind == "years":
            first = self._dice.randrange(-500, 1800, 10)
            return [("date_from", str(first)), ("date_to", str(first + self._dice.choice((50, 100, 300))))]
        if kind == "words":
            return [("q", " ".join(self._dice.sample(self._words, self._dice.choice((1, 1, 2)))))]
        names = self._dice.sample(sorted(self._facets), 2 if kind == "two" else 1)
        pairs = [
            (name, value) for name in names for value in self._values(name, 2 if kind == "either" else 1)
        ]
        return [*pairs, ("q", self._dice.choice(self._words))] if kind == "both" else pairs

    def _values(self, name: str, count: int) -> list[str]:
        """Values of a facet, those of many works more often."""
        return sorted(set(self._dice.choices(self._facets[name], self._weights[name], k=count)))
