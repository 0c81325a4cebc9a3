"""The thread that hears of changes and tells the registry: by NOTIFY at once, by asking twice a second besides."""

from __future__ import annotations

import logging
import threading

import psycopg
from django.db import connection

from collection.images.registry import Registry
from collection.models.announcement import CHANNEL

_ASK_SECONDS = 0.4
_AGAIN_SECONDS = 0.5
# Every deed has a number, and what changes a picture's rights is a deed.
_VERSION = "SELECT coalesce(max(id), 0) FROM members_deed"
_log = logging.getLogger(__name__)


class Listener(threading.Thread):
    """One a process; it ends with it."""

    def __init__(self, registry: Registry) -> None:
        super().__init__(name="image-listener", daemon=True)
        self._registry = registry
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
            database.execute(f"LISTEN {CHANNEL}")
            known = database.execute(_VERSION).fetchone()
            self._registry.heard(is_changed=True)  # whatever happened while nobody listened
            while not self._stopped.is_set():
                told = [True for _notice in database.notifies(timeout=_ASK_SECONDS, stop_after=1)]
                version = database.execute(_VERSION).fetchone()
                self._registry.heard(is_changed=bool(told) or version != known)
                known = version
