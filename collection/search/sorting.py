"""The orders in which works are listed, as SQL."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import Case, CharField, F, Func, IntegerField, OuterRef, Subquery, Value, When

from collection.models import Artwork, Title
from collection.models.artwork_queries import ArtworkQuerySet
from collection.search.likelihood import Spans, likelihood, outer_years

KEPT_ORDERS = 5000  # works; a smaller catalogue is sorted by SQL
SORTED_BY_SQL = 250  # works of a result; a larger one is read from a kept order
_KEYS: dict[str, list[Any]] = {
    "relevance": ["-relevance"],
    "oldest": [F("earliest_year").asc(nulls_last=True), F("latest_year").asc(nulls_last=True)],
    "newest": [F("latest_year").desc(nulls_last=True), F("earliest_year").desc(nulls_last=True)],
    "title": ["title_key"],
    "museum": ["museum__sort_name", "accession_number"],
    "recent": ["-first_published_at"],
}


def ordered(works: ArtworkQuerySet, order: str, language: str, spans: Spans | None = None) -> ArtworkQuerySet:
    """The works as they are listed; the public id settles what is equal, so that pages never overlap.

    `spans` are the years that `probability` is of.
    """
    if order == "probability":
        certainly = likelihood(spans or []).desc(nulls_last=True)
        return works.order_by(certainly, *outer_years(), "pk")
    if order == "relevance" and "relevance" not in works.query.annotations:
        return works.order_by("pk")
    if order == "title":
        works = works.annotate(title_key=_title_key(language))
    return works.order_by(*_KEYS[order], "public_id")


def kept_orders() -> dict[str, ArtworkQuerySet]:
    """name → all published works in it: those that the index keeps."""
    plain = {name: (name, "en") for name in ("oldest", "newest", "museum", "recent")}
    titles = {kept_name("title", code): ("title", code) for code, _name in settings.LANGUAGES}
    return {
        name: ordered(Artwork.objects.published(), order, language)
        for name, (order, language) in (plain | titles).items()
    }


def kept_name(order: str, language: str) -> str:
    """What an order is called in the index: titles are sorted for each language."""
    return f"{order}@{language}" if order == "title" else order


def _title_key(language: str) -> Any:
    """The reader's title, else the English one, folded: without a language's own collation, but stable."""
    nearest = Case(
        When(language=language, then=Value(0)),
        When(language="en", then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    titles = Title.objects.filter(artwork=OuterRef("pk")).order_by(nearest, "order", "pk")
    return Func(Subquery(titles.values("text")[:1]), function="asemus_fold", output_field=CharField())
