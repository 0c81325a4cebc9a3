"""Releases: an exhibition is frozen under the next number, and an earlier number becomes the working arrangement again."""

from __future__ import annotations

import hashlib

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from collection.actions.refusal import Refused, demand
from collection.exports.seal import canonical_json
from collection.models import Artwork, ArtworkVersion
from exhibitions.actions.arrangement import hang
from exhibitions.actions.changes import about, changing
from exhibitions.actions.consents import lend
from exhibitions.actions.readiness import missing_for_opening
from exhibitions.arrangement import arrangement_of, works_of
from exhibitions.enums import CuratorRole, ExhibitionStatus
from exhibitions.exports.frozen import facts_of, frozen, rooms_of
from exhibitions.models import Exhibition, Release, ReleaseWork
from members.models import User
from members.permissions import Do


class Unchanged(Refused):
    """There is nothing to release."""


def release(exhibition: Exhibition, *, by: User | None, note: str = "") -> Release:
    """Freeze what the studio shows under the next number; of a public exhibition visitors see it from now on. Raises
    Refused with what is missing, or where nothing has changed."""
    demand(by, Do.CURATE, exhibition, _("You do not curate this exhibition."))
    is_public = exhibition.status == ExhibitionStatus.PUBLISHED
    with changing(exhibition, "release", by=by, note=note, is_public=is_public) as change:
        current = Exhibition.objects.select_related("release", "cover__museum").get(pk=exhibition.pk)
        if missing := missing_for_opening(current):
            raise Refused(*missing)
        made = freeze(current, by=by, note=note)
        if made is None:
            raise Unchanged(_("Nothing has changed since the last release."))
        about(change, made)
    exhibition.refresh_from_db()
    return made


def freeze(exhibition: Exhibition, *, by: User | None, note: str = "") -> Release | None:
    """The next release of what stands there, as it is; None where it is the same as the last. Call it within a deed."""
    lend(exhibition)
    rooms = arrangement_of(exhibition)
    anchors = works_of(rooms)
    works = Artwork.objects.select_related("museum").in_bulk([*anchors])
    works = {key: works[key] for key in anchors}
    versions = _versions(list(works))
    numbers = {key: version.number for key, version in versions.items()}
    document = frozen(exhibition, rooms, works, numbers, _credit(exhibition))
    sha256 = hashlib.sha256(canonical_json(document)).hexdigest()
    last = exhibition.release
    if last is not None and last.sha256 == sha256:
        return None
    made = Release.objects.create(
        exhibition=exhibition,
        number=(exhibition.releases.aggregate(last=Max("number"))["last"] or 0) + 1,
        document=document,
        sha256=sha256,
        cover=exhibition.cover,
        note=note.strip()[:300],
        released_at=timezone.now(),
        released_by=by,
    )
    ReleaseWork.objects.bulk_create(
        ReleaseWork(release=made, artwork=work, version=versions.get(key), order=order, anchor=anchors[key])
        for order, (key, work) in enumerate(works.items())
    )
    exhibition.release = made
    exhibition.save(update_fields=["release"])
    return made


def return_to(exhibition: Exhibition, number: int, *, by: User) -> Release:
    """Make an earlier release the working arrangement. What stood there before lies in the depot, and visitors go on
    seeing the latest release until the next."""
    demand(by, Do.CURATE, exhibition, _("You do not curate this exhibition."))
    with changing(exhibition, "return_to_release", by=by, note=str(number)) as change:
        earlier = exhibition.releases.filter(number=number).first()
        if earlier is None:
            raise Refused(_("There is no such release."))
        keys = dict(earlier.release_works.values_list("artwork__public_id", "artwork"))
        current = Exhibition.objects.get(pk=exhibition.pk)
        facts = {**facts_of(earlier.document), "cover_id": earlier.cover_id}
        for name, value in facts.items():
            setattr(current, name, value)
        current.save(update_fields=[name.removesuffix("_id") for name in facts])
        hang(current, rooms_of(earlier.document, keys))
        about(change, earlier)
    exhibition.refresh_from_db()
    return earlier


def _versions(works: list[int]) -> dict[int, ArtworkVersion]:
    """The latest version of each work's record, without its document."""
    rows = (
        ArtworkVersion.objects.filter(artwork__in=works)
        .order_by("artwork_id", "-number")
        .distinct("artwork_id")
    )
    return {row.artwork_id: row for row in rows.only("artwork", "number")}


def _credit(exhibition: Exhibition) -> dict[str, list[str]]:
    """Names of its curators, no demonstration login among them, and its museums."""
    parts = exhibition.exhibition_curators.select_related("user").exclude(role=CuratorRole.READER)
    names = [part.user.name for part in parts if part.user.name and not part.user.is_demonstration]
    museums = exhibition.exhibition_museums.select_related("museum")
    return {"curators": names, "organisers": [row.museum.slug for row in museums]}
