"""Whole files of a vocabulary: what is new is made, what is otherwise is changed, the rest is left alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from collection.actions.refusal import Refused
from collection.actions.terms import write_things
from collection.imports.formats.table import Row, Table
from collection.imports.nouns import NOUNS, Noun, epoch_definition
from collection.models import Epoch, EpochDefinition
from members.models import User


def import_vocabulary(name: str, table: Table, *, by: User | None) -> int:
    """Import museums, concepts, cultures, epochs or places, all or nothing. Returns how many rows changed.

    Raises Refused with a sentence a bad row. A term that is not in the file is left as it is.
    """
    noun = NOUNS[name]
    with transaction.atomic():
        standing = {_key(noun, thing): thing for thing in noun.model.objects.all()}
        touched = _touched(noun, table.rows, standing)
        write_things(touched, by=by, note=f"{name}: {len(touched)}")
        standing |= {_key(noun, thing): thing for thing in touched}
        changed = {thing.pk for thing in touched} | _hang(noun, table.rows, standing, by)
        if noun.model is Epoch:
            changed |= _define(table.rows, standing)
    return len(changed)


def _key(noun: Noun, thing: Any) -> tuple[str, ...]:
    return tuple(str(getattr(thing, field)) for field in noun.key)


def _touched(noun: Noun, rows: Iterable[Row], standing: dict[tuple[str, ...], Any]) -> list[Any]:
    """Things that are new or have other fields now, unsaved."""
    touched, faults = [], []
    for row in rows:
        try:
            fields = noun.fields(row.cells)
            thing = standing.get(tuple(str(fields[field]) for field in noun.key)) or noun.model()
            if "alt_labels" in fields:  # names that others added stay
                new = [name for name in fields["alt_labels"] if name not in thing.alt_labels]
                fields["alt_labels"] = [*thing.alt_labels, *new]
            if thing.pk is not None and all(getattr(thing, name) == v for name, v in fields.items()):
                continue
            for name, value in fields.items():
                setattr(thing, name, value)
            thing.clean_fields(exclude=["public_id", "sort_name", *filter(None, noun.above)])
            touched.append(thing)
        except (ValueError, KeyError, ValidationError) as error:
            faults.append(_("Row %(number)d: %(why)s") % {"number": row.number, "why": error})
    if faults:
        raise Refused(*faults)
    return touched


def _hang(noun: Noun, rows: Iterable[Row], standing: dict[tuple[str, ...], Any], by: User | None) -> set[int]:
    """Set the term above each, now that all are there. Returns the ids of those that hung elsewhere."""
    column, field = noun.above
    moved = []
    for row in rows if column else []:
        key = tuple(row.cells[name] for name in noun.key)
        above = standing.get((*key[:-1], row.cells[column])) if row.cells[column] else None
        if row.cells[column] and above is None:
            raise Refused(
                _("Row %(number)d: there is no “%(above)s” to stand above it.")
                % {"number": row.number, "above": row.cells[column]}
            )
        if getattr(standing[key], f"{field}_id") != (above.pk if above else None):
            setattr(standing[key], field, above)
            moved.append(standing[key])
    if moved:
        noun.model.objects.bulk_update(moved, [field])
    return {thing.pk for thing in moved}


def _define(rows: Iterable[Row], standing: dict[tuple[str, ...], Any]) -> set[int]:
    """Bring every epoch's preferred definition up to date. Returns the ids of the epochs that changed."""
    present = {d.epoch_id: d for d in EpochDefinition.objects.filter(is_preferred=True)}
    new, changed = [], set()
    for row in rows:
        epoch, fields = standing[(row.cells["slug"],)], epoch_definition(row.cells)
        definition = present.get(epoch.pk)
        if definition is None:
            new.append(EpochDefinition(epoch=epoch, **fields))
        elif any(getattr(definition, name) != value for name, value in fields.items()):
            for name, value in fields.items():
                setattr(definition, name, value)
            definition.save()
            changed.add(epoch.pk)
    EpochDefinition.objects.bulk_create(new)
    return changed | {definition.epoch_id for definition in new}
