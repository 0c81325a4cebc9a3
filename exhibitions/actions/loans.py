"""Loans: asked for, granted, changed, refused, recalled, expired. Each step is kept with its terms, and told to whom it
concerns. Works of the curators' own museums need none; a museum may consent beforehand (exhibitions.actions.consents)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from collection.actions.refusal import Refused, demand
from exhibitions.actions.changes import about, changing
from exhibitions.actions.notices import tell
from exhibitions.arrangement import label_of
from exhibitions.enums import CONSENT, CURATING, ExhibitionStatus, LoanState, LoanVerb, NoticeOf
from exhibitions.models import Exhibition, Loan, LoanStep, Terms
from members.enums import Role
from members.models import User
from members.permissions import Do

TERMS = ("period_from", "period_until", "largest_side", "languages", "allows_copies")
MOST_WORDS = 2000


def request_loans(
    exhibition: Exhibition,
    loans: Sequence[Loan],
    *,
    by: User,
    purpose: str,
    terms: Mapping[str, Any] | None = None,
) -> list[Loan]:
    """Ask the museums for these works, one letter to each museum. Where consent stands already it goes on, and the other
    terms wait. The label asked for is the one that hangs beside the work now. Raises Refused or ValidationError."""
    demand(by, Do.CURATE, exhibition, _("You do not curate this exhibition."))
    if not purpose.strip() or len(purpose) > MOST_WORDS:
        raise Refused(_("Say in up to 2000 characters what the works are wanted for."), field="purpose")
    if not loans:
        raise Refused(_("Choose the works that you ask for."), field="loans")
    asked = _checked(terms or {})
    with changing(exhibition, "request_loan", by=by, note=f"{len(loans)}") as change:
        found = _locked(exhibition.loans.filter(pk__in=[loan.pk for loan in loans]))
        for loan in found:
            loan.purpose = purpose.strip()
            _ask(loan, asked, label_of(exhibition, loan.artwork_id))
            loan.save()
            _step(loan, LoanVerb.REQUEST, by, loan.purpose)
            about(change, loan)
        for museum in {loan.museum_id for loan in found}:
            theirs = [loan for loan in found if loan.museum_id == museum]
            tell(registrars_of(museum), NoticeOf.LOAN_REQUESTED, exhibition, loans=theirs, words=purpose)
    return found


def take_back(loan: Loan, *, by: User) -> Loan:
    """The curators no longer ask."""
    demand(by, Do.CURATE, loan.exhibition, _("You do not curate this exhibition."))
    with changing(loan.exhibition, "take_back_request", by=by) as change:
        stored = _one(loan)
        if stored.state not in (LoanState.REQUESTED, LoanState.CHANGE_ASKED) and stored.asked is None:
            raise Refused(_("Nothing is asked for."))
        if stored.asked is None:
            stored.state, stored.reason = LoanState.WANTED, ""
        stored.asked = None
        stored.save()
        _step(stored, LoanVerb.TAKE_BACK, by)
        about(change, stored)
    return stored


def grant(loan: Loan, *, by: User, terms: Mapping[str, Any] | None = None, note: str = "") -> Loan:
    """Lend the work as it was asked for, or within narrower `terms`; a work that was recalled is lent again."""
    with _answering(loan, by, "grant_loan") as stored:
        given = {**(stored.asked or {}), **_json(_checked(terms or {}))}
        if stored.asked is None and stored.state in CONSENT:
            raise Refused(_("The work is lent already."))
        if stored.state == LoanState.WANTED:
            raise Refused(_("Nothing is asked for."))
        verb = (
            LoanVerb.LEND_AGAIN if stored.state in (LoanState.RECALLED, LoanState.EXPIRED) else LoanVerb.GRANT
        )
        _apply(stored, given)
        if stored.is_over:
            raise Refused(_("The last day of the loan is past: give it another."), field="period_until")
        if verb == LoanVerb.LEND_AGAIN and not stored.label:  # agreed to as it hangs now
            stored.label = label_of(stored.exhibition, stored.artwork_id)
        _settle(stored, verb, by, note)
    return stored


def ask_change(loan: Loan, *, by: User, note: str) -> Loan:
    """Say what has to change, in the label or the terms, before the work is lent."""
    _demand_words(note)
    with _answering(loan, by, "ask_change") as stored:
        _demand_asked(stored)
        _decline(stored, LoanState.CHANGE_ASKED, LoanVerb.ASK_CHANGE, by, note)
    return stored


def refuse(loan: Loan, *, by: User, note: str) -> Loan:
    """Do not lend; what was lent under former terms goes on."""
    _demand_words(note)
    with _answering(loan, by, "refuse_loan") as stored:
        _demand_asked(stored)
        _decline(stored, LoanState.REFUSED, LoanVerb.REFUSE, by, note)
    return stored


def recall(loan: Loan, *, by: User | None, reason: str) -> Loan:
    """A museum takes its work back; from this moment its place holds a courteous note."""
    if not reason.strip():
        raise Refused(_("Say why the work is recalled."), field="reason")
    with _answering(loan, by, "recall", NoticeOf.LOAN_ENDED) as stored:
        if stored.state not in CONSENT:
            raise Refused(_("The work is not lent."))
        stored.state, stored.asked = LoanState.RECALLED, None
        stored.reason = reason.strip()[:300]
        stored.save()
        _step(stored, LoanVerb.RECALL, by, reason)
    return stored


def expire_loans(on: datetime.date | None = None) -> list[Loan]:
    """Say of loans whose last day is past that they have expired. Nobody waits for it: what is shown, the queries decide
    by the clock. Called twice, it says nothing twice."""
    done = []
    for loan in Loan.objects.run_out(on).select_related("exhibition", "artwork__museum"):
        with changing(loan.exhibition, "expire_loan", by=None, is_public=_is_public(loan)) as change:
            stored = _one(loan)
            stored.state, stored.asked = LoanState.EXPIRED, None
            stored.save()
            _step(stored, LoanVerb.EXPIRE, None)
            about(change, stored)
            people = [*curators_of(loan.exhibition), *registrars_of(loan.museum_id)]
            tell(people, NoticeOf.LOAN_ENDED, loan.exhibition, loans=[stored])
            done.append(stored)
    return done


def registrars_of(museum: int) -> list[User]:
    """Those of a museum who answer requests."""
    roles = (Role.REGISTRAR, Role.DIRECTOR)
    found = User.objects.filter(memberships__museum=museum, memberships__role__in=roles, is_active=True)
    return list(found.distinct())


def curators_of(exhibition: Exhibition) -> list[User]:
    """Those who ask for works, and hear the answers."""
    found = User.objects.filter(exhibition_curators__exhibition=exhibition, is_active=True)
    return list(found.filter(exhibition_curators__role__in=CURATING).distinct())


def terms_of(terms: Terms) -> dict[str, Any]:
    """Terms as JSON."""
    return _json({name: getattr(terms, name) for name in TERMS})


# --- how -----------------------------------------------------------------------------------------------
@contextmanager
def _answering(
    loan: Loan, by: User | None, verb: str, kind: NoticeOf = NoticeOf.LOAN_ANSWERED
) -> Iterator[Loan]:
    """A museum's answer: who may, one deed, the loan as it stands, and the curators told."""
    demand(by, Do.LEND, loan, _("Only a registrar or director of the museum that keeps the work may."))
    with changing(loan.exhibition, verb, by=by, is_public=_is_public(loan)) as change:
        stored = _one(loan)
        yield stored
        about(change, stored)
        tell(curators_of(loan.exhibition), kind, loan.exhibition, loans=[stored])
    loan.refresh_from_db()


