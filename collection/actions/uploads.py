"""A photograph received in parts: begun, kept part by part, put together, checked and attached, or forgotten."""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import IO, Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from collection.actions.artworks import publish
from collection.actions.images import (
    AlreadyThere,
    attach_image,
    demand_described,
    demand_may_attach,
    inspected,
)
from collection.actions.refusal import Refused
from collection.models import Artwork, ArtworkVersion, Upload
from collection.models.upload import UploadState
from collection.rights import Rights
from members.models import User

KEPT_FOR = timedelta(days=2)
_CHUNK = 1024 * 1024
_LONGEST_PRINT = 300
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


class DiskFull(Refused):
    """There is no room for more; nothing of what is there is lost."""

    def __init__(self) -> None:
        super().__init__(_("The portal’s disk is full. What was received is kept: try again later."))


class _Lost(Refused):
    def __init__(self) -> None:
        super().__init__(_("A part of the file was lost. Choose the file again: the rest is still here."))


def begin_upload(artwork: Artwork, *, by: User, file_name: str, size: int, fingerprint: str) -> Upload:
    """The upload of this file, new or as far as it had come. Raises Refused."""
    demand_may_attach(artwork, by)
    if size <= 0:
        raise Refused(_("The file is empty."))
    if size > settings.IMAGE_MAX_BYTES:
        limit = settings.IMAGE_MAX_BYTES // _CHUNK
        raise Refused(_("The file is larger than %(limit)s MB.") % {"limit": limit})
    fingerprint = f"{size} {fingerprint}"[:_LONGEST_PRINT]
    mine = Upload.objects.unfinished().filter(by=by, artwork=artwork, fingerprint=fingerprint)
    if found := mine.first():
        return found
    _demand_room(by, size)
    found, _is_new = Upload.objects.get_or_create(
        by=by,
        artwork=artwork,
        fingerprint=fingerprint,
        state=UploadState.RECEIVING,
        defaults={"file_name": file_name[:200], "size": size},
    )
    return found


def keep_part(upload: Upload, number: int, data: bytes) -> None:
    """Keep one part; a part that is there already is left alone. Raises Refused, DiskFull."""
    if len(data) != upload.part_size(number) or not data:
        raise Refused(_("Part %(number)d has not the size that was announced.") % {"number": number})
    if upload.state != UploadState.RECEIVING:
        raise Refused(_("This file has been received already."))
    if number in upload.parts:
        return
    storage, path = storages["default"], upload.part_path(number)
    with _room():
        if storage.exists(path):
            storage.delete(path)  # of a request that ended before it was noted
        kept = storage.save(path, ContentFile(data))
    if kept != path:  # the same part came twice at once: the other one stands
        storage.delete(kept)
    with transaction.atomic():
        locked = Upload.objects.select_for_update().get(pk=upload.pk)
        if number not in locked.parts:
            locked.parts = sorted({*locked.parts, number})
            locked.save(update_fields=["parts", "changed_at"])
    upload.parts = locked.parts


def finish_upload(
    upload: Upload, *, rights: str, credit: str, alt: dict[str, str], shows_this_too: bool = False
) -> bool:
    """Take the words for a file that has come whole: it is to be checked next. False if it is already.

    Raises Refused.
    """
    demand_may_attach(upload.artwork, upload.by)
    if rights not in Rights.values:
        raise Refused(_("Choose the rights in the photograph from the list."), field="rights")
    if upload.artwork.is_public:
        demand_described(credit, alt)
    with transaction.atomic():
        locked = Upload.objects.select_for_update().get(pk=upload.pk)
        is_next = locked.state == UploadState.RECEIVING
        if is_next:
            if not locked.is_whole:
                raise Refused(_("The file has not come whole yet."))
            locked.rights, locked.credit, locked.alt = rights, credit.strip()[:300], alt
            locked.shows_this_too = shows_this_too
            locked.state, locked.refusal, locked.there = UploadState.CHECKING, "", None
            locked.save()
    upload.refresh_from_db()
    return is_next


