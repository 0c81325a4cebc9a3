"""An archive of photographs in the admin: tried at once, attached by the worker."""

from __future__ import annotations

import hashlib
from typing import Any

from django.conf import settings
from django.core.files.storage import storages
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from collection.actions.refusal import Refused
from collection.imports.apply import How
from collection.imports.picture_files import Archive
from collection.imports.pictures import attach_pictures
from collection.imports.runner import Source
from collection.models import ImportRun
from collection.models.import_run import PICTURES
from collection.picture_tasks import archive_path, attach_archive
from members.models import Museum

SUFFIX = ".zip"


def try_archive(file: Any, museum: Museum, user: Any) -> ImportRun:
    """Check every photograph and row of an archive, attach none, and keep it for attaching. Raises Refused."""
    if file.size > settings.PICTURES_ZIP_BYTES:
        limit = settings.PICTURES_ZIP_BYTES // 1024 // 1024
        raise Refused(_("The file is larger than %(limit)d MB. Split it.") % {"limit": limit})
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    name = file.name.replace("\x00", "")[:200]
    source = Source(name, digest.hexdigest(), PICTURES)
    run = attach_pictures(Archive(file), source, museum=museum, how=How(by=user), is_dry_run=True)
    if not storages["default"].exists(archive_path(run)):
        file.seek(0)
        storages["default"].save(archive_path(run), file)
    return run


def may_be_attached(trial: ImportRun) -> bool:
    """True while the archive of a trial is kept."""
    return trial.is_dry_run and storages["default"].exists(archive_path(trial))


def order_attaching(trial: ImportRun, user: Any) -> None:
    """Let the worker attach what was tried. Raises Refused."""
    if not may_be_attached(trial):
        raise Refused(_("Only a file that was tried can be applied. Upload it again."))
    attach_archive.defer(run_id=trial.pk, by_id=user.pk, language=get_language() or "en")
