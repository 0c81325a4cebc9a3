"""Points of works, added up bitmap by bitmap: the best of a million works cost a few hundred bitmap operations. Pure.

A sum is kept as bit slices; a bitmap with a weight is added as a binary adder does, and the best are found from the highest
slice down (O'Neil and Quass, “Improved query performance with variant indexes”, 1997, § 4).
"""

from __future__ import annotations

from itertools import islice

from pyroaring import BitMap


class Sums:
    """How many points each work has."""

    def __init__(self) -> None:
        self._slices: list[BitMap] = []  # the lowest bit first

    def add(self, works: BitMap, points: int) -> None:
        """Give each of the works so many points (none or more)."""
        for bit in range(points.bit_length()):
            if points >> bit & 1:
                self._carry(works, bit)

    def _carry(self, works: BitMap, bit: int) -> None:
        while works:
            self._slices += [BitMap() for _bit in range(len(self._slices), bit + 1)]
            before = self._slices[bit]
            self._slices[bit], works = before ^ works, before & works
            bit += 1

    def of(self, work: int) -> int:
        return sum(1 << bit for bit, piece in enumerate(self._slices) if work in piece)

    def best(self, among: BitMap, count: int) -> list[int]:
        """The `count` works with most points, those with most first; of equals the lowest key first."""
        certain, others = BitMap(), among
        for piece in reversed(self._slices):
            better = others & piece
            if len(certain) + len(better) <= count:
                certain, others = certain | better, others - piece
            else:
                others = better
        chosen = [*certain, *islice(others, max(0, count - len(certain)))]
        return sorted(chosen, key=lambda work: (-self.of(work), work))[:count]
