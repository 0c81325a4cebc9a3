"""What goes on in the studio: what changed, who is there, what is said, whom a preview was lent to."""

from __future__ import annotations

import datetime
import hashlib
import secrets

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from exhibitions.enums import NoticeOf
from exhibitions.models.exhibition import Exhibition
from exhibitions.models.loan import Loan
from exhibitions.models.room import Block

HERE_SECONDS = 30  # who has not been heard of for so long has left


class Change(models.Model):
    """One change to an exhibition, for those who work on it with others. Each is drawn behind the exhibition's lock, so
    that the order of ids is the order of commits."""

    exhibition = models.ForeignKey(Exhibition, models.CASCADE, related_name="changes")
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    verb = models.CharField(max_length=32)
    noun = models.CharField(max_length=32)
    thing = models.BigIntegerField(null=True)
    revision = models.PositiveIntegerField(null=True)

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["pk"]
        indexes = [models.Index(fields=["exhibition", "id"], name="change_of_exhibition")]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"{self.verb} {self.noun} {self.thing or ''}"


class PresenceQuerySet(models.QuerySet["Presence"]):
    """Questions about who is there."""

    def now(self, at: datetime.datetime | None = None) -> PresenceQuerySet:
        return self.filter(
            seen_at__gt=(at or timezone.now()) - datetime.timedelta(seconds=HERE_SECONDS),
            user__is_active=True,
        )


class Presence(models.Model):
    """Somebody has the exhibition open in the studio; `block` is where they write."""

    exhibition = models.ForeignKey(Exhibition, models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    block = models.BigIntegerField(null=True)
    seen_at = models.DateTimeField(default=timezone.now)

    objects = PresenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["exhibition", "user"], name="presence_stands_once")]

    def __str__(self) -> str:
        return f"{self.user_id} in {self.exhibition_id}"


class Comment(models.Model):
    """Something said about a block by those who make the exhibition; never public. A reply has a parent."""

    block = models.ForeignKey(Block, models.CASCADE, related_name="comments")
    parent = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="replies")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    text = models.TextField(max_length=4000)
    resolved_at = models.DateTimeField(null=True, editable=False)
    resolved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(resolved_at__isnull=True, resolved_by__isnull=True)
                | Q(resolved_at__isnull=False, resolved_by__isnull=False),
                name="comment_resolved_says_who",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="comment_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.by_id} on {self.block_id}"


class PreviewLink(models.Model):
    """A secret address of the working arrangement, for one outsider; only the hash of the secret is kept."""

    exhibition = models.ForeignKey(Exhibition, models.CASCADE, related_name="preview_links")
    label = models.CharField(_("for whom"), max_length=200, blank=True)
    secret_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("expires"))
    revoked_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(secret_sha256__regex=r"^[0-9a-f]{64}$"),  # noqa: S106  a hash
                name="previewlink_keeps_a_hash",
            ),
        ]

    def __str__(self) -> str:
        return self.label or str(self.pk)

    @staticmethod
    def hashed(secret: str) -> str:
        return hashlib.sha256(secret.encode()).hexdigest()

    def draw_secret(self) -> str:
        """Set a new secret and return it; it is not kept anywhere."""
        secret = secrets.token_urlsafe(32)
        self.secret_sha256 = self.hashed(secret)
        return secret

    @property
    def is_open(self) -> bool:
        return self.revoked_at is None and self.expires_at > timezone.now()


class Notice(models.Model):
    """Somebody is told of something on the site; the e-mail says the same."""

    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    at = models.DateTimeField(auto_now_add=True)
    kind = models.CharField(max_length=16, choices=NoticeOf)
    exhibition = models.ForeignKey(Exhibition, models.CASCADE, related_name="+")
    loan = models.ForeignKey(Loan, models.CASCADE, null=True, related_name="+")
    block = models.ForeignKey(Block, models.CASCADE, null=True, related_name="+")
    read_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["to"], condition=Q(read_at__isnull=True), name="notice_unread")]

    def __str__(self) -> str:
        return f"{self.to_id} {self.kind}"
