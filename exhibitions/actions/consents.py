"""Who need not be asked: how works come into an exhibition with consent, or without; and consent given beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from collection.actions.refusal import Refused, demand
from collection.models import Artwork
from exhibitions.enums import CURATING, LoanState
from exhibitions.models import BlockWork, Exhibition, Loan, StandingConsent
from members.deeds import deed
from members.enums import MUSEUM_ROLES
from members.models import Membership, Museum, User
from members.permissions import Do

TERMS = ("period_from", "period_until", "largest_side", "languages", "allows_copies")


def lend(exhibition: Exhibition) -> list[Loan]:
    """Give every work placed in the exhibition, and its cover, a loan, so that consent is never absent from the model;
    gives the new ones. What was only wanted and hangs no more goes."""
    hung = BlockWork.objects.hanging().filter(block__section__exhibition=exhibition).values("artwork")
    placed = Artwork.objects.filter(Q(pk__in=hung) | Q(pk=exhibition.cover_id))
    wanted = exhibition.loans.filter(state=LoanState.WANTED)
    wanted.filter(steps=None).exclude(artwork__in=placed.values("pk")).delete()
    without = placed.exclude(pk__in=exhibition.loans.exclude(state=LoanState.WANTED).values("artwork"))
    works = list(without.order_by("pk"))
    if not works:
        return []
    there = {loan.artwork_id: loan for loan in wanted.filter(artwork__in=works)}
    own, consents = own_museums(exhibition), _consents(exhibition, {work.museum_id for work in works})
    made = []
    for work in works:
        loan = there.get(work.pk) or Loan(exhibition=exhibition, artwork=work, state=LoanState.WANTED)
        is_demonstration = exhibition.is_demonstration and work.is_demonstration
        _consent(loan, work.museum_id in own, consents.get(work.museum_id), is_demonstration)
        if loan.pk is None:
            made.append(loan)
        elif loan.state != LoanState.WANTED:
            loan.save()
    return Loan.objects.bulk_create(made)


def own_museums(exhibition: Exhibition) -> set[int]:
    """Museums on whose staff a curator of the exhibition is. That a museum is named as its maker gives no consent."""
    people = exhibition.exhibition_curators.filter(role__in=CURATING, user__is_active=True)
    staff = Membership.objects.filter(role__in=MUSEUM_ROLES, user__in=people.values("user"))
    return {museum for museum in staff.values_list("museum", flat=True) if museum}


def consent_beforehand(
    museum: Museum, exhibition: Exhibition | None, *, by: User, terms: Mapping[str, Any] | None = None
) -> StandingConsent:
    """Let all published works of the museum be shown: in this exhibition, or in every one (None). What is waiting for an
    answer there is answered by it."""
    demand(by, Do.LEND, museum, _("Only a registrar or director of the museum that keeps the work may."))
    consent = StandingConsent(museum=museum, exhibition=exhibition, given_by=by)
    for name, value in (terms or {}).items():
        if name not in TERMS:
            raise Refused(_("Nothing is known of “%(name)s” here.") % {"name": str(name)[:60]})
        field: Any = StandingConsent._meta.get_field(name)
        setattr(consent, name, field.clean(field.to_python(value), None))
    with deed("consent_beforehand", museum, by=by, note=str(exhibition or "*"), is_public=True):
        if StandingConsent.objects.filter(museum=museum, exhibition=exhibition, ended_at=None).exists():
            raise Refused(_("This consent stands already: end it first."))
        consent.validate_constraints()
        consent.save()
        waiting = (LoanState.WANTED, LoanState.REQUESTED, LoanState.CHANGE_ASKED)
        loans = Loan.objects.select_for_update().filter(state__in=waiting, artwork__museum=museum)
        for loan in loans.filter(exhibition=exhibition) if exhibition else loans:
            _consent(loan, False, consent, False)
            loan.reason = ""
            loan.save()
    return consent


def end_consent(consent: StandingConsent, *, by: User) -> int:
    """End it. Works that hang by it alone are recalled at once; gives how many."""
    museum = consent.museum
    demand(by, Do.LEND, museum, _("Only a registrar or director of the museum that keeps the work may."))
    with deed("end_consent", museum, by=by, note=str(consent.exhibition or "*"), is_public=True):
        StandingConsent.objects.filter(pk=consent.pk, ended_at=None).update(ended_at=timezone.now())
        loans = Loan.objects.select_for_update(of=("self",)).filter(
            state=LoanState.STANDING, artwork__museum=museum
        )
        if consent.exhibition_id:
            loans = loans.filter(exhibition=consent.exhibition_id)
        recalled = 0
        for loan in loans.select_related("exhibition"):
            other = _consents(loan.exhibition, {museum.pk}).get(museum.pk)
            if other is not None:
                _consent(loan, False, other, False)
            else:
                loan.state, loan.asked = LoanState.RECALLED, None
                loan.reason = _("The museum ended its standing consent.")
                recalled += 1
            loan.save()
    return recalled


def _consents(exhibition: Exhibition, museums: set[int]) -> dict[int, StandingConsent]:
    """The consent that holds for each museum: that for the exhibition before that for all."""
    found: dict[int, StandingConsent] = {}
    rows = StandingConsent.objects.in_force().for_exhibition(exhibition).filter(museum__in=museums)
    for row in rows:
        found.setdefault(row.museum_id, row)
    return found


def _consent(loan: Loan, is_own: bool, consent: StandingConsent | None, is_demonstration: bool) -> None:
    """Nobody has to be asked for a demonstration record in a demonstration."""
    if is_own:
        loan.state = LoanState.OWN
    elif consent is not None:
        loan.state, loan.asked = LoanState.STANDING, None
        for name in TERMS:
            setattr(loan, name, getattr(consent, name))
    elif is_demonstration:
        loan.state = LoanState.STANDING
