"""What quotes the erased words of a work beside its record: statements of influence, and what settings name (exhibitions)."""

from __future__ import annotations

from dataclasses import dataclass

import pgtrigger
from django.conf import settings
from django.db.models import Model
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from collection.actions.erasing_rows import Words, changes_of, history_of
from collection.models import Artwork, Influence
from collection.search.dependants import refresh_witnesses
from members.deeds import deed
from members.models import User


@dataclass(frozen=True, slots=True)
class Reached:
    """A text that held the words: in what, where it is edited, and whether it is rid of them or only told."""

    label: str
    url: str
    is_erased: bool


def reach(work: Artwork, gone: Words, *, by: User | None, note: str) -> list[Reached]:
    """Erase the words from what speaks of this work, and tell where else they stand."""
    found = _influences(work, gone, by=by, note=note)
    for path in settings.ERASED_BESIDE:
        found += import_string(path)(work, gone, by=by, note=note)
    return found


def _influences(work: Artwork, gone: Words, *, by: User | None, note: str) -> list[Reached]:
    statements = Influence.objects.touching(work).with_ends().order_by("pk")
    rid = []
    for statement in statements:
        if holds(statement, gone):
            with deed("erase", statement, by=by, note=note):
                rid_of(statement, gone)
            rid.append(statement)
    refresh_witnesses(Influence.objects.filter(pk__in=[one.pk for one in rid]))
    return [
        Reached(
            _("Influence: %(statement)s") % {"statement": one},
            reverse("admin:collection_influence_change", args=[one.pk]),
            is_erased=True,
        )
        for one in rid
    ]


def holds(row: Model, gone: Words) -> bool:
    """Whether a row or its history holds the words."""
    past = history_of(type(row))._base_manager.filter(pgh_obj=row.pk)
    return bool(changes_of(row, gone)) or any(changes_of(one, gone) for one in past)


def rid_of(row: Model, gone: Words) -> None:
    """Put a gap for the words into a tracked row and its history."""
    past = history_of(type(row))
    uri = f"{past._meta.label}:append_only"
    known = {f"{model._meta.label}:{trigger.name}" for model, trigger in pgtrigger.registered()}
    with pgtrigger.ignore(*({uri} & known)):
        for one in (row, *past._base_manager.filter(pgh_obj=row.pk)):
            if changes := changes_of(one, gone):
                type(one)._base_manager.filter(pk=one.pk).update(**changes)
        for one in past._base_manager.filter(pgh_obj=row.pk):  # what the update itself wrote down
            if changes := changes_of(one, gone):
                past._base_manager.filter(pk=one.pk).update(**changes)
