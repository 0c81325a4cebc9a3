"""Dates in English words, as museums write them: “late 4th century BCE”, “c. 1600”, “1400–1450”.

A thin reader with the interface of a deep one: it says what it understood and never guesses silently.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from collection.dates import edtf
from collection.dates.points import Point, edtf_year, has_era, read_point
from collection.dates.spans import Span

MAX_LENGTH = 200  # as long as the record's field

_REWRITES = [
    (re.compile(pattern), put)
    for pattern, put in (
        (r"[\u2010-\u2015\u2212]", "-"),
        (r"[\u00a0\u202f\s]+", " "),
        (r"(?<=\d),(?=\d{3}\b)", ""),
        (r"\bb\.? ?c\.?(?: ?e\b\.?)?(?![a-z])", "bce"),
        (r"\ba\.? ?d\.?(?![a-z])|\bc\. ?e\.?(?![a-z])", "ce"),
        (r"(?<=\d(?:st|nd|rd|th)) (?:c|cent)\.?(?![a-z])", " century"),
        (r"\bcenturies\b", "century"),
        (r"\b1st (?=half|quarter)", "first "),
        (r"\b2nd (?=half|quarter)", "second "),
        (r"\b3rd (?=quarter)", "third "),
        (r"\b4th (?=quarter)", "fourth "),
        (r"\b(half|quarter) (?:of )?(?:the )?(?=\d)", r"\1 of "),
        (r"\bmillenni(?:um|a)\b", "millennium"),
        (r"\bmid(?:dle)?-(?=\d)", "mid "),
        (r"(?<=\d)(?=b?ce\b)", " "),
    )
]
_REMARK = re.compile(r"\(([^()]*)\)")
_MADE = re.compile(
    r"(?:(?:is )?dated(?: to)?|made|designed|painted|drawn|printed|woven|cast|carved|written|copied|composed|"
    r"compiled|completed|executed|produced|published|inscribed|signed|minted|issued|built)(?: in| by)? "
)
_PERIOD = re.compile(r"(?:[^\W\d]|['’ -])*\b(?:period|dynasty|era|reign|culture)\b[,:;]? ")
_DOUBT = re.compile(r"(?:probably|possibly|perhaps|presumably|likely) ")
_BEFORE = re.compile(r"(?:before|until|not after|no later than|not later than|by|prior to) ")
_AFTER = re.compile(r"(?:after|since|not before|no earlier than|not earlier than|from) ")
_LATER = re.compile(r" (?:or later|and later|onwards?|or after)$")
_EARLIER = re.compile(r" (?:or earlier|and earlier|or before)$")
_OTHER_CALENDAR = re.compile(r"(?:a\.? ?h\b|h\.|hijri|hegira|[sś]aka|samvat|vs\b|b\.? ?e\b|era\b|am\b)")
_SPAN = re.compile(r" ?- ?| (?:to|until|through) ")
_EDTF_SIGNS = re.compile(r"[/X\[\]{}~%]|^\d{4}-\d\d(-\d\d)?$|^-\d{4}$|^Y-?\d")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a date text. `understood` is True only if the whole text was, apart from remarks in
    brackets; `span` may be known nevertheless. `note` says in a sentence what was left unread or open."""

    text: str
    span: Span
    edtf: str = ""
    understood: bool = False
    note: str = ""


def read(text: str, circa: int = 0) -> Reading:
    """Read a date in words or in EDTF; `circa` is the doubt in years that “about” means. Never raises."""
    if len(text) > MAX_LENGTH:
        return Reading(text, Span(), note=_("The date is too long to be read."))
    if _EDTF_SIGNS.search(text.strip()) and (found := _as_edtf(text.strip())):
        return _reading(text, found, circa, rest="")
    plain = text.strip().lower()
    for pattern, put in _REWRITES:
        plain = pattern.sub(put, plain)
    main, remarks = _without_remarks(plain)
    found, rest = _read_most(main)
    if not found and remarks:  # “Kangxi period (1662–1722)”
        found, rest = _sentence(remarks[0]), ""
        remarks = [main, *remarks[1:]]
    if not found:
        return Reading(
            text, Span(), note=_("No date was understood. Give the years or an EDTF date beside it.")
        )
    return _reading(text, found, circa, rest, remarks)


def _as_edtf(text: str) -> str:
    try:
        edtf.parse(text)
    except edtf.EdtfError:
        return ""
    return text


