"""The index built anew from the tables, in one snapshot, while readers go on with the one before."""

from __future__ import annotations

import sys
from array import array
from typing import Any

from django.db import connection, transaction
from pyroaring import BitMap

from collection.models import FacetBitmap
from collection.models.artwork_queries import ArtworkQuerySet
from collection.search import facets
from collection.search.index.memory import Index
from collection.search.index.orders import Order
from collection.search.index.store import CERTAIN, INDEXED, rows_of
from collection.search.index.years import BITS, FIRST, LAST, OFFSET, Years
from collection.search.sorting import SORTED_BY_SQL, kept_orders

_LOCK = 0x46435449  # "FCTI": one builder at a time
_BATCH = 200


def rebuild() -> int:
    """Write all bitmaps anew and forget the changes they hold; returns the number of works.

    Outside a transaction of the caller's it sees one snapshot, so that what is changed meanwhile is read on top.
    """
    is_within = connection.in_atomic_block
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            if not is_within:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
            (changes_from,) = cursor.fetchone()
            index = read_all(cursor)
            _write(cursor, index, changes_from)
            return len(index.all)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])


def _write(cursor: Any, index: Index, changes_from: int) -> None:
    cursor.execute("DELETE FROM collection_facetbitmap")
    FacetBitmap.objects.bulk_create(rows_of(index), batch_size=_BATCH)
    cursor.execute("DELETE FROM collection_facetchange WHERE xid < %s", [changes_from])
    cursor.execute(
        "INSERT INTO collection_facetstate (id, generation, changes_from, built_at) VALUES (1, 1, %s, now()) "
        "ON CONFLICT (id) DO UPDATE SET generation = collection_facetstate.generation + 1, "
        "changes_from = excluded.changes_from, built_at = excluded.built_at",
        [changes_from],
    )


def read_all(cursor: Any) -> Index:
    """Every facet of every published work, from the tables: one query a facet, gathered by the server."""
    index = Index(INDEXED)
    cursor.execute(
        "SELECT string_agg(int4send(id::int), ''::bytea) FROM collection_artwork WHERE status = 'published'"
    )
    index.all = _bitmap(cursor.fetchone()[0])
    for name in INDEXED:
        sql, params = facets.INDEXED[name.removesuffix(CERTAIN)].pairs(name.endswith(CERTAIN))
        cursor.execute(
            f"SELECT p.value, string_agg(int4send(p.artwork_id::int), ''::bytea) FROM ({sql}) p "  # noqa: S608
            "JOIN collection_artwork a ON a.id = p.artwork_id AND a.status = 'published' GROUP BY p.value",
            params,
        )
        index.facets[name] = {value: _bitmap(works) for value, works in cursor.fetchall()}
    index.earliest = _years(cursor, "earliest_year")
    index.latest = _years(cursor, "latest_year")
    if len(index.all) > SORTED_BY_SQL:
        index.orders = {name: _order(cursor, works) for name, works in kept_orders().items()}
    return index


def _order(cursor: Any, works: ArtworkQuerySet) -> Order:
    sql, params = works.values_list("pk", flat=True).query.sql_with_params()
    cursor.execute(f"SELECT string_agg(int4send(x.id::int), ''::bytea) FROM ({sql}) x (id)", params)  # noqa: S608
    return Order(_keys(cursor.fetchone()[0]))


def _years(cursor: Any, column: str) -> Years:
    number = f"(least(greatest({column}, {FIRST}), {LAST}) + {OFFSET})"
    slices = ", ".join(
        f"string_agg(int4send(id::int), ''::bytea) FILTER (WHERE {number} >> {BITS - 1 - bit} & 1 = 1)"
        for bit in range(BITS)
    )
    cursor.execute(
        f"SELECT string_agg(int4send(id::int), ''::bytea), {slices} FROM collection_artwork "  # noqa: S608
        f"WHERE status = 'published' AND {column} IS NOT NULL"
    )
    return Years.of_parts([_bitmap(works) for works in cursor.fetchone()])


def _bitmap(keys: bytes | memoryview | None) -> BitMap:
    return BitMap(_keys(keys))


def _keys(keys: bytes | memoryview | None) -> array[int]:
    """Primary keys as the server sends whole numbers: four bytes each, the highest first."""
    numbers = array("I")
    numbers.frombytes(bytes(keys or b""))
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers
