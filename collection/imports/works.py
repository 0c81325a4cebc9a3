"""The works that are there already, found by what a row calls them."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from collection.actions.facts import PREFETCH
from collection.actions.refusal import Refused
from collection.models import Artwork
from members.models import Museum

Key = tuple[int, str, str]


class Works:
    """A row is the work with the same (museum, accession number), else (museum, source id)."""

    def __init__(self, museum: Museum | None) -> None:
        self._ids: dict[Key, int] = {}
        self._read: dict[int, Artwork] = {}
        works = Artwork.objects.all() if museum is None else Artwork.objects.for_museum(museum)
        for pk, at, number, source in works.values_list("pk", "museum", "accession_number", "source_id"):
            self._ids |= dict.fromkeys(keys_of(at, number, source), pk)

    def read_ahead(self, keys: Iterable[Key]) -> None:
        """Read the works of these keys at once, so that the rows to come need no query each."""
        wanted = {pk for key in keys if (pk := self._ids.get(key))}
        works = Artwork.objects.filter(pk__in=wanted).select_related("museum").prefetch_related(*PREFETCH)
        self._read = {work.pk: work for work in works}

    def find(self, museum: Museum, accession_number: str, source_id: str) -> Artwork | None:
        """The work, or None if it is new. Raises Refused if the two numbers belong to two works."""
        found = [self._ids.get(key) for key in keys_of(museum.pk, accession_number, source_id)]
        ids = list(dict.fromkeys(pk for pk in found if pk))
        if len(ids) > 1:
            raise Refused(
                _("Accession number %(number)s and source id %(source)s belong to two different works.")
                % {"number": accession_number, "source": source_id}
            )
        if not ids:
            return None
        if ids[0] not in self._read:
            self.read_ahead(keys_of(museum.pk, accession_number, source_id))
        return self._read.get(ids[0])


def keys_of(museum_id: int, accession_number: str, source_id: str) -> list[Key]:
    """The keys by which a work is known, the accession number first."""
    named = (("accession_number", accession_number), ("source_id", source_id))
    return [(museum_id, name, value) for name, value in named if value]
