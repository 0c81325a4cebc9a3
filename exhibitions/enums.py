"""Words with a fixed list of values in exhibitions."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ExhibitionStatus(models.TextChoices):
    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class BlockKind(models.TextChoices):
    """One folder a kind in exhibitions/blocks/."""

    TEXT = "text", _("Text")
    ARTWORK = "artwork", _("Artwork with label")
    GROUP = "group", _("Group of artworks")
    QUOTATION = "quotation", _("Quotation")


class CuratorRole(models.TextChoices):
    LEAD = "lead", _("Lead curator")
    CO_CURATOR = "co-curator", _("Co-curator")
    READER = "reader", _("Reader")


class LoanState(models.TextChoices):
    """How a work of a museum is in the exhibition; requests come with the studio."""

    OWN = "own", _("Own work")
    STANDING = "standing", _("Standing consent")
    RECALLED = "recalled", _("Recalled")


CONSENT = (LoanState.OWN, LoanState.STANDING)
