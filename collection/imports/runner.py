"""Goes through a file row by row: a bad row is refused alone, and every row has its line in the ledger."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from collection.actions.quota import ask_for_more
from collection.actions.refusal import Refused
from collection.imports import formats
from collection.imports.apply import Applied, How, change, create_all, prepare, publish_ready
from collection.imports.columns import check_columns
from collection.imports.date_rows import DatesRead
from collection.imports.draft import Draft
from collection.imports.formats.mapping import Export
from collection.imports.formats.table import Row, Table
from collection.imports.matching import Matcher
from collection.imports.reconcile import reconcile
from collection.imports.terms import Vocabulary
from collection.imports.works import Key, Works, keys_of
from collection.models import Artwork, ImportRow, ImportRun
from collection.models.import_run import RowOutcome, RunState
from members.models import Museum

_CHUNK = 200
_IMPORT_LOCK = 0x1390
OnRow = Callable[[ImportRow], None]


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows come from, for the ledger."""

    file_name: str
    sha256: str
    format: str


def source_of(path: Path) -> Source:
    return Source(path.name[:200], hashlib.sha256(path.read_bytes()).hexdigest(), formats.format_of(path))


def run_import(
    table: Table,
    source: Source,
    *,
    museum: Museum | None,
    how: How,
    is_dry_run: bool = False,
    on_row: OnRow = lambda row: None,
) -> ImportRun:
    """Import every row; `on_row` hears of each as it is done. Bad rows are refused alone.

    With `museum` None each row must name its museum. Raises Refused for columns that mean nothing, and if
    another import is under way. Killed in the middle, it leaves whole rows; run again, it does the rest.
    """
    check_columns(table.columns)
    with _alone():
        ImportRun.objects.filter(state=RunState.RUNNING, sha256=source.sha256, museum=museum).update(
            state=RunState.FAILED
        )
        run = ImportRun.objects.create(
            museum=museum,
            by=how.by,
            file_name=source.file_name,
            sha256=source.sha256,
            format=source.format,
            is_dry_run=is_dry_run,
        )
        state = RunState.FAILED
        try:
            importer = _Importer(run, museum, how, table.export)
            importer.go_through(table.rows, on_row)
            importer.ask_for_room()
            state = RunState.FINISHED
            if importer.matcher:
                run.report = importer.matcher.report.as_json()
        finally:
            run.state, run.finished_at = state, timezone.now()
            run.save(update_fields=["state", "finished_at", "report"])
    return run


@dataclass(slots=True)
class _Prepared:
    """A row that was read: its line, and, if it was not refused, its draft and the work that it is about."""

    line: ImportRow
    draft: Draft | None = None
    found: Artwork | None = None


