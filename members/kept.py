"""What is made of the public catalogue and kept in a worker's memory for as long as the catalogue is the same.

A request for a public page asks once for the catalogue version (`at_version`); what is made during it may be kept under
that version. Outside such a request, and within a transaction that may be taken back, nothing is kept and all is made
anew.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Generic, TypeVar

from django.db import connection

Thing = TypeVar("Thing")
_version: ContextVar[int | None] = ContextVar("catalogue_version", default=None)


@contextmanager
def at_version(version: int) -> Iterator[None]:
    """What is made in this block is made of this version of the catalogue, or of a newer one."""
    token = _version.set(None if connection.in_atomic_block else version)
    try:
        yield
    finally:
        _version.reset(token)


class Kept(Generic[Thing]):
    """At most `most` things, those used last, of one version of the catalogue."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._at = -1
        self._things: OrderedDict[Hashable, Thing] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Thing]) -> Thing:
        """The thing, made if it is not there."""
        found = self.seek(key)
        if found is None:
            found = make()
            self.put(key, found)
        return found

    def seek(self, key: Hashable) -> Thing | None:
        """The thing if it is kept for the present request."""
        if _version.get() != self._at:
            return None
        with self._lock:
            found = self._things.get(key)
            if found is not None:
                self._things.move_to_end(key)
            return found

    def put(self, key: Hashable, thing: Thing) -> None:
        """Keep it, if the present request may; a newer version puts an end to all of the older one."""
        version = _version.get()
        if version is None:
            return
        with self._lock:
            if version > self._at:
                self._things.clear()
                self._at = version
            if version == self._at:
                self._things[key] = thing
                if len(self._things) > self._most:
                    self._things.popitem(last=False)

    def __len__(self) -> int:
        return len(self._things)
