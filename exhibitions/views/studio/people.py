"""Who works on an exhibition, and what somebody is told of."""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from collection.actions.refusal import Refused
from exhibitions.actions.notices import read
from exhibitions.actions.people import give_part, let_go
from exhibitions.exports.workshop import person_of
from exhibitions.models import Section
from exhibitions.views.studio.asked import answer, body_of, own_exhibition, person, studio_json
from members.models import User
from members.permissions import Do, may


@studio_json("GET", "POST")
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """GET ?q=: people of the network by name, for the lead. POST {user, role, sections?}: give a part."""
    found = own_exhibition(request, slug)
    if request.method == "GET":
        if not may(request.user, Do.LEAD, found):
            return answer({"results": []})
        q = request.GET.get("q", "").replace("\x00", "")[:100].strip()
        known = User.objects.filter(Q(name__icontains=q) | Q(email__istartswith=q), is_active=True)
        known = known.exclude(memberships=None).distinct().order_by("name", "pk") if q else known.none()
        return answer({"results": [{"user": one.pk, "name": str(one)} for one in known[:12]]})
    body = body_of(request, "user", "role", "sections")
    who = User.objects.filter(pk=body["user"]).first() if isinstance(body.get("user"), int) else None
    if who is None:
        raise Refused(_("There is no such person."), field="user")
    keys = body.get("sections") or []
    rooms = Section.objects.filter(exhibition=found, pk__in=[key for key in keys if isinstance(key, int)])
    part = give_part(found, who, str(body.get("role", "")), by=person(request), sections=list(rooms))
    return answer({"person": person_of(part)})


@studio_json("POST")
def leave(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """POST {}: end a part."""
    found = own_exhibition(request, slug)
    let_go(
        get_object_or_404(found.exhibition_curators.select_related("user", "exhibition"), pk=key),
        by=person(request),
    )
    return HttpResponse(status=204)


@studio_json("GET", "POST")
def notices(request: HttpRequest) -> HttpResponse:
    """GET: the latest fifty. POST {}: they are read."""
    by = person(request)
    if request.method == "POST":
        return answer({"read": read(by)})
    rows = by.notices.select_related("exhibition", "loan__artwork").prefetch_related("loan__artwork__titles")[
        :50
    ]
    return answer(
        {
            "unread": by.notices.filter(read_at=None).count(),
            "results": [
                {
                    "at": row.at,
                    "kind": row.kind,
                    "words": str(row.get_kind_display()),
                    "exhibition": {"slug": row.exhibition.slug, "titles": row.exhibition.titles},
                    "work": str(row.loan.artwork) if row.loan else None,
                    "loan": row.loan_id,
                    "block": row.block_id,
                    "is_read": row.read_at is not None,
                }
                for row in rows
            ],
        }
    )
