"""A PeriodO dataset into epochs: a known one gets a definition beside the others, an unknown one is proposed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from collection.actions.epochs import define_epoch, standing_definition
from collection.actions.refusal import Refused
from collection.actions.terms import propose_term
from collection.dates.spans import Span
from collection.imports.formats.periodo import PeriodDraft
from collection.models import Epoch, EpochDefinition
from members.models import User


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a period: new, defined, same or refused, and the epoch's slug or the reason."""

    name: str
    deed: str
    note: str = ""


def import_periodo(drafts: list[PeriodDraft], *, by: User | None, is_dry_run: bool = False) -> list[Outcome]:
    """All or nothing but for periods that cannot be an epoch, each of which is refused with a sentence."""
    with transaction.atomic():
        outcomes = list(_taken(drafts, by))
        transaction.set_rollback(is_dry_run)
    return outcomes


def _taken(drafts: list[PeriodDraft], by: User | None) -> Iterator[Outcome]:
    known = _Known()
    parents: list[tuple[Epoch, str]] = []
    for draft in drafts:
        if draft.fault:
            yield Outcome(draft.name, "refused", draft.fault)
            continue
        epoch = known.of(draft)
        fields = _fields(draft)
        is_new = epoch is None
        if epoch is None:
            epoch = propose_term(Epoch, draft.labels, by=by, regions=list(draft.regions), note=draft.note)
        standing = standing_definition(epoch, fields)
        if standing and all(getattr(standing, name) == value for name, value in fields.items()):
            yield Outcome(draft.name, "same", epoch.slug)
        else:
            define_epoch(epoch, fields, by=by)
            yield Outcome(draft.name, "new" if is_new else "defined", epoch.slug)
        known.add(epoch, draft)
        if is_new and draft.broader:
            parents.append((epoch, draft.broader))
    for epoch, broader in parents:
        parent = known.by_id.get(broader)
        if parent and parent.pk != epoch.pk:
            epoch.parent = parent
            epoch.save(update_fields=["parent"])


def _fields(draft: PeriodDraft) -> dict[str, Any]:
    bounds = draft.span.as_fields()
    if None in bounds.values():
        raise Refused(_("“%(name)s” has no bounds.") % {"name": draft.name})
    return {
        **bounds,
        "countries": list(draft.countries),
        "is_worldwide": draft.is_worldwide,
        "source": draft.source,
        "periodo": draft.periodo,
    }


class _Known:
    """The epochs there are: by identifier or slug, and by name with their years and regions."""

    def __init__(self) -> None:
        self.by_id: dict[str, Epoch] = {}
        self.by_name: dict[str, list[tuple[Epoch, Span, frozenset[str]]]] = {}
        for definition in EpochDefinition.objects.select_related("epoch").order_by("pk"):
            self._enter(definition.epoch, _span_of(definition), definition.periodo)

    def of(self, draft: PeriodDraft) -> Epoch | None:
        """The same identifier or address; else a name it shares, of a time and region it shares."""
        for key in (draft.periodo, draft.slug):
            if key and key in self.by_id:
                return self.by_id[key]
        for name in draft.labels.values():
            for epoch, span, regions in self.by_name.get(name.casefold(), ()):
                is_near = not regions or not draft.regions or regions & set(draft.regions)
                if is_near and span.overlaps(draft.span):
                    return epoch
        return None

    def add(self, epoch: Epoch, draft: PeriodDraft) -> None:
        self._enter(epoch, draft.span, draft.periodo)
        if draft.slug:
            self.by_id.setdefault(draft.slug, epoch)

    def _enter(self, epoch: Epoch, span: Span, periodo: str) -> None:
        self.by_id.setdefault(epoch.slug, epoch)
        if periodo:
            self.by_id.setdefault(periodo, epoch)
        for name in epoch.labels.values():
            self.by_name.setdefault(name.casefold(), []).append((epoch, span, frozenset(epoch.regions)))


def _span_of(definition: EpochDefinition) -> Span:
    return Span(
        definition.earliest_begin, definition.latest_begin, definition.earliest_end, definition.latest_end
    )
