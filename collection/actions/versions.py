"""The public record frozen at every publish: what citations, releases and the hash chain point to."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max

from collection.exports.record import public_record, seal
from collection.models import Artwork, ArtworkVersion
from members.models import User


def write_version(work: Artwork, *, by: User | None, at: datetime) -> ArtworkVersion:
    """Write the next version of `work` as it stands in the database now. Call it with the row locked."""
    last = ArtworkVersion.objects.filter(artwork=work).aggregate(number=Max("number"))["number"] or 0
    record = public_record(Artwork.objects.with_record().get(pk=work.pk))
    sealed = seal(record)
    return ArtworkVersion.objects.create(
        artwork=work,
        number=last + 1,
        document=record,
        salts=sealed.salts,
        sha256=sealed.sha256,
        published_at=at,
        published_by=by,
    )
