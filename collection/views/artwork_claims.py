"""Claims on a work's page: the banner, the community's reply, and what became of the provenance since they came."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from collection.enums import Certainty, ProvenanceKind
from collection.exports.claims import CLAIM_CLOSED, CLAIM_OPEN
from collection.exports.record import public_record
from collection.models import Artwork, ArtworkVersion
from collection.provenance.since import Event, StepChange, changes_between
from members.languages import best_language, text_in

_LABELS = {
    "text": lambda: _("In words"), "kind": lambda: _("How"), "party": lambda: _("To whom"), "life": lambda: _("Life"),
    "clause": lambda: _("Clause"), "origin": lambda: _("From whom"), "through": lambda: _("Through"),
    "place": lambda: _("Place"), "place_name": lambda: _("Place"), "display_date": lambda: _("Date"),
    "edtf": lambda: "EDTF", "earliest_begin": lambda: _("From the year"), "latest_end": lambda: _("To the year"),
    "certainty": lambda: _("Certainty"), "doubtful": lambda: _("Doubtful"), "is_direct": lambda: _("Directly to the next"),
    "link_certainty": lambda: _("Certainty of the link"), "is_dealer": lambda: _("Dealer"), "lot": lambda: _("Lot"),
    "price": lambda: _("Price"), "source": lambda: _("Source"), "note": lambda: _("Note"),
}  # fmt: skip
# Read from the date in words: told only where that stayed the same.
_OF_THE_DATE = frozenset({"edtf", "earliest_begin", "latest_end"})


def claims_of(work: Artwork) -> list[dict[str, Any]]:
    """As they stand today, also on the page of an older version; `work` is from `.with_record()`. The versions are
    asked only where a claim is open."""
    if not work.claim_notices.all():
        return []
    record = public_record(work)
    claims = record["claims"]
    open_since = [claim["since_version"] for claim in claims if claim["is_open"]]
    versions = _versions(work, min(open_since)) if open_since else []
    return [_claim(claim, record, versions) for claim in claims]


def _versions(work: Artwork, first: int) -> list[dict[str, Any]]:
    rows = ArtworkVersion.objects.filter(artwork=work, number__gte=first).order_by("number")
    names = ("number", "published_at", "document__provenance", "document__provenance_text")
    return list(rows.values(*names))


def _claim(claim: dict[str, Any], record: dict[str, Any], versions: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "is_open": claim["is_open"],
        "heading": CLAIM_OPEN if claim["is_open"] else CLAIM_CLOSED,
        "opened": date.fromisoformat(claim["opened_date"]),
        "closed": date.fromisoformat(claim["closed_date"]) if claim["closed_date"] else None,
        "wording": _said(claim["wording"]),
        "reply": _said(claim["reply"]),
        "reply_by": claim["reply_by"],
        "since": _since(claim, record, versions) if claim["is_open"] else None,
    }


def _said(value: dict[str, str]) -> dict[str, str] | None:
    tag = best_language(value)
    return {"text": value[tag], "lang": tag} if tag else None


def _since(
    claim: dict[str, Any], record: dict[str, Any], versions: list[dict[str, Any]]
) -> dict[str, Any] | None:
    """The version that stood when the claim came, what differs from it now, and the versions that changed it."""
    found = [version for version in versions if version["number"] >= claim["since_version"]]
    if not found:
        return None
    first = found[0]
    steps = changes_between(first["document__provenance"] or [], record["provenance"])
    words = (text_in(first["document__provenance_text"] or {}), text_in(record["provenance_text"]))
    changing = [
        {"number": new["number"], "at": new["published_at"]}
        for old, new in pairwise(found)
        if any(old[name] != new[name] for name in ("document__provenance", "document__provenance_text"))
    ]
    return {
        "number": first["number"],
        "at": first["published_at"],
        "steps": [_step(step) for step in steps],
        "text": {"before": words[0], "after": words[1]} if words[0] != words[1] else None,
        "versions": changing,
    }


def _step(change: StepChange) -> dict[str, Any]:
    """{what, text, fields: [{label, before, after}]}"""
    if change.before is None or change.after is None:
        event: Event = change.before or change.after or {}
        what = _("Added") if change.before is None else _("Taken out")
        return {"what": what, "is_added": change.before is None, "text": _summary(event), "fields": []}
    shown = [n for n in change.fields if n not in _OF_THE_DATE or "display_date" not in change.fields]
    fields = [
        {"label": _LABELS[n](), "before": _value(change.before, n), "after": _value(change.after, n)}
        for n in shown
    ]
    return {"what": _("Changed"), "text": _summary(change.after), "fields": fields}


def _summary(event: Event) -> str:
    words = text_in(event.get("text") or {}) or event.get("party") or ""
    return ", ".join(filter(None, [words, event.get("display_date")]))


def _value(event: Event, name: str) -> str:
    value = event.get(name)
    if value in (None, "", [], {}):
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if name == "kind":
        return str(ProvenanceKind(value).label)
    if name in ("certainty", "link_certainty"):
        return str(Certainty(value).label)
    if name == "place":
        return text_in(value["labels"])
    if isinstance(value, dict):
        return text_in(value)
    if isinstance(value, list):
        return ", ".join(str(_LABELS.get(one, lambda one=one: one)()) for one in value)
    return str(value)
