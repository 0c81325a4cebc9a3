"""Works in an order, so that any page of any result is found without sorting the result. Pure.

An order is kept as it was when the index was built, cut into blocks; of each block it is counted how many works of the
result lie in it. Works that changed since are put in their place by who knows their keys (collection.search.listing).
"""

from __future__ import annotations

import sys
from array import array
from itertools import islice

from pyroaring import BitMap

BLOCK = 4096


class Order:
    """Primary keys of works, first to last."""

    def __init__(self, keys: array[int]) -> None:
        self._keys = keys
        self._blocks = [BitMap(keys[at : at + BLOCK]) for at in range(0, len(keys), BLOCK)]

    def slice(self, works: BitMap, first: int, count: int) -> list[int]:
        """The works of a result from place `first` on, at most `count`."""
        found: list[int] = []
        before = 0  # works of the result in the blocks passed
        for number, block in enumerate(self._blocks):
            inside = works.intersection_cardinality(block)
            if before + inside > first:
                skipped = max(0, first - before)
                found += islice(self._of_block(number, works), skipped, skipped + count - len(found))
                if len(found) == count:
                    break
            before += inside
        return found

    def _of_block(self, number: int, works: BitMap) -> list[int]:
        return [key for key in self._keys[number * BLOCK : (number + 1) * BLOCK] if key in works]

    def serialised(self) -> bytes:
        """Four bytes a key, the lowest first, on every machine."""
        keys = array("I", self._keys)
        if sys.byteorder == "big":
            keys.byteswap()
        return keys.tobytes()

    @classmethod
    def deserialised(cls, data: bytes) -> Order:
        keys = array("I")
        keys.frombytes(data)
        if sys.byteorder == "big":
            keys.byteswap()
        return cls(keys)
