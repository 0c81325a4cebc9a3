"""The chain of keepers in an artwork's form: drawn, checked, and read from a text that a registrar pastes."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from collection.admin.linking import linked, steps_of
from collection.exports.periods import called_otherwise
from collection.exports.record import public_record
from collection.models import Artwork
from collection.provenance.checks.beside import beside_of
from collection.provenance.checks.run import findings_of, summary
from collection.provenance.checks.step import chain_of
from collection.provenance.parse import parse
from collection.provenance.rows import fields_of
from collection.views.artwork_provenance import line_of
from members.forms import lines_of, map_of

PREFIX = "provenance_events"
PASTE = "provenance_paste"
_LONGEST = 20_000


class ProvenancePages:
    """A mixin of the artwork's admin."""

    admin_site: Any

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        """“Read it into events” shows the form again with the rows of the text; nothing is saved by it."""
        if request.method == "POST" and "_read" in request.POST and object_id:
            artwork: Artwork = self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
            if self.has_change_permission(request, artwork):  # type: ignore[attr-defined]
                return self._with_events(request, artwork)
        return super().changeform_view(request, object_id, form_url, extra_context)  # type: ignore[misc]

    def _with_events(self, request: HttpRequest, artwork: Artwork) -> HttpResponse:
        from collection.admin.saving import data_of, querydict

        data = data_of(request.POST)
        pasted = (data.pop(PASTE, [""])[0]).replace("\r\n", "\n").strip()[:_LONGEST]
        data.pop("_read", None)
        rows = linked(fields_of(parse(pasted))) if pasted else []
        if pasted:
            _put_text(data, pasted)
            _put_rows(data, rows)
        asking = HttpRequest()
        asking.method, asking.user, asking.POST = "POST", request.user, querydict(data)  # type: ignore[assignment]
        _say(request, rows)
        more = {
            "title": str(artwork),
            "base": request.POST.get("base", ""),
            "read": {**_empty(artwork), "provenance": [_as_record(row) for row in rows]},
            "beside": beside_of(steps_of(rows)),
        }
        return self.shown(request, artwork, self.bound(asking, artwork), more)  # type: ignore[attr-defined]

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The chain, what is known of it, and what is missing or doubtful."""
        artwork: Artwork | None = context.get("original")
        if artwork is not None:
            work = Artwork.objects.with_record().with_actors().get(pk=artwork.pk)
            record = context.get("read") or public_record(work)
            beside = context.get("beside") or beside_of(work.provenance_events.all())
            year = timezone.localdate().year
            context |= {
                "chain": line_of(record, year),
                "chain_summary": summary(chain_of(record, year)),
                "findings": findings_of(record, year, beside) if record["provenance"] else [],
                "called_otherwise": called_otherwise(work),
                "is_read": "read" in context,
            }
        return super().render_change_form(request, context, *args, **kwargs)  # type: ignore[misc]


def _put_text(data: dict[str, list[str]], text: str) -> None:
    """The pasted text becomes the record's own words in English; other languages stay."""
    try:
        words = map_of(data.get("provenance_text", [""])[0])
    except ValidationError:  # the field is shown again with its error
        return
    data["provenance_text"] = [lines_of({**words, "en": text})]


def _put_rows(data: dict[str, list[str]], rows: list[dict[str, Any]]) -> None:
    """Rows that stand are marked for deletion, unsaved ones go, and those of the text come behind."""
    initial = int(data.get(f"{PREFIX}-INITIAL_FORMS", ["0"])[0] or 0)
    for name in [name for name in data if name.startswith(f"{PREFIX}-") and name.split("-")[1].isdecimal()]:
        if int(name.split("-")[1]) >= initial:
            del data[name]
    for number in range(initial):
        data[f"{PREFIX}-{number}-DELETE"] = ["on"]
    for number, row in enumerate(rows, start=initial):
        values = {"certainty": "certain", "link_certainty": "certain", "date_basis": "parsed", **row}
        for name, value in values.items():
            if value is True:
                data[f"{PREFIX}-{number}-{name}"] = ["on"]
            elif value is not False:
                shown = lines_of(value) if isinstance(value, dict) else str(value)
                data[f"{PREFIX}-{number}-{name}"] = [shown]
    data[f"{PREFIX}-TOTAL_FORMS"] = [str(initial + len(rows))]


def _say(request: HttpRequest, rows: list[dict[str, Any]]) -> None:
    if not rows:
        messages.warning(request, _("Paste a provenance text first."))
        return
    unread = sum(1 for row in rows if "party_name" not in row)
    messages.info(
        request,
        ngettext(
            "%(count)d step was read. Nothing is saved yet: look at it below, correct it and save.",
            "%(count)d steps were read. Nothing is saved yet: look at them below, correct them and save.",
            len(rows),
        )
        % {"count": len(rows)},
    )
    if unread:
        words = ngettext(
            "%(count)d piece was not understood and is kept in its own words.",
            "%(count)d pieces were not understood and are kept in their own words.",
            unread,
        )
        messages.warning(request, words % {"count": unread})


def _empty(artwork: Artwork) -> dict[str, Any]:
    """What the checks want to know of the work beside its chain."""
    place = artwork.find_place
    return {
        "museum": {"names": artwork.museum.names},
        "earliest_year": artwork.earliest_begin,
        "find_place": {"country": place.country} if place else None,
    }


def _as_record(row: dict[str, Any]) -> dict[str, Any]:
    """A row that is not saved, as the public record would tell it."""
    nothing = dict.fromkeys(("earliest_begin", "latest_end", "earliest_year", "latest_year", "place"))
    return {
        **nothing,
        "kind": row["kind"],
        "text": row["text"],
        "party": row.get("party_name"),
        "life": row.get("party_life"),
        "origin": row.get("origin_name"),
        "place_name": row.get("place_name"),
        "display_date": row.get("display_date"),
        "certainty": row.get("certainty", "certain"),
        "is_direct": row["is_direct"],
        "source": row.get("source"),
    }
