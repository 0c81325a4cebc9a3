"""One point of a date out of tokens: qualifiers, a part, the number with its unit, era and month in any order."""

from __future__ import annotations

from collection.dates.points import Said
from collection.dates.reign_words import fraction, reign
from collection.dates.tokens import Number, Token, Tokens

_UNITS = {"century": "century", "millennium": "millennium"}
_QUALIFIERS = {
    "circa",
    "probably",
    "made",
    "before",
    "after",
    "part",
    "ordinal",
    "turn",
    "bce",
    "ce",
    "calendar",
    "number",
}
_LONGEST = 12  # tokens of one point; more are never needed, and reading stays linear


def read_said(tokens: Tokens, at: int) -> tuple[Said | None, int]:
    """What is said of one point from `at` on, and where it ends; None if no point begins there."""
    said, start = Said(), at
    at = _before(tokens, at, said)
    core = _core(tokens, at, said)
    if core is None:
        if said.part is not None or said.number is not None:
            return said, at
        return None, start
    return said, _after(tokens, core, said)


def _before(tokens: Tokens, at: int, said: Said) -> int:
    """Qualifiers in front, in any order."""
    for _step in range(_LONGEST):
        kind, value = tokens[at][:2]
        if kind == "circa":
            said.is_circa = True
        elif kind in ("probably", "doubt"):
            said.is_doubtful = True
        elif kind in ("before", "after"):
            said.side = kind
        elif kind == "part":
            said.part = value
            at += tokens[at + 1].kind == "-" and tokens[at + 2].kind in ("number", "roman")  # “mid-17th”
        elif kind == "turn":
            said.unit = "turn"
        elif kind in ("bce", "ce"):
            said.era = kind
        elif kind == "calendar":
            said.era = value
        elif (step := fraction(tokens, at, said)) is not None:
            at = step
            continue
        elif kind != "made" or tokens[at + 1].kind not in _QUALIFIERS:
            return at
        at += 1
    return at


def _core(tokens: Tokens, at: int, said: Said) -> int | None:
    """The number with its unit, the month, the reign. None if there is none."""
    kind, value = tokens[at][:2]
    if kind in ("number", "roman", "ordinal"):
        return _number(tokens, at, said)
    if kind in ("century", "millennium", "decade"):
        return _unit_first(tokens, at, said)
    if kind in ("month", "season"):
        return _month(tokens, at, said) if isinstance(value, int) else _figures(tokens[at], said, at)
    if kind in ("day", "iso"):
        return _figures(tokens[at], said, at)
    if kind == "reign" or (kind == "period" and tokens[at + 1].kind == "reign"):
        return reign(tokens, at + (kind == "period"), said)
    return None


def _number(tokens: Tokens, at: int, said: Said) -> int | None:
    kind, value = tokens[at][:2]
    number = value if isinstance(value, Number) else Number(value, 1, "ordinal")
    after = tokens[at + 1]
    if number.value < 0:
        return None
    if after.kind == "year" and tokens[at + 2].kind == "reign":  # “3rd year of Yongxi reign”
        said.number = number.value
        return reign(tokens, at + 2, said)
    if number.form == "ordinal" and after.kind == "reign":  # “3rd year of”, its words dropped
        said.number = number.value
        return reign(tokens, at + 1, said)
    if (
        after.kind in ("month", "season")
        and isinstance(after.value, int)
        and number.value <= 31
        and kind == "number"
    ):
        return _day_first(tokens, at, number, said)
    said.number, said.digits = number.value, number.digits
    return _unit_after(tokens, at + 1, number, said, is_roman=kind == "roman")


def _unit_after(tokens: Tokens, at: int, number: Number, said: Said, *, is_roman: bool) -> int | None:
    """The unit that follows a number, or none."""
    if (
        tokens[at].kind == "-" and number.form == "ordinal" and tokens[at + 1].kind in _UNITS
    ):  # “20th-century”
        at += 1
    kind = tokens[at].kind
    turn = said.unit == "turn"
    if kind in ("century", "millennium"):
        said.unit = "turn" if turn else _UNITS[kind]
        return at + 1
    if kind == "circa" and number.form == "ordinal" and tokens[at + 1].kind != "number":  # “17th c.”
        said.unit = "turn" if turn else "century"
        return at + 1
    if (
        kind in ("bce", "ce", "calendar") and tokens[at + 1].kind in _UNITS
    ):  # “5th century AH” said as “5th AH century”
        said.era = tokens[at].value if kind == "calendar" else kind
        said.unit = _UNITS[tokens[at + 1].kind]
        return at + 2
    if kind == "decade" or number.form == "decade":
        said.unit = "decade"
        return at + (kind == "decade")
    if kind == "ago":
        said.unit = "ago"
        return at + 1
    if number.form == "ordinal" or is_roman:
        said.unit = "turn" if turn else ""
        return at
    said.unit = "year"
    return at + 1 if kind == "year" else at


