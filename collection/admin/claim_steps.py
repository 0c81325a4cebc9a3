"""The bar above a claim: what is approved, what is public, counsel's notes, and the next steps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from collection.actions import claims as actions
from collection.actions.refusal import NotAllowed, Refused
from collection.enums import CLOSED_CLAIM_STATES, ClaimPart, ClaimState
from collection.models import Claim
from members.permissions import Do, may, needs_note


def _close(claim: Claim, post: QueryDict, by: Any, note: str) -> None:
    state = post.get("state", "")
    closed = post.get("closed_date", "")
    try:
        day = date.fromisoformat(closed) if closed else timezone.localdate()
    except ValueError as error:
        raise Refused(_("Write the day as 2026-11-24.")) from error
    if state not in CLOSED_CLAIM_STATES:
        raise Refused(_("Say how the claim ended."))
    actions.close_claim(claim, ClaimState(state), by=by, closed_date=day, note=note)


_STEPS: dict[str, Callable[[Claim, QueryDict, Any, str], Any]] = {
    "approve-museum": lambda claim, post, by, note: actions.approve_wording(
        claim, ClaimPart.MUSEUM, by=by, note=note
    ),
    "approve-claimants": lambda claim, post, by, note: actions.approve_wording(
        claim, ClaimPart.CLAIMANTS, by=by, name=_line(post, "name"), note=note
    ),
    "answer": lambda claim, post, by, note: actions.answer(claim, by=by, name=_line(post, "name"), note=note),
    "counsel": lambda claim, post, by, note: actions.note_of_counsel(
        claim, post.get("text", "").replace("\x00", "")[:10_000], by=by
    ),
    "close": _close,
}


def _line(post: QueryDict, name: str) -> str:
    return post.get(name, "").replace("\x00", "").strip()[:300]


class ClaimSteps:
    """A mixin of the claims' admin."""

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        claim: Claim | None = context.get("original")
        if claim is not None:
            context |= _state(request.user, claim)
        return super().render_change_form(request, context, *args, **kwargs)  # type: ignore[misc]

    def deed_view(self, request: HttpRequest, object_id: str, verb: str) -> HttpResponse:
        """POST: one step, done by its action. What may not be seen is 404, what may not be done 403."""
        claim: Claim = self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
        if verb not in _STEPS:
            raise Http404
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        note = request.POST.get("note", "").replace("\x00", "")[:2000]
        try:
            _STEPS[verb](claim, request.POST, request.user, note)
        except NotAllowed as refusal:
            raise PermissionDenied(refusal.sentence) from refusal
        except Refused as refusal:
            messages.error(request, refusal.sentence)
            return self._asked_again(request, object_id, verb)
        else:
            messages.success(request, _("Done."))
        return redirect("admin:collection_claim_change", claim.pk)

    def _asked_again(self, request: HttpRequest, object_id: str, verb: str) -> HttpResponse:
        """The page with the step open and everything typed in it."""
        names = ("name", "note", "text", "state", "closed_date")
        typed = {name: request.POST.get(name, "").replace("\x00", "") for name in names}
        request.method = "GET"
        return self.change_view(request, object_id, extra_context={"typed": {"verb": verb, **typed}})  # type: ignore[attr-defined,no-any-return]


def _state(user: Any, claim: Claim) -> dict[str, Any]:
    standing = {one.part: one for one in claim.approvals.filter(taken_back_at=None)}
    reads_counsel = may(user, Do.COUNSEL, claim)
    return {
        "parts": [{"label": part.label, "approval": standing.get(part)} for part in ClaimPart],
        "taken_back": claim.approvals.exclude(taken_back_at=None),
        "may_approve_museum": may(user, Do.CORRECT, claim)
        and bool(claim.wording)
        and ClaimPart.MUSEUM not in standing,
        "may_approve_claimants": bool(claim.wording) and ClaimPart.CLAIMANTS not in standing,
        "may_answer": bool(claim.reply and claim.reply_by) and ClaimPart.REPLY not in standing,
        "endings": [(state.value, state.label) for state in CLOSED_CLAIM_STATES],
        "today": timezone.localdate().isoformat(),
        "reads_counsel": reads_counsel,
        "counsel_notes": claim.counsel_notes.select_related("by") if reads_counsel else [],
        "step_needs_note": needs_note(user, claim),
    }
