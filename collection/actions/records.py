"""Records made and changed as facts: what imports and the undoing of them do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.translation import gettext as _

from collection.actions.fact_influences import write_influences
from collection.actions.facts import PREFETCH, Facts, facts_of, write_facts, write_new
from collection.actions.refusal import Refused, demand
from collection.enums import Status
from collection.models import Artwork
from members.deeds import deed, deeds
from members.models import Museum, User
from members.permissions import Do


def create_record(
    museum: Museum, facts: Mapping[str, Any], *, by: User | None, is_demonstration: bool = False
) -> Artwork:
    """Make a draft of these facts. Raises Refused if the database would not have it."""
    return create_records(museum, [facts], by=by, is_demonstration=is_demonstration)[0]


def create_records(
    museum: Museum, records: Sequence[Mapping[str, Any]], *, by: User | None, is_demonstration: bool = False
) -> list[Artwork]:
    """Make many drafts of one museum, one deed each, all or none. Raises Refused if the database would not have one."""
    demand(by, Do.DRAFT, museum, _("You may not write records of this museum."))
    works = [Artwork(museum=museum, is_demonstration=is_demonstration) for _record in records]
    with _said_plainly(), deeds("create", by=by, count=len(works)) as told:
        write_new(list(zip(works, records, strict=True)))
        told += works
    revisions = dict(Artwork.objects.filter(pk__in=[work.pk for work in works]).values_list("pk", "revision"))
    for work in works:
        work.revision = revisions[work.pk]
    return works


def change_record(artwork: Artwork, facts: Mapping[str, Any], *, by: User | None) -> Facts:
    """Set these facts and return those that were otherwise, as they were; nothing changed writes nothing.

    A public record wants a `publish` afterwards for its next version.
    """
    if artwork.is_public:
        demand(by, Do.CORRECT, artwork, _("This record is public: a registrar or director corrects it."))
    else:
        demand(by, Do.DRAFT, artwork, _("You may not write records of this museum."))
    if not _otherwise(artwork, facts):
        return {}
    with _said_plainly(), deed("change", artwork, by=by) as telling:
        Artwork.objects.select_for_update(of=("self",)).get(pk=artwork.pk)
        work = Artwork.objects.select_related("museum").prefetch_related(*PREFETCH).get(pk=artwork.pk)
        before = _otherwise(work, facts)
        telling.note = ", ".join(sorted(before))
        write_facts(work, {key: facts[key] for key in before})
    artwork.refresh_from_db(fields=["revision"])
    return before


def delete_draft(artwork: Artwork, *, by: User | None) -> None:
    """Delete a record that was never public."""
    demand(by, Do.DRAFT, artwork, _("You may not delete records of this museum."))
    if artwork.status != Status.DRAFT or artwork.first_published_at:
        raise Refused(_("Only a draft that was never public can be deleted; withdraw it instead."))
    with deed("delete", artwork, by=by, note=str(artwork)):
        write_influences(artwork, "influences", [])
        artwork.delete()


def _otherwise(artwork: Artwork, facts: Mapping[str, Any]) -> Facts:
    """Those of the record's own facts that differ from `facts`."""
    present = facts_of(artwork, facts)
    return {key: value for key, value in present.items() if value != facts[key]}


@contextmanager
def _said_plainly() -> Iterator[None]:
    """What fields and constraints refuse, as Refused with sentences."""
    try:
        yield
    except ValidationError as error:
        raise Refused(*_sentences(error)) from error
    except IntegrityError as error:
        raise Refused(_sentence_of(error)) from error


def _sentences(error: ValidationError) -> list[str]:
    if not hasattr(error, "error_dict"):
        return error.messages
    return [f"{name}: {text}" for name, texts in error.message_dict.items() for text in texts]


def _sentence_of(error: IntegrityError) -> str:
    """The sentence of the constraint that was broken, found by its name in the models."""
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            if constraint.name == name:
                default = constraint.default_violation_error_message
                if constraint.violation_error_message != default:
                    return str(constraint.violation_error_message)
    return _("The database does not accept this record (%(constraint)s).") % {"constraint": name}
