"""Windows of time and country that deserve care (data with sources: care.tsv)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _

from collection.provenance.checks.step import Chain, Finding, Step
from collection.provenance.checks.where import rows


@dataclass(frozen=True, slots=True)
class Window:
    code: str
    countries: frozenset[str]
    begin: int
    end: int
    moves: bool
    why: str
    source: str


@lru_cache(maxsize=1)
def windows() -> tuple[Window, ...]:
    """All windows of the table."""
    return tuple(
        Window(
            row["code"],
            frozenset(filter(None, row["countries"].split("|"))),
            int(row["from"]),
            int(row["until"]),
            row["moves"] == "moves",
            row["why"],
            row["source"],
        )
        for row in rows("care.tsv")
    )


def care(chain: Chain) -> Iterator[Finding]:
    """Steps, and gaps between steps, that touch a window."""
    for window in windows():
        found = [step for step in chain.steps if _touches(chain, step, window)]
        if found:
            sentence = _("%(why)s (%(source)s): look into %(keepers)s.") % {
                "why": window.why,
                "source": window.source,
                "keepers": ", ".join(f"“{step.keeper or step.place}”" for step in found),
            }
            yield Finding(
                window.code,
                "care",
                sentence,
                tuple(step.number for step in found),
                (window.begin, window.end),
            )


def _touches(chain: Chain, step: Step, window: Window) -> bool:
    before = chain.steps[step.number - 1] if step.number else None
    if window.moves:
        source = before.country if before else chain.find_country
        is_moved = bool(source and step.country and source != step.country)
        return is_moved and step.begin[0] is not None and step.begin[0] >= window.begin
    here = {step.country} | ({before.country} if before and not before.is_direct else set())
    if window.code != "nazi-era":
        here |= {before.country} if before else {chain.find_country}
    first, last = step.begin[0], _last(chain, step)
    return (
        bool(here & window.countries) and first is not None and first <= window.end and last >= window.begin
    )


def _last(chain: Chain, step: Step) -> int:
    """The last year in which the step can have happened."""
    years = [year for year in (step.begin[1], step.begin[0]) if year is not None]
    return max(years, default=chain.this_year)
