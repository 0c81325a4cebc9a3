"""Definitions of epochs: what one source says of an epoch's bounds and places, beside what others say."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from collection.actions.refusal import demand
from collection.models import Epoch, EpochDefinition
from members.deeds import deed
from members.models import User
from members.permissions import Do


def define_epoch(epoch: Epoch, fields: dict[str, Any], *, by: User | None) -> EpochDefinition:
    """Add a source's definition, or change the one that source (or PeriodO identifier) gave before. The first one of
    an epoch is preferred; a later one stands beside it."""
    demand(by, Do.DECIDE_TERM, epoch, _("Only an editor decides on terms."))
    with deed("define", epoch, by=by, note=fields.get("source", "")[:300], is_public=True):
        definition = standing_definition(epoch, fields)
        if definition is None:
            is_first = not epoch.definitions.exists()
            definition = EpochDefinition(epoch=epoch, is_preferred=is_first)
        for name, value in fields.items():
            setattr(definition, name, value)
        definition.full_clean(exclude=["epoch"])
        definition.save()
    return definition


def standing_definition(epoch: Epoch, fields: dict[str, Any]) -> EpochDefinition | None:
    """The definition that these fields are of: the same PeriodO identifier, else the same source."""
    periodo = fields.get("periodo")
    if periodo and (found := epoch.definitions.filter(periodo=periodo).first()):
        return found
    return epoch.definitions.filter(source=fields["source"], periodo=periodo or "").first()
