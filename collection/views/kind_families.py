"""The kinds of influence in five families, so that a drawing can tell them apart by colour and by the form of a mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.db import models
from django.utils.translation import gettext_lazy as _

from collection.enums import InfluenceKind as Kind
from collection.influences.statements import Statement


class Family(models.TextChoices):
    """In the order of the legend."""

    GOODS = "goods", _("Goods and gifts")
    MAKING = "making", _("Making and knowing")
    IMAGE = "image", _("Images and motifs")
    FORM = "form", _("Form and fashion")
    WORD = "word", _("Belief and word")


KINDS: dict[Family, tuple[Kind, ...]] = {
    Family.GOODS: (
        Kind.TRADE,
        Kind.MATERIAL,
        Kind.DIPLOMACY,
        Kind.COLLECTING,
        Kind.PATRONAGE,
        Kind.REUSE,
    ),
    Family.MAKING: (Kind.TECHNIQUE, Kind.KNOWLEDGE, Kind.ARCHITECTURE),
    Family.IMAGE: (Kind.ICONOGRAPHY, Kind.MOTIF, Kind.PORTRAITURE),
    Family.FORM: (Kind.FORM, Kind.STYLE, Kind.TASTE, Kind.DRESS, Kind.CUSTOM),
    Family.WORD: (Kind.RELIGION, Kind.TEXT),
}
FAMILY_OF: dict[str, Family] = {kind.value: family for family, kinds in KINDS.items() for kind in kinds}


def family_of(statements: Sequence[Statement], kinds: Sequence[str] = ()) -> Family:
    """The family of most of their kinds; where some kinds are asked for, of these alone."""
    told = Counter(
        FAMILY_OF[kind] for said in statements for kind in said.kinds if not kinds or kind in kinds
    )
    return max(told, key=lambda family: (told[family], -list(Family).index(family)))
