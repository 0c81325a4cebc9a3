"""The bitmaps that a worker holds: which works stand under which value, and how many of a result do. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pyroaring import BitMap

from collection.search.index.kept import KeptSets
from collection.search.index.orders import Order
from collection.search.index.years import Years

Values = dict[str, BitMap]  # value → works
# Roaring keeps a part of 65,536 numbers as a list up to a sixteenth of it. Two long lists are walked through together,
# from end to end; a short list against bits is looked up. So a result of such shares of all works is counted by the
# works that it has not.
LISTED = (1 / 300, 1 / 16)


class WorkFacts(NamedTuple):
    """What the tables say of one published work."""

    values: set[tuple[str, str]]  # (facet, value)
    earliest: int | None
    latest: int | None


class Counted(NamedTuple):
    """A result; whether it is all works; the works that it has not, where those are counted quicker."""

    works: BitMap
    is_all: bool
    rest: BitMap | None


class Index:
    """All published works under the values of all facets."""

    def __init__(self, facets: Iterable[str]) -> None:
        self.all = BitMap()
        self.facets: dict[str, Values] = {facet: {} for facet in facets}
        self.earliest = Years()
        self.latest = Years()
        self.orders: dict[str, Order] = {}
        self.changed_works = BitMap()  # since the orders were written
        self.word_sets = KeptSets()

    def changed(self, facts: Mapping[int, WorkFacts | None]) -> Index:
        """Another index with these works written anew (None: taken out). This one stays as it is for who reads it."""
        other = Index(())
        other.facets = {facet: dict(values) for facet, values in self.facets.items()}
        gone = BitMap(facts)
        for values in other.facets.values():
            for value, works in values.items():
                if works.intersect(gone):
                    values[value] = works - gone
        other.all = self.all - gone
        other.orders, other.changed_works = self.orders, self.changed_works | gone
        other.word_sets = self.word_sets
        other.earliest, other.latest = self.earliest.copy(), self.latest.copy()
        added: dict[tuple[str, str], list[int]] = {}
        for work, found in facts.items():
            other.earliest.set(work, found.earliest if found else None)
            other.latest.set(work, found.latest if found else None)
            if found is not None:
                other.all.add(work)
                for pair in found.values:
                    added.setdefault(pair, []).append(work)
        for (facet, value), works in added.items():
            other.facets[facet][value] = other.facets[facet].get(value, BitMap()) | BitMap(works)
        return other

    def any_of(self, facet: str, values: Iterable[str]) -> BitMap:
        """The works under one of the values."""
        known = self.facets[facet]
        return BitMap.union(*(known[value] for value in values if value in known), BitMap())

    def all_of(self, facet: str, values: Iterable[str]) -> BitMap:
        """The works under every one of the values."""
        known = self.facets[facet]
        return BitMap.intersection(*(known.get(value, BitMap()) for value in values))

    def in_window(self, first: int | None, last: int | None, *, certain: bool) -> BitMap:
        """Dated works that possibly (ranges overlap) or certainly (lie within) belong to these years."""
        found = self.earliest.dated
        begin, end = (self.earliest, self.latest) if certain else (self.latest, self.earliest)
        if first is not None:
            found = found & begin.at_least(first)
        if last is not None:
            found = found & end.at_most(last)
        return found

    def counted(self, result: BitMap) -> Counted:
        """The result, ready to be counted under any facet."""
        is_list = LISTED[0] * len(self.all) < len(result) < LISTED[1] * len(self.all)
        return Counted(result, len(result) == len(self.all), self.all - result if is_list else None)

    def counts(self, facet: str, counted: Counted) -> dict[str, int]:
        """value → how many works of the result stand under it, without the values that none does."""
        known = self.facets[facet].items()
        result, is_all, rest = counted
        if is_all:
            return {value: len(works) for value, works in known if works}
        if rest is not None:
            found = ((value, len(works) - rest.intersection_cardinality(works)) for value, works in known)
        else:
            found = ((value, result.intersection_cardinality(works)) for value, works in known)
        return {value: count for value, count in found if count}


def narrowed(base: BitMap, parts: Mapping[str, BitMap], *, without: str = "") -> BitMap:
    """The works of `base` that lie in all parts but one."""
    found = base
    for name, works in sorted(parts.items(), key=lambda item: len(item[1])):
        if name != without:
            found = found & works
    return found
