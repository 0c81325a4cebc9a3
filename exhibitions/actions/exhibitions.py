"""An exhibition is started, opened to the public, withdrawn and opened again."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from collection.actions.refusal import Refused, demand
from collection.models import Artwork
from exhibitions.actions.readiness import missing_for_opening
from exhibitions.actions.releases import freeze
from exhibitions.enums import CuratorRole, ExhibitionStatus
from exhibitions.models import Block, Exhibition
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


# Addresses of the studio's own pages: /studio/requests/ is no exhibition.
RESERVED = frozenset({"requests", "notices"})


def free_slug(title: str) -> str:
    """An address for a new exhibition that no other has."""
    base = slug_of(title)[:110]
    taken = RESERVED | set(Exhibition.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(slug for slug in [base, *(f"{base}-{n}" for n in range(2, 10_000))] if slug not in taken)


def describe(exhibition: Exhibition, *, by: User | None, **facts: Any) -> bool:
    """Set fields. Gives False, and does nothing, where they are so already."""
    demand(by, Do.CURATE, exhibition, _MAY_NOT)
    changed = [name for name, value in facts.items() if getattr(exhibition, name) != value]
    if not changed:
        return False
    with deed("change", exhibition, by=by, note=", ".join(changed)):
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


def publish(exhibition: Exhibition, *, by: User | None) -> Exhibition:
    """draft or withdrawn → published, with what stands in the studio as the next release; it opens when its clock says so.
    Raises Refused with what is missing."""
    demand(by, Do.CURATE, exhibition, _MAY_NOT)
    with deed("publish", exhibition, by=by, is_public=True):
        Exhibition.objects.select_for_update().get(pk=exhibition.pk)
        current = Exhibition.objects.select_related("release", "cover__museum").get(pk=exhibition.pk)
        if missing := missing_for_opening(current):
            raise Refused(*missing)
        freeze(current, by=by)
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


def place(block: Block, artworks: list[Artwork]) -> None:
    """Put works into a block in this order, instead of those that are there."""
    block.block_works.all().delete()
    for order, artwork in enumerate(artworks):
        block.block_works.create(artwork=artwork, order=order)
