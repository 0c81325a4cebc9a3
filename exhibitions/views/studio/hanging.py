"""Sections and blocks: made, changed, moved, taken down and hung again. Each answers with what now stands there."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from exhibitions.actions import blocks as on_blocks
from exhibitions.actions import sections as on_sections
from exhibitions.exports.workshop import blocks_of, section_alone, work_of
from exhibitions.models import Block, Exhibition, Section
from exhibitions.views.studio.asked import answer, body_of, checked, own_exhibition, person, studio_json

END = on_blocks.END


@studio_json("POST")
def sections(request: HttpRequest, slug: str) -> HttpResponse:
    """POST {titles, text?, after?}."""
    found = own_exhibition(request, slug)
    body = checked(body_of(request, "titles", "text", "after"))
    after = body.pop("after", END)
    made = on_sections.add_section(found, body.pop("titles", {}), by=person(request), after=after, **body)
    return answer({"section": {**section_alone(made), "blocks": []}}, 201)


@studio_json("POST")
def section(request: HttpRequest, slug: str, key: int, verb: str = "edit") -> HttpResponse:
    """POST {base, titles?, text?}; `move` {after}; `remove` {base}; `restore` {}."""
    found = _section(own_exhibition(request, slug), key)
    by = person(request)
    body = checked(
        body_of(
            request,
            *{"edit": ("base", "titles", "text"), "move": ("after",), "remove": ("base",)}.get(verb, ()),
        )
    )
    if verb == "edit":
        done = on_sections.edit_section(found, body.pop("base", 0), by=by, **body)
    elif verb == "move":
        done = on_sections.move_section(found, by=by, after=body.get("after", END))
    elif verb == "remove":
        done = on_sections.remove_section(found, body.get("base", 0), by=by)
    elif verb == "restore":
        done = on_sections.restore_section(found, by=by)
    else:
        raise Http404
    return answer({"section": section_alone(done)})


@studio_json("POST")
def blocks(request: HttpRequest, slug: str) -> HttpResponse:
    """POST {section, kind, after?, title?, text?, attribution?, data?, works?}."""
    found = own_exhibition(request, slug)
    body = checked(body_of(request, "section", "kind", "after", *on_blocks.FACTS))
    room = _section(found, body.pop("section", 0))
    kind, after = body.pop("kind", ""), body.pop("after", END)
    made = on_blocks.add_block(room, kind, by=person(request), after=after, **body)
    return _answer(found, made, 201)


@studio_json("GET", "POST")
def block(request: HttpRequest, slug: str, key: int, verb: str = "edit") -> HttpResponse:
    """GET; POST {base, …}; `move` {section, after}; `remove` {base}; `restore` {}."""
    exhibition = own_exhibition(request, slug)
    found = get_object_or_404(
        Block.everything.select_related("section__exhibition"), pk=key, section__exhibition=exhibition
    )
    if request.method == "GET":
        return _answer(exhibition, found)
    by = person(request)
    allowed = {"edit": ("base", *on_blocks.FACTS), "move": ("section", "after"), "remove": ("base",)}
    body = checked(body_of(request, *allowed.get(verb, ())))
    if verb == "edit":
        done = on_blocks.edit_block(found, body.pop("base", 0), by=by, **body)
    elif verb == "move":
        room = _section(exhibition, body.get("section", found.section_id))
        done = on_blocks.move_block(found, room, by=by, after=body.get("after", END))
    elif verb == "remove":
        done = on_blocks.remove_block(found, body.get("base", 0), by=by)
    elif verb == "restore":
        done = on_blocks.restore_block(found, by=by)
    else:
        raise Http404
    return _answer(exhibition, done)


@studio_json("GET")
def depot(request: HttpRequest, slug: str) -> HttpResponse:
    """What was taken down, the latest first; all of it can be hung again."""
    found = own_exhibition(request, slug)
    gone = Section.everything.filter(exhibition=found).exclude(removed_at=None).order_by("-removed_at")
    walls = Block.everything.filter(section__exhibition=found).exclude(removed_at=None)
    walls = walls.prefetch_related("block_works__artwork").order_by("-removed_at")
    told = {"sections": [section_alone(one) for one in gone[:100]], "blocks": blocks_of(walls[:200])}
    return answer(told)


def _section(exhibition: Exhibition, key: Any) -> Section:
    found: Section = get_object_or_404(
        Section.everything.select_related("exhibition"), pk=key, exhibition=exhibition
    )
    return found


def _answer(exhibition: Exhibition, block: Block, status: int = 200) -> HttpResponse:
    """The block as it stands, and its works with their loans, for those that are new to the page."""
    fresh = Block.everything.prefetch_related("block_works__artwork").get(pk=block.pk)
    works = fresh.artworks.with_card()  # type: ignore[attr-defined]
    loans = {loan.artwork_id: loan for loan in exhibition.loans.filter(artwork__in=works)}
    return answer(
        {
            "block": blocks_of([fresh])[0],
            "works": {work.public_id: work_of(work, loans.get(work.pk)) for work in works},
        },
        status,
    )
