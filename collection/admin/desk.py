"""What the first page shows of the collection: for a museum's staff, for editors, each with the next step."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from collection.enums import CorrectionState, EditState, Status, TermStatus
from collection.models import (
    Agent,
    Artwork,
    Concept,
    Correction,
    Culture,
    Epoch,
    PendingEdit,
    Place,
    QuotaRequest,
)
from members.enums import Role
from members.models import Deed, Museum, User
from members.permissions import Do, may

_SHOWN = 8


def panels(request: HttpRequest) -> list[dict[str, Any]]:
    """Panels of the desk: {kind, title, count, rows, more, empty}; in the order of urgency."""
    user: Any = request.user
    found: list[dict[str, Any]] = []
    if user.museum_ids:
        found += _of_museums(user)
    if user.holds(Role.EDITOR):
        found += _of_editors()
    return found


def _works(
    title: str, works: Any, query: str, empty: str, notes: dict[str, str] | None = None
) -> dict[str, Any]:
    rows = [
        {
            "url": reverse("admin:collection_artwork_change", args=[work.pk]),
            "words": str(work),
            "about": " · ".join(filter(None, [work.accession_number, work.display_date, str(work.museum)])),
            "note": (notes or {}).get(work.public_id, ""),
        }
        for work in works.select_related("museum").prefetch_related("titles")[:_SHOWN]
    ]
    more = f"{reverse('admin:collection_artwork_changelist')}?{query}"
    return {
        "kind": "rows",
        "title": title,
        "count": works.count(),
        "rows": rows,
        "more": more,
        "empty": empty,
    }


def _of_museums(user: User) -> list[dict[str, Any]]:
    works = Artwork.objects.filter(museum__in=user.museum_ids).order_by("-changed_at")
    notes = _notes_of_the_sent_back(works)
    drafts = works.filter(status=Status.DRAFT)
    waiting = works.filter(status=Status.SUBMITTED)
    found = [_quota(museum) for museum in Museum.objects.filter(pk__in=user.museum_ids)]
    sent_back = _works(_("Sent back"), drafts.filter(public_id__in=notes), "status__exact=draft", "", notes)
    submitted = _works(
        _("Submitted, waiting for you") if may(user, Do.PUBLISH) else _("Submitted, waiting for a registrar"),
        waiting, "status__exact=submitted", _("Nothing waits."),
    )  # fmt: skip
    own = _works(
        _("Drafts"), drafts.exclude(public_id__in=notes), "status__exact=draft",
        _("No drafts. Add the next masterpiece."),
    )  # fmt: skip
    public = _works(
        _("Published"),
        works.filter(status=Status.PUBLISHED),
        "status__exact=published",
        _("Nothing is public yet."),
    )
    edits = PendingEdit.objects.filter(artwork__museum__in=user.museum_ids)
    corrections = Correction.objects.filter(artwork__museum__in=user.museum_ids, state=CorrectionState.OPEN)
    return [
        *found,
        *([sent_back] if notes else []),
        submitted,
        own,
        *_edits(edits, user),
        *_corrections(corrections),
        public,
    ]


def _notes_of_the_sent_back(works: Any) -> dict[str, str]:
    """Drafts whose last deed of the kind was to be sent back → the registrar's note."""
    drafts = list(works.filter(status=Status.DRAFT).values_list("public_id", flat=True))
    deeds = Deed.objects.filter(noun="artwork", public_id__in=drafts, verb__in=["submit", "send_back"])
    last: dict[str, Deed] = {}
    for deed in deeds.order_by("id"):
        last[deed.public_id] = deed
    return {public_id: deed.note for public_id, deed in last.items() if deed.verb == "send_back"}


