"""Asking for works, and answering: the two ends of a loan. And consent that a museum gives beforehand."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from exhibitions.actions import consents, loans
from exhibitions.enums import CONSENT, LoanState
from exhibitions.exports.lending import consent_of, loan_of
from exhibitions.models import Exhibition, Loan, StandingConsent
from exhibitions.views.studio.asked import answer, body_of, own_exhibition, person, studio_json
from members.models import Museum
from members.permissions import Do, may

ANSWERS = {
    "grant": ("terms", "note"),
    "ask-change": ("note",),
    "refuse": ("note",),
    "recall": ("note",),
}


@studio_json("GET", "POST")
def of_exhibition(request: HttpRequest, slug: str) -> HttpResponse:
    """GET: all loans with their steps. POST {loans: [key], purpose, terms?}: ask the museums."""
    found = own_exhibition(request, slug)
    if request.method == "POST":
        body = body_of(request, "loans", "purpose", "terms")
        keys = [key for key in body.get("loans") or () if isinstance(key, int)]
        chosen = list(found.loans.filter(pk__in=keys))
        purpose, terms = str(body.get("purpose") or ""), body.get("terms")
        loans.request_loans(
            found,
            chosen,
            by=person(request),
            purpose=purpose,
            terms=terms if isinstance(terms, dict) else None,
        )
    return answer({"results": _told(found.loans.all())})


@studio_json("POST")
def take_back(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """POST {}: no longer ask."""
    found = get_object_or_404(own_exhibition(request, slug).loans.select_related("exhibition"), pk=key)
    loans.take_back(found, by=person(request))
    return answer({"loan": _told(Loan.objects.filter(pk=key))[0]})


@studio_json("GET")
def requests(request: HttpRequest) -> HttpResponse:
    """What museums ask of one's own museums: what waits, and what was answered, the latest first."""
    museums = _museums(request)
    of_ours = Loan.objects.filter(artwork__museum__in=museums)
    waiting = Loan.objects.waiting_at(museums).order_by("changed_at")
    seen = Q(state__in=CONSENT) | Q(steps__isnull=False)
    others = of_ours.filter(seen).exclude(pk__in=waiting.values("pk")).distinct().order_by("-changed_at")
    rows = StandingConsent.objects.filter(museum__in=museums, ended_at=None)
    return answer(
        {
            "waiting": _told(waiting),
            "answered": _told(others[:100]),
            "consents": [consent_of(row) for row in rows.select_related("museum", "exhibition", "given_by")],
        }
    )


@studio_json("POST")
def reply(request: HttpRequest, key: int, verb: str) -> HttpResponse:
    """POST `grant` {terms?, note?}, `ask-change`, `refuse`, `recall` {note}."""
    found = Loan.objects.select_related("exhibition", "artwork__museum").filter(pk=key).first()
    is_seen = found is not None and (found.state != LoanState.WANTED or found.steps.exists())
    if found is None or not is_seen or not may(request.user, Do.LEND, found) or verb not in ANSWERS:
        raise Http404
    body, by = body_of(request, *ANSWERS[verb]), person(request)
    note = str(body.get("note") or "")
    if verb == "grant":
        terms = body.get("terms")
        loans.grant(found, by=by, terms=terms if isinstance(terms, dict) else None, note=note)
    elif verb == "ask-change":
        loans.ask_change(found, by=by, note=note)
    elif verb == "refuse":
        loans.refuse(found, by=by, note=note)
    else:
        loans.recall(found, by=by, reason=note)
    return answer({"loan": _told(Loan.objects.filter(pk=key))[0]})


@studio_json("POST")
def consent(request: HttpRequest) -> HttpResponse:
    """POST {museum, exhibition?, terms?}: consent beforehand; without an exhibition, in every one."""
    body = body_of(request, "museum", "exhibition", "terms")
    museum = Museum.objects.filter(slug=str(body.get("museum")), pk__in=_museums(request)).first()
    show = Exhibition.objects.filter(slug=str(body.get("exhibition"))).first()
    is_known = show is not None and show.loans.exclude(state=LoanState.WANTED).filter(artwork__museum=museum)
    if museum is None or (body.get("exhibition") and not is_known):
        raise Http404
    terms = body.get("terms")
    given = consents.consent_beforehand(
        museum, show, by=person(request), terms=terms if isinstance(terms, dict) else None
    )
    return answer({"consent": consent_of(given)}, 201)


@studio_json("POST")
def end_consent(request: HttpRequest, key: int) -> HttpResponse:
    """POST {}: end it; gives how many works were recalled by that."""
    ours = StandingConsent.objects.filter(museum__in=_museums(request), ended_at=None)
    found = get_object_or_404(ours.select_related("museum", "exhibition"), pk=key)
    return answer({"recalled": consents.end_consent(found, by=person(request))})


def _museums(request: HttpRequest) -> set[int]:
    """One's own museums for which one may answer."""
    by: Any = request.user
    return {pk for pk in by.museum_ids if may(by, Do.LEND, Museum(pk=pk))}


def _told(found: QuerySet[Loan]) -> list[dict[str, Any]]:
    rows = list(found.select_related("exhibition", "artwork__museum").prefetch_related("artwork__titles"))
    steps = loans.steps_of(rows)
    return [loan_of(row, steps) for row in rows]
