"""`manage.py export_history FOLDER`: the public history as files, as its addresses give it, to be kept elsewhere."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from collection.models import Artwork, HistoryLink
from collection.provenance import standalone
from collection.views.history import links_from, work_history


class Command(BaseCommand):
    help = (
        "Writes all links of the chain, the leaves of every public work, and the script that proves them without this"
        " software: `python FOLDER/verify_history.py FOLDER`."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *_args: Any, folder: Path, **_options: Any) -> None:
        links = list(links_from(HistoryLink.objects.order_by("number")))
        _write(folder / "history.json", {"links": links, "next": None})
        works = Artwork.objects.published().order_by("pk")
        for work in works.iterator(chunk_size=200):
            _write(folder / "artworks" / work.public_id / "history.json", work_history(work))
        source = Path(standalone.__file__).read_bytes()
        (folder / "verify_history.py").write_bytes(source)
        self.stdout.write(f"{len(links)} links in {folder}")


def _write(path: Path, content: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
