"""How well a work answers what was typed, by PostgreSQL: near and heavy words count most."""

from __future__ import annotations

from django.contrib.postgres.search import SearchQueryField
from django.db.models import BooleanField, F, FloatField, Func, Value

from collection.models.artwork_queries import ArtworkQuerySet
from collection.search.asking import query_of, whole_of, words_asked
from collection.search.stems import stems_asked


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


class WholeRank(Rank):
    """How much the names weigh that are just what was asked, in a document of any length."""

    template = "%(function)s('{0.05, 0.2, 0.5, 1.0}', %(expressions)s)"


def with_relevance(works: ArtworkQuerySet, words: str) -> ArtworkQuerySet:
    """Annotated with `relevance`: more, the more exactly a work has the words; most if they are the whole of a name."""
    stems = stems_asked(words_asked(words))
    document = F("search_document__words")
    loose, exact = (AsQuery(Value(query_of(words, prefix=prefix, stems=stems))) for prefix in (True, False))
    rank = Rank(document, loose) + 2 * Rank(document, exact)
    if whole := whole_of(words):
        rank = rank + 4 * WholeRank(document, AsQuery(Value(whole)))
    return works.annotate(relevance=rank)
