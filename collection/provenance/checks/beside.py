"""What the vocabulary knows of the actors and places of a chain, beside the public record.

It is no part of the record: versions and their hashes know the names alone, so that a corrected year of birth makes
no old version wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from collection.enums import AgentKind
from collection.provenance.life import Life


@dataclass(frozen=True, slots=True)
class Beside:
    """By the number of the step: keepers, givers, and from when until when the place bore its name."""

    keepers: Mapping[int, Life] = field(default_factory=dict)
    givers: Mapping[int, Life] = field(default_factory=dict)
    places: Mapping[int, tuple[int | None, int | None]] = field(default_factory=dict)


NOTHING = Beside()


def beside_of(steps: Iterable[Any]) -> Beside:
    """Of rows of `provenance_events` in their order, with `party`, `origin` and `place`."""
    keepers: dict[int, Life] = {}
    givers: dict[int, Life] = {}
    places: dict[int, tuple[int | None, int | None]] = {}
    for number, step in enumerate(steps):
        for side, agent in ((keepers, step.party), (givers, step.origin)):
            if life := _life(agent):
                side[number] = life
        if step.place is not None and (step.place.earliest_year, step.place.latest_year) != (None, None):
            places[number] = (step.place.earliest_year, step.place.latest_year)
    return Beside(keepers, givers, places)


def _life(agent: Any) -> Life | None:
    if agent is None or (agent.earliest_year is None and agent.latest_year is None):
        return None
    return Life(agent.earliest_year, agent.latest_year, agent.kind == AgentKind.PERSON)
