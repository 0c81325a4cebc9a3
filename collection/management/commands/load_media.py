"""`manage.py load_media [FOLDER]`: pictures for the demonstration, from the folder that `make demo MEDIA=…` names."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from collection.actions.refusal import Refused
from collection.imports.media import load_media


class Command(BaseCommand):
    help = (
        "Attach a folder's pictures to the demonstration's works, and make records of those that show others."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", nargs="?", default=os.environ.get("MEDIA", ""))

    def handle(self, *args: Any, **options: Any) -> None:
        console = Console(file=self.stdout, soft_wrap=True)  # type: ignore[arg-type]
        if not options["folder"]:
            raise CommandError(
                "Name a folder: make demo MEDIA=../pictures, or manage.py load_media ../pictures."
            )
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

            try:
                refused = load_media(Path(options["folder"]).expanduser(), told=told)
            except Refused as refusal:
                raise CommandError("\n".join(refusal.sentences)) from refusal
        for row in refused:
            console.print(f"{row.key}: {row.message}")
        console.print(
            f"The pictures are loaded; {len(refused)} rows were refused."
            if refused
            else "The pictures are loaded."
        )
