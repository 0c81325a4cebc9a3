"""Edits that wait: kept as they were sent, applied to the record, or dismissed with a note."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext as _

from collection.actions.artworks import publish
from collection.actions.readiness import NOT_ENTERED
from collection.actions.refusal import NotAllowed, Refused, demand, demand_note
from collection.enums import EditState, Status
from collection.models import Artwork, PendingEdit
from members.deeds import deed
from members.models import Museum, User
from members.permissions import Do, may

_OPEN = (EditState.UNFINISHED, EditState.WAITING)


def keep_edit(
    artwork: Artwork,
    *,
    by: User,
    form_data: dict[str, list[str]],
    base_revision: int,
    state: EditState,
    note: str = "",
    edit: PendingEdit | None = None,
) -> PendingEdit:
    """Keep a posted form: as a new edit, or in place of the author's own `edit`. Raises NotAllowed."""
    if not (may(by, Do.DRAFT, artwork) or may(by, Do.PUBLISH, artwork)):
        raise NotAllowed(_("You may not write records of this museum."))
    with deed("propose_edit" if state == EditState.WAITING else "keep_edit", artwork, by=by, note=note):
        if edit is None or edit.by_id != by.pk:
            edit = PendingEdit(artwork=artwork, by=by)
        edit.form_data, edit.base_revision = form_data, base_revision
        edit.state, edit.note = state, note or edit.note
        edit.save()
    return edit


def begin_unfinished(museum: Museum, *, by: User, form_data: dict[str, list[str]]) -> PendingEdit:
    """Keep the form of a new record that is not ready for the tables: an empty draft holds its place, so that it has
    a museum, an id and a page of its own. Raises NotAllowed."""
    demand(by, Do.DRAFT, museum, _("You may not write records of this museum."))
    with deed("keep_edit", by=by) as telling:
        artwork = Artwork.objects.create(museum=museum, accession_missing_reason=str(NOT_ENTERED))
        telling.about(artwork)
        artwork.refresh_from_db(fields=["revision"])
        return PendingEdit.objects.create(
            artwork=artwork,
            by=by,
            form_data=form_data,
            base_revision=artwork.revision,
            state=EditState.UNFINISHED,
        )


def apply_edit(edit: PendingEdit, *, by: User, note: str = "") -> None:
    """Write a pending edit into the record; a published record gets its next version. Raises Refused with
    every error of the form."""
    artwork = edit.artwork
    is_public = artwork.status == Status.PUBLISHED
    _demand_may_decide(edit, by)
    if is_public:
        demand_note(by, artwork, note, _("You act on another museum's record: say why."))
    with deed("apply_edit", artwork, by=by, note=note):
        locked = PendingEdit.objects.select_for_update().get(pk=edit.pk)
        Artwork.objects.select_for_update().filter(pk=artwork.pk).first()
        if locked.state not in _OPEN:
            raise Refused(_("This edit has been decided already."))
        # The form is the admin's: found in its registry, for actions import no page.
        writer: Any = admin.site.get_model_admin(Artwork)
        writer.write(locked, by=by)
        decide(locked, EditState.APPLIED, by=by)
        if is_public:
            publish(locked.artwork, by=by, note=note)
    edit.refresh_from_db()
    artwork.refresh_from_db()


def dismiss_edit(edit: PendingEdit, *, by: User, note: str = "") -> None:
    """Leave the record as it is. Who dismisses another's edit says why."""
    if edit.by_id != by.pk:
        _demand_may_decide(edit, by)
    if edit.by_id != by.pk and not note.strip():
        raise Refused(_("Say why the edit is not taken, so that its author learns from it."), field="note")
    with deed("dismiss_edit", edit.artwork, by=by, note=note):
        locked = PendingEdit.objects.select_for_update().get(pk=edit.pk)
        if locked.state not in _OPEN:
            raise Refused(_("This edit has been decided already."))
        if note.strip():
            locked.note = f"{locked.note}\n{by}: {note}".strip()
        decide(locked, EditState.DISMISSED, by=by)
    edit.refresh_from_db()


def decide(edit: PendingEdit, state: EditState, *, by: User | Any) -> None:
    """Close an edit. Part of a deed, not one of its own."""
    edit.state, edit.decided_by, edit.decided_at = state, by, timezone.now()
    edit.save(update_fields=["state", "decided_by", "decided_at", "note"])


def _demand_may_decide(edit: PendingEdit, by: User) -> None:
    """A draft's edit is its author's or the registrar's; a public record's is the registrar's or an editor's."""
    if may(by, Do.PUBLISH, edit):
        return
    own_draft = edit.by_id == by.pk and edit.artwork.status != Status.PUBLISHED
    demand(by, Do.DRAFT, edit, _("You may not decide on edits of this museum's records."))
    if not own_draft:
        raise NotAllowed(_("The record is public: a registrar or director of the museum decides on it."))
