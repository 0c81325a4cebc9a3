"""The page of a pending edit: the form bound to what was written, beside what stands in the record."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.admin import helpers
from django.contrib.admin.utils import unquote
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from collection.actions.edits import apply_edit, dismiss_edit
from collection.actions.refusal import Refused
from collection.admin import merging
from collection.admin.differences import differences_of
from collection.enums import EditState
from collection.models import Artwork, Claim, PendingEdit
from members.permissions import Do, may, needs_note


class EditPages:
    """A mixin of the artwork's admin."""

    admin_site: Any

    def edit_view(self, request: HttpRequest, object_id: str, edit_id: int) -> HttpResponse:
        """GET shows both versions and the form; POST applies or dismisses the edit as it is."""
        artwork: Artwork = self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
        edit = artwork.pending_edits.select_related("by").filter(pk=edit_id).first()
        if edit is None or not self.has_change_permission(request, artwork):  # type: ignore[attr-defined]
            raise Http404  # an editor from outside has no business with edits of drafts
        if request.method == "POST":
            return self._decided(request, artwork, edit)
        if edit.state not in (EditState.UNFINISHED, EditState.WAITING):
            messages.info(
                request,
                _("This edit has been decided already: %(state)s.") % {"state": edit.get_state_display()},
            )
            return redirect("admin:collection_artwork_change", artwork.pk)
        return self._compared(request, artwork, edit)

    def _decided(self, request: HttpRequest, artwork: Artwork, edit: PendingEdit) -> HttpResponse:
        note = request.POST.get("note", "").replace("\x00", "")[:2000]
        try:
            if "_dismiss" in request.POST:
                dismiss_edit(edit, by=request.user, note=note)  # type: ignore[arg-type]
                messages.success(request, _("The edit is dismissed; the record stays as it was."))
            else:
                apply_edit(edit, by=request.user, note=note)  # type: ignore[arg-type]
                messages.success(request, _("The edit now stands in the record."))
        except Refused as refusal:
            for sentence in refusal.sentences:
                messages.error(request, sentence)
            return redirect("admin:collection_artwork_edit", artwork.pk, edit.pk)
        return redirect("admin:collection_artwork_change", artwork.pk)

    def _compared(self, request: HttpRequest, artwork: Artwork, edit: PendingEdit) -> HttpResponse:
        form, formsets, inlines = self.bound_to(request, artwork, edit)
        more = {
            "title": _("Edit by %(person)s") % {"person": edit.by},
            "edit": edit,
            "differences": differences_of(form, formsets),
            "base": form.data.get("base", ""),
            "may_apply": may(request.user, Do.PUBLISH, edit)
            or (edit.state == EditState.UNFINISHED and not artwork.is_public),
            "needs_note": edit.by_id != request.user.pk
            or needs_note(request.user, edit)  # type: ignore[arg-type]
            or (may(request.user, Do.CLAIM, edit) and Claim.objects.open().for_artwork(artwork).exists()),
            "edit_url": reverse("admin:collection_artwork_edit", args=[artwork.pk, edit.pk]),
        }
        return self.shown(request, artwork, (form, formsets, inlines), more)

    def shown(
        self, request: HttpRequest, artwork: Artwork, bound: tuple[Any, Any, Any], more: dict[str, Any]
    ) -> HttpResponse:
        """The form of `artwork` as it is bound, with `more` context; nothing is saved."""
        form, formsets, inlines = bound
        fieldsets = self.get_fieldsets(request, artwork)  # type: ignore[attr-defined]
        readonly = self.get_readonly_fields(request, artwork)  # type: ignore[attr-defined]
        adminform = helpers.AdminForm(form, list(fieldsets), {}, readonly, model_admin=self)
        rows = self.get_inline_formsets(request, formsets, inlines, artwork)  # type: ignore[attr-defined]
        media = self.media + adminform.media  # type: ignore[attr-defined]
        for row in rows:
            media += row.media
        context = {
            **self.admin_site.each_context(request),
            "subtitle": str(artwork),
            "adminform": adminform,
            "object_id": str(artwork.pk),
            "original": artwork,
            "is_popup": False,
            "to_field": None,
            "media": media,
            "inline_admin_formsets": rows,
            "errors": helpers.AdminErrorList(form, formsets),
            **more,
        }
        form_url = reverse("admin:collection_artwork_change", args=[artwork.pk])
        return never_cache(self.render_change_form)(  # type: ignore[attr-defined]
            request, context, add=False, change=True, obj=artwork, form_url=form_url
        )

    def bound_to(self, request: HttpRequest, artwork: Artwork, edit: PendingEdit) -> Any:
        """The form of `artwork` bound to `edit`, brought onto the record as it stands now."""
        from collection.admin.saving import querydict

        asking = HttpRequest()
        asking.method, asking.user = "POST", request.user
        asking.POST = querydict(
            {**merging.merged(self, request, artwork, edit.form_data), "edit": [str(edit.pk)]}
        )
        return self.bound(asking, artwork)  # type: ignore[attr-defined]
