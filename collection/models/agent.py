"""Persons, workshops and organisations (CIDOC CRM E39 Actor)."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from collection.enums import AgentKind
from collection.models.term import Term, merged_names_its_target
from members.history import track
from members.models import Identified


@track()
class Agent(Identified, Term):
    """One actor; years are astronomical."""

    slug = models.SlugField(_("address"), max_length=120, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=AgentKind, default=AgentKind.PERSON)
    display_dates = models.CharField(_("life dates in words"), max_length=120, blank=True)
    earliest_year = models.IntegerField(_("born or begun"), null=True, blank=True)
    latest_year = models.IntegerField(_("died or ended"), null=True, blank=True)
    ulan = models.CharField("ULAN", max_length=9, blank=True, validators=[RegexValidator(r"^500\d{6}$")])
    wikidata = models.CharField(
        "Wikidata", max_length=16, blank=True, validators=[RegexValidator(r"^Q[1-9]\d*$")]
    )

    class Meta:
        verbose_name = _("maker or other actor")
        verbose_name_plural = _("makers and other actors")
        ordering = ["sort_name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(latest_year__isnull=True)
                | models.Q(earliest_year__isnull=True)
                | models.Q(earliest_year__lte=models.F("latest_year")),
                name="agent_ends_after_it_begins",
            ),
            merged_names_its_target("agent"),
        ]
