"""The parts of an artwork's record, each as rows under its form."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin import StackedInline, TabularInline
from django.contrib.admin.utils import flatten
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from collection.admin.dates import DatedFormMixin
from collection.admin.scope import ScopedInline
from collection.models import (
    ArtworkAgent,
    ArtworkReference,
    Dimension,
    ExternalId,
    InfluenceWitness,
    Inscription,
    MuseumOnlyStep,
    ProvenanceEvent,
    SourceRecord,
    Title,
)


class TitleInline(ScopedInline, TabularInline):
    model = Title
    fields = ["text", "language", "kind", "is_original", "order"]
    min_num = 0

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 1 if obj is None else 0

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "language" and field:
            field.help_text = _("en, ja, zh-Hant, pt-BR, fa-Latn; und if not known")
            field.widget.attrs["size"] = 8
        return field


class AgentInline(ScopedInline, TabularInline):
    model = ArtworkAgent
    fields = ["agent", "role", "attribution", "order"]
    autocomplete_fields = ["agent"]


class DimensionInline(ScopedInline, TabularInline):
    model = Dimension
    fields = ["kind", "value", "unit", "part"]


class InscriptionInline(ScopedInline, StackedInline):
    model = Inscription
    fields = [("language", "position", "order"), "text", "translation"]


_STEP_FIELDS: list[Any] = [
    ("order", "kind", "certainty", "is_direct", "link_certainty"),
    "text",
    ("party_name", "party_life", "party_clause"),
    ("party", "is_party_doubtful", "is_dealer"),
    ("origin_name", "origin", "through"),
    ("place_name", "place", "is_place_doubtful"),
    ("display_date", "edtf", "date_basis", "is_date_doubtful"),
    ("earliest_begin", "latest_begin", "earliest_end", "latest_end", "date_note"),
    ("lot", "price"),
    ("source", "note"),
]
_STEP_WIDGETS = {"note": forms.Textarea(attrs={"rows": 2}), "source": forms.Textarea(attrs={"rows": 2})}


class ProvenanceForm(DatedFormMixin, forms.ModelForm):
    """One step of the chain, its date read as the work's own is."""

    class Meta:
        model = ProvenanceEvent
        fields = list(flatten(_STEP_FIELDS))
        widgets = _STEP_WIDGETS


class ProvenanceInline(ScopedInline, StackedInline):
    model = ProvenanceEvent
    form = ProvenanceForm
    autocomplete_fields = ["party", "origin", "place"]
    fields = _STEP_FIELDS


class MuseumOnlyForm(DatedFormMixin, forms.ModelForm):
    class Meta:
        model = MuseumOnlyStep
        fields = ["reason", *flatten(_STEP_FIELDS)]
        widgets = _STEP_WIDGETS


class MuseumOnlyInline(ScopedInline, StackedInline):
    """For the museum's own staff: who comes from outside finds neither the rows nor that there are any."""

    model = MuseumOnlyStep
    form = MuseumOnlyForm
    autocomplete_fields = ["party", "origin", "place"]
    fields = ["reason", *_STEP_FIELDS]

    def _is_staff(self, request: HttpRequest, obj: Any) -> bool:
        user: Any = request.user
        return bool(user.museum_ids) if obj is None else obj.museum_id in user.museum_ids

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._is_staff(request, obj)

    def has_add_permission(self, request: HttpRequest, obj: Any) -> bool:
        return self._is_staff(request, obj) and super().has_add_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._is_staff(request, obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._is_staff(request, obj) and super().has_delete_permission(request, obj)


class ReferenceInline(ScopedInline, TabularInline):
    model = ArtworkReference
    fields = ["reference", "pages", "order"]
    autocomplete_fields = ["reference"]


class ExternalIdInline(ScopedInline, TabularInline):
    model = ExternalId
    fields = ["scheme", "value", "url"]


class SourceRecordInline(ScopedInline, StackedInline):
    """The museum's own record as it came, to read only."""

    model = SourceRecord
    fields = readonly_fields = ["as_it_came", "changed_at"]
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=_("fields"))
    def as_it_came(self, record: SourceRecord) -> str:
        pairs = (
            (name, v if isinstance(v, str) else json.dumps(v, ensure_ascii=False))
            for name, v in record.fields.items()
        )
        return format_html("<dl>{}</dl>", format_html_join("", "<dt>{}</dt><dd>{}</dd>", pairs))


class WitnessInline(ScopedInline, TabularInline):
    """Statements of influence that this work witnesses; the plus sign opens the form of a new one."""

    model = InfluenceWitness
    fields = ["influence", "order", "note"]
    autocomplete_fields = ["influence"]
    verbose_name = _("influence that the work witnesses")
    verbose_name_plural = _("influences that the work witnesses")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return (
            super()
            .get_queryset(request)
            .select_related("influence__source_culture", "influence__target_culture")
        )
