"""All words of works that can be searched, by weight; read for many works at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db.models import F, IntegerField, Prefetch, QuerySet, Value, prefetch_related_objects

from collection.models import (
    Agent,
    Artwork,
    ArtworkAgent,
    ArtworkConcept,
    ArtworkEpoch,
    Concept,
    Culture,
    Epoch,
    Influence,
    Place,
)
from collection.search.centuries import century_texts
from collection.search.vocabulary import Text, Vocabulary, country_texts
from members.models import Museum

Texts = dict[str, list[Text]]  # weight → texts

_THROUGH = (
    (Concept, ArtworkConcept, "concept"),
    (Epoch, ArtworkEpoch, "epoch"),
    (Agent, ArtworkAgent, "agent"),
)
_OWN = (
    (Culture, "culture_id"),
    (Place, "production_place_id"),
    (Place, "find_place_id"),
    (Museum, "museum_id"),
)


def with_words(works: QuerySet[Artwork]) -> list[Artwork]:
    """Published works with all that `texts_of` reads of them."""
    found = list(works.filter(status="published").prefetch_related("titles"))
    add_words(found)
    return found


def add_words(works: Sequence[Artwork]) -> None:
    """Read inscriptions, provenance and the statements they witness, of works that have their titles. Three queries."""
    ends = Influence.objects.published().only("statement", "source_culture", "target_culture")
    prefetch_related_objects(
        works, "inscriptions", "provenance_events", Prefetch("influences_witnessed", queryset=ends)
    )


def texts_of(works: Sequence[Artwork], known: Vocabulary | None = None) -> dict[int, Texts]:
    """Primary key → its texts by weight, of works from `with_words`: A titles, makers and numbers; B what it is, of what,
    whence, when, where; C what is told of it; D inscriptions, provenance and influence.

    `known` keeps terms from one call to the next.
    """
    known = Vocabulary() if known is None else known
    terms = _terms_of(works, known)
    return {work.pk: _texts(work, terms[work.pk], known) for work in works}


def _terms_of(works: Sequence[Artwork], known: Vocabulary) -> dict[int, list[tuple[Any, int]]]:
    """Primary key → (model, key) of its concepts, epochs and makers; all that any of them names is read."""
    found: dict[int, list[tuple[Any, int]]] = defaultdict(list)
    wanted: dict[Any, set[int | None]] = defaultdict(set)
    links = [_links(number, works) for number in range(len(_THROUGH))]
    rows = links[0].union(*links[1:], all=True).order_by("number", "order", "pk")
    for number, work, key, _order, _pk in rows:
        model = _THROUGH[number][0]
        found[work].append((model, key))
        wanted[model].add(key)
    for model, field in _OWN:
        wanted[model].update(getattr(work, field) for work in works)
    ends = (end for work in works for end in work.influences_witnessed.all())
    wanted[Culture].update(key for end in ends for key in (end.source_culture_id, end.target_culture_id))
    for model, keys in wanted.items():
        known.read(model, keys)
    return found


def _links(number: int, works: Sequence[Artwork]) -> Any:
    _model, through, field = _THROUGH[number]
    rows = through.objects.filter(artwork__in=[work.pk for work in works])  # type: ignore[attr-defined]
    rows = rows.annotate(number=Value(number, IntegerField()), key=F(f"{field}_id"))
    return rows.values_list("number", "artwork_id", "key", "order", "pk")


def _texts(work: Artwork, terms: list[tuple[Any, int]], known: Vocabulary) -> Texts:
    makers = [text for model, key in terms if model is Agent for text in known.texts(Agent, key)]
    found = {
        "A": [
            *(Text(title.text, title.language, "title") for title in work.titles.all()),
            Text(work.display_creator, "en", "maker"),
            *makers,
            Text(work.accession_number, "und", "number", is_name=False),
            Text("".join(work.accession_number.split()), "und", "number", is_name=False),
            Text(work.source_id, "und", "number", is_name=False),
        ],
        "B": list(_facts(work, [term for term in terms if term[0] is not Agent], known)),
        "C": [*_in_languages(work.description, "description"), *_in_languages(work.masterpiece_statement, "statement"),
              Text(work.curator_note, "en", "note", is_name=False)],
        "D": list(_circumstances(work, known)),
    }  # fmt: skip
    return {weight: [text for text in dict.fromkeys(texts) if text.words] for weight, texts in found.items()}


def _facts(work: Artwork, terms: Iterable[tuple[Any, int]], known: Vocabulary) -> Iterator[Text]:
    for model, key in terms:
        yield from known.texts(model, key)
    for model, field in _OWN:
        yield from known.texts(model, getattr(work, field))
    yield from country_texts(work.production_country, "country")
    yield Text(work.display_object_type, "en", "object_type")
    yield Text(work.display_materials, "en", "material")
    yield Text(work.display_techniques, "en", "technique")
    yield Text(work.display_culture, "en", "culture")
    yield Text(work.display_date, "en", "date", is_name=False)
    yield from century_texts(work.earliest_year, work.latest_year)


def _circumstances(work: Artwork, known: Vocabulary) -> Iterator[Text]:
    for inscription in work.inscriptions.all():
        yield Text(inscription.text, inscription.language, "inscription", is_name=False)
        yield from _in_languages(inscription.translation, "inscription")
    yield from _in_languages(work.provenance_text, "provenance")
    for event in work.provenance_events.all():
        yield from _in_languages(event.text, "provenance")
    for influence in work.influences_witnessed.all():
        yield from _in_languages(influence.statement, "influence")
        for key in (influence.source_culture_id, influence.target_culture_id):
            yield from (text._replace(field="influence", is_name=False) for text in known.texts(Culture, key))


def _in_languages(words: dict[str, str], field: str) -> Iterator[Text]:
    for language, said in words.items():
        yield Text(said, language, field, is_name=False)
