"""How a change in the studio is made: one transaction, one deed, one line for those who work on it too."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.utils.translation import gettext as _

from collection.actions.refusal import Refused
from exhibitions.models import Change, Exhibition
from members.deeds import deed
from members.models import User


class Outdated(Refused):
    """Somebody saved the same thing first. `stored` is what stands in the database; nothing was written."""

    def __init__(self, stored: Any) -> None:
        self.stored = stored
        super().__init__(_("Somebody saved this while you wrote. Nothing is lost: both versions are here."))


def demand_fresh(stored: Any, base: int | None) -> None:
    """Raise Outdated unless the writer had seen `stored` as it is."""
    if base != stored.revision:
        raise Outdated(stored)


@contextmanager
def changing(
    exhibition: Exhibition, verb: str, *, by: User | None, note: str = "", is_public: bool = False
) -> Iterator[Change]:
    """Do something to an exhibition or a part of it; say in the block which thing by `about`.

    The row of the exhibition is locked: what is done to one exhibition is done one after the other.
    """
    with deed(verb, exhibition, by=by, note=note, is_public=is_public):
        Exhibition.objects.select_for_update().only("pk").get(pk=exhibition.pk)
        change = Change(exhibition=exhibition, verb=verb, noun="exhibition", by=by)
        yield change
        change.save(force_insert=True)


def about(change: Change, thing: Any) -> None:
    """Name the thing that changed, with its revision after the change."""
    change.noun = thing._meta.model_name
    change.thing = thing.pk
    if hasattr(thing, "revision"):
        thing.refresh_from_db(fields=["revision"])
        change.revision = thing.revision
