"""A connection that served a moment ago is usable unless its socket says otherwise: no page waits for SELECT 1."""

from __future__ import annotations

import select
import time

from django.db.backends.postgresql import base

ASKED_AFTER = (
    5.0  # seconds without a word, after which the server is asked: a network can be gone without a sign
)


class DatabaseWrapper(base.DatabaseWrapper):
    """The stock backend; CONN_HEALTH_CHECKS costs a look at the socket instead of a query."""

    _looked_at = 0.0

    def is_usable(self) -> bool:
        now = time.monotonic()
        is_fresh = now - self._looked_at < ASKED_AFTER
        self._looked_at = now
        if self.connection is not None and is_fresh and not _has_news(self.connection.fileno()):
            return True
        return bool(super().is_usable())


def _has_news(socket: int) -> bool:
    """A server that went says so in the socket; one that is at peace says nothing between two questions."""
    waiting = select.poll()
    waiting.register(socket, select.POLLIN | select.POLLHUP | select.POLLERR)
    return bool(waiting.poll(0))
