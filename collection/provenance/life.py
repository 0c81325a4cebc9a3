"""Years of birth and death in words: “1882-1980”, “?-1992”, “1952-”, “d. 1912”."""

from __future__ import annotations

import re
from dataclasses import dataclass

_YEAR = r"(?:ca?\.? ?|about )?(\d{3,4})\??"
_BOTH = re.compile(rf"(?:{_YEAR}|\?)?\s?[-–]\s?(?:{_YEAR}|\?)?")


@dataclass(frozen=True, slots=True)
class Life:
    born: int | None = None
    died: int | None = None
    is_person: bool = True  # workshops, families and firms are founded and end


def life_of(words: str) -> Life:
    """What is known of the two years; nothing understood is an empty life."""
    words = words.strip().strip("[]()")
    if match := re.fullmatch(rf"(?:d|died)\.? {_YEAR}", words):
        return Life(None, int(match[1]))
    if match := re.fullmatch(rf"(?:b|born)\.? {_YEAR}", words):
        return Life(int(match[1]), None)
    if match := _BOTH.fullmatch(words):
        return Life(int(match[1]) if match[1] else None, int(match[2]) if match[2] else None)
    return Life()
