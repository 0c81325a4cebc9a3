"""What is done to a section in the studio; a section that is removed takes its blocks along, and brings them back."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from collection.actions.refusal import Refused, demand
from exhibitions.actions.changes import Outdated, about, changing, demand_fresh
from exhibitions.actions.consents import lend
from exhibitions.actions.order import last_of, place_after
from exhibitions.models import Exhibition, Section
from exhibitions.texts import TITLE_LENGTH, check_texts
from members.models import User
from members.permissions import Do

MOST_SECTIONS = 60
FACTS = ("titles", "text")
END = -1


def add_section(
    exhibition: Exhibition, titles: dict[str, str], *, by: User | None, after: int | None = END, **facts: Any
) -> Section:
    """Open a new section behind the section `after` (None: at the beginning). Raises Refused or ValidationError."""
    demand(by, Do.CURATE, exhibition, _("You do not curate this exhibition."))
    section = Section(exhibition=exhibition)
    _fill(section, {"titles": titles, **facts})
    with changing(exhibition, "add_section", by=by) as change:
        if exhibition.sections.count() >= MOST_SECTIONS:
            raise Refused(_("The exhibition has %(limit)d rooms: no more fit.") % {"limit": MOST_SECTIONS})
        section.order = _order(exhibition, after)
        section.save()
        about(change, section)
    return section


def edit_section(section: Section, base: int, *, by: User | None, **facts: Any) -> Section:
    """Change its title and text. Raises Outdated, and writes nothing, if it is no longer at the revision `base`."""
    demand(by, Do.WRITE, section, _("You do not write in this section."))
    with changing(section.exhibition, "edit_section", by=by, note=str(section.pk)) as change:
        stored = _locked(section)
        demand_fresh(stored, base)
        _fill(stored, facts)
        stored.save(update_fields=list(facts))
        about(change, stored)
    return stored


def move_section(section: Section, *, by: User | None, after: int | None = END) -> Section:
    """Put it behind the section `after`. The last move holds."""
    exhibition = section.exhibition
    demand(by, Do.CURATE, exhibition, _("You do not curate this exhibition."))
    with changing(exhibition, "move_section", by=by, note=str(section.pk)) as change:
        stored = _locked(section)
        stored.order = _order(exhibition, after, moving=stored.pk)
        stored.save(update_fields=["order"])
        about(change, stored)
    return stored


def remove_section(section: Section, base: int, *, by: User | None) -> Section:
    """Close it, with all that hangs in it; it lies in the depot of the studio. Raises Outdated."""
    demand(by, Do.CURATE, section.exhibition, _("You do not curate this exhibition."))
    with changing(section.exhibition, "remove_section", by=by, note=str(section.pk)) as change:
        stored = _locked(section)
        demand_fresh(stored, base)
        stored.removed_at = timezone.now()
        stored.save(update_fields=["removed_at"])
        lend(stored.exhibition)
        about(change, stored)
    return stored


def restore_section(section: Section, *, by: User | None) -> Section:
    """Open it where it was, with what hung in it."""
    exhibition = section.exhibition
    demand(by, Do.CURATE, exhibition, _("You do not curate this exhibition."))
    with changing(exhibition, "restore_section", by=by, note=str(section.pk)) as change:
        stored = Section.everything.select_for_update().get(pk=section.pk)
        stored.removed_at = None
        stored.save(update_fields=["removed_at"])
        lend(exhibition)
        about(change, stored)
    return stored


# --- how -----------------------------------------------------------------------------------------------
def _locked(section: Section) -> Section:
    found = Section.everything.select_for_update(of=("self",)).select_related("exhibition")
    stored = found.get(pk=section.pk)
    if stored.removed_at is not None:
        raise Outdated(stored)
    return stored


def _fill(section: Section, facts: dict[str, Any]) -> None:
    faults: dict[str, Any] = {}
    for name, value in facts.items():
        try:
            setattr(
                section, name, check_texts(value, TITLE_LENGTH) if name == "titles" else check_texts(value)
            )
        except ValidationError as error:
            faults[name] = error.error_list
    if not section.titles and "titles" not in faults:
        faults["titles"] = [ValidationError(_("Give the room a title."))]
    if faults:
        raise ValidationError(faults)


def _order(exhibition: Exhibition, after: int | None, moving: int | None = None) -> int:
    sections = exhibition.sections.exclude(pk=moving) if moving else exhibition.sections.all()
    try:
        return place_after(sections, last_of(sections) if after == END else after, moving=moving)
    except LookupError:
        raise Refused(_("The room that it should stand behind is no longer there.")) from None
