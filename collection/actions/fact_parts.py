"""The parts of a record as facts: how titles, concepts, makers, events and the rest are read and written."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import Q

from collection.actions.fact_influences import read_influences, write_influences
from collection.enums import TitleKind
from collection.models import (
    Artwork,
    ArtworkAgent,
    ArtworkConcept,
    ArtworkEpoch,
    ArtworkReference,
    Dimension,
    ExternalId,
    Inscription,
    ProvenanceEvent,
    Reference,
    SourceRecord,
    Title,
)

_GOVERNED_TITLES = {TitleKind.PREFERRED, TitleKind.TRANSLATED}
EVENT_FIELDS = (
    "kind",
    "certainty",
    "display_date",
    "edtf",
    "earliest_begin",
    "latest_begin",
    "earliest_end",
    "latest_end",
)


class Part(NamedTuple):
    """How the facts of one kind are read and written; `rows` makes them for a work that has none yet."""

    read: Callable[[Artwork, str], Any]
    write: Callable[[Artwork, str, Any], None]
    rows: Callable[[Artwork, str, Any], list[Any]] | None = None


# --- Titles: `title@ja` is the list of titles in Japanese ------------------------------------------------


def _titles(artwork: Artwork, key: str) -> list[Title]:
    language = key.partition("@")[2]
    return [t for t in artwork.titles.all() if t.language == language and t.kind in _GOVERNED_TITLES]


def _read_titles(artwork: Artwork, key: str) -> list[str]:
    return [title.text for title in _titles(artwork, key)]


def _title_rows(artwork: Artwork, key: str, texts: list[str], first: int = 0) -> list[Title]:
    language = key.partition("@")[2]
    return [
        Title(artwork=artwork, text=text, language=language, is_original=language != "en", order=order)
        for order, text in enumerate(texts, start=first)
    ]


def _write_titles(artwork: Artwork, key: str, texts: list[str]) -> None:
    language = key.partition("@")[2]
    standing = {title.text: title for title in _titles(artwork, key)}
    artwork.titles.filter(pk__in=[t.pk for text, t in standing.items() if text not in texts]).delete()
    # What stood in for a title gives way to the same words as a title.
    artwork.titles.filter(language=language, kind=TitleKind.SUPPLIED, text__in=texts).delete()
    others = [title.order for title in artwork.titles.all() if title.language != language]
    # The English title leads; other languages follow in the order in which they came.
    first = 0 if language == "en" or not others else max(others) + 1
    for title in _title_rows(artwork, key, texts, first):
        if title.text not in standing:
            title.save()
        elif standing[title.text].order != title.order:
            artwork.titles.filter(pk=standing[title.text].pk).update(order=title.order)


# --- `descriptive_title@en`: what a work is called that the museum gives no title -----------------------------------


def _read_supplied(artwork: Artwork, key: str) -> str:
    language = key.partition("@")[2]
    found = (t.text for t in artwork.titles.all() if t.kind == TitleKind.SUPPLIED and t.language == language)
    return next(found, "")


def _supplied_rows(artwork: Artwork, key: str, text: str) -> list[Any]:
    language = key.partition("@")[2]
    return [Title(artwork=artwork, text=text, language=language, kind=TitleKind.SUPPLIED)] if text else []


def _write_supplied(artwork: Artwork, key: str, text: str) -> None:
    ours = artwork.titles.filter(language=key.partition("@")[2])
    # The same words as a title proper give way: an import of titles is being undone.
    ours.filter(Q(kind=TitleKind.SUPPLIED) | Q(text=text)).delete()
    artwork.titles.bulk_create(_supplied_rows(artwork, key, text))


# --- Terms: `concept:material`, `epochs`: lists of ids --------------------------------------------------


def _read_concepts(artwork: Artwork, key: str) -> list[int]:
    kind = key.partition(":")[2]
    return [link.concept_id for link in artwork.artwork_concepts.all() if link.concept.kind == kind]


def _concept_rows(artwork: Artwork, _key: str, ids: list[int]) -> list[Any]:
    return [ArtworkConcept(artwork=artwork, concept_id=pk, order=order) for order, pk in enumerate(ids)]


def _write_concepts(artwork: Artwork, key: str, ids: list[int]) -> None:
    standing = artwork.artwork_concepts.filter(concept__kind=key.partition(":")[2])
    _write_links(standing, "concept_id", _concept_rows(artwork, key, ids))


def _read_epochs(artwork: Artwork, _key: str) -> list[int]:
    return [link.epoch_id for link in artwork.artwork_epochs.all()]


def _epoch_rows(artwork: Artwork, _key: str, ids: list[int]) -> list[Any]:
    return [ArtworkEpoch(artwork=artwork, epoch_id=pk, order=order) for order, pk in enumerate(ids)]


def _write_epochs(artwork: Artwork, key: str, ids: list[int]) -> None:
    _write_links(artwork.artwork_epochs.all(), "epoch_id", _epoch_rows(artwork, key, ids))


def _write_links(standing: Any, column: str, rows: list[Any]) -> None:
    """Make a through table hold exactly `rows`, told apart by `column`, in their order."""
    orders = dict(standing.values_list(column, "order"))
    wanted = {getattr(row, column): row for row in rows}
    if gone := set(orders) - set(wanted):
        standing.filter(**{f"{column}__in": gone}).delete()
    standing.model.objects.bulk_create([row for pk, row in wanted.items() if pk not in orders])
    for pk, row in wanted.items():
        if orders.get(pk, row.order) != row.order:
            standing.filter(**{column: pk}).update(order=row.order)


# --- Makers: lists of [agent id, role, attribution] ------------------------------------------------------


def _read_agents(artwork: Artwork, _key: str) -> list[list[Any]]:
    return [[link.agent_id, link.role, link.attribution] for link in artwork.artwork_agents.all()]


def _agent_rows(artwork: Artwork, _key: str, makers: list[list[Any]]) -> list[Any]:
    return [
        ArtworkAgent(artwork=artwork, agent_id=pk, role=role, attribution=attribution, order=order)
        for order, (pk, role, attribution) in enumerate(makers)
    ]


# --- Literature: lists of citations ----------------------------------------------------------------------


def _read_references(artwork: Artwork, _key: str) -> list[str]:
    return [link.reference.citation for link in artwork.artwork_references.all()]


def _reference_rows(artwork: Artwork, _key: str, citations: list[str]) -> list[Any]:
    ids = [Reference.objects.get_or_create(citation=citation)[0].pk for citation in citations]
    return [ArtworkReference(artwork=artwork, reference_id=pk, order=order) for order, pk in enumerate(ids)]


def _write_references(artwork: Artwork, key: str, citations: list[str]) -> None:
    _write_links(artwork.artwork_references.all(), "reference_id", _reference_rows(artwork, key, citations))


# --- Sizes: lists of [measure, value, unit, part] ---------------------------------------------------------


def _read_dimensions(artwork: Artwork, _key: str) -> list[list[str]]:
    return [[d.kind, f"{d.value.normalize():f}", d.unit, d.part] for d in artwork.dimensions.all()]


def _dimension_rows(artwork: Artwork, _key: str, sizes: list[list[str]]) -> list[Any]:
    return [
        Dimension(artwork=artwork, kind=kind, value=Decimal(value), unit=unit, part=part)
        for kind, value, unit, part in sizes
    ]


# --- Inscriptions: lists of [text, language, where] --------------------------------------------------------


def _read_inscriptions(artwork: Artwork, _key: str) -> list[list[str]]:
    return [[one.text, one.language, one.position] for one in artwork.inscriptions.all()]


def _inscription_rows(artwork: Artwork, _key: str, found: list[list[str]]) -> list[Any]:
    return [
        Inscription(artwork=artwork, text=text, language=language, position=position, order=order)
        for order, (text, language, position) in enumerate(found)
    ]


# --- The same work elsewhere: lists of [scheme, id, address] ----------------------------------------------


def _read_external_ids(artwork: Artwork, _key: str) -> list[list[str]]:
    return [[one.scheme, one.value, one.url] for one in artwork.external_ids.all()]


def _external_id_rows(artwork: Artwork, _key: str, found: list[list[str]]) -> list[Any]:
    return [ExternalId(artwork=artwork, scheme=scheme, value=value, url=url) for scheme, value, url in found]


# --- `source`: the fields of the museum's own record -------------------------------------------------------


def _read_source(artwork: Artwork, _key: str) -> dict[str, Any]:
    record: SourceRecord | None = getattr(artwork, "source_record", None)
    return record.fields if record else {}


def _source_rows(artwork: Artwork, _key: str, fields: dict[str, Any]) -> list[Any]:
    return [SourceRecord(artwork=artwork, fields=fields)]


def _write_source(artwork: Artwork, _key: str, fields: dict[str, Any]) -> None:
    if fields:
        SourceRecord.objects.update_or_create(artwork=artwork, defaults={"fields": fields})
    else:
        SourceRecord.objects.filter(artwork=artwork).delete()


# --- Provenance: `provenance@en` is the list of [text, kind, certainty, date and bounds] -------------------


def _read_events(artwork: Artwork, key: str) -> list[list[Any]]:
    language = key.partition("@")[2]
    return [
        [event.text.get(language, ""), *(getattr(event, name) for name in EVENT_FIELDS)]
        for event in artwork.provenance_events.all()
    ]


def _event_rows(artwork: Artwork, key: str, events: list[list[Any]]) -> list[Any]:
    language = key.partition("@")[2]
    return [
        ProvenanceEvent(
            artwork=artwork,
            order=order,
            text={language: text},
            **dict(zip(EVENT_FIELDS, values, strict=True)),
        )
        for order, (text, *values) in enumerate(events)
    ]


def _anew(name: str, rows: Callable[[Artwork, str, Any], list[Any]]) -> Callable[[Artwork, str, Any], None]:
    """Writing by taking all rows away and making them again."""

    def write(artwork: Artwork, key: str, value: Any) -> None:
        manager = getattr(artwork, name)
        manager.all().delete()
        manager.bulk_create(rows(artwork, key, value))

    return write


PART_OF = {
    "descriptive_title": Part(_read_supplied, _write_supplied, _supplied_rows),
    "title": Part(_read_titles, _write_titles, _title_rows),
    "concept": Part(_read_concepts, _write_concepts, _concept_rows),
    "epochs": Part(_read_epochs, _write_epochs, _epoch_rows),
    "agents": Part(_read_agents, _anew("artwork_agents", _agent_rows), _agent_rows),
    "references": Part(_read_references, _write_references, _reference_rows),
    "dimensions": Part(_read_dimensions, _anew("dimensions", _dimension_rows), _dimension_rows),
    "inscriptions": Part(_read_inscriptions, _anew("inscriptions", _inscription_rows), _inscription_rows),
    "external_ids": Part(_read_external_ids, _anew("external_ids", _external_id_rows), _external_id_rows),
    "source": Part(_read_source, _write_source, _source_rows),
    "provenance": Part(_read_events, _anew("provenance_events", _event_rows), _event_rows),
    "influences": Part(read_influences, write_influences),
}
