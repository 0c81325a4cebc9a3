"""What became of a chain of keepers between two public records: steps added, taken out, changed. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

Event = Mapping[str, Any]
# What a reader takes for the step, in this order; bounds and EDTF follow from the date in words.
FIELDS = (
    "text", "kind", "party", "life", "clause", "origin", "through", "place", "place_name", "display_date", "edtf",
    "earliest_begin", "latest_end", "certainty", "doubtful", "is_direct", "link_certainty", "is_dealer", "lot", "price",
    "source", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StepChange:
    """One step; `before` is None for what was added, `after` for what was taken out. `fields` are those that differ."""

    before: Event | None
    after: Event | None
    fields: tuple[str, ...] = ()


def changes_between(before: Sequence[Event], after: Sequence[Event]) -> list[StepChange]:
    """The changed steps in the order of the chain; none where it says the same."""
    matcher = SequenceMatcher(None, [_key(e) for e in before], [_key(e) for e in after], autojunk=False)
    found: list[StepChange] = []
    for verb, i1, i2, j1, j2 in matcher.get_opcodes():
        if verb != "equal":
            pairs = zip_longest(before[i1:i2], after[j1:j2])
            found += [StepChange(old, new, _differing(old, new)) for old, new in pairs]
    return found


def _differing(old: Event | None, new: Event | None) -> tuple[str, ...]:
    if old is None or new is None:
        return ()
    return tuple(name for name in FIELDS if _said(old, name) != _said(new, name))


def _key(event: Event) -> str:
    return json.dumps([_said(event, name) for name in FIELDS], sort_keys=True)


def _said(event: Event, name: str) -> Any:
    """A value; of a place only which it is, for its labels are edited elsewhere."""
    value = event.get(name)
    if name == "place" and value:
        return value["id"]
    return value or None
