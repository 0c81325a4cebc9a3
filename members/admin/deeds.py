"""The audit line, to be read."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from members.admin.scope import ScopedAdmin
from members.enums import Role
from members.models import Deed
from members.permissions import Do, may


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
        if user.holds(Role.EDITOR, Role.ADMINISTRATOR):
            return queryset
        return queryset.filter(Q(museum__in=user.museum_ids) | Q(by=user))

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The scope has chosen; deeds without a museum are one's own."""
        return may(request.user, Do.VIEW)
