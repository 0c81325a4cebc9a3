"""Work in the background: small copies of photographs, and a second try for what a killed worker left."""

from __future__ import annotations

from typing import Any

from django.core.files.base import ContentFile
from procrastinate.contrib.django import app

from collection.images.derivatives import Derivative, derive
from collection.models import ArtworkImage
from members.deeds import deed


@app.task(queue="images", retry=3)
def prepare_image(image_id: int) -> None:
    """Make the small copies that cards and pages show. Done twice, it changes nothing."""
    image = ArtworkImage.objects.filter(pk=image_id).first()
    if image is None or image.is_ready:
        return
    with image.original.open("rb") as file:
        derived = derive(file)
    storage = image.original.storage
    copies = {
        str(copy.nominal): _kept(storage, f"derivatives/{image.sha256[:2]}/{image.sha256}", copy)
        for copy in derived.copies
    }
    # Public where the work is: from now on its pages look different.
    with deed("show", image, by=None, is_public=image.artwork.is_public):
        ArtworkImage.objects.filter(pk=image.pk).update(
            derivatives=copies, dominant_colour=derived.dominant_colour
        )


def _kept(storage: Any, folder: str, copy: Derivative) -> dict[str, Any]:
    """Store both formats of a copy and say where; a file cut off by a stop is written again."""
    paths = {}
    for extension, data in (("jpeg", copy.jpeg), ("webp", copy.webp)):
        path = f"{folder}/{copy.nominal}.{extension}"
        if storage.exists(path):
            storage.delete(path)
        paths[extension] = storage.save(path, ContentFile(data))
    return {**paths, "width": copy.width, "height": copy.height}


@app.periodic(cron="*/5 * * * *")
@app.task(queue="upkeep", queueing_lock="retry_stalled", pass_context=True)
async def retry_stalled(context: Any, timestamp: int) -> None:
    """Give jobs another try whose worker died over them: procrastinate leaves those at “doing” for ever."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs():
        await manager.retry_job(job)
