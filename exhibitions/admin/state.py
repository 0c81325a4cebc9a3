"""The bar above an exhibition's form: its state, what is missing, the next step; and what the buttons do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from collection.actions.refusal import NotAllowed, Refused
from exhibitions.actions import exhibitions as actions
from exhibitions.actions.readiness import missing_for_opening
from exhibitions.actions.releases import release
from exhibitions.enums import ExhibitionStatus
from exhibitions.exports.page import page_of
from exhibitions.models import Exhibition
from members.permissions import Do, may


@dataclass(frozen=True)
class Step:
    """A button; `wants` is the question whose answer goes with it."""

    verb: str
    starts: frozenset[str]
    deeds: tuple[Do, ...]
    label: Any
    done: Any
    run: Callable[[Exhibition, Any, str], Any]
    wants: Any = ""
    is_main: bool = True


STEPS = {
    step.verb: step
    for step in (
        Step(
            "publish", frozenset({ExhibitionStatus.DRAFT}), (Do.CURATE,), gettext_lazy("Publish"),
            gettext_lazy("Published."), lambda show, by, note: actions.publish(show, by=by),
        ),
        Step(
            "release", frozenset({ExhibitionStatus.PUBLISHED}), (Do.CURATE,), gettext_lazy("Release"),
            gettext_lazy("Released: visitors see it from now on."), lambda show, by, note: release(show, by=by),
        ),
        Step(
            "reopen", frozenset({ExhibitionStatus.WITHDRAWN}), (Do.CURATE,), gettext_lazy("Publish again"),
            gettext_lazy("Public again."), lambda show, by, note: actions.publish(show, by=by),
        ),
        Step(
            "withdraw", frozenset({ExhibitionStatus.PUBLISHED}), (Do.CURATE, Do.WITHDRAW_EXHIBITION),
            gettext_lazy("Withdraw"), gettext_lazy("Withdrawn: its address now says so, with your reason."),
            lambda show, by, note: actions.withdraw(show, by=by, note=note),
            gettext_lazy("The reason; it will stand on the page that is left"), is_main=False,
        ),
    )
}  # fmt: skip


def steps_for(user: Any, show: Exhibition) -> list[Step]:
    """The buttons that `user` sees on `show`."""
    return [
        s for s in STEPS.values() if show.status in s.starts and any(may(user, do, show) for do in s.deeds)
    ]


def state_of(show: Exhibition) -> tuple[str, str]:
    """(state, sentence): the clock counts as well."""
    now = timezone.now()
    if show.status == ExhibitionStatus.PUBLISHED and show.opens_at and show.opens_at > now:
        return "submitted", _("Published; opens on %(when)s UTC") % {"when": _when(show.opens_at)}
    if show.is_over:
        return "withdrawn", _("Closed on %(when)s UTC") % {"when": _when(show.closes_at)}
    if show.status == ExhibitionStatus.PUBLISHED and show.closes_at:
        return "published", _("Open until %(when)s UTC") % {"when": _when(show.closes_at)}
    return show.status, str(ExhibitionStatus(show.status).label)


def _when(instant: Any) -> str:
    return date_format(instant, "DATETIME_FORMAT")


class StatePages:
    """A mixin of the exhibition's admin: the bar, the buttons, the preview."""

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        show: Exhibition | None = context.get("original")
        if show is not None:
            state, words = state_of(show)
            context |= {
                "state": state,
                "state_words": words,
                "steps": steps_for(request.user, show),
                "missing": missing_for_opening(show) if show.status != ExhibitionStatus.WITHDRAWN else [],
                "rooms": show.sections.all(),
            }
        return super().render_change_form(request, context, *args, **kwargs)  # type: ignore[misc]

    def deed_view(self, request: HttpRequest, object_id: str, verb: str) -> HttpResponse:
        """POST: one step, done by its action. What may not be seen is 404, what may not be done 403."""
        show: Exhibition = self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
        step = STEPS.get(verb)
        if step is None:
            raise Http404
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        note = request.POST.get("note", "").replace("\x00", "")[:300]
        try:
            if show.status not in step.starts:
                raise Refused(_("The exhibition is in another state by now."))
            step.run(show, request.user, note)
        except NotAllowed as refusal:
            raise PermissionDenied(refusal.sentence) from refusal
        except Refused as refusal:
            for sentence in refusal.sentences:
                messages.error(request, sentence)
        else:
            messages.success(request, _("“%(show)s”: %(done)s") % {"show": show, "done": step.done})
        return redirect("admin:exhibitions_exhibition_change", show.pk)

    def preview_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The saved exhibition as visitors will see it, in the language asked for; found by no robot, kept by no cache."""
        show: Exhibition = self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
        language = request.GET.get("language", "")
        if not translation.check_for_language(language) or len(language) > 8:
            language = translation.get_language() or "en"
        with translation.override(language):
            response = render(request, "exhibitions/exhibition_detail.html", page_of(show, preview=True))
        response["Cache-Control"] = "no-store, private"
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "no-referrer"
        return response
