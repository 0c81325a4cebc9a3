"""A museum of the network, or a keeper of works shown in the collection."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from members.enums import NetworkStatus
from members.history import track
from members.languages import LanguageMapField, text_in
from members.models.identifier import Identified
from members.models.slug import Slugged


class MuseumQuerySet(models.QuerySet["Museum"]):
    """Questions about museums."""

    def of_network(self) -> MuseumQuerySet:
        """Members and contributors: those whose part in the network a public source states."""
        return self.filter(network_status__in=[NetworkStatus.MEMBER, NetworkStatus.CONTRIBUTOR])

    def for_user(self, user: object) -> MuseumQuerySet:
        """The museums whose staff `user` is."""
        return self.filter(pk__in=getattr(user, "museum_ids", set()))


@track(exclude=["revision"])
class Museum(Identified, Slugged):
    """Names, place, identifiers and part in the network of one museum."""

    names = LanguageMapField(
        _("names"), help_text=_("One line a language: “en: British Museum”."), blank=False
    )
    alt_labels = models.JSONField(
        _("other names"),
        default=list,
        blank=True,
        help_text=_("Other spellings and languages that people search by."),
    )  # a list of {"text", "lang"}
    sort_name = models.CharField(_("sorting name"), max_length=200, editable=False)
    city = models.CharField(_("city"), max_length=120, blank=True)
    country = models.CharField(
        _("country"),
        max_length=2,
        validators=[RegexValidator(r"^[A-Z]{2}$")],
        help_text=_("ISO code: JP, FR."),
    )
    latitude = models.FloatField(
        _("latitude"), null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.FloatField(
        _("longitude"), null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    website = models.URLField(_("website"), blank=True)
    isil = models.CharField(
        "ISIL", max_length=20, blank=True, help_text=_("International Standard Identifier for Libraries.")
    )
    wikidata = models.CharField(
        "Wikidata", max_length=16, blank=True, validators=[RegexValidator(r"^Q[1-9]\d*$")]
    )
    logo = models.ImageField(_("logo"), upload_to="logos/", blank=True)
    about = LanguageMapField(_("about the museum"))
    network_status = models.CharField(
        _("part in the network"), max_length=16, choices=NetworkStatus, default=NetworkStatus.HOLDER
    )
    status_source = models.CharField(
        _("source of that"), max_length=300, blank=True, help_text=_("The public page that says so.")
    )
    member_since = models.PositiveSmallIntegerField(_("member since"), null=True, blank=True)
    quota = models.PositiveIntegerField(
        _("quota of masterpieces"),
        default=settings.MASTERPIECE_QUOTA,
        help_text=_("Soft: an editor may grant more."),
    )
    revision = models.PositiveIntegerField(default=1, editable=False)

    objects = MuseumQuerySet.as_manager()

    class Meta:
        verbose_name = _("museum")
        verbose_name_plural = _("museums")
        ordering = ["sort_name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(country__regex=r"^[A-Z]{2}$"), name="museum_country_is_an_iso_code"
            ),
            models.CheckConstraint(
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                name="museum_point_is_on_earth",
            ),
            models.CheckConstraint(
                condition=models.Q(network_status__in=NetworkStatus.values),
                name="museum_network_status_is_known",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="raise_revision",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                condition=pgtrigger.AnyChange(exclude=["revision"]),
                func="NEW.revision = OLD.revision + 1; RETURN NEW;",
            )
        ]

    def __str__(self) -> str:
        return text_in(self.names)

    @property
    def name(self) -> str:
        return text_in(self.names)

    def save(self, *args: object, **kwargs: object) -> None:
        self.sort_name = text_in(self.names, "en")[:200]
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        from django.urls import reverse

        return reverse("museum", args=[self.slug])
