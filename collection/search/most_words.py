"""Works that have most of the words typed, where hardly any has them all: the more of the rare words, the better.

Words are sets of works. Every choice of words is a way to answer, worth the sum of their weights; the ways are tried from
the best down until they are worth too little, so that the cost is bounded by the number of words, not of works.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, reduce
from itertools import combinations
from math import log
from operator import and_
from typing import NamedTuple

from django.db.models import Case, F, FloatField, Value, When
from django.db.models.functions import Coalesce
from pyroaring import BitMap

from collection.models import Artwork
from collection.models.artwork_queries import ArtworkQuerySet
from collection.search.asking import Part, clause_of, parts_of, words_asked
from collection.search.glossary import english
from collection.search.index.memory import Index
from collection.search.index.word_sets import ALL, WordSets, documents_with
from collection.search.ranking import Answers, AsQuery, Rank
from collection.search.stems import said_with_others, stems_asked
from collection.search.words import is_gram

MOST = 8  # words that are weighed, the rarest: at most 255 ways
SHARE = 0.4  # of the weight of all words, which the words of a work must exceed
STRICT_SHARE = 0.6  # beside works that have them all
EVERY = 0.999  # all of them
FEWEST = 3  # words of which works beside those may lack one
RANKED = 300  # works whose documents are read to rank them
_HEAVIER = 10  # a word weighs more than where it stands
_OF_A_SIGN = 0.3  # what a Chinese sign by itself is worth of a word
With = Callable[[str], BitMap]  # the works that answer the text of a tsquery


class Word(NamedTuple):
    """A word typed, as a clause; the works that have it; what it is worth."""

    text: str
    query: str
    works: BitMap
    weight: float


class MostWords:
    """The works that have most of the words; phrases hold and exclusions too."""

    def __init__(self, words: str, index: Index | None, *, share: float = SHARE) -> None:
        self._share = share
        self._with = _kept_by(index)
        parts = parts_of(words)
        self._stems = stems_asked(words_asked(words))
        self._must = [part for part in parts if part.is_phrase and not part.is_excluded]
        self._not = [part for part in parts if part.is_excluded]
        telling = said_with_others([part.text for part in parts if part not in self._must + self._not])
        self._all = len(index.all) if index else Artwork.objects.published().count()
        self._words = [self._word(text) for text in dict.fromkeys(telling)]

    def _word(self, text: str) -> Word:
        query = " | ".join(
            filter(None, (self._clause(Part(form, False, False)) for form in (text, english(text))))
        )
        works = self._with(query) if query else BitMap()
        weight = log(1 + self._all / len(works)) if works else 0.0
        return Word(text, query, works, _OF_A_SIGN * weight if is_sign(text) else weight)

    def _clause(self, part: Part) -> str:
        return clause_of(part, stems=self._stems).query

    @property
    def can_lack(self) -> bool:
        """True if there are words enough that a work beside those that have all may lack one."""
        return len(self._words) >= FEWEST

    @cached_property
    def _weighed(self) -> list[Word]:
        known = [word for word in self._words if word.works]
        if all(is_sign(word.text) for word in known):
            return []  # one sign of several says nothing
        return sorted(known, key=lambda word: -word.weight)[:MOST]

    @cached_property
    def _tiers(self) -> list[BitMap]:
        """Disjoint sets, the best first: those that have enough, or else the best there is."""
        allowed = self._allowed
        least = self._share * sum(word.weight for word in self._weighed)
        found: list[BitMap] = []
        for worth, way in self._ways():
            if worth <= least and (found or self._share > SHARE):
                break
            tier = reduce(and_, (word.works for word in way)) - BitMap().union(*found)
            if allowed is not None:
                tier &= allowed
            for part in self._not:
                tier -= self._with(self._clause(part))
            if tier:
                found.append(tier)
        return found

    @property
    def _allowed(self) -> BitMap | None:
        sets = [self._with(self._clause(part)) for part in self._must]
        return reduce(and_, sets) if sets else None

    def _ways(self) -> Iterator[tuple[float, tuple[Word, ...]]]:
        every = [way for n in range(len(self._weighed), 0, -1) for way in combinations(self._weighed, n)]
        yield from sorted(
            ((sum(word.weight for word in way), way) for way in every), key=lambda pair: -pair[0]
        )

    @cached_property
    def works(self) -> BitMap:
        """Their primary keys."""
        return BitMap().union(*self._tiers)

    def lacking(self, key: int) -> list[str]:
        """The words that a work does not have, in the order they were typed."""
        return [word.text for word in self._words if key not in word.works]

    def queryset(self) -> ArtworkQuerySet:
        """The works, annotated with `relevance`: what their words are worth, then where they have them."""
        return self._ranked(Artwork.objects.published().filter(pk__in=list(self.works)))

    def _ranked(self, works: ArtworkQuerySet) -> ArtworkQuerySet:
        document = F("search_document__words")
        either = " | ".join(f"({word.query})" for word in self._weighed)
        rank = Coalesce(Rank(document, AsQuery(Value(either))), Value(0.0), output_field=FloatField())
        for word in self._weighed:
            has = Answers(document, AsQuery(Value(word.query)))
            rank += Case(
                When(has, then=Value(_HEAVIER * word.weight)), default=Value(0.0), output_field=FloatField()
            )
        return works.annotate(relevance=rank)

    def page(self, result: BitMap, first: int, count: int) -> list[int]:
        """Of a result, all of which is among the works, those from place `first` on, the best first."""
        found: list[int] = []
        before = 0
        for tier in (tier & result for tier in self._tiers):
            start = max(0, first - before)
            if start < len(tier) and len(found) < count:
                found += self._sorted(tier)[start : start + count - len(found)]
            before += len(tier)
        return found

    def _sorted(self, tier: BitMap) -> list[int]:
        if len(tier) > RANKED:
            return list(tier)
        works = self._ranked(Artwork.objects.filter(pk__in=list(tier)))
        return list(works.order_by("-relevance", "public_id").values_list("pk", flat=True))


def is_sign(text: str) -> bool:
    """True for one sign of a script that is cut into pairs, of which no name is known."""
    return len(text) == 1 and is_gram(text) and not english(text)


def _kept_by(index: Index | None) -> With:
    if index is None:
        return lambda query: documents_with(ALL, query)
    sets = WordSets(index.word_sets, index.changed_works)
    return lambda query: sets.works((ALL, query))
