"""From the words in the search box to works, best first."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.aggregates import BoolOr
from django.contrib.postgres.search import SearchQueryField
from django.db.models import BooleanField, F, FloatField, Func, Value
from django.db.models.functions import Least

from collection.models import Artwork, SearchDocument
from collection.models.artwork_queries import ArtworkQuerySet
from collection.search.asking import parts_of, query_of, words_asked
from collection.search.stems import stems_asked
from collection.search.words import fold, runs

SHORTEST_MISSPELT, MOST_MISSPELT = 3, 8
ALIKE = 0.42  # celedon and celadon are 0.45 alike


class AsQuery(Func):
    """A tsquery from its text form."""

    template = "%(expressions)s::tsquery"
    output_field = SearchQueryField()


class Answers(Func):
    """True for a document that has what the query asks; uses the index."""

    template = "%(expressions)s"
    arg_joiner = " @@ "
    output_field = BooleanField()


class Rank(Func):
    """How well a document answers: near and heavy words count most, long documents less."""

    function = "ts_rank_cd"
    template = "%(function)s('{0.05, 0.2, 0.5, 1.0}', %(expressions)s, 1)"
    output_field = FloatField()


class WordLikeness(Func):
    """pg_trgm: how like a word is to the likest part of a text."""

    function = "word_similarity"
    output_field = FloatField()


def works_matching(words: str) -> ArtworkQuerySet:
    """Published works with all the words (the beginning of a word is enough), annotated with `relevance`.

    `-word` leaves out, `"two words"` stand together. Where nothing has them all, works with names much like
    them. One query to decide, none if there are no words: then it is all works.
    """
    works = Artwork.objects.published()
    if not query_of(words):
        return _nothing(works) if words.strip() else works
    stems = stems_asked(words_asked(words))
    exact, loose = query_of(words, prefix=False, stems=stems), query_of(words, stems=stems)
    document = F("search_document__words")
    found = works.filter(Answers(document, AsQuery(Value(loose))))
    if not found.exists():
        return _alike(works, words)
    rank = Rank(document, AsQuery(Value(loose))) + 2 * Rank(document, AsQuery(Value(exact)))
    return found.annotate(relevance=rank)


def _alike(works: Any, words: str) -> Any:
    """Where a word is in no document at all, works with a name much like it, and with the other words."""
    parts = parts_of(words)
    runs_asked = (run for part in parts for run, _grams in runs(fold(part.text)))
    asked = list(dict.fromkeys(run for run in runs_asked if len(run) >= SHORTEST_MISSPELT))[:MOST_MISSPELT]
    if not asked or any(part.is_excluded for part in parts):  # what was left out on purpose stays out
        return _nothing(works)
    known = _known(asked)
    if all(known.values()):
        return _nothing(works)
    document, names = F("search_document__words"), F("search_document__names")
    for word in filter(known.get, asked):
        works = works.filter(Answers(document, AsQuery(Value(query_of(word)))))
    likeness = [WordLikeness(Value(word), names) for word in asked if not known[word]]
    least = Least(*likeness) if len(likeness) > 1 else likeness[0]
    return works.annotate(relevance=least).filter(relevance__gte=ALIKE)


def _known(asked: list[str]) -> dict[str, bool]:
    """Whether each word is in any document. One query."""
    tests = {
        f"word{number}": BoolOr(Answers(F("words"), AsQuery(Value(query_of(word)))))
        for number, word in enumerate(asked)
    }
    return dict(zip(asked, map(bool, SearchDocument.objects.aggregate(**tests).values()), strict=True))


def _nothing(works: Any) -> Any:
    """No work, in SQL: a queryset of none() has none that counting could use."""
    return works.annotate(relevance=Value(0.0)).filter(pk__lt=0)
