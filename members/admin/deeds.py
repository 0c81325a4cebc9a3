"""The audit line, to be read."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from members.admin.scope import ScopedAdmin
from members.enums import Role
from members.models import Deed, Museum
from members.permissions import Do, may

# Even that there is a claim is confidential.
_OF_CLAIMS = Q(noun="claim")


@admin.register(Deed)
class DeedAdmin(ScopedAdmin):
    """Those of one's own museum and one's own; all for editors and administrators."""

    deeds = {"view": Do.VIEW}
    list_display = ["at", "by", "verb", "noun", "public_id", "museum", "note"]
    list_filter = ["is_public", "verb"]
    list_select_related = ["by", "museum"]
    search_fields = ["public_id", "note"]
    ordering = ["-id"]

    def scope(self, queryset: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
        user: Any = request.user
        if user.holds(Role.EDITOR):
            return queryset
        if user.holds(Role.ADMINISTRATOR):
            return queryset.exclude(_OF_CLAIMS)
        queryset = queryset.filter(Q(museum__in=user.museum_ids) | Q(by=user))
        reads = [pk for pk in user.museum_ids if may(user, Do.CLAIM, Museum(pk=pk))]
        return queryset.exclude(_OF_CLAIMS & ~Q(museum__in=reads))

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The scope has chosen; deeds without a museum are one's own."""
        return may(request.user, Do.VIEW)
