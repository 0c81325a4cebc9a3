"""Loans and consents as the two who deal with each other read them: the curators and the museum. Never public."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from exhibitions.models import Loan, LoanStep, StandingConsent, Terms

TERMS = ("period_from", "period_until", "largest_side", "languages", "allows_copies")
Steps = Mapping[int, Sequence[LoanStep]]


def loan_of(loan: Loan, steps: Steps) -> dict[str, Any]:
    """A loan with all its steps; `artwork__museum` and `exhibition` fetched before."""
    return {
        "key": loan.pk,
        "work": {
            "id": loan.artwork.public_id,
            "title": loan.artwork.title_text,
            "accession_number": loan.artwork.accession_number,
            "museum": loan.artwork.museum.name,
            "museum_slug": loan.artwork.museum.slug,
        },
        "exhibition": {"slug": loan.exhibition.slug, "titles": loan.exhibition.titles},
        "state": loan.state,
        "words": str(loan.get_state_display()),
        "stands": loan.stands,
        "purpose": loan.purpose,
        "label": loan.label,
        "terms": terms_of(loan),
        "asked": loan.asked,
        "reason": loan.reason,
        "changed_at": loan.changed_at,
        "steps": [_step(step) for step in steps.get(loan.pk, ())],
    }


def consent_of(consent: StandingConsent) -> dict[str, Any]:
    show = consent.exhibition
    return {
        "key": consent.pk,
        "museum": consent.museum.slug,
        "exhibition": {"slug": show.slug, "titles": show.titles} if show else None,
        "terms": terms_of(consent),
        "given_at": consent.given_at,
        "given_by": str(consent.given_by) if consent.given_by else "",
        "ended_at": consent.ended_at,
    }


def terms_of(terms: Terms) -> dict[str, Any]:
    return {name: getattr(terms, name) for name in TERMS}


def _step(step: LoanStep) -> dict[str, Any]:
    return {
        "at": step.at,
        "by": str(step.by) if step.by else "",
        "verb": step.verb,
        "words": str(step.get_verb_display()),
        "note": step.note,
        "terms": step.terms,
    }
