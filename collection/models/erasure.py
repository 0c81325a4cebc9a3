"""The ledger of erasures by law: what was erased where, without the words, so that a restored backup can be rid of them again."""

from __future__ import annotations

from django.db import models


class Erasure(models.Model):
    """One erasure. `words` and `exact` are keyed hashes with their length (collection.actions.erasure_ledger)."""

    public_id = models.CharField(max_length=20)
    target = models.CharField(max_length=60, blank=True)
    instead = models.CharField(max_length=2000, blank=True)
    words = models.JSONField(default=list)
    exact = models.JSONField(default=list)
    note = models.CharField(max_length=2000)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.public_id} {self.target}"
