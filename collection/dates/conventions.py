"""What museums mean by “about”, “early” and “late”: widths in years and parts of a hundred."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

_THIRDS = {"early": (0, 33), "mid": (25, 74), "late": (67, 99)}


@dataclass(frozen=True, slots=True)
class Convention:
    """How one museum dates.

    `circa` are widths by the year from which they hold, latest first: (1800, 5), (1700, 10). Years before all of
    them take the last one. `share` widens what is long ago: one in so many of the years since (0 for none).
    `century` is the width of “about the 5th century” where it is a larger one, `part` that of “about the late 5th century”.
    `parts` are first and last year within a hundred; `ends` those from and to which a part counts at the end of a range
    (“mid-7th–9th century”). `has_later_events`: the years run to what was done to the thing later (“repainted 1840”).
    `narrows`: the parts with which a century in two calendars (“late 11th century AH/AD 17th century”) begins when the
    later of both does; an empty text is the whole century.
    """

    circa: tuple[tuple[int, int], ...] = ((0, 10),)
    share: int = 100
    century: int = 0
    parts: Mapping[str, tuple[int, int]] = field(default_factory=lambda: _THIRDS)
    part: int | None = None
    ends: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    has_later_events: bool = False
    narrows: tuple[str, ...] = ()

    @classmethod
    def of_width(cls, years: int) -> Self:
        """The same width for every year."""
        return cls(((0, years),), 0)

    @classmethod
    def from_settings(cls, given: Mapping[str, Any]) -> Self:
        """`{"circa": 12}` or `{"circa": [[1800, 5], [0, 15]], "parts": {"early": [0, 25]}}`."""
        circa = given.get("circa", 10)
        steps = ((0, circa),) if isinstance(circa, int) else tuple((year, width) for year, width in circa)
        parts = {**_THIRDS, **{name: tuple(part) for name, part in given.get("parts", {}).items()}}
        return cls(
            steps,
            given.get("share", 0 if "circa" in given else 100),
            given.get("century", 0),
            parts,
            given.get("part"),
            {name: tuple(end) for name, end in given.get("ends", {}).items()},
            given.get("has_later_events", False),
            tuple(given.get("narrows", ())),
        )

    def within_hundred(self, name: str, side: str = "") -> tuple[int, int]:
        """First and last year of “early”, “mid” or “late”; `side` is `first` or `last` at the ends of a range."""
        first, last = self.parts[name]
        if side and name in self.ends:
            begin, end = self.ends[name]
            return (begin, max(begin, last)) if side == "first" else (min(first, end), end)
        return first, last

    def width(self, year: int) -> int:
        """The doubt in years, on each side, of “about” that year."""
        width = next((width for since, width in self.circa if year >= since), self.circa[-1][1])
        return max(width, (2000 - year) // self.share) if self.share else width


DEFAULT = Convention()
# As their own years show (benchmarks/dates.py); a setting adds to these and changes them.
KNOWN: Mapping[str, Convention] = {
    "met": Convention(
        ((0, 10),),
        0,
        50,
        {"early": (0, 33), "mid": (34, 66), "late": (67, 99)},
        part=0,
        ends={"mid": (50, 50)},
        has_later_events=True,
    ),
    "walters": Convention(
        ((0, 12),),
        0,
        0,
        {"early": (0, 25), "mid": (25, 75), "late": (75, 99)},
        has_later_events=True,
        narrows=("", "early", "late"),
    ),
    "cmoa": Convention(
        ((1800, 5), (1700, 10), (0, 15), (-9999, 50)),
        0,
        0,
        {"early": (0, 33), "mid": (25, 74), "late": (67, 99)},
        ends={"early": (0, 25), "late": (80, 99)},
    ),
    "mia": Convention(((0, 10),), 0, 0, _THIRDS),
}


def of_museum(museum: str, given: Mapping[str, Mapping[str, Any]]) -> Convention:
    """The convention of a museum's slug: as the setting says, else as known, else that of the setting's `*`."""
    if museum in given:
        return Convention.from_settings(given[museum])
    if museum in KNOWN:
        return KNOWN[museum]
    return Convention.from_settings(given["*"]) if "*" in given else DEFAULT
