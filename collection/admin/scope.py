"""Who finds what of the collection in the admin, all from one mixin (members.admin.scope) that asks `may`."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest

from collection.models import Artwork, Influence
from members.admin.scope import AUTOCOMPLETE, ScopedAdmin, ScopedInline, allowed
from members.enums import MUSEUM_ROLES, Role
from members.models import Museum, User

__all__ = [
    "AUTOCOMPLETE",
    "ScopedAdmin",
    "ScopedInline",
    "allowed",
    "artworks_of",
    "influences_of",
    "museums_of",
    "of_museums",
    "sees_all",
]


def sees_all(user: User) -> bool:
    return user.holds(Role.EDITOR, Role.ADMINISTRATOR)


def museums_of(user: User) -> QuerySet[Museum]:
    """The museums for which `user` writes records."""
    return Museum.objects.for_user(user)


def artworks_of(request: HttpRequest, queryset: QuerySet[Artwork]) -> QuerySet[Artwork]:
    """Works in lists and forms: one's museums'; in a chooser also what is public anyway."""
    user: Any = request.user
    works: Any = queryset
    return works.visible_to(user) if request.path.endswith(AUTOCOMPLETE) else works.editable_by(user)


def of_museums(request: HttpRequest, queryset: QuerySet[Any], path: str = "museum") -> QuerySet[Any]:
    """Rows whose museum, found along `path`, is one's own; all for editors and administrators."""
    user: Any = request.user
    if sees_all(user):
        return queryset
    return queryset.filter(**{f"{path}__in": user.museum_ids})


def influences_of(request: HttpRequest, queryset: QuerySet[Influence]) -> QuerySet[Influence]:
    """Statements of one's museums; in a chooser also the public ones."""
    user: Any = request.user
    if sees_all(user):
        return queryset
    own = Q(asserted_by_museum__in=user.museum_ids)
    if request.path.endswith(AUTOCOMPLETE):
        public: Any = Influence.objects.published()
        own |= Q(pk__in=public.values("pk"))
    return queryset.filter(own)


def is_staff_of_a_museum(user: User) -> bool:
    return user.holds(*MUSEUM_ROLES)
