"""The museum's own record as it came: every field, word for word, for whoever checks what was read in it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from collection.models.artwork import Artwork
from collection.models.revision import child_revisions


class SourceRecord(models.Model):
    """One record of a museum's export. Not public: it can hold places in the store, prices and notes.

    No history of its own: the ledger of imports keeps what stood before, to undo it with.
    """

    artwork = models.OneToOneField(Artwork, models.CASCADE, related_name="source_record")
    fields = models.JSONField(
        _("fields"), default=dict
    )  # names and values as in the file, empty ones left out
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        verbose_name = _("record in the source")
        verbose_name_plural = _("records in the source")
        triggers = child_revisions("collection_artwork", "artwork_id")

    def __str__(self) -> str:
        return str(self.artwork_id)
