"""The workbench of one exhibition, and what its forms do where no script speaks to the studio's JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from collection.actions.refusal import Refused
from collection.search.facets import FACETS
from exhibitions.actions import blocks as on_blocks
from exhibitions.actions import sections as on_sections
from exhibitions.actions.changes import Outdated
from exhibitions.exports.workbench import workbench_of
from exhibitions.exports.workshop import exhibition_of
from exhibitions.models import Block, Comment, Exhibition, Section
from exhibitions.views.studio.asked import own_exhibition, person
from exhibitions.views.studio_pages.asked import shown, studio_page
from exhibitions.views.studio_pages.home import state_of
from exhibitions.views.studio_pages.words import script_words

END = on_blocks.END


@studio_page
def workbench(request: HttpRequest, slug: str) -> HttpResponse:
    """All rooms and walls; the scripts ask for it again when others have changed something."""
    found = own_exhibition(request, slug)
    told = exhibition_of(found, person(request))
    context = {
        **workbench_of(told, comments_of(found)),
        "may_comment": bool(told["rights"]["role"]),
        "show": found,
        "state": state_of(found),
        "facets": json.dumps({name: str(facet.label) for name, facet in FACETS.items()}, ensure_ascii=False),
        "say": json.dumps(script_words(), ensure_ascii=False),
    }
    return shown(request, "workbench", context)


def comments_of(found: Exhibition) -> dict[int, list[Comment]]:
    """What was said about each wall, oldest first; what is seen to is left out."""
    rows = Comment.objects.filter(block__section__exhibition=found, resolved_at=None).select_related("by")
    said: dict[int, list[Comment]] = {}
    for row in rows:
        said.setdefault(row.block_id, []).append(row)
    return said


@studio_page
@require_POST
def room(request: HttpRequest, slug: str, key: int = 0) -> HttpResponse:
    """`deed`: add, save, earlier, later or remove."""
    found, by, deed = own_exhibition(request, slug), person(request), request.POST.get("deed", "save")
    section = get_object_or_404(Section, pk=key, exhibition=found) if key else None
    with told_in_words(request):
        if section is None:
            key = on_sections.add_section(found, texts_of(request.POST, "titles"), by=by).pk
        elif deed == "remove":
            on_sections.remove_section(section, _base(request), by=by)
        elif deed in ("earlier", "later"):
            on_sections.move_section(section, by=by, after=_beside(list(found.sections.all()), key, deed))
        else:
            facts = {name: texts_of(request.POST, name) for name in ("titles", "text")}
            on_sections.edit_section(section, _base(request), by=by, **facts)
    return redirect(f"/studio/{slug}/#room-{key}")


@studio_page
@require_POST
def wall(request: HttpRequest, slug: str, key: int = 0) -> HttpResponse:
    """`deed`: add, save, earlier, later, move (to the room `section`) or remove."""
    found = own_exhibition(request, slug)
    with told_in_words(request):
        key = _do_to_wall(request, found, key)
    return redirect(f"/studio/{slug}/#wall-{key}")


def _do_to_wall(request: HttpRequest, found: Exhibition, key: int) -> int:
    by, deed = person(request), request.POST.get("deed", "save")
    if not key:
        section = _section(request, found)
        facts = {"works": works} if (works := request.POST.get("works", "").split()) else {}
        return on_blocks.add_block(section, request.POST.get("kind", ""), by=by, **facts).pk
    block = get_object_or_404(
        Block.objects.select_related("section__exhibition"), pk=key, section__exhibition=found
    )
    if deed == "remove":
        on_blocks.remove_block(block, _base(request), by=by)
    elif deed == "move":
        on_blocks.move_block(block, _section(request, found), by=by)
    elif deed in ("earlier", "later"):
        after = _beside(list(block.section.blocks.all()), key, deed)
        on_blocks.move_block(block, block.section, by=by, after=after)
    else:
        try:
            on_blocks.edit_block(block, _base(request), by=by, **_facts(request.POST))
        except Outdated:
            # Without script both texts are kept: what was written comes behind what stands there.
            on_blocks.edit_block(block, block.revision, by=by, text=_both(block, request.POST))
            messages.warning(request, Outdated(block).sentence)
    return key


def _facts(posted: Mapping[str, Any]) -> dict[str, Any]:
    names = {name.partition(":")[0] for name in posted}
    facts: dict[str, Any] = {name: texts_of(posted, name) for name in ("title", "text") if name in names}
    if "attribution" in posted:
        facts["attribution"] = posted["attribution"]
    data = {name[5:]: value for name, value in posted.items() if name.startswith("data-")}
    return facts | ({"data": data} if data else {})


def _both(block: Block, posted: Mapping[str, Any]) -> dict[str, str]:
    written = texts_of(posted, "text")
    tags = dict.fromkeys([*block.text, *written])
    pairs = {tag: (block.text.get(tag, ""), written.get(tag, "")) for tag in tags}
    return {tag: "\n\n".join(dict.fromkeys(text for text in pair if text)) for tag, pair in pairs.items()}


def texts_of(posted: Mapping[str, Any], name: str) -> dict[str, str]:
    """Fields `name:tag` as a language map, without what is empty."""
    start = f"{name}:"
    found = {field.removeprefix(start): value for field, value in posted.items() if field.startswith(start)}
    return {tag: text.replace("\r\n", "\n") for tag, text in found.items() if text.strip()}


def _base(request: HttpRequest) -> int:
    base = request.POST.get("base", "")
    return int(base) if base.isdecimal() and len(base) < 10 else 0


def _section(request: HttpRequest, found: Exhibition) -> Section:
    key = request.POST.get("section", "")
    if not key.isdecimal() or len(key) > 18:
        raise Http404
    section: Section = get_object_or_404(
        Section.objects.select_related("exhibition"), pk=int(key), exhibition=found
    )
    return section


def _beside(siblings: list[Any], key: int, deed: str) -> int | None:
    """The sibling behind which it comes when it goes one place earlier or later."""
    keys = [one.pk for one in siblings]
    at = keys.index(key)
    if deed == "later":
        return keys[min(at + 1, len(keys) - 1)] if at + 1 < len(keys) else END
    return keys[at - 2] if at >= 2 else None


@contextmanager
def told_in_words(request: HttpRequest) -> Iterator[None]:
    """What an action refuses inside is told on the next page, with its reason."""
    try:
        yield
    except (Refused, ValidationError) as no:
        for sentence in no.sentences if isinstance(no, Refused) else no.messages:
            messages.error(request, sentence)
