"""The index that this worker holds, brought up to date at every request with one small query."""

from __future__ import annotations

import threading

from django.db import connection

from collection.search.index.memory import Index
from collection.search.index.store import State, read_bitmaps, read_facts, read_state

MOST_CHANGES = (
    2000  # works read from the tables at one request; more, and SQL counts until the index is built anew
)


class Held:
    """An index and how far it has come."""

    def __init__(self) -> None:
        self.index: Index | None = None
        self.generation = 0
        self.since = 0  # every transaction before this one is in
        self.seen: dict[
            int, int
        ] = {}  # changes of later transactions that are in, and which transaction's they are

    def updated(self) -> Index | None:
        """The index, true to what this connection's transaction sees; None if there is none to be had."""
        state = read_state(self.since, self.seen, MOST_CHANGES + 1)
        if state is not None and state.generation != self.generation:
            state = self._load(state.generation)
        if state is None:
            self.__init__()  # type: ignore[misc]
            return None
        if len(state.changes) > MOST_CHANGES:
            return None
        self._take(state)
        return self.index

    def _load(self, generation: int) -> State | None:
        """Take the bitmaps of another generation."""
        self.since, self.seen = 0, {}
        self.index, self.generation = read_bitmaps(), generation
        state = read_state(0, (), MOST_CHANGES + 1)
        # Built anew at this very moment: the next request finds it.
        return state if state is not None and state.generation == generation else None

    def _take(self, state: State) -> None:
        if state.changes and self.index is not None:
            artworks = list({artwork for _xid, artwork in state.changes.values()})
            facts = read_facts(artworks)
            self.index = self.index.changed({artwork: facts.get(artwork) for artwork in artworks})
        self.seen |= {change: xid for change, (xid, _artwork) in state.changes.items()}
        if state.oldest_running > self.since:
            # What finished before need no longer be told apart: the query asks for later transactions only.
            self.since = state.oldest_running
            self.seen = {change: xid for change, xid in self.seen.items() if xid >= self.since}


_held = Held()
_lock = threading.Lock()


def current_index() -> Index | None:
    """The index as of now, or None where SQL must count.

    Within a transaction of the caller's the shared index is left alone: what is read there may never be committed.
    A change makes another index; who reads the one before is not disturbed.
    """
    if connection.in_atomic_block:
        return Held().updated()
    with _lock:
        return _held.updated()


def forget() -> None:
    """Hold nothing."""
    global _held
    with _lock:
        _held = Held()
