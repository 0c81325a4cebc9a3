"""The museums' consent: which works of ours hang in which exhibition, and taking one back."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from collection.actions.refusal import NotAllowed, Refused
from collection.admin.scope import of_museums
from exhibitions.actions.loans import grant, recall
from exhibitions.enums import CONSENT, LoanState
from exhibitions.models import Loan
from members.admin.scope import ScopedAdmin
from members.permissions import Do

_STATES = {
    **dict.fromkeys(CONSENT, "published"),
    **dict.fromkeys((LoanState.REFUSED, LoanState.RECALLED, LoanState.EXPIRED), "withdrawn"),
}


@admin.register(Loan)
class LoanAdmin(ScopedAdmin):
    """Works of one's own museums in exhibitions, to be read; two buttons recall and lend again. Requests are answered in
    the studio."""

    deeds = {"view": Do.LEND}
    list_display = ["artwork", "exhibition", "consent", "reason", "changed_at"]
    list_filter = ["state"]
    list_select_related = ["artwork__museum", "exhibition"]
    search_fields = [
        "artwork__titles__text",
        "artwork__accession_number",
        "artwork__public_id",
        "exhibition__titles",
    ]
    ordering = ["-changed_at", "-pk"]
    fields = ["artwork", "exhibition", "consent", "reason", "changed_at"]
    readonly_fields = fields

    def scope(self, queryset: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
        asked = queryset.exclude(state=LoanState.WANTED, steps=None)
        return of_museums(request, asked, "artwork__museum").prefetch_related("artwork__titles")

    def get_urls(self) -> list[URLPattern]:
        deed = path(
            "<path:object_id>/do/<slug:verb>/",
            self.admin_site.admin_view(self.deed_view),
            name="exhibitions_loan_deed",
        )
        return [deed, *super().get_urls()]

    def deed_view(self, request: HttpRequest, object_id: str, verb: str) -> HttpResponse:
        """POST: recall, or lend again."""
        loan: Loan = self.get_object(request, unquote(object_id))
        if verb not in ("recall", "lend"):
            raise Http404
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        user: Any = request.user
        note = request.POST.get("note", "").replace("\x00", "")[:300]
        try:
            if verb == "recall":
                recall(loan, by=user, reason=note)
                messages.success(request, _("Recalled: its place now holds a courteous note."))
            else:
                grant(loan, by=user)
                messages.success(request, _("Lent again: the work hangs in the exhibition."))
        except NotAllowed as refusal:
            raise PermissionDenied(refusal.sentence) from refusal
        except Refused as refusal:
            messages.error(request, refusal.sentence)
        return redirect("admin:exhibitions_loan_change", loan.pk)

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        loan: Loan | None = context.get("original")
        context["is_lent"] = loan is not None and loan.state in CONSENT
        context["is_ended"] = loan is not None and loan.state in (LoanState.RECALLED, LoanState.EXPIRED)
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description=gettext_lazy("consent"), ordering="state")
    def consent(self, loan: Loan) -> str:
        return format_html(
            '<span class="state" data-state="{}">{}</span>',
            _STATES.get(loan.state, "submitted"),
            loan.get_state_display(),
        )
