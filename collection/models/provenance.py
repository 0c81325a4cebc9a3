"""The chain of a work's keepers, event by event (CIDOC CRM E8 Acquisition, E10 Transfer of Custody)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from collection.enums import Certainty, ProvenanceKind
from collection.models.agent import Agent
from collection.models.artwork import Artwork
from collection.models.artwork_parts import RAISES_REVISION
from collection.models.dated import Dated, dated_constraints
from collection.models.place import Place
from members.history import track
from members.languages import LanguageMapField


@track()
class ProvenanceEvent(Dated):
    """One step. `text` is what the museum wrote; the fields beside it say what we read in it."""

    artwork = models.ForeignKey(Artwork, models.CASCADE, related_name="provenance_events")
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    kind = models.CharField(_("kind"), max_length=20, choices=ProvenanceKind, default=ProvenanceKind.UNKNOWN)
    text = LanguageMapField(_("in words"), blank=False)
    party_name = models.CharField(_("to whom"), max_length=200, blank=True)
    party = models.ForeignKey(
        Agent,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="provenance_events",
        verbose_name=_("actor"),
    )
    place = models.ForeignKey(
        Place,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="provenance_events",
        verbose_name=_("where"),
    )
    certainty = models.CharField(_("certainty"), max_length=10, choices=Certainty, default=Certainty.CERTAIN)
    is_direct = models.BooleanField(
        _("directly to the next"), default=False, help_text=_("No gap between this keeper and the next.")
    )
    source = models.CharField(_("source"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("provenance event")
        verbose_name_plural = _("provenance")
        ordering = ["order", "pk"]
        constraints = dated_constraints("provenanceevent")
        triggers = RAISES_REVISION

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.display_date}"
