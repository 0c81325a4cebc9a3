"""Uploads in the background: large files are checked here, public works get their next version, leftovers go."""

from __future__ import annotations

from django.utils import translation
from procrastinate.contrib.django import app

from collection.actions import uploads
from collection.models import Artwork, Upload
from members.models import User

LOOK_AGAIN_SECONDS = 2
MOST_LOOKS = 1800  # an hour


@app.task(queue="images")
def check_upload(upload_id: str, language: str) -> None:
    """Check a file that has come whole, and attach it; its refusal is said in the sender's language."""
    upload = Upload.objects.select_related("artwork", "by").filter(pk=upload_id).first()
    if upload is not None:
        with translation.override(language):
            try:
                uploads.check_upload(upload)
            except Exception:
                uploads.give_back(upload)
                raise


@app.task(queue="images", retry=3)
def publish_photographs(artwork_id: int, by_id: int | None, looks: int = 0) -> None:
    """Publish a public work anew as soon as its new photographs are ready: its versions hold what is shown."""
    artwork = Artwork.objects.filter(pk=artwork_id).first()
    by = User.objects.filter(pk=by_id).first() if by_id else None
    if artwork is None or (by_id and by is None):
        return
    if not uploads.publish_photographs(artwork, by=by) and looks < MOST_LOOKS:
        publish_photographs.configure(schedule_in={"seconds": LOOK_AGAIN_SECONDS}).defer(
            artwork_id=artwork_id, by_id=by_id, looks=looks + 1
        )


@app.periodic(cron="17 * * * *")
@app.task(queue="upkeep", queueing_lock="sweep_uploads")
def sweep_uploads(timestamp: int) -> None:
    """Take away what nobody finished for two days."""
    uploads.sweep_uploads()
