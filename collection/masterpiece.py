"""The masterpiece of the day: the same for everybody, all day (UTC), without a table that says so."""

from __future__ import annotations

import datetime as dt
import hashlib

from django.db.models import Case, IntegerField, Value, When

from collection.models import Artwork

# (public id, has a statement, published before) of every work that may be chosen
Candidate = tuple[str, bool, dt.datetime | None]


def of_the_day(date: dt.date) -> Artwork | None:
    """The work of `date`, with all that a card shows; None while nothing is published."""
    chosen = choose(candidates(), date)
    return Artwork.objects.published().with_card().filter(public_id=chosen).first() if chosen else None


def of_days(dates: list[dt.date]) -> list[tuple[dt.date, Artwork]]:
    """The works of several days, in a constant number of queries."""
    known = candidates()
    chosen = {date: choose(known, date) for date in dates}
    works = Artwork.objects.published().with_card().filter(public_id__in=set(chosen.values()) - {None})
    found = {work.public_id: work for work in works}
    return [(date, found[name]) for date, name in chosen.items() if name in found]


def candidates() -> list[Candidate]:
    """All public works without a notice, and whether a museum's or our own words stand with them."""
    stated = Case(
        When(masterpiece_statement={}, then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    works = Artwork.objects.published().filter(display_notice_kind="").order_by()
    rows = works.annotate(stated=stated).values_list("public_id", "stated", "first_published_at")
    return [(public_id, bool(stated), at) for public_id, stated, at in rows]


def choose(known: list[Candidate], date: dt.date) -> str | None:
    """The public id for `date`: among works with a statement, and published before the day began, where
    there are such. The least hash wins, so a work that comes or goes changes no other day's choice."""
    dawn = dt.datetime.combine(date, dt.time(), tzinfo=dt.UTC)

    def order(candidate: Candidate) -> tuple[bool, bool, str]:
        public_id, stated, at = candidate
        return (
            at is None or at >= dawn,
            not stated,
            hashlib.sha256(f"{date} {public_id}".encode()).hexdigest(),
        )

    return min(known, key=order)[0] if known else None
