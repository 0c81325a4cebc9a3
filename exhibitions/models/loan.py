"""The holder's consent to a showing."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collection.enums import Status
from collection.models import Artwork
from exhibitions.enums import CONSENT, LoanState
from exhibitions.models.exhibition import PARTS, Exhibition
from members.history import track


class LoanQuerySet(models.QuerySet["Loan"]):
    """Questions about consent."""

    def standing(self) -> LoanQuerySet:
        return self.filter(state__in=CONSENT)

    def shown(self) -> LoanQuerySet:
        """Those of works that a stranger may see on a wall now: consent stands, and the record is public."""
        return self.standing().filter(artwork__status=Status.PUBLISHED)


@track()
class Loan(models.Model):
    """The holder's consent that a work is shown; without one that stands, the work is not shown."""

    exhibition = models.ForeignKey(Exhibition, models.CASCADE, related_name="loans")
    artwork = models.ForeignKey(Artwork, models.PROTECT, related_name="loans", verbose_name=_("artwork"))
    state = models.CharField(_("state"), max_length=10, choices=LoanState, default=LoanState.STANDING)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = LoanQuerySet.as_manager()

    class Meta:
        verbose_name = _("loan")
        verbose_name_plural = _("loans")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["exhibition", "artwork"], name="loan_stands_once"),
            models.CheckConstraint(condition=Q(state__in=LoanState.values), name="loan_state_is_known"),
        ]
        triggers = PARTS

    def __str__(self) -> str:
        return f"{self.artwork}: {self.get_state_display()}"

    @property
    def museum_id(self) -> Any:
        return self.artwork.museum_id
