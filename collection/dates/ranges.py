"""Points joined to ranges and choices: the era, the unit and the figures that one end lends the other."""

from __future__ import annotations

from dataclasses import replace

from collection.dates.calendars import years_of
from collection.dates.conventions import Convention
from collection.dates.dated import Dated
from collection.dates.grammar import read_said
from collection.dates.points import Point, Said, resolved
from collection.dates.tokens import Tokens

_JOINTS = frozenset({"-", "to", "/", "or", "and"})
_LONGEST = 12  # points of one date


def read_dated(tokens: Tokens, at: int, convention: Convention, culture: str) -> tuple[Dated | None, int]:
    """The date that begins at `at`, and where it ends; None if none begins there."""
    start = at
    is_between = tokens[at].kind == "between"
    is_from = tokens[at].kind == "from"
    at += is_between or is_from
    said, joints, end = _chain(tokens, at, is_between=is_between)
    if not said:
        return None, start
    said, joints = _in_one_calendar(said, joints)
    _lend(said, joints)
    _mark_ends(said, joints)
    points = [resolved(one, convention, culture) for one in said]
    if any(point is None for point in points):
        return None, start
    if is_from and len(said) == 1 and points[0]:  # “from 1600”
        points[0] = replace(points[0], side=points[0].side or "after")
    dated = _joined([point for point in points if point], joints)
    return (dated, end) if dated else (None, start)


def _chain(tokens: Tokens, at: int, *, is_between: bool) -> tuple[list[Said], list[str], int]:
    """Points and what stands between them."""
    said: list[Said] = []
    joints: list[str] = []
    end = at
    while len(said) < _LONGEST:
        one, after = read_said(tokens, at)
        if one is None:
            break
        if said and _is_end_day(said[-1], one):
            after = _days(tokens, after, said, one)
        else:
            said.append(one)
        end = after
        joint = tokens[after].kind
        if joint == "," and tokens[after + 1].kind in ("or", "and"):
            after, joint = after + 1, tokens[after + 1].kind
        while joint == "-" and tokens[after + 1].kind in ("to", "-"):
            after += 1
        if joint not in _JOINTS:
            if len(said) == 1 and _is_part_beside(said[0], tokens, after):  # “late 19th early 20th century”
                joints.append("-")
                at = after
                continue
            break
        joints.append("-" if joint in ("-", "to") or (is_between and joint == "and") else joint)
        at = after + 1
    return said, joints[: max(len(said) - 1, 0)], end


def _is_part_beside(said: Said, tokens: Tokens, at: int) -> bool:
    return (
        said.unit == ""
        and said.number is not None
        and tokens[at].kind == "part"
        and tokens[at + 1].kind == "number"
    )


def _is_end_day(first: Said, second: Said) -> bool:
    """“May 9–10, 1909”: the second is a day only."""
    return bool(
        first.month
        and first.number is None
        and second.unit == "year"
        and second.digits <= 2
        and second.month is None
    )


def _days(tokens: Tokens, at: int, said: list[Said], _second: Said) -> int:
    """The year behind two days of a month; the days are left out of the date."""
    at += tokens[at].kind == ","
    year = tokens[at]
    if year.kind == "number" and year.value.digits >= 3:
        said[-1].number, said[-1].digits, said[-1].day = year.value.value, year.value.digits, None
        return at + 1
    return at


def _in_one_calendar(said: list[Said], joints: list[str]) -> tuple[list[Said], list[str]]:
    """“1041/1631–32 AH”, “922 AH/AD 1516”: where a slash joins a date in another calendar to ours, ours is taken."""
    if "/" not in joints:
        return said, joints
    for n, joint in enumerate(joints):
        if joint == "/" and _is_hijri_of(said[n], said[n + 1]):
            said[n].era = "hijri"
    if not any(_is_other(one) for one in said):
        return said, joints
    kept: list[tuple[Said, str]] = []  # each with the joint before it
    last_ours = 0
    for n, one in enumerate(said):
        joint = joints[n - 1] if n else ""
        if (
            joint == "/"
            and kept
            and not _is_other(one)
            and any(_is_other(other) for other, _ in kept[last_ours:])
        ):
            joint = kept[last_ours][1]
            one.beside = kept[last_ours][0]
            del kept[last_ours:]
            if not one.unit and one.number is not None:  # “12th century AH/AD 18th”
                one.unit = "century"
            last_ours = len(kept) + 1
        kept.append((one, joint))
    return [one for one, _joint in kept], [joint for _one, joint in kept[1:]]


