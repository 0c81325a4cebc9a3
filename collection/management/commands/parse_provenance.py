"""`manage.py parse_provenance`: provenance texts on standard input, a JSON line of events each. No database."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.management.base import BaseCommand

from collection.provenance.document import document


class Command(BaseCommand):
    help = (
        "Reads provenance texts, one a line or as JSON lines with “text” (or “provenance”), and writes what was"
        " understood of each as a JSON line."
    )
    requires_system_checks: list[str] = []  # Django's own name and shape

    def handle(self, *_args: Any, **_options: Any) -> None:
        for record in records(sys.stdin):
            self.stdout.write(json.dumps(record, ensure_ascii=False))


def records(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """A document for each line; the other members of a JSON line come back with it."""
    for line in lines:
        line = line.rstrip("\n")
        if not line.strip():
            continue
        given = _given(line)
        text = given.pop("text", None)
        yield given | document(str(text if text is not None else given.get("provenance") or ""))


def _given(line: str) -> dict[str, Any]:
    """The members of a JSON object or text; any other line is the text itself."""
    if line[0] in '{"':
        try:
            found = json.loads(line)
        except ValueError:
            return {"text": line}
        if isinstance(found, dict):
            return found
        if isinstance(found, str):
            return {"text": found}
    return {"text": line}
