"""An exhibition as those who make it read it: the documents of the studio's JSON. Never public."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from collection.exports.card import picture_of
from collection.models import Artwork
from exhibitions.enums import CURATING, CuratorRole
from exhibitions.models import Block, Change, Exhibition, ExhibitionCurator, Loan, Presence, Section
from members.models import User
from members.permissions import Do, may

FACTS = (
    "titles", "subtitles", "summary", "introduction", "theme", "credits", "languages", "scheme", "cover_detail",
    "venue", "venue_from", "venue_until", "opens_at", "closes_at",
)  # fmt: skip


def exhibition_of(exhibition: Exhibition, user: User) -> dict[str, Any]:
    """All that the studio shows of one exhibition when it is opened, in a constant number of queries."""
    parts = list(exhibition.exhibition_curators.select_related("user").prefetch_related("section_authors"))
    sections = list(exhibition.sections.prefetch_related("blocks__block_works"))
    keys = {placed.artwork_id for s in sections for b in s.blocks.all() for placed in b.block_works.all()}
    if exhibition.cover_id:
        keys.add(exhibition.cover_id)
    works = {work.pk: work for work in Artwork.objects.filter(pk__in=keys).with_card()}
    loans = {loan.artwork_id: loan for loan in exhibition.loans.all()}
    last = exhibition.changes.order_by("-pk").values_list("pk", flat=True).first()
    return {
        **line_of(exhibition),
        **{name: getattr(exhibition, name) for name in FACTS},
        "revision": exhibition.revision,
        "cover": works[exhibition.cover_id].public_id if exhibition.cover_id in works else None,
        "organisers": [m.slug for m in exhibition.organisers.order_by("exhibition_museums__order")],
        "people": [person_of(part) for part in parts],
        "rights": rights_of(exhibition, parts, user),
        "sections": [section_of(section, works) for section in sections],
        "works": {work.public_id: work_of(work, loans.get(work.pk)) for work in works.values()},
        "change": last or 0,
    }


def line_of(exhibition: Exhibition) -> dict[str, Any]:
    """An exhibition in a list."""
    return {
        "id": exhibition.public_id,
        "slug": exhibition.slug,
        "titles": exhibition.titles,
        "status": exhibition.status,
        "is_open": exhibition.is_public,
        "opens_at": exhibition.opens_at,
        "closes_at": exhibition.closes_at,
    }


def rights_of(exhibition: Exhibition, parts: Iterable[ExhibitionCurator], user: User) -> dict[str, Any]:
    """What the page offers; each action asks `may` again."""
    own = next((part for part in parts if part.user_id == user.pk), None)
    is_author = own is not None and own.role == CuratorRole.SECTION_AUTHOR
    return {
        "me": user.pk,
        "role": own.role if own else "",
        "curate": may(user, Do.CURATE, exhibition),
        "lead": may(user, Do.LEAD, exhibition),
        "sections": [given.section_id for given in own.section_authors.all()] if own and is_author else [],
    }


def person_of(part: ExhibitionCurator) -> dict[str, Any]:
    return {
        "key": part.pk,
        "user": part.user_id,
        "name": str(part.user),
        "role": part.role,
        "writes": part.role in CURATING,
        "is_active": part.user.is_active,
        "sections": [given.section_id for given in part.section_authors.all()],
    }


def section_of(section: Section, works: Mapping[int, Artwork]) -> dict[str, Any]:
    return {
        **section_alone(section),
        "blocks": [block_of(block, works) for block in section.blocks.all()],
    }


def section_alone(section: Section) -> dict[str, Any]:
    """A section without what hangs in it."""
    return {
        "key": section.pk,
        "order": section.order,
        "titles": section.titles,
        "text": section.text,
        "revision": section.revision,
        "removed_at": section.removed_at,
    }


def block_of(block: Block, works: Mapping[int, Artwork]) -> dict[str, Any]:
    """A block with the public ids of its works, in order."""
    return {
        "key": block.pk,
        "section": block.section_id,
        "order": block.order,
        "kind": block.kind,
        "title": block.title,
        "text": block.text,
        "attribution": block.attribution,
        "data": block.data,
        "works": [works[placed.artwork_id].public_id for placed in block.block_works.all()],
        "revision": block.revision,
        "removed_at": block.removed_at,
    }


def blocks_of(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """Blocks by themselves; `block_works__artwork` fetched before."""
    found = []
    for block in blocks:
        works = {placed.artwork_id: placed.artwork for placed in block.block_works.all()}
        found.append(block_of(block, works))
    return found


def work_of(work: Artwork, loan: Loan | None) -> dict[str, Any]:
    """A work as its places in the studio show it. The picture is that of the public page; none while it is no public
    record."""
    picture = picture_of(work) if work.is_public else None
    return {
        "id": work.public_id,
        "title": work.title_text,
        "display_date": work.display_date,
        "museum": work.museum.name,
        "museum_slug": work.museum.slug,
        "is_public": work.is_public,
        "has_open_claim": work.has_open_claim,
        "picture": {name: picture[name] for name in ("src", "width", "height", "alt")} if picture else None,
        "loan": loan_line(loan) if loan else None,
    }


def loan_line(loan: Loan) -> dict[str, Any]:
    """What a wall shows of the consent for its work."""
    return {
        "key": loan.pk,
        "state": loan.state,
        "stands": loan.stands,
        "until": loan.period_until,
        "reason": loan.reason,
    }


def change_of(change: Change) -> dict[str, Any]:
    return {
        "id": change.pk,
        "at": change.at,
        "by": change.by_id,
        "name": str(change.by) if change.by else "",
        "verb": change.verb,
        "noun": change.noun,
        "key": change.thing,
        "revision": change.revision,
    }


def here_of(presence: Presence) -> dict[str, Any]:
    return {"user": presence.user_id, "name": str(presence.user), "block": presence.block}
