"""A virtual exhibition, and who makes it."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from collection.models import Artwork
from collection.models.revision import child_revisions, root_revision
from exhibitions.enums import CURATING, CuratorRole, ExhibitionStatus, Scheme
from members.enums import Role
from members.history import track
from members.languages import LanguageMapField, check_language_tags, text_in
from members.models import Identified, Museum, Slugged, User

REGION = r"^pct:\d{1,3}(\.\d{1,2})?(,\d{1,3}(\.\d{1,2})?){3}$"  # IIIF Image 3, in parts of the whole


def english() -> list[str]:
    """The languages of a new exhibition."""
    return ["en"]


class ExhibitionQuerySet(models.QuerySet["Exhibition"]):
    """Questions about exhibitions."""

    def open(self, at: datetime.datetime | None = None) -> ExhibitionQuerySet:
        """Published, and the clock says so too: no timer has to run for a show to open or close."""
        now = at or timezone.now()
        return self.filter(
            Q(opens_at__isnull=True) | Q(opens_at__lte=now),
            Q(closes_at__isnull=True) | Q(closes_at__gt=now),
            status=ExhibitionStatus.PUBLISHED,
            release__isnull=False,
        )

    def closed(self, at: datetime.datetime | None = None) -> ExhibitionQuerySet:
        """Was open and is over: its page goes on telling what it was, without the works."""
        shown = self.filter(status=ExhibitionStatus.PUBLISHED, release__isnull=False)
        return shown.filter(closes_at__lte=at or timezone.now())

    def begun(self, at: datetime.datetime) -> ExhibitionQuerySet:
        """What has an address: open, closed since, or withdrawn after it was published."""
        opened = Q(opens_at__isnull=True) | Q(opens_at__lte=at)
        shown = Q(opened, status=ExhibitionStatus.PUBLISHED, release__isnull=False)
        return self.filter(shown | Q(status=ExhibitionStatus.WITHDRAWN)).select_related("release")

    def curated_by(self, user: User) -> ExhibitionQuerySet:
        return self.filter(curators=user)

    def showing(self, artwork: Artwork) -> ExhibitionQuerySet:
        """Exhibitions that show this work now, with consent."""
        from exhibitions.models.loan import Loan  # which points here

        lent = Loan.objects.shown().filter(artwork=artwork)
        hung = self.open().filter(release__release_works__artwork=artwork)
        return hung.filter(pk__in=lent.values("exhibition")).select_related("release")


@track(exclude=["revision"])
class Exhibition(Identified, Slugged):
    """One exhibition, put together by curators of several museums."""

    titles = LanguageMapField(_("title"), blank=False)
    subtitles = LanguageMapField(_("subtitle"))
    summary = LanguageMapField(
        _("summary"), help_text=_("One or two sentences for posters and search engines.")
    )
    introduction = LanguageMapField(_("introduction"))
    theme = LanguageMapField(_("theme"), help_text=_("What holds the works together, in a few words."))
    languages = ArrayField(
        models.CharField(max_length=35),
        verbose_name=_("languages"),
        default=english,
        validators=[check_language_tags],
        help_text=_("The languages in which all of it shall be read; the checklist asks for each of them."),
    )
    scheme = models.CharField(_("colours"), max_length=10, choices=Scheme, default=Scheme.PAPER)
    curators = models.ManyToManyField(User, through="ExhibitionCurator", related_name="exhibitions")
    organisers = models.ManyToManyField(
        Museum, through="ExhibitionMuseum", related_name="exhibitions", verbose_name=_("museums")
    )
    cover = models.ForeignKey(
        Artwork, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("cover work")
    )
    cover_detail = models.CharField(
        _("detail on the cover"), max_length=40, blank=True, validators=[RegexValidator(REGION)]
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
    withdrawal_reason = models.CharField(max_length=300, blank=True, editable=False)
    release = models.ForeignKey(
        "Release", models.PROTECT, null=True, editable=False, related_name="+"
    )  # what the public sees: the latest
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
            models.CheckConstraint(condition=Q(scheme__in=Scheme.values), name="exhibition_scheme_is_known"),
            models.CheckConstraint(
                condition=Q(cover_detail="") | Q(cover_detail__regex=REGION),
                name="exhibition_cover_detail_is_a_region",
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
            models.CheckConstraint(
                condition=~Q(status=ExhibitionStatus.WITHDRAWN) | ~Q(withdrawal_reason=""),
                name="exhibition_withdrawn_says_why",
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

    @property
    def is_over(self) -> bool:
        """Published once, and closed by the clock."""
        return (
            self.status == ExhibitionStatus.PUBLISHED
            and self.closes_at is not None
            and self.closes_at <= timezone.now()
        )

    def role_of(self, user: User) -> str:
        """The part that `user` has in it; empty for none."""
        return self.exhibition_curators.filter(user=user).values_list("role", flat=True).first() or ""

    def is_curated_by(self, user: User) -> bool:
        return self.role_of(user) in CURATING

    def is_led_by(self, user: User) -> bool:
        return self.role_of(user) == CuratorRole.LEAD

    @property
    def has_lead(self) -> bool:
        """One who may still work: signs in, and is a curator of the network."""
        return self.exhibition_curators.filter(
            role=CuratorRole.LEAD, user__is_active=True, user__memberships__role=Role.CURATOR
        ).exists()

    def get_absolute_url(self) -> str:
        from django.urls import reverse

        return reverse("exhibition", args=[self.slug])


PARTS = child_revisions("exhibitions_exhibition", "exhibition_id")


@track()
class ExhibitionCurator(models.Model):
    """A person's part in an exhibition."""

    exhibition = models.ForeignKey(Exhibition, models.CASCADE, related_name="exhibition_curators")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="exhibition_curators")
    role = models.CharField(_("role"), max_length=16, choices=CuratorRole, default=CuratorRole.LEAD)
    sections = models.ManyToManyField(
        "Section", through="SectionAuthor", related_name="authors", verbose_name=_("sections")
    )

    class Meta:
        verbose_name = _("curator")
        verbose_name_plural = _("curators")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=CuratorRole.values), name="exhibitioncurator_role_is_known"
            ),
            models.UniqueConstraint(fields=["exhibition", "user"], name="exhibitioncurator_stands_once"),
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
