"""What waits for somebody: visitors' corrections, edits of public records, requests for a larger quota."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from collection.actions.quota import ask_quota, grant_quota, refuse_quota
from collection.actions.refusal import NotAllowed, Refused
from collection.admin.scope import ScopedAdmin, of_museums
from collection.enums import CorrectionState
from collection.models import Correction, PendingEdit, QuotaRequest
from members.models import Museum
from members.permissions import Do, may


@admin.register(Correction)
class CorrectionAdmin(ScopedAdmin):
    """The museum answers; what the visitor wrote stays as it was written."""

    deeds = {"view": Do.DRAFT, "change": Do.DRAFT}
    list_display = ["text_short", "work", "state", "sent_at"]
    list_filter = ["state"]
    list_select_related = ["artwork__museum"]
    search_fields = ["text", "answer"]
    fields = ["work", "text", "source", "name", "email", "sent_at", "state", "answer"]
    readonly_fields = ["work", "text", "source", "name", "email", "sent_at"]

    def scope(self, queryset: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
        return of_museums(request, queryset, "artwork__museum").prefetch_related("artwork__titles")

    def save_model(self, request: HttpRequest, obj: Correction, form: Any, change: bool) -> None:
        if obj.state != CorrectionState.OPEN and obj.answered_at is None:
            obj.answered_by, obj.answered_at = request.user, timezone.now()  # type: ignore[assignment]
        super().save_model(request, obj, form, change)

    @admin.display(description=gettext_lazy("what should be corrected"))
    def text_short(self, correction: Correction) -> str:
        return str(correction)

    @admin.display(description=gettext_lazy("work"))
    def work(self, correction: Correction) -> str:
        address = reverse("admin:collection_artwork_change", args=[correction.artwork_id])
        return format_html('<a href="{}">{}</a>', address, correction.artwork)


@admin.register(PendingEdit)
class PendingEditAdmin(ScopedAdmin):
    """The list leads to the page where both versions stand side by side; nothing is edited here."""

    deeds = {"view": Do.VIEW}
    list_display = ["work", "by", "state", "made_at", "note"]
    list_display_links = None
    list_filter = ["state"]
    list_select_related = ["artwork__museum", "by"]

    def scope(self, queryset: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
        return of_museums(request, queryset, "artwork__museum").prefetch_related("artwork__titles")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may(request.user, Do.DRAFT) or may(request.user, Do.PUBLISH)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        edit = self.get_object(request, unquote(object_id))
        if request.method == "POST":
            raise PermissionDenied
        return redirect("admin:collection_artwork_edit", edit.artwork_id, edit.pk)

    @admin.display(description=gettext_lazy("work"))
    def work(self, edit: PendingEdit) -> str:
        address = reverse("admin:collection_artwork_edit", args=[edit.artwork_id, edit.pk])
        return format_html('<a href="{}">{}</a>', address, edit.artwork)


class QuotaForm(forms.ModelForm):
    """A director's request, checked by the action when it is saved."""

    class Meta:
        model = QuotaRequest
        fields = ["museum", "quota", "reason"]

    def clean(self) -> Any:
        data = super().clean() or self.cleaned_data
        museum, quota = data.get("museum"), data.get("quota")
        if museum and quota and quota <= museum.quota:
            self.add_error(
                "quota", _("Ask for more than the present quota of %(quota)d.") % {"quota": museum.quota}
            )
        if not (data.get("reason") or "").strip():
            self.add_error("reason", _("Say why more works should be shown."))
        return data


@admin.register(QuotaRequest)
class QuotaRequestAdmin(ScopedAdmin):
    """Directors ask, editors grant; both by actions."""

    form = QuotaForm
    saves_by_actions = True
    deeds = {"view": Do.VIEW, "add": Do.ASK_QUOTA}
    list_display = ["museum", "quota", "asked_by", "asked_at", "is_granted", "decided_at"]
    list_filter = ["is_granted"]
    list_select_related = ["museum", "asked_by"]

    def scope(self, queryset: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
        return of_museums(request, queryset)

    def choices_for(self, field: Any, request: HttpRequest) -> QuerySet[Any]:
        if field.name == "museum":
            asks = [pk for pk in request.user.museum_ids if may(request.user, Do.ASK_QUOTA, Museum(pk=pk))]  # type: ignore[union-attr]
            return Museum.objects.filter(pk__in=asks)
        return super().choices_for(field, request)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        asks = [pk for pk in request.user.museum_ids if may(request.user, Do.ASK_QUOTA, Museum(pk=pk))]  # type: ignore[union-attr]
        return {"museum": asks[0]} if len(asks) == 1 else {}

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may(request.user, Do.ASK_QUOTA) or may(request.user, Do.GRANT_QUOTA)

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["may_decide"] = may(request.user, Do.GRANT_QUOTA)
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: QuotaRequest, form: Any, change: bool) -> None:
        asked = ask_quota(obj.museum, by=request.user, quota=obj.quota, reason=obj.reason)  # type: ignore[arg-type]
        obj.pk, obj.asked_by = asked.pk, asked.asked_by
        obj._state.adding = False

    def get_urls(self) -> list[URLPattern]:
        at = self.admin_site.admin_view
        return [
            path("<path:object_id>/do/<slug:verb>/", at(self.deed_view), name="collection_quotarequest_deed"),
            *super().get_urls(),
        ]

    def deed_view(self, request: HttpRequest, object_id: str, verb: str) -> HttpResponse:
        """POST: grant or refuse."""
        asked = self.get_object(request, unquote(object_id))
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        try:
            (grant_quota if verb == "grant" else refuse_quota)(asked, by=request.user)  # type: ignore[arg-type]
            messages.success(request, _("Decided."))
        except NotAllowed as refusal:
            raise PermissionDenied(refusal.sentence) from refusal
        except Refused as refusal:
            messages.error(request, refusal.sentence)
        return redirect("admin:collection_quotarequest_change", asked.pk)
