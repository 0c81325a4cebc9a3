"""When somebody held a work: the date phrases of a provenance text, and their four bounds.

The bounds are those of the CMOA standard: begun between `earliest_begin` and `latest_begin`, ended between
`earliest_end` and `latest_end`. “by 1907 until 1912” is begun not after 1907 and ended in 1912.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from collection.dates import words
from collection.dates.conventions import DEFAULT
from collection.dates.spans import Span

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|ill|\.)?|May|June?|Jun\.|July?|Jul\.|Aug(?:ust|\.)?"
    r"|Sept(?:ember|\.)?|Sep\.?|Oct(?:ober|\.)?|Nov(?:em[e]?ber|\.)?|Dec(?:ember|\.)?"
    r"|Spring|Summer|Fall|Autumn|Winter|spring|summer|fall|autumn|winter)"
)
_YEAR = r"(?:1\d{3}|20[0-3]\d)"
_CENTURY = r"(?:\d{1,2}(?:st|nd|rd|th)(?:(?: |-)?(?:to|or|and|-|–)(?: |-)?(?:(?:early|mid|late)[ -])?\d{1,2}(?:st|nd|rd|th))? (?:[Cc]entury|[Cc]enturies|c\.))"
_PART = r"(?:(?:the )?(?:(?:very )?(?:early|mid|middle|late)[ -]|(?:first|second|third|last) (?:half|quarter|third|decade) of (?:the )?|beginning of (?:the )?|end of (?:the )?|turn of (?:the )?))"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?:(?:-|–| and | or )\d{1,2})?"
_CORE = "|".join(
    (
        rf"{_MONTH} {_DAY},? ?{_YEAR}",
        rf"{_DAY},? {_MONTH},? {_YEAR}",
        rf"{_MONTH}(?: ?(?:-|–|to|or|and) ?{_MONTH})?,? (?:of )?{_YEAR}",
        rf"{_MONTH} \d{{1,2}}(?! ?\d)(?=,|$|\x00| until| to )",
        r"\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})(?!\d)",
        rf"\d{{1,2}}/{_YEAR}",
        rf"{_PART}?{_CENTURY}(?: (?:BCE|BC|CE|AD))?",
        rf"{_PART}?{_YEAR}s(?:(?:-|–| to | or )(?:{_YEAR}|\d0)s)?",
        rf"{_PART}?{_YEAR}(?: ?[-–] ?{_YEAR}| ?[-–/] ?\d{{2}}(?!\d)| or {_YEAR})?",
        r"\d{1,4} (?:BCE|BC|B\.C\.)",
        r"'\d{2}(?!\d)",
        r"\d{3,4}(?:-\d{3,4})? AH(?:/(?:AD|CE) \d{3,4}(?:-\d{2,4})?)?",
        r"(?:AH \d{1,4}(?:-\d{1,4})?/)?(?:AD|CE) \d{1,4}(?:-\d{2,4})?",
    )
)
_CIRCA = r"(?:(?:ca?\.|circa|about|around|approximately|c|ca) ?)"
_POINT = rf"{_CIRCA}?(?:{_CORE})\??"
_QUALIFIER = (
    r"(?:by at least|at least by|at least|by|before|after|until at least|until sometime after|until after|until about"
    r"|until|since|from|in or before|in or by|in or after|in|on or before|on|prior to|no later than|not later than"
    r"|as early as|as late as|during|active|between|sometime|some time|probably|possibly|likely|perhaps|d\.|through|to"
    r"|dated)"
)
_QUALIFIED = rf"(?:{_QUALIFIER} ){{0,3}}{_POINT}"
_JOIN = r"(?: ?[-–] ?|,? until (?:at least |sometime after |after )?|,? (?:to|through|and|or) |, )"
_NOT_BEHIND = "".join(
    rf"(?<!{words})"
    for words in (
        r"[\w'’/\[-]",
        r"[#$£€]",
        r"no\. ",
        r"nos\. ",
        r"no ",
        r"[Ll]ot ",
        r"[Ll]ots ",
        r"[Ss]ale ",
        r"cat\. ",
    )
)
_WORDS = rf"{_QUALIFIED}(?:{_JOIN}(?=(?:{_QUALIFIER} |{_CIRCA})?[\d'A-Zca]){_QUALIFIED}){{0,2}}(?![\w/-])"
PHRASE = re.compile(_NOT_BEHIND + _WORDS.replace(" ", r"(?:\s{1,3})"))
_LIFE = re.compile(
    rf"\s*(?:(?:b|d|born|died|est|active|fl|founded|reigned)\.? )?(?:{_CIRCA}?\d{{3,4}}\??|\?)?(?:\s?(?:BCE|BC|CE|AD))?\s?[-–]?\s?"
    rf"(?:{_CIRCA}?(?:\d{{2,4}})\??|\?)?(?:\s?(?:BCE|BC|CE|AD))?\s*"
)
_UNTIL = re.compile(
    r",? ?\b(?:until|through|to|till) (?:at least |about )?(?=\D{0,20}\d)|(?<=\d) ?[-–] ?(?=(?:d\. ?)?\d{2,4}(?!\d))"
)
_NUMBERS = re.compile(r"(\d{1,2})[/-](?:(\d{1,2})[/-])?(\d{4})$")
_TWO_DIGITS = re.compile(r"(\d{1,2}[/-]\d{1,2}[/-])(\d{2})$")


@dataclass(frozen=True, slots=True)
class Hold:
    """Four bounds in astronomical years, None where open; the day where one stands in the text is in `edtf`."""

    earliest_begin: int | None = None
    latest_begin: int | None = None
    earliest_end: int | None = None
    latest_end: int | None = None
    edtf: str = ""
    is_understood: bool = False


def phrase(text: str, at: int = 0) -> re.Match[str] | None:
    """The first date phrase from `at` on."""
    return PHRASE.search(text, at)


def is_life(text: str) -> bool:
    """Whether the inside of brackets is a life: “1882-1980”, “?-1992”, “1933-”, “d. 1912”."""
    return (
        bool(_LIFE.fullmatch(text))
        and any(sign.isdigit() for sign in text)
        and ("-" in text or "–" in text or text[:1].isalpha())
    )


@lru_cache(maxsize=4096)
def hold_of(text: str) -> Hold:
    """The bounds that a date phrase gives; not understood is an empty hold. Never raises."""
    if not text:
        return Hold()
    parts = _UNTIL.split(text, maxsplit=1)
    if len(parts) == 2:
        return _from_until(parts[0].strip(" ,"), parts[1].strip(" ,"))
    reading = words.read(_plain(text), convention=DEFAULT)
    span = reading.span
    if not reading.understood or not any(bound is not None for bound in span.bounds):
        return Hold(edtf=reading.edtf)
    if re.match(
        r"(?:by|at least by|by at least|before|prior to|in or before|at least|no later than)\b", text
    ):
        return Hold(span.earliest_begin, span.latest_end, None, None, reading.edtf, True)
    if text.startswith("between "):  # at some time in it, not all the while
        span = Span.within(span.earliest_begin, span.latest_end)
    return Hold(*span.bounds, reading.edtf, True)


def _from_until(begun: str, ended: str) -> Hold:
    if ended.isdigit() and len(ended) == 2 and (year := re.search(r"(\d\d)\d\d\D*$", begun)):
        ended = year[1] + ended
    end = words.read(_plain(ended), convention=DEFAULT)
    if not end.understood:
        return Hold()
    if not begun:
        return Hold(None, None, end.span.earliest_begin, end.span.latest_end, f"../{end.edtf}", True)
    begin = hold_of(begun)
    if not begin.is_understood:
        return Hold()
    edtf = (
        f"{begin.edtf}/{end.edtf}"
        if "[" not in begin.edtf + end.edtf and "/" not in begin.edtf + end.edtf
        else ""
    )
    return Hold(
        begin.earliest_begin, begin.latest_begin, end.span.earliest_begin, end.span.latest_end, edtf, True
    )


_MONTHS: dict[str, str] = {
    name[:3]: name
    for name in (
        *("January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December"),
    )
} | {"Sept": "September"}
_ORDINARY: list[tuple[re.Pattern[str], Any]] = [
    (re.compile(pattern), put)
    for pattern, put in (
        (r"^(?:(?:in|on|active|sometime|some time|dated|during|from|d\.) )+", ""),
        (r"^(?:by at least|at least by|at least|in or before|in or by|as early as)\b", "by"),
        (r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?", lambda m: _MONTHS[m[1]]),
        (r"\bApril{2}\b", "April"),
        (r"\bNovemeber\b", "November"),
        (r"\b(?:[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter)(?: of)? (?=\d{4})", ""),
        (r"([A-Z][a-z]{2,8}) \d{1,2}(?:-|–| and | or )\d{1,2},? ?(?=\d{4})", r"\1 "),
        (r"([A-Z][a-z]{2,8}) ?(?:-|–|to|or|and) ?[A-Z][a-z]{2,8},? (\d{4})$", r"\2"),
        (r"([A-Z][a-z]{2,8}) (\d{1,2})(?:st|nd|rd|th)?,? ?(\d{4})$", r"\1 \2, \3"),
        (r"\b(\d\d)(\d\d) ?[-–/] ?(\d\d)$", r"\1\2-\1\3"),
        (r"\b(\d\d)(\d0s) ?[-–] ?(\d0s)$", r"\1\2-\1\3"),
        (r"^'(\d\d)$", r"19\1"),
        (r"^.*AH.*?/(?:AD|CE) (?=\d)", ""),
    )
]


def _plain(text: str) -> str:
    """The phrase as the reader of dates knows it; days of a sale that lasts become its month."""
    text = text.strip().rstrip("?")
    if match := _TWO_DIGITS.search(text):
        text = text[: match.start()] + match[1] + ("19" if int(match[2]) > 30 else "20") + match[2]
    if match := _NUMBERS.search(text):  # month first, as in the United States
        month, day, year = int(match[1]), int(match[2] or 1), match[3]
        is_date = 1 <= month <= 12 and 1 <= day <= 31
        shown = (f"{year}-{month:02}-{day:02}" if match[2] else f"{year}-{month:02}") if is_date else year
        text = text[: match.start()] + shown
    for pattern, put in _ORDINARY:
        text = pattern.sub(put, text)
    return text
