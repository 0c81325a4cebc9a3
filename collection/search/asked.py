"""What was typed as sets of works: which works have all of it, and in which order, however many they are.

Words that ten thousand works have cannot be ranked one by one. They are ranked by where and how they have the words
(the tiers below); within a tier, few are ranked by PostgreSQL, and of many those with a photograph come first.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from pyroaring import BitMap

from collection.models import Artwork
from collection.search.asking import Clause, clauses_of, whole_of, words_asked
from collection.search.index.memory import Index
from collection.search.index.word_sets import ALL, FACTS, NAMES, Key, WordSets
from collection.search.ranking import with_relevance
from collection.search.stems import stems_asked

RANKED = 300  # works whose documents are read to rank them


class Asked:
    """The works that have the words, by the index as a worker holds it."""

    def __init__(self, words: str, index: Index) -> None:
        self._words, self._index = words, index
        self._sets = WordSets(index.word_sets, index.changed_works)
        stems = stems_asked(words_asked(words))
        self._loose = clauses_of(words, stems=stems)
        self._exact = clauses_of(words, prefix=False, stems=stems)

    @cached_property
    def works(self) -> BitMap:
        """The works with all words and without those that are left out: what the tsquery finds."""
        found: BitMap | None = None
        self._sets.read((ALL, clause.query) for clause in self._loose)
        # A long word is rare: where few works have it, the other words are looked for in those.
        for clause in sorted(self._loose, key=lambda each: (each.is_excluded, -len(each.query))):
            having = self._sets.works((ALL, clause.query), found)
            if clause.is_excluded:
                found = found - having if found else found
            else:
                found = having if found is None else found & having
        return found or BitMap()

    def page(self, result: BitMap, first: int, count: int) -> list[int]:
        """Of a result, all of which has the words, the works from place `first` on, the best first."""
        found: list[int] = []
        before = 0
        for tier in self._tiers(result):
            if before + len(tier) > first:
                start = max(0, first - before)
                keys = self._sorted(tier)
                found += keys[start : start + count - len(found)]
            before += len(tier)
            if len(found) == count:
                break
        return found

    def _tiers(self, result: BitMap) -> Iterator[BitMap]:
        """The result in disjoint parts, the best first; those that are not asked for are not made."""
        if len(result) <= RANKED:
            yield result
            return
        photographed = self._index.facets["photograph"].get("1", BitMap())
        rest = result
        ways = self._ways()
        self._sets.read(key for way in ways for key in way)
        for way in ways:
            tier = rest
            for key in way:
                if tier:
                    tier = tier & self._sets.works(key, tier)
            rest = rest - tier
            yield from _few_or_shown_first(tier, photographed)
        yield from _few_or_shown_first(rest, photographed)

    def _ways(self) -> list[list[Key]]:
        """A name that is just what was typed; the words in names; a fact that is just that; the words among the facts;
        words of names that begin so."""
        whole = whole_of(self._words)
        name, fact = ([[(part, whole)]] if whole else [] for part in (NAMES, FACTS))
        return [
            *name,
            _in(NAMES, self._exact),
            *fact,
            _in(FACTS, self._exact),
            _in(NAMES, self._loose),
        ]

    def _sorted(self, tier: BitMap) -> BitMap | list[int]:
        if len(tier) > RANKED:
            return tier
        works = with_relevance(Artwork.objects.filter(pk__in=list(tier)), self._words)
        return list(works.order_by("-relevance", "public_id").values_list("pk", flat=True))


def _in(part: str, clauses: list[Clause]) -> list[Key]:
    return [(part, clause.query) for clause in clauses if not clause.is_excluded]


def _few_or_shown_first(tier: BitMap, photographed: BitMap) -> list[BitMap]:
    return [tier] if len(tier) <= RANKED else [tier & photographed, tier - photographed]
