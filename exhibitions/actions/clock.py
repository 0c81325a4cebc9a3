"""What the clock does to exhibitions: it opens and closes them. Queries ask the clock themselves; these deeds
tell it, so that feeds and caches, which follow the deeds, learn of it."""

from __future__ import annotations

import datetime

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from exhibitions.enums import ExhibitionStatus
from exhibitions.models import Exhibition
from members.deeds import deed
from members.models import Deed


def tell_openings_and_closings(at: datetime.datetime | None = None) -> list[tuple[str, str]]:
    """Write one public deed for each exhibition that opened or closed since its publishing and is not told yet.

    Gives (verb, slug) of each. Called twice, it tells nothing twice; called late, it still tells.
    """
    now = at or timezone.now()
    told = []
    for verb, field in (("open", "opens_at"), ("close", "closes_at")):
        for exhibition in _due(verb, field, now):
            with deed(verb, exhibition, by=None, is_public=True):
                told.append((verb, exhibition.slug))
    return told


def _due(verb: str, field: str, now: datetime.datetime) -> list[Exhibition]:
    """Published ones whose moment lies between their publishing and now, without a deed of that moment."""
    there = Deed.objects.filter(
        noun="exhibition", verb=verb, public_id=OuterRef("public_id"), at__gte=OuterRef(field)
    )
    moment = Q(**{f"{field}__lte": now}, **{f"{field}__gt": F("published_at")})
    due = Exhibition.objects.filter(moment, ~Exists(there), status=ExhibitionStatus.PUBLISHED)
    return list(due.order_by(field, "pk"))
