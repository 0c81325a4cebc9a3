"""A result as the index has it: its works, and the counts of every facet. Asks the database for nothing."""

from __future__ import annotations

from functools import cached_property

from pyroaring import BitMap

from collection.search.facets import FACETS
from collection.search.index.memory import Counted, Index, narrowed
from collection.search.index.store import CERTAIN


class Found:
    """The works of `base` that lie under the chosen values."""

    def __init__(
        self,
        index: Index,
        base: BitMap,
        chosen: dict[str, list[str]],
        *,
        every: frozenset[str],
        certain: bool,
    ) -> None:
        """`base` is what words and years leave; in the facets `every` a work must stand under all chosen values."""
        self.index, self._base, self._certain = index, base, certain
        self._parts = {
            name: (index.all_of if name in every else index.any_of)(self._indexed(name), values)
            for name, values in chosen.items()
        }
        self._every = every

    def _indexed(self, name: str) -> str:
        return name + CERTAIN if self._certain and FACETS[name].is_in_time else name

    @cached_property
    def works(self) -> BitMap:
        """The primary keys of the result."""
        return narrowed(self._base, self._parts)

    @property
    def count(self) -> int:
        return len(self.works)

    @cached_property
    def counted(self) -> Counted:
        """The result, ready to be counted under any facet."""
        return self.index.counted(self.works)

    def counts(self) -> dict[str, dict[str, int]]:
        """facet → value → count. A facet that is chosen from is counted over the result without that choice."""
        found = {}
        for name in FACETS:
            if name in self._parts:
                result = self.index.counted(narrowed(self._base, self._parts, without=name))
            else:
                result = self.counted
            found[name] = self.index.counts(self._indexed(name), result)
        return found
