"""Artworks in the admin: the list, the form in the order a registrar thinks, and who may do what with it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from collection.admin import inlines
from collection.admin.edits import EditPages
from collection.admin.erasing import ErasingPages
from collection.admin.forms import ArtworkForm
from collection.admin.images import ImageInline
from collection.admin.open_provenance import OpenProvenance
from collection.admin.preview import PreviewPages
from collection.admin.provenance import ProvenancePages
from collection.admin.saving import ArtworkSaving
from collection.admin.scope import ScopedAdmin, artworks_of, museums_of, sees_all
from collection.admin.state import StatePages
from collection.admin.uploads import UploadPages
from collection.enums import Status
from collection.models import Artwork
from members.permissions import Do, may

_DATE_HELP = _(
    "Write the date in your own words; the years are read from it. Examples: Edo period, about 1820; "
    "late 4th century BCE; 1662–1722. An EDTF date says it exactly: 1820~, 1600/1699, -0499 (500 BCE)."
)


class PhotographFilter(admin.SimpleListFilter):
    """Works with or without a photograph."""

    title = _("photograph")
    parameter_name = "photograph"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("1", _("With a photograph")), ("0", _("Without a photograph"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        if self.value() not in ("0", "1"):
            return queryset
        return queryset.filter(images__isnull=self.value() == "0").distinct()


class MuseumFilter(admin.SimpleListFilter):
    """One's own museums, or all for who sees all; no museum's name shows that is not one's own."""

    title = _("museum")
    parameter_name = "museum"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        works = artworks_of(request, Artwork.objects.all()).order_by()
        rows = works.values_list("museum", "museum__sort_name").distinct().order_by("museum__sort_name")
        return [(str(pk), name) for pk, name in rows]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        value = self.value() or ""
        return queryset.filter(museum=int(value)) if value.isdecimal() and len(value) < 12 else queryset


