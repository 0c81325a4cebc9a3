"""A chain as the checks read it: steps with their bounds, the work's own dates and places, and findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from collection.provenance.checks.beside import NOTHING, Beside
from collection.provenance.checks.where import country_of
from collection.provenance.hold import Hold, hold_of
from collection.provenance.life import Life, life_of

# Kinds that leave the ownership where it was.
CUSTODY = frozenset({"loan", "deposit", "custody", "tour", "delivery", "sale", "export"})
ORIGINS = frozenset({"creation", "commission", "find", "excavation", "illegal-find", "field-collection"})
TAKEN = frozenset({"seizure", "theft", "looting", "forced-sale", "appropriation", "illegal-find"})


@dataclass(frozen=True, slots=True)
class Step:
    """One event. `begin` and `end` are (earliest, latest) years of getting it and of giving it away."""

    number: int
    kind: str
    keeper: str
    origin: str
    place: str
    country: str
    date: str
    begin: tuple[int | None, int | None]
    end: tuple[int | None, int | None]
    life: Life
    is_direct: bool
    is_certain: bool
    source: str
    record_life: Life  # of the actor's record, where the step is linked with one
    giver_life: Life | None = None
    place_years: tuple[int | None, int | None] = (None, None)  # of the place's record
    is_named: bool = True  # names a keeper, a giver or a find, and is not words alone

    @property
    def is_dated(self) -> bool:
        return any(year is not None for year in (*self.begin, *self.end))

    @property
    def known_from(self) -> int | None:
        """The first year in which this keeper surely had it."""
        return next((year for year in (self.begin[1], self.end[0], self.begin[0]) if year is not None), None)

    @property
    def known_until(self) -> int | None:
        """The last year in which this keeper surely had it."""
        return next((year for year in (self.end[0], self.begin[1], self.end[1]) if year is not None), None)


@dataclass(frozen=True, slots=True)
class Chain:
    """The steps in their order, and of the work: when it was made at the earliest, where it was found, its museum."""

    steps: tuple[Step, ...]
    made_from: int | None = None
    find_country: str = ""
    museum: str = ""
    this_year: int = 9999


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` names the check; `weight` is error, gap, missing or care; `steps` are numbers from 0."""

    code: str
    weight: str
    sentence: str
    steps: tuple[int, ...] = ()
    years: tuple[int, int] | None = None


def chain_of(record: Mapping[str, Any], this_year: int, beside: Beside = NOTHING) -> Chain:
    """The chain of a public record (`exports.record.public_record`), or of an older version of it."""
    events = enumerate(record.get("provenance") or [])
    steps = tuple(_step(number, event, beside) for number, event in events)
    names = record["museum"].get("names") or {}
    return Chain(
        steps,
        record.get("earliest_year"),
        (record.get("find_place") or {}).get("country") or "",
        names.get("en") or next(iter(names.values()), ""),
        this_year,
    )


def _step(number: int, event: Mapping[str, Any], beside: Beside) -> Step:
    place = event.get("place") or {}
    words = event.get("place_name") or next(iter((place.get("labels") or {}).values()), "")
    hold = _hold(event)
    return Step(
        number,
        event["kind"],
        event.get("party") or next(iter(event["text"].values()), ""),
        event.get("origin") or "",
        words,
        place.get("country") or country_of(words),
        event.get("display_date") or "",
        (hold.earliest_begin, hold.latest_begin),
        (hold.earliest_end, hold.latest_end),
        life_of(event.get("life") or ""),
        event["is_direct"],
        event["certainty"] == "certain",
        event.get("source") or "",
        beside.keepers.get(number, Life()),
        beside.givers.get(number),
        beside.places.get(number, (None, None)),
        bool(event.get("party") or event.get("origin")) or event["kind"] in ORIGINS,
    )


def _hold(event: Mapping[str, Any]) -> Hold:
    """What the words say; else the bounds of the record, which date the getting."""
    hold = hold_of(event.get("display_date") or "")
    if hold.is_understood:
        return (
            hold
            if _says_when_it_ended(event["display_date"])
            else Hold(hold.earliest_begin, hold.latest_begin)
        )
    if event.get("earliest_begin") is None:
        return Hold()
    return Hold(event["earliest_begin"], event["latest_end"])


def _says_when_it_ended(words: str) -> bool:
    """“1953 until 1972”, “1905–07”: the time of keeping; a lone date is that of getting."""
    return any(word in words for word in ("until", "-", "–", " to ", "through", "till"))
