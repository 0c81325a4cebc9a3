"""Exhibitions in the studio: one's own, a new one, its facts, what changed since, and who is there."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags

from exhibitions.actions.exhibitions import free_slug, start
from exhibitions.actions.facts import change_facts
from exhibitions.actions.people import be_here
from exhibitions.blocks import KINDS
from exhibitions.enums import BlockKind
from exhibitions.exports.workshop import FACTS, change_of, exhibition_of, here_of, line_of
from exhibitions.models import Exhibition
from exhibitions.texts import TITLE_LENGTH, check_texts
from exhibitions.views.studio.asked import answer, body_of, own_exhibition, person, studio_json
from members.languages import text_in

MOST_CHANGES = 200  # told at once; who has missed more reads all of it again


@studio_json("GET", "POST")
def exhibitions(request: HttpRequest) -> HttpResponse:
    """GET: those that one has a part in. POST {titles}: a new one."""
    by = person(request)
    if request.method == "GET":
        own = Exhibition.objects.filter(exhibition_curators__user=by).order_by("-pk")
        roles = dict(by.exhibition_curators.values_list("exhibition", "role"))
        return answer({"results": [{**line_of(show), "role": roles[show.pk]} for show in own]})
    titles = body_of(request, "titles").get("titles") or {}
    check_texts(titles, TITLE_LENGTH)
    made = start(by=by, titles=titles, slug=free_slug(text_in(titles, "en")))
    return answer(exhibition_of(made, by), 201)


@studio_json("GET", "POST")
def exhibition(request: HttpRequest, slug: str) -> HttpResponse:
    """GET: all of it. POST {was: {…}, facts: {…}}: change what it says of itself."""
    found = own_exhibition(request, slug)
    if request.method == "POST":
        body = body_of(request, "was", "facts")
        found = change_facts(found, body.get("facts"), body.get("was"), by=person(request))
    return answer(exhibition_of(found, person(request)))


@studio_json("GET")
def changes(request: HttpRequest, slug: str) -> HttpResponse:
    """What changed since the change `since`, and who is there; asked every few seconds, 304 while it is all the same."""
    found = own_exhibition(request, slug)
    since = request.GET.get("since", "0")
    if not since.isdecimal() or len(since) > 18:
        raise Http404
    rows = list(found.changes.filter(pk__gt=int(since)).select_related("by")[: MOST_CHANGES + 1])
    here = found.presences.now().exclude(user=person(request)).select_related("user")
    told: dict[str, Any] = {
        "changes": [change_of(row) for row in rows[:MOST_CHANGES]],
        "is_all": len(rows) <= MOST_CHANGES,
        "last": rows[min(len(rows), MOST_CHANGES) - 1].pk if rows else int(since),
        "here": [here_of(one) for one in here],
    }
    tag = f'"{hashlib.sha256(json.dumps(told, cls=DjangoJSONEncoder).encode()).hexdigest()[:32]}"'
    is_known = tag in parse_etags(request.headers.get("If-None-Match", ""))
    response = HttpResponseNotModified() if is_known else answer(told)
    response["ETag"] = tag
    response["Cache-Control"] = "private, no-cache"
    return response


@studio_json("POST")
def here(request: HttpRequest, slug: str) -> HttpResponse:
    """POST {block}: one has it open, and writes on this block (or none)."""
    found = own_exhibition(request, slug)
    block = body_of(request, "block").get("block")
    be_here(found, by=person(request), block=block if isinstance(block, int) and 0 < block < 2**63 else None)
    return HttpResponse(status=204)


@studio_json("GET")
def kinds(request: HttpRequest) -> HttpResponse:
    """The kinds of walls: what each holds, and the fields of its data."""
    told = []
    for name, kind in KINDS.items():
        fields = [
            {
                "name": field,
                "label": str(asked.label or field),
                "help": str(asked.help_text),
                "required": asked.required,
                "type": type(asked).__name__,
                "choices": [[str(value), str(words)] for value, words in getattr(asked, "choices", ())],
            }
            for field, asked in kind.form.base_fields.items()
        ]
        told.append(
            {
                "kind": name,
                "label": str(BlockKind(name).label),
                "min_works": kind.min_works,
                "max_works": kind.max_works,
                "needs_text": kind.needs_text,
                "needs_attribution": kind.needs_attribution,
                "fields": fields,
            }
        )
    return answer({"results": told, "facts": list(FACTS)})
