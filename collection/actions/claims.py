"""What becomes of a claim: opened, changed, worded, answered, closed. One transaction and one deed each.

The deed is about the claim, whose readers are few; it is public only where the public notice changed. Then the work
gets its next version as well, so that a notice can be cited and proved as every other fact.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from collection.actions.refusal import Refused, demand, demand_note
from collection.actions.versions import write_versions
from collection.enums import CLOSED_CLAIM_STATES, OPEN_CLAIM_STATES, ClaimPart, ClaimState
from collection.models import Artwork, ArtworkVersion, Claim, ClaimApproval, ClaimNotice, CounselNote
from members.deeds import deed, stand_in_line
from members.models import User
from members.permissions import Do

_FACTS = ("claimant", "community", "basis", "grounds", "state", "wording", "reply", "reply_by")
_WORDING = (ClaimPart.MUSEUM, ClaimPart.CLAIMANTS)


def open_claim(
    artwork: Artwork, *, by: User, received_date: date, note: str = "", **facts: Any
) -> Claim:  # fmt: skip
    """Record a claim to a work that is or was public. Raises Refused."""
    _demand(artwork, by, note)
    if received_date > timezone.localdate():
        raise Refused(_("A claim cannot have come in the future."), field="received_date")
    with transaction.atomic():
        stand_in_line()
        work = Artwork.objects.select_for_update(of=("self",)).get(pk=artwork.pk)
        claim = Claim(
            artwork=work, received_date=received_date, since_version=_version_on(work, received_date)
        )
        _set(claim, facts)
        with deed("open_claim", by=by, note=note) as telling:
            claim.save()
            telling.about(claim)
    return claim


def change_claim(claim: Claim, facts: Mapping[str, Any], *, by: User, note: str = "") -> None:
    """Set these facts. Other public words take back the approvals that the former ones had, and the page says no more
    than that there is a claim until the new ones are approved."""
    with _locked(claim, by, note) as standing:
        _demand_open(standing)
        before = {name: getattr(standing, name) for name in ("wording", "reply", "reply_by")}
        _set(standing, facts)
        wording = standing.wording != before["wording"]
        reply = (standing.reply, standing.reply_by) != (before["reply"], before["reply_by"])
        taken = [*(_WORDING if wording else ()), *([ClaimPart.REPLY] if reply else [])]
        with _telling(standing, "change_claim", by=by, note=note, shows=bool(taken)):
            standing.approvals.filter(part__in=taken, taken_back_at=None).update(taken_back_at=timezone.now())
            standing.save()


def approve_wording(claim: Claim, part: ClaimPart, *, by: User, name: str = "", note: str = "") -> None:
    """One side approves the wording as it stands; with the other's approval it is public.

    The museum's own registrar or director speaks for the museum; `name` says who approved for the claimants.
    """
    if part == ClaimPart.MUSEUM:
        demand(by, Do.CORRECT, claim, _("A registrar or director of the museum approves for the museum."))
        name = name or str(by)
    _approve(claim, part, "approve_wording", by=by, name=name, note=note)


def answer(claim: Claim, *, by: User, name: str, note: str = "") -> None:
    """The community's reply goes public, as `name` approved it for the community."""
    _approve(claim, ClaimPart.REPLY, "answer_claim", by=by, name=name, note=note)


def close_claim(
    claim: Claim, state: ClaimState, *, by: User, closed_date: date | None = None, note: str = ""
) -> None:
    """Settled, not upheld or taken back. The notice stays on the page and says that the claim is closed."""
    if state not in CLOSED_CLAIM_STATES:
        raise Refused(_("Say how the claim ended."), field="state")
    with _locked(claim, by, note) as standing:
        _demand_open(standing)
        closed_date = closed_date or timezone.localdate()
        if not standing.received_date <= closed_date <= timezone.localdate():
            raise Refused(_("The day lies between the day it was received and today."), field="closed_date")
        standing.state, standing.closed_date = state, closed_date
        with _telling(standing, "close_claim", by=by, note=note, shows=True):
            standing.save()


def note_of_counsel(claim: Claim, text: str, *, by: User) -> CounselNote:
    """What counsel says, for the director alone."""
    demand(by, Do.COUNSEL, claim, _("Notes of counsel are the director's."))
    if not text.strip():
        raise Refused(_("Write the note first."), field="text")
    with deed("note_of_counsel", claim, by=by):
        return CounselNote.objects.create(claim=claim, by=by, text=text.strip())


