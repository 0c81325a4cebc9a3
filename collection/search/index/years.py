"""Years of works as bit slices: a comparison with any year costs a few bitmap operations. Pure.

O'Neil and Quass, “Improved query performance with variant indexes” (1997), § 4: bit-sliced indexes.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from pyroaring import BitMap

BITS = 18
OFFSET = 1 << (BITS - 1)  # years from −131072 to 131071; what lies beyond counts as the last of them
FIRST, LAST = -OFFSET, OFFSET - 1


class Years:
    """One year of each dated work."""

    def __init__(self) -> None:
        self.dated = BitMap()
        self.slices = [BitMap() for _bit in range(BITS)]  # the highest bit first
        self._numbers: npt.NDArray[np.int32] | None = (
            None  # the same by primary key, made when it is first asked for
        )

    def set(self, work: int, year: int | None) -> None:
        """Write the year of a work; None takes it out."""
        self.remove(work)
        if year is None:
            return
        self.dated.add(work)
        number = _number(year)
        if self._numbers is not None and work < len(self._numbers):
            self._numbers[work] = number
        else:
            self._numbers = None
        for bit, piece in enumerate(self.slices):
            if number >> (BITS - 1 - bit) & 1:
                piece.add(work)

    def remove(self, work: int) -> None:
        if work in self.dated:
            self.dated.discard(work)
            for piece in self.slices:
                piece.discard(work)

    def at_most(self, year: int) -> BitMap:
        """The works whose year is `year` or before."""
        number = _number(year)
        less, equal = BitMap(), self.dated
        for bit, piece in enumerate(self.slices):
            if number >> (BITS - 1 - bit) & 1:
                less = less | (equal - piece)
                equal = equal & piece
            else:
                equal = equal - piece
        return less | equal

    def at_least(self, year: int) -> BitMap:
        """The works whose year is `year` or after."""
        if year <= FIRST:
            return self.dated.copy()
        return self.dated - self.at_most(year - 1)

    def copy(self) -> Years:
        found = Years()
        found.dated, found.slices = self.dated.copy(), [piece.copy() for piece in self.slices]
        found._numbers = None if self._numbers is None else self._numbers.copy()
        return found

    def year_of(self, work: int) -> int | None:
        """The year of one work."""
        if work not in self.dated:
            return None
        number = 0
        for piece in self.slices:
            number = number << 1 | (work in piece)
        return number - OFFSET

    def of(self, works: npt.NDArray[np.uint32]) -> npt.NDArray[np.int32]:
        """The years of dated works, given by their primary keys."""
        if self._numbers is None:
            numbers = np.zeros(self.dated.max() + 1 if self.dated else 1, np.int32)
            for bit, piece in enumerate(self.slices):
                numbers[keys_of(piece)] |= 1 << (BITS - 1 - bit)
            self._numbers = numbers
        return self._numbers[works] - np.int32(OFFSET)

    def parts(self) -> Iterable[BitMap]:
        """For storing: the dated works, then the slices."""
        return [self.dated, *self.slices]

    @classmethod
    def of_parts(cls, parts: list[BitMap]) -> Years:
        found = cls()
        found.dated, found.slices = parts[0], parts[1:]
        return found


def keys_of(works: BitMap) -> npt.NDArray[np.uint32]:
    """The primary keys of works as an array, ascending."""
    return np.frombuffer(works.to_array(), np.uint32) if works else np.zeros(0, np.uint32)


def _number(year: int) -> int:
    return min(max(year, FIRST), LAST) + OFFSET
