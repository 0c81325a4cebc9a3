"""The holder's consent to a showing, the steps that led to it, and consent that a museum gives beforehand."""

from __future__ import annotations

import datetime

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from collection.enums import Status
from collection.models import Artwork
from exhibitions.enums import CONSENT, LoanState, LoanVerb
from exhibitions.models.exhibition import Exhibition
from members.history import track
from members.languages import LanguageMapField, check_language_tags
from members.models import Museum

SMALLEST_SIDE = 200  # pixels: a smaller picture shows nothing


def today() -> datetime.date:
    """Loans are lent by the day in UTC, as public pages are kept: no hour of summer time moves them."""
    return timezone.now().date()


class Terms(models.Model):
    """What a museum's consent covers. Nothing said is no limit, save copies: those must be allowed."""

    period_from = models.DateField(_("from"), null=True, blank=True)
    period_until = models.DateField(_("until, that day included"), null=True, blank=True)
    largest_side = models.PositiveIntegerField(
        _("longest side of the picture, in pixels"), null=True, blank=True
    )
    languages = ArrayField(
        models.CharField(max_length=35),
        verbose_name=_("languages"),
        default=list,
        blank=True,
        validators=[check_language_tags],
    )
    allows_copies = models.BooleanField(_("may go into travelling copies"), default=False)

    class Meta:
        abstract = True


def terms_hold(name: str) -> list[models.CheckConstraint]:
    """What must hold of terms, for the model `name`."""
    return [
        models.CheckConstraint(
            condition=Q(period_from__isnull=True)
            | Q(period_until__isnull=True)
            | Q(period_until__gte=models.F("period_from")),
            name=f"{name}_period_is_in_order",
            violation_error_message=_("The loan would end before it begins."),
        ),
        models.CheckConstraint(
            condition=Q(largest_side__isnull=True) | Q(largest_side__gte=SMALLEST_SIDE),
            name=f"{name}_picture_can_be_seen",
            violation_error_message=_("A picture needs at least 200 pixels on its longest side."),
        ),
    ]


class LoanQuerySet(models.QuerySet["Loan"]):
    """Questions about consent. Each asks the clock."""

    def standing(self, on: datetime.date | None = None) -> LoanQuerySet:
        day = on or today()
        return self.filter(
            Q(period_from__isnull=True) | Q(period_from__lte=day),
            Q(period_until__isnull=True) | Q(period_until__gte=day),
            state__in=CONSENT,
        )

    def shown(self, on: datetime.date | None = None) -> LoanQuerySet:
        """Those of works that a stranger may see on a wall now: consent stands, and the record is public."""
        return self.standing(on).filter(artwork__status=Status.PUBLISHED)

    def run_out(self, on: datetime.date | None = None) -> LoanQuerySet:
        """Consent whose last day is past and whose state does not say so yet."""
        return self.filter(state__in=CONSENT, period_until__lt=on or today())

    def waiting_at(self, museums: set[int]) -> LoanQuerySet:
        """What the registrars of these museums have to answer: requests, and changes to what was granted."""
        asked = Q(state=LoanState.REQUESTED) | Q(state__in=CONSENT, asked__isnull=False)
        return self.filter(asked, artwork__museum__in=museums)


@track()
class Loan(Terms):
    """The holder's consent that a work is shown; without one that stands, the work is not shown."""

    exhibition = models.ForeignKey(Exhibition, models.CASCADE, related_name="loans")
    artwork = models.ForeignKey(Artwork, models.PROTECT, related_name="loans", verbose_name=_("artwork"))
    state = models.CharField(_("state"), max_length=12, choices=LoanState, default=LoanState.STANDING)
    purpose = models.TextField(_("purpose"), max_length=2000, blank=True)
    label = LanguageMapField(_("label"))  # as the museum was asked for it
    asked = models.JSONField(null=True, editable=False)  # other terms that wait, while the present ones go on
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
            models.CheckConstraint(
                condition=Q(asked__isnull=True) | Q(state__in=CONSENT), name="loan_asks_more_of_consent_alone"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[LoanState.REFUSED, LoanState.RECALLED, LoanState.CHANGE_ASKED])
                | ~Q(reason=""),
                name="loan_no_says_why",
            ),
            *terms_hold("loan"),
        ]

    def __str__(self) -> str:
        return f"{self.artwork}: {self.get_state_display()}"

    @property
    def museum_id(self) -> int:
        return self.artwork.museum_id

    @property
    def museum(self) -> Museum:
        return self.artwork.museum

    @property
    def has_begun(self) -> bool:
        return self.period_from is None or self.period_from <= today()

    @property
    def is_over(self) -> bool:
        return self.period_until is not None and self.period_until < today()

    @property
    def stands(self) -> bool:
        """Consent that holds today."""
        return self.state in CONSENT and self.has_begun and not self.is_over


class LoanStep(models.Model):
    """What was asked and answered, with the terms as they were then. Append-only; no loan forgets how it came about."""

    loan = models.ForeignKey(Loan, models.PROTECT, related_name="steps")
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    verb = models.CharField(max_length=12, choices=LoanVerb)
    note = models.TextField(blank=True)
    terms = models.JSONField()

    class Meta:
        verbose_name = _("step of a loan")
        verbose_name_plural = _("steps of loans")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(verb__in=LoanVerb.values), name="loanstep_verb_is_known")
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.loan_id} {self.verb}"


class StandingConsentQuerySet(models.QuerySet["StandingConsent"]):
    """Questions about consent given beforehand."""

    def in_force(self, on: datetime.date | None = None) -> StandingConsentQuerySet:
        day = on or today()
        return self.filter(
            Q(period_from__isnull=True) | Q(period_from__lte=day),
            Q(period_until__isnull=True) | Q(period_until__gte=day),
            ended_at=None,
        )

    def for_exhibition(self, exhibition: Exhibition) -> StandingConsentQuerySet:
        """Those that cover it; what was given for it alone comes before what was given to all."""
        found = self.filter(Q(exhibition=exhibition) | Q(exhibition=None))
        return found.order_by(models.F("exhibition").asc(nulls_last=True), "pk")


@track()
class StandingConsent(Terms):
    """A museum lets its published works be shown without being asked each time: in one exhibition, or in all."""

    museum = models.ForeignKey(Museum, models.PROTECT, related_name="standing_consents")
    exhibition = models.ForeignKey(
        Exhibition, models.CASCADE, null=True, blank=True, related_name="standing_consents"
    )
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    given_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = StandingConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("standing consent")
        verbose_name_plural = _("standing consents")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["museum", "exhibition"],
                condition=Q(ended_at__isnull=True),
                nulls_distinct=False,
                name="standingconsent_is_given_once",
            ),
            *terms_hold("standingconsent"),
        ]

    def __str__(self) -> str:
        return f"{self.museum}: {self.exhibition or '*'}"
