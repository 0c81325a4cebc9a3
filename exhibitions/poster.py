"""An exhibition as a poster (props of the poster component)."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet
from django.urls import reverse
from django.utils.formats import date_format

from collection.exports.card import card_of
from collection.models import Artwork
from exhibitions.models import Exhibition, Loan
from members.languages import best_language, text_in


def for_posters(exhibitions: QuerySet[Any]) -> QuerySet[Any]:
    """With all that a poster shows, in a constant number of queries."""
    standing = Loan.objects.standing().values("pk")
    count = Count("loans", filter=Q(loans__in=standing, loans__artwork__status="published"), distinct=True)
    return exhibitions.annotate(works=count).prefetch_related(
        Prefetch("cover", queryset=Artwork.objects.published().with_card())
    )


def physical_dates(exhibition: Exhibition) -> str:
    """When the physical show was, in the reader's words; an empty text without dates."""
    days = [day for day in (exhibition.venue_from, exhibition.venue_until) if day]
    return " – ".join(date_format(day, "DATE_FORMAT") for day in days)


def poster_of(exhibition: Any) -> dict[str, Any]:
    """See templates/components/poster.html; the exhibition comes from `for_posters`."""
    cover = card_of(exhibition.cover) if exhibition.cover else None
    return {
        "url": reverse("exhibition", args=[exhibition.slug]),
        "titles": [{"text": text, "lang": tag} for tag, text in _titles(exhibition).items()],
        "subtitle": text_in(exhibition.subtitles),
        "summary": text_in(exhibition.summary),
        "dates": physical_dates(exhibition),
        "venue": exhibition.venue,
        "works": exhibition.works,
        "picture": cover["picture"] if cover else None,
        "colour": (cover["region"] if cover else "") or "ink",
    }


def _titles(exhibition: Exhibition) -> dict[str, str]:
    """One title: the reader's. Exhibitions have translations of a title, not titles in scripts of their own."""
    tag = best_language(exhibition.titles)
    return {tag: exhibition.titles[tag]} if tag else {}
