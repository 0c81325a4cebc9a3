"""The parts of a record as facts: how titles, concepts, makers, events and the rest are read and written."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from collection.actions.fact_influences import read_influences, write_influences
from collection.enums import TitleKind
from collection.models import Artwork, Dimension, ProvenanceEvent, Reference, Title

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
    """How the facts of one kind are read and written."""

    read: Callable[[Artwork, str], Any]
    write: Callable[[Artwork, str, Any], None]


# --- Titles: `title@ja` is the list of titles in Japanese ------------------------------------------------


def _titles(artwork: Artwork, key: str) -> list[Title]:
    language = key.partition("@")[2]
    return [t for t in artwork.titles.all() if t.language == language and t.kind in _GOVERNED_TITLES]


def _read_titles(artwork: Artwork, key: str) -> list[str]:
    return [title.text for title in _titles(artwork, key)]


def _write_titles(artwork: Artwork, key: str, texts: list[str]) -> None:
    language = key.partition("@")[2]
    standing = {title.text: title for title in _titles(artwork, key)}
    artwork.titles.filter(pk__in=[t.pk for text, t in standing.items() if text not in texts]).delete()
    others = [t.order for t in artwork.titles.exclude(language=language)]
    # The English title leads; other languages follow in the order in which they came.
    first = 0 if language == "en" or not others else max(others) + 1
    for order, text in enumerate(texts, start=first):
        if text not in standing:
            Title.objects.create(
                artwork=artwork, text=text, language=language, is_original=language != "en", order=order
            )
        elif standing[text].order != order:
            artwork.titles.filter(pk=standing[text].pk).update(order=order)


# --- Terms: `concept:material`, `epochs`: lists of ids --------------------------------------------------


def _read_concepts(artwork: Artwork, key: str) -> list[int]:
    kind = key.partition(":")[2]
    return [link.concept_id for link in artwork.artwork_concepts.all() if link.concept.kind == kind]


def _write_concepts(artwork: Artwork, key: str, ids: list[int]) -> None:
    standing = artwork.artwork_concepts.filter(concept__kind=key.partition(":")[2])
    _write_links(artwork, standing, "concept_id", ids)


def _read_epochs(artwork: Artwork, _key: str) -> list[int]:
    return [link.epoch_id for link in artwork.artwork_epochs.all()]


def _write_epochs(artwork: Artwork, _key: str, ids: list[int]) -> None:
    _write_links(artwork, artwork.artwork_epochs.all(), "epoch_id", ids)


def _write_links(artwork: Artwork, standing: Any, column: str, ids: list[int]) -> None:
    """Make a through table hold exactly `ids`, in their order."""
    orders = dict(standing.values_list(column, "order"))
    if gone := set(orders) - set(ids):
        standing.filter(**{f"{column}__in": gone}).delete()
    new = [
        standing.model(artwork=artwork, order=order, **{column: pk})
        for order, pk in enumerate(ids)
        if pk not in orders
    ]
    if new:
        standing.model.objects.bulk_create(new)
    for order, pk in enumerate(ids):
        if orders.get(pk, order) != order:
            standing.filter(**{column: pk}).update(order=order)


# --- Makers: lists of [agent id, role, attribution] ------------------------------------------------------


def _read_agents(artwork: Artwork, _key: str) -> list[list[Any]]:
    return [[link.agent_id, link.role, link.attribution] for link in artwork.artwork_agents.all()]


def _write_agents(artwork: Artwork, _key: str, makers: list[list[Any]]) -> None:
    artwork.artwork_agents.all().delete()
    artwork.artwork_agents.bulk_create(
        artwork.artwork_agents.model(
            artwork=artwork, agent_id=pk, role=role, attribution=attribution, order=order
        )
        for order, (pk, role, attribution) in enumerate(makers)
    )


# --- Literature: lists of citations ----------------------------------------------------------------------


def _read_references(artwork: Artwork, _key: str) -> list[str]:
    return [link.reference.citation for link in artwork.artwork_references.all()]


def _write_references(artwork: Artwork, _key: str, citations: list[str]) -> None:
    ids = [Reference.objects.get_or_create(citation=citation)[0].pk for citation in citations]
    _write_links(artwork, artwork.artwork_references.all(), "reference_id", ids)


# --- Sizes: lists of [measure, value, unit, part] ---------------------------------------------------------


def _read_dimensions(artwork: Artwork, _key: str) -> list[list[str]]:
    return [[d.kind, f"{d.value.normalize():f}", d.unit, d.part] for d in artwork.dimensions.all()]


def _write_dimensions(artwork: Artwork, _key: str, sizes: list[list[str]]) -> None:
    artwork.dimensions.all().delete()
    Dimension.objects.bulk_create(
        Dimension(artwork=artwork, kind=kind, value=Decimal(value), unit=unit, part=part)
        for kind, value, unit, part in sizes
    )


# --- Provenance: `provenance@en` is the list of [text, kind, date and bounds] ------------------------------


def _read_events(artwork: Artwork, key: str) -> list[list[Any]]:
    language = key.partition("@")[2]
    return [
        [event.text.get(language, ""), *(getattr(event, name) for name in EVENT_FIELDS)]
        for event in artwork.provenance_events.all()
    ]


def _write_events(artwork: Artwork, key: str, events: list[list[Any]]) -> None:
    language = key.partition("@")[2]
    artwork.provenance_events.all().delete()
    ProvenanceEvent.objects.bulk_create(
        ProvenanceEvent(
            artwork=artwork,
            order=order,
            text={language: text},
            **dict(zip(EVENT_FIELDS, values, strict=True)),
        )
        for order, (text, *values) in enumerate(events)
    )


PART_OF = {
    "title": Part(_read_titles, _write_titles),
    "concept": Part(_read_concepts, _write_concepts),
    "epochs": Part(_read_epochs, _write_epochs),
    "agents": Part(_read_agents, _write_agents),
    "references": Part(_read_references, _write_references),
    "dimensions": Part(_read_dimensions, _write_dimensions),
    "provenance": Part(_read_events, _write_events),
    "influences": Part(read_influences, write_influences),
}
