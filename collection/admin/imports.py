"""Imports: a spreadsheet is tried first, row by row; then applied, and undone if need be."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import TabularInline
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.files.storage import storages
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from collection.actions.refusal import NotAllowed, Refused
from collection.actions.undo import undo_import
from collection.admin.import_dates import ImportDates, dates_of
from collection.admin.picture_imports import SUFFIX, may_be_attached, order_attaching, try_archive
from collection.admin.scope import ScopedAdmin, ScopedInline, museums_of, of_museums
from collection.imports import formats
from collection.imports.apply import How
from collection.imports.date_rows import CorrectedRows
from collection.imports.report import report_in_words
from collection.imports.runner import run_import, source_of
from collection.models import ImportRow, ImportRun
from collection.models.import_run import PICTURES, RowOutcome, RunState
from members.models import Museum
from members.permissions import Do, may


class UploadForm(forms.Form):
    """Whose file it is, and the file."""

    museum = forms.ModelChoiceField(Museum.objects.none(), label=gettext_lazy("museum"), empty_label=None)
    file = forms.FileField(
        label=gettext_lazy("spreadsheet or photographs"),
        help_text=gettext_lazy(
            "CSV (UTF-8) or XLSX; the first row names the fields. Or a ZIP of photographs with such a table "
            "beside them. It is only tried: nothing changes yet."
        ),
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["museum"].queryset = museums_of(user)  # type: ignore[attr-defined]


MOST_ROWS = 300


class RowInline(ScopedInline, TabularInline):
    """The rows of a run, refused ones first; of a whole catalogue the first few hundred."""

    model = ImportRow
    verbose_name_plural = gettext_lazy("rows")
    fields = ["number", "key", "said", "message"]
    readonly_fields = ["number", "key", "said", "message"]
    ordering = ["number"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = super().get_queryset(request)
        match = request.resolver_match
        run = (match.kwargs if match else {}).get("object_id", "")
        if not run.isdecimal():
            return rows
        refused_first = (
            rows.filter(run=int(run))
            .annotate(is_refused=Q(outcome=RowOutcome.REFUSED))
            .order_by("-is_refused", "number")
        )
        return rows.filter(pk__in=list(refused_first.values_list("pk", flat=True)[:MOST_ROWS]))

    def has_add_permission(self, request: HttpRequest, obj: Any) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=gettext_lazy("outcome"))
    def said(self, row: ImportRow) -> str:
        return format_html(
            '<span class="state" data-state="{}">{}</span>', row.outcome, row.get_outcome_display()
        )


@admin.register(ImportRun)
class ImportRunAdmin(ImportDates, ScopedAdmin):
    """The ledger; adding to it is trying a file."""

    saves_by_actions = True
    deeds = {"view": Do.VIEW, "add": Do.DRAFT}
    list_display = ["file_name", "museum", "by", "is_dry_run", "state", "row_count", "started_at"]
    list_filter = ["state", "is_dry_run"]
    list_select_related = ["museum", "by"]
    fields = [
        "file_name", "museum", "by", "format", "is_dry_run", "state", "started_at", "finished_at", "outcomes", "learnt",
    ]  # fmt: skip
    readonly_fields = ["outcomes", "learnt"]
    inlines = [RowInline]

    def scope(self, queryset: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
        return of_museums(request, queryset).annotate(rows_in_all=Count("rows"))

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A run without a museum is the portal's own; the scope shows it to editors and administrators."""
        return may(request.user, Do.VIEW, obj) if obj is None or obj.museum_id else may(request.user, Do.VIEW)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may(request.user, Do.DRAFT) or may(request.user, Do.PUBLISH)

    @admin.display(description=gettext_lazy("rows"), ordering="rows_in_all")
    def row_count(self, run: Any) -> int:
        return run.rows_in_all

    @admin.display(description=gettext_lazy("rows"))
    def outcomes(self, run: ImportRun) -> str:
        counted = run.rows.values_list("outcome").annotate(n=Count("pk")).order_by("outcome")
        said = ", ".join(f"{n} {RowOutcome(outcome).label.lower()}" for outcome, n in counted)
        hidden = run.rows.count() > MOST_ROWS
        return f"{said}. " + (
            _("Below stand %(n)d of them, refused ones first.") % {"n": MOST_ROWS} if hidden else ""
        )

    @admin.display(description=gettext_lazy("what it taught"))
    def learnt(self, run: ImportRun) -> str:
        return (
            format_html_join("", "<p>{}</p>", ((sentence,) for sentence in report_in_words(run.report)))
            or "–"
        )

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """The upload, tried at once."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = UploadForm(request.POST or None, request.FILES or None, user=request.user)
        if request.method == "POST" and form.is_valid():
            try:
                run = _tried(form.cleaned_data["file"], form.cleaned_data["museum"], request.user)
            except Refused as refusal:
                form.add_error("file", refusal.sentences)
            else:
                messages.success(
                    request, _("Tried: nothing was changed. Look at each row, then apply the file.")
                )
                return redirect("admin:collection_importrun_change", run.pk)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Import a spreadsheet or photographs"),
            "form": form,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/collection/importrun/upload.html", context)

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        run: ImportRun | None = context.get("original")
        if run is not None and run.museum is not None:
            is_kept = may_be_attached(run) if run.format == PICTURES else _is_kept(run)
            context["may_apply"] = (
                is_kept and run.state == RunState.FINISHED and may(request.user, Do.DRAFT, run)
            )
            context["dates"] = dates_of(request, run)
            is_done = not run.is_dry_run and run.state in (RunState.FINISHED, RunState.FAILED)
            is_undoable = is_done and run.format != PICTURES
            context["may_undo"] = is_undoable and may(request.user, Do.PUBLISH, run)
        return super().render_change_form(request, context, *args, **kwargs)

    def get_urls(self) -> list[URLPattern]:
        at = self.admin_site.admin_view
        return [
            path("<path:object_id>/do/<slug:verb>/", at(self.deed_view), name="collection_importrun_deed"),
            *super().get_urls(),
        ]

    def deed_view(self, request: HttpRequest, object_id: str, verb: str) -> HttpResponse:
        """POST: apply a tried file, or undo an applied one."""
        run = self.get_object(request, unquote(object_id))
        if verb not in ("apply", "undo"):
            raise Http404
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not may(request.user, Do.DRAFT if verb == "apply" else Do.PUBLISH, run):
            raise PermissionDenied
        try:
            if verb == "apply" and run.format == PICTURES:
                order_attaching(run, request.user)
                messages.success(request, _("The photographs are being attached: the list has the outcome."))
                return redirect("admin:collection_importrun_changelist")
            run = _applied(run, request.user) if verb == "apply" else self._undone(request, run)
        except NotAllowed as refusal:
            raise PermissionDenied(refusal.sentence) from refusal
        except Refused as refusal:
            for sentence in refusal.sentences:
                messages.error(request, sentence)
        return redirect("admin:collection_importrun_change", run.pk)

    @staticmethod
    def _undone(request: HttpRequest, run: ImportRun) -> ImportRun:
        for sentence in undo_import(run, by=request.user):  # type: ignore[arg-type]
            messages.warning(request, sentence)
        messages.success(request, _("The import is undone."))
        return run


def _kept_path(run: ImportRun) -> str:
    return f"imports/{run.sha256}.{run.format}"


def _is_kept(run: ImportRun) -> bool:
    return run.is_dry_run and storages["default"].exists(_kept_path(run))


def _tried(file: Any, museum: Museum, user: Any) -> ImportRun:
    """Try a file and keep it for applying. Raises Refused."""
    if file.name.lower().endswith(SUFFIX):
        return try_archive(file, museum, user)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / Path(file.name.replace("\x00", "")).name
        place.write_bytes(file.read())
        run = run_import(
            formats.read(place), source_of(place), museum=museum, how=How(by=user), is_dry_run=True
        )
        if not storages["default"].exists(_kept_path(run)):
            with place.open("rb") as stream:
                storages["default"].save(_kept_path(run), stream)
    return run


def _applied(trial: ImportRun, user: Any) -> ImportRun:
    """Apply a file that was tried. Raises Refused."""
    kept = storages["default"]
    if not trial.is_dry_run or not kept.exists(_kept_path(trial)):
        raise Refused(_("Only a file that was tried can be applied. Upload it again."))
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / trial.file_name
        with kept.open(_kept_path(trial)) as stream:
            place.write_bytes(stream.read())
        how = How(by=user, note=_("Imported from %(file)s") % {"file": trial.file_name})
        read = formats.read(place)
        rows = CorrectedRows(read.rows, trial.corrections) if trial.corrections else read.rows
        return run_import(replace(read, rows=rows), source_of(place), museum=trial.museum, how=how)
