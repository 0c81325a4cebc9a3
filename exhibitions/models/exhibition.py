"""A virtual exhibition, its rooms and what hangs in them."""

from __future__ import annotations

import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from collection.models import Artwork
from collection.models.revision import child_revision, root_revision
from exhibitions.enums import BlockKind, CuratorRole, ExhibitionStatus, LoanState
from members.history import track
from members.languages import LanguageMapField, text_in
from members.models import Identified, Museum, Slugged, User


class ExhibitionQuerySet(models.QuerySet["Exhibition"]):
    """Questions about exhibitions."""

    def open(self, at: datetime.datetime | None = None) -> ExhibitionQuerySet:
        """Published, and the clock says so too: no timer has to run for a show to open or close."""
        now = at or timezone.now()
        return self.filter(
            Q(opens_at__isnull=True) | Q(opens_at__lte=now),
            Q(closes_at__isnull=True) | Q(closes_at__gt=now),
            status=ExhibitionStatus.PUBLISHED,
        )

    def curated_by(self, user: User) -> ExhibitionQuerySet:
        return self.filter(curators=user)

    def showing(self, artwork: Artwork) -> ExhibitionQuerySet:
        """Exhibitions that show this work now, with consent."""
        return (
            self.open()
            .filter(loans__in=Loan.objects.standing().filter(artwork=artwork))
            .filter(sections__blocks__block_works__artwork=artwork)
            .distinct()
        )


@track(exclude=["revision"])
class Exhibition(Identified, Slugged):
    """One exhibition, put together by curators of several museums."""

    titles = LanguageMapField(_("title"), blank=False)
    subtitles = LanguageMapField(_("subtitle"))
    summary = LanguageMapField(
        _("summary"), help_text=_("One or two sentences for posters and search engines.")
    )
    introduction = LanguageMapField(_("introduction"))
    curators = models.ManyToManyField(User, through="ExhibitionCurator", related_name="exhibitions")
    organisers = models.ManyToManyField(
        Museum, through="ExhibitionMuseum", related_name="exhibitions", verbose_name=_("museums")
    )
    cover = models.ForeignKey(
        Artwork, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("cover work")
    )
    venue = models.CharField(_("physical venue"), max_length=300, blank=True)
    venue_from = models.DateField(_("shown there from"), null=True, blank=True)
    venue_until = models.DateField(_("until"), null=True, blank=True)
    credits = LanguageMapField(_("credits and sources"))
    is_demonstration = models.BooleanField(default=False, editable=False)
    status = models.CharField(
        _("state"), max_length=10, choices=ExhibitionStatus, default=ExhibitionStatus.DRAFT, editable=False
    )
    opens_at = models.DateTimeField(
        _("opens"), null=True, blank=True, help_text=_("Empty: as soon as published.")
    )
    closes_at = models.DateTimeField(_("closes"), null=True, blank=True, help_text=_("Empty: stays open."))
    published_at = models.DateTimeField(null=True, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)

    objects = ExhibitionQuerySet.as_manager()

    class Meta:
        verbose_name = _("exhibition")
        verbose_name_plural = _("exhibitions")
        ordering = ["-published_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=ExhibitionStatus.values), name="exhibition_status_is_known"
            ),
            models.CheckConstraint(
                condition=Q(closes_at__isnull=True)
                | Q(opens_at__isnull=True)
                | Q(closes_at__gt=models.F("opens_at")),
                name="exhibition_closes_after_it_opens",
                violation_error_message=_("The exhibition would close before it opens."),
            ),
            models.CheckConstraint(
                condition=Q(venue_until__isnull=True)
                | Q(venue_from__isnull=True)
                | Q(venue_until__gte=models.F("venue_from")),
                name="exhibition_venue_dates_are_in_order",
                violation_error_message=_("The physical show would end before it begins."),
            ),
        ]
        triggers = [root_revision()]

    def __str__(self) -> str:
        return text_in(self.titles)

    @property
    def is_public(self) -> bool:
        now = timezone.now()
        return (
            self.status == ExhibitionStatus.PUBLISHED
            and (self.opens_at is None or self.opens_at <= now)
            and (self.closes_at is None or self.closes_at > now)
        )

    def is_curated_by(self, user: User) -> bool:
        return self.exhibition_curators.filter(user=user).exclude(role=CuratorRole.READER).exists()

    def get_absolute_url(self) -> str:
        from django.urls import reverse

        return reverse("exhibition", args=[self.slug])


