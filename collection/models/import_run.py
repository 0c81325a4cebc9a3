"""An import as a ledger of rows: what was read, what became of it, and how to undo it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from collection.models.artwork import Artwork
from members.models import Museum

PICTURES = "pictures"  # the format of a run that attached photographs


class RunState(models.TextChoices):
    RUNNING = "running", _("Running")
    FINISHED = "finished", _("Finished")
    FAILED = "failed", _("Failed")
    UNDONE = "undone", _("Undone")


class RowOutcome(models.TextChoices):
    CREATED = "created", _("New")
    CHANGED = "changed", _("Changed")
    SAME = "same", _("Unchanged")
    REFUSED = "refused", _("Refused")


class ImportRun(models.Model):
    """One file read at one time."""

    museum = models.ForeignKey(Museum, models.PROTECT, null=True, blank=True, related_name="import_runs")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    file_name = models.CharField(_("file"), max_length=200)
    sha256 = models.CharField(max_length=64)
    format = models.CharField(_("format"), max_length=16)
    is_dry_run = models.BooleanField(_("trial only"), default=False)
    state = models.CharField(_("state"), max_length=10, choices=RunState, default=RunState.RUNNING)
    report = models.JSONField(default=dict, editable=False)  # words not in the vocabulary, fields not read
    corrections = models.JSONField(
        default=dict, editable=False
    )  # number of a row → its date as a person decided
    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-started_at"]

    def __str__(self) -> str:
        return self.file_name


class ImportRow(models.Model):
    """One row of the file."""

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(_("row"))
    key = models.CharField(_("work"), max_length=200, blank=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=RowOutcome)
    message = models.TextField(_("message"), blank=True)
    artwork = models.ForeignKey(Artwork, models.SET_NULL, null=True, related_name="import_rows")
    revision_after = models.PositiveIntegerField(null=True)
    date = models.JSONField(
        default=dict
    )  # of a trial: its date as it was read (collection.imports.date_rows)
    before = models.JSONField(default=dict)  # fact → its value before the row, to undo it with

    class Meta:
        verbose_name = _("row of an import")
        ordering = ["run", "number"]
        constraints = [models.UniqueConstraint(fields=["run", "number"], name="importrow_stands_once")]

    def __str__(self) -> str:
        return f"{self.number}: {self.outcome}"