def _unit_first(tokens: Tokens, at: int, said: Said) -> int | None:
    """“siècle XVII”, “siglo XVII”, “années 1930”, “the century 17”."""
    kind = tokens[at].kind
    after = tokens[at + 1]
    if after.kind == "part" and tokens[at + 2].kind in ("number", "roman"):  # “siglo temprano XVII”
        said.part = after.value
        at, after = at + 1, tokens[at + 2]
    if after.kind not in ("number", "roman"):
        return None
    said.number, said.digits = after.value.value, after.value.digits
    said.unit = "turn" if said.unit == "turn" and kind == "century" else kind
    return at + 2


def _day_first(tokens: Tokens, at: int, number: Number, said: Said) -> int | None:
    """“12 June 1751”."""
    said.day = number.value
    return _month(tokens, at + 1, said)


def _month(tokens: Tokens, at: int, said: Said) -> int | None:
    """“June 1751”, “June 12, 1751”, “spring of 1785”; without year it takes that of the range's other end."""
    said.month, said.unit = tokens[at].value, "year"
    at += 1
    at += tokens[at].kind == ","
    first = tokens[at]
    if first.kind == "number" and (first.value.digits <= 2 or first.value.form == "ordinal") and not said.day:
        if not 1 <= first.value.value <= 31:
            return None
        said.day = first.value.value
        at += 1
        at += tokens[at].kind == "," and tokens[at + 1].kind == "number"
    year = tokens[at]
    if year.kind == "number" and 3 <= year.value.digits <= 4 and year.value.form == "":
        said.number, said.digits = year.value.value, year.value.digits
        return at + 1
    return at


def _figures(token: Token, said: Said, at: int) -> int | None:
    """`19.01.1929`, `1/19/1929`, `10/1917`, `1742-03-12`; a day that may be a month is left out."""
    text = str(token.value)
    figures = [int(figure) for figure in text.replace(".", "/").replace("-", "/").split("/")]
    said.unit, said.digits = "year", 4
    if token.kind == "month":
        said.month, said.number = figures
    elif token.kind == "iso":
        said.number, said.month, said.day = figures
    else:
        first, second, said.number = figures
        is_american = "/" in text and second > 12
        month, day = (first, second) if is_american else (second, first)
        if month <= 12 and day <= 31 and not ("/" in text and first <= 12 and second <= 12):
            said.month, said.day = month, day
    if said.month is not None and not (1 <= said.month <= 12 and 1 <= (said.day or 1) <= 31):
        return None
    return at + 1


def _after(tokens: Tokens, at: int, said: Said) -> int:
    """Era, doubt, month and “or later” behind the number."""
    for _step in range(_LONGEST):
        kind, value = tokens[at][:2]
        following = tokens[at + 1].kind
        if (kind in ("bce", "ce") and following not in ("number", "roman", "part")) or (
            kind in ("bce", "ce") and not said.era and kind == "bce"
        ):
            said.era = kind
        elif kind == "calendar" and not said.era and following != "number":
            said.era = value
        elif kind == "doubt":
            said.is_doubtful = True
        elif kind == "or_later":
            said.side = "after"
        elif kind == "or_earlier":
            said.side = "before"
        elif kind == "circa" and following not in ("number", "roman", "part", "ordinal", "month"):
            said.is_circa = True
        elif (
            said.unit == "century"
            and kind == "part"
            and said.part is None
            and following not in ("number", "roman")
        ):
            said.part = value
        elif said.unit == "century" and kind == "fraction" and "_" in str(value):
            said.part = ("half", 1 if str(value).startswith("first") else 2)
        elif said.unit in ("century", "decade") and (step := fraction(tokens, at, said)) is not None:
            if tokens[step].kind in ("number", "roman", "century"):
                said.part = None
                return at
            at = step - 1
        elif (step := _month_after(tokens, at, said)) is not None:
            return step
        else:
            return at
        at += 1
    return at


def _month_after(tokens: Tokens, at: int, said: Said) -> int | None:
    """“1935, January”, “1769 Autumn”, “1852/XII”."""
    if said.unit != "year" or said.month or said.digits < 3:
        return None
    opened = tokens[at].kind == "("
    at += tokens[at].kind in (",", "/", "(")
    kind, value = tokens[at][:2]
    if opened and tokens[at + 1].kind != ")":
        return None
    if kind == "roman" and tokens[at - 1].kind == "/" and value.value <= 12:
        said.month = value.value
    elif kind in ("month", "season") and isinstance(value, int) and tokens[at + 1].kind != "number":
        said.month = value
    else:
        return None
    return at + 1 + opened
