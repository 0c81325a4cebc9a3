"""`manage.py import_artworks FILE --museum SLUG [--dry-run]`: a museum's spreadsheet, one line a row."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.text import Text

from collection.actions.refusal import Refused
from collection.imports import formats
from collection.imports.apply import How
from collection.imports.report import report_in_words
from collection.imports.runner import run_import, source_of
from collection.models import ImportRow
from collection.models.import_run import RowOutcome
from members.models import Museum, User

STYLES = {
    RowOutcome.CREATED: "green",
    RowOutcome.CHANGED: "yellow",
    RowOutcome.SAME: "dim",
    RowOutcome.REFUSED: "bold red",
}


class Command(BaseCommand):
    help = "Import a museum's artworks from CSV (UTF-8), XLSX or the museum's own export. Run it twice: the second time changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--museum", required=True, metavar="SLUG", help="the museum whose file it is")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, change nothing")
        parser.add_argument("--publish", action="store_true", help="publish what is complete")
        parser.add_argument("--by", metavar="EMAIL", help="in whose name; their rights hold")

    def handle(self, *args: Any, **options: Any) -> None:
        console = Console(file=self.stdout, soft_wrap=True, highlight=False)  # type: ignore[arg-type]
        counts: Counter[str] = Counter()

        def on_row(row: ImportRow) -> None:
            counts[row.outcome] += 1
            console.print(_line(row))

        try:
            museum = museum_of(options["museum"])
            how = How(
                by=person_of(options["by"]),
                is_publishing=options["publish"],
                note=f"Imported from {options['file'].name}",
            )
            table = formats.read(options["file"])
            source = source_of(options["file"])
            started = time.monotonic()
            run = run_import(
                table, source, museum=museum, how=how, is_dry_run=options["dry_run"], on_row=on_row
            )
        except Refused as refusal:
            raise CommandError("\n".join(refusal.sentences)) from refusal
        summary = ", ".join(
            f"{counts[outcome]} {RowOutcome(outcome).label.lower()}" for outcome in RowOutcome
        )
        console.print(
            f"{museum}: {summary}." + (" Nothing was changed: a trial." if options["dry_run"] else "")
        )
        seconds = time.monotonic() - started
        console.print(
            f"{counts.total()} rows in {seconds:.0f} s, {counts.total() / max(seconds, 0.001):.0f} a second."
        )
        for sentence in report_in_words(run.report):
            console.print(sentence)
        if counts[RowOutcome.REFUSED]:
            raise CommandError(
                f"{counts[RowOutcome.REFUSED]} rows were refused; the others are in.", returncode=1
            )


def _line(row: ImportRow) -> Text:
    """Row, key, outcome, message."""
    outcome = RowOutcome(row.outcome)
    return Text.assemble(
        (f"{row.number:>5}  ", "dim"),
        (f"{row.key or '–':<20}  ", "bold"),
        (f"{outcome.label!s:<10}", STYLES[outcome]),
        row.message,
    )


def museum_of(slug: str) -> Museum:
    """The museum of a slug. Raises CommandError that says how it is called now."""
    found = Museum.objects.filter(slug=slug).first()
    if found is None:
        present = Museum.now_at(slug)
        hint = f" It is now called “{present}”." if present else ""
        raise CommandError(f"There is no museum “{slug}”.{hint}")
    return found


def person_of(email: str | None) -> User | None:
    """The person of an address, None for none. Raises CommandError."""
    if not email:
        return None
    found = User.objects.filter(email=email.strip().lower()).first()
    if found is None:
        raise CommandError(f"There is nobody with the address {email}.")
    return found