def check_upload(upload: Upload) -> None:
    """Put the parts together, check the file and attach it, or keep its refusal. Done twice, it changes nothing."""
    upload.refresh_from_db()
    if upload.state != UploadState.CHECKING:
        return
    try:
        with tempfile.TemporaryFile() as file:
            _put_together(upload, file)
            _attach(upload, file)
    except (DiskFull, _Lost) as refusal:
        _turn(upload, UploadState.RECEIVING, refusal.sentence)
    except AlreadyThere as refusal:
        # The parts stay where the same photograph may show this work too: its sender decides.
        state = UploadState.RECEIVING if refusal.may_repeat else UploadState.REFUSED
        _turn(upload, state, refusal.sentence, refusal.image)
    except Refused as refusal:
        _turn(upload, UploadState.REFUSED, refusal.sentence)
    if upload.state != UploadState.RECEIVING:
        _delete_parts(upload)


def give_back(upload: Upload) -> None:
    """After a fault of ours while it was checked: what was received stays, and it may be sent for checking again."""
    upload.refresh_from_db()
    if upload.state == UploadState.CHECKING:
        sentence = _("Something went wrong on our side while the file was checked. Try again.")
        _turn(upload, UploadState.RECEIVING, sentence)


def forget_upload(upload: Upload) -> None:
    """Take back an upload: what came of it goes; a photograph that is attached stays."""
    _delete_parts(upload)
    upload.delete()


def sweep_uploads() -> int:
    """Forget uploads that nothing happened to for two days; returns how many."""
    old = Upload.objects.filter(changed_at__lt=timezone.now() - KEPT_FOR)
    for count, upload in enumerate(old, start=1):  # noqa: B007
        forget_upload(upload)
    return len(old)


def publish_photographs(artwork: Artwork, *, by: User | None) -> bool:
    """Write the next version of a public work once all its photographs are ready; False while they are not.

    Where the last version has them already, or the record may not be published as it is, nothing is done.
    """
    shown = artwork.images.filter(withheld_reason="")
    if not artwork.is_public:
        return True
    if shown.filter(derivatives={}, failure="").exists():
        return False
    last = ArtworkVersion.objects.filter(artwork=artwork).order_by("-number").first()
    frozen = {image["id"] for image in last.document["images"] if image} if last else set()
    if set(shown.exclude(derivatives={}).values_list("public_id", flat=True)) - frozen:
        with suppress(Refused):  # the record's form says what it lacks
            publish(artwork, by=by)
    return True


def _demand_room(by: User, size: int) -> None:
    mine = Upload.objects.unfinished().filter(by=by)
    taken = mine.aggregate(bytes=Sum("size"))["bytes"] or 0
    if mine.count() >= settings.UPLOAD_OPEN_AT_ONCE or taken + size > settings.UPLOAD_OPEN_BYTES:
        raise Refused(
            _("You have many uploads that are not finished. Finish or cancel some of them, then go on.")
        )


def _put_together(upload: Upload, file: IO[bytes]) -> None:
    storage = storages["default"]
    with _room():
        for number in range(upload.part_count):
            try:
                part = storage.open(upload.part_path(number))
            except FileNotFoundError as error:
                upload.parts.remove(number)
                raise _Lost from error
            with part:
                for chunk in part.chunks(_CHUNK):
                    file.write(chunk)
        file.flush()


def _attach(upload: Upload, file: Any) -> None:
    """The photograph and the end of its upload in one transaction: a stop leaves either both or none."""
    found = inspected(file)
    with _room(), transaction.atomic():
        upload.image = attach_image(
            upload.artwork,
            file,
            by=upload.by,
            rights=upload.rights,
            credit=upload.credit,
            alt=upload.alt,
            shows_this_too=upload.shows_this_too,
            found=found,
        )
        upload.state = UploadState.ATTACHED
        upload.save()


def _turn(upload: Upload, state: UploadState, sentence: str, there: Any = None) -> None:
    upload.state, upload.refusal, upload.there = state, sentence, there
    upload.save()


def _delete_parts(upload: Upload) -> None:
    storage = storages["default"]
    for number in range(upload.part_count):
        storage.delete(upload.part_path(number))
    with suppress(OSError):  # the folder, where the storage has such
        storage.delete(upload.folder)


@contextmanager
def _room() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise DiskFull from error
        raise
