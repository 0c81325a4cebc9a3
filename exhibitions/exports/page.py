"""What the page of an exhibition shows; the preview is the same page."""

from __future__ import annotations

from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from collection.exports import schema_org
from collection.exports.pictures import drawing_of
from collection.exports.site import Site
from exhibitions.blocks.richtext import html_of
from exhibitions.enums import CuratorRole
from exhibitions.exports.poster import physical_dates
from exhibitions.exports.walk import Walk, walk_through
from exhibitions.models import Exhibition, Release
from members.languages import text_in


def page_of(
    exhibition: Exhibition, *, preview: bool = False, release: Release | None = None
) -> dict[str, Any]:
    """The context of templates/exhibitions/exhibition_detail.html."""
    walk = walk_through(exhibition, preview=preview, release=release)
    site = Site.current()
    organisers, exhibition = walk.organisers, walk.exhibition
    people = curators_of(exhibition) if walk.release is None else walk.release.document["curators"]
    return {
        "exhibition": exhibition,
        "release": walk.release,
        "is_earlier": release is not None and release.number != walk.latest,
        "cover": walk.cover,
        "introduction": html_of(exhibition.introduction),
        "credits": html_of(exhibition.credits),
        "rooms": [{**room, "text": html_of(room["section"].text)} for room in walk.rooms()],
        "works": walk.checklist,
        "has_drawings": any(card["picture"]["is_drawing"] for card in walk.checklist),
        "lenders": [{"museum": museum, "count": count} for museum, count in walk.lenders],
        "curators": people,
        "organisers": organisers,
        "physical_dates": physical_dates(exhibition),
        "is_closed": exhibition.is_over,
        "is_preview": preview,
        "citation": citation_of(exhibition, people, walk.release, site),
        "social_image": social_image(walk, site),
        "permalink": site.ark(exhibition.ark),
        "data": None if preview else structured_data(walk, organisers, site),
    }


def social_image(walk: Walk, site: Site) -> str:
    """The cover as others show it who link here, in pixels, no larger than it was lent; empty where there is no cover."""
    if walk.cover is None:
        return ""
    picture = walk.cover["picture"]
    if not picture["is_drawing"]:
        return site.absolute(picture["src"])
    work = next(work for work in walk.works.values() if work.public_id == walk.cover["public_id"])
    return f"{drawing_of(work, site).service(site)}/full/max/0/default.jpg"


def curators_of(exhibition: Exhibition) -> list[str]:
    """Names of its curators; nobody who only reads along, and no demonstration login."""
    parts = exhibition.exhibition_curators.select_related("user").exclude(role=CuratorRole.READER)
    return [part.user.name for part in parts if part.user.name and not part.user.is_demonstration]


def citation_of(exhibition: Exhibition, curators: list[str], release: Release | None, site: Site) -> str:
    """“Curators, Title: subtitle. Portal, network, release 2, 2026.”"""
    name = ": ".join(filter(None, [text_in(exhibition.titles), text_in(exhibition.subtitles)]))
    number = _("release %(number)d, %(year)d")
    told = number % {"number": release.number, "year": release.released_at.year} if release else ""
    portal = ", ".join(filter(None, [_("Virtual Collection of Masterpieces"), site.network, told]))
    people = ", ".join(curators)
    return f"{people + ', ' if people else ''}{name}. {portal}."


def structured_data(walk: Walk, organisers: list[Any], site: Site) -> dict[str, Any]:
    """schema.org's ExhibitionEvent: held here, from its opening to its closing."""
    shown = walk.exhibition
    opened = shown.opens_at or shown.published_at
    works = [walk.works[key] for key in walk.hung]
    return schema_org.exhibition(
        shown.titles,
        shown.slug,
        site,
        get_language() or "en",
        summary=shown.summary,
        opens=opened.date() if opened else None,
        closes=shown.closes_at.date() if shown.closes_at else None,
        organisers=[(museum.names, museum.slug) for museum in organisers],
        works=[
            ({title.language: title.text for title in reversed(work.titles.all())}, work.public_id)
            for work in works
        ],
    )