def _is_hijri_of(left: Said, right: Said) -> bool:
    """“1041/1631”: the first is the Hijri year of the second, and no other reading makes sense."""
    if left.unit != "year" or right.unit != "year" or left.era or not left.number or right.digits != 4:
        return False
    years = years_of("hijri", left.number)
    return years is not None and right.number in years


def _is_other(said: Said) -> bool:
    return said.era not in ("", "bce", "ce")


def _lend(said: list[Said], joints: list[str]) -> None:
    """Give each point what only the other end says."""
    for n in range(len(said) - 2, -1, -1):
        _lend_left(said[n], said[n + 1])
    for n in range(1, len(said)):
        _lend_right(said[n - 1], said[n], joints[n - 1])


def _mark_ends(said: list[Said], joints: list[str]) -> None:
    for n, joint in enumerate(joints):
        if joint == "-":
            said[n].end, said[n + 1].end = said[n].end or "first", "last"


def _lends(giver: Said, taker: Said) -> bool:
    """A century lends its unit to an ordinal; a decade and a reign only to a part that has no number."""
    return giver.unit in ("century", "millennium") or (
        giver.unit in ("decade", "reign") and taker.number is None
    )


def _lend_left(left: Said, right: Said) -> None:
    if left.unit == "" and _lends(right, left):
        left.unit = right.unit
        if left.number is None:
            left.number, left.digits, left.reigns = right.number, right.digits, right.reigns
    elif left.unit == "" and left.number is None and right.unit == "year":
        left.unit, left.number, left.digits = "year", right.number, right.digits
    elif (
        left.unit == "year"
        and left.digits <= 2
        and not left.month
        and right.unit in ("century", "millennium")
    ):
        left.unit = right.unit
    elif (
        left.unit == "year"
        and right.unit == "decade"
        and right.digits == 4
        and left.digits == 4
        and not left.month
    ):
        left.unit = "decade" if left.number is not None and left.number % 10 == 0 else "year"
    if left.month and left.number is None:
        left.number, left.digits = right.number, right.digits
    if not left.era and right.era and (right.era != "ce"):
        left.era = right.era
    if left.part is not None and left.unit == "century" and left.number is None:
        left.number = right.number


def _lend_right(left: Said, right: Said, joint: str) -> None:
    if right.unit == "" and _lends(left, right):
        right.unit = left.unit
        if right.number is None:
            right.number, right.digits, right.reigns = left.number, left.digits, left.reigns
    if right.unit == "year" and left.unit == "reign" and left.number is not None and right.digits <= 2:
        right.unit, right.reigns = "reign", left.reigns
    if _is_other(left) and not right.era and joint != "/":
        right.era = left.era
    is_short = (
        right.unit in ("year", "decade")
        and left.unit in ("year", "decade")
        and right.digits < 3 <= left.digits
    )
    if (
        is_short
        and "bce" not in (left.era, right.era)
        and right.month is None
        and left.number
        and right.number is not None
    ):
        right.number, right.digits = _in_full(left.number, right.number, right.digits), left.digits
    if left.is_circa and joint == "-":  # “c. 1600–1650”: the doubt is of both
        right.is_circa = True
    if left.is_doubtful and joint == "-":
        right.is_doubtful = True


def _in_full(first: int, short: int, digits: int) -> int:
    """“63” after 1462 is 1463, “00” after 1899 is 1900."""
    whole = 10**digits
    full = first // whole * whole + short
    return full + whole if full < first else full


def _joined(points: list[Point], joints: list[str]) -> Dated | None:
    groups: list[list[Point]] = [[points[0]]]
    words = []
    for point, joint in zip(points[1:], joints, strict=True):
        if joint in ("-", "/"):
            groups[-1].append(point)
        else:
            groups.append([point])
            words.append(joint)
    members = tuple(_member_of(group) for group in groups)
    if any(
        begin.low > end.high or (begin.side == "before" and end.side == "after") for begin, end in members
    ):
        return None
    if len(members) == 1:
        begin, end = members[0]
        return Dated("date" if begin is end else "interval", members)
    return Dated("all_of" if set(words) == {"and"} else "one_of", members)


def _member_of(group: list[Point]) -> tuple[Point, Point]:
    first, last = group[0], group[-1]
    if first is last:
        return first, first
    if first.side == "before" and last.side == "":
        last = replace(last, side="before")
        return last, last
    if first.choices or last.choices:
        first, last = replace(first, choices=()), replace(last, choices=())
    if (first.low, first.high, first.mask) == (last.low, last.high, last.mask):
        return first, first
    return first, last
