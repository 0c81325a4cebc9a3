"""The audit line: who did what to which thing, when. Append-only."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from members.heard import CHANNEL
from members.models.museum import Museum


class DeedQuerySet(models.QuerySet["Deed"]):
    """Questions about deeds."""

    def public(self) -> DeedQuerySet:
        return self.filter(is_public=True)

    def about(self, public_id: str) -> DeedQuerySet:
        return self.filter(public_id=public_id)

    def catalogue_version(self) -> int:
        """The highest id of a public deed: changes exactly when something public changed."""
        with connection.cursor() as cursor:  # every public page asks: plain SQL costs a third of the ORM's
            cursor.execute("SELECT coalesce(max(id), 0) FROM members_deed WHERE is_public")
            version: int = cursor.fetchone()[0]
        return version


class Deed(models.Model):
    """One deed. Also the change feed and, by the highest public id, the catalogue version."""

    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="deeds")
    verb = models.CharField(max_length=32)
    noun = models.CharField(max_length=32)
    public_id = models.CharField(max_length=32, blank=True)
    museum = models.ForeignKey(Museum, models.PROTECT, null=True, related_name="deeds")
    note = models.TextField(blank=True)
    is_public = models.BooleanField(default=False)

    objects = DeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("deed")
        verbose_name_plural = _("deeds")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["public_id", "-id"], name="deed_of_a_thing"),
            models.Index(fields=["-id"], condition=models.Q(is_public=True), name="deed_public"),
            models.Index(fields=["museum", "-id"], name="deed_of_a_museum"),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="tell_of_public",
                operation=pgtrigger.Insert,
                when=pgtrigger.After,
                condition=pgtrigger.Q(new__is_public=True),
                func=f"PERFORM pg_notify('{CHANNEL}', ''); RETURN NULL;",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.noun} {self.public_id}"
