"""The findings of provenance checks, reckoned anew for works that were changed."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from collection.exports.periods import called_otherwise
from collection.exports.record import public_record
from collection.models import Artwork, ProvenanceFindings
from collection.models.provenance_findings import not_looked_at
from collection.provenance.checks.beside import beside_of
from collection.provenance.checks.run import findings_of
from collection.provenance.checks.step import Finding

_BATCH = 200
# Of what is merely not said, what a museum can find out; that a step has no source is told in the record's form.
_ASKED = frozenset({"museum", "words"})
NO_PROVENANCE = "none"
EPOCH = "epoch"


def open_of(artwork: Artwork, record: dict[str, Any]) -> list[Finding]:
    """What a museum's work list says of a work `.with_record()`, the gravest first."""
    if not record["provenance"]:
        found = [Finding(NO_PROVENANCE, "missing", _("No provenance is recorded."))]
    else:
        beside = beside_of(artwork.provenance_events.all())
        found = findings_of(record, timezone.localdate().year, beside)
        found = [one for one in found if one.weight != "missing" or one.code in _ASKED]
    return [Finding(EPOCH, "error", one.sentence) for one in called_otherwise(artwork)] + found


def look_at(works: Iterable[Artwork]) -> int:
    """Reckon the findings of these works as they stand in the database now; how many there were."""
    done = 0
    keys = (work.pk for work in works)
    while batch := list(islice(keys, _BATCH)):
        standing = Artwork.objects.with_record().with_actors().filter(pk__in=batch)
        rows = [_row(work) for work in standing]
        ProvenanceFindings.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["artwork"],
            update_fields=["codes", "count", "revision"],
        )
        done += len(rows)
    return done


def look_at_changed(most: int | None = None) -> int:
    """Reckon the findings of works that were changed since; how many there were."""
    return look_at(list(Artwork.objects.filter(not_looked_at()).only("pk").order_by("pk")[:most]))


def _row(work: Artwork) -> ProvenanceFindings:
    codes = [finding.code for finding in open_of(work, public_record(work))]
    return ProvenanceFindings(artwork=work, codes=codes, count=len(codes), revision=work.revision)
