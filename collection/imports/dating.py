"""The date columns of a row as facts: bounds as given, else read from the EDTF, else from the words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from collection.actions.facts import YEAR_FIELDS
from collection.actions.refusal import Refused
from collection.dates import edtf, words
from collection.dates.conventions import of_museum
from collection.dates.spans import Span
from collection.enums import DateBasis
from collection.imports.columns import DATE_COLUMNS

# What a reading says that somebody should decide, even if every word was understood.
_DOUBTS = frozenset({"ambiguous", "calendars disagree"})


def date_facts(cells: Mapping[str, str], museum: str = "") -> tuple[dict[str, Any], str]:
    """Facts of the date columns that the file has, and a remark for the one who imports. Raises Refused.

    `museum` is the slug of the museum whose “about” and “early” are meant.
    """
    if not any(column in cells for column in DATE_COLUMNS):
        return {}, ""
    display, written = cells.get("display_date", ""), cells.get("edtf", "")
    years = [_year(cells, name) for name in YEAR_FIELDS]
    remark = ""
    convention = of_museum(museum, settings.DATE_CONVENTIONS)
    reading = words.read(display, convention=convention, culture=cells.get("culture", ""))
    is_read = cells.get("date_basis") == DateBasis.PARSED and written == reading.edtf
    if any(year is not None for year in years):
        span, basis = _given(years), _basis(cells)
        _check(written)
    elif written and not is_read:
        span, basis = _check(written), DateBasis.MUSEUM
    else:
        span, basis, written = reading.span, DateBasis.PARSED, reading.edtf
        is_clear = reading.understood and not _DOUBTS & set(reading.qualifiers)
        remark = "" if not display or is_clear else reading.note
    facts = {"display_date": display, "edtf": written, "date_basis": str(basis), **span.as_fields()}
    return facts, remark


def _basis(cells: Mapping[str, str]) -> DateBasis:
    """Years are the museum's, or, with a reason, others than its words say. Raises Refused without one."""
    if cells.get("date_basis") != DateBasis.OVERRIDE:
        return DateBasis.MUSEUM
    if not cells.get("date_note", "").strip():
        raise Refused(_("Say in date_note why the years are not those of the words."))
    return DateBasis.OVERRIDE


def _year(cells: Mapping[str, str], name: str) -> int | None:
    cell = cells.get(name, "").replace("\u2212", "-")
    try:
        return int(cell) if cell else None
    except ValueError as error:
        raise Refused(
            _("“%(cell)s” in column %(column)s is not a year: write 1600, or -499 for 500 BCE.")
            % {"cell": cell, "column": name}
        ) from error


def _given(years: list[int | None]) -> Span:
    """The span of two or four bounds."""
    begin, latest_begin, earliest_end, end = years
    if begin is None or end is None:
        raise Refused(_("Give both earliest_begin and latest_end, or neither."))
    try:
        return Span(
            begin,
            end if latest_begin is None else latest_begin,
            begin if earliest_end is None else earliest_end,
            end,
        )
    except ValueError as error:
        raise Refused(
            _(
                "The years %(begin)d to %(end)d cannot be: the latest lies before the earliest, or too far away."
            )
            % {"begin": begin, "end": end}
        ) from error


def _check(written: str) -> Span:
    """The span of an EDTF text; unknown for an empty one."""
    try:
        return edtf.parse(written) if written else Span()
    except edtf.EdtfError as error:
        raise Refused(_("EDTF “%(edtf)s”: %(why)s") % {"edtf": written, "why": error}) from error