def _reading(text: str, found: str, circa: int, rest: str, remarks: list[str] | None = None) -> Reading:
    try:
        span = edtf.parse(found, circa)
    except edtf.EdtfError as error:
        return Reading(text, Span(), note=str(error))
    notes = []
    if rest or remarks:
        unread = "; ".join(part for part in [rest, *(remarks or [])] if part)
        notes.append(_("Not read: “%(words)s”.") % {"words": unread})
    if not span.is_bounded:
        notes.append(_("One end is open: give the earliest and the latest year that you think possible."))
    return Reading(text, span, found, not rest, " ".join(notes))


def _without_remarks(text: str) -> tuple[str, list[str]]:
    remarks = [remark.strip() for remark in _REMARK.findall(text) if remark.strip()]
    return _tidy(_REMARK.sub(" ", text)), remarks


def _tidy(text: str) -> str:
    return re.sub(r" +", " ", text).strip(" .,;:?")


def _read_most(text: str) -> tuple[str, str]:
    """EDTF of the longest beginning of `text` that is a date, and the rest that is none."""
    period = _PERIOD.match(text)
    if period and (found := _sentence(_tidy(text[period.end() :]))):
        return found, ""
    if found := _sentence(text):
        return found, ""
    words = text.split(" ")
    for count in range(min(len(words) - 1, 12), 0, -1):
        if found := _sentence(_tidy(" ".join(words[:count]))):
            rest = " ".join(words[count:])
            return ("", text) if _OTHER_CALENDAR.match(rest) else (found, rest)
    return "", text


def _sentence(text: str) -> str:
    """EDTF of a whole date in words, or an empty text."""
    text = _MADE.sub("", text, count=1) if _MADE.match(text) else text
    doubtful = bool(_DOUBT.match(text))
    text = _DOUBT.sub("", text, count=1) if doubtful else text
    found = _open(text) or _choice(text) or _closed(text.removeprefix("from "))
    return _with_doubt(found) if doubtful and found else found


def _with_doubt(found: str) -> str:
    """The same, every date of it marked as uncertain."""
    return re.sub(r"(-?[\dXY]{4,})(~?)", lambda m: m[1] + ("%" if m[2] else "?"), found)


def _open(text: str) -> str:
    """“before 525”, “1600 or later”: one end only."""
    for pattern, form in (
        (_BEFORE, "[..{1}]"),
        (_AFTER, "[{0}..]"),
        (_LATER, "[{0}..]"),
        (_EARLIER, "[..{1}]"),
    ):
        if (match := pattern.search(text)) and (match.start() == 0 or match.end() == len(text)):
            point = read_point(_tidy(pattern.sub("", text, count=1)))
            return form.format(point.begin, point.end) if point else ""
    return ""


def _choice(text: str) -> str:
    """“1739 or 1758”, “1st century BCE and 3rd century CE”, “between 1600 and 1650”."""
    if text.startswith("between "):
        return _closed(text.removeprefix("between ").replace(" and ", "-", 1))
    for word, form in ((" or ", "[{}]"), (" and ", "{{{}}}")):
        members = text.split(word)
        if len(members) == 2:
            points = _ends(members[0], members[1])
            return form.format(",".join(_member(point) for point in points)) if points else ""
    return ""


def _member(point: Point) -> str:
    """A point as a member of a set, where an interval is written with dots."""
    return point.edtf.replace("/", "..")


def _closed(text: str) -> str:
    """One point, or a span between two."""
    if point := read_point(text):
        return point.edtf
    ends = _SPAN.split(text)
    points = _ends(ends[0], ends[1]) if len(ends) == 2 else None
    if not points or points[0].low > points[1].high:
        return ""
    begin, end = points
    if begin.is_circa and not end.is_circa:  # “c. 1600–1650”: the doubt is of both
        end = Point(end.low, end.high, end.mask, is_circa=True)
    return f"{begin.begin}/{end.end}"


def _ends(first: str, second: str) -> tuple[Point, Point] | None:
    """Both ends of a span: the era and the unit stand at the second, and count for the first too."""
    unit = next((name for name in ("century", "millennium") if name in second), "")
    is_bce = second.endswith(" bce") and not has_era(first)
    begin = read_point(first, is_bce=is_bce, unit=unit)
    end = read_point(_in_full(first, second), unit=unit or ("century" if "century" in first else ""))
    return (begin, end) if begin and end else None


def _in_full(first: str, second: str) -> str:
    """“63” after “1462” is 1463."""
    year = re.search(r"(\d{3,4})$", first)
    if not year or not re.fullmatch(r"\d{1,2}", second):
        return second
    full = year[1][: -len(second)] + second
    return edtf_year(int(full)).lstrip("0") if int(full) > int(year[1]) else second
