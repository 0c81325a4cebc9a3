"""Dates in words as museums write them, in six languages and the calendars of Asia, read to EDTF and four bounds.

It says what it understood and what it did not, and never guesses silently. Linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from collection.dates import edtf
from collection.dates.clauses import Said, combined, read_clauses
from collection.dates.conventions import Convention
from collection.dates.dated import Dated
from collection.dates.spans import Span
from collection.dates.tokens import Token, Tokens, tokens_of

MAX_LENGTH = 200  # as long as the record's field
_EDTF_SIGNS = re.compile(r"[/X\[\]{}~%]|^\d{4}-\d\d(-\d\d)?$|^-\d{4}$|^Y-?\d")
_EDTF_ONLY = re.compile(r"[-\d/X\[\]{}~%?.,SEYT:+Z ]+")
_MONTH_LONG = len("-0499-02")
_LITTLE = re.compile(r"[^\d,;()\[\]]{0,6}")  # “of the” between two unread words
_DROPPED = frozenset({"of", "cyclic"})
_ABOUT_MONTHS = frozenset({"lunar", "month_unit", "intercalary"})


@dataclass(frozen=True)
class Reading:
    """What was read in a date text. `understood` is True only if the whole text was; `span` may be known nevertheless.

    `note` says in a sentence what was left unread or open, `rest` is that in the text's own words. `qualifiers` are
    approximate, uncertain, before, after, undated, ambiguous, period, lunar month, later event, calendars disagree.
    """

    text: str
    span: Span
    edtf: str = ""
    understood: bool = False
    note: str = ""
    qualifiers: tuple[str, ...] = ()
    rest: str = ""

    @cached_property
    def matched(self) -> str:
        """The text without what was left unread."""
        return " ".join(self.text.replace(self.rest, " ").split()) if self.rest else self.text.strip()


def read(text: str, circa: int = 0, *, convention: Convention | None = None, culture: str = "") -> Reading:
    """Read a date in words or in EDTF. Never raises.

    `circa` is the doubt in years that “about” means; a museum's `convention` says more. `culture` (“China”, “Japan”)
    chooses between reigns of one name.
    """
    if len(text) > MAX_LENGTH:
        return Reading(text, Span(), note=_("The date is too long to be read."), rest=text)
    convention = convention or Convention.of_width(circa)
    plain = text.strip()
    if _EDTF_SIGNS.search(plain) and _EDTF_ONLY.fullmatch(plain) and (found := _as_edtf(plain, convention)):
        return found
    plain = unicodedata.normalize("NFC", text)
    tokens, qualifiers = _meaningful(tokens_of(plain))
    said = read_clauses(Tokens(tokens), convention, culture)
    said.qualifiers.update(qualifiers)
    return _reading(text, plain, said, convention)


def _as_edtf(text: str, convention: Convention) -> Reading | None:
    try:
        found = edtf.read(text)
        span = found.span(convention.width)
    except ValueError:
        return None
    named = (("approximate", found.is_approximate), ("uncertain", found.is_uncertain))
    qualifiers = tuple(name for name, holds in named if holds)
    return Reading(text, span, text, True, _open_note(span), qualifiers)


def _meaningful(tokens: list[Token]) -> tuple[list[Token], dict[str, None]]:
    """Without little words, and without months of a lunar year, which are none of ours."""
    kept: list[Token] = []
    qualifiers: dict[str, None] = {}
    for at, token in enumerate(tokens):
        if token.kind == "on":
            if at + 1 == len(tokens):  # “from 1600 on”
                kept.append(token._replace(kind="or_later"))
        elif token.kind == "cyclic":
            qualifiers["cyclic year"] = None
        elif token.kind in _ABOUT_MONTHS:
            if kept and kept[-1].kind in ("number", "ordinal") and token.kind != "intercalary":
                kept.pop()
            qualifiers["lunar month"] = None
        elif token.kind == "day_unit":
            if kept and kept[-1].kind == "number":
                kept.pop()
        elif token.kind not in _DROPPED:
            kept.append(token)
    return kept, qualifiers


def _reading(text: str, plain: str, said: Said, convention: Convention) -> Reading:
    dated = combined(said, convention)
    rest = _rest(plain, said.unread)
    if dated is None and said.is_undated and not rest:
        return Reading(text, Span(), "XXXX", True, _("The museum gives no date."), ("undated",))
    if dated is None or said.starts_unread:
        unread = _("No date was understood. Give the years or an EDTF date beside it.")
        return Reading(text, Span(), note=unread, qualifiers=tuple(said.qualifiers), rest=plain.strip())
    try:
        found, span = dated.edtf, dated.span()
        if len(found) > edtf.MAX_LENGTH or any(len(point.mask) > _MONTH_LONG for point in dated.points):
            edtf.read(found)  # refuses a 31st of February
    except ValueError as error:
        return Reading(text, Span(), note=str(error), rest=plain.strip())
    notes = [_("Not read: “%(words)s”.") % {"words": rest}] if rest else []
    if "calendars disagree" in said.qualifiers:
        notes.append(_("The two calendars do not agree; the years of ours were taken."))
    if any(point.choices for point in dated.points):
        notes.append(_("The name means several reigns: say which, or give the years."))
    notes.append(_open_note(span))
    return Reading(text, span, found, not rest, " ".join(filter(None, notes)), _qualifiers(dated, said), rest)


def _open_note(span: Span) -> str:
    if span.is_bounded or span.is_unknown:
        return ""
    return _("One end is open: give the earliest and the latest year that you think possible.")


def _qualifiers(dated: Dated, said: Said) -> tuple[str, ...]:
    points = dated.points
    named = {
        "approximate": any(point.is_circa for point in points),
        "uncertain": any(point.is_doubtful for point in points),
        "before": dated.low is None,
        "after": dated.high is None,
        "ambiguous": any(point.choices for point in points),
    }
    return (*(name for name, holds in named.items() if holds), *said.qualifiers)


def _rest(plain: str, unread: list[Token]) -> str:
    """The words of the text that were not read, neighbours in one piece."""
    pieces: list[tuple[int, int]] = []
    for token in unread:
        if pieces and _LITTLE.fullmatch(plain, pieces[-1][1], token.start):
            pieces[-1] = (pieces[-1][0], token.end)
        else:
            pieces.append((token.start, token.end))
    return "; ".join(plain[start:end] for start, end in pieces)
