"""`manage.py load_demo`: the demonstration collection and its exhibitions, once; killed, it goes on next time."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from collection.actions.findings import look_at_changed
from collection.actions.refusal import Refused
from collection.imports import demonstration
from collection.search.index.build import rebuild
from exhibitions import demonstration as shows


class Command(BaseCommand):
    help = "Load the demonstration collection from fixtures/. Does nothing if those very files are loaded."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--from", dest="folder", type=Path, default=settings.BASE_DIR / "fixtures")
        parser.add_argument(
            "--again", action="store_true", help="go through all files even if they are loaded"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        console = Console(file=self.stdout, soft_wrap=True)  # type: ignore[arg-type]
        files = demonstration.fingerprint(folder)
        if demonstration.is_loaded(files) and not options["again"]:
            shows.release_all()
            console.print("The demonstration collection is loaded.")
            return
        started = monotonic()
        try:
            self._load(folder, console)
        except Refused as refusal:
            raise CommandError("\n".join(refusal.sentences)) from refusal
        rebuild()
        look_at_changed()
        demonstration.stamp(files)
        console.print(f"The demonstration collection was loaded in {monotonic() - started:.0f} seconds.")

    def _load(self, folder: Path, console: Console) -> None:
        columns = (
            TextColumn("{task.description:<12}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
        )
        with Progress(*columns, console=console) as progress:
            bars: dict[str, Any] = {}

            def told(what: str, done: int, total: int) -> None:
                if what not in bars:
                    bars[what] = progress.add_task(what, total=total)
                progress.update(bars[what], completed=done)

            refused = demonstration.load(folder, told=told)
            if refused:
                rows = (f"{row.number} ({row.key}): {row.message}" for row in refused)
                raise Refused("These rows of artworks.csv were refused; correct them and load again.", *rows)
            shows_files = sorted((folder / "exhibitions").glob("*.toml"))
            for number, path in enumerate(shows_files, start=1):
                shows.load(path, by=None)
                told("exhibitions", number, len(shows_files))
