"""History by the database: insert, update and delete of every public fact, with the deed in its context."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pghistory


def track(*, exclude: Sequence[str] | None = None) -> Callable[[Any], Any]:
    """Keep every change of a model's rows.

    Not `PGHISTORY_DEFAULT_TRACKERS`: pghistory 3.9 deep-copies those, and the copies of their
    operations no longer compare equal, so that statement triggers lose their transition tables.
    """
    return pghistory.track(
        pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), exclude=exclude
    )
