"""The hash chain over all published versions: one link a version, in the order in which they became public."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from collection.models.version import ArtworkVersion


class HistoryLink(models.Model):
    """One published state, and the heads of its work, its museum and the portal behind it.

    It repeats what the version says, as it was then: who changes one of the two is found by the other.
    """

    number = models.PositiveBigIntegerField(primary_key=True)  # 1, 2, 3 … without a gap
    version = models.OneToOneField(ArtworkVersion, models.PROTECT, related_name="link")
    work = models.CharField(max_length=32)  # public id
    museum = models.CharField(max_length=32)  # public id of the keeper at that time
    edition = models.PositiveIntegerField()  # number of the version
    sha256 = models.CharField(max_length=64)  # root of the version's leaves
    at = models.DateTimeField()
    work_head = models.CharField(max_length=64)
    museum_head = models.CharField(max_length=64)
    portal_head = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = _("link of the history")
        verbose_name_plural = _("links of the history")
        ordering = ["number"]
        indexes = [
            models.Index(fields=["work", "number"], name="historylink_of_a_work"),
            models.Index(fields=["museum", "number"], name="historylink_of_a_museum"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["work", "edition"], name="historylink_of_a_version_is_one"),
            models.CheckConstraint(
                condition=models.Q(
                    sha256__regex=r"^[0-9a-f]{64}$",
                    work_head__regex=r"^[0-9a-f]{64}$",
                    museum_head__regex=r"^[0-9a-f]{64}$",
                    portal_head__regex=r"^[0-9a-f]{64}$",
                ),
                name="historylink_has_its_hashes",
            ),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.number}: {self.work} v{self.edition}"
