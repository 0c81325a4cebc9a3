"""Statements of influence: published with the work that witnesses them, or by themselves, and withdrawn."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from collection.actions.refusal import Refused, demand
from collection.actions.transitions import next_status
from collection.enums import Status
from collection.models import Artwork, Influence
from collection.search.dependants import refresh_witnesses
from members.deeds import deed
from members.models import User
from members.permissions import Do

_MAY_NOT = _("Only the museum that makes this statement, or an editor, may do this.")


def publish_influence(influence: Influence, *, by: User | None, note: str = "") -> None:
    """Make a statement public by itself; a draft needs no submission. It shows as soon as both its ends and
    a witness are public."""
    demand(by, Do.PUBLISH, influence, _MAY_NOT)
    with deed("publish", influence, by=by, note=note, is_public=True):
        claim = Influence.objects.select_for_update().get(pk=influence.pk)
        if claim.status == Status.PUBLISHED:
            raise Refused(_("This statement is public already."))
        claim.status = Status.PUBLISHED
        claim.save(update_fields=["status"])
        refresh_witnesses(Influence.objects.filter(pk=claim.pk))
    influence.refresh_from_db(fields=["status", "revision"])


def withdraw_influence(influence: Influence, *, by: User | None, reason: str) -> None:
    """published → withdrawn."""
    demand(by, Do.PUBLISH, influence, _MAY_NOT)
    if not reason.strip():
        raise Refused(_("Say why the statement is withdrawn."), field="reason")
    with deed("withdraw", influence, by=by, note=reason, is_public=True):
        claim = Influence.objects.select_for_update().get(pk=influence.pk)
        claim.status = next_status("withdraw", claim.status)
        claim.save(update_fields=["status"])
        refresh_witnesses(Influence.objects.filter(pk=claim.pk))
    influence.refresh_from_db(fields=["status", "revision"])


def publish_with_works(artworks: Sequence[Artwork]) -> int:
    """Make public what the works witness and their museums, or nobody yet, assert. Part of publishing them, so
    no deed of its own; another museum's draft is left alone. Returns how many."""
    waiting = Influence.objects.filter(
        Q(asserted_by_museum=F("influence_witnesses__artwork__museum"))
        | Q(asserted_by_museum__isnull=True, asserted_by_agent__isnull=True),
        status__in=[Status.DRAFT, Status.SUBMITTED],
        influence_witnesses__artwork__in=[artwork.pk for artwork in artworks],
    )
    return Influence.objects.filter(pk__in=waiting.values("pk")).update(status=Status.PUBLISHED)
