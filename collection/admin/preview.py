"""A record as the public will see it: rendered for staff, never stored by any cache, found by no robot."""

from __future__ import annotations

from django.contrib.admin.utils import unquote
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from collection.actions.refusal import Refused
from collection.models import Artwork
from collection.views.preview import rendered


class PreviewPages:
    """A mixin of the artwork's admin."""

    def preview_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The saved record, or with `?edit=` a pending edit applied in a transaction that is rolled back."""
        artwork: Artwork = self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
        wanted = request.GET.get("edit", "")
        if not wanted:
            return _private(rendered(request, artwork))
        edit = (
            artwork.pending_edits.filter(pk=int(wanted)).first()
            if wanted.isdecimal() and len(wanted) < 12
            else None
        )
        if edit is None or not self.has_change_permission(request, artwork):  # type: ignore[attr-defined]
            raise Http404
        with transaction.atomic():
            try:
                self.write(edit, by=request.user)  # type: ignore[attr-defined]
                response = rendered(request, Artwork.objects.get(pk=artwork.pk))
            except Refused as refusal:
                context = {
                    "sentences": refusal.sentences,
                    "artwork": artwork,
                    "edit": edit,
                    "title": _("Preview"),
                }
                response = render(request, "admin/collection/artwork/no_preview.html", context, status=409)
            transaction.set_rollback(True)
        return _private(response)


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
