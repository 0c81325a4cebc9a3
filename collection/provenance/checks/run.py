"""All checks of a chain, and what is known of it in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from collection.dates.display import year_text
from collection.provenance.checks import care, chain, facts
from collection.provenance.checks.beside import NOTHING, Beside
from collection.provenance.checks.step import CUSTODY, Chain, Finding, chain_of

CHECKS = (
    chain.links,
    chain.ends,
    chain.repeats,
    chain.words,
    facts.people,
    facts.places,
    facts.beginnings,
    facts.sources,
    care.care,
)
_WEIGHTS = ("error", "gap", "care", "missing")


def findings_of(record: Mapping[str, Any], this_year: int, beside: Beside = NOTHING) -> list[Finding]:
    """Everything there is to say of the provenance of a record, the gravest first."""
    return check(chain_of(record, this_year, beside))


def check(of: Chain) -> list[Finding]:
    found = [finding for one in CHECKS for finding in one(of)]
    return sorted(found, key=lambda finding: (_WEIGHTS.index(finding.weight), finding.steps))


def summary(of: Chain) -> str:
    """“Known without gap since 1862; nothing before.” An empty text where steps are words without names: what is not
    recorded step by step cannot be called without gap."""
    if not of.steps or not all(step.is_named for step in of.steps):
        return ""
    if lost := next((finding for finding in chain.ends(of) if finding.code == "museum"), None):
        return lost.sentence
    gaps = [finding for finding in chain.links(of) if finding.weight == "gap"]
    after = gaps[-1].steps[1] if gaps else 0
    since = _since(of, after)
    if since is None:
        return (
            ngettext(
                "Keepers are known, but not when; %(count)d link between them is open.",
                "Keepers are known, but not when; %(count)d links between them are open.",
                len(gaps),
            )
            % {"count": len(gaps)}
            if gaps
            else _("Keepers are known one after another, but not since when.")
        )
    if not gaps:
        is_from_start = of.made_from is not None and since <= of.made_from + 50
        words = (
            _("Known without gap since %(year)s.")
            if is_from_start
            else _("Known without gap since %(year)s; nothing before.")
        )
        return words % {"year": year_text(since)}
    return ngettext(
        "Known without gap since %(year)s; before that, %(count)d link is open.",
        "Known without gap since %(year)s; before that, %(count)d links are open.",
        len(gaps),
    ) % {"year": year_text(since), "count": len(gaps)}


def _since(of: Chain, first: int) -> int | None:
    """The first dated year from step `first` on."""
    years = [step.known_from for step in of.steps[first:] if step.kind not in CUSTODY]
    return next((year for year in years if year is not None), None)
