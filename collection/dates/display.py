"""Years, spans and EDTF said in words, in the active language."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from collection.dates import edtf
from collection.dates.edtf import Range
from collection.dates.edtf_parts import Part
from collection.dates.spans import Span

# Years below this are said with their era, for “79” alone is hardly read as a year.
_ERA_BELOW = 1000


def year_text(year: int | None) -> str:
    """`-499` → “500 BCE”, `79` → “79 CE”, `1600` → “1600”; an empty text for None."""
    if year is None:
        return ""
    if year <= 0:
        return _("%(year)s BCE") % {"year": grouped(1 - year)}
    if year < _ERA_BELOW:
        return _("%(year)s CE") % {"year": year}
    return grouped(year)


def years_text(begin: int | None, end: int | None) -> str:
    """“500–300 BCE”, “100 BCE–200 CE”, “1600–1699”; “from …” or “until …” if one of them is None."""
    if begin is None and end is None:
        return ""
    if begin is None:
        return _("until %(year)s") % {"year": year_text(end)}
    if end is None:
        return _("from %(year)s on") % {"year": year_text(begin)}
    if begin == end:
        return year_text(begin)
    if end <= 0:
        return _("%(begin)s–%(end)s BCE") % {"begin": grouped(1 - begin), "end": grouped(1 - end)}
    if begin > 0 and end < _ERA_BELOW:
        return _("%(begin)s–%(end)s CE") % {"begin": begin, "end": end}
    return pgettext("span of years", "%(begin)s–%(end)s") % {"begin": year_text(begin), "end": year_text(end)}


def span_text(span: Span) -> str:
    """The outer years of a span; “date not known” if there are none."""
    return years_text(span.earliest_begin, span.latest_end) or _("date not known")


def bounds_text(span: Span) -> str:
    """“Began between 616 BCE and 601 BCE, ended in 539 BCE”; empty if there is no doubt, or no bounds."""
    if not span.is_bounded or (
        span.earliest_begin == span.latest_begin and span.earliest_end == span.latest_end
    ):
        return ""
    values = {
        "begin": _between(span.earliest_begin, span.latest_begin),
        "end": _between(span.earliest_end, span.latest_end),
    }
    return _("began %(begin)s, ended %(end)s") % values


def _between(first: int | None, last: int | None) -> str:
    if first == last:
        return _("in %(year)s") % {"year": year_text(first)}
    return _("between %(begin)s and %(end)s") % {"begin": year_text(first), "end": year_text(last)}


def grouped(number: int) -> str:
    """Years of five figures and more are grouped, those of four are not: “10 000”, “2500”."""
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}") if number >= 10_000 else str(number)


def edtf_sentence(text: str) -> str:
    """What an EDTF text says: “between 1600 and 1699”, “about 1820”, “1667 or 1668”.

    Raises EdtfError.
    """
    found = edtf.read(text)
    if found.shape == "date":
        return _part_text(found.ranges[0].begin)
    if found.shape == "interval":
        return _interval_text(found.ranges[0])
    members = [_member_text(member) for member in found.ranges]
    return _listed(members, _("or") if found.shape == "one_of" else _("and"))


def _part_text(part: Part | None) -> str:
    if part is None or part.low is None or part.high is None:
        return _("in a year that is not known")
    if part.low == part.high:
        text = _day_text(part, year_text(part.low))
    else:
        text = _("between %(begin)s and %(end)s") % {
            "begin": year_text(part.low),
            "end": year_text(part.high),
        }
    return _qualified(part, text)


def _qualified(part: Part, text: str) -> str:
    if part.is_approximate:
        text = _("about %(date)s") % {"date": text}
    if part.is_uncertain:
        text = _("%(date)s, which is not certain") % {"date": text}
    return text


def _day_text(part: Part, year: str) -> str:
    if part.month is None:
        return year
    values = {"day": part.day, "month": _month_name(part.month), "year": year}
    if part.day is not None:
        return pgettext("date", "%(day)s %(month)s %(year)s") % values
    return pgettext("date", "%(month)s %(year)s") % values


def _month_name(number: int) -> str:
    if number <= 12:
        return str(MONTHS[number])
    seasons = [_("spring"), _("summer"), _("autumn"), _("winter")]
    if number <= 32:  # 21–24 anywhere, 25–28 in the north, 29–32 in the south
        return seasons[(number - 21) % 4]
    if number <= 36:
        return _("quarter %(number)d of") % {"number": number - 32}
    if number <= 39:
        return _("third %(number)d of") % {"number": number - 36}
    return _("half %(number)d of") % {"number": number - 39}


def _interval_text(found: Range) -> str:
    if found.begin is None:
        return _("until %(year)s") % {"year": _part_text(found.end)}
    if found.end is None:
        return _("from %(year)s on") % {"year": _part_text(found.begin)}
    return _("from %(begin)s to %(end)s") % {"begin": _part_text(found.begin), "end": _part_text(found.end)}


def _member_text(found: Range) -> str:
    """A member of a set: one date, several in a row, or all on one side of one."""
    if found.begin is found.end:
        return _part_text(found.begin)
    if found.begin is None:
        return _("%(year)s or earlier") % {"year": _part_text(found.end)}
    if found.end is None:
        return _("%(year)s or later") % {"year": _part_text(found.begin)}
    return _("%(begin)s to %(end)s") % {"begin": _part_text(found.begin), "end": _part_text(found.end)}


def _listed(members: Sequence[str], word: str) -> str:
    """“a, b or c”."""
    if len(members) == 1:
        return members[0]
    return pgettext("list with its last word", "%(most)s %(word)s %(last)s") % {
        "most": ", ".join(members[:-1]),
        "word": word,
        "last": members[-1],
    }
