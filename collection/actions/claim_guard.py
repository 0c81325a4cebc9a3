"""While a claim to a work is open, its published provenance changes only with a word why."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from collection.actions.refusal import Refused
from collection.exports.proof import drift_of
from collection.exports.record import public_record
from collection.models import Artwork, ArtworkVersion, Claim

GUARDED = frozenset({"provenance", "provenance_text"})


def demand_reason(works: Sequence[Artwork], note: str) -> None:
    """Raise Refused where a claimed work is about to be published with another provenance and without a note."""
    if note.strip():
        return
    claimed = set(Claim.objects.open().filter(artwork__in=works).values_list("artwork", flat=True))
    if not claimed:
        return
    last = {
        version.artwork_id: version.document
        for version in ArtworkVersion.objects.filter(artwork__in=claimed)
        .order_by("artwork_id", "-number")
        .distinct("artwork_id")
    }
    for work in Artwork.objects.with_record().filter(pk__in=last):
        if GUARDED & set(drift_of(public_record(work), last[work.pk])):
            raise Refused(_("A claim to this work is open: say why its provenance changes."), field="note")
