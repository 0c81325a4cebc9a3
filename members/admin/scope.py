"""The one mixin of every admin page: who sees, adds, changes and deletes is asked of `may`, and what
somebody may not see is 404."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.admin import ModelAdmin, TabularInline
from django.contrib.admin.options import InlineModelAdmin
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from members.admin.choosers import Chooser
from members.admin.history import history_of
from members.deeds import Telling, deed
from members.permissions import Do, may

AUTOCOMPLETE = "/autocomplete/"


class _NothingSaved(Exception):  # noqa: N818  not an error: the form was shown again
    """Takes back the deed of a form that saved nothing."""


def allowed(queryset: models.QuerySet[Any], user: Any) -> models.QuerySet[Any]:
    """Of `queryset`, what `user` may choose in a form: visible to them and not merged away."""
    if hasattr(queryset, "visible_to"):
        queryset = queryset.visible_to(user)
    return queryset.usable() if hasattr(queryset, "usable") else queryset


class ScopedChoices:
    """Foreign keys and many-to-many fields offer only what the user may choose."""

    formfield_overrides: ClassVar[dict[Any, dict[str, Any]]] = {models.URLField: {"assume_scheme": "https"}}

    def choices_for(self, field: models.Field[Any, Any], request: HttpRequest) -> models.QuerySet[Any]:
        return allowed(field.remote_field.model._default_manager.all(), request.user)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs.setdefault("queryset", self.choices_for(db_field, request))
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            kwargs.setdefault("widget", Chooser(db_field, self.admin_site, using=kwargs.get("using")))  # type: ignore[attr-defined]
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs.setdefault("queryset", self.choices_for(db_field, request))
        return super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[misc]


class ScopedAdmin(ScopedChoices, ModelAdmin):
    """`deeds` says which deed each of view, add, change and delete is; what is not named, nobody may."""

    deeds: ClassVar[dict[str, Do]] = {}
    deeds_are_public: ClassVar[bool] = False
    saves_by_actions: ClassVar[bool] = False  # an action writes its own deed
    actions = None
    save_on_top = False
    show_full_result_count = False
    list_per_page = 50
    view_on_site = False

    class Media:
        js = ["admin/js/jquery.init.js", "js/admin-chosen.js"]

    def scope(self, queryset: models.QuerySet[Any], request: HttpRequest) -> models.QuerySet[Any]:
        """What `request.user` may find here."""
        return queryset

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        return self.scope(super().get_queryset(request), request)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        title = capfirst(str(self.opts.verbose_name_plural))
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    # --- rights -----------------------------------------------------------------------------------
    def _may(self, request: HttpRequest, action: str, obj: Any = None) -> bool:
        asked = self.deeds.get(action)
        return asked is not None and may(request.user, asked, obj)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, "view", obj) or self._may(request, "change", obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self._may(request, "add")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, "change", obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, "delete", obj)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    # --- what may not be seen is not there ----------------------------------------------------------
    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        if "\x00" in object_id:
            raise Http404
        thing = super().get_object(request, object_id, from_field)
        if thing is None or not self.has_view_permission(request, thing):
            raise Http404(_("There is nothing here that you may see."))
        return thing

    def to_field_allowed(self, request: HttpRequest, to_field: str) -> bool:
        """Only the primary key: other fields would let a stranger ask by number or secret."""
        return to_field == self.opts.pk.name

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Filters that the list offers, and no chains through relations."""
        filters = [
            item[0] if isinstance(item, tuple | list) else item for item in self.get_list_filter(request)
        ]
        offered = {getattr(item, "parameter_name", item) for item in filters}
        first = lookup.split("__")[0]
        return (
            lookup in offered
            or first in offered
            or (first in {f.name for f in self.opts.fields if not f.is_relation})
        )

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """What the database's triggers and the deeds say of this thing."""
        thing = self.get_object(request, object_id)
        context = {
            **self.admin_site.each_context(request),
            "title": _("History: %s") % thing,
            "opts": self.opts,
            "object": thing,
            "original": thing,
            "module_name": self.opts.verbose_name_plural,
            "entries": history_of(thing),
        }
        return TemplateResponse(request, "admin/object_history.html", context)

    # --- one deed around every change ------------------------------------------------------------------
    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        def view() -> HttpResponse:
            return super(ScopedAdmin, self).changeform_view(request, object_id, form_url, extra_context)

        return self.told(request, view) if request.method == "POST" else view()

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        def view() -> HttpResponse:
            return super(ScopedAdmin, self).delete_view(request, object_id, extra_context)

        return self.told(request, view) if request.method == "POST" else view()

    def tells_public(self, request: HttpRequest) -> bool:
        """True where a change through this page is news for the public."""
        return self.deeds_are_public

    def told(self, request: HttpRequest, view: Any) -> HttpResponse:
        """Run `view` within a deed; where it saved nothing, no deed stays."""
        response: HttpResponse
        if self.saves_by_actions:
            with transaction.atomic():
                response = view()
            return response
        try:
            with deed("", by=request.user, is_public=self.tells_public(request)) as telling:
                request.telling = telling  # type: ignore[attr-defined]
                response = view()
                if not telling.noun:
                    raise _NothingSaved
        except _NothingSaved:
            pass
        return response

    def log_addition(self, request: HttpRequest, object: Any, message: Any) -> None:
        self._tell(request, "add", object)

    def log_change(self, request: HttpRequest, object: Any, message: Any) -> None:
        self._tell(request, "change", object)

    def log_deletions(self, request: HttpRequest, queryset: Any) -> None:
        for thing in queryset:
            self._tell(request, "delete", thing)

    @staticmethod
    def _tell(request: HttpRequest, verb: str, thing: Any) -> None:
        telling: Telling | None = getattr(request, "telling", None)
        if telling is not None:
            telling.verb = verb
            telling.about(thing)


class _NamedDeletion:
    """The tick that takes a row out says so to a screen reader; its column alone would not."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)  # type: ignore[misc]
        if "DELETE" in form.fields:
            form.fields["DELETE"].widget.attrs["aria-label"] = _("Take this row out")


class ScopedInline(ScopedChoices, InlineModelAdmin):  # type: ignore[type-arg]
    """Parts of a thing: who may change the thing may change them."""

    extra = 0

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        return type(formset.__name__, (_NamedDeletion, formset), {})

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """In a table of rows only the column is named: each field says its name to a screen reader."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(self, TabularInline):
            field.widget.attrs["aria-label"] = capfirst(str(field.label or db_field.verbose_name))
        return field

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def _parent_allows(self, request: HttpRequest, obj: Any) -> bool:
        parent = self.admin_site.get_model_admin(self.parent_model)
        return (
            parent.has_add_permission(request) if obj is None else parent.has_change_permission(request, obj)
        )

    def has_add_permission(self, request: HttpRequest, obj: Any) -> bool:
        return self._parent_allows(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._parent_allows(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._parent_allows(request, obj)
