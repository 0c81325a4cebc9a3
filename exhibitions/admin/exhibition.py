"""Exhibitions in the admin: the list, the form with its rooms and people, and the buttons."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin import TabularInline
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from exhibitions.actions.consents import lend
from exhibitions.actions.exhibitions import start
from exhibitions.admin.choosers import WorkChooser, WorksView, choosable
from exhibitions.admin.forms import ExhibitionForm, SectionRowForm
from exhibitions.admin.ordered import OrderedFormSet
from exhibitions.admin.scope import ExhibitionScoped, exhibitions_of
from exhibitions.admin.state import StatePages, state_of
from exhibitions.enums import ExhibitionStatus
from exhibitions.models import Exhibition, ExhibitionCurator, ExhibitionMuseum, Section
from members.admin.scope import ScopedInline
from members.enums import Role
from members.models import User
from members.permissions import Do

_STARTED_WITH = ["titles", "subtitles", "summary"]


class SectionInline(ScopedInline, TabularInline):
    """The rooms in the order of walking; each has a page of its own for its walls."""

    model = Section
    form = SectionRowForm
    formset = OrderedFormSet
    fields = ["order", "titles", "opened"]
    readonly_fields = ["opened"]
    verbose_name = gettext_lazy("room")
    verbose_name_plural = gettext_lazy("rooms")

    @admin.display(description=gettext_lazy("walls"))
    def opened(self, section: Section) -> str:
        if not section.pk:
            return _("Save first; then the room can be hung.")
        words = _("Hang this room")
        url = reverse("admin:exhibitions_section_change", args=[section.pk])
        return format_html('<a class="button" data-kind="quiet" href="{}">{}</a>', url, words)


class CuratorInline(ScopedInline, TabularInline):
    """Who makes it. Curators of the network can be asked to join."""

    model = ExhibitionCurator
    fields = ["user", "role"]
    verbose_name_plural = gettext_lazy("curators")

    def choices_for(self, field: Any, request: HttpRequest) -> QuerySet[Any]:
        if field.name == "user":
            return (
                User.objects.filter(memberships__role=Role.CURATOR, is_active=True)
                .distinct()
                .order_by("name", "email")
            )
        return super().choices_for(field, request)


class OrganiserInline(ScopedInline, TabularInline):
    """The museums that make it together."""

    model = ExhibitionMuseum
    fields = ["museum", "order"]
    verbose_name_plural = gettext_lazy("museums that make it")


@admin.register(Exhibition)
class ExhibitionAdmin(StatePages, ExhibitionScoped):
    """One's own exhibitions; editors and administrators read all of them."""

    form = ExhibitionForm
    deeds = {"view": Do.CURATE, "add": Do.START_EXHIBITION, "change": Do.CURATE, "delete": Do.CURATE}
    list_display = ["title", "state", "room_count", "opens_at", "closes_at"]
    list_filter = ["status"]
    search_fields = ["titles", "slug", "public_id"]
    ordering = ["-pk"]
    inlines = [SectionInline, CuratorInline, OrganiserInline]
    fieldsets = [
        (gettext_lazy("What it is"), {"fields": ["titles", "subtitles", "summary", "cover", "stamp"]}),
        (gettext_lazy("On the first wall"), {"fields": ["introduction", "credits"]}),
        (
            gettext_lazy("When it is open here"),
            {
                "fields": [("opens_at", "closes_at")],
                "description": gettext_lazy("Times are in UTC. The clock opens and closes it."),
            },
        ),
        (
            gettext_lazy("The physical show, if there was one"),
            {"fields": ["venue", ("venue_from", "venue_until")], "classes": ["collapse"]},
        ),
        (gettext_lazy("Address"), {"fields": ["slug"], "classes": ["collapse"]}),
    ]

    class Media:
        css = {"all": ["css/admin-exhibitions.css"]}
        js = ["js/admin-chosen.js"]

    def scope(self, queryset: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
        own = exhibitions_of(request.user)  # type: ignore[arg-type]
        return queryset.filter(pk__in=own.values("pk")).annotate(rooms=Count("sections", distinct=True))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only what was never public may go; the rest is withdrawn and leaves a page behind."""
        fresh = obj is None or (obj.status == ExhibitionStatus.DRAFT and obj.published_at is None)
        return fresh and super().has_delete_permission(request, obj)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Who may delete a draft may delete its rooms and loans with it."""
        shown, counts, _perms, protected = super().get_deleted_objects(objs, request)
        return shown, counts, set(), protected

    # --- the form -------------------------------------------------------------------------------------
    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None:
            return [(None, {"fields": [*_STARTED_WITH, "slug"]})]
        if not self.has_change_permission(request, obj):
            return [
                (name, {**options, "fields": [f for f in options["fields"] if f != "stamp"]})
                for name, options in self.fieldsets
            ]
        return self.fieldsets

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        return self.inlines if obj else []

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "cover":
            kwargs["queryset"] = choosable()
            kwargs["widget"] = WorkChooser(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: Exhibition, form: Any, change: bool) -> None:
        if change:
            super().save_model(request, obj, form, change)
            return
        facts = {name: form.cleaned_data[name] for name in [*_STARTED_WITH, "slug"]}
        started = start(by=request.user, **facts)  # type: ignore[arg-type]
        obj.pk, obj.public_id = started.pk, started.public_id
        obj._state.adding = False

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        lend(form.instance)

    def response_add(
        self, request: HttpRequest, obj: Exhibition, post_url_continue: str | None = None
    ) -> HttpResponse:
        self.message_user(
            request, _("The exhibition is begun. Give it rooms next, save, and hang each of them.")
        )
        return redirect("admin:exhibitions_exhibition_change", obj.pk)

    def get_urls(self) -> list[URLPattern]:
        at = self.admin_site.admin_view
        own = [
            path(
                "works/autocomplete/",
                at(WorksView.as_view(admin_site=self.admin_site)),
                name="exhibitions_works",
            ),
            path("<path:object_id>/do/<slug:verb>/", at(self.deed_view), name="exhibitions_exhibition_deed"),
            path("<path:object_id>/preview/", at(self.preview_view), name="exhibitions_exhibition_preview"),
        ]
        return own + super().get_urls()

    # --- columns ------------------------------------------------------------------------------------
    @admin.display(description=gettext_lazy("title"))
    def title(self, show: Exhibition) -> str:
        return str(show)

    @admin.display(description=gettext_lazy("state"), ordering="status")
    def state(self, show: Exhibition) -> str:
        return format_html('<span class="state" data-state="{}">{}</span>', *state_of(show))

    @admin.display(description=gettext_lazy("rooms"), ordering="rooms")
    def room_count(self, show: Any) -> int:
        return show.rooms
