"""`manage.py import_periodo FILE [--dry-run] [--by EMAIL]`: epochs of a PeriodO dataset, a line a period."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from collection.actions.refusal import Refused
from collection.imports.formats.periodo import PeriodoError, read_periodo
from collection.imports.periodo import import_periodo
from collection.management.commands.import_artworks import person_of


class Command(BaseCommand):
    help = "Take the epochs of a PeriodO file (JSON-LD): a known one gets a definition beside its others, a new one is proposed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="say what would be, change nothing")
        parser.add_argument("--by", metavar="EMAIL", help="in whose name; their rights hold")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            document = json.loads(options["file"].read_text(encoding="utf-8"))
            drafts = read_periodo(document)
            outcomes = import_periodo(drafts, by=person_of(options["by"]), is_dry_run=options["dry_run"])
        except (OSError, ValueError, PeriodoError) as error:
            raise CommandError(str(error)) from error
        except Refused as refusal:
            raise CommandError("\n".join(refusal.sentences)) from refusal
        for one in outcomes:
            self.stdout.write(f"{one.deed}\t{one.name}\t{one.note}")
        counts = Counter(one.deed for one in outcomes)
        told = ", ".join(f"{counts[deed]} {deed}" for deed in ("new", "defined", "same", "refused"))
        self.stdout.write(told + (". Nothing was changed: a trial." if options["dry_run"] else "."))
