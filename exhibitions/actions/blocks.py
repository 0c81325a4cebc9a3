"""What is done to a block in the studio. Each is undone by another of these: to remove by to restore, to edit and to
move by doing it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from collection.actions.refusal import Refused, demand
from collection.models import Artwork
from exhibitions.actions.changes import Outdated, about, changing, demand_fresh
from exhibitions.actions.consents import lend
from exhibitions.actions.exhibitions import place
from exhibitions.actions.order import last_of, place_after
from exhibitions.blocks import KINDS
from exhibitions.models import Block, Section
from exhibitions.texts import TITLE_LENGTH, check_texts
from members.models import User
from members.permissions import Do

MOST_BLOCKS = 500  # in one exhibition; more nobody walks through
ATTRIBUTION_LENGTH = 300
FACTS = ("title", "text", "attribution", "data", "works")
_MAY_NOT = gettext_lazy("You do not write in this section.")
END = -1  # instead of a sibling's key: at the end


def add_block(
    section: Section, kind: str, *, by: User | None, after: int | None = END, **facts: Any
) -> Block:
    """Hang a new block behind the block `after` (None: at the beginning). Raises Refused or ValidationError."""
    demand(by, Do.WRITE, section, _MAY_NOT)
    if kind not in KINDS:
        raise Refused(_("There is no such kind of wall."), field="kind")
    block = Block(section=section, kind=kind)
    works = _filled(block, facts)
    with changing(section.exhibition, "add_block", by=by) as change:
        _demand_room(section)
        block.order = _order(section, after)
        block.save()
        _hang(block, works)
        about(change, block)
    return block


def edit_block(block: Block, base: int, *, by: User | None, **facts: Any) -> Block:
    """Change what stands on it. Raises Outdated, and writes nothing, if it is no longer at the revision `base`."""
    demand(by, Do.WRITE, block, _MAY_NOT)
    with changing(block.section.exhibition, "edit_block", by=by, note=str(block.pk)) as change:
        stored = _locked(block)
        demand_fresh(stored, base)
        works = _filled(stored, facts)
        stored.save(update_fields=[name for name in facts if name != "works"])
        _hang(stored, works)
        about(change, stored)
    return stored


def move_block(block: Block, section: Section, *, by: User | None, after: int | None = END) -> Block:
    """Hang it behind the block `after`, in this section or another of the exhibition. The last move holds."""
    demand(by, Do.WRITE, block, _MAY_NOT)
    demand(by, Do.WRITE, section, _MAY_NOT)
    if section.exhibition_id != block.section.exhibition_id:
        raise Refused(_("A wall stays in its exhibition."))
    with changing(section.exhibition, "move_block", by=by, note=str(block.pk)) as change:
        stored = _locked(block)
        stored.order = _order(section, after, moving=stored.pk)
        stored.section = section
        stored.save(update_fields=["section", "order"])
        about(change, stored)
    return stored


def remove_block(block: Block, base: int, *, by: User | None) -> Block:
    """Take it down; it lies in the depot of the studio. Raises Outdated."""
    demand(by, Do.WRITE, block, _MAY_NOT)
    with changing(block.section.exhibition, "remove_block", by=by, note=str(block.pk)) as change:
        stored = _locked(block)
        demand_fresh(stored, base)
        stored.removed_at = timezone.now()
        stored.save(update_fields=["removed_at"])
        lend(stored.section.exhibition)
        about(change, stored)
    return stored


def restore_block(block: Block, *, by: User | None) -> Block:
    """Hang it where it was, or in the first section if its own is gone."""
    demand(by, Do.WRITE, block, _MAY_NOT)
    exhibition = block.section.exhibition
    with changing(exhibition, "restore_block", by=by, note=str(block.pk)) as change:
        stored = Block.everything.select_for_update(of=("self",)).select_related("section").get(pk=block.pk)
        if stored.section.removed_at is not None:
            home = exhibition.sections.first()
            if home is None:
                raise Refused(_("Make a room first: there is no wall to hang it on."))
            stored.section, stored.order = home, _order(home, END)
        _demand_room(stored.section)
        stored.removed_at = None
        stored.save(update_fields=["removed_at", "section", "order"])
        lend(exhibition)
        about(change, stored)
    return stored


# --- how -----------------------------------------------------------------------------------------------
def _locked(block: Block) -> Block:
    found = Block.everything.select_for_update(of=("self",)).select_related("section__exhibition")
    stored = found.get(pk=block.pk)
    if stored.removed_at is not None:
        raise Outdated(stored)
    return stored


def _demand_room(section: Section) -> None:
    count = Block.objects.filter(section__exhibition=section.exhibition, section__removed_at=None).count()
    if count >= MOST_BLOCKS:
        raise Refused(_("The exhibition has %(limit)d walls: no more fit.") % {"limit": MOST_BLOCKS})


def _order(section: Section, after: int | None, moving: int | None = None) -> int:
    blocks = section.blocks.exclude(pk=moving) if moving else section.blocks.all()
    try:
        return place_after(blocks, last_of(blocks) if after == END else after, moving=moving)
    except LookupError:
        raise Refused(_("The wall that it should hang behind is no longer there.")) from None


def _filled(block: Block, facts: Mapping[str, Any]) -> list[Artwork] | None:
    """Set `facts` on the block, each checked; gives the works where they were named. Raises ValidationError."""
    kind, faults = KINDS[block.kind], {}
    checks: dict[str, Any] = {
        "title": lambda value: check_texts(value, TITLE_LENGTH),
        "text": check_texts,
        "attribution": _attribution,
        "data": kind.clean,
    }
    for name, value in facts.items():
        if name == "works":
            continue
        try:
            setattr(block, name, checks[name](value))
        except ValidationError as error:
            faults.update(error.error_dict if hasattr(error, "error_dict") else {name: error.error_list})
    works = _works(block, facts["works"], kind.max_works, faults) if "works" in facts else None
    if faults:
        raise ValidationError(faults)
    return works


def _attribution(value: str) -> str:
    if len(value) > ATTRIBUTION_LENGTH or "\x00" in value:
        raise ValidationError(_("At most %(limit)d characters."), params={"limit": ATTRIBUTION_LENGTH})
    return value.strip()


def _works(block: Block, names: Sequence[str], most: int | None, faults: dict[str, Any]) -> list[Artwork]:
    """The works with these public ids, in this order: public ones, and those that hang here already."""
    if len(set(names)) != len(names) or (most is not None and len(names) > most):
        words = _("At most %(limit)d works hang here, each once.") % {"limit": most or 0}
        faults["works"] = [ValidationError(words)]
        return []
    hung = block.block_works.values("artwork") if block.pk else []
    found = Artwork.objects.filter(public_id__in=names)
    known = {work.public_id: work for work in found.published() | found.filter(pk__in=hung)}
    if missing := [name for name in names if name not in known]:
        words = _("There is no public work “%(id)s”.") % {"id": str(missing[0])[:40]}
        faults["works"] = [ValidationError(words)]
    return [known[name] for name in names if name in known]


def _hang(block: Block, works: list[Artwork] | None) -> None:
    if works is None or list(block.block_works.values_list("artwork", flat=True)) == [w.pk for w in works]:
        return
    place(block, works)
    lend(block.section.exhibition)
