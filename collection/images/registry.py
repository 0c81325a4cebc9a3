"""What the image service must know of a picture before it serves a byte: held in memory, true to within a second.

The database tells of every change (collection.models.announcement) and is asked besides: a listener in every worker
forgets all facts when something changed. Where the listener has not been heard for a second nothing is remembered,
and the database is asked at each request.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import InterfaceError, OperationalError, connection

from collection.enums import ConceptKind, Status
from collection.images.derivatives import FORMATS
from collection.images.plate_choice import silhouette_for
from collection.images.plate_cultures import ornament_of
from collection.images.plates import PlateSpec
from collection.images.pyramid import Level, levels_of
from collection.images.visible import plate_extent, public_level
from collection.models import Artwork, ArtworkImage

TRUST_SECONDS = 1.0
_MOST = 20_000  # pictures remembered; more begin anew


@dataclass(frozen=True, slots=True)
class Facts:
    """One picture: `is_public` for everybody, `is_gone` if its work was withdrawn."""

    image_id: str
    artwork_id: str
    etag: str
    full: Level
    first_level: int  # the public's full size: rights may allow no larger one
    rights: str
    is_public: bool
    is_gone: bool = False
    pyramid: str = ""  # path in the storage
    copies: dict[tuple[str, str], str] = field(default_factory=dict)  # (nominal width, form) → path
    plate: PlateSpec | None = None

    @property
    def levels(self) -> list[Level]:
        """The sizes that the public may see, largest first."""
        return levels_of(*self.full)[self.first_level :]


class Registry:
    """Facts by image id, forgotten at every change."""

    def __init__(self) -> None:
        self._known: dict[str, Facts | None] = {}
        self._heard_at = 0.0  # when the listener last knew that nothing had changed
        self.generation = 0
        self._lock = threading.Lock()
        self._forgetting: list[Callable[[], None]] = []

    @property
    def is_trusted(self) -> bool:
        return time.monotonic() - self._heard_at < TRUST_SECONDS

    def also_forget(self, forget: Callable[[], None]) -> None:
        """Call this too at every change."""
        self._forgetting.append(forget)

    def heard(self, *, is_changed: bool) -> None:
        """The listener says that it is connected, and whether something changed since it last said so."""
        if is_changed:
            self.forget()
        self._heard_at = time.monotonic()

    def forget(self) -> None:
        with self._lock:
            self.generation += 1
            self._known = {}
            for forget in self._forgetting:
                forget()

    def facts(self, image_id: str) -> Facts | None:
        """What is known of the picture; None if there is none. Raises django.db.Error."""
        known = self._known
        if self.is_trusted and image_id in known:
            return known[image_id]
        generation = self.generation
        found = _asked(image_id)
        with self._lock:
            if generation == self.generation:  # else it may be older than the change
                if len(self._known) >= _MOST:
                    self._known = {}
                self._known[image_id] = found
        return found


registry = Registry()


def _asked(image_id: str) -> Facts | None:
    """Ask, and once more where the server was started anew since this thread last asked."""
    try:
        return read_facts(image_id)
    except (OperationalError, InterfaceError):
        if connection.in_atomic_block:
            raise
        connection.close()
        return read_facts(image_id)


def read_facts(image_id: str) -> Facts | None:
    """Ask the database, with one query for a photograph and two for a drawing."""
    image = ArtworkImage.objects.select_related("artwork").filter(public_id=image_id).first()
    return _photograph(image) if image else _drawing(image_id)


def _photograph(image: ArtworkImage) -> Facts:
    work = image.artwork
    first_level = public_level(image.width, image.height, image.rights)
    return Facts(
        image_id=image.public_id,
        artwork_id=work.public_id,
        etag=f"{image.sha256[:20]}-{first_level}",
        full=Level(image.width, image.height),
        first_level=first_level,
        rights=image.rights,
        is_public=work.is_public and not image.withheld_reason and image.is_ready,
        is_gone=work.status == Status.WITHDRAWN,
        pyramid=image.pyramid,
        copies={
            (nominal, form): copy[form]
            for nominal, copy in image.public_copies.items()
            for form in FORMATS
            if form in copy
        },
    )


def _drawing(artwork_id: str) -> Facts | None:
    """The plate of a published work without a photograph that everybody may see."""
    works = Artwork.objects.select_related("culture").prefetch_related("concepts", "titles")
    work = works.filter(public_id=artwork_id, status__in=[Status.PUBLISHED, Status.WITHDRAWN]).first()
    if work is None:
        return None
    spec = plate_spec(work)
    return Facts(
        image_id=work.public_id,
        artwork_id=work.public_id,
        etag=f"plate-{work.public_id}-{work.revision}",
        full=Level(*plate_extent(spec.silhouette)),
        first_level=0,
        rights="",
        is_public=work.is_public,
        is_gone=work.status == Status.WITHDRAWN,
        plate=spec,
    )


def plate_spec(work: Artwork, label: str = "") -> PlateSpec:
    """What the plate of a work is drawn from; `concepts`, `titles` and `culture` fetched before."""
    concepts = list(work.concepts.all())
    types = [c.silhouette for c in concepts if c.kind == ConceptKind.OBJECT_TYPE]
    materials = [c.slug for c in concepts if c.kind == ConceptKind.MATERIAL]
    culture = work.culture
    return PlateSpec(
        silhouette_for(types, work.display_object_type, work.title_text),
        ornament_of(culture.slug, culture.region) if culture else "hatching",
        materials[0] if materials else "",
        work.public_id,
        label,
    )
