"""What the checks find in the provenance of a work, kept by code: a museum's work list reads no record to count it."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Exists, F, OuterRef

from collection.models.artwork import Artwork


class ProvenanceFindings(models.Model):
    """One work at one revision; whoever raises the revision makes it stale. Sentences are written when they are read,
    in the reader's language."""

    artwork = models.OneToOneField(
        Artwork, models.CASCADE, primary_key=True, related_name="provenance_findings"
    )
    codes = ArrayField(models.CharField(max_length=20), default=list)  # one for each finding, repeated
    count = models.PositiveIntegerField(default=0)
    revision = models.PositiveIntegerField()

    class Meta:
        indexes = [GinIndex(fields=["codes"], name="provenancefindings_codes")]

    def __str__(self) -> str:
        return f"{self.artwork_id}: {', '.join(self.codes)}"


def not_looked_at() -> Exists:
    """Of an artwork: that nobody has looked at its provenance since it was changed."""
    seen = ProvenanceFindings.objects.filter(artwork=OuterRef("pk"), revision=F("artwork__revision"))
    return ~Exists(seen)
