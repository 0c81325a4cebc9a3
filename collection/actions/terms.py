"""Vocabulary: proposed by anybody who writes records, decided by an editor."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from collection.actions.refusal import Refused, demand
from collection.enums import TermStatus
from collection.search.dependants import refresh_works_naming
from collection.search.starts import write_names
from members.deeds import deed
from members.languages import text_in
from members.models import Identifier, PastSlug, User, slug_of
from members.permissions import Do


def propose_term(
    model: Any, labels: dict[str, str], *, by: User | None, status: str = TermStatus.PROPOSED, **fields: Any
) -> Any:
    """Make a proposed term (Agent, Place, Concept, Culture or Epoch); records may use it at once.

    `status` is accepted only for what the portal itself brings along.
    """
    demand(by, Do.PROPOSE_TERM, None, _("You may not propose terms."))
    with deed("propose", by=by) as telling:
        term = model(
            labels=labels,
            slug=_free_slug(model, next(iter(labels.values())), fields),
            term_status=status,
            proposed_by=by,
            **fields,
        )
        term.save()
        telling.about(term)
    return term


def accept_term(term: Any, *, by: User | None, note: str = "") -> None:
    """proposed → accepted."""
    demand(by, Do.DECIDE_TERM, term, _("Only an editor decides on terms."))
    if term.term_status != TermStatus.PROPOSED:
        raise Refused(_("This term has been decided already."))
    with deed("accept", term, by=by, note=note, is_public=True):
        term.term_status = TermStatus.ACCEPTED
        term.save(update_fields=["term_status"])


def _free_slug(model: Any, label: str, fields: dict[str, Any]) -> str:
    """The slug of `label`, with a number if another term of the same kind or country has it."""
    scope = {
        name: fields[name] for name in ("kind", "country") if name in fields and model.__name__ != "Agent"
    }
    base = slug_of(label)
    taken = set(model.objects.filter(slug__startswith=base, **scope).values_list("slug", flat=True))
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug


def write_things(things: list[Any], *, by: User | None, verb: str = "load", note: str = "") -> None:
    """Make or change many terms or museums of one model in one deed: for whole files of a vocabulary.

    New ones (without pk) get their public ids; `save` of each changed one keeps past addresses.
    """
    if not things:
        return
    model = type(things[0])
    noun = model._meta.model_name
    demand(
        by,
        Do.RUN_NETWORK if noun == "museum" else Do.DECIDE_TERM,
        None,
        _("Only an editor decides on terms."),
    )
    with deed(verb, by=by, note=note, is_public=True) as telling:
        telling.noun = noun
        new = [thing for thing in things if thing.pk is None]
        for thing, public_id in zip(new, Identifier.give_many(noun, len(new)), strict=True):
            thing.public_id = public_id
            thing.sort_name = text_in(getattr(thing, "labels", None) or thing.names, "en")[:200]
        changed = [thing for thing in things if thing.pk is not None]
        model.objects.bulk_create(new)
        write_names(new)
        PastSlug.objects.filter(noun=noun, slug__in=[thing.slug for thing in new]).delete()
        for thing in changed:
            thing.save()
        if noun != "museum":  # its save has told its works
            refresh_works_naming(changed)
