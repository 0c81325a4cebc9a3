"""The search document of a published work: its words by weight, written whenever the work changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.contrib.postgres.search import SearchVectorField
from django.db.models import Func, Prefetch, Value

from collection.countries import country_name
from collection.models import Artwork, Influence, SearchDocument
from collection.search.words import fold, lexemes, romanised

BATCH = 200
LAST_POSITION = 16000  # PostgreSQL keeps positions up to 16383
_LANGUAGES = ("en", "fr")


class AsVector(Func):
    """A tsvector from its text form."""

    template = "%(expressions)s::tsvector"
    output_field = SearchVectorField()


def refresh(artworks: Iterable[Artwork]) -> int:
    """Write the documents of the published among `artworks`, remove those of the others; how many stand now.

    Call it in the transaction of the deed that changed them.
    """
    keys = (artwork.pk for artwork in artworks)
    written = 0
    while batch := list(islice(keys, BATCH)):
        works = list(_with_words(batch))
        SearchDocument.objects.filter(artwork_id__in=set(batch) - {work.pk for work in works}).delete()
        SearchDocument.objects.bulk_create(
            [_document(work) for work in works],
            update_conflicts=True,
            unique_fields=["artwork"],
            update_fields=["words", "names"],
        )
        written += len(works)
    return written


def _with_words(keys: list[int]) -> Any:
    ends = Influence.objects.published().select_related("source_culture", "target_culture")
    return (
        Artwork.objects.published()
        .filter(pk__in=keys)
        .select_related("museum", "culture__broader", "production_place", "find_place")
        .prefetch_related(
            "titles",
            "concepts__broader",
            "epochs__parent",
            "agents",
            "inscriptions",
            "provenance_events",
            Prefetch("influences_witnessed", queryset=ends),
        )
    )


def _document(work: Artwork) -> SearchDocument:
    texts = words_of(work)
    names = " ".join(fold(text) for text in dict.fromkeys([*texts["A"], *texts["B"]]) if text)
    return SearchDocument(artwork=work, words=AsVector(Value(vector(texts))), names=names[:20_000])


def words_of(work: Artwork) -> dict[str, list[str]]:
    """Texts by weight: A titles, makers and numbers; B what it is, of what, whence, when, where; C what is told
    of it; D inscriptions, provenance and influence."""
    return {
        "A": [
            *(title.text for title in work.titles.all()),
            work.display_creator,
            *(label for agent in work.agents.all() for label in _labels(agent)),
            work.accession_number,
            work.source_id,
        ],
        "B": list(_facts(work)),
        "C": [*work.description.values(), *work.masterpiece_statement.values(), work.curator_note],
        "D": list(_circumstances(work)),
    }


def _facts(work: Artwork) -> Iterator[str]:
    terms: list[Any] = [
        *work.concepts.all(),
        *work.epochs.all(),
        work.culture,
        work.production_place,
        work.find_place,
    ]
    for term in filter(None, terms):
        yield from _labels(term)
        wider = getattr(term, "broader", None) or getattr(term, "parent", None)
        if wider is not None and wider.pk is not None and not hasattr(term, "geonames"):
            yield from _labels(wider)
    yield from work.museum.names.values()
    yield work.museum.city
    for code in filter(None, (work.production_country, work.museum.country)):
        yield from (country_name(code, language) for language in _LANGUAGES)
    yield from (work.display_object_type, work.display_materials, work.display_techniques)
    yield from (work.display_culture, work.display_date)


def _circumstances(work: Artwork) -> Iterator[str]:
    for inscription in work.inscriptions.all():
        yield inscription.text
        yield from inscription.translation.values()
    yield from work.provenance_text.values()
    for event in work.provenance_events.all():
        yield from event.text.values()
    for influence in work.influences_witnessed.all():
        yield from influence.statement.values()
        for end in filter(None, (influence.source_culture, influence.target_culture)):
            yield from end.labels.values()


def _labels(term: Any) -> Iterator[str]:
    yield from term.labels.values()
    yield from (label["text"] for label in term.alt_labels if isinstance(label, dict) and label.get("text"))


def vector(texts: dict[str, list[str]]) -> str:
    """The text form of a tsvector. Every text begins some positions later, so that no phrase runs across two."""
    places: dict[str, list[str]] = {}
    position = 0
    for weight, parts in sorted(texts.items()):
        for part in dict.fromkeys(filter(None, parts)):
            found = lexemes(part)
            for word in [*found, *dict.fromkeys(romanised(part))]:
                position = min(position + 1, LAST_POSITION)
                places.setdefault(word, []).append(f"{position}{weight}")
            position += 3
    return " ".join(f"{quoted(word)}:{','.join(at[:200])}" for word, at in places.items())


def quoted(word: str) -> str:
    """A lexeme as PostgreSQL writes it."""
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"
