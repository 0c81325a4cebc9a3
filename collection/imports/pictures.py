"""Photographs many at once: goes through the table beside them, and has a line of outcome for every file.

A second run attaches nothing twice, so that one that was stopped is gone on with by running it again.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from collection.actions.images import (
    AlreadyThere,
    attach_image,
    demand_described,
    demand_may_attach,
    demand_new,
    inspected,
)
from collection.actions.refusal import Refused
from collection.imports.apply import How
from collection.imports.formats.table import Row, Table
from collection.imports.picture_files import Pictures
from collection.imports.picture_rows import PictureRow, check_columns, find_work, read_row
from collection.imports.runner import OnRow, Source
from collection.models import Artwork, ImportRow, ImportRun
from collection.models.import_run import PICTURES, RowOutcome, RunState
from members.models import Museum


def attach_pictures(
    pictures: Pictures,
    source: Source,
    *,
    museum: Museum | None,
    how: How,
    table: Table | None = None,
    is_dry_run: bool = False,
    on_row: OnRow = lambda row: None,
) -> ImportRun:
    """Attach every photograph that its row describes; `on_row` hears of each as it is done.

    With `museum` None each row must name its museum or a source id. `table` stands for the one that lies
    beside the pictures. Raises Refused for a table that means nothing; a bad row is refused alone.
    """
    table = table or pictures.table()
    check_columns(table.columns)
    run = ImportRun.objects.create(
        museum=museum,
        by=how.by,
        file_name=source.file_name,
        sha256=source.sha256,
        format=PICTURES,
        is_dry_run=is_dry_run,
    )
    state = RunState.FAILED
    try:
        going = _Going(run, pictures, museum, how)
        for line in going.lines(table):
            line.save()
            on_row(line)
        state = RunState.FINISHED
    finally:
        run.state, run.finished_at = state, timezone.now()
        run.save(update_fields=["state", "finished_at"])
    return run


class _Going:
    """What lasts from row to row: which row spoke of which file."""

    def __init__(self, run: ImportRun, pictures: Pictures, museum: Museum | None, how: How) -> None:
        self.run, self.pictures, self.museum, self.how = run, pictures, museum, how
        self.seen: dict[tuple[int, str], dict[int, int]] = {}  # museum, checksum → work → row

    def lines(self, table: Table) -> Iterator[ImportRow]:
        """A line for each row, and one for each file of which no row speaks."""
        spoken, last = set(), 1
        for row in table.rows:
            last = row.number
            spoken.add(row.cells["file"])
            yield self._line(row)
        for number, name in enumerate(sorted(set(self.pictures.names()) - spoken), start=last + 1):
            line = ImportRow(run=self.run, number=number, key=name[:200], outcome=RowOutcome.REFUSED)
            line.message = _("No row of the table speaks of this file.")
            yield line

    def _line(self, row: Row) -> ImportRow:
        line = ImportRow(run=self.run, number=row.number, key=row.cells["file"][:200])
        line.outcome = RowOutcome.REFUSED
        try:
            with transaction.atomic():
                self._attach(read_row(row), line)
        except AlreadyThere as refusal:
            line.message = refusal.sentence
            if not refusal.may_repeat:
                line.outcome = RowOutcome.SAME
        except Refused as refusal:
            line.message = refusal.sentence
        return line

    def _attach(self, row: PictureRow, line: ImportRow) -> None:
        work = find_work(row, self.museum, by=self.how.by)
        demand_may_attach(work, self.how.by)
        if work.is_public and not row.fields["withheld_reason"]:
            demand_described(row.fields["credit"], row.fields["alt"])
        line.artwork = work
        with self.pictures.opened(row.file) as file:
            found = inspected(file)
            demand_new(work, found.sha256, shows_this_too=row.fields["shows_this_too"])
            self._demand_new_here(work, found.sha256, row, line)
            if not self.run.is_dry_run:
                attach_image(work, file, by=self.how.by, found=found, **row.fields)
        line.outcome = RowOutcome.CHANGED
        words = _("To be attached to “%(work)s”.") if self.run.is_dry_run else _("Attached to “%(work)s”.")
        line.message = words % {"work": work}

    def _demand_new_here(self, work: Artwork, sha256: str, row: PictureRow, line: ImportRow) -> None:
        """What a trial cannot find in the tables: the same file in two rows of this one."""
        rows = self.seen.setdefault((work.museum_id, sha256), {})
        earlier = rows.get(work.pk) or (
            None if row.fields["shows_this_too"] else next(iter(rows.values()), None)
        )
        if earlier:
            raise Refused(_("Row %(number)d attaches the same photograph.") % {"number": earlier})
        rows[work.pk] = line.number
