"""Museums in the admin: a director edits the own museum's page, an administrator all of them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from members.admin.scope import ScopedAdmin
from members.enums import Role
from members.forms import NamesField
from members.models import Museum
from members.permissions import Do, may


class MuseumForm(forms.ModelForm):
    """Other names are one a line."""

    alt_labels = NamesField(required=False, label=_("other names"))


@admin.register(Museum)
class MuseumAdmin(ScopedAdmin):
    form = MuseumForm
    deeds = {"view": Do.RUN_MUSEUM, "change": Do.RUN_MUSEUM, "add": Do.RUN_NETWORK}
    deeds_are_public = True
    list_display = ["name", "city", "country", "network_status", "member_since", "quota"]
    list_filter = ["network_status", "country"]
    search_fields = ["sort_name", "names", "alt_labels", "city", "slug"]
    ordering = ["sort_name"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "names",
                    "alt_labels",
                    ("city", "country"),
                    ("latitude", "longitude"),
                    "website",
                    "logo",
                    "about",
                ]
            },
        ),
        ("Identifiers", {"fields": [("isil", "wikidata"), "slug"]}),
        ("Network", {"fields": [("network_status", "member_since"), "status_source", "quota"]}),
    ]

    def scope(self, queryset: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
        """One's own museums; all for administrators."""
        if may(request.user, Do.RUN_NETWORK):
            return queryset
        return queryset.filter(pk__in=museums_run_by(request.user))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Its part in the network is not for the museum itself to say."""
        if may(request.user, Do.RUN_NETWORK):
            return []
        return ["network_status", "member_since", "status_source", "quota", "slug"]


def museums_run_by(user: Any) -> list[int]:
    """The museums that `user` directs."""
    return [museum for role, museum in user.roles if role == Role.DIRECTOR and museum]
