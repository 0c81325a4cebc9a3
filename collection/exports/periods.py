"""Epochs as periods with their bounds, and which epochs of a work its own years contradict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from collection.dates.display import years_text
from collection.dates.fit import Period, contradiction
from collection.dates.spans import Span
from collection.models import Artwork, Epoch
from members.languages import best_language


@dataclass(frozen=True, slots=True)
class Contradiction:
    """“Dated 1750, but Ming ended in 1644.” `source` is who gave the epoch these bounds; empty if nobody is named."""

    epoch: Epoch
    sentence: str
    years: str
    source: str

    @property
    def note(self) -> str:
        """The same for a reader, with who says so."""
        values = {"years": self.years, "source": self.source}
        if self.source:
            return _("the date lies outside its usual bounds, %(years)s (%(source)s)") % values
        return _("the date lies outside its usual bounds, %(years)s") % values


def periods_of(epochs: Iterable[Any]) -> list[Period]:
    """Epochs `with_bounds` as periods, named in the active language."""
    return [
        _period(epoch, Span(epoch.begins, epoch.begins_by, epoch.ends_from, epoch.ends), epoch.places or ())
        for epoch in epochs
    ]


def called_otherwise(artwork: Artwork) -> list[Contradiction]:
    """The epochs of a work that share no year with its date; from `.with_record()` without a further query."""
    bounds = (artwork.earliest_begin, artwork.latest_begin, artwork.earliest_end, artwork.latest_end)
    if None in bounds:
        return []
    found = []
    for epoch in artwork.epochs.all():
        for defined in (one for one in epoch.definitions.all() if one.is_preferred):
            span = Span(
                defined.earliest_begin, defined.latest_begin, defined.earliest_end, defined.latest_end
            )
            if sentence := contradiction(Span(*bounds), _period(epoch, span, defined.countries)):
                years = years_text(defined.earliest_begin, defined.latest_end)
                found.append(Contradiction(epoch, sentence, years, defined.source))
    return found


def _period(epoch: Any, span: Span, countries: Iterable[str]) -> Period:
    name = epoch.labels.get(best_language(epoch.labels) or "und", epoch.slug)
    return Period(epoch.pk, name, span, frozenset(countries), frozenset(epoch.regions))
