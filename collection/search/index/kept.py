"""Sets of works that a worker has asked for, as many as there is room for. Pure."""

from __future__ import annotations

import threading
from collections import OrderedDict

from pyroaring import BitMap

MOST_KEPT = 24 << 20  # bytes


class KeptSets:
    """The sets that a worker has asked for since it took this generation of the index; the least used are let go."""

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._sets: OrderedDict[tuple[str, str], tuple[BitMap, int]] = OrderedDict()
        self._lock = threading.Lock()
        self._most, self.bytes = most, 0

    def get(self, part: str, clause: str) -> BitMap | None:
        with self._lock:
            found = self._sets.get((part, clause))
            if found is None:
                return None
            self._sets.move_to_end((part, clause))
            return found[0]

    def put(self, part: str, clause: str, works: BitMap) -> None:
        size = len(works.serialize()) + len(clause)
        with self._lock:
            _gone, before = self._sets.pop((part, clause), (None, 0))
            self._sets[part, clause] = (works, size)
            self.bytes += size - before
            while self.bytes > self._most:
                _key, (_works, gone) = self._sets.popitem(last=False)
                self.bytes -= gone
