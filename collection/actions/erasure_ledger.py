"""Erasures remembered without their words, and done again where a backup of before was restored.

Of each word its length and an HMAC under the portal's secret key: who has the words can find them again, who has the
ledger and not the key cannot guess them.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from collection.actions.erasing_rows import Words, texts_beside
from collection.models import Artwork, Erasure

Mark = tuple[int, str]  # length, hash
_KEPT = ("public_id", "target", "instead", "words", "exact", "note")


def remember(work: Artwork, gone: Words, *, target: str, instead: str, note: str) -> None:
    """Write the erasure into the ledger, and when it is committed into its file, which no restore touches."""
    row = Erasure(
        public_id=work.public_id,
        target=target,
        instead=instead,
        words=[marked(word) for word in gone.words],
        exact=[marked(text) for text in gone.exact],
        note=note,
    )
    row.save()
    transaction.on_commit(lambda: _append(as_json(row)))


def as_json(row: Erasure) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _KEPT}


def ledger_file() -> Path:
    return Path(settings.VAR_DIR) / "erasures.jsonl"


def remembered() -> list[dict[str, Any]]:
    """All erasures of the file; none if there is no file."""
    path = ledger_file()
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [json.loads(line) for line in lines if line.strip()]


def marked(word: str) -> Mark:
    folded = word.casefold()
    key = settings.SECRET_KEY.encode()
    return len(folded), hmac.new(key, folded.encode(), hashlib.sha256).hexdigest()


def found_again(work: Artwork, marks: Iterable[Iterable[Any]]) -> list[str]:
    """The words of these marks that any table of the work still holds. In proportion to the letters and the lengths."""
    wanted = {(int(length), str(mark)) for length, mark in marks}
    lengths = {length for length, _mark in wanted}
    return sorted(
        {part for text in texts_beside(work) for part in _parts(text, lengths) if marked(part) in wanted}
    )


def not_done(rows: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Those that the present ledger does not have."""
    known = {json.dumps(as_json(row), sort_keys=True) for row in Erasure.objects.all()}
    for row in rows:
        line = json.dumps({name: row[name] for name in _KEPT}, sort_keys=True)
        if line not in known:
            known.add(line)
            yield row


def _parts(text: str, lengths: set[int]) -> Iterator[str]:
    folded = text.casefold()
    for length in lengths:
        for at in range(len(folded) - length + 1):
            yield folded[at : at + length]


def _append(row: dict[str, Any]) -> None:
    path = ledger_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row, sort_keys=True) + "\n")
    except OSError:
        logging.getLogger(__name__).exception("The erasure is not in %s: copy it from the database.", path)
