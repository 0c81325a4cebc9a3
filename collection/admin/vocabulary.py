"""Vocabularies: anybody on the staff proposes a term, an editor decides on it and merges what is double."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import TabularInline
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from collection.admin.lists import CodesField
from collection.admin.scope import AUTOCOMPLETE, ScopedAdmin, ScopedInline
from collection.enums import ConceptKind, Region, TermStatus
from collection.models import Agent, Concept, Culture, Epoch, EpochDefinition, Place, Reference
from collection.search.dependants import refresh_works_naming
from members.forms import NamesField
from members.languages import text_in
from members.models import slug_of
from members.permissions import Do, may

TERMS = {"view": Do.PROPOSE_TERM, "add": Do.PROPOSE_TERM, "change": Do.DECIDE_TERM, "delete": Do.DECIDE_TERM}


class TermForm(forms.ModelForm):
    """The address is made of the English name where none is given."""

    unique_with: tuple[str, ...] = ()
    alt_labels = NamesField(required=False, label=gettext_lazy("other names"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = _("Left empty, it is made of the English name.")
        if "term_status" in self.fields:
            states = [(value, label) for value, label in TermStatus.choices if value != TermStatus.MERGED]
            self.fields["term_status"].choices = states  # type: ignore[attr-defined]

    def clean(self) -> Any:
        data = super().clean() or self.cleaned_data
        if not data.get("slug") and data.get("labels"):
            data["slug"] = slug_of(text_in(data["labels"], "en"))
        if self.errors or "slug" not in data:
            return data
        if self._is_taken(data):
            self.add_error(
                "labels",
                ValidationError(
                    _("There is a term of that name already: choose it, or name this one more exactly."),
                    code="unique",
                ),
            )
        return data

    def _is_taken(self, data: dict[str, Any]) -> bool:
        same = Q(slug=data["slug"])
        for name in ("kind", "country"):
            if name in self.unique_with:
                same &= Q(**{name: data.get(name, "")})
        return type(self.instance)._default_manager.filter(same).exclude(pk=self.instance.pk).exists()


def _form_of(term: Any, *unique_with: str, **fields: Any) -> Any:
    """The form of one vocabulary; its slug is unique together with `unique_with`."""
    meta = type("Meta", (), {"model": term, "fields": "__all__"})
    return type(f"{term.__name__}Form", (TermForm,), {"Meta": meta, "unique_with": unique_with, **fields})


class TermAdmin(ScopedAdmin):
    """What the vocabularies have in common."""

    deeds = TERMS
    deeds_are_public = True
    list_display = ["__str__", "slug", "term_status", "proposed_by"]
    list_filter = ["term_status"]
    list_select_related = ["proposed_by"]
    search_fields = ["sort_name", "labels", "alt_labels", "slug"]
    search_help_text = gettext_lazy("Any name in any language")
    ordering = ["sort_name", "pk"]

    def scope(self, queryset: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
        """Terms belong to nobody; choosers leave out what was merged away."""
        return queryset.usable() if request.path.endswith(AUTOCOMPLETE) else queryset  # type: ignore[attr-defined]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Only an editor says in which state a term is."""
        fields = super().get_fields(request, obj)
        return (
            fields
            if may(request.user, Do.DECIDE_TERM)
            else [name for name in fields if name != "term_status"]
        )

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """What an editor adds is accepted; what others add is proposed."""
        if not change:
            obj.proposed_by = request.user
            if not may(request.user, Do.DECIDE_TERM):
                obj.term_status = TermStatus.PROPOSED
        super().save_model(request, obj, form, change)
        if change:
            refresh_works_naming([obj])

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A proposed term that nothing uses may go; the rest is merged into another."""
        return super().has_delete_permission(request, obj) and (
            obj is None or obj.term_status == TermStatus.PROPOSED
        )

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        if obj.term_status == TermStatus.PROPOSED:
            messages.info(
                request,
                _("“%(term)s” is proposed: you can use it at once, and an editor decides on it.")
                % {"term": obj},
            )
        return super().response_add(request, obj, post_url_continue)


@admin.register(Concept)
class ConceptAdmin(TermAdmin):
    form = _form_of(Concept, "kind")
    list_display = ["__str__", "kind", "broader", "term_status", "aat"]
    list_filter = ["kind", "term_status"]
    list_select_related = ["broader"]
    autocomplete_fields = ["broader"]
    fields = [
        "labels",
        "alt_labels",
        "kind",
        "broader",
        "definition",
        "aat",
        "silhouette",
        "slug",
        "term_status",
    ]

    def scope(self, queryset: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
        """A chooser asks for one kind of concept."""
        queryset = super().scope(queryset, request)
        kind = request.GET.get("kind", "")
        is_chooser = request.path.endswith(AUTOCOMPLETE) and kind in ConceptKind.values
        return queryset.filter(kind=kind) if is_chooser else queryset

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        kind = request.GET.get("kind", "")
        return {"kind": kind} if kind in ConceptKind.values else {}


@admin.register(Place)
class PlaceAdmin(TermAdmin):
    form = _form_of(Place, "country")
    list_display = ["__str__", "country", "precision", "broader", "term_status"]
    list_filter = ["precision", "term_status"]
    list_select_related = ["broader"]
    autocomplete_fields = ["broader"]
    fields = [
        "labels", "alt_labels", ("country", "precision"), ("latitude", "longitude"), "broader",
        ("earliest_year", "latest_year"),
        ("geonames", "tgn"), "slug", "term_status",
    ]  # fmt: skip


@admin.register(Agent)
class AgentAdmin(TermAdmin):
    form = _form_of(Agent)
    list_display = ["__str__", "kind", "display_dates", "term_status"]
    list_filter = ["kind", "term_status"]
    fields = [
        "labels", "alt_labels", "kind", "display_dates", ("earliest_year", "latest_year"),
        ("ulan", "wikidata"), "slug", "term_status",
    ]  # fmt: skip


@admin.register(Culture)
class CultureAdmin(TermAdmin):
    form = _form_of(
        Culture,
        countries=CodesField(
            required=False,
            label=gettext_lazy("countries of today"),
            help_text=gettext_lazy("ISO codes: CN, KR, FR"),
        ),
    )
    list_display = ["__str__", "region", "broader", "term_status"]
    list_filter = ["region", "term_status"]
    list_select_related = ["broader"]
    autocomplete_fields = ["broader"]
    fields = [
        "labels", "alt_labels", "region", "broader", "countries", ("latitude", "longitude"),
        ("start_year", "end_year"), "note", "slug", "term_status",
    ]  # fmt: skip


class DefinitionForm(forms.ModelForm):
    countries = CodesField(required=False, label=gettext_lazy("countries of today"))

    class Meta:
        model = EpochDefinition
        fields = [
            "earliest_begin", "latest_begin", "earliest_end", "latest_end", "countries", "is_worldwide",
            "source", "periodo", "is_preferred",
        ]  # fmt: skip

    def clean(self) -> Any:
        data = super().clean() or self.cleaned_data
        years = [data.get(name) for name in ("earliest_begin", "latest_begin", "earliest_end", "latest_end")]
        if None not in years and not (
            years[0] <= years[1] and years[2] <= years[3] and years[0] <= years[2] and years[1] <= years[3]
        ):
            self.add_error("latest_end", _("The latest year lies before the earliest."))
        return data


class DefinitionInline(ScopedInline, TabularInline):
    model = EpochDefinition
    form = DefinitionForm


@admin.register(Epoch)
class EpochAdmin(TermAdmin):
    form = _form_of(
        Epoch,
        regions=forms.MultipleChoiceField(
            choices=Region.choices,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            label=gettext_lazy("regions"),
        ),
    )
    list_display = ["__str__", "parent", "term_status", "aat"]
    list_select_related = ["parent"]
    autocomplete_fields = ["parent"]
    fields = ["labels", "alt_labels", "parent", "regions", "aat", "note", "slug", "term_status"]
    inlines = [DefinitionInline]


@admin.register(Reference)
class ReferenceAdmin(ScopedAdmin):
    deeds = TERMS
    list_display = ["citation", "kind"]
    list_filter = ["kind"]
    search_fields = ["citation"]
    ordering = ["citation"]
