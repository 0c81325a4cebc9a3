"""Work in the background: tiles and small copies of photographs, and a second try for what a killed worker left."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.files.base import ContentFile
from django.utils.translation import gettext_noop
from procrastinate.contrib.django import app

from collection.actions.findings import look_at, look_at_changed
from collection.images.derivatives import copies, dominant_colour, extents_of
from collection.images.libvips import pyvips
from collection.images.picture import picture_of
from collection.images.pyramid import Level, write_pyramid
from collection.images.ranges import local_copy, ranges_of
from collection.images.tiles import Box, Tiles
from collection.models import Artwork, ArtworkImage, FacetChange
from collection.search.index.build import rebuild
from members.deeds import deed

PIPELINE = "1"  # part of every path: another way of making them makes other files
TRIES = 3
_LATER = -10  # priority: behind every photograph that waits to be shown
FOLDED_CHANGES = 500
LOOKED_AT = 2000
_FIRST_FORMS, _LATER_FORMS = ("jpeg",), ("webp", "avif")
_DAMAGED = gettext_noop("The file could not be read to its end. Export it anew and attach that.")


@app.task(queue="images", retry=TRIES)
def prepare_image(image_id: int) -> None:
    """Make the tiles and the first copies, with which the photograph is shown. Done twice, it changes nothing."""
    image = ArtworkImage.objects.filter(pk=image_id).first()
    if image is None:
        return
    if not image.pyramid or not image.is_ready:
        try:
            make_visible(image)
        except pyvips.Error as error:
            ArtworkImage.objects.filter(pk=image.pk).update(failure=_DAMAGED)
            raise RuntimeError(f"{image.public_id}: {error}") from error
    add_smaller_formats.configure(priority=_LATER).defer(image_id=image.pk)


@app.task(queue="images", retry=TRIES)
def add_smaller_formats(image_id: int) -> None:
    """Make the copies in formats that weigh less, when no photograph waits to be shown."""
    image = ArtworkImage.objects.filter(pk=image_id).first()
    if image is not None and image.is_ready:
        _add_copies(image, _LATER_FORMS)


def make_visible(image: ArtworkImage) -> None:
    """Write the tiles and the first copies. Raises pyvips.Error for a damaged file."""
    storage = image.original.storage
    image.pyramid = f"pyramids/{PIPELINE}/{image.sha256[:2]}/{image.sha256}.zip"
    if not storage.exists(image.pyramid):
        with (
            local_copy(storage, image.original.name) as path,
            tempfile.TemporaryFile(dir=_scratch(storage)) as file,
        ):
            write_pyramid(picture_of(path, image.format), file)
            file.seek(0)
            _save(storage, image.pyramid, File(file))
    tiles = _tiles(image)
    image.dominant_colour = dominant_colour(tiles.pixels(len(tiles.levels) - 1, Box(0, 0, *tiles.levels[-1])))
    _add_copies(image, _FIRST_FORMS, _reduced(image, tiles))
    # Public where the work is: from now on its pages look different.
    with deed("show", image, by=None, is_public=image.artwork.is_public):
        ArtworkImage.objects.filter(pk=image.pk).update(
            derivatives=image.derivatives,
            dominant_colour=image.dominant_colour,
            pyramid=image.pyramid,
            failure="",
        )


def _scratch(storage: Any) -> Path | None:
    """Where a file without a name is written that is soon copied: beside the files, if they are local."""
    try:
        folder = Path(storage.path(""))
    except NotImplementedError:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _tiles(image: ArtworkImage) -> Tiles:
    return Tiles(ranges_of(image.original.storage, image.pyramid), Level(image.width, image.height))


def _reduced(image: ArtworkImage, tiles: Tiles) -> pyvips.Image:
    """The level of the pyramid from which the largest copy is made."""
    largest = extents_of(image.width, image.height)[-1]
    number = max(n for n, level in enumerate(tiles.levels) if level.width >= largest.width)
    return tiles.pixels(number, Box(0, 0, *tiles.levels[number])).copy_memory()


def _add_copies(image: ArtworkImage, forms: tuple[str, ...], picture: pyvips.Image | None = None) -> None:
    """Make the copies in these formats that are not there yet; raises nothing where all are."""
    storage, extents = image.original.storage, extents_of(image.width, image.height)
    found: dict[str, dict[str, Any]] = {name: dict(copy) for name, copy in image.derivatives.items()}
    for form in forms:
        if len(found) == len(extents) and all(form in copy for copy in found.values()):
            continue
        picture = _reduced(image, _tiles(image)) if picture is None else picture
        for extent, data in copies(picture, extents, form):
            folder = f"derivatives/{PIPELINE}/{image.sha256[:2]}/{image.sha256}"
            path = _save(storage, f"{folder}/{extent.nominal}.{form}", ContentFile(data))
            size = {"width": extent.width, "height": extent.height}
            found.setdefault(str(extent.nominal), size)[form] = path
    if found != image.derivatives and image.derivatives:
        with deed("lighten", image, by=None, is_public=image.artwork.is_public):
            ArtworkImage.objects.filter(pk=image.pk).update(derivatives=found)
    image.derivatives = found


def _save(storage: Any, path: str, content: File[Any]) -> str:
    """Keep a file under exactly this path: what is there already is the same."""
    if not storage.exists(path):
        storage.save(path, content)
    return path


@app.periodic(cron="*/10 * * * *")
@app.task(queue="upkeep", queueing_lock="fold_facets")
def fold_facets(timestamp: int) -> None:
    """Build the facet index anew when many works have changed since, so that no worker has to read them all."""
    if FacetChange.objects.count() > FOLDED_CHANGES:
        rebuild()


@app.periodic(cron="* * * * *")
@app.task(queue="upkeep", queueing_lock="look_at_provenance")
def look_at_provenance(timestamp: int) -> None:
    """Check the provenance of works that were changed outside their form, as by imports; some thousand a minute."""
    look_at_changed(LOOKED_AT)


@app.periodic(cron="40 2 * * *")
@app.task(queue="upkeep", queueing_lock="look_at_all_provenance")
def look_at_all_provenance(timestamp: int) -> None:
    """Check every provenance again, for actors, places and epochs are corrected and years pass."""
    look_at(Artwork.objects.only("pk").iterator())


@app.periodic(cron="*/5 * * * *")
@app.task(queue="upkeep", queueing_lock="retry_stalled", pass_context=True)
async def retry_stalled(context: Any, timestamp: int) -> None:
    """Give jobs another try whose worker died over them: procrastinate leaves those at “doing” for ever."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs():
        await manager.retry_job(job)
