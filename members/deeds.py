"""How a deed is written: in the transaction of what it tells, and public ones in the order of commits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pghistory
from django.db import connection, transaction

from members.models import Deed, Museum, User

# One advisory lock for all public deeds: who holds it draws the next id and commits before the next one.
_PUBLIC_DEEDS_LOCK = 0x56434D  # "VCM"


@dataclass
class Telling:
    """What the deed will say; an action may still change it before the transaction ends."""

    id: int
    verb: str
    noun: str = ""
    public_id: str = ""
    museum: Museum | None = None
    note: str = ""

    def about(self, thing: Any) -> None:
        """Name the thing that the deed was done to, and its museum."""
        self.noun = thing._meta.model_name
        self.public_id = getattr(thing, "public_id", "") or str(thing.pk)
        self.museum = thing if isinstance(thing, Museum) else getattr(thing, "museum", None)


@contextmanager
def deed(
    verb: str, thing: Any = None, *, by: User | None, note: str = "", is_public: bool = False
) -> Iterator[Telling]:
    """One transaction with one deed; its id is drawn first, so that history rows can carry it.

    `by` is None only for what the clock does. Raises whatever the body raises; then nothing happened.
    """
    with transaction.atomic():
        telling = Telling(id=_draw_ids(is_public)[0], verb=verb, note=note)
        with pghistory.context(deed=telling.id, by=by.pk if by else None):
            yield telling
        if thing is not None and not telling.noun:
            telling.about(thing)
        _line(telling, by, is_public).save(force_insert=True)


@contextmanager
def deeds(
    verb: str, *, by: User | None, count: int, note: str = "", is_public: bool = False
) -> Iterator[list[Any]]:
    """One transaction with a deed for each of up to `count` things: append the things to the list that is given.

    History rows written in it carry the id of the first deed, for they are written many at a time.
    """
    with transaction.atomic():
        ids = _draw_ids(is_public, count)
        told: list[Any] = []
        with pghistory.context(deed=ids[0] if ids else None, by=by.pk if by else None):
            yield told
        lines = []
        for number, thing in zip(ids, told, strict=False):
            telling = Telling(id=number, verb=verb, note=note)
            telling.about(thing)
            lines.append(_line(telling, by, is_public))
        Deed.objects.bulk_create(lines)


def stand_in_line() -> None:
    """Wait for the lock of public deeds, before any row is locked: who takes both in the other order may
    deadlock. Holds to the end of the transaction; taken again it costs nothing."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_PUBLIC_DEEDS_LOCK])


def _line(telling: Telling, by: User | None, is_public: bool) -> Deed:
    return Deed(
        id=telling.id,
        by=by,
        verb=telling.verb,
        noun=telling.noun,
        public_id=telling.public_id,
        museum=telling.museum,
        note=telling.note,
        is_public=is_public,
    )


def _draw_ids(is_public: bool, count: int = 1) -> list[int]:
    if is_public:
        stand_in_line()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('members_deed', 'id')) FROM generate_series(1, %s)",
            [count],
        )
        return [int(row[0]) for row in cursor.fetchall()]