# --- how -----------------------------------------------------------------------------------------------
def _approve(claim: Claim, part: ClaimPart, verb: str, *, by: User, name: str, note: str) -> None:
    is_reply = part == ClaimPart.REPLY
    with _locked(claim, by, note) as standing:
        words = standing.reply if is_reply else standing.wording
        if not words or (is_reply and not standing.reply_by):
            raise Refused(_("Write the words and who signs them, and save them, before they are approved."))
        if not name.strip():
            raise Refused(_("Say who approved it."), field="name")
        _demand_open(standing)
        if standing.approval(part):
            raise Refused(_("These words have been approved already."))
        other = {ClaimPart.MUSEUM: ClaimPart.CLAIMANTS, ClaimPart.CLAIMANTS: ClaimPart.MUSEUM}.get(part)
        shows = other is None or standing.approval(other) is not None
        with _telling(standing, verb, by=by, note=note, shows=shows):
            ClaimApproval.objects.create(
                claim=standing, part=part, name=name.strip()[:300], recorded_by=by, words=words
            )


def _demand(thing: Artwork | Claim, by: User, note: str) -> None:
    demand(by, Do.CLAIM, thing, _("Claims are kept by the museum's registrar and director, and by editors."))
    demand_note(by, thing, note, _("You act on another museum's record: say why."))


def _demand_open(claim: Claim) -> None:
    if not claim.is_open:
        raise Refused(_("This claim is closed. If it comes again, record it as a new one."))


@contextmanager
def _locked(claim: Claim, by: User, note: str) -> Iterator[Claim]:
    """The claim as it stands in the database, locked behind its work; brings `claim` up to date afterwards."""
    _demand(claim, by, note)
    with transaction.atomic():
        stand_in_line()
        Artwork.objects.select_for_update(of=("self",)).get(pk=claim.artwork_id)
        claims = Claim.objects.select_for_update(of=("self",)).select_related("artwork__museum", "notice")
        yield claims.get(pk=claim.pk)
    claim.refresh_from_db()


@contextmanager
def _telling(claim: Claim, verb: str, *, by: User, note: str, shows: bool) -> Iterator[None]:
    """The deed, with the public notice brought up to date in it where the deed may show."""
    work = claim.artwork
    has_words = verb in ("approve_wording", "answer_claim")
    shows = shows and (claim.notice is not None or has_words)
    with deed(verb, claim, by=by, note=note, is_public=shows and work.is_public):
        yield
        if shows:
            _show(claim)
        if shows and work.is_public:
            now = timezone.now()
            Artwork.objects.filter(pk=work.pk).update(published_at=now, changed_at=now)
            write_versions([work], by=by, at=now)


def _show(claim: Claim) -> None:
    """Write the notice: only words whose approvals stand."""
    notice = claim.notice or ClaimNotice(
        artwork=claim.artwork, opened_date=claim.received_date, since_version=claim.since_version
    )
    has_reply = claim.approval(ClaimPart.REPLY) is not None
    notice.wording = claim.wording if claim.is_wording_approved else {}
    notice.reply, notice.reply_by = (claim.reply, claim.reply_by) if has_reply else ({}, "")
    notice.closed_date = claim.closed_date
    notice.save()
    if claim.notice_id is None:
        claim.notice = notice
        Claim.objects.filter(pk=claim.pk).update(notice=notice)


def _set(claim: Claim, facts: Mapping[str, Any]) -> None:
    """Set the facts a person writes; how a claim ends is said by closing it."""
    if unknown := set(facts) - set(_FACTS):
        raise TypeError(f"no facts of a claim: {sorted(unknown)}")
    for name, value in facts.items():
        setattr(claim, name, value)
    if claim.state not in OPEN_CLAIM_STATES:
        raise Refused(_("A claim is closed by a step of its own."), field="state")
    claim.revision += 1 if claim.pk else 0
    try:
        claim.clean_fields(exclude=["artwork", "notice"])
    except ValidationError as error:
        raise Refused(*error.messages) from error


def _version_on(work: Artwork, day: date) -> int:
    """The version that stood on `day`, else the first there is."""
    versions = ArtworkVersion.objects.filter(artwork=work)
    standing = versions.filter(published_at__date__lte=day).order_by("-number").first()
    found = standing or versions.order_by("number").first()
    if found is None:
        raise Refused(_("Only a work that is or was public can be claimed here: publish it first."))
    return found.number
