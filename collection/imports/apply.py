"""A draft becomes a record, through the same actions as a button in the admin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from collection.actions.artworks import publish_all, submit_all
from collection.actions.facts import Facts, facts_of
from collection.actions.readiness import missing_for_publishing
from collection.actions.records import change_record, create_records
from collection.actions.refusal import Refused
from collection.enums import Status
from collection.imports.date_rows import leave_decided
from collection.imports.draft import Draft
from collection.imports.parts import maker_facts
from collection.imports.terms import Vocabulary
from collection.models import Artwork
from collection.models.import_run import RowOutcome
from members.models import User
from members.permissions import Do, may


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
    wants_publishing: bool = False
    is_held: bool = False  # complete, but beyond the museum's quota


def prepare(draft: Draft, artwork: Artwork | None, vocabulary: Vocabulary) -> None:
    """What must be known of a draft before it is applied. Raises Refused for a new work without any title."""
    titles = [v for k, v in draft.facts.items() if k.startswith(("title@", "descriptive_title@"))]
    if artwork is None and not any(titles):
        raise Refused(_("Give the work a title, in a column such as title@en."))
    _settle_makers(draft, artwork, vocabulary)


def create_all(drafts: Sequence[Draft], how: How) -> list[Applied | Refused]:
    """Make the works of these drafts, together where the database has them all, else one by one."""
    try:
        with transaction.atomic():
            return list(_create(drafts, how))
    except Refused as refusal:
        if len(drafts) == 1:
            return [refusal]
    return [one for draft in drafts for one in create_all([draft], how)]


def _create(drafts: Sequence[Draft], how: How) -> Iterator[Applied]:
    made: dict[int, Artwork] = {}
    museums = {draft.museum.pk: draft.museum for draft in drafts if draft.museum}
    for museum in museums.values():
        own = [draft for draft in drafts if draft.museum == museum]
        facts = [draft.facts for draft in own]
        works = create_records(museum, facts, by=how.by, is_demonstration=how.is_demonstration)
        made |= {id(draft): work for draft, work in zip(own, works, strict=True)}
    for draft in drafts:
        work = made[id(draft)]
        yield Applied(RowOutcome.CREATED, work, [_("New draft.")], wants_publishing=how.is_publishing)


def change(draft: Draft, artwork: Artwork, how: How) -> Applied:
    """Change or leave the work. Raises Refused; the caller's transaction then takes all of it back."""
    _leave_events(draft, artwork)
    leave_decided(draft.facts, artwork)
    before = change_record(artwork, draft.facts, by=how.by)
    applied = Applied(RowOutcome.CHANGED if before else RowOutcome.SAME, artwork, before=before)
    if before:
        applied.sentences.append(_("Changed: %(facts)s.") % {"facts": ", ".join(_columns(before))})
    if before and artwork.is_public:
        if missing := missing_for_publishing(Artwork.objects.get(pk=artwork.pk)):
            raise Refused(_("The record is public and must stay complete."), *missing)
        applied.wants_publishing = True
    elif how.is_publishing:
        applied.wants_publishing = artwork.status in (Status.DRAFT, Status.SUBMITTED)
    return applied


def publish_ready(applied: Sequence[Applied], how: How) -> None:
    """Publish, together, the works that want it and are ready; the others stay as they are and say why."""
    wanting = [one for one in applied if one.wants_publishing]
    fresh = Artwork.objects.prefetch_related("titles", "concepts", "images").in_bulk(
        [one.artwork.pk for one in wanting]
    )
    ready = [one for one in wanting if _is_ready(one, fresh[one.artwork.pk], how)]
    if not how.is_demonstration:
        ready = _within_quota(ready)
    if not ready:
        return
    drafts = [one.artwork for one in ready if one.artwork.status == Status.DRAFT]
    if drafts:
        submit_all(drafts, by=how.by)
    versions = publish_all([one.artwork for one in ready], by=how.by, note=how.note)
    for one, version in zip(ready, versions, strict=True):
        one.outcome = RowOutcome.CHANGED if one.outcome == RowOutcome.SAME else one.outcome
        if one.outcome == RowOutcome.CREATED:
            one.sentences = []
        one.sentences.append(_("Published as version %(number)d.") % {"number": version.number})


def _within_quota(ready: Sequence[Applied]) -> list[Applied]:
    """Those that the quotas of their museums have room for; the others stay drafts and say so. What is public
    already takes no room."""
    room: dict[int, int] = {}
    kept = []
    for one in ready:
        museum = one.artwork.museum
        if one.artwork.is_public:
            kept.append(one)
            continue
        if museum.pk not in room:
            room[museum.pk] = museum.quota - Artwork.objects.for_museum(museum).published().count()
        room[museum.pk] -= 1
        if room[museum.pk] >= 0:
            kept.append(one)
            continue
        one.is_held = True
        one.sentences.append(
            _("Left as a draft: the museum shows its quota of %(quota)d works.") % {"quota": museum.quota}
        )
    return kept


def _is_ready(one: Applied, fresh: Artwork, how: How) -> bool:
    if how.by is not None and not may(how.by, Do.PUBLISH, fresh):
        one.sentences.append(_("Only a registrar or director publishes it."))
        return False
    missing = missing_for_publishing(fresh)
    one.sentences += missing
    return not missing


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
