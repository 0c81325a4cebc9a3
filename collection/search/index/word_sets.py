"""The works that have a word, as bitmaps: frequent words are kept with the facet index, others asked for and kept in memory.

A set is never older than the bitmaps it lies beside, so that the works that changed since, which every worker knows,
are all that can be wrong in it: their documents are read (collection.search.index.current).
"""

from __future__ import annotations

from django.db import connection
from pyroaring import BitMap

from collection.models import WordSet
from collection.models.search_document import Facts, Names
from collection.search.index.kept import KeptSets
from collection.search.index.keys import bitmap_of, bytes_of

ALL, NAMES, FACTS = "all", "names", "facts"  # parts of a document
_COLUMNS = {
    ALL: "words",
    NAMES: Names.template % {"expressions": "words"},
    FACTS: Facts.template % {"expressions": "words"},
}
FEW = 2000  # works whose documents are rather read than all works that have a word
LONGEST_CLAUSE = WordSet._meta.get_field("clause").max_length


def works_with(
    part: str, clause: str, kept: KeptSets, changed: BitMap, within: BitMap | None = None
) -> BitMap:
    """The works whose documents answer the clause in that part of them, as of now. Two queries at most.

    Of a few works `within` which it is enough to know, the documents are read where no set is kept.
    """
    found = kept.get(part, clause)
    if found is None and within is not None and len(within) <= FEW:
        return documents_with(part, clause, within)
    if found is None:
        found = _stored(part, clause)
        kept.put(part, clause, found)
    return (found - changed) | documents_with(part, clause, changed) if changed else found


def _stored(part: str, clause: str) -> BitMap:
    row = WordSet.objects.filter(part=part, clause=clause).values_list("works", flat=True).first()
    return documents_with(part, clause) if row is None else BitMap.deserialize(bytes(row))


def documents_with(part: str, clause: str, within: BitMap | None = None) -> BitMap:
    """The works whose documents answer, by the tables: all, or those of a few. One query."""
    where, params = f"{_COLUMNS[part]} @@ %s::tsquery", [clause]
    if within is not None:
        # Not by the index of words: a frequent one has more works there than are asked of.
        where, params = f"artwork_id = ANY(%s) AND ({where}) IS TRUE", [list(within), clause]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {bytes_of('artwork_id')} FROM collection_searchdocument WHERE {where}",  # noqa: S608
            params,
        )
        return bitmap_of(cursor.fetchone()[0])
