"""The thread that hears of changes and tells the registry, and those who keep pages, of them: by NOTIFY at once, by asking
twice a second besides."""

from __future__ import annotations

import logging
import threading

import psycopg
from django.db import connection

from collection.images.registry import Registry
from collection.models.announcement import CHANNEL
from members.heard import CHANNEL as CATALOGUE
from members.heard import HeardVersion

_ASK_SECONDS = 0.4
_AGAIN_SECONDS = 0.5
# Every deed has a number, and what changes a picture's rights is a deed; public pages change by public deeds.
_VERSION = (
    "SELECT (SELECT coalesce(max(id), 0) FROM members_deed), "
    "(SELECT coalesce(max(id), 0) FROM members_deed WHERE is_public)"
)
_log = logging.getLogger(__name__)


class Listener(threading.Thread):
    """One a process; it ends with it."""

    def __init__(self, registry: Registry, catalogue: HeardVersion | None = None) -> None:
        super().__init__(name="image-listener", daemon=True)
        self._registry = registry
        self._catalogue = catalogue or HeardVersion()
        self._stopped = threading.Event()
        wanted = connection.get_connection_params()
        self._parameters = {
            key: value for key, value in wanted.items() if key not in ("cursor_factory", "context")
        }

    def stop(self) -> None:
        self._stopped.set()

    def run(self) -> None:
        while not self._stopped.is_set():
            try:
                self._listen()
            except psycopg.Error as error:  # the database was stopped: nothing is trusted until it is back
                _log.warning("The image service does not hear the database: %s", str(error).strip())
                self._stopped.wait(_AGAIN_SECONDS)

    def _listen(self) -> None:
        with psycopg.connect(**self._parameters, autocommit=True) as database:
            for channel in (CHANNEL, CATALOGUE):
                database.execute(f"LISTEN {channel}")
            known = _asked(database)
            self._registry.heard(is_changed=True)  # whatever happened while nobody listened
            self._catalogue.heard(known[1])
            while not self._stopped.is_set():
                told = {notice.channel for notice in database.notifies(timeout=_ASK_SECONDS, stop_after=1)}
                version = _asked(database)
                self._catalogue.heard(version[1])
                self._registry.heard(is_changed=CHANNEL in told or version != known)
                known = version


def _asked(database: psycopg.Connection[tuple[int, int]]) -> tuple[int, int]:
    """(the last deed, the last public deed)."""
    return database.execute(_VERSION).fetchone() or (0, 0)
