"""A draft becomes a record, through the same actions as a button in the admin."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from collection.actions.artworks import publish, submit
from collection.actions.facts import Facts, facts_of
from collection.actions.readiness import missing_for_publishing
from collection.actions.records import change_record, create_record
from collection.actions.refusal import Refused
from collection.enums import Status
from collection.imports.draft import Draft
from collection.imports.parts import maker_facts
from collection.imports.terms import Vocabulary
from collection.models import Artwork
from collection.models.import_run import RowOutcome
from members.models import User


@dataclass(frozen=True, slots=True)
class How:
    """In whose name rows are applied, and what for. `by` None is the portal itself."""

    by: User | None = None
    is_publishing: bool = False
    is_demonstration: bool = False
    note: str = ""


@dataclass(slots=True)
class Applied:
    """What became of a draft; `before` holds the facts that were otherwise."""

    outcome: RowOutcome
    artwork: Artwork
    sentences: list[str] = field(default_factory=list)
    before: Facts = field(default_factory=dict)


def apply(draft: Draft, artwork: Artwork | None, vocabulary: Vocabulary, how: How) -> Applied:
    """Make, change or leave the work. Raises Refused; the caller's transaction then takes all of it back."""
    _settle_makers(draft, artwork, vocabulary)
    if artwork is None:
        return _create(draft, how)
    _leave_events(draft, artwork)
    before = change_record(artwork, draft.facts, by=how.by)
    applied = Applied(RowOutcome.CHANGED if before else RowOutcome.SAME, artwork, before=before)
    if before:
        applied.sentences.append(_("Changed: %(facts)s.") % {"facts": ", ".join(_columns(before))})
    if before and artwork.is_public:
        version = publish(artwork, by=how.by, note=how.note)
        applied.sentences.append(_("Published as version %(number)d.") % {"number": version.number})
    elif how.is_publishing and artwork.status in (Status.DRAFT, Status.SUBMITTED):
        _publish(artwork, applied, how)
    return applied


def _create(draft: Draft, how: How) -> Applied:
    if draft.museum is None or not any(v for k, v in draft.facts.items() if k.startswith("title@")):
        raise Refused(_("Give the work a title, in a column such as title@en."))
    artwork = create_record(draft.museum, draft.facts, by=how.by, is_demonstration=how.is_demonstration)
    applied = Applied(RowOutcome.CREATED, artwork)
    if how.is_publishing:
        _publish(artwork, applied, how)
    else:
        applied.sentences.append(_("New draft."))
    return applied


def _publish(artwork: Artwork, applied: Applied, how: How) -> None:
    """Publish what is ready; what is not stays a draft and says why."""
    fresh = Artwork.objects.select_related("museum").get(pk=artwork.pk)
    if missing := missing_for_publishing(fresh):
        applied.sentences += [_("Kept as a draft."), *missing]
        return
    if fresh.status == Status.DRAFT:
        submit(fresh, by=how.by)
    publish(fresh, by=how.by, note=how.note)
    applied.artwork = fresh
    if applied.outcome == RowOutcome.SAME:
        applied.outcome = RowOutcome.CHANGED
    applied.sentences.append(_("Published."))


def _settle_makers(draft: Draft, artwork: Artwork | None, vocabulary: Vocabulary) -> None:
    """Makers read in words are written only where the words are new: what a registrar has since set right
    in the record is left alone."""
    if draft.makers is None:
        return
    is_same = artwork is not None and artwork.display_creator == draft.facts.get("display_creator")
    if draft.has_given_makers or not is_same:
        draft.facts["agents"] = maker_facts(draft.makers, vocabulary)


def _leave_events(draft: Draft, artwork: Artwork) -> None:
    """Events read in the provenance text are written only where that text is new and nobody has told the
    chain in other words."""
    for key in [key for key in draft.facts if key.startswith("provenance@")]:
        language = key.partition("@")[2]
        before = artwork.provenance_text.get(language, "")
        told = [event[0] for event in facts_of(artwork, [key])[key]]
        if before == draft.facts[f"provenance_text@{language}"]:
            del draft.facts[key]
        elif told and told != _texts(before):
            del draft.facts[key]
            draft.remarks.append(
                _("The events of its provenance were edited by hand and are left as they are.")
            )


def _texts(provenance: str) -> list[str]:
    return [part.strip() for part in provenance.split(";") if part.strip()]


def _columns(facts: dict[str, Any]) -> list[str]:
    """Keys of facts as a registrar's file names them."""
    return sorted({key.replace("concept:", "") for key in facts})
