"""The works that have a word, as bitmaps: frequent words are kept with the facet index, others asked for and kept in memory.

A set is never older than the bitmaps it lies beside, so that the works that changed since, which every worker knows,
are all that can be wrong in it: their documents are read (collection.search.index.current).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from django.db import connection
from pyroaring import BitMap

from collection.models import WordSet
from collection.models.search_document import Facts, Names
from collection.search.index.kept import KeptSets
from collection.search.index.keys import bitmap_of, bytes_of

Key = tuple[str, str]  # part of a document, clause
ALL, NAMES, FACTS = "all", "names", "facts"  # parts of a document
_COLUMNS = {
    ALL: "words",
    NAMES: Names.template % {"expressions": "words"},
    FACTS: Facts.template % {"expressions": "words"},
}
FEW = 2000  # works whose documents are rather read than all works that have a word
LONGEST_CLAUSE = WordSet._meta.get_field("clause").max_length


class WordSets:
    """The sets that one question asks for, as of now: what is known beforehand is read at once, by two queries."""

    def __init__(self, kept: KeptSets, changed: BitMap) -> None:
        self._kept, self._changed = kept, changed
        self._sets: dict[Key, BitMap | None] = {}  # as old as the bitmaps; None: not stored
        self._now: dict[Key, BitMap] = {}  # of the works that changed since

    def read(self, keys: Iterable[Key]) -> None:
        """Read what is stored of these words, and which of the works that changed have them."""
        wanted = [key for key in dict.fromkeys(keys) if key not in self._sets]
        self._sets.update((key, self._kept.get(*key)) for key in wanted)
        if unknown := [key for key in wanted if self._sets[key] is None]:
            for key, found in _stored(unknown):
                self._sets[key] = found
                self._kept.put(*key, found)
        if wanted and self._changed:
            self._now.update(answers(wanted, self._changed))

    def works(self, key: Key, within: BitMap | None = None) -> BitMap:
        """The works whose documents answer the clause in that part of them.

        Of a few works `within` which it is enough to know, the documents are read where no set is kept.
        """
        self.read([key])
        found = self._sets[key]
        if found is None and within is not None and len(within) <= FEW:
            return answers([key], within)[key]
        if found is None:
            found = self._sets[key] = documents_with(*key)
            self._kept.put(*key, found)
        return (found - self._changed) | self._now[key] if self._changed else found


def _stored(keys: Sequence[Key]) -> Iterator[tuple[Key, BitMap]]:
    parts, clauses = zip(*keys, strict=True)
    found = WordSet.objects.filter(part__in=parts, clause__in=clauses).values_list("part", "clause", "works")
    wanted = set(keys)
    for part, clause, works in found:
        if (part, clause) in wanted:
            yield (part, clause), BitMap.deserialize(bytes(works))


def answers(keys: Sequence[Key], within: BitMap) -> dict[Key, BitMap]:
    """Which of these few works answer each of the clauses, by their documents. One query."""
    columns = ", ".join(
        f"{bytes_of('artwork_id')} FILTER (WHERE {_COLUMNS[part]} @@ %s::tsquery)" for part, _clause in keys
    )
    with connection.cursor() as cursor:
        # By their keys, not by the index of words: a frequent one has more works there than are asked of.
        cursor.execute(
            f"SELECT {columns} FROM collection_searchdocument WHERE artwork_id = ANY(%s)",  # noqa: S608
            [*(clause for _part, clause in keys), list(within)],
        )
        return dict(zip(keys, map(bitmap_of, cursor.fetchone()), strict=True))


def documents_with(part: str, clause: str) -> BitMap:
    """The works whose documents answer, by the tables. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {bytes_of('artwork_id')} FROM collection_searchdocument "  # noqa: S608
            f"WHERE {_COLUMNS[part]} @@ %s::tsquery",
            [clause],
        )
        return bitmap_of(cursor.fetchone()[0])
