"""The parts of an artwork's record: titles, makers, concepts, epochs, sizes, inscriptions, references, ids."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from collection.enums import AgentRole, Attribution, TitleKind
from collection.models.agent import Agent
from collection.models.artwork import Artwork
from collection.models.concept import Concept
from collection.models.epoch import Epoch
from collection.models.facet_index import marks_its_work
from collection.models.reference import Reference
from collection.models.revision import child_revisions
from members.history import track
from members.languages import LanguageMapField, direction, is_language_tag

RAISES_REVISION = child_revisions("collection_artwork", "artwork_id")


def check_language_tag(tag: str) -> None:
    """Raise ValidationError unless `tag` is BCP 47."""
    if not is_language_tag(tag):
        raise ValidationError(
            _("“%(tag)s” is not a language tag: write en, fr, ja, zh-Hant, or und if not known."),
            params={"tag": tag},
        )


@track()
class Title(models.Model):
    """One title in one language (CIDOC CRM E35)."""

    artwork = models.ForeignKey(Artwork, models.CASCADE, related_name="titles")
    text = models.CharField(_("title"), max_length=500)
    language = models.CharField(_("language"), max_length=35, default="en", validators=[check_language_tag])
    kind = models.CharField(_("kind"), max_length=12, choices=TitleKind, default=TitleKind.PREFERRED)
    is_original = models.BooleanField(
        _("original"), default=False, help_text=_("In the keeper's or maker's language.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("title")
        verbose_name_plural = _("titles")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text__regex=r"^\s*$"), name="title_says_something"),
            models.UniqueConstraint(fields=["artwork", "language", "text"], name="title_stands_once"),
        ]
        triggers = RAISES_REVISION

    def __str__(self) -> str:
        return self.text

    @property
    def direction(self) -> str:
        return direction(self.language)


@track()
class ArtworkConcept(models.Model):
    """An object type, material, technique, subject or motif of a work."""

    artwork = models.ForeignKey(Artwork, models.CASCADE, related_name="artwork_concepts")
    concept = models.ForeignKey(Concept, models.PROTECT, related_name="artwork_concepts")
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("concept of an artwork")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["artwork", "concept"], name="artworkconcept_stands_once")
        ]
        triggers = [*RAISES_REVISION, marks_its_work()]

    def __str__(self) -> str:
        return str(self.concept)


@track()
class ArtworkEpoch(models.Model):
    """An epoch under which a work is usually shown."""

    artwork = models.ForeignKey(Artwork, models.CASCADE, related_name="artwork_epochs")
    epoch = models.ForeignKey(Epoch, models.PROTECT, related_name="artwork_epochs")
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("epoch of an artwork")
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["artwork", "epoch"], name="artworkepoch_stands_once")]
        triggers = [*RAISES_REVISION, marks_its_work()]

    def __str__(self) -> str:
        return str(self.epoch)


@track()
class ArtworkAgent(models.Model):
    """Somebody's part in the making, and how sure it is."""

    artwork = models.ForeignKey(Artwork, models.CASCADE, related_name="artwork_agents")
    agent = models.ForeignKey(Agent, models.PROTECT, related_name="artwork_agents", verbose_name=_("maker"))
    role = models.CharField(_("role"), max_length=16, choices=AgentRole, default=AgentRole.MAKER)
    attribution = models.CharField(
        _("attribution"), max_length=16, choices=Attribution, blank=True, default=""
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("maker")
        verbose_name_plural = _("makers")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["artwork", "agent", "role"], name="artworkagent_stands_once"),
        ]
        triggers = RAISES_REVISION

    def __str__(self) -> str:
        return f"{self.get_attribution_display()} {self.agent}"


class DimensionKind(models.TextChoices):
    HEIGHT = "height", _("Height")
    WIDTH = "width", _("Width")
    DEPTH = "depth", _("Depth")
    LENGTH = "length", _("Length")
    DIAMETER = "diameter", _("Diameter")
    WEIGHT = "weight", _("Weight")


class DimensionUnit(models.TextChoices):
    MM = "mm", "mm"
    CM = "cm", "cm"
    M = "m", "m"
    G = "g", "g"
    KG = "kg", "kg"


@track()
class Dimension(models.Model):
    """One measure (CIDOC CRM E54)."""

    artwork = models.ForeignKey(Artwork, models.CASCADE, related_name="dimensions")
    kind = models.CharField(_("measure"), max_length=10, choices=DimensionKind)
    value = models.DecimalField(_("value"), max_digits=12, decimal_places=3)
    unit = models.CharField(_("unit"), max_length=3, choices=DimensionUnit, default=DimensionUnit.CM)
    part = models.CharField(_("of which part"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("size")
        verbose_name_plural = _("sizes")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(value__gt=0), name="dimension_is_positive"),
            models.CheckConstraint(
                condition=models.Q(kind="weight", unit__in=["g", "kg"])
                | (~models.Q(kind="weight") & models.Q(unit__in=["mm", "cm", "m"])),
                name="dimension_unit_fits_its_kind",
                violation_error_message=_("A weight is in g or kg, every other measure in mm, cm or m."),
            ),
        ]
        triggers = RAISES_REVISION

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.value.normalize():f} {self.unit}"


@track()
class Inscription(models.Model):
    """What is written on the work (CIDOC CRM E34)."""

    artwork = models.ForeignKey(Artwork, models.CASCADE, related_name="inscriptions")
    text = models.TextField(_("text"))
    language = models.CharField(_("language"), max_length=35, default="und", validators=[check_language_tag])
    position = models.CharField(_("where"), max_length=120, blank=True)
    translation = LanguageMapField(_("translation"))
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("inscription")
        verbose_name_plural = _("inscriptions")
        ordering = ["order", "pk"]
        triggers = RAISES_REVISION

    def __str__(self) -> str:
        return self.text[:60]


@track()
class ArtworkReference(models.Model):
    """A publication about the work."""

    artwork = models.ForeignKey(Artwork, models.CASCADE, related_name="artwork_references")
    reference = models.ForeignKey(Reference, models.PROTECT, related_name="artwork_references")
    pages = models.CharField(_("pages"), max_length=60, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("literature")
        verbose_name_plural = _("literature")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["artwork", "reference"], name="artworkreference_stands_once")
        ]
        triggers = RAISES_REVISION

    def __str__(self) -> str:
        return str(self.reference)


@track()
class ExternalId(models.Model):
    """The same work elsewhere."""

    artwork = models.ForeignKey(Artwork, models.CASCADE, related_name="external_ids")
    scheme = models.CharField(
        _("scheme"), max_length=40, help_text=_("Wikidata, Europeana, the museum's own page")
    )
    value = models.CharField(_("id"), max_length=300)
    url = models.URLField(_("address"), blank=True, max_length=500)

    class Meta:
        verbose_name = _("id elsewhere")
        verbose_name_plural = _("ids elsewhere")
        ordering = ["scheme", "value"]
        constraints = [
            models.UniqueConstraint(fields=["artwork", "scheme", "value"], name="externalid_stands_once"),
        ]
        triggers = RAISES_REVISION

    def __str__(self) -> str:
        return f"{self.scheme}: {self.value}"
