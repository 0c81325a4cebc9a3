"""An import taken back: what it made goes, what it changed is as before, what was edited since is left alone."""

from __future__ import annotations

from django.utils.translation import gettext as _

from collection.actions.artworks import publish, withdraw
from collection.actions.records import change_record, delete_draft
from collection.actions.refusal import Refused, demand
from collection.models import ImportRow, ImportRun
from collection.models.import_run import PICTURES, RowOutcome, RunState
from members.deeds import deed
from members.models import User
from members.permissions import Do


def undo_import(run: ImportRun, *, by: User | None) -> list[str]:
    """Undo the rows of a run, the last first. Returns a sentence for each row that was left as it is."""
    demand(by, Do.PUBLISH, run.museum, _("Only a registrar or director of this museum may undo an import."))
    if run.is_dry_run or run.state not in (RunState.FINISHED, RunState.FAILED):
        raise Refused(_("There is nothing to undo: it was a trial, is still running, or was undone already."))
    if run.format == PICTURES:
        raise Refused(_("Photographs are taken off in the form of their work, one by one."))
    left = []
    with deed("undo_import", run, by=by, note=run.file_name):
        rows = run.rows.filter(outcome__in=[RowOutcome.CREATED, RowOutcome.CHANGED]).order_by("-number")
        for row in rows.select_related("artwork__museum"):
            if reason := _undo(row, by):
                left.append(
                    _("Row %(number)d (%(key)s): %(reason)s")
                    % {"number": row.number, "key": row.key, "reason": reason}
                )
        run.state = RunState.UNDONE
        run.save(update_fields=["state"])
    return left


def _undo(row: ImportRow, by: User | None) -> str:
    """Undo one row; a sentence if it was left as it is."""
    artwork, why = row.artwork, _("The import of %(file)s was undone.") % {"file": row.run.file_name}
    if artwork is None:
        return _("the record is no longer there.")
    if artwork.revision != row.revision_after:
        return _("it was edited since and is left as it is.")
    if row.outcome == RowOutcome.CREATED and artwork.is_public:
        withdraw(artwork, by=by, reason=why)
    elif row.outcome == RowOutcome.CREATED:
        delete_draft(artwork, by=by)
    else:
        change_record(artwork, row.before, by=by)
        if artwork.is_public:
            publish(artwork, by=by, note=why)
    return ""
