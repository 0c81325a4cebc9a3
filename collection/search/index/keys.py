"""Many primary keys in one value, as the server gathers them: four bytes each, the highest first."""

from __future__ import annotations

import sys
from array import array

from pyroaring import BitMap


def bytes_of(column: str) -> str:
    """SQL that gathers the keys of all rows."""
    return f"string_agg(int4send({column}::int), ''::bytea)"


def keys_of(data: bytes | memoryview | None) -> array[int]:
    """The keys in their order; none for null."""
    numbers = array("I")
    numbers.frombytes(bytes(data or b""))
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def bitmap_of(data: bytes | memoryview | None) -> BitMap:
    return BitMap(keys_of(data))
