"""The rooms of an exhibition and what hangs in them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collection.models import Artwork
from collection.models.revision import child_revisions, root_revision
from exhibitions.enums import BlockKind
from exhibitions.models.exhibition import PARTS, Exhibition
from exhibitions.models.loan import Loan
from members.history import track
from members.languages import LanguageMapField, text_in


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


class BlockWorkQuerySet(models.QuerySet["BlockWork"]):
    """Questions about what hangs where."""

    def shown(self) -> BlockWorkQuerySet:
        """Works on a wall that a stranger may see, with the holder's consent."""
        consent = Loan.objects.shown().filter(
            artwork=models.OuterRef("artwork"), exhibition=models.OuterRef("block__section__exhibition")
        )
        return self.filter(models.Exists(consent))


@track()
class BlockWork(models.Model):
    """A work in a block."""

    block = models.ForeignKey(Block, models.CASCADE, related_name="block_works")
    artwork = models.ForeignKey(
        Artwork, models.PROTECT, related_name="block_works", verbose_name=_("artwork")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = BlockWorkQuerySet.as_manager()

    class Meta:
        verbose_name = _("work")
        verbose_name_plural = _("works")
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["block", "artwork"], name="blockwork_stands_once")]
        triggers = child_revisions("exhibitions_block", "block_id")

    def __str__(self) -> str:
        return str(self.artwork)
