"""The tables of one work rid of words: the record, its history, waiting edits, the ledger of imports, what was written about it.

Tables are found by their key to the work, so that one that is added later is not forgotten. Statements of influence and
exhibitions are records of their own (erasing_beside).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pgtrigger
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.db.models import Model

from collection.exports.erasing import texts_of
from collection.models import Artwork, ArtworkVersion, Claim, ImportRow, PendingEdit
from members.models import Deed

GAP = "[…]"  # stands where words were
_TEXTS = ("CharField", "TextField", "JSONField")
_NEVER = frozenset(
    {"public_id", "sha256", "ark", "accession_number", "source_id", "edtf", "pgh_label", "language"}
)


@dataclass
class Words:
    """What is to go: `words` wherever they stand; `columns` of the work whole, with what stands in their place;
    entries of the list `inside` whose text is one of `exact`."""

    words: list[str]
    columns: dict[str, Any] = field(default_factory=dict)
    inside: str = ""
    exact: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        longest = sorted(filter(None, self.words), key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest)) or r"(?!)", re.IGNORECASE)

    def are_in(self, value: Any) -> bool:
        if isinstance(value, dict):
            return any(self.are_in(one) for one in value.values())
        if isinstance(value, list):
            return any(self.are_in(one) for one in value)
        return isinstance(value, str) and bool(self._pattern.search(value))

    def out_of(self, value: Any) -> Any:
        """The value with a gap for each of the words."""
        if isinstance(value, dict):
            return {key: self.out_of(one) for key, one in value.items()}
        if isinstance(value, list):
            return [self.out_of(one) for one in value]
        return self._pattern.sub(GAP, value) if isinstance(value, str) else value


def sweep(work: Artwork, words: Words) -> None:
    """Call it with `append_only_tables()` ignored."""
    for model, lookup in _tables():
        for row in model._base_manager.filter(**{lookup: work.pk}):
            changes = changes_of(row, words)
            if model in (Artwork, history_of(Artwork)):
                changes |= words.columns
            if isinstance(row, PendingEdit):
                changes["form_data"] = _form(row.form_data, words)
            if changes:
                model._base_manager.filter(pk=row.pk).update(**changes)
    claims = Claim.objects.for_artwork(work).values_list("pk", flat=True)
    for row in (
        *Deed.objects.about(work.public_id),
        *Deed.objects.filter(noun="claim", public_id__in=[str(key) for key in claims]),
        *LogEntry.objects.filter(content_type__model="artwork", object_id=str(work.pk)),
    ):
        if changes := changes_of(row, words):
            type(row)._base_manager.filter(pk=row.pk).update(**changes)


def texts_beside(work: Artwork) -> set[str]:
    """Every text of the work in any of its tables and versions: where a restored backup may hold erased words again."""
    found: set[str] = set()
    for model, lookup in (*_tables(), (ArtworkVersion, "artwork")):
        for row in model._base_manager.filter(**{lookup: work.pk}):
            columns = (one for one in row._meta.concrete_fields if one.get_internal_type() in _TEXTS)
            found |= {text for column in columns for text in texts_of(getattr(row, column.name))}
    return found


def append_only_tables() -> list[str]:
    """The triggers that keep history, versions and deeds from being changed, for `pgtrigger.ignore`."""
    models = [*(model for model, _lookup in _tables()), ArtworkVersion, Deed]
    uris = [f"{model._meta.label}:append_only" for model in models]
    known = {f"{model._meta.label}:{trigger.name}" for model, trigger in pgtrigger.registered()}
    return [uri for uri in uris if uri in known]


def _tables() -> Iterator[tuple[type[Model], str]]:
    """Every table with a key to a work, the present ones before their history (a change writes a row there)."""
    found = []
    for model in apps.get_models():
        if model is Artwork:
            found.append((model, "pk"))
        for column in model._meta.concrete_fields:
            is_key = column.is_relation and column.related_model is Artwork
            if is_key and column.name in ("artwork", "pgh_obj") and model is not ArtworkVersion:
                found.append((model, column.name))
            if column.is_relation and column.related_model is Claim:
                found.append((model, f"{column.name}__artwork"))
    return iter(sorted(found, key=lambda table: hasattr(table[0], "pgh_tracked_model")))


def history_of(model: type[Model]) -> type[Model]:
    return next(one for one in apps.get_models() if getattr(one, "pgh_tracked_model", None) is model)


def changes_of(row: Model, words: Words) -> dict[str, Any]:
    changes: dict[str, Any] = {
        column.name: words.out_of(getattr(row, column.name))
        for column in row._meta.concrete_fields
        if column.get_internal_type() in _TEXTS
        and not column.primary_key
        and not column.choices
        and column.name not in _NEVER
        and words.are_in(getattr(row, column.name))
    }
    if isinstance(row, ImportRow) and words.columns.keys() & row.before.keys():
        before = changes.get("before", row.before)
        changes["before"] = before | {
            name: words.columns[name] for name in words.columns.keys() & before.keys()
        }
    return changes


def _form(data: dict[str, list[str]], words: Words) -> dict[str, list[str]]:
    """A kept form. The packed record it began with goes too: its words cannot be seen from outside."""
    kept = {name: words.out_of(values) for name, values in data.items()} | {"base": [""]}
    return kept | {name: [""] for name in words.columns if name in kept}


def drop_rows(model: type[Model], work: Artwork, words: Words, keys: set[int]) -> None:
    """Delete rows of a child table with these keys, and their history with that of all that held the words."""
    model._base_manager.filter(pk__in=keys).delete()
    past = history_of(model)
    rows = past._base_manager.filter(artwork=work.pk)
    gone = [row.pk for row in rows if row.pgh_obj_id in keys or changes_of(row, words)]  # type: ignore[attr-defined]
    past._base_manager.filter(pk__in=gone).delete()
