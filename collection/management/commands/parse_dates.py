"""`manage.py parse_dates`: date texts on standard input, a JSON line each on standard output. Needs no database."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from collection.dates.conventions import of_museum
from collection.dates.words import read

_BOUNDS = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")


class Command(BaseCommand):
    help = (
        "Read date texts, a line each, or JSON lines {text, culture?, museum?}; write for each a JSON line {text, "
        "understood, earliest, latest, four bounds, edtf, qualifiers, rest}. Years are astronomical: 1 BCE is 0."
    )
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def handle(self, *args: Any, **options: Any) -> None:
        lines = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace")
        for answer in answers(lines):
            self.stdout.write(json.dumps(answer, ensure_ascii=False))


def answers(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """An answer for each line that is not empty."""
    for line in lines:
        if line := line.strip("\r\n"):
            yield _answer(*_asked(line))


def _asked(line: str) -> tuple[str, str, str]:
    """Text, culture and museum of a line; a line that is no JSON object with a text is itself the text."""
    try:
        asked = json.loads(line) if line.lstrip().startswith("{") else None
    except (ValueError, RecursionError):
        asked = None
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        return line, "", ""
    return asked["text"], str(asked.get("culture") or ""), str(asked.get("museum") or "")


def _answer(text: str, culture: str, museum: str) -> dict[str, Any]:
    convention = of_museum(museum, settings.DATE_CONVENTIONS)
    reading = read(text, convention=convention, culture=culture)
    bounds = dict(zip(_BOUNDS, reading.span.bounds, strict=True))
    return {
        "text": text,
        "understood": reading.understood,
        "earliest": reading.span.earliest_begin,
        "latest": reading.span.latest_end,
        **bounds,
        "edtf": reading.edtf,
        "qualifiers": list(reading.qualifiers),
        "rest": reading.rest,
    }
