"""The date of a row as it was read, for who tries a file: what to look at, and what a person decided instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from collection.actions.facts import YEAR_FIELDS, Facts
from collection.dates.fit import contradiction
from collection.dates.spans import Span
from collection.enums import DateBasis
from collection.exports.periods import periods_of
from collection.imports.formats.table import Row
from collection.models import Artwork, Epoch

WORDS = ("display_date", "edtf", "date_basis", "date_note")
# What a person may decide of a date; of each an empty value says that there is none.
DECIDED = (*WORDS, *YEAR_FIELDS)


class DatesRead:
    """What a trial keeps of each row's date. The epochs are read once for the file."""

    def __init__(self) -> None:
        self._periods = {one.key: one for one in periods_of(Epoch.objects.usable().with_bounds())}

    def of(self, facts: Facts, remark: str) -> dict[str, Any]:
        """Empty for a row that says nothing of a date. `epochs` and `culture` are numbers; `is_doubtful`: the words were
        not understood, or contradict an epoch that the row names."""
        if "display_date" not in facts:
            return {}
        bounds = {name: facts[name] for name in YEAR_FIELDS}
        epochs = list(facts.get("epochs") or [])
        span = Span(*bounds.values())
        conflicts = [
            key for key in epochs if key in self._periods and contradiction(span, self._periods[key])
        ]
        return {
            **{name: facts.get(name, "") for name in WORDS},
            **bounds,
            "remark": remark,
            "country": facts.get("production_country", ""),
            "culture": facts.get("culture"),
            "epochs": epochs,
            "is_doubtful": bool(remark or conflicts),
        }


@dataclass(frozen=True, slots=True)
class CorrectedRows:
    """The rows of a file with the dates that somebody decided on, by the number of the row; read anew each time."""

    rows: Iterable[Row]
    decided: Mapping[str, Mapping[str, Any]]

    def __iter__(self) -> Iterator[Row]:
        for row in self.rows:
            yield self._corrected(row) if str(row.number) in self.decided else row

    def __len__(self) -> int:
        return sum(1 for _row in self.rows)

    def __contains__(self, row: object) -> bool:
        return any(row == one for one in self)

    def _corrected(self, row: Row) -> Row:
        said = self.decided[str(row.number)]
        is_read = said["date_basis"] == DateBasis.PARSED  # then the years follow from the words or the EDTF
        years = {name: "" if is_read or said[name] is None else str(said[name]) for name in YEAR_FIELDS}
        return replace(row, cells={**row.cells, **{name: said[name] for name in WORDS}, **years})


def leave_decided(facts: Facts, artwork: Artwork) -> None:
    """Years that a person gave with a reason stay as long as the file has the same words and no years of its own."""
    is_decided = artwork.date_basis == DateBasis.OVERRIDE
    if (
        is_decided
        and facts.get("date_basis") == DateBasis.PARSED
        and facts["display_date"] == artwork.display_date
    ):
        for name in DECIDED:
            facts.pop(name, None)
