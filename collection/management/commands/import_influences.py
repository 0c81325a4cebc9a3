"""`manage.py import_influences FILE --museum SLUG [--dry-run]`: a museum's statements of influence, one line a row."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from collection.actions.refusal import Refused
from collection.imports import formats
from collection.imports.claims_of_influence import import_claims
from collection.management.commands.import_artworks import museum_of, person_of
from collection.models.import_run import RowOutcome


class Command(BaseCommand):
    help = "Import a museum's statements of influence from CSV (UTF-8) or XLSX, as drafts. The second time changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--museum", required=True, metavar="SLUG", help="the museum that says so")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, change nothing")
        parser.add_argument("--by", metavar="EMAIL", help="in whose name; their rights hold")

    def handle(self, *args: Any, **options: Any) -> None:
        museum, by = museum_of(options["museum"]), person_of(options["by"])
        try:
            told = import_claims(
                formats.read(options["file"]), museum=museum, by=by, is_dry_run=options["dry_run"]
            )
        except Refused as refusal:
            raise CommandError("\n".join(map(str, refusal.sentences))) from refusal
        for row in told:
            self.stdout.write(f"{row.number:>5}  {RowOutcome(row.outcome).label!s:<10}{row.words}")
        counts = Counter(row.outcome for row in told)
        words = ", ".join(f"{counts[outcome]} {RowOutcome(outcome).label.lower()}" for outcome in RowOutcome)
        self.stdout.write(
            f"{museum}: {words}." + (" Nothing was changed: a trial." if options["dry_run"] else "")
        )
        if counts[RowOutcome.REFUSED]:
            raise CommandError(
                f"{counts[RowOutcome.REFUSED]} rows were refused; the others are in.", returncode=1
            )
