"""What somebody is, where: a role in a museum or in the network. And the invitation that leads to it."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.enums import MUSEUM_ROLES, NETWORK_ROLES, Role
from members.history import track
from members.models.museum import Museum

INVITATION_DAYS = 14


def _role_fits_place() -> models.Q:
    """A museum role names its museum; a network role names none."""
    return models.Q(role__in=sorted(MUSEUM_ROLES), museum__isnull=False) | models.Q(
        role__in=sorted(NETWORK_ROLES), museum__isnull=True
    )


@track()
class Membership(models.Model):
    """One role of one person."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    museum = models.ForeignKey(
        Museum, models.CASCADE, null=True, blank=True, related_name="memberships", verbose_name=_("museum")
    )
    role = models.CharField(_("role"), max_length=16, choices=Role)
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        ordering = ["museum__sort_name", "role", "pk"]
        constraints = [
            models.CheckConstraint(condition=_role_fits_place(), name="membership_role_fits_its_place"),
            models.UniqueConstraint(
                fields=["user", "museum", "role"], nulls_distinct=False, name="membership_is_given_once"
            ),
        ]

    def __str__(self) -> str:
        where = f", {self.museum}" if self.museum_id else ""
        return f"{self.user}: {self.get_role_display()}{where}"


class Invitation(models.Model):
    """An invitation to take a role, sent by e-mail. Only the hash of its secret is kept."""

    email = models.EmailField(_("e-mail address"))
    museum = models.ForeignKey(
        Museum, models.CASCADE, null=True, blank=True, related_name="invitations", verbose_name=_("museum")
    )
    role = models.CharField(_("role"), max_length=16, choices=Role)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    invited_at = models.DateTimeField(auto_now_add=True)
    secret_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    accepted_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-invited_at"]
        constraints = [
            models.CheckConstraint(condition=_role_fits_place(), name="invitation_role_fits_its_place"),
        ]

    def __str__(self) -> str:
        return self.email

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
        expired = self.invited_at < timezone.now() - timedelta(days=INVITATION_DAYS)
        return self.accepted_at is None and not expired
