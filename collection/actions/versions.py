"""The public record frozen at every publish: what citations, releases and the hash chain point to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Max

from collection.exports.record import public_record, seal
from collection.models import Artwork, ArtworkVersion
from collection.provenance.history import append
from members.models import User


def write_versions(works: Sequence[Artwork], *, by: User | None, at: datetime) -> list[ArtworkVersion]:
    """Write the next version of each work as it stands in the database now, and its link in the chain. Call it behind
    `stand_in_line`, with the rows locked."""
    keys = [work.pk for work in works]
    last = dict(
        ArtworkVersion.objects.filter(artwork__in=keys)
        .order_by()
        .values_list("artwork")
        .annotate(number=Max("number"))
    )
    standing = Artwork.objects.with_record().in_bulk(keys)
    versions = [_version(standing[key], last.get(key, 0) + 1, by, at) for key in keys]
    written = ArtworkVersion.objects.bulk_create(versions)
    append(written)
    return written


def _version(work: Artwork, number: int, by: User | None, at: datetime) -> ArtworkVersion:
    record = public_record(work)
    sealed = seal(record)
    return ArtworkVersion(
        artwork=work,
        number=number,
        document=record,
        salts=sealed.salts,
        sha256=sealed.sha256,
        published_at=at,
        published_by=by,
    )
