"""A room in the admin: its text, and what hangs on its walls, in order."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin import StackedInline
from django.contrib.admin.utils import flatten_fieldsets
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy

from exhibitions.actions.consents import lend
from exhibitions.actions.exhibitions import place
from exhibitions.admin.choosers import WorksField
from exhibitions.admin.forms import BlockForm, SectionForm
from exhibitions.admin.ordered import OrderedFormSet
from exhibitions.admin.scope import ExhibitionScoped, exhibitions_of
from exhibitions.admin.state import state_of
from exhibitions.models import Block, Exhibition, Section
from members.admin.scope import ScopedInline
from members.deeds import Telling
from members.permissions import Do


class BlockInline(ScopedInline, StackedInline):
    """The walls: texts, works with labels, groups, quotations."""

    model = Block
    form = BlockForm
    formset = OrderedFormSet
    fields = [("order", "kind"), "works", "address", "title", "text", "attribution"]
    verbose_name = gettext_lazy("wall")
    verbose_name_plural = gettext_lazy("on the walls")

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """The chooser of works is no field of the model: it writes the rows between block and works."""
        works = WorksField(
            self.admin_site,
            required=False,
            label=gettext_lazy("works"),
            help_text=gettext_lazy(
                "Published works of all museums. A label has one work, a group two to twelve, in this order."
            ),
        )
        kwargs["form"] = type("BlockFormOfSite", (BlockForm,), {"works": works})
        kwargs["fields"] = [
            name
            for name in flatten_fieldsets([(None, {"fields": self.fields})])
            if name not in ("works", "address")
        ]
        return super().get_formset(request, obj, **kwargs)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).prefetch_related("block_works")


@admin.register(Section)
class SectionAdmin(ExhibitionScoped):
    """Rooms of one's own exhibitions; they are made and taken away on the exhibition's page."""

    form = SectionForm
    deeds = {"view": Do.CURATE, "change": Do.CURATE}
    inlines = [BlockInline]
    fields = ["titles", "text", "stamp"]
    list_display = ["__str__", "exhibition", "order"]
    list_select_related = ["exhibition"]

    class Media:
        css = {"all": ["css/admin-exhibitions.css"]}
        js = ["js/admin-chosen.js"]

    @staticmethod
    def exhibition_of(thing: Any) -> Exhibition | None:
        return thing.exhibition if thing is not None else None

    def scope(self, queryset: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
        own = exhibitions_of(request.user)  # type: ignore[arg-type]
        return queryset.filter(exhibition__in=own.values("pk")).select_related("exhibition")

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Rooms are found on their exhibition's page."""
        return False

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fields if self.has_change_permission(request, obj) else ["titles", "text"]

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        super().save_formset(request, form, formset, change)
        for row in formset.forms:
            gone = row in formset.deleted_forms
            if row.instance.pk and not gone and "works" in row.changed_data:
                place(row.instance, row.cleaned_data["works"])

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        lend(form.instance.exhibition)

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        section: Section | None = context.get("original")
        if section is not None:
            state, words = state_of(section.exhibition)
            rooms = list(section.exhibition.sections.all())
            at = rooms.index(section)
            context |= {
                "exhibition": section.exhibition,
                "state": state,
                "state_words": words,
                "number": at + 1,
                "count": len(rooms),
                "before": rooms[at - 1] if at else None,
                "after": rooms[at + 1] if at + 1 < len(rooms) else None,
            }
        return super().render_change_form(request, context, *args, **kwargs)

    @staticmethod
    def _tell(request: HttpRequest, verb: str, thing: Any) -> None:
        """The deed is done to the exhibition."""
        telling: Telling | None = getattr(request, "telling", None)
        if telling is not None:
            telling.verb = "change"
            telling.about(thing.exhibition)
