"""Asking museums for works, and answering them: the two ends of a loan as pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from collection.exports.card import picture_of
from collection.models import Artwork
from exhibitions.actions import consents
from exhibitions.actions import loans as on_loans
from exhibitions.enums import CONSENT, LoanState
from exhibitions.models import Loan, StandingConsent
from exhibitions.views.studio.asked import own_exhibition, person
from exhibitions.views.studio_pages.asked import museums_lending, shown, studio_page
from exhibitions.views.studio_pages.home import state_of
from exhibitions.views.studio_pages.workbench import told_in_words
from members.models import Museum
from members.permissions import Do, may

ASKABLE = (LoanState.WANTED, LoanState.REFUSED, LoanState.CHANGE_ASKED, LoanState.RECALLED, LoanState.EXPIRED)
_ANSWERED = 100


@studio_page
def loans(request: HttpRequest, slug: str) -> HttpResponse:
    """All works with their consent. POST `deed`: ask for the chosen `loan`s, or take a request back."""
    found, by = own_exhibition(request, slug), person(request)
    if request.method == "POST":
        with told_in_words(request):
            if request.POST.get("deed") == "take-back":
                loan = get_object_or_404(found.loans.select_related("exhibition"), pk=_key(request, "loan"))
                on_loans.take_back(loan, by=by)
            else:
                keys = [key for key in request.POST.getlist("loan") if key.isdecimal() and len(key) < 19]
                chosen = list(found.loans.filter(pk__in=keys))
                asked = on_loans.request_loans(
                    found, chosen, by=by, purpose=request.POST.get("purpose", ""), terms=_terms(request.POST)
                )
                told = ngettext("%(n)d work was asked for.", "%(n)d works were asked for.", len(asked))
                messages.success(request, told % {"n": len(asked)})
        return redirect("studio_loans", slug)
    rows = _rows(found.loans.all())
    context = {
        "show": found,
        "state": state_of(found),
        "askable": [row for row in rows if row["loan"].state in ASKABLE],
        "others": [row for row in rows if row["loan"].state not in ASKABLE],
        "may_ask": may(by, Do.CURATE, found),
    }
    return shown(request, "loans", context)


@studio_page
def requests(request: HttpRequest) -> HttpResponse:
    """What one's museums are asked for. POST `loan` and `deed`: grant, ask-change, refuse or recall."""
    museums = museums_lending(person(request))
    if request.method == "POST":
        with told_in_words(request):
            _answer(request, museums)
        return redirect("studio_requests")
    of_ours = Loan.objects.filter(artwork__museum__in=museums)
    waiting = Loan.objects.waiting_at(museums).order_by("exhibition", "changed_at")
    answered = of_ours.filter(steps__isnull=False) | of_ours.filter(state__in=CONSENT)
    answered = answered.exclude(pk__in=waiting.values("pk")).distinct().order_by("-changed_at")
    beforehand = StandingConsent.objects.filter(museum__in=museums, ended_at=None)
    context = {
        "asked": _rows(waiting),
        "done": _rows(answered[:_ANSWERED]),
        "consents": beforehand.select_related("museum", "exhibition"),
        "museums": Museum.objects.filter(pk__in=museums).exclude(standing_consents__in=beforehand.filter(exhibition=None)),
    }  # fmt: skip
    return shown(request, "requests", context, "requests")


def _answer(request: HttpRequest, museums: set[int]) -> None:
    by, deed, note = person(request), request.POST.get("deed", ""), request.POST.get("note", "")
    if deed == "consent":
        museum = get_object_or_404(Museum, pk=_key(request, "museum"), pk__in=museums)
        consents.consent_beforehand(museum, None, by=by)
        return messages.success(
            request, _("The museum's works may be shown in every exhibition from now on.")
        )
    if deed == "end-consent":
        rows = StandingConsent.objects.filter(museum__in=museums, ended_at=None)
        consents.end_consent(get_object_or_404(rows, pk=_key(request, "consent")), by=by)
        return messages.success(request, _("The consent has ended."))
    seen = Loan.objects.filter(artwork__museum__in=museums).exclude(state=LoanState.WANTED, steps=None)
    loan = get_object_or_404(
        seen.select_related("exhibition", "artwork__museum").distinct(), pk=_key(request, "loan")
    )
    if deed == "grant":
        on_loans.grant(loan, by=by, terms=_terms(request.POST), note=note)
    elif deed == "ask-change":
        on_loans.ask_change(loan, by=by, note=note)
    elif deed == "refuse":
        on_loans.refuse(loan, by=by, note=note)
    elif deed == "recall":
        on_loans.recall(loan, by=by, reason=note)
    else:
        raise Http404
    words = {"work": loan.artwork, "state": loan.get_state_display()}
    return messages.success(request, _("%(work)s: %(state)s. The curators are told.") % words)


def _terms(posted: Mapping[str, Any]) -> dict[str, Any]:
    """The terms that were filled in; what is left empty sets no limit."""
    found: dict[str, Any] = {
        name: posted[name] for name in ("period_from", "period_until", "largest_side") if posted.get(name)
    }
    if posted.get("languages"):
        found["languages"] = posted["languages"].replace(",", " ").split()
    if posted.get("with_copies"):
        found["allows_copies"] = bool(posted.get("allows_copies"))
    return found


def _rows(found: Any) -> list[dict[str, Any]]:
    """Loans with their work's picture and all their steps, in a constant number of queries."""
    rows = list(found.select_related("exhibition", "artwork__museum").prefetch_related("steps__by"))
    works = {w.pk: w for w in _works([row.artwork_id for row in rows])}
    return [
        {
            "loan": row,
            "work": works[row.artwork_id],
            "picture": picture_of(works[row.artwork_id]) if works[row.artwork_id].is_public else None,
            "steps": list(row.steps.all()),
            "label": row.asked.get("label", row.label) if row.asked else row.label,
        }
        for row in rows
    ]


def _works(keys: list[int]) -> Any:
    return Artwork.objects.filter(pk__in=keys).with_card()


def _key(request: HttpRequest, name: str) -> int:
    key = request.POST.get(name, "")
    if not key.isdecimal() or len(key) > 18:
        raise Http404
    return int(key)
