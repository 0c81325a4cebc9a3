"""An exhibition as a poster (props of the poster component)."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.formats import date_format

from collection.exports.card import card_of
from collection.models import Artwork
from exhibitions.exports.frozen import face_of
from exhibitions.models import Exhibition, Loan, ReleaseWork
from members.languages import best_language, text_in


def for_posters(exhibitions: QuerySet[Any]) -> QuerySet[Any]:
    """With all that a poster shows, in a constant number of queries: `works` counts those that may be seen."""
    lent = Loan.objects.shown()
    hung = (
        ReleaseWork.objects.filter(release=OuterRef("release"))
        .filter(Exists(lent.filter(exhibition=OuterRef("release__exhibition"), artwork=OuterRef("artwork"))))
        .order_by()
        .values(show=F("release"))
        .annotate(n=Count("artwork"))
        .values("n")
    )
    cover = lent.filter(exhibition=OuterRef("pk"), artwork=OuterRef("release__cover"))
    shown = Prefetch("release__cover", queryset=Artwork.objects.published().with_card())
    return (
        exhibitions.annotate(
            works=Coalesce(Subquery(hung, output_field=IntegerField()), 0), has_cover=Exists(cover)
        )
        .select_related("release")
        .prefetch_related(shown)
    )


def physical_dates(exhibition: Exhibition) -> str:
    """When the physical show was, in the reader's words; an empty text without dates."""
    begin, end = exhibition.venue_from, exhibition.venue_until
    is_one_year = begin and end and begin.year == end.year
    days = [(begin, "j F" if is_one_year else "j F Y"), (end, "j F Y")]
    return " – ".join(date_format(day, how) for day, how in days if day)


def poster_of(exhibition: Any) -> dict[str, Any]:
    """See templates/components/poster.html; the exhibition comes from `for_posters`."""
    work = exhibition.release.cover if exhibition.has_cover else None
    cover = card_of(work) if work else None
    exhibition = face_of(exhibition)
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