PARTS = [child_revision("exhibitions_exhibition", "exhibition_id")]


@track()
class ExhibitionCurator(models.Model):
    """A person's part in an exhibition."""

    exhibition = models.ForeignKey(Exhibition, models.CASCADE, related_name="exhibition_curators")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="exhibition_curators")
    role = models.CharField(_("role"), max_length=12, choices=CuratorRole, default=CuratorRole.LEAD)

    class Meta:
        verbose_name = _("curator")
        verbose_name_plural = _("curators")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["exhibition", "user"], name="exhibitioncurator_stands_once")
        ]
        triggers = PARTS

    def __str__(self) -> str:
        return str(self.user)


@track()
class ExhibitionMuseum(models.Model):
    """A museum that makes the exhibition together with others."""

    exhibition = models.ForeignKey(Exhibition, models.CASCADE, related_name="exhibition_museums")
    museum = models.ForeignKey(Museum, models.CASCADE, related_name="exhibition_museums")
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("museum")
        verbose_name_plural = _("museums")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["exhibition", "museum"], name="exhibitionmuseum_stands_once")
        ]
        triggers = PARTS

    def __str__(self) -> str:
        return str(self.museum)


@track()
class Section(models.Model):
    """A room."""

    exhibition = models.ForeignKey(Exhibition, models.CASCADE, related_name="sections")
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    titles = LanguageMapField(_("title"), blank=False)
    text = LanguageMapField(_("text"))

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["order", "pk"]
        triggers = PARTS

    def __str__(self) -> str:
        return text_in(self.titles)


@track(exclude=["revision"])
class Block(models.Model):
    """Something on the wall of a room: its kind's folder in exhibitions/blocks says how it is filled and shown."""

    section = models.ForeignKey(Section, models.CASCADE, related_name="blocks")
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    kind = models.CharField(_("kind"), max_length=12, choices=BlockKind)
    title = LanguageMapField(_("heading"))
    text = LanguageMapField(
        _("text"), help_text=_("The text, the label beside the work, or the words quoted.")
    )
    attribution = models.CharField(_("who says so"), max_length=300, blank=True)
    artworks = models.ManyToManyField(Artwork, through="BlockWork", related_name="blocks")
    revision = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = _("block")
        verbose_name_plural = _("blocks")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=BlockKind.values), name="block_kind_is_known"),
            models.CheckConstraint(
                condition=~Q(kind=BlockKind.QUOTATION) | ~Q(attribution=""),
                name="block_quotation_names_its_source",
                violation_error_message=_("A quotation needs the name of the one who said it."),
            ),
        ]
        triggers = [root_revision()]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.order}"


@track()
class BlockWork(models.Model):
    """A work in a block."""

    block = models.ForeignKey(Block, models.CASCADE, related_name="block_works")
    artwork = models.ForeignKey(
        Artwork, models.PROTECT, related_name="block_works", verbose_name=_("artwork")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("work")
        verbose_name_plural = _("works")
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["block", "artwork"], name="blockwork_stands_once")]
        triggers = [child_revision("exhibitions_block", "block_id")]

    def __str__(self) -> str:
        return str(self.artwork)


class LoanQuerySet(models.QuerySet["Loan"]):
    """Questions about consent."""

    def standing(self) -> LoanQuerySet:
        return self.filter(state__in=[LoanState.OWN, LoanState.STANDING])


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
