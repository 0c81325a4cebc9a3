"""The index in the database: bitmaps of a generation, and what the tables say of works that changed since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.db import connection
from pyroaring import BitMap

from collection.models import FacetBitmap
from collection.search import facets
from collection.search.index.memory import Index, WorkFacts
from collection.search.index.orders import Order
from collection.search.index.years import Years

CERTAIN = "!"  # behind the name of a facet: what it says of works that are certainly dated so
INDEXED = [
    name
    for facet in facets.INDEXED.values()
    for name in (facet.name, *([facet.name + CERTAIN] if facet.is_in_time else []))
]
_AT_ONCE = 20  # bitmaps read; those of all values at once would stay in the process's memory twice over
_ALL, _EARLIEST, _LATEST, _ORDER = "*all", "*earliest", "*latest", "*order"

# One row: generation, first transaction that the bitmaps lack, the oldest still running, and the changes of transactions
# from %s on. Without a state there is no row.
_STATE = """
SELECT s.generation, pg_snapshot_xmin(pg_current_snapshot())::text::bigint, c.ids, c.xids, c.artworks
FROM collection_facetstate s, LATERAL (
    SELECT coalesce(array_agg(n.id), '{}') AS ids, coalesce(array_agg(n.xid), '{}') AS xids,
           coalesce(array_agg(n.artwork_id), '{}') AS artworks
    FROM (SELECT id, xid, artwork_id FROM collection_facetchange
          WHERE xid >= greatest(%s, s.changes_from) AND id <> ALL(%s) LIMIT %s) n
) c
"""


class State(NamedTuple):
    """What is in force, and which changes a worker has not seen: change id → (transaction, artwork id)."""

    generation: int
    oldest_running: int
    changes: dict[int, tuple[int, int]]


def read_state(since: int, seen: Iterable[int], most: int) -> State | None:
    """One query. `since` and `seen` are what the worker knows: transactions before it, changes after it."""
    with connection.cursor() as cursor:
        cursor.execute(_STATE, [since, list(seen), most])
        row = cursor.fetchone()
    if row is None:
        return None
    generation, oldest_running, ids, xids, artworks = row
    return State(generation, oldest_running, dict(zip(ids, zip(xids, artworks, strict=True), strict=True)))


def read_bitmaps() -> Index:
    """The index as it was built. One query."""
    index = Index(INDEXED)
    years: dict[str, dict[int, BitMap]] = {_EARLIEST: {}, _LATEST: {}}
    for facet, value, data in FacetBitmap.objects.values_list("facet", "value", "bitmap").iterator(_AT_ONCE):
        if facet == _ORDER:
            index.orders[value] = Order.deserialised(bytes(data))
            continue
        works = BitMap.deserialize(bytes(data))
        if facet in years:
            years[facet][int(value)] = works
        elif facet == _ALL:
            index.all = works
        elif facet in index.facets:
            index.facets[facet][value] = works
    for name, parts in years.items():
        if parts:
            setattr(index, name[1:], Years.of_parts([parts[number] for number in sorted(parts)]))
    return index


def rows_of(index: Index) -> Iterator[FacetBitmap]:
    """The index as rows, optimised for size."""
    for facet, values in index.facets.items():
        for value, works in values.items():
            yield _row(facet, value, works)
    yield _row(_ALL, "", index.all)
    for name, years in ((_EARLIEST, index.earliest), (_LATEST, index.latest)):
        for number, works in enumerate(years.parts()):
            yield _row(name, str(number), works)

    for name, order in index.orders.items():
        yield FacetBitmap(facet=_ORDER, value=name, bitmap=order.serialised())


def _row(facet: str, value: str, works: BitMap) -> FacetBitmap:
    works.run_optimize()
    return FacetBitmap(facet=facet, value=value, bitmap=works.serialize())


def read_facts(artworks: list[int]) -> dict[int, WorkFacts]:
    """What the tables say of those of the works that are published. Two queries."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, earliest_year, latest_year FROM collection_artwork WHERE id = ANY(%s) AND status = 'published'",
            [artworks],
        )
        found = {key: WorkFacts(set(), earliest, latest) for key, earliest, latest in cursor.fetchall()}
        sql, params = pairs_of(list(found))
        cursor.execute(sql, params)
        for facet, artwork, value in cursor.fetchall():
            found[artwork].values.add((facet, value))
    return found


def pairs_of(artworks: list[int]) -> tuple[str, list[Any]]:
    """SQL of (facet, artwork_id, value) for these works."""
    parts, params = [], []
    for name in INDEXED:
        sql, bound = facets.INDEXED[name.removesuffix(CERTAIN)].pairs(name.endswith(CERTAIN))
        parts.append(f"SELECT '{name}', p.artwork_id, p.value FROM ({sql}) p WHERE p.artwork_id = ANY(%s)")  # noqa: S608
        params += [*bound, artworks]
    return " UNION ALL ".join(parts), params
