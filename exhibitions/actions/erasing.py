"""Words erased by law from a work, in exhibitions: labels beside it lose them, other texts of the show are told of."""

from __future__ import annotations

import copy
from typing import Any

import pgtrigger
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from collection.actions.erasing_beside import Reached, holds, rid_of
from collection.actions.erasing_rows import Words, changes_of
from collection.models import Artwork
from exhibitions.enums import ExhibitionStatus
from exhibitions.models import Block, Exhibition, LoanStep, Release, Section
from members.deeds import deed
from members.models import User

_OF_WALL = ("title", "text", "attribution", "data")


def beside(work: Artwork, gone: Words, *, by: User | None, note: str) -> list[Reached]:
    """Blocks that hang the work are rid of the words; rooms and exhibitions around them belong to their curators, who
    decide whether the words there are of this work."""
    found: dict[Reached, None] = {}
    blocks = (
        Block.everything.filter(block_works__artwork=work).select_related("section__exhibition").distinct()
    )
    for block in blocks:
        exhibition = block.section.exhibition
        if holds(block, gone):
            with deed("erase", exhibition, by=by, note=note):
                rid_of(block, gone)
            found[_told(exhibition, is_erased=True)] = None
    for exhibition in _released(work, gone, by=by, note=note):
        found[_told(exhibition, is_erased=True)] = None
    _steps(work, gone)
    shows = Exhibition.objects.filter(sections__blocks__in=blocks) | Exhibition.objects.filter(cover=work)
    for exhibition in shows.distinct().order_by("pk"):
        around: list[Any] = [exhibition, *Section.everything.filter(exhibition=exhibition)]
        around += Block.everything.filter(section__exhibition=exhibition)
        if any(holds(one, gone) for one in around):
            found[_told(exhibition, is_erased=False)] = None
    return list(found)


def _released(work: Artwork, gone: Words, *, by: User | None, note: str) -> list[Exhibition]:
    """Walls of releases that hang the work are rid of the words, and the release says so; number and sum stay."""
    rid = []
    rows = Release.objects.filter(release_works__artwork=work).select_related("exhibition")
    for release in rows:
        document = copy.deepcopy(release.document)
        walls = [w for room in document["rooms"] for w in room["walls"] if work.public_id in w["works"]]
        held = [wall for wall in walls if gone.are_in([wall[name] for name in _OF_WALL])]
        if not held:
            continue
        for wall in held:
            wall.update({name: gone.out_of(wall[name]) for name in _OF_WALL})
        is_public = release.exhibition.status == ExhibitionStatus.PUBLISHED
        telling = deed("erase", release.exhibition, by=by, note=note, is_public=is_public)
        with telling, pgtrigger.ignore("exhibitions.Release:append_only"):
            Release.objects.filter(pk=release.pk).update(document=document, erased_at=timezone.now())
        rid.append(release.exhibition)
    return rid


def _steps(work: Artwork, gone: Words) -> None:
    """The labels that its museum was asked for, in the history of its loans."""
    with pgtrigger.ignore("exhibitions.LoanStep:append_only"):
        for step in LoanStep.objects.filter(loan__artwork=work):
            if changes := changes_of(step, gone):
                LoanStep.objects.filter(pk=step.pk).update(**changes)


def _told(exhibition: Exhibition, *, is_erased: bool) -> Reached:
    words = _("Exhibition: %(title)s") % {"title": exhibition}
    return Reached(words, reverse("admin:exhibitions_exhibition_change", args=[exhibition.pk]), is_erased)
