"""Who finds which exhibitions in the admin: their curators, and all of them for editors and administrators."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from exhibitions.enums import CuratorRole, ExhibitionStatus
from exhibitions.models import Exhibition
from members.admin.scope import ScopedAdmin
from members.enums import Role
from members.models import User
from members.permissions import Do, may


def exhibitions_of(user: User) -> QuerySet[Exhibition]:
    """Those that `user` curates; all for editors and administrators."""
    if user.holds(Role.EDITOR, Role.ADMINISTRATOR):
        return Exhibition.objects.all()
    if not user.holds(Role.CURATOR):
        return Exhibition.objects.none()
    own = user.exhibition_curators.exclude(role=CuratorRole.READER)
    return Exhibition.objects.filter(pk__in=own.values("exhibition"))


class ExhibitionScoped(ScopedAdmin):
    """Pages of an exhibition and of its rooms: its curators change it, editors and administrators read it."""

    @staticmethod
    def exhibition_of(thing: Any) -> Exhibition | None:
        """The exhibition that a row of this page belongs to."""
        return thing

    def tells_public(self, request: HttpRequest) -> bool:
        """What changes an exhibition that is public changes the catalogue."""
        name = request.resolver_match.kwargs.get("object_id", "") if request.resolver_match else ""
        if not name.isdecimal() or len(name) > 12:
            return False
        found = self.exhibition_of(self.model._default_manager.filter(pk=int(name)).first())
        return found is not None and found.status == ExhibitionStatus.PUBLISHED

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is None:
            return any(may(request.user, do) for do in (Do.CURATE, Do.WITHDRAW_EXHIBITION, Do.RUN_NETWORK))
        user: Any = request.user
        found = self.exhibition_of(obj)
        return found is not None and exhibitions_of(user).filter(pk=found.pk).exists()

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, Do.CURATE, None if obj is None else self.exhibition_of(obj))
