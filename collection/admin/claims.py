"""Claims in the admin: their own list and page, for those alone whom `Do.CLAIM` lets."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin import TabularInline
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from collection.actions.claims import change_claim, open_claim
from collection.actions.refusal import NotAllowed, Refused
from collection.admin.claim_steps import ClaimSteps
from collection.admin.scope import ScopedAdmin, ScopedInline, sees_all
from collection.enums import OPEN_CLAIM_STATES
from collection.models import Artwork, Claim, ClaimDocument
from members.models import Museum
from members.permissions import Do, may, needs_note

_FACTS = ("claimant", "community", "basis", "grounds", "state", "wording", "reply", "reply_by")


class ClaimForm(forms.ModelForm):
    """The facts of a claim. What ends it, and what makes its words public, are steps above the form."""

    base = forms.IntegerField(widget=forms.HiddenInput, required=False)
    note = forms.CharField(
        label=gettext_lazy("note"),
        required=False,
        max_length=2000,
        help_text=gettext_lazy("For the audit line. An editor who acts on another museum's record says why."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    user: Any = None
    refusal: Refused | None = None  # what the action said of the form as it was posted

    class Meta:
        model = Claim
        fields = ["artwork", "received_date", *_FACTS]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["base"].initial = self.instance.revision
        if "state" in self.fields:
            self.fields["state"].choices = [(state.value, state.label) for state in OPEN_CLAIM_STATES]  # type: ignore[attr-defined]

    def clean(self) -> Any:
        data = super().clean() or self.cleaned_data
        if self.instance.pk and data.get("base") != self.instance.revision:
            self.add_error(
                None,
                _("Somebody saved this claim while you wrote. Open it again beside this page and compare."),
            )
        work = data.get("artwork") or (self.instance.artwork if self.instance.pk else None)
        if work and not (data.get("note") or "").strip() and needs_note(self.user, work):
            self.add_error("note", _("You act on another museum's record: say why."))
        received = data.get("received_date")
        if received and received > timezone.localdate():
            self.add_error("received_date", _("A claim cannot have come in the future."))
        if self.refusal:
            field = self.refusal.field if self.refusal.field in self.fields else None
            for sentence in self.refusal.sentences:
                self.add_error(field, sentence)
        return data


class DocumentInline(ScopedInline, TabularInline):
    model = ClaimDocument
    fields = ["title", "document_date", "kept_at", "note"]
    extra = 1


@admin.register(Claim)
class ClaimAdmin(ClaimSteps, ScopedAdmin):
    """Registrars and directors of the work's museum, and editors; for everybody else there are no claims."""

    form = ClaimForm
    saves_by_actions = True
    deeds = {"view": Do.CLAIM, "add": Do.CLAIM, "change": Do.CLAIM}
    list_display = ["name", "work", "claimant", "basis", "state", "received_date", "is_public"]
    list_filter = ["state", "basis"]
    list_select_related = ["artwork__museum", "notice"]
    search_fields = ["claimant", "community", "artwork__titles__text", "artwork__public_id"]
    autocomplete_fields = ["artwork"]
    inlines = [DocumentInline]
    fieldsets = [
        (
            gettext_lazy("The claim to this work"),
            {
                "description": gettext_lazy(
                    "Confidential: read by the registrar and the director of the museum and by editors. It is in no "
                    "history, no export and no search."
                ),
                "fields": [
                    "artwork", ("received_date", "state"), ("claimant", "community"), "basis", "grounds", "base",
                ],
            },
        ),
        (
            gettext_lazy("Words for the public"),
            {
                "description": gettext_lazy(
                    "Nothing of this is public before it is approved in the bar above. Another wording takes the "
                    "approvals back, and the page then says only that there is a claim."
                ),
                "fields": ["wording", "reply", "reply_by"],
            },
        ),
        (gettext_lazy("Why"), {"fields": ["note"]}),
    ]  # fmt: skip

    def scope(self, queryset: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
        claims = queryset.prefetch_related("artwork__titles")
        user: Any = request.user
        return (
            claims
            if may(user, Do.CLAIM) and sees_all(user)
            else claims.filter(artwork__museum__in=_reads(user))
        )

    def choices_for(self, field: Any, request: HttpRequest) -> QuerySet[Any]:
        """Works that are or were public, of museums whose claims one keeps."""
        works = Artwork.objects.filter(first_published_at__isnull=False)
        user: Any = request.user
        return works if may(user, Do.CLAIM) and sees_all(user) else works.filter(museum__in=_reads(user))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What is closed is read only."""
        return super().has_change_permission(request, obj) and (obj is None or obj.is_open)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["work", "received_date"] if obj else []

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """A claim stays with its work, and the day it came with it: both say what the page compares with."""
        if obj is None:
            return self.fieldsets
        (name, first), *rest = self.fieldsets
        if not obj.is_open:
            first = {**first, "fields": [one for one in first["fields"] if one != "base"]}
            rest = rest[:-1]
        return [(name, {**first, "fields": ["work", *first["fields"][1:]]}), *rest]

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        return type(
            "ClaimFormOfRequest",
            (form,),
            {"user": request.user, "refusal": getattr(request, "refusal", None)},
        )

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What the action refuses stands beside the fields of the form as it was typed."""
        try:
            with transaction.atomic():
                return super().changeform_view(request, *args, **kwargs)
        except NotAllowed as refusal:
            raise PermissionDenied(refusal.sentence) from refusal
        except Refused as refusal:
            request.refusal = refusal  # type: ignore[attr-defined]
        return super().changeform_view(request, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Claim, form: Any, change: bool) -> None:
        data, user = form.cleaned_data, request.user
        facts = {name: data[name] for name in _FACTS if name in data}
        if change:
            standing = Claim.objects.select_related("artwork__museum").get(pk=obj.pk)
            change_claim(standing, facts, by=user, note=data["note"])  # type: ignore[arg-type]
            return
        made = open_claim(
            obj.artwork,
            by=user,  # type: ignore[arg-type]
            received_date=obj.received_date,
            note=data["note"],
            **facts,
        )
        obj.pk, obj._state.adding = made.pk, False

    def get_urls(self) -> list[URLPattern]:
        at = self.admin_site.admin_view
        own = [path("<path:object_id>/do/<slug:verb>/", at(self.deed_view), name="collection_claim_deed")]
        return own + super().get_urls()

    # --- columns ------------------------------------------------------------------------------------
    @admin.display(description=gettext_lazy("claim"))
    def name(self, claim: Claim) -> str:
        return str(claim)

    @admin.display(description=gettext_lazy("work"))
    def work(self, claim: Claim) -> str:
        address = reverse("admin:collection_artwork_change", args=[claim.artwork_id])
        return format_html('<a href="{}">{}</a>', address, claim.artwork)

    @admin.display(description=gettext_lazy("the public knows"), boolean=True)
    def is_public(self, claim: Claim) -> bool:
        return claim.notice_id is not None


def _reads(user: Any) -> list[int]:
    return [pk for pk in user.museum_ids if may(user, Do.CLAIM, Museum(pk=pk))]
