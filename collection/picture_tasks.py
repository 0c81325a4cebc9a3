"""Archives of photographs in the background: attached when their trial was good, and gone two days later."""

from __future__ import annotations

from datetime import timedelta

from django.core.files.storage import storages
from django.utils import timezone, translation
from procrastinate.contrib.django import app

from collection.imports.apply import How
from collection.imports.picture_files import Archive
from collection.imports.pictures import attach_pictures
from collection.imports.runner import Source
from collection.models import ImportRun
from collection.models.import_run import PICTURES
from members.models import User

KEPT_FOR = timedelta(days=2)


def archive_path(run: ImportRun) -> str:
    """Where the archive of a trial waits to be applied: one place for each museum, as trials are."""
    return f"imports/{run.museum_id}/{run.sha256}.zip"


@app.task(queue="images")
def attach_archive(run_id: int, by_id: int, language: str) -> None:
    """Attach the photographs of a tried archive, in the name of who pressed the button."""
    trial = ImportRun.objects.select_related("museum").filter(pk=run_id, format=PICTURES).first()
    by = User.objects.filter(pk=by_id, is_active=True).first()
    path = archive_path(trial) if trial else ""
    if trial is None or by is None or not storages["default"].exists(path):
        return
    source = Source(trial.file_name, trial.sha256, PICTURES)
    with translation.override(language), storages["default"].open(path) as file:
        attach_pictures(Archive(file), source, museum=trial.museum, how=How(by=by))
    storages["default"].delete(path)


@app.periodic(cron="41 * * * *")
@app.task(queue="upkeep", queueing_lock="sweep_archives")
def sweep_archives(timestamp: int) -> None:
    """Take away archives that were tried and not applied for two days."""
    last = timezone.now() - KEPT_FOR
    tried = ImportRun.objects.filter(format=PICTURES, is_dry_run=True, started_at__lt=last)
    for run in tried.filter(started_at__gte=last - KEPT_FOR):
        storages["default"].delete(archive_path(run))