class _Importer:
    """What lasts from row to row: the vocabulary, the works, and which row spoke of which work."""

    def __init__(self, run: ImportRun, museum: Museum | None, how: How, export: Export | None) -> None:
        self.run, self.museum, self.how = run, museum, how
        self.vocabulary = Vocabulary(how.by, is_demonstration=how.is_demonstration)
        self.works = Works(museum)
        self.matcher = Matcher(self.vocabulary, export.same, export.fields) if export else None
        self.dates = DatesRead()
        self.spoken: dict[Key, int] = {}
        self.held: Counter[Museum] = Counter()

    def go_through(self, rows: Iterable[Row], on_row: OnRow) -> None:
        if self.matcher:
            self.matcher.survey(rows)
        left = iter(rows)
        while chunk := list(islice(left, _CHUNK)):
            for line in self._chunk(chunk):
                on_row(line)

    def ask_for_room(self) -> None:
        """Ask the editors for what the quotas of museums had no room for."""
        for museum, count in self.held.items() if not self.run.is_dry_run else ():
            ask_for_more(museum, by=self.how.by, quota=museum.quota + count)

    def _chunk(self, rows: list[Row]) -> list[ImportRow]:
        """Import some rows in one transaction, publish together what wants it, and write their lines."""
        self.works.read_ahead(key for row in rows for key in self._keys(row))
        with transaction.atomic():
            if self.matcher:
                self.matcher.propose()
            done = self._done([self._prepared(row) for row in rows])
            publish_ready([applied for _line, applied in done if applied], self.how)
            self.held.update(applied.artwork.museum for _line, applied in done if applied and applied.is_held)
            lines = [_finished(line, applied) for line, applied in done]
            if self.run.is_dry_run:
                transaction.set_rollback(True)
            else:
                ImportRow.objects.bulk_create(lines)
        if self.run.is_dry_run:
            self.vocabulary.forget()
            for line in lines:
                line.artwork = None if line.outcome == RowOutcome.CREATED else line.artwork
            ImportRow.objects.bulk_create(lines)
        self.vocabulary.keep()
        return lines

    def _prepared(self, row: Row) -> _Prepared:
        """Read one row; a refused row leaves nothing but its line."""
        line = ImportRow(run=self.run, number=row.number, outcome=RowOutcome.REFUSED)
        mark = self.vocabulary.mark()
        try:
            with transaction.atomic():
                return self._read(row, line)
        except Refused as refusal:
            self.vocabulary.forget(mark)
            line.message = refusal.sentence
            return _Prepared(line)

    def _read(self, row: Row, line: ImportRow) -> _Prepared:
        if self.matcher and not row.fault:
            row = self.matcher.matched(row)
        draft = reconcile(row, self.vocabulary, self.museum)
        line.key = draft.key[:200]
        if draft.faults or draft.museum is None:  # reconcile has a fault for a row without a museum
            raise Refused(*draft.faults)
        keys = keys_of(draft.museum.pk, draft.accession_number, draft.source_id)
        if earlier := next((self.spoken[key] for key in keys if key in self.spoken), None):
            raise Refused(_("Row %(number)d is about the same work.") % {"number": earlier})
        found = self.works.find(draft.museum, draft.accession_number, draft.source_id)
        prepare(draft, found, self.vocabulary)
        if self.run.is_dry_run:
            line.date = self.dates.of(draft.facts, draft.date_remark)
        self.spoken |= dict.fromkeys(keys, row.number)
        return _Prepared(line, draft, found)

    def _done(self, prepared: list[_Prepared]) -> list[tuple[ImportRow, Applied | None]]:
        """Apply what was read: new works together, known ones each by itself."""
        new = [one.draft for one in prepared if one.draft and one.found is None]
        made = iter(create_all(new, self.how) if new else [])
        done = []
        for one in prepared:
            if one.draft is None:
                done.append((one.line, None))
                continue
            applied = next(made) if one.found is None else self._changed(one.draft, one.found)
            if isinstance(applied, Refused):
                one.line.message = applied.sentence
                done.append((one.line, None))
            else:
                applied.sentences += one.draft.remarks
                done.append((one.line, applied))
        return done

    def _changed(self, draft: Draft, found: Artwork) -> Applied | Refused:
        try:
            with transaction.atomic():
                return change(draft, found, self.how)
        except Refused as refusal:
            return refusal

    def _keys(self, row: Row) -> list[Key]:
        museum = self.vocabulary.museums.get(row.cells.get("museum", "")) or self.museum
        if museum is None:
            return []
        return keys_of(museum.pk, row.cells.get("accession_number", ""), row.cells.get("source_id", ""))


def _finished(line: ImportRow, applied: Applied | None) -> ImportRow:
    if applied:
        line.outcome, line.artwork = applied.outcome, applied.artwork
        line.before, line.revision_after = applied.before, applied.artwork.revision
        line.message = " ".join(applied.sentences)
    return line


@contextmanager
def _alone() -> Iterator[None]:
    """One import at a time: two would propose the same terms twice."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [_IMPORT_LOCK])
        if not cursor.fetchone()[0]:
            raise Refused(_("Another import is under way. Try again when it has finished."))
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_IMPORT_LOCK])
