"""The bar above an artwork's form: state, what is missing, the next step; and the buttons' addresses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from collection.actions import artworks as actions
from collection.actions.readiness import missing_for_publishing
from collection.actions.refusal import NotAllowed, Refused
from collection.actions.transitions import is_possible
from collection.admin import merging
from collection.admin.images import ImageInline
from collection.enums import EditState, Status
from collection.models import Artwork, Claim
from members.models import Deed
from members.permissions import Do, may, needs_note


@dataclass(frozen=True)
class Step:
    """A button: `wants` is the question whose answer goes with it, an empty text for none."""

    verb: str
    deed: Do
    label: Any
    done: Any
    run: Callable[[Artwork, Any, str], Any]
    wants: Any = ""
    is_main: bool = False


STEPS = {
    step.verb: step
    for step in (
        Step(
            "submit", Do.DRAFT, gettext_lazy("Submit"), gettext_lazy("Submitted: a registrar looks at it next."),
            lambda work, by, note: actions.submit(work, by=by), is_main=True,
        ),
        Step(
            "publish", Do.PUBLISH, gettext_lazy("Publish"), gettext_lazy("Published: everybody can see it now."),
            lambda work, by, note: actions.publish(work, by=by, note=note), is_main=True,
        ),
        Step(
            "send_back", Do.PUBLISH, gettext_lazy("Send back"), gettext_lazy("Sent back with your note."),
            lambda work, by, note: actions.send_back(work, by=by, note=note),
            gettext_lazy("What should be changed before it comes again?"),
        ),
        Step(
            "withdraw", Do.PUBLISH, gettext_lazy("Withdraw"),
            gettext_lazy("Withdrawn: its address now says so, with your reason."),
            lambda work, by, note: actions.withdraw(work, by=by, reason=note),
            gettext_lazy("The reason; it will stand on the page that is left"),
        ),
        Step(
            "restore", Do.PUBLISH, gettext_lazy("Publish again"), gettext_lazy("Public again, as a new version."),
            lambda work, by, note: actions.restore(work, by=by, note=note), is_main=True,
        ),
    )
}  # fmt: skip


class StatePages:
    """A mixin of the artwork's admin."""

    admin_site: Any

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        artwork: Artwork | None = context.get("original")
        if artwork is None:
            context["may_publish"] = may(request.user, Do.PUBLISH)
        if artwork is not None:
            context |= self._state(request, artwork)
            context.setdefault("revision", request.POST.get("revision") or artwork.revision)
            posted = request.POST.get("edit", "")
            context["edit_pk"] = (
                context["edit"].pk if "edit" in context else posted if posted.isdecimal() else ""
            )
            if "base" not in context:
                context["base"] = self._base(request, context)
        return super().render_change_form(request, context, *args, **kwargs)  # type: ignore[misc]

    @staticmethod
    def _base(request: HttpRequest, context: Any) -> str:
        if request.method == "POST":
            return request.POST.get("base", "")
        formsets = [inline.formset for inline in context["inline_admin_formsets"]]
        return merging.packed(merging.snapshot_of(context["adminform"].form, formsets))

    def _state(self, request: HttpRequest, artwork: Artwork) -> dict[str, Any]:
        user: Any = request.user
        steps = [
            step
            for step in STEPS.values()
            if is_possible(step.verb, artwork.status)
            and may(user, step.deed, artwork)
            # a public record gets its next version by being saved, not by a button
            and not (step.verb == "publish" and artwork.status == Status.PUBLISHED)
        ]
        # who may publish may know of the claim; it is said to nobody else
        guarded = may(user, Do.CLAIM, artwork) and Claim.objects.open().for_artwork(artwork).exists()
        missing = missing_for_publishing(artwork) if artwork.status != Status.WITHDRAWN else []
        images = list(artwork.images.all())
        sent_back = (
            Deed.objects.filter(noun="artwork", public_id=artwork.public_id, verb="send_back")
            .select_related("by")
            .first()
            if artwork.status == Status.DRAFT
            else None
        )
        return {
            "steps": [] if missing and artwork.status == Status.DRAFT else steps,
            "missing": missing,
            "sent_back": sent_back,
            "thumbnail": next((url for url in map(ImageInline.thumbnail, images) if url), "")
            or reverse("plate", args=[artwork.public_id]),
            "waiting_edits": artwork.pending_edits.filter(
                state__in=[EditState.WAITING, EditState.UNFINISHED]
            ).select_related("by"),
            "waits_for_registrar": artwork.status == Status.PUBLISHED and not may(user, Do.CORRECT, artwork),
            "is_draft": artwork.status == Status.DRAFT,
            "may_publish": may(user, Do.PUBLISH, artwork),
            "may_erase": may(user, Do.ERASE, artwork),
            "step_needs_note": needs_note(user, artwork) or guarded,
            "claim_guards": guarded,
            "claim_count": artwork.claims.count() if may(user, Do.CLAIM, artwork) else 0,
            "may_claim": may(user, Do.CLAIM, artwork) and artwork.first_published_at is not None,
        }

    def deed_view(self, request: HttpRequest, object_id: str, verb: str) -> HttpResponse:
        """POST: one step, done by its action. What may not be seen is 404, what may not be done 403."""
        artwork: Artwork = self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
        step = STEPS.get(verb)
        if step is None:
            raise Http404
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        note = request.POST.get("note", "").replace("\x00", "")[:2000]
        try:
            step.run(artwork, request.user, note)
        except NotAllowed as refusal:
            raise PermissionDenied(refusal.sentence) from refusal
        except Refused as refusal:
            for sentence in refusal.sentences:
                messages.error(request, sentence)
        else:
            messages.success(request, _("“%(work)s”: %(done)s") % {"work": artwork, "done": step.done})
        return redirect("admin:collection_artwork_change", artwork.pk)
