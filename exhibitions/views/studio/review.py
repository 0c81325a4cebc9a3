"""Before and after an opening: the checklist, comments, preview links, releases."""

from __future__ import annotations

import dataclasses
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from exhibitions.actions import review
from exhibitions.actions.exhibitions import publish, withdraw
from exhibitions.actions.readiness import checklist
from exhibitions.actions.releases import release, return_to
from exhibitions.exports.frozen import differences
from exhibitions.exports.workshop import line_of
from exhibitions.models import Block, Comment, PreviewLink, Release
from exhibitions.views.studio.asked import answer, body_of, own_exhibition, person, studio_json


@studio_json("GET")
def checks(request: HttpRequest, slug: str) -> HttpResponse:
    """What is to be seen to, with where; `is_ready` if it may be released."""
    items = checklist(own_exhibition(request, slug))
    told = [dataclasses.asdict(item) for item in items]
    return answer({"is_ready": not any(item.must for item in items), "results": told})


@studio_json("GET", "POST")
def comments(request: HttpRequest, slug: str) -> HttpResponse:
    """GET: all of them, oldest first. POST {block, text, parent?}."""
    found = own_exhibition(request, slug)
    rows = Comment.objects.filter(block__section__exhibition=found).select_related("by", "resolved_by")
    if request.method == "GET":
        return answer({"results": [_comment(row) for row in rows]})
    body = body_of(request, "block", "text", "parent")
    blocks = Block.everything.select_related("section__exhibition").filter(section__exhibition=found)
    block = get_object_or_404(blocks, pk=_key(body.get("block")))
    parent = get_object_or_404(rows, pk=_key(body["parent"])) if body.get("parent") else None
    made = review.comment(block, str(body.get("text") or ""), by=person(request), parent=parent)
    return answer({"comment": _comment(made)}, 201)


@studio_json("POST")
def comment(request: HttpRequest, slug: str, key: int, verb: str) -> HttpResponse:
    """POST {}: `resolve`, `reopen`."""
    rows = Comment.objects.filter(block__section__exhibition=own_exhibition(request, slug))
    found = get_object_or_404(rows.select_related("block__section__exhibition", "by", "resolved_by"), pk=key)
    if verb not in ("resolve", "reopen"):
        raise Http404
    done = review.resolve(found, by=person(request), is_resolved=verb == "resolve")
    return answer({"comment": _comment(done)})


@studio_json("GET", "POST")
def links(request: HttpRequest, slug: str) -> HttpResponse:
    """GET: those that were made. POST {label?, days?}: a new one; its address is told this once."""
    found = own_exhibition(request, slug)
    if request.method == "GET":
        return answer({"results": [_link(row) for row in found.preview_links.select_related("made_by")]})
    body = body_of(request, "label", "days")
    days = body.get("days", 14)
    made, secret = review.make_link(
        found,
        by=person(request),
        label=str(body.get("label") or ""),
        days=days if isinstance(days, int) else 0,
    )
    address = settings.PUBLIC_URL + reverse("preview", args=[secret])
    return answer({"link": _link(made), "address": address}, 201)


@studio_json("POST")
def revoke(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """POST {}."""
    rows = own_exhibition(request, slug).preview_links.select_related("exhibition", "made_by")
    return answer({"link": _link(review.revoke_link(get_object_or_404(rows, pk=key), by=person(request)))})


@studio_json("GET", "POST")
def releases(request: HttpRequest, slug: str) -> HttpResponse:
    """GET: all of them, the latest first. POST {note?}: freeze the next."""
    found = own_exhibition(request, slug)
    if request.method == "POST":
        note = str(body_of(request, "note").get("note") or "")
        return answer({"release": _release(release(found, by=person(request), note=note))}, 201)
    rows = found.releases.select_related("released_by").defer("document")
    return answer({"results": [_release(row) for row in rows]})


@studio_json("GET")
def compare(request: HttpRequest, slug: str, first: int, second: int) -> HttpResponse:
    """What changed from one release to another."""
    rows = own_exhibition(request, slug).releases
    before, after = (get_object_or_404(rows, number=number) for number in (first, second))
    return answer({"changes": differences(before.document, after.document)})


@studio_json("POST")
def go_back(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """POST {}: make a release the working arrangement."""
    return answer({"release": _release(return_to(own_exhibition(request, slug), number, by=person(request)))})


@studio_json("POST")
def state(request: HttpRequest, slug: str, verb: str) -> HttpResponse:
    """POST `publish` {}, `withdraw` {note}."""
    found, by = own_exhibition(request, slug), person(request)
    if verb == "publish":
        publish(found, by=by)
    elif verb == "withdraw":
        withdraw(found, by=by, note=str(body_of(request, "note").get("note") or ""))
    else:
        raise Http404
    return answer({"exhibition": line_of(found)})


def _key(value: Any) -> int:
    return value if isinstance(value, int) and 0 < value < 2**63 else 0


def _comment(row: Comment) -> dict[str, Any]:
    return {
        "key": row.pk,
        "block": row.block_id,
        "parent": row.parent_id,
        "by": row.by_id,
        "name": str(row.by),
        "at": row.at,
        "text": row.text,
        "resolved_at": row.resolved_at,
        "resolved_by": str(row.resolved_by) if row.resolved_by else "",
    }


def _link(row: PreviewLink) -> dict[str, Any]:
    return {
        "key": row.pk,
        "label": row.label,
        "made_by": str(row.made_by),
        "made_at": row.made_at,
        "expires_at": row.expires_at,
        "revoked_at": row.revoked_at,
        "is_open": row.is_open,
    }


def _release(row: Release) -> dict[str, Any]:
    return {
        "number": row.number,
        "sha256": row.sha256,
        "note": row.note,
        "released_at": row.released_at,
        "released_by": str(row.released_by) if row.released_by else "",
    }
