"""The chain of a work's keepers, event by event (CIDOC CRM E8 Acquisition, E10 Transfer of Custody).

What only the museum may see is another table: no public query, history or export can find it by oversight.
"""

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


def _agent(label: str, side: str) -> models.ForeignKey[Agent | None, Agent | None]:
    return models.ForeignKey(
        Agent, models.PROTECT, null=True, blank=True, related_name=f"%(class)s_{side}", verbose_name=label
    )


class ProvenanceStep(Dated):
    """One step. `text` is what the museum wrote; the fields beside it say what we read in it."""

    order = models.PositiveSmallIntegerField(_("order"), default=0)
    kind = models.CharField(_("kind"), max_length=20, choices=ProvenanceKind, default=ProvenanceKind.UNKNOWN)
    text = LanguageMapField(_("in words"), blank=False)
    party_name = models.CharField(_("to whom"), max_length=200, blank=True)
    party_life = models.CharField(
        _("life"), max_length=60, blank=True, help_text=_("1882-1980, ?-1992, 1952-")
    )
    party_clause = models.CharField(
        _("clause"), max_length=200, blank=True, help_text=_("his daughter; 5th Earl of Lonsdale")
    )
    party = _agent(_("actor"), "received")
    origin_name = models.CharField(
        _("from whom"),
        max_length=200,
        blank=True,
        help_text=_("Only where it is said; else it is the keeper before, if the link is direct."),
    )
    origin = _agent(_("actor who gave"), "given")
    through = models.CharField(_("through"), max_length=200, blank=True, help_text=_("An agent or dealer."))
    is_dealer = models.BooleanField(_("dealer or auction house"), default=False)
    place_name = models.CharField(_("where, in words"), max_length=200, blank=True)
    place = models.ForeignKey(
        Place,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)s_here",
        verbose_name=_("where"),
    )
    certainty = models.CharField(_("certainty"), max_length=10, choices=Certainty, default=Certainty.CERTAIN)
    is_direct = models.BooleanField(
        _("directly to the next"), default=False, help_text=_("No gap between this keeper and the next.")
    )
    link_certainty = models.CharField(
        _("certainty of the link"), max_length=10, choices=Certainty, default=Certainty.CERTAIN
    )
    is_party_doubtful = models.BooleanField(_("the name is doubtful"), default=False)
    is_place_doubtful = models.BooleanField(_("the place is doubtful"), default=False)
    is_date_doubtful = models.BooleanField(_("the date is doubtful"), default=False)
    lot = models.CharField(_("lot or number"), max_length=120, blank=True)
    price = models.CharField(_("price"), max_length=120, blank=True)
    source = models.CharField(_("source"), max_length=1000, blank=True)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.display_date}"


@track()
class ProvenanceEvent(ProvenanceStep):
    """A step that everybody may read."""

    artwork = models.ForeignKey(Artwork, models.CASCADE, related_name="provenance_events")

    class Meta:
        verbose_name = _("provenance event")
        verbose_name_plural = _("provenance")
        ordering = ["order", "pk"]
        constraints = dated_constraints("provenanceevent")
        triggers = RAISES_REVISION


class MuseumOnlyStep(ProvenanceStep):
    """A step that only the museum's staff may read, with the reason. Without history, by intent."""

    artwork = models.ForeignKey(Artwork, models.CASCADE, related_name="museum_only_steps")
    reason = models.CharField(
        _("why only the museum sees it"),
        max_length=300,
        help_text=_("The giver asked for it; a living person; research goes on."),
    )

    class Meta:
        verbose_name = _("step that only the museum sees")
        verbose_name_plural = _("provenance that only the museum sees")
        ordering = ["order", "pk"]
        constraints = [
            *dated_constraints("museumonlystep"),
            models.CheckConstraint(
                condition=~models.Q(reason__regex=r"^\s*$"),
                name="museumonlystep_has_a_reason",
                violation_error_message=_("Say why only the museum may see this."),
            ),
        ]
        triggers = RAISES_REVISION
