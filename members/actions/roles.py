"""Roles: given and taken, each with its line in the audit."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from members.actions.invitations import demand_may_give
from members.deeds import deed
from members.enums import Role
from members.models import Membership, Museum, User


def give_role(user: User, role: str, *, museum: Museum | None, by: User) -> Membership:
    """Give a role; given twice, it changes nothing. Raises PermissionDenied."""
    demand_may_give(by, role, museum)
    with deed("give_role", museum or user, by=by, note=f"{user.email}: {role}"):
        membership, _is_new = Membership.objects.get_or_create(user=user, role=role, museum=museum)
    return membership


def take_role(membership: Membership, *, by: User) -> None:
    """Take a role away. The last administrator stays: nobody else could let one in again."""
    demand_may_give(by, membership.role, membership.museum)
    if (
        membership.role == Role.ADMINISTRATOR
        and Membership.objects.filter(role=Role.ADMINISTRATOR).count() == 1
    ):
        raise PermissionDenied(_("This is the last administrator: name another one first."))
    with deed(
        "take_role",
        membership.museum or membership.user,
        by=by,
        note=f"{membership.user.email}: {membership.role}",
    ):
        membership.delete()
