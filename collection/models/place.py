"""Places where works were made or found."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from collection.enums import PlacePrecision
from collection.models.term import Term, merged_names_its_target
from members.history import track
from members.models import Identified


@track()
class Place(Identified, Term):
    """A town, site or wider area with a point to draw it at; the open sea has no country."""

    slug = models.SlugField(_("address"), max_length=120)
    country = models.CharField(
        _("country of today"), max_length=2, blank=True, validators=[RegexValidator(r"^[A-Z]{2}$")]
    )
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    precision = models.CharField(
        _("precision"), max_length=8, choices=PlacePrecision, default=PlacePrecision.CITY
    )
    earliest_year = models.IntegerField(
        _("founded, or so named since"), null=True, blank=True, help_text=_("Year; -499 is 500 BCE.")
    )
    latest_year = models.IntegerField(_("so named until"), null=True, blank=True)
    broader = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="narrower", verbose_name=_("lies in")
    )
    geonames = models.CharField("GeoNames", max_length=12, blank=True, validators=[RegexValidator(r"^\d+$")])
    tgn = models.CharField("TGN", max_length=12, blank=True, validators=[RegexValidator(r"^\d+$")])

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["sort_name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["slug", "country"], name="place_slug_is_unique_within_its_country"
            ),
            models.CheckConstraint(
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                name="place_point_is_on_earth",
            ),
            models.CheckConstraint(
                condition=models.Q(latest_year__isnull=True)
                | models.Q(earliest_year__isnull=True)
                | models.Q(earliest_year__lte=models.F("latest_year")),
                name="place_ends_after_it_begins",
            ),
            merged_names_its_target("place"),
        ]
