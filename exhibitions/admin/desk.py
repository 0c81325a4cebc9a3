"""What the first page of the admin shows of exhibitions."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from exhibitions.admin.scope import exhibitions_of
from exhibitions.admin.state import state_of
from members.enums import Role
from members.permissions import Do, may

_SHOWN = 8


def panels(request: HttpRequest) -> list[dict[str, Any]]:
    """For curators: their exhibitions, each with its state; see collection.admin.desk."""
    user: Any = request.user
    if not user.holds(Role.CURATOR) or not may(user, Do.CURATE):
        return []
    own = exhibitions_of(user).filter(curators=user).order_by("-pk")
    rows = [
        {
            "url": reverse("admin:exhibitions_exhibition_change", args=[show.pk]),
            "words": str(show),
            "about": " · ".join([state_of(show)[1], _rooms(show.sections.count())]),
            "note": "",
        }
        for show in own[:_SHOWN]
    ]
    return [
        {
            "kind": "rows",
            "title": _("Your exhibitions"),
            "count": own.count(),
            "rows": rows,
            "more": reverse("admin:exhibitions_exhibition_changelist"),
            "empty": _("None yet. Begin one: a title is enough."),
            "add": {"url": reverse("admin:exhibitions_exhibition_add"), "label": _("Begin an exhibition")},
        }
    ]


def _rooms(count: int) -> str:
    return ngettext("%(count)d room", "%(count)d rooms", count) % {"count": count}
