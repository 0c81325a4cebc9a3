"""The dates of a file that is tried: each with its span, EDTF and epochs, to be accepted, corrected or overridden."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from collection.actions.facts import YEAR_FIELDS
from collection.admin.date_line import drawn
from collection.admin.dates import DatedFormMixin
from collection.dates.display import edtf_sentence, span_text
from collection.dates.edtf import EdtfError
from collection.dates.fit import Period, contradiction, suggested
from collection.dates.spans import Span
from collection.exports.periods import periods_of
from collection.imports.date_rows import DECIDED
from collection.models import Artwork, Culture, Epoch, ImportRow, ImportRun
from members.permissions import Do, may

_A_PAGE = 25


class RowDateForm(DatedFormMixin, forms.ModelForm):
    """The date of one row; checked as in the form of a work."""

    class Meta:
        model = Artwork
        fields = ["display_date", "edtf", "date_basis", *YEAR_FIELDS, "date_note"]

    def __init__(self, *args: Any, culture: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.culture = culture

    def _culture(self, data: dict[str, Any]) -> str:
        return self.culture


class ImportDates:
    """A mixin of the admin of imports."""

    admin_site: Any

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.date_view)
        own = path("<path:object_id>/dates/<int:number>/", view, name="collection_importrun_date")
        return [own, *super().get_urls()]  # type: ignore[misc]

    def date_view(self, request: HttpRequest, object_id: str, number: int) -> HttpResponse:
        """GET: the date of a row in a form that reads it while one types. POST: what somebody decided, `accept` as it is."""
        run: ImportRun = self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
        if run is None:
            raise Http404
        row = get_object_or_404(run.rows, number=number)
        if not may_decide(request, run) or not row.date:
            raise PermissionDenied
        if request.method == "POST" and "accept" in request.POST:
            _decide(run, row, {})
            return redirect(_back(request, run))
        culture = Culture.objects.filter(pk=row.date["culture"]).first()
        data = _without_nul(request) if request.method == "POST" else None
        initial = {name: row.date[name] for name in DECIDED}
        instance = Artwork(museum=run.museum)
        form = RowDateForm(data, initial=initial, instance=instance, culture=culture.slug if culture else "")
        if form.is_valid():
            _decide(run, row, {name: form.cleaned_data[name] for name in DECIDED})
            messages.success(
                request,
                _("Row %(number)d: its date is kept for when the file is applied.") % {"number": number},
            )
            return redirect(_back(request, run))
        context = {
            **self.admin_site.each_context(request),
            "title": _("The date of row %(number)d, %(key)s") % {"number": number, "key": row.key},
            "form": form, "run": run, "row": row, "culture": culture, "opts": ImportRun._meta,
        }  # fmt: skip
        return TemplateResponse(request, "admin/collection/importrun/date.html", context)


def may_decide(request: HttpRequest, run: ImportRun) -> bool:
    return run.is_dry_run and run.museum_id is not None and may(request.user, Do.DRAFT, run)


def dates_of(request: HttpRequest, run: ImportRun) -> dict[str, Any]:
    """A page of the dates, those to look at first: `rows`, `page`, `doubtful` (how many), `may_decide`."""
    dated = run.rows.exclude(date={}).order_by("-date__is_doubtful", "number")
    page = Paginator(dated, _A_PAGE).get_page(request.GET.get("dates"))
    return {
        "rows": _described(page.object_list),
        "page": page,
        "doubtful": dated.filter(date__is_doubtful=True).count(),
        "may_decide": may_decide(request, run),
    }


def _described(rows: QuerySet[ImportRow] | list[ImportRow]) -> list[dict[str, Any]]:
    periods = periods_of(Epoch.objects.usable().with_bounds()) if rows else []
    cultures = Culture.objects.in_bulk({row.date["culture"] for row in rows} - {None})
    return [_one(row, periods, cultures.get(row.date["culture"])) for row in rows]


def _one(row: ImportRow, periods: Iterable[Period], culture: Culture | None) -> dict[str, Any]:
    date = row.date
    span = Span(*(date[name] for name in YEAR_FIELDS))
    countries = {date["country"]} - {""} or set(culture.countries if culture else ())
    regions = {culture.region} if culture else set()
    chosen = [one for one in periods if one.key in date["epochs"]]
    fitting = suggested(span, periods, countries, regions) if countries or regions else []
    return {
        "row": row,
        "date": date,
        "line": drawn(span),
        "years": span_text(span),
        "sentence": _sentence(date["edtf"]),
        "epochs": [one for one in fitting if one not in chosen],
        "chosen": chosen,
        "conflicts": [said for one in chosen if (said := contradiction(span, one))],
    }


def _sentence(edtf: str) -> str:
    try:
        return edtf_sentence(edtf) if edtf else ""
    except EdtfError:
        return ""


def _decide(run: ImportRun, row: ImportRow, facts: dict[str, Any]) -> None:
    """Keep what was decided for when the file is applied; no facts accept the date as it was read."""
    row.date |= {**facts, "is_doubtful": False, "is_decided": bool(facts), "is_accepted": not facts}
    row.save(update_fields=["date"])
    if facts:
        run.corrections[str(row.number)] = facts
        run.save(update_fields=["corrections"])


def _without_nul(request: HttpRequest) -> Any:
    data = request.POST.copy()
    for name, values in list(data.lists()):
        data.setlist(name, [value.replace("\x00", "") for value in values])
    return data


def _back(request: HttpRequest, run: ImportRun) -> str:
    page = request.POST.get("dates", "")
    at = reverse("admin:collection_importrun_change", args=[run.pk])
    return f"{at}?dates={page}#dates" if page.isdecimal() and len(page) < 7 else f"{at}#dates"
