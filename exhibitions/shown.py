"""What of an exhibition may be shown at this moment: asked at every showing, never remembered."""

from __future__ import annotations

from typing import Any

from collection.exports.card import card_of
from collection.models import Artwork
from exhibitions.models import Exhibition, Loan


def cards_of(exhibition: Exhibition, *, preview: bool = False) -> dict[int, dict[str, Any]]:
    """Artwork id → card, of works that are published and lent. A preview shows them before the loan is made."""
    works = Artwork.objects.published().filter(blocks__section__exhibition=exhibition).distinct()
    if preview:
        recalled = Loan.objects.filter(exhibition=exhibition).exclude(pk__in=Loan.objects.standing())
        works = works.exclude(loans__in=recalled)
    else:
        works = works.filter(loans__in=Loan.objects.standing().filter(exhibition=exhibition))
    return {work.pk: card_of(work) for work in works.with_card()}
