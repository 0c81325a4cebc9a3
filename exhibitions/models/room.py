"""The rooms of an exhibition and what hangs in them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collection.models import Artwork
from collection.models.revision import child_revisions, root_revision
from exhibitions.enums import CURATING, BlockKind, CuratorRole
from exhibitions.models.exhibition import Exhibition, ExhibitionCurator
from exhibitions.models.loan import Loan
from members.history import track
from members.languages import LanguageMapField, text_in
from members.models import User


class Hanging(models.Manager[Any]):
    """What hangs there now. What was taken down lies in the depot, `everything`, and can be hung again."""

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().filter(removed_at=None)


@track(exclude=["revision"])
class Section(models.Model):
    """A room."""

    exhibition = models.ForeignKey(Exhibition, models.CASCADE, related_name="sections")
    order = models.PositiveIntegerField(_("order"), default=0)  # with gaps: see exhibitions.actions.order
    titles = LanguageMapField(_("title"), blank=False)
    text = LanguageMapField(_("text"))
    removed_at = models.DateTimeField(null=True, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)

    objects = Hanging()
    everything: ClassVar[models.Manager[Section]] = models.Manager()

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["order", "pk"]
        triggers = [root_revision("order")]

    def __str__(self) -> str:
        return text_in(self.titles)

    def is_written_by(self, user: User) -> bool:
        """Its exhibition's curators write in it, and the authors to whom it was given."""
        role = self.exhibition.role_of(user)
        if role == CuratorRole.SECTION_AUTHOR:
            return self.section_authors.filter(curator__user=user).exists()
        return role in CURATING


@track()
class SectionAuthor(models.Model):
    """A section that was given to an author."""

    section = models.ForeignKey(Section, models.CASCADE, related_name="section_authors")
    curator = models.ForeignKey(ExhibitionCurator, models.CASCADE, related_name="section_authors")

    class Meta:
        verbose_name = _("author of a section")
        verbose_name_plural = _("authors of sections")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["section", "curator"], name="sectionauthor_stands_once")
        ]

    def __str__(self) -> str:
        return f"{self.curator}: {self.section}"


@track(exclude=["revision"])
class Block(models.Model):
    """Something on the wall of a room: its kind's folder in exhibitions/blocks says how it is filled and shown."""

    section = models.ForeignKey(Section, models.CASCADE, related_name="blocks")
    order = models.PositiveIntegerField(_("order"), default=0)  # with gaps: see exhibitions.actions.order
    kind = models.CharField(_("kind"), max_length=20, choices=BlockKind)
    title = LanguageMapField(_("heading"))
    text = LanguageMapField(
        _("text"), help_text=_("The text, the label beside the work, or the words quoted.")
    )
    attribution = models.CharField(_("who says so"), max_length=300, blank=True)
    data = models.JSONField(default=dict, blank=True)  # what its kind needs more, checked by the kind's clean
    artworks = models.ManyToManyField(Artwork, through="BlockWork", related_name="blocks")
    removed_at = models.DateTimeField(null=True, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)

    objects = Hanging()
    everything: ClassVar[models.Manager[Block]] = models.Manager()

    class Meta:
        verbose_name = _("block")
        verbose_name_plural = _("blocks")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=BlockKind.values), name="block_kind_is_known"),
        ]
        # Who moves a block does not contradict who writes on it.
        triggers = [root_revision("order", "section")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.order}"

    def is_written_by(self, user: User) -> bool:
        return self.section.is_written_by(user)


class BlockWorkQuerySet(models.QuerySet["BlockWork"]):
    """Questions about what hangs where."""

    def hanging(self) -> BlockWorkQuerySet:
        """Without what was taken down."""
        return self.filter(block__removed_at=None, block__section__removed_at=None)

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