def _is_public(loan: Loan) -> bool:
    """What a stranger sees changes with the loan."""
    return loan.exhibition.status == ExhibitionStatus.PUBLISHED


def _locked(loans: Any) -> list[Loan]:
    return list(loans.select_for_update(of=("self",)).select_related("artwork__museum", "exhibition"))


def _one(loan: Loan) -> Loan:
    return _locked(Loan.objects.filter(pk=loan.pk))[0]


def _checked(terms: Mapping[str, Any]) -> dict[str, Any]:
    """Terms as the fields hold them. Raises ValidationError."""
    faults, found = {}, {}
    for name, value in terms.items():
        if name not in TERMS:
            raise Refused(_("Nothing is known of “%(name)s” here.") % {"name": str(name)[:60]})
        field: Any = Loan._meta.get_field(name)
        try:
            found[name] = field.clean(field.to_python(value), None)
        except ValidationError as error:
            faults[name] = error.error_list
    if faults:
        raise ValidationError(faults)
    return found


def _json(terms: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, datetime.date) else value
        for name, value in terms.items()
    }


def _apply(loan: Loan, terms: Mapping[str, Any]) -> None:
    if "label" in terms:
        loan.label = terms["label"]
    for name, value in _checked({name: terms[name] for name in terms if name in TERMS}).items():
        setattr(loan, name, value)
    loan.validate_constraints()


def _ask(loan: Loan, terms: Mapping[str, Any], label: dict[str, str]) -> None:
    loan.reason = ""
    if loan.state in CONSENT:
        loan.asked = {**terms_of(loan), **_json(terms), "label": label}
        return
    loan.state = LoanState.REQUESTED
    _apply(loan, {**_json(terms), "label": label})


def _settle(loan: Loan, verb: LoanVerb, by: User, note: str) -> None:
    is_kept = loan.state in (LoanState.OWN, LoanState.STANDING)
    loan.state = loan.state if is_kept else LoanState.GRANTED
    loan.asked, loan.reason = None, ""
    loan.save()
    _step(loan, verb, by, note)


def _decline(loan: Loan, state: LoanState, verb: LoanVerb, by: User, note: str) -> None:
    if loan.asked is None:
        loan.state = state
    loan.asked, loan.reason = None, note.strip()[:300]
    loan.save()
    _step(loan, verb, by, note)


def _demand_asked(loan: Loan) -> None:
    if loan.state not in (LoanState.REQUESTED, LoanState.CHANGE_ASKED) and loan.asked is None:
        raise Refused(_("Nothing is asked for."))


def _demand_words(note: str) -> None:
    if not note.strip():
        raise Refused(_("Say why, in a sentence that the curators understand."), field="note")


def _step(loan: Loan, verb: LoanVerb, by: User | None, note: str = "") -> None:
    terms = loan.asked or {**terms_of(loan), "label": loan.label}
    LoanStep.objects.create(loan=loan, verb=verb, by=by, note=note.strip()[:MOST_WORDS], terms=terms)


def steps_of(loans: Iterable[Loan]) -> dict[int, list[LoanStep]]:
    """All steps of these loans, by loan."""
    found: dict[int, list[LoanStep]] = {}
    rows = LoanStep.objects.filter(loan__in=[loan.pk for loan in loans]).select_related("by")
    for step in rows:
        found.setdefault(step.loan_id, []).append(step)
    return found
