"""`manage.py attach_images FOLDER [--museum SLUG] [--dry-run]`: a folder of photographs and its table, a line a file."""

from __future__ import annotations

import hashlib
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.text import Text

from collection.actions.refusal import Refused
from collection.imports.apply import How
from collection.imports.picture_files import Folder
from collection.imports.pictures import attach_pictures
from collection.imports.runner import Source
from collection.management.commands.import_artworks import STYLES, museum_of, person_of
from collection.models import ImportRow
from collection.models.import_run import PICTURES, RowOutcome


class Command(BaseCommand):
    help = "Attach the photographs of a folder to their works, as the table beside them says. Run twice, it attaches nothing twice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--museum", metavar="SLUG", help="the museum of all rows that name none")
        parser.add_argument("--dry-run", action="store_true", help="check everything, attach nothing")
        parser.add_argument("--by", metavar="EMAIL", help="in whose name; their rights hold")

    def handle(self, *args: Any, **options: Any) -> None:
        console = Console(file=self.stdout, soft_wrap=True, highlight=False)  # type: ignore[arg-type]
        counts: Counter[str] = Counter()

        def on_row(row: ImportRow) -> None:
            counts[row.outcome] += 1
            console.print(_line(row))

        try:
            pictures = Folder(options["folder"])
            path = pictures.table_path()
            source = Source(path.name[:200], hashlib.sha256(path.read_bytes()).hexdigest(), PICTURES)
            museum = museum_of(options["museum"]) if options["museum"] else None
            how = How(by=person_of(options["by"]))
            attach_pictures(
                pictures, source, museum=museum, how=how, is_dry_run=options["dry_run"], on_row=on_row
            )
        except Refused as refusal:
            raise CommandError("\n".join(refusal.sentences)) from refusal
        console.print(
            f"{counts[RowOutcome.CHANGED]} attached, {counts[RowOutcome.SAME]} were there, "
            f"{counts[RowOutcome.REFUSED]} refused."
            + (" Nothing was changed: a trial." if options["dry_run"] else "")
        )
        if counts[RowOutcome.REFUSED]:
            raise CommandError(f"{counts[RowOutcome.REFUSED]} files were refused.", returncode=1)


def _line(row: ImportRow) -> Text:
    """Row, file, outcome, message."""
    outcome = RowOutcome(row.outcome)
    label = "Attached" if outcome == RowOutcome.CHANGED else str(outcome.label)
    return Text.assemble(
        (f"{row.number:>5}  ", "dim"),
        (f"{row.key:<40}  ", "bold"),
        (f"{label:<10}", STYLES[outcome]),
        row.message,
    )
