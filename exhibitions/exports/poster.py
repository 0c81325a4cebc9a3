"""An exhibition as a poster (props of the poster component)."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.formats import date_format

from collection.exports.card import card_of
from collection.models import Artwork
from exhibitions.models import BlockWork, Exhibition, Loan
from members.languages import best_language, text_in


def for_posters(exhibitions: QuerySet[Any]) -> QuerySet[Any]:
    """With all that a poster shows, in a constant number of queries: `works` counts those that may be seen."""
    hung = (
        BlockWork.objects.hanging()
        .shown()
        .filter(block__section__exhibition=OuterRef("pk"))
        .order_by()
        .values(show=F("block__section__exhibition"))
        .annotate(n=Count("artwork", distinct=True))
        .values("n")
    )
    cover = Loan.objects.shown().filter(exhibition=OuterRef("pk"), artwork=OuterRef("cover"))
    return exhibitions.annotate(
        works=Coalesce(Subquery(hung, output_field=IntegerField()), 0), has_cover=Exists(cover)
    ).prefetch_related(Prefetch("cover", queryset=Artwork.objects.published().with_card()))


def physical_dates(exhibition: Exhibition) -> str:
    """When the physical show was, in the reader's words; an empty text without dates."""
    begin, end = exhibition.venue_from, exhibition.venue_until
    is_one_year = begin and end and begin.year == end.year
    days = [(begin, "j F" if is_one_year else "j F Y"), (end, "j F Y")]
    return " – ".join(date_format(day, how) for day, how in days if day)


def poster_of(exhibition: Any) -> dict[str, Any]:
    """See templates/components/poster.html; the exhibition comes from `for_posters`."""
    cover = card_of(exhibition.cover) if exhibition.has_cover and exhibition.cover else None
    tag = best_language(exhibition.titles)
    return {
        "url": reverse("exhibition", args=[exhibition.slug]),
        "titles": [{"text": exhibition.titles[tag], "lang": tag}] if tag else [],
        "subtitle": text_in(exhibition.subtitles),
        "summary": text_in(exhibition.summary),
        "dates": physical_dates(exhibition),
        "venue": exhibition.venue,
        "works": exhibition.works,
        "picture": cover["picture"] if cover else None,
        "colour": (cover["region"] if cover else "") or "ink",
    }
