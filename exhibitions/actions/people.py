"""Who works on an exhibition: asked to join, given another part, let go; and who is in the studio now."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from collection.actions.refusal import Refused, demand
from exhibitions.actions.changes import about, changing
from exhibitions.actions.notices import tell
from exhibitions.enums import CuratorRole, NoticeOf
from exhibitions.models import Exhibition, ExhibitionCurator, Presence, Section
from members.enums import Role
from members.models import User
from members.permissions import Do


def give_part(
    exhibition: Exhibition,
    person: User,
    role: str,
    *,
    by: User | None,
    sections: Sequence[Section] = (),
) -> ExhibitionCurator:
    """Let somebody take part, or give them another part. Authors write in `sections` alone. Raises Refused."""
    demand(by, Do.LEAD, exhibition, _("The lead chooses who works on it."))
    if role not in CuratorRole.values:
        raise Refused(_("There is no such part."), field="role")
    if not person.is_active or not person.roles:
        raise Refused(_("Only people of the network take part."), field="person")
    if role != CuratorRole.READER and not person.holds(Role.CURATOR):
        raise Refused(_("Only curators of the network write; others may read."), field="role")
    with changing(exhibition, "give_part", by=by, note=f"{person}: {role}") as change:
        part = exhibition.exhibition_curators.filter(user=person).first()
        if part is not None and part.role == CuratorRole.LEAD != role:
            _demand_another_lead(exhibition, part)
        if part is None:
            part = ExhibitionCurator(exhibition=exhibition, user=person)
            tell([person], NoticeOf.JOINED, exhibition)
        part.role = role
        part.save()
        part.section_authors.all().delete()
        for section in sections if role == CuratorRole.SECTION_AUTHOR else ():
            part.section_authors.create(section=section)
        about(change, part)
    return part


def let_go(part: ExhibitionCurator, *, by: User | None) -> None:
    """End somebody's part; everybody may end their own. The last lead stays: somebody has to answer for it."""
    exhibition = part.exhibition
    if by is None or by.pk != part.user_id:
        demand(by, Do.LEAD, exhibition, _("The lead chooses who works on it."))
    with changing(exhibition, "let_go", by=by, note=f"{part.user}: {part.role}") as change:
        if part.role == CuratorRole.LEAD:
            _demand_another_lead(exhibition, part)
        about(change, part)
        part.delete()
        Presence.objects.filter(exhibition=exhibition, user=part.user).delete()


def be_here(exhibition: Exhibition, *, by: User, block: int | None = None) -> None:
    """Say that one has the exhibition open, and where one writes. No deed: it tells nothing that lasts."""
    demand(by, Do.REVIEW, exhibition, _("You have no part in this exhibition."))
    Presence.objects.update_or_create(
        exhibition=exhibition, user=by, defaults={"block": block, "seen_at": timezone.now()}
    )


def _demand_another_lead(exhibition: Exhibition, part: ExhibitionCurator) -> None:
    others = exhibition.exhibition_curators.filter(role=CuratorRole.LEAD, user__is_active=True)
    if not others.exclude(pk=part.pk).exists():
        raise Refused(_("This is the last lead: name another one first."), field="role")
