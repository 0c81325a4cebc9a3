"""A provenance text cut into periods of ownership and footnotes, in one pass: no letter belongs to nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass

from collection.provenance.chain import Footnote

LONGEST = (
    2_000  # letters of one period; nobody writes a longer one, and work within a period is bounded by it
)
_OPEN, _CLOSE = "[(", "])"
_SHORT_WORDS = (
    "mr mrs ms messrs dr drs prof rev revd fr sr jr st ste sta mme mlle mssrs hon sir capt col gen lt "
    "maj sgt adm gov pres inc co corp ltd bros cie no nos lot cat inv acc vol fol fols pl pls fig p pp "
    "ca c cf ed eds vols esq aug sept oct nov dec jan feb mar apr jun jul ave blvd dept mfg assn assoc "
    "univ mus coll phil ph d b fl r v n s e w mass minn conn calif ala ariz ark colo del fla ga ill "
    "ind kans ky la md mich miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo penn mt ft "
    "approx suppl illus repr "
)
_ABBREVIATIONS = frozenset(_SHORT_WORDS.split())
_WORD_BEFORE = re.compile(r"([^\W\d_]+|\d+)\Z")
_NOTES = re.compile(
    r"(?:\A|(?<=\s))(?:NOTES?|Notes?|Footnotes?)\s{0,4}:|\n\s{0,8}(?=\[1\])|\n\s{0,8}(?=1\. )"
)
_LABEL = re.compile(
    r"(?:\A|(?<=\s))\[(\d{1,2}|[a-z])\][.:]?(?=\s|\w|\Z)|(?:\A|\n)\s{0,8}(\d{1,2})\.(?=\s|\w|\Z)"
)
_PREFACE = re.compile(r"(?:Provenance|Collections?|Ownership|Owners)\s{0,2}:\s{0,3}", re.IGNORECASE)
_CAPITAL_AHEAD = re.compile(r"\s+[\W_]{0,3}[^\W\d_a-zß-öø-ÿ]|\s*\Z|\s*\n|\s+(?=\(|\[)")
_SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Period:
    """One piece between separators: `start` before a heading (“Provenance:”), `end` behind separator and space."""

    start: int
    body_start: int
    body_end: int
    end: int
    is_direct: bool


def partners(text: str) -> dict[int, int]:
    """Where each bracket that is closed is closed; brackets without a partner are letters like others."""
    found: dict[int, int] = {}
    stack: list[int] = []
    for at, sign in enumerate(text):
        if sign in _OPEN:
            stack.append(at)
        elif sign in _CLOSE:
            _closed(text, at, stack, found)
    return found


def _closed(text: str, at: int, stack: list[int], found: dict[int, int]) -> None:
    """Close the innermost bracket if it is of the same sort; a stray one is passed over."""
    if stack and _OPEN.index(text[stack[-1]]) == _CLOSE.index(text[at]):
        found[stack.pop()] = at
    elif len(stack) > 1 and _OPEN.index(text[stack[-2]]) == _CLOSE.index(text[at]):
        stack.pop()
        found[stack.pop()] = at


def main_and_notes(text: str) -> tuple[int, int]:
    """Where the periods end, and where the footnotes begin behind their heading."""
    match = _NOTES.search(text)
    return (match.start(), match.end()) if match else (len(text), len(text))


def footnotes(text: str) -> tuple[tuple[Footnote, ...], str]:
    """Footnotes by their labels, which must count up; and what stands before the first."""
    marks: list[re.Match[str]] = []
    for match in _LABEL.finditer(text):
        if not marks or _follows(_label(match), _label(marks[-1])):
            marks.append(match)
    ends = [*(mark.start() for mark in marks[1:]), len(text)][: len(marks)]
    found = tuple(
        Footnote(_label(mark), " ".join(text[mark.end() : end].split()))
        for mark, end in zip(marks, ends, strict=True)
    )
    loose = text[: marks[0].start()] if marks else text
    return found, " ".join(loose.split())


def _label(match: re.Match[str]) -> str:
    return match[1] or match[2]


def _follows(label: str, before: str) -> bool:
    if label.isdigit() and before.isdigit():
        return int(label) == int(before) + 1
    return label.isalpha() and (before.isdigit() or ord(label) == ord(before) + 1)


def periods(text: str, end: int) -> list[Period]:
    """The periods of `text[:end]`. `;` joins two keepers directly; `.`, a line break or the end leave a gap."""
    closing = partners(text[:end])
    found: list[Period] = []
    heads: dict[int, int] = {}  # where a period begins → where its heading does
    start = at = _SPACE.match(text).end()  # type: ignore[union-attr]  # an empty match is a match
    while at < end:
        if at in closing:
            at = closing[at] + 1
            continue
        if at == start and (preface := _PREFACE.match(text, at, end)):
            heads[preface.end()] = start
            start = at = preface.end()
            continue
        stop = _separator(text, start, at, end)
        if stop:
            found.append(Period(heads.get(start, start), start, at, stop[0], stop[1]))
            start = stop[0]
        at = max(at + 1, start)
    if start < end:
        body_end = start + len(text[start:end].rstrip())
        found.append(Period(heads.get(start, start), start, body_end, end, False))
    return found


def _separator(text: str, start: int, at: int, end: int) -> tuple[int, bool] | None:
    """Where the next period begins, and whether the link is direct; None if no period ends at `at`."""
    sign = text[at]
    if sign == ";":
        return _after(text, at + 1, end), True
    if sign == "\n":
        return (
            None
            if text[max(start, at - 20) : at].rstrip().endswith((",", "&"))
            else (_after(text, at, end), False)
        )
    if sign != "." or text.startswith(";", at + 1) or not _CAPITAL_AHEAD.match(text, at + 1):
        return None
    if _is_abbreviation(text, start, at):
        return None
    return _after(text, at + 1, end), False


def _after(text: str, at: int, end: int) -> int:
    """Behind the white space and doubled separators that follow one."""
    match = re.compile(r"[\s;]*").match(text, at, end)
    return match.end() if match else at


def _is_abbreviation(text: str, start: int, at: int) -> bool:
    word = _WORD_BEFORE.search(text, max(start, at - 12), at)
    if not word:
        return False
    letters = word[1]
    if len(letters) == 1 and letters.isalpha():
        return letters.isupper() or letters.lower() in _ABBREVIATIONS
    if letters.isupper():  # “Pittsburgh, PA.”: a postal code has no point of its own
        return False
    return letters.lower() in _ABBREVIATIONS
