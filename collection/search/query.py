"""From the words in the search box to works, best first."""

from __future__ import annotations

import re
from typing import Any

from django.contrib.postgres.aggregates import BoolOr
from django.contrib.postgres.search import SearchQueryField
from django.db.models import BooleanField, F, FloatField, Func, Value
from django.db.models.functions import Least

from collection.models import Artwork, SearchDocument
from collection.models.artwork_queries import ArtworkQuerySet
from collection.search.document import quoted
from collection.search.words import LONGEST, fold, pairs, runs

MOST_WORDS = 32
SHORTEST_PREFIX = 2
SHORTEST_MISSPELT, MOST_MISSPELT = 3, 8
ALIKE = 0.42  # celedon and celadon are 0.45 alike
_PART = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


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
    exact, loose = query_of(words, prefix=False), query_of(words)
    if not loose:
        return _nothing(works) if words.strip() else works
    document = F("search_document__words")
    found = works.filter(Answers(document, AsQuery(Value(loose))))
    if not found.exists():
        return _alike(works, words)
    rank = Rank(document, AsQuery(Value(loose))) + 2 * Rank(document, AsQuery(Value(exact)))
    return found.annotate(relevance=rank)


def query_of(words: str, *, prefix: bool = True) -> str:
    """The text form of the tsquery for what was typed; empty if there is no word in it."""
    clauses = []
    for part in list(_PART.finditer(words))[:MOST_WORDS]:
        text = part["phrase"] if part["phrase"] is not None else part["word"]
        clause = _clause(text, prefix=prefix and part["phrase"] is None)
        if clause:
            clauses.append(f"!({clause})" if part["minus"] else f"({clause})")
    if all(clause.startswith("!") for clause in clauses):
        return ""  # “without” alone asks for nothing
    return " & ".join(clauses)


def _clause(text: str, *, prefix: bool) -> str:
    """One word or phrase: all its runs side by side; `Tōdai-ji` is also found written as one."""
    found = runs(fold(text))
    if not found:
        return ""
    sides = [_run(run, grams, prefix) for run, grams in found]
    clause = " <-> ".join(sides)
    latin = [run for run, grams in found if not grams]
    if 1 < len(latin) == len(found) and not re.search(r"\s", text.strip()):
        apart = " & ".join(sides)
        clause = f"({apart}) | {_lexeme(''.join(latin), prefix)}"
    return clause


def _run(run: str, grams: bool, prefix: bool) -> str:
    if not grams:
        return _lexeme(run, prefix and len(run) >= SHORTEST_PREFIX)
    if len(run) == 1:
        return _lexeme(run, True)
    return " <-> ".join(_lexeme(pair, False) for pair in pairs(run)[:-1])


def _lexeme(word: str, prefix: bool) -> str:
    return quoted(word[:LONGEST]) + (":*" if prefix else "")


def _alike(works: Any, words: str) -> Any:
    """Where a word is in no document at all, works with a name much like it, and with the other words."""
    parts = list(_PART.finditer(words))[:MOST_WORDS]
    runs_asked = (run for part in parts for run, _grams in runs(fold(part["phrase"] or part["word"] or "")))
    asked = list(dict.fromkeys(run for run in runs_asked if len(run) >= SHORTEST_MISSPELT))[:MOST_MISSPELT]
    if not asked or any(part["minus"] for part in parts):  # what was left out on purpose stays out
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
