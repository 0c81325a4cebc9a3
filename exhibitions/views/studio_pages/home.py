"""The studio's first page: one's exhibitions, what one's museum is asked for, what happened; and a new exhibition."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from collection.actions.refusal import Refused
from exhibitions.actions.exhibitions import free_slug, start
from exhibitions.actions.notices import read
from exhibitions.enums import CuratorRole
from exhibitions.models import Exhibition, Loan, Notice
from exhibitions.texts import TITLE_LENGTH, check_texts
from exhibitions.views.studio.asked import person
from exhibitions.views.studio_pages.asked import museums_lending, shown, studio_page
from members.enums import Role
from members.models import User

_SHOWN = 12


@studio_page
def home(request: HttpRequest) -> HttpResponse:
    """POST `title`: a new exhibition, straight into its workbench."""
    by = person(request)
    error = ""
    if request.method == "POST":
        try:
            made = _begin(by, request.POST.get("title", ""))
        except (Refused, ValidationError) as no:
            error = " ".join(no.sentences if isinstance(no, Refused) else no.messages)
        else:
            return redirect("studio_workbench", made.slug)
    museums = museums_lending(by)
    context = {
        "shows": _shows(by),
        "others": _others(by),
        "requests": _requests(museums),
        "notices": _notices(by)[:_SHOWN],
        "error": error,
        "title": request.POST.get("title", ""),
    }
    return shown(request, "home", context, "home", 400 if error else 200)


@studio_page
def notices(request: HttpRequest) -> HttpResponse:
    """All that one was told, the latest first. POST: it is read."""
    by = person(request)
    if request.method == "POST":
        read(by)
        return redirect("studio_notices")
    return shown(request, "notices", {"notices": _notices(by)[:200]}, "notices")


def _begin(by: User, title: str) -> Exhibition:
    if not title.strip():
        raise ValidationError(_("Give it a title; it can be changed later."))
    language = get_language() or "en"
    titles = check_texts({language: title.strip()}, TITLE_LENGTH)
    return start(by=by, titles=titles, slug=free_slug(title), languages=[language])


def _shows(by: User) -> list[dict[str, Any]]:
    """One's own, each with its state, its size and one's part in it."""
    hanging = Q(sections__removed_at=None, sections__blocks__removed_at=None)
    shows = Exhibition.objects.curated_by(by).order_by("-pk")
    shows = shows.annotate(
        room_count=Count("sections", distinct=True, filter=Q(sections__removed_at=None)),
        work_count=Count("sections__blocks__artworks", distinct=True, filter=hanging),
    )
    parts = dict(by.exhibition_curators.values_list("exhibition", "role"))
    waiting = dict(
        Loan.objects.filter(exhibition__in=shows.values("pk"))
        .exclude(pk__in=Loan.objects.standing())
        .values_list("exhibition")
        .annotate(n=Count("pk"))
    )
    return [
        {
            "show": show,
            "state": state_of(show),
            "part": CuratorRole(parts[show.pk]).label,
            "unlent": waiting.get(show.pk, 0),
        }
        for show in shows
    ]


def _others(by: User) -> list[Exhibition]:
    """What editors and administrators may read without a part in it."""
    if not by.holds(Role.EDITOR, Role.ADMINISTRATOR):
        return []
    return list(Exhibition.objects.exclude(curators=by).order_by("-pk")[:100])


def _requests(museums: set[int]) -> list[Loan]:
    found = Loan.objects.waiting_at(museums).select_related("exhibition", "artwork__museum")
    return list(found.prefetch_related("artwork__titles").order_by("changed_at")[:_SHOWN])


def _notices(by: User) -> Any:
    rows: Any = Notice.objects.filter(to=by).select_related("exhibition", "loan__artwork")
    return rows.prefetch_related("loan__artwork__titles")


def state_of(show: Exhibition) -> tuple[str, str]:
    """(a word for style sheets, words for people)."""
    if show.status == "withdrawn":
        return "withdrawn", _("Withdrawn")
    if show.status == "draft":
        return "draft", _("In the making")
    if show.is_over:
        return "over", _("Closed")
    return ("open", _("Open")) if show.is_public else ("waiting", _("Opens later"))