@admin.register(Artwork)
class ArtworkAdmin(
    OpenProvenance,
    ProvenancePages,
    StatePages,
    EditPages,
    PreviewPages,
    ErasingPages,
    UploadPages,
    ArtworkSaving,
    ScopedAdmin,
):
    """Museums' own works; editors and administrators find all of them."""

    form = ArtworkForm
    deeds = {"view": Do.VIEW, "add": Do.DRAFT, "change": Do.DRAFT, "delete": Do.DRAFT}
    list_display = ["title_text", "accession_number", "museum", "state", "photographs", "changed"]
    list_display_links = ["title_text"]
    list_filter = ["status", MuseumFilter, PhotographFilter]
    list_select_related = ["museum"]
    search_fields = ["titles__text", "accession_number", "source_id", "public_id", "display_culture"]
    search_help_text = _("Title, accession number, culture or public id")
    ordering = ["-changed_at", "pk"]
    autocomplete_fields = ["culture", "production_place", "find_place"]
    inlines = [
        inlines.TitleInline,
        ImageInline,
        inlines.AgentInline,
        inlines.DimensionInline,
        inlines.InscriptionInline,
        inlines.ProvenanceInline,
        inlines.MuseumOnlyInline,
        inlines.WitnessInline,
        inlines.ReferenceInline,
        inlines.ExternalIdInline,
        inlines.SourceRecordInline,
    ]
    fieldsets = [
        (
            _("What it is"),
            {
                "fields": [
                    "museum",
                    ("accession_number", "accession_missing_reason"),
                    ("object_types", "display_object_type"),
                    "subjects",
                    "motifs",
                ]
            },
        ),
        (
            _("Who and where"),
            {
                "fields": [
                    "display_creator",
                    ("culture", "display_culture"),
                    ("production_place", "production_country"),
                    "find_place",
                ]
            },
        ),
        (
            _("When"),
            {
                "description": _DATE_HELP,
                "fields": [
                    ("display_date", "edtf"),
                    "epoch_list",
                    ("date_basis", "date_note"),
                    ("earliest_begin", "latest_begin", "earliest_end", "latest_end"),
                ],
            },
        ),
        (
            _("Materials and size"),
            {
                "fields": [
                    ("materials", "display_materials"),
                    ("techniques", "display_techniques"),
                    "display_dimensions",
                ]
            },
        ),
        (
            _("Texts"),
            {"fields": ["description", "masterpiece_statement", "statement_by", "provenance_text"]},
        ),
        (_("Rights"), {"fields": ["credit_line", "rights", ("display_notice_kind", "display_notice")]}),
        (_("Sources and remarks"), {"fields": ["source_id", "source_note", "curator_note"]}),
    ]

    def scope(self, queryset: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
        return (
            artworks_of(request, queryset)
            .prefetch_related("titles")
            .annotate(photograph_count=Count("images", distinct=True))
        )

    def choices_for(self, field: Any, request: HttpRequest) -> QuerySet[Any]:
        if field.name == "museum":
            return museums_of(request.user)  # type: ignore[arg-type]
        return super().choices_for(field, request)

    def get_list_display(self, request: HttpRequest) -> list[str]:
        """Who has one museum need not read its name in every line."""
        user: Any = request.user
        is_alone = not sees_all(user) and len(user.museum_ids) == 1
        return [name for name in self.list_display if name != "museum" or not is_alone]

    # --- rights -----------------------------------------------------------------------------------
    def has_module_permission(self, request: HttpRequest) -> bool:
        """Curators choose works elsewhere; this list is the museums'."""
        return (
            may(request.user, Do.DRAFT) or may(request.user, Do.PUBLISH) or may(request.user, Do.RUN_NETWORK)
        )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """An editor from outside edits what is public; the museum's registrar then decides."""
        if super().has_change_permission(request, obj):
            return True
        return obj is not None and obj.status == Status.PUBLISHED and may(request.user, Do.PUBLISH, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only what was never public may go; the rest is withdrawn and leaves a page behind."""
        fresh = obj is None or (obj.status == Status.DRAFT and obj.first_published_at is None)
        return fresh and super().has_delete_permission(request, obj)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """A draft goes with its parts, whatever may be done to those by themselves."""
        to_delete, count, _perms_needed, protected = super().get_deleted_objects(objs, request)
        return to_delete, count, set(), protected

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """A work stays with the museum whose draft it was."""
        if obj is None:
            return self.fieldsets
        (name, first), *rest = self.fieldsets
        return [(name, {**first, "fields": ["keeper", *first["fields"][1:]]}), *rest]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["keeper"] if obj else []

    @admin.display(description=_("museum"))
    def keeper(self, artwork: Artwork) -> str:
        return str(artwork.museum)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        museums = list(museums_of(request.user)[:2])  # type: ignore[arg-type]
        initial: dict[str, Any] = super().get_changeform_initial_data(request)
        return {"museum": museums[0].pk, **initial} if len(museums) == 1 else initial

    def get_urls(self) -> list[URLPattern]:
        at = self.admin_site.admin_view
        own = [
            path("<path:object_id>/do/<slug:verb>/", at(self.deed_view), name="collection_artwork_deed"),
            path("<path:object_id>/edits/<int:edit_id>/", at(self.edit_view), name="collection_artwork_edit"),
            path("<path:object_id>/preview/", at(self.preview_view), name="collection_artwork_preview"),
            path("<path:object_id>/erase/", at(self.erase_view), name="collection_artwork_erase"),
        ]
        return own + self.upload_urls() + super().get_urls()

    # --- columns ------------------------------------------------------------------------------------
    @admin.display(description=_("title"))
    def title_text(self, artwork: Artwork) -> str:
        return str(artwork)

    @admin.display(description=_("state"), ordering="status")
    def state(self, artwork: Artwork) -> str:
        return format_html(
            '<span class="state" data-state="{}">{}</span>', artwork.status, artwork.get_status_display()
        )

    @admin.display(description=_("changed"), ordering="changed_at")
    def changed(self, artwork: Artwork) -> str:
        return date_format(artwork.changed_at, "j M Y")

    @admin.display(description=_("photographs"), ordering="photograph_count")
    def photographs(self, artwork: Any) -> int:
        return artwork.photograph_count
