"""The history of one thing: its deeds, and the rows that the database's triggers kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import models

from members.models import Deed, User

_LIMIT = 200
_NOISE = frozenset({"revision", "changed_at", "sort_name"})


@dataclass(frozen=True)
class Entry:
    """One line: when, by whom, what, and which fields changed to what."""

    at: datetime
    by: str
    verb: str
    note: str = ""
    changes: tuple[tuple[str, str, str], ...] = ()


def history_of(thing: models.Model) -> list[Entry]:
    """Deeds and changed fields of `thing`, newest first."""
    return sorted([*_deeds_of(thing), *_changes_of(thing)], key=lambda entry: entry.at, reverse=True)[:_LIMIT]


def _deeds_of(thing: models.Model) -> list[Entry]:
    name = getattr(thing, "public_id", "") or str(thing.pk)
    deeds = Deed.objects.filter(noun=thing._meta.model_name, public_id=name).select_related("by")[:_LIMIT]
    return [Entry(deed.at, str(deed.by or ""), deed.verb, deed.note) for deed in deeds]


def _changes_of(thing: models.Model) -> list[Entry]:
    """The difference of each kept row to the one before it; empty for models that are not tracked."""
    try:
        event = apps.get_model(thing._meta.app_label, f"{type(thing).__name__}Event")
    except LookupError:
        return []
    rows = list(
        event._default_manager.filter(pgh_obj_id=thing.pk)
        .order_by("-pgh_id")
        .select_related("pgh_context")[: _LIMIT + 1]
    )
    people = _people(rows)
    entries = []
    for new, old in zip(rows, [*rows[1:], None], strict=False):
        changes = _difference(new, old)
        if old is not None and changes:
            metadata = new.pgh_context.metadata if new.pgh_context else {}
            entries.append(Entry(new.pgh_created_at, people.get(metadata.get("by"), ""), "", "", changes))
    return entries


def _people(rows: list[Any]) -> dict[int, str]:
    ids = {row.pgh_context.metadata.get("by") for row in rows if row.pgh_context} - {None}
    return {user.pk: str(user) for user in User.objects.filter(pk__in=ids)}


def _difference(new: Any, old: Any) -> tuple[tuple[str, str, str], ...]:
    if old is None:
        return ()
    return tuple(
        (str(field.verbose_name), _words(getattr(old, field.attname)), _words(getattr(new, field.attname)))
        for field in new._meta.fields
        if not field.name.startswith("pgh_")
        and field.name not in _NOISE
        and getattr(old, field.attname) != getattr(new, field.attname)
    )


def _words(value: Any) -> str:
    if isinstance(value, dict):
        return "\n".join(f"{key}: {text}" for key, text in value.items())
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
