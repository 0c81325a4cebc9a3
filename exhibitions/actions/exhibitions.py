"""An exhibition is started, opened to the public, withdrawn and opened again."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from collection.actions.refusal import Refused, demand
from collection.models import Artwork
from exhibitions.actions.readiness import missing_for_opening
from exhibitions.enums import CuratorRole, ExhibitionStatus, LoanState
from exhibitions.models import Block, BlockWork, Exhibition, Loan
from members.deeds import deed
from members.models import User, slug_of
from members.permissions import Do, may

_MAY_NOT = _("You do not curate this exhibition.")


def start(*, by: User | None, **facts: Any) -> Exhibition:
    """A new draft, with `by` as its lead curator. `facts` are fields of Exhibition."""
    demand(by, Do.START_EXHIBITION, None, _("Only curators of the network start exhibitions."))
    with deed("start", by=by) as telling:
        exhibition = Exhibition.objects.create(**facts)
        if by is not None:
            exhibition.exhibition_curators.create(user=by, role=CuratorRole.LEAD)
        telling.about(exhibition)
    return exhibition


def free_slug(title: str) -> str:
    """An address for a new exhibition that no other has."""
    base = slug_of(title)[:110]
    taken = set(Exhibition.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(slug for slug in [base, *(f"{base}-{n}" for n in range(2, 10_000))] if slug not in taken)


def describe(exhibition: Exhibition, *, by: User | None, **facts: Any) -> bool:
    """Set fields. Gives False, and does nothing, where they are so already."""
    demand(by, Do.CURATE, exhibition, _MAY_NOT)
    changed = [name for name, value in facts.items() if getattr(exhibition, name) != value]
    if not changed:
        return False
    is_public = exhibition.status == ExhibitionStatus.PUBLISHED
    with deed("change", exhibition, by=by, note=", ".join(changed), is_public=is_public):
        for name in changed:
            setattr(exhibition, name, facts[name])
        exhibition.save(update_fields=changed)
    return True


def join(exhibition: Exhibition, person: User, *, by: User | None) -> None:
    """Let another curator work on it."""
    demand(by, Do.CURATE, exhibition, _MAY_NOT)
    if exhibition.exhibition_curators.filter(user=person).exists():
        return
    with deed("join", exhibition, by=by, note=str(person)):
        exhibition.exhibition_curators.create(user=person, role=CuratorRole.CO_CURATOR)


def lend(exhibition: Exhibition) -> list[Loan]:
    """Give every work placed in the exhibition, and its cover, a loan, so that consent is never absent from the model.

    Until museums are asked (the studio), consent is standing; a loan that was recalled stays recalled.
    """
    hung = BlockWork.objects.hanging().filter(block__section__exhibition=exhibition).values("artwork")
    placed = Artwork.objects.filter(Q(pk__in=hung) | Q(pk=exhibition.cover_id))
    own = set(exhibition.organisers.values_list("pk", flat=True))
    missing = placed.exclude(pk__in=exhibition.loans.values("artwork"))
    return Loan.objects.bulk_create(
        Loan(
            exhibition=exhibition,
            artwork=work,
            state=LoanState.OWN if work.museum_id in own else LoanState.STANDING,
        )
        for work in missing
    )


def publish(exhibition: Exhibition, *, by: User | None) -> Exhibition:
    """draft or withdrawn → published; it opens when its clock says so. Raises Refused with what is missing."""
    demand(by, Do.CURATE, exhibition, _MAY_NOT)
    with deed("publish", exhibition, by=by, is_public=True):
        current = Exhibition.objects.select_for_update().get(pk=exhibition.pk)
        if missing := missing_for_opening(current):
            raise Refused(*missing)
        lend(current)
        current.status = ExhibitionStatus.PUBLISHED
        current.published_at = current.published_at or timezone.now()
        current.withdrawal_reason = ""
        current.save(update_fields=["status", "published_at", "withdrawal_reason"])
    exhibition.refresh_from_db()
    return exhibition


def withdraw(exhibition: Exhibition, *, by: User | None, note: str = "") -> Exhibition:
    """published → withdrawn, by its curators or by an editor. The note stands on the page that is left."""
    if by is not None and not may(by, Do.CURATE, exhibition):
        demand(by, Do.WITHDRAW_EXHIBITION, exhibition, _MAY_NOT)
    if not note.strip():
        raise Refused(_("Give the reason: it stands on the page that is left at this address."), field="note")
    with deed("withdraw", exhibition, by=by, note=note, is_public=True):
        current = Exhibition.objects.select_for_update().get(pk=exhibition.pk)
        if current.status != ExhibitionStatus.PUBLISHED:
            raise Refused(_("The exhibition is not public."))
        current.status = ExhibitionStatus.WITHDRAWN
        current.withdrawal_reason = note.strip()[:300]
        current.save(update_fields=["status", "withdrawal_reason"])
    exhibition.refresh_from_db()
    return exhibition


def recall(loan: Loan, *, by: User | None, reason: str) -> Loan:
    """A museum takes its work back; its place in the exhibition keeps a courteous note."""
    demand(by, Do.PUBLISH, loan.artwork, _("Only the museum that keeps the work may recall it."))
    if not reason.strip():
        raise Refused(_("Say why the work is recalled."), field="reason")
    with deed("recall", loan.exhibition, by=by, note=reason, is_public=True):
        loan.state = LoanState.RECALLED
        loan.reason = reason.strip()[:300]
        loan.save(update_fields=["state", "reason", "changed_at"])
    return loan


def place(block: Block, artworks: list[Artwork]) -> None:
    """Put works into a block in this order, instead of those that are there."""
    block.block_works.all().delete()
    for order, artwork in enumerate(artworks):
        block.block_works.create(artwork=artwork, order=order)
