"""What a row says, in our own terms: facts, faults that refuse it, and remarks that do not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from collection.imports.makers import Maker
from members.models import Museum


@dataclass(slots=True)
class Draft:
    """One row, reconciled with the vocabulary."""

    number: int
    key: str = ""
    museum: Museum | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    makers: list[Maker] | None = None  # looked up only if they are to be written
    has_given_makers: bool = False
    faults: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    date_remark: str = ""  # what was not understood of its date; one of the remarks

    @property
    def accession_number(self) -> str:
        return str(self.facts.get("accession_number", ""))

    @property
    def source_id(self) -> str:
        return str(self.facts.get("source_id", ""))
