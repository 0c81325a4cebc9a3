"""Statements of influence: a museum's own, with their witnesses; public by an action, never by a field."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import TabularInline
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from collection.actions.influences import publish_influence, withdraw_influence
from collection.actions.refusal import NotAllowed, Refused
from collection.admin.dates import DatedFormMixin
from collection.admin.scope import ScopedAdmin, ScopedInline, allowed, influences_of, museums_of
from collection.enums import InfluenceKind, Status
from collection.models import Influence, InfluenceReference, InfluenceWitness
from members.permissions import Do, may


class InfluenceForm(DatedFormMixin, forms.ModelForm):
    """One source, one target, one who says so."""

    kinds = forms.MultipleChoiceField(
        choices=InfluenceKind.choices, widget=forms.CheckboxSelectMultiple, label=gettext_lazy("kinds")
    )

    class Meta:
        model = Influence
        exclude = ["witnesses", "references"]  # noqa: DJ006  a new field belongs to the form

    def clean(self) -> Any:
        data = super().clean()
        ends = []
        for end, words in (
            ("source", _("Choose one source: a culture or a work.")),
            ("target", _("Choose one target: a culture or a work.")),
        ):
            culture, artwork = data.get(f"{end}_culture"), data.get(f"{end}_artwork")
            if bool(culture) == bool(artwork):
                self.add_error(f"{end}_culture" if f"{end}_culture" in self.fields else None, words)
            ends.append((culture, artwork))
        if ends[0] == ends[1] and ends[0] != (None, None):
            self.add_error(None, _("Source and target are the same."))
        return data


class WitnessInline(ScopedInline, TabularInline):
    model = InfluenceWitness
    fields = ["artwork", "order", "note"]
    autocomplete_fields = ["artwork"]


class LiteratureInline(ScopedInline, TabularInline):
    model = InfluenceReference
    autocomplete_fields = ["reference"]


@admin.register(Influence)
class InfluenceAdmin(ScopedAdmin):
    form = InfluenceForm
    deeds = {"view": Do.VIEW, "add": Do.DRAFT, "change": Do.DRAFT, "delete": Do.DRAFT}
    list_display = ["__str__", "certainty", "status", "asserted_by_museum"]
    list_filter = ["status", "certainty"]
    search_fields = [
        "statement", "source_culture__sort_name", "target_culture__sort_name",
        "source_artwork__titles__text", "target_artwork__titles__text",
    ]  # fmt: skip
    autocomplete_fields = [
        "source_culture", "source_artwork", "target_culture", "target_artwork", "asserted_by_agent", "answers",
    ]  # fmt: skip
    inlines = [WitnessInline, LiteratureInline]
    fieldsets = [
        (
            gettext_lazy("From where to where"),
            {
                "description": gettext_lazy("Persia gave to Ming China; the Delft potters received from Kakiemon. One culture or one work at each end."),
                "fields": [("source_culture", "source_artwork"), ("target_culture", "target_artwork"), "kinds"],
            },
        ),
        (gettext_lazy("The claim"), {"fields": ["statement", "evidence", "certainty", ("asserted_by_museum", "asserted_by_agent"), "answers"]}),
        (
            gettext_lazy("When"),
            {
                "fields": [
                    ("display_date", "edtf"), ("date_basis", "date_note"),
                    ("earliest_begin", "latest_begin", "earliest_end", "latest_end"),
                ]
            },
        ),
    ]  # fmt: skip

    def scope(self, queryset: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
        return influences_of(request, queryset).with_ends()  # type: ignore[attr-defined]

    def choices_for(self, field: Any, request: HttpRequest) -> QuerySet[Any]:
        if field.name == "asserted_by_museum":
            return museums_of(request.user)  # type: ignore[arg-type]
        if field.name == "answers":
            return influences_of(request, Influence.objects.all()) | Influence.objects.published()
        return allowed(super().choices_for(field, request), request.user)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may(request.user, Do.DRAFT) or may(request.user, Do.PUBLISH)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A public statement is corrected by who may correct records."""
        is_public = obj is not None and obj.status == Status.PUBLISHED
        return may(request.user, Do.CORRECT if is_public else Do.DRAFT, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and (obj is None or obj.status == Status.DRAFT)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """A museum's staff speak for their museum."""
        form = super().get_form(request, obj, change, **kwargs)
        field = form.base_fields.get("asserted_by_museum")
        if field is not None:
            field.required, field.empty_label = True, None
        return form

    def get_urls(self) -> list[URLPattern]:
        at = self.admin_site.admin_view
        return [
            path("<path:object_id>/do/<slug:verb>/", at(self.deed_view), name="collection_influence_deed"),
            *super().get_urls(),
        ]

    def deed_view(self, request: HttpRequest, object_id: str, verb: str) -> HttpResponse:
        """POST: publish or withdraw a statement."""
        influence = self.get_object(request, unquote(object_id))
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        note = request.POST.get("note", "").replace("\x00", "")[:2000]
        try:
            if verb == "withdraw":
                withdraw_influence(influence, by=request.user, reason=note)  # type: ignore[arg-type]
            else:
                publish_influence(influence, by=request.user, note=note)  # type: ignore[arg-type]
            messages.success(request, _("Done."))
        except NotAllowed as refusal:
            raise PermissionDenied(refusal.sentence) from refusal
        except Refused as refusal:
            messages.error(request, refusal.sentence)
        return redirect("admin:collection_influence_change", influence.pk)
