"""Dates in forms: the words and the EDTF are read, the years follow, and what contradicts itself is refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from collection.dates import edtf as edtf_dates
from collection.dates import words
from collection.dates.conventions import of_museum
from collection.dates.display import edtf_sentence, span_text
from collection.dates.spans import Span
from collection.enums import DateBasis

BOUNDS = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
FAR = 10_000_000


@dataclass
class Meaning:
    """What words and EDTF say together. `errors` are sentences; `edtf` is a suggestion where only words are given."""

    span: Span
    edtf: str = ""
    sentence: str = ""
    notes: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def meaning_of(display_date: str, edtf: str, *, museum: str = "", culture: str = "") -> Meaning:
    """Read the EDTF if there is one, else the words, as the museum means them. Never raises.

    EDTF that is what the words say is read from the words: they know inner bounds that EDTF cannot tell.
    """
    convention = of_museum(museum, settings.DATE_CONVENTIONS)
    reading = words.read(display_date, convention=convention, culture=culture)
    if edtf.strip() and edtf.strip() != reading.edtf:
        try:
            span = edtf_dates.parse(edtf.strip(), convention.width)
        except edtf_dates.EdtfError as error:
            return Meaning(Span(), edtf, errors=[str(error)])
        except ValueError:
            return Meaning(Span(), edtf, errors=[_("The latest year lies before the earliest.")])
        return Meaning(span, edtf.strip(), edtf_sentence(edtf.strip()), _disagreement(reading.span, span))
    notes = [reading.note] if reading.note and display_date.strip() else []
    sentence = edtf_sentence(reading.edtf) if reading.edtf else ""
    return Meaning(reading.span, reading.edtf, sentence, notes)


def _disagreement(words_span: Span, edtf_span: Span) -> list[str]:
    """The EDTF counts, but a person who changed the words only is told that it still says something else."""
    if not (words_span.is_bounded and edtf_span.is_bounded) or words_span.overlaps(edtf_span):
        return []
    return [_("The words say %(years)s: empty the EDTF to take them.") % {"years": span_text(words_span)}]


def described(meaning: Meaning) -> dict[str, Any]:
    """The same as JSON for the live check."""
    bounds = dict(zip(BOUNDS, meaning.span.bounds, strict=True))
    return {
        "edtf": meaning.edtf,
        "sentence": meaning.sentence,
        "years": span_text(meaning.span) if any(b is not None for b in bounds.values()) else "",
        **bounds,
        "notes": meaning.notes,
        "errors": meaning.errors,
    }


class DatedFormMixin:
    """`clean()` of a form whose model is Dated."""

    def clean(self) -> Any:
        cleaned = super().clean()  # type: ignore[misc]
        data: dict[str, Any] = cleaned if cleaned is not None else self.cleaned_data  # type: ignore[attr-defined]
        if "edtf" not in self.fields or "edtf" in self.errors:  # type: ignore[attr-defined]
            return data
        if self.instance.pk and not {"display_date", "edtf", "date_basis", *BOUNDS} & set(self.changed_data):  # type: ignore[attr-defined]
            return data  # what nobody touched stays as it was read before
        meaning = meaning_of(
            data.get("display_date") or "",
            data.get("edtf") or "",
            museum=self._museum(data),
            culture=self._culture(data),
        )
        if meaning.errors:
            raise ValidationError({"edtf": meaning.errors})
        self._years(data, meaning)
        return data

    def _museum(self, data: dict[str, Any]) -> str:
        museum = data.get("museum") or getattr(self.instance, "museum", None)  # type: ignore[attr-defined]
        return museum.slug if museum else ""

    def _culture(self, data: dict[str, Any]) -> str:
        culture = data.get("culture")
        return culture.slug if culture else ""

    def _years(self, data: dict[str, Any], meaning: Meaning) -> None:
        given = [data.get(bound) for bound in BOUNDS]
        by_hand = data.get("date_basis") in (DateBasis.MUSEUM, DateBasis.OVERRIDE)
        if not by_hand:
            bounds = meaning.span.bounds if meaning.span.is_bounded else (None,) * 4
            data.update(zip(BOUNDS, bounds, strict=True))
            if not data.get("edtf") and meaning.edtf and meaning.span.is_bounded:
                data["edtf"] = meaning.edtf
            return
        if data.get("date_basis") == DateBasis.OVERRIDE and not (data.get("date_note") or "").strip():
            self.add_error("date_note", _("Say why the years are not those of the words."))  # type: ignore[attr-defined]
        outer = given[0], given[3]
        if outer[0] is None or outer[1] is None:
            self.add_error(  # type: ignore[attr-defined]
                "earliest_begin",
                _("Give the earliest and the latest year, or let them be read from the words."),
            )
            return
        filled = (
            outer[0],
            given[1] if given[1] is not None else outer[1],
            given[2] if given[2] is not None else outer[0],
            outer[1],
        )
        if any(abs(year) > FAR for year in filled):
            self.add_error("earliest_begin", _("A year lies within ten million years of ours."))  # type: ignore[attr-defined]
            return
        try:
            Span(*filled)
        except ValueError:
            self.add_error("latest_end", _("The latest year lies before the earliest."))  # type: ignore[attr-defined]
            return
        data.update(zip(BOUNDS, filled, strict=True))
