"""Erasure by law in the admin: what goes is chosen, said in words, and confirmed by typing the record's identifier."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from collection.actions.erase import FIELDS, ROWS, erase
from collection.actions.refusal import NotAllowed, Refused
from collection.exports.changes import label_of
from collection.exports.record import public_record
from collection.models import Artwork
from members.languages import text_in
from members.permissions import Do, may


class ErasureForm(forms.Form):
    """What is to go, why, and the sign that one means it."""

    target = forms.ChoiceField(label=gettext_lazy("What is erased"), required=False)
    words = forms.CharField(
        label=gettext_lazy("Words that go wherever they stand in this record, one a line"),
        help_text=gettext_lazy(
            "A name, for instance. Texts around them stay in the record; in older versions the whole text goes."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=2000,
    )
    instead = forms.CharField(
        label=gettext_lazy("What stands in the place of the field (may be empty)"),
        required=False,
        max_length=2000,
    )
    note = forms.CharField(
        label=gettext_lazy("Which law or whose right asks for it"),
        help_text=gettext_lazy("This reason is public. Do not repeat what is erased."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=500,
    )
    confirmed = forms.CharField(label="")

    def __init__(self, artwork: Artwork, data: Any = None) -> None:
        super().__init__(data)
        self.artwork = artwork
        self.fields["target"].choices = list(_targets(artwork))  # type: ignore[attr-defined]
        self.fields["confirmed"].label = _("To confirm, type the identifier of the record: %(id)s") % {
            "id": artwork.public_id
        }

    def clean_confirmed(self) -> str:
        typed: str = self.cleaned_data["confirmed"].strip()
        if typed != self.artwork.public_id:
            raise forms.ValidationError(_("This is not the identifier of the record. Nothing was erased."))
        return typed


def _targets(artwork: Artwork) -> Any:
    """What the record holds that may be erased: (value, words)."""
    record = public_record(Artwork.objects.with_record().get(pk=artwork.pk))
    yield "", _("Only the words below")
    for name in FIELDS:
        yield name, label_of(name)
    for name in ROWS:
        for place, row in enumerate(record[name]):
            text = row["text"] if isinstance(row["text"], str) else text_in(row["text"], "en")
            yield f"{name}/{place}", f"{label_of(name)} {place + 1}: {Truncator(text).chars(80)}"


class ErasingPages:
    """A mixin of the artwork's admin."""

    admin_site: Any

    def erase_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The form, and the deed. What may not be seen is 404, what may not be done 403."""
        artwork: Artwork | None = self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
        if artwork is None:
            raise Http404
        if not may(request.user, Do.ERASE, artwork):
            raise PermissionDenied
        form = ErasureForm(artwork, request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid() and self._erased(request, artwork, form):
            return redirect("admin:collection_artwork_change", artwork.pk)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Erase by law"),
            "original": artwork,
            "form": form,
        }
        return TemplateResponse(request, "admin/collection/artwork/erase.html", context)

    @staticmethod
    def _erased(request: HttpRequest, artwork: Artwork, form: ErasureForm) -> bool:
        given = form.cleaned_data
        try:
            reached = erase(
                artwork,
                given["target"],
                by=request.user,  # type: ignore[arg-type]
                note=given["note"],
                words=given["words"].splitlines(),
                instead=given["instead"],
            )
        except NotAllowed as refusal:
            raise PermissionDenied(refusal.sentence) from refusal
        except Refused as refusal:
            for sentence in refusal.sentences:
                form.add_error(refusal.field if refusal.field in form.fields else None, sentence)
            return False
        messages.success(request, _("Erased from the record and everything that remembers it."))
        for one in reached:
            sentence = (
                _("Erased there too.")
                if one.is_erased
                else _("The words stand there as well: ask its makers.")
            )
            level = messages.INFO if one.is_erased else messages.WARNING
            messages.add_message(
                request, level, format_html('<a href="{}">{}</a>: {}', one.url, one.label, sentence)
            )
        return True
