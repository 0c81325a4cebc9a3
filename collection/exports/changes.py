"""What differs between two public records of a work, field by field and in words. Pure."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from collection.enums import ConceptKind
from collection.models import (
    Agent,
    Artwork,
    ArtworkImage,
    Culture,
    Dimension,
    Epoch,
    ExternalId,
    Inscription,
    ProvenanceEvent,
    Reference,
    Title,
)
from members.languages import text_in
from members.models import Museum

# Members of a record that are rows of a table, or a thing of one.
_ROWS: dict[str, type[Model]] = {
    "titles": Title,
    "title_details": Title,
    "agents": Agent,
    "epochs": Epoch,
    "dimensions": Dimension,
    "inscriptions": Inscription,
    "provenance": ProvenanceEvent,
    "references": Reference,
    "external_ids": ExternalId,
    "images": ArtworkImage,
    "museum": Museum,
    "culture": Culture,
}
_CONCEPTS = {
    "object_types": ConceptKind.OBJECT_TYPE,
    "materials": ConceptKind.MATERIAL,
    "techniques": ConceptKind.TECHNIQUE,
    "subjects": ConceptKind.SUBJECT,
    "motifs": ConceptKind.MOTIF,
}
_COLUMNS = {"party": "party_name", "life": "party_life", "clause": "party_clause", "origin": "origin_name"}
# Said by another member, or no fact for readers.
_SILENT = frozenset(
    [
        "id",
        "ark",
        "slug",
        "titles",
        "title",
        "earliest_year",
        "latest_year",
        "sha256",
        "format",
        "width",
        "height",
        "aat",
        "ulan",
        "precision",
    ]
)


class Change(NamedTuple):
    """A field in words, as it was and as it is; an empty text where there was nothing."""

    label: str
    before: str
    after: str


def changes(before: dict[str, Any], after: dict[str, Any], language: str) -> list[Change]:
    """From `before` to `after`, in the order of the record. A member that `before` did not know yet is left out."""
    found: list[Change] = []
    for name, value in after.items():
        if name in before and name not in _SILENT:
            found += _member(name, before[name], value, language)
    return found


def label_of(name: str) -> str:
    """A member of a record as pages call it."""
    if name in _CONCEPTS:
        return str(_CONCEPTS[name].label)
    if name in _ROWS:
        return capfirst(str(_ROWS[name]._meta.verbose_name))
    return _column(Artwork, name)


def labels_of(names: Iterable[str]) -> list[str]:
    """Several members as pages call them, each once."""
    return list(dict.fromkeys(map(label_of, names)))


def _column(model: type[Model], name: str) -> str:
    try:
        label = model._meta.get_field(_COLUMNS.get(name, name)).verbose_name
    except (FieldDoesNotExist, AttributeError):  # AttributeError: a relation from the other side
        return capfirst(name.replace("_", " "))
    return capfirst(str(label))


def _member(name: str, old: Any, new: Any, language: str) -> Iterator[Change]:
    if name in _ROWS and isinstance(new, list) and isinstance(old, list):
        yield from _rows(name, old, new, language)
        return
    before, after = _words(old, language, Artwork, name), _words(new, language, Artwork, name)
    if before != after:
        yield Change(label_of(name), before, after)


def _rows(name: str, old: list[Any], new: list[Any], language: str) -> Iterator[Change]:
    """Rows that stand for each other are compared field by field, the others are whole."""
    label, model = label_of(name), _ROWS[name]
    first, second = ([_whole(row, language, model) for row in rows] for rows in (old, new))
    for verb, i1, i2, j1, j2 in difflib.SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if verb == "equal":
            continue
        pairs = min(i2 - i1, j2 - j1)
        for at in range(pairs):
            number = f"{label} {j1 + at + 1}"
            yield from _fields(number, old[i1 + at], new[j1 + at], language, model)
        yield from (Change(f"{label} {at + 1}", first[at], "") for at in range(i1 + pairs, i2))
        yield from (Change(f"{label} {at + 1}", "", second[at]) for at in range(j1 + pairs, j2))


def _fields(
    label: str, old: dict[str, Any], new: dict[str, Any], language: str, model: Any
) -> Iterator[Change]:
    if old.get("id") != new.get("id"):
        yield Change(label, _whole(old, language, model), _whole(new, language, model))
        return
    for name in dict.fromkeys([*old, *new]):
        before, after = (_words(row.get(name), language, model, name) for row in (old, new))
        if name not in _SILENT and before != after:
            column = _column(model, name)
            yield Change(label if label.startswith(column) else f"{label} · {column}", before, after)


def _whole(row: dict[str, Any], language: str, model: type[Model]) -> str:
    said = (_words(value, language, model, name) for name, value in row.items() if name not in _SILENT)
    return " · ".join(dict.fromkeys(filter(None, said)))


def _words(value: Any, language: str, model: type[Model], name: str) -> str:
    """A value of a record as people read it."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(_words(one, language, model, name) for one in value)
    if isinstance(value, dict) and ("labels" in value or "names" in value):
        return text_in(value.get("labels") or value["names"], language)
    if isinstance(value, dict):
        texts = [(tag, text) for tag, text in value.items() if isinstance(text, str)]
        return "\n".join(f"{tag}: {text}" if len(texts) > 1 else text for tag, text in texts)
    return "" if value is None else str(_choices(model, name).get(value, value))


def _choices(model: type[Model], name: str) -> dict[Any, Any]:
    try:
        return dict(getattr(model._meta.get_field(name), "flatchoices", None) or [])
    except FieldDoesNotExist:
        return {}
