"""The stored chain of all that was published: appended to by every publish, and walked link by link to prove it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from collection.models import ArtworkVersion, HistoryLink
from collection.provenance.links import BEGINNING, NOTHING, Heads, Published, next_heads

_AT_ONCE = 500


def append(versions: Sequence[ArtworkVersion]) -> list[HistoryLink]:
    """Write a link for each version. Call it in the transaction that writes them, behind `stand_in_line`: so
    the order of links is that of commits, and no two deeds build on one head. Versions bring their `artwork`."""
    last = HistoryLink.objects.order_by("-number").first()
    number, portal = (last.number, last.portal_head) if last else (0, NOTHING)
    every = [published_by(version) for version in versions]
    works = _last_heads("work", {published.work for published in every})
    museums = _last_heads("museum", {published.museum for published in every})
    links = []
    for version, published in zip(versions, every, strict=True):
        number += 1
        before = Heads(works.get(published.work, NOTHING), museums.get(published.museum, NOTHING), portal)
        heads = next_heads(before, number, published)
        works[published.work], museums[published.museum], portal = heads
        links.append(_link(number, version, published, heads))
    return HistoryLink.objects.bulk_create(links)


def published_by(version: ArtworkVersion) -> Published:
    """What the chain says of a version. The keeper is that of its document: works may move."""
    museum = version.document["museum"]["id"]
    return Published(version.artwork.public_id, museum, version.number, version.sha256, version.published_at)


def _link(number: int, version: ArtworkVersion, published: Published, heads: Heads) -> HistoryLink:
    return HistoryLink(
        number=number,
        version=version,
        work=published.work,
        museum=published.museum,
        edition=published.edition,
        sha256=published.sha256,
        at=published.at,
        work_head=heads.work,
        museum_head=heads.museum,
        portal_head=heads.portal,
    )


def _last_heads(side: str, ids: set[str]) -> dict[str, str]:
    """The present heads of these works or museums, by public id."""
    rows = HistoryLink.objects.filter(**{f"{side}__in": ids}).order_by(side, "-number").distinct(side)
    return dict(rows.values_list(side, f"{side}_head"))


def faults_of_chain() -> Iterator[str]:
    """Walk all links; a sentence for each that is not what its neighbours and its version make it."""
    works: dict[str, str] = {}
    museums: dict[str, str] = {}
    portal, number = NOTHING, 0
    for link in HistoryLink.objects.order_by("number").iterator(chunk_size=_AT_ONCE):
        number += 1
        if link.number != number:
            yield f"Link {number} is missing."
            number = link.number
        before = BEGINNING._replace(
            work=works.get(link.work, NOTHING), museum=museums.get(link.museum, NOTHING), portal=portal
        )
        stored = Heads(link.work_head, link.museum_head, link.portal_head)
        published = Published(link.work, link.museum, link.edition, link.sha256, link.at)
        if next_heads(before, number, published) != stored:
            yield f"Link {number} ({link.work} version {link.edition}) does not follow from the links before it."
        works[link.work], museums[link.museum], portal = stored


def museum_heads() -> dict[str, str]:
    """The present head of every museum, by public id."""
    rows = HistoryLink.objects.order_by("museum", "-number").distinct("museum")
    return dict(rows.values_list("museum", "museum_head"))
