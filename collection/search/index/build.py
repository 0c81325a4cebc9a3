"""The index built anew from the tables, in one snapshot, while readers go on with the one before."""

from __future__ import annotations

from typing import Any

from django.db import connection, transaction

from collection.models import FacetBitmap
from collection.models.artwork_queries import ArtworkQuerySet
from collection.search import facets
from collection.search.index.frequent import write_frequent
from collection.search.index.keys import bitmap_of, bytes_of, keys_of
from collection.search.index.memory import Index
from collection.search.index.orders import Order
from collection.search.index.store import CERTAIN, INDEXED, rows_of
from collection.search.index.years import BITS, FIRST, LAST, OFFSET, Years
from collection.search.sorting import KEPT_ORDERS, kept_orders

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
            if len(index.all) > KEPT_ORDERS:
                write_frequent(cursor)
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
        f"SELECT {bytes_of('id')} FROM collection_artwork WHERE status = 'published'"  # noqa: S608
    )
    index.all = bitmap_of(cursor.fetchone()[0])
    for name in INDEXED:
        sql, params = facets.INDEXED[name.removesuffix(CERTAIN)].pairs(name.endswith(CERTAIN))
        cursor.execute(
            f"SELECT p.value, {bytes_of('p.artwork_id')} FROM ({sql}) p "  # noqa: S608
            "JOIN collection_artwork a ON a.id = p.artwork_id AND a.status = 'published' GROUP BY p.value",
            params,
        )
        index.facets[name] = {value: bitmap_of(works) for value, works in cursor.fetchall()}
    index.earliest = _years(cursor, "earliest_year")
    index.latest = _years(cursor, "latest_year")
    if len(index.all) > KEPT_ORDERS:
        index.orders = {name: _order(cursor, works) for name, works in kept_orders().items()}
    return index


def _order(cursor: Any, works: ArtworkQuerySet) -> Order:
    sql, params = works.values_list("pk", flat=True).query.sql_with_params()
    cursor.execute(f"SELECT {bytes_of('x.id')} FROM ({sql}) x (id)", params)  # noqa: S608
    return Order(keys_of(cursor.fetchone()[0]))


def _years(cursor: Any, column: str) -> Years:
    number = f"(least(greatest({column}, {FIRST}), {LAST}) + {OFFSET})"
    slices = ", ".join(
        f"{bytes_of('id')} FILTER (WHERE {number} >> {BITS - 1 - bit} & 1 = 1)" for bit in range(BITS)
    )
    cursor.execute(
        f"SELECT {bytes_of('id')}, {slices} FROM collection_artwork "  # noqa: S608
        f"WHERE status = 'published' AND {column} IS NOT NULL"
    )
    return Years.of_parts([bitmap_of(works) for works in cursor.fetchone()])
