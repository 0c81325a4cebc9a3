"""What an exhibition says of itself, and who makes it. Only what was changed is sent on, with what was seen in its place."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from collection.exports.card import picture_of
from collection.models import Artwork
from exhibitions.actions.changes import Outdated
from exhibitions.actions.facts import change_facts
from exhibitions.actions.facts import shown as fact_of
from exhibitions.actions.people import give_part, let_go
from exhibitions.enums import CuratorRole, Scheme
from exhibitions.exports.workbench import field_of
from exhibitions.models import BlockWork, Exhibition, Section
from exhibitions.schemes import SCHEMES
from exhibitions.views.studio.asked import own_exhibition, person
from exhibitions.views.studio_pages.asked import shown, studio_page
from exhibitions.views.studio_pages.home import state_of
from exhibitions.views.studio_pages.workbench import texts_of, told_in_words
from members.models import Museum, User
from members.permissions import Do, may

TEXTS = ("titles", "subtitles", "summary", "introduction", "theme", "credits")
_LONG = frozenset({"summary", "introduction", "credits"})
PLAIN = ("scheme", "cover", "cover_detail", "venue", "venue_from", "venue_until", "opens_at", "closes_at")
FACTS = (*TEXTS, "languages", *PLAIN, "organisers")


@studio_page
def facts(request: HttpRequest, slug: str) -> HttpResponse:
    """POST: the fields, and `was`: what stood there when the form was drawn."""
    found, by = own_exhibition(request, slug), person(request)
    theirs: dict[str, Any] = {}
    now = {name: fact_of(found, name) for name in FACTS}
    values = dict(now)
    if request.method == "POST":
        values, was = _posted(request), _was(request, now)
        changed = {name: value for name, value in values.items() if value != was[name]}
        is_done = False
        with told_in_words(request):
            try:
                change_facts(found, changed, {name: was[name] for name in changed}, by=by)
                is_done = True
            except Outdated as no:
                theirs = no.stored
                messages.error(request, no.sentence)
        if is_done:
            messages.success(request, _("Saved."))
            return redirect("studio_facts", slug)
    context = {**_form(found, values), "was": json.dumps(now), "theirs": _in_words(theirs), "may_curate": may(by, Do.CURATE, found)}  # fmt: skip
    return shown(request, "facts", {"show": found, "state": state_of(found), **context})


def _posted(request: HttpRequest) -> dict[str, Any]:
    posted = request.POST
    found: dict[str, Any] = {name: texts_of(posted, name) for name in TEXTS}
    found["languages"] = posted.get("languages", "").replace(",", " ").split()
    for name in ("scheme", "cover_detail", "venue"):
        found[name] = posted.get(name, "").strip()
    for name in ("cover", "venue_from", "venue_until"):
        found[name] = posted.get(name, "").strip() or None
    for name in ("opens_at", "closes_at"):
        found[name] = _instant(posted.get(name, ""))
    found["organisers"] = posted.getlist("organisers")
    return found


def _instant(text: str) -> str | None:
    """What a field of day and time says, in UTC; as it was written where it is none, to be refused with a sentence."""
    try:
        read = datetime.datetime.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        return text
    return read.replace(tzinfo=datetime.UTC).isoformat().replace("+00:00", "Z") if read else None


def _was(request: HttpRequest, now: Mapping[str, Any]) -> dict[str, Any]:
    try:
        told = json.loads(request.POST.get("was", ""))
    except ValueError:
        told = {}
    return {name: told.get(name, now[name]) if isinstance(told, dict) else now[name] for name in FACTS}


def _form(found: Exhibition, values: Mapping[str, Any]) -> dict[str, Any]:
    languages = list(dict.fromkeys([*(values["languages"] or ["en"]), *values["titles"]]))
    hung = BlockWork.objects.hanging().filter(block__section__exhibition=found).values("artwork")
    works = (
        Artwork.objects.published().filter(Q(pk__in=hung) | Q(public_id=values["cover"] or "")).with_card()
    )
    museums = Museum.objects.filter(
        Q(memberships__user__in=found.curators.all()) | Q(exhibitions=found)
    ).distinct()
    return {
        "values": values,
        "fields": [
            field_of(name, str(Exhibition._meta.get_field(name).verbose_name).capitalize(), values[name], languages, name in _LONG)  # type: ignore[union-attr]
            for name in TEXTS
        ],
        "works": [{"id": work.public_id, "title": work.title_text, "picture": picture_of(work)} for work in works],
        "museums": museums,
        "schemes": [{"value": value, "label": label, "colours": SCHEMES[value][0]} for value, label in Scheme.choices],
        "opens": (values["opens_at"] or "")[:16],
        "closes": (values["closes_at"] or "")[:16],
        "now": timezone.now(),
    }  # fmt: skip


def _in_words(theirs: Mapping[str, Any]) -> list[dict[str, str]]:
    """What others wrote meanwhile, to be read beside one's own."""
    return [
        {
            "label": str(Exhibition._meta.get_field(name).verbose_name),  # type: ignore[union-attr]
            "text": " · ".join(map(str, value.values() if isinstance(value, dict) else value))
            if isinstance(value, dict | list)
            else str(value or "–"),
        }
        for name, value in theirs.items()
    ]


@studio_page
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """Who makes it, and `?q=` who might. POST `deed`: give (`user`, `role`, `section`s) or leave (`part`)."""
    found, by = own_exhibition(request, slug), person(request)
    if request.method == "POST":
        with told_in_words(request):
            _change_people(request, found)
        is_still = may(User.objects.get(pk=by.pk), Do.REVIEW, found)
        return redirect("studio_people", slug) if is_still else redirect("studio")
    parts = found.exhibition_curators.select_related("user").prefetch_related("section_authors")
    q = request.GET.get("q", "").strip()[:100]
    known = User.objects.filter(Q(name__icontains=q) | Q(email__istartswith=q), is_active=True)
    known = known.exclude(memberships=None).exclude(pk__in=parts.values("user")).distinct()
    leads = may(by, Do.LEAD, found)
    context = {
        "show": found,
        "state": state_of(found),
        "parts": [{"part": part, "sections": {given.section_id for given in part.section_authors.all()}} for part in parts],
        "roles": CuratorRole.choices,
        "leads": leads,
        "q": q,
        "known": known.order_by("name", "pk")[:12] if q and leads else None,
        "sections": found.sections.all(),
    }  # fmt: skip
    return shown(request, "people", context)


def _change_people(request: HttpRequest, found: Exhibition) -> None:
    by, posted = person(request), request.POST
    key = posted.get("part") or posted.get("user") or ""
    number = int(key) if key.isdecimal() and len(key) < 19 else 0
    if posted.get("deed") == "leave":
        rows = found.exhibition_curators.select_related("user", "exhibition")
        return let_go(get_object_or_404(rows, pk=number), by=by)
    who = get_object_or_404(User, pk=number)
    keys = [key for key in posted.getlist("section") if key.isdecimal() and len(key) < 19]
    rooms = list(Section.objects.filter(exhibition=found, pk__in=keys))
    give_part(found, who, posted.get("role", ""), by=by, sections=rooms)
    return messages.success(request, _("Saved."))
