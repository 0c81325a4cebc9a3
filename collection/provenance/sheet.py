"""The words of one period while they are being read: what was taken is blanked, so that offsets stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from collection.provenance.chain import Offsets
from collection.provenance.split import partners

BLANK = "\x00"
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Inc|Co|Jr|Sr|Ltd|Corp|Bros|Cie|Esq|Minn|Conn|Mass|Calif|Penn|Ill|Wash|Mich|Mo|Md|Va|Pa|Fla))\Z"
)
_EDGE = " \t\r\n,.:;" + BLANK


@dataclass(slots=True)
class Words:
    """Some words of the period and where they stand in the whole text."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def span(self) -> Offsets:
        return self.start, self.end

    def cut(self, begin: int, end: int | None = None) -> Words:
        """A part of them, without commas and spaces at its edges."""
        return stripped(self.text[begin:end], self.start + begin)


def keeps_point(words: str) -> bool:
    """Whether a point behind these words is that of an abbreviation."""
    return bool(_ABBREVIATED.search(words))


def stripped(text: str, start: int, edge: str = _EDGE) -> Words:
    left = len(text) - len(text.lstrip(edge))
    inner = text.strip(edge)
    if text[left + len(inner) :].startswith(".") and keeps_point(inner):
        inner += "."  # the point of an abbreviation is a part of the word
    return Words(inner, start + left)


@dataclass(slots=True)
class Sheet:
    """The body of a period; `letters` are what is left to be read."""

    body: str
    base: int
    letters: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.letters = list(self.body)

    @property
    def left(self) -> str:
        return "".join(self.letters)

    def take(self, begin: int, end: int) -> Words:
        """Blank the letters from `begin` to `end` (in the body) and give them."""
        for at in range(begin, end):
            self.letters[at] = BLANK
        return Words(self.body[begin:end], self.base + begin)

    def brackets(self) -> Iterator[tuple[int, int]]:
        """Outermost brackets, from the opening one to behind the closing one."""
        closing, at = partners(self.body), 0
        for opening in sorted(closing):
            if opening >= at:
                at = closing[opening] + 1
                yield opening, at

    def parts(self) -> list[Words]:
        """What is left between commas and blanks."""
        found, left = [], self.left
        for match in re.finditer(rf"[^,{BLANK}]+", left):
            part = stripped(match[0] + (left[match.end() : match.end() + 1]), self.base + match.start())
            if any(sign.isalnum() for sign in part.text):
                found.append(part)
        return found

    def is_joined(self, first: Words, second: Words) -> bool:
        """Whether only a comma stands between two parts."""
        return not self.body[first.end - self.base : second.start - self.base].strip(" ,\n")
