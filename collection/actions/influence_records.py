"""A statement of influence written as a whole: its facts, its witnesses in order and its literature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from collection.actions.refusal import Refused, demand
from collection.enums import Status
from collection.models import Influence, InfluenceReference, InfluenceWitness, Reference
from collection.search.dependants import refresh_witnesses
from members.deeds import deed
from members.models import User
from members.permissions import Do

_MAY_NOT = _("Only the museum that makes this statement may change it.")


@dataclass(frozen=True)
class Facts:
    """`fields` by name as the model has them; works by primary key, literature by its citation."""

    fields: dict[str, Any]
    witnesses: Sequence[int] = field(default_factory=tuple)
    references: Sequence[str] = field(default_factory=tuple)

    @classmethod
    def of(cls, claim: Influence, names: Sequence[str]) -> Facts:
        return cls(
            {name: getattr(claim, name) for name in names},
            tuple(claim.influence_witnesses.values_list("artwork_id", flat=True)),
            tuple(claim.influence_references.values_list("reference__citation", flat=True)),
        )


def write_influence(claim: Influence, facts: Facts, *, by: User | None) -> bool:
    """Write what differs; False if nothing does. A new one is a draft. Raises Refused with what the database would refuse."""
    demand(by, Do.PUBLISH if claim.status == Status.PUBLISHED else Do.DRAFT, claim, _MAY_NOT)
    if claim.pk and Facts.of(claim, list(facts.fields)) == facts:
        return False
    for name, value in facts.fields.items():
        setattr(claim, name, value)
    try:
        claim.full_clean()
    except ValidationError as error:
        raise Refused(*error.messages) from error
    with deed("change" if claim.pk else "create", claim, by=by, is_public=claim.status == Status.PUBLISHED):
        claim.save()
        _write_parts(claim, facts)
        refresh_witnesses(Influence.objects.filter(pk=claim.pk))
    return True


def _write_parts(claim: Influence, facts: Facts) -> None:
    claim.influence_witnesses.exclude(artwork__in=facts.witnesses).delete()
    for order, work in enumerate(facts.witnesses):
        InfluenceWitness.objects.update_or_create(influence=claim, artwork_id=work, defaults={"order": order})
    claim.influence_references.exclude(reference__citation__in=facts.references).delete()
    for citation in facts.references:
        reference, _made = Reference.objects.get_or_create(citation=citation)
        InfluenceReference.objects.get_or_create(influence=claim, reference=reference)
