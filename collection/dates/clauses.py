"""Everything that a text says of dates, put together: what narrows, what adds, what belongs to another event."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from collection.dates.conventions import Convention
from collection.dates.dated import Dated
from collection.dates.ranges import read_dated
from collection.dates.tokens import Token, Tokens

_ROLES = frozenset({"made", "other", "ignored", "found"})
# Words that change nothing where they stand beside a date.
_SILENT = frozenset(
    [
        ",",
        "-",
        "/",
        "(",
        ")",
        ";",
        "thing",
        "period",
        "year",
        "later",
        "from",
        "and",
        "or",
        "to",
        "of",
        "calendar",
        "intercalary",
        "sexagenary",
        "on",
    ]
)


@dataclass(slots=True)
class Found:
    """A date of the text, what happened then, and whether it is of a part of the thing (“Lid: …”)."""

    dated: Dated
    role: str = ""
    is_part: bool = False


@dataclass(slots=True)
class Said:
    """All dates of a text, and the tokens that were not understood."""

    found: list[Found] = field(default_factory=list)
    unread: list[Token] = field(default_factory=list)
    qualifiers: dict[str, None] = field(default_factory=dict)
    is_undated: bool = False
    starts_unread: bool = False


def read_clauses(tokens: Tokens, convention: Convention, culture: str) -> Said:
    """Every date in order. Linear: each token is left behind, or begins a date of a few tokens."""
    walk, at = _Walk(), 0
    while at < tokens.total:
        if tokens[at].kind == "made":
            walk.pending = []  # “preface dated 1797”: what is dated is no riddle
        dated, after = read_dated(tokens, at, convention, culture)
        if dated:
            walk.take(dated, tokens[after])
            at = after
        else:
            at = walk.leave(tokens, at)
    walk.settle()
    return walk.said


@dataclass(slots=True)
class _Walk:
    """What is known on the way through a text: the event that the next date is of, and the words not understood so far."""

    said: Said = field(default_factory=Said)
    pending: list[Token] = field(default_factory=list)
    role: str = ""
    is_part: bool = False

    def take(self, dated: Dated, after: Token) -> None:
        """A date; words before it that nobody understood stay unread."""
        self.settle()
        self.said.found.append(Found(dated, self.role, self.is_part))
        self.role = ""
        if _may_be_an_era(dated, after):
            self.said.starts_unread = True

    def settle(self) -> None:
        self.said.starts_unread = self.said.starts_unread or (bool(self.pending) and not self.said.found)
        self.said.unread += self.pending
        self.pending = []

    def leave(self, tokens: Tokens, at: int) -> int:
        """A token that begins no date; gives the place of the next one."""
        token, after = tokens[at], tokens[at + 1]
        if token.kind in _ROLES:
            self._enter(token.kind, is_behind=after.kind == ")" and tokens[at - 1].kind == "(")
        elif token.kind == ":":
            self.is_part, self.pending = True, []
        elif token.kind == "period" and self.pending:
            self.pending = []
            self.said.qualifiers["period"] = None
        elif token.kind in ("number", "ordinal") and after.kind == "period":
            return at + 2  # “26th Dynasty”
        elif not (
            self._is_mark(token, after, is_last=at + 1 >= tokens.total)
            or _trailing(token.kind, self.said)
            or _is_letter(token, after, tokens[at - 1])
        ):
            self.pending.append(token)
        if token.kind == ";":
            self.role = ""
        return at + 1

    def _enter(self, kind: str, *, is_behind: bool) -> None:
        """“1925 (designed)” speaks of the date before it, “printed 1979” of the next."""
        if is_behind and self.said.found and not self.pending and kind in ("made", "other"):
            self.said.found[-1].role = kind
        elif not self.role or kind in ("ignored", "found"):
            self.role = kind

    def _is_mark(self, token: Token, after: Token, *, is_last: bool) -> bool:
        """Repairs, open ends and undated things; True if the token needs no more reading."""
        found = self.said.found
        if token.kind == "repair":
            if len(found) > 1 and not self.pending:  # “1680, with 19th century restorations”
                found[-1].role = "other"
        elif token.kind == "-" and is_last and found:  # “1600–”
            found[-1].dated = _opened(found[-1].dated, "after")
        elif token.kind == "-" and not found and not self.pending and after.kind == "number":
            self.pending.append(token)  # a minus sign: nobody says which year is meant
        elif token.kind == "undated":
            self.said.is_undated = True
        else:
            return False
        return True


def _trailing(kind: str, said: Said) -> bool:
    """Marks behind a bracket that speak of the date before it; True if the token needs no more reading."""
    if kind in _SILENT:
        return True
    if not said.found:
        return kind in ("circa", "probably", "doubt")
    last = said.found[-1]
    if kind in ("doubt", "probably"):
        last.dated = _changed(last.dated, is_doubtful=True)
    elif kind in ("or_later", "or_earlier"):
        last.dated = _opened(last.dated, "after" if kind == "or_later" else "before")
    else:
        return False
    return True


def _may_be_an_era(dated: Dated, after: Token) -> bool:
    """“528 BD”: a small number before a word that nobody knows may count from elsewhere."""
    return (
        after.kind == "unknown"
        and dated.shape == "date"
        and 0 < (dated.high or 0) < 1000
        and not dated.points[0].mask
    )


def _is_letter(token: Token, after: Token, before: Token) -> bool:
    """“(a)”, “(L, R)”: letters that name the sheets of a set."""
    return token.end - token.start == 1 and after.kind in (")", ",") and before.kind in ("(", ",")


def _changed(dated: Dated, *, is_doubtful: bool) -> Dated:
    members = []
    for begin, end in dated.members:
        first = replace(begin, is_doubtful=is_doubtful)
        members.append((first, first if begin is end else replace(end, is_doubtful=is_doubtful)))
    return Dated(dated.shape, tuple(members))


def _opened(dated: Dated, side: str) -> Dated:
    begin, end = dated.members[0][0], dated.members[-1][1]
    point = replace(begin if side == "after" else end, side=side, mask="", choices=())
    return Dated("date", ((point, point),))


def combined(said: Said, convention: Convention) -> Dated | None:
    """The one date of the thing. Later events count if nothing is said of its making, or if the museum counts them."""
    primary = [one for one in said.found if one.role in ("", "made")]
    if not primary:
        primary = [one for one in said.found if one.role == "other"]
    if any(one.role == "other" for one in said.found) and len(primary) < len(said.found):
        said.qualifiers["later event"] = None
    if not primary:
        return None
    result = _of_making(primary, said)
    if convention.has_later_events:
        for one in said.found:
            if one.role == "other" and not _is_open(one.dated) and _high(one.dated) > _high(result):
                result = _united(result, one.dated)
    return result


def _of_making(primary: list[Found], said: Said) -> Dated:
    result, is_frame = primary[0].dated, False
    for one in primary[1:]:
        is_more = is_frame and not one.is_part and not _holds(result, one.dated)
        if is_more and (cut := _cut(result, one.dated)):
            result = cut
            continue
        is_frame = _is_its_span(result, one.dated)
        result = _united(result, one.dated) if one.is_part else _together(result, one.dated, said)
    return result


def _is_its_span(period: Dated, years: Dated) -> bool:
    """“Edo period (1603–1867)”: the years of a named period; what follows narrows them."""
    return period.rank == 0 < years.rank and _touch(period, years)


def _together(first: Dated, second: Dated, said: Said) -> Dated:
    """Two dates of one thing: the narrower if one holds the other, ours if calendars differ, else both."""
    if _is_open(first) or _is_open(second):
        return _cut(first, second) or (second if _is_open(first) else first)
    if first.rank != second.rank:
        better, other = (first, second) if first.rank > second.rank else (second, first)
        if not _touch(better, other):
            said.qualifiers["calendars disagree"] = None
        is_a_century = better.high is not None and better.low is not None and better.high - better.low > 20
        return (other.rank == 0 and is_a_century and _cut(better, other)) or better
    if _holds(first, second):
        return second
    if _holds(second, first):
        return first
    return _united(first, second)


def _is_open(dated: Dated) -> bool:
    return dated.low is None or dated.high is None


def _holds(outer: Dated, inner: Dated) -> bool:
    return _low(outer) <= _low(inner) and _high(inner) <= _high(outer)


def _touch(one: Dated, other: Dated) -> bool:
    return _low(one) <= _high(other) + 1 and _low(other) <= _high(one) + 1


def _low(dated: Dated) -> float:
    return float("-inf") if dated.low is None else dated.low


def _high(dated: Dated) -> float:
    return float("inf") if dated.high is None else dated.high


def _cut(first: Dated, second: Dated) -> Dated | None:
    """“18th century, after 1713”, “after 1945, before 1957”: what both allow; None if that is nothing or open."""
    low, high = max(_low(first), _low(second)), min(_high(first), _high(second))
    if low > high or low == float("-inf") or high == float("inf"):
        return None
    for one in (first, second):
        if one.shape == "date" and not _is_open(one):  # one time within both
            point = replace(one.points[0], low=int(low), high=int(high), side="", mask="", choices=())
            return Dated("date", ((point, point),))
    points = [point for dated in (first, second) for point in dated.points]
    begin = next(point for point in points if point.low == low)
    end = next(point for point in points if point.high == high)
    begin, end = (replace(point, side="", mask="", choices=()) for point in (begin, end))
    begin, end = replace(begin, high=max(begin.low, min(begin.high, end.high))), end
    if begin == end:
        return Dated("date", ((begin, begin),))
    return Dated("interval", ((begin, end),))


def _united(first: Dated, second: Dated) -> Dated:
    members = tuple(dict.fromkeys((*first.members, *second.members)))
    return Dated("all_of", members) if len(members) > 1 else first