def _quota(museum: Museum) -> dict[str, Any]:
    shown = Artwork.objects.for_museum(museum).published().count()
    words = ngettext(
        "%(shown)d of %(quota)d masterpiece is public.",
        "%(shown)d of %(quota)d masterpieces are public.",
        museum.quota,
    ) % {"shown": shown, "quota": museum.quota}
    if shown > museum.quota:
        words += " " + _("That is more than the quota; the editors have been asked for leave.")
    return {
        "kind": "quota",
        "title": str(museum),
        "shown": shown,
        "quota": museum.quota,
        "width": min(100, round(100 * shown / museum.quota)) if museum.quota else 100,
        "words": words,
    }


def _edits(edits: Any, user: User) -> list[dict[str, Any]]:
    """Waiting edits for who decides; one's own unfinished ones."""
    wanted = Q(state=EditState.UNFINISHED, by=user)
    wanted |= Q(state=EditState.WAITING) if may(user, Do.PUBLISH) else Q(state=EditState.WAITING, by=user)
    found = edits.filter(wanted).select_related("artwork__museum", "by").prefetch_related("artwork__titles")
    rows = [
        {
            "url": reverse("admin:collection_artwork_edit", args=[edit.artwork_id, edit.pk]),
            "words": edit.title_text,
            "about": f"{edit.by} · {edit.get_state_display()}",
            "note": edit.note,
        }
        for edit in found[:_SHOWN]
    ]
    more = reverse("admin:collection_pendingedit_changelist")
    title = _("Edits that wait")
    return (
        [{"kind": "rows", "title": title, "count": found.count(), "rows": rows, "more": more, "empty": ""}]
        if rows
        else []
    )


def _corrections(corrections: Any) -> list[dict[str, Any]]:
    rows = [
        {
            "url": reverse("admin:collection_correction_change", args=[correction.pk]),
            "words": str(correction.artwork),
            "about": str(correction),
            "note": "",
        }
        for correction in corrections.select_related("artwork").prefetch_related("artwork__titles")[:_SHOWN]
    ]
    more = reverse("admin:collection_correction_changelist")
    title = _("Corrections from visitors")
    return (
        [
            {
                "kind": "rows",
                "title": title,
                "count": corrections.count(),
                "rows": rows,
                "more": more,
                "empty": "",
            }
        ]
        if rows
        else []
    )


def _of_editors() -> list[dict[str, Any]]:
    submitted = _works(
        _("Submitted in all museums"), Artwork.objects.filter(status=Status.SUBMITTED).order_by("-changed_at"),
        "status__exact=submitted", _("Nothing waits."),
    )  # fmt: skip
    return [submitted, _quota_requests(), _proposed_terms()]


def _quota_requests() -> dict[str, Any]:
    asked = QuotaRequest.objects.filter(decided_at=None).select_related("museum")
    rows = [
        {
            "url": reverse("admin:collection_quotarequest_change", args=[one.pk]),
            "words": str(one.museum),
            "about": _("%(quota)d works asked for") % {"quota": one.quota},
            "note": one.reason,
        }
        for one in asked[:_SHOWN]
    ]
    more = reverse("admin:collection_quotarequest_changelist")
    return {
        "kind": "rows",
        "title": _("Requests for a larger quota"),
        "count": asked.count(),
        "rows": rows,
        "more": more,
        "empty": _("None."),
    }


def _proposed_terms() -> dict[str, Any]:
    rows: list[dict[str, Any]] = []
    count = 0
    for model in (Concept, Place, Agent, Culture, Epoch):
        proposed = model._default_manager.filter(term_status=TermStatus.PROPOSED)
        name = model._meta.model_name
        count += proposed.count()
        rows += [
            {
                "url": reverse(f"admin:collection_{name}_change", args=[term.pk]),
                "words": str(term),
                "about": str(model._meta.verbose_name),
                "note": "",
            }
            for term in proposed[:3]
        ]
    more = f"{reverse('admin:collection_concept_changelist')}?term_status__exact=proposed"
    return {
        "kind": "rows",
        "title": _("Proposed terms"),
        "count": count,
        "rows": rows[:_SHOWN],
        "more": more,
        "empty": _("None."),
    }
