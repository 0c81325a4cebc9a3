"""One period of a provenance text read into an event: brackets first, then method, date, sale, and last the names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from collection.provenance import hold, methods
from collection.provenance.chain import Event, Offsets, Party
from collection.provenance.names import Names, names_of
from collection.provenance.sheet import Sheet, Words
from collection.provenance.split import LONGEST, partners

_NOTE_LABEL = re.compile(r"\[(\d{1,2}|[a-z])\]")
_CERTAINTY = re.compile(
    r"(possibly|perhaps|maybe|probably|likely|most likely|presumably|reportedly|said to be|reputedly)[\s,:]+",
    re.I,
)
_POSSIBLE = frozenset({"possibly", "perhaps", "maybe", "said to be", "reportedly", "reputedly"})
_AGENT = re.compile(r"(?:through|via)\s+(.+)|(.+?),?\s+as (?:an |the )?agent", re.I | re.S)
_SOURCE = re.compile(r"(?:purchased |acquired |bought )?from (?=the artist|[A-Z])(.+)", re.S)
_NUMBER = (
    r"(?:[Ss]ale (?:no\. )?[\w-]{0,8}\d+,? )?(?:(?:stock|inventory|inv\.|cat\.|catalogue|lot|acc\.|bid) ?)?"
    r"(?:[Nn]os?\.|no|numbers?|[Ll]ots?|stock|bid)\s{0,3}#?[\w.-]{0,12}\d[\w/.-]{0,12}(?:(?:, | and |-|–)\d+[a-z]?(?![\w/]))*"
    r"|#\w[\w-]*|\b[Ss]ale (?:no\. )?[\w-]{0,8}\d+"
)
_LOT = re.compile(rf"(?<!\w)(?:{_NUMBER})(?:, (?:{_NUMBER})){{0,3}}")
_PRICE = re.compile(
    r"for (?:about |ca?\. )?(?:[$£€¥]|USD |US\$|Fr\. ?|DM ?)\d[\d,.]*(?: (?:francs|guineas))?|for \d[\d,.]* (?:francs|guineas|dollars|pounds|marks|guilders|yen|lire)"
)
_ADMINISTRATIVE = re.compile(
    r"(?:Updated and )?[Uu]nder review|See (?:also )?|N\.?B\.?|Note\b|According to", re.I
)
_YEARS = re.compile(r"\(?(\d{4})\D+(\d{4}|\d{2})\)?")
_SHORT_HOLD = 60  # years; “(1897–1905)” behind a name is a time of keeping, “(1734–1803)” a life


@dataclass(slots=True)
class _Draft:
    """The event while it grows."""

    values: dict[str, Any] = field(default_factory=dict)
    spans: dict[str, Offsets] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    lives: list[Words] = field(default_factory=list)
    doubts: list[int] = field(default_factory=list)

    def put(self, name: str, value: Any, span: Offsets | None = None) -> None:
        self.values[name] = value
        if span:
            self.spans[name] = span


def read_period(body: str, base: int = 0) -> Event | None:
    """The event that a period tells, without its separator; None if it is not understood. Never raises."""
    if not body or len(body) > LONGEST or _ADMINISTRATIVE.match(body):
        return None
    draft = _Draft()
    inner, shift = _unwrapped(body, draft)
    sheet = Sheet(inner, base + shift)
    _read_brackets(sheet, draft)
    _read_certainty(sheet, draft)
    _read_method(sheet, draft)
    _read_date(sheet, draft)
    _read_numbers(sheet, draft)
    names = names_of(sheet, draft.values.get("kind", ""), str(draft.values.get("_side", "")))
    return _event(draft, names) if names else None


def _unwrapped(body: str, draft: _Draft) -> tuple[str, int]:
    """Without the brackets that mark a dealer: “(Bonasi, St. Moritz) [1]”."""
    closing = partners(body).get(0) if body[0] in "([" else None
    if (
        closing is None
        or closing < 3
        or not _only_labels(body[closing + 1 :])
        or hold.is_life(body[1:closing])
    ):
        return body, 0
    draft.notes += _NOTE_LABEL.findall(body[closing + 1 :])
    draft.put("is_dealer", True)
    return body[1:closing], 1


def _only_labels(text: str) -> bool:
    return not _NOTE_LABEL.sub("", text).strip(" .,")


def _read_brackets(sheet: Sheet, draft: _Draft) -> None:
    for begin, end in list(sheet.brackets()):
        inside, whole = sheet.body[begin + 1 : end - 1].strip(), sheet.body[begin:end]
        if inside == "?":
            draft.doubts.append(begin + sheet.base)
        elif label := _NOTE_LABEL.fullmatch(whole):
            draft.notes.append(label[1])
        elif _is_part_of_name(sheet, begin, end, inside):
            continue
        elif _is_life(sheet, begin, end, inside):
            draft.lives.append(Words(inside, sheet.base + begin))
        elif not _read_bracket(sheet, draft, begin, inside):
            draft.remarks.append(" ".join(whole.split()))
        sheet.take(begin, end)


def _read_bracket(sheet: Sheet, draft: _Draft, begin: int, inside: str) -> bool:
    """Time of keeping, giver or agent in brackets; False if it is a remark."""
    at = sheet.base + begin + 1 + (len(sheet.body[begin + 1 :]) - len(sheet.body[begin + 1 :].lstrip()))
    date = hold.PHRASE.fullmatch(inside)
    if date and sheet.body[begin] == "(" and "date" not in draft.values:
        draft.put("date", _one_line(inside), (at, at + len(inside)))
        return True
    if (agent := _AGENT.fullmatch(inside)) and "agent" not in draft.values and "\n" not in inside:
        draft.put("agent", (agent[1] or agent[2]).strip(" ,"))
        return True
    if (source := _SOURCE.fullmatch(inside)) and "origin" not in draft.values and len(inside) < 90:
        name = source[1].strip(" ,")
        draft.put("origin", Party(_one_line(name)), (at + source.start(1), at + source.start(1) + len(name)))
        return not re.search(r"[;\[\](),?]", name) or bool(
            draft.values.pop("origin") and draft.spans.pop("origin") and False
        )
    return False


def _is_part_of_name(sheet: Sheet, begin: int, end: int, inside: str) -> bool:
    """“Sadie Jones (Mrs. Henry Walters)”, “Mr. [1912-1990] and Mrs. Feldman”: another name or half of a pair."""
    before = sheet.left[:begin]
    if not before.strip() or not re.search(r"\w[.'’]? ?$|\w\[$", before):
        return False
    if hold.is_life(inside):
        is_half = re.match(r" (?:and|&) (?:[A-Z]|his|her)", sheet.body[end : end + 8])
        is_second = re.search(r"\] (?:and|&) .*\w ?$", before) and re.match(
            r" [A-Z]", sheet.body[end : end + 2]
        )
        return bool(is_half or is_second)
    if sheet.body[begin] == "[":  # a reading completed by the cataloguer: “rogm[arie?]”
        return (
            bool(re.search(r"\w$", before))
            and inside.isascii()
            and bool(re.fullmatch(r"[a-z?]{1,10}", inside))
        )
    is_name = re.fullmatch(r"(?:born |née |formerly |known as )?[^\W\d_a-z][^\d()\[\]:;]{1,60}", inside)
    is_remark = re.search(
        r"\b(?:Lugt|no|see|[Tt]he|dealer|label|sold|as|cat|agent|[Bb]y|from|[Dd]irector)\b", inside
    )
    return bool(is_name) and not is_remark and _is_first_part(before)


def _is_first_part(before: str) -> bool:
    """No comma stands before, or only that before “from …”: what comes now belongs to a name."""
    last = before.split("\x00")[-1].lstrip(" ,").rsplit(",", 1)
    return len(last) == 1 or last[1].startswith(" from ")


def _is_life(sheet: Sheet, begin: int, end: int, inside: str) -> bool:
    if not hold.is_life(inside) or not re.search(r"[\w.?)\]\x00,]\s*$", "".join(sheet.body[:begin])):
        return False
    if sheet.body[begin] == "[":
        return True
    years = _YEARS.fullmatch(inside)
    if not years:
        return inside.startswith(("b.", "d.", "born", "died")) or not hold.PHRASE.fullmatch(inside)
    last = int(years[2]) if len(years[2]) == 4 else int(years[1][:2] + years[2])
    return last - int(years[1]) >= _SHORT_HOLD or sheet.body[end : end + 1] == ","


def _read_certainty(sheet: Sheet, draft: _Draft) -> None:
    start = len(sheet.left) - len(sheet.left.lstrip(" \x00,"))
    if match := _CERTAINTY.match(sheet.left, start):
        word = match[1].lower()
        draft.put("certainty", "possible" if word in _POSSIBLE else "probable")
        sheet.take(start, match.end())


def _read_method(sheet: Sheet, draft: _Draft) -> None:
    left = sheet.left
    start = len(left) - len(left.lstrip(" \x00,\n"))
    if found := methods.to_words(left[start:]):
        draft.put("kind", found[0], (sheet.base + start, sheet.base + start + found[1]))
        sheet.take(start, start + found[1])
    elif found := methods.from_words(left[start:]):
        draft.put("kind", found[0], (sheet.base + start, sheet.base + start + found[1]))
        draft.put("_side", "from")
        sheet.take(start, start + found[1])
    elif found := methods.at_words(left[start:]):
        draft.put("kind", found[0], (sheet.base + start, sheet.base + start + found[1]))
        draft.put("_side", "place")
        sheet.take(start, start + found[1])
    else:
        _read_method_behind(sheet, draft, left)


def _read_method_behind(sheet: Sheet, draft: _Draft, left: str) -> None:
    """“…, 1902, by purchase”: where a part begins with it; and where “by …” stands behind a name."""
    for match in re.finditer(r"(?:^|[,\x00])\s*(?:\w+ )??(?=\w)|\s(?=by )", left):
        found = methods.by_words(left[match.end() : match.end() + 40])
        source = methods.from_words(left[match.end() : match.end() + 60])
        ahead = methods.to_words(left[match.end() : match.end() + 60]) if match.start() else None
        if ahead and (not found or ahead[1] > found[1]) and ahead[0] != "unknown":
            found, source = None, None
            draft.put("kind", ahead[0])
            draft.put(
                "_side",
                "buyer before" if " by " not in left[match.end() : match.end() + ahead[1]] else "behind",
            )
            sheet.take(match.end(), match.end() + ahead[1])
            return
        if found and not (source and source[1] > found[1] + 1):
            draft.put("kind", found[0], (sheet.base + match.end(), sheet.base + match.end() + found[1]))
            sheet.take(match.end(), match.end() + found[1])
            return
        if source and source[0] != "unknown":
            draft.put("kind", source[0])
            end = match.end() + source[1]
            keep = len("from ") if left[:end].rstrip().endswith("from") else 0
            sheet.take(match.end(), end - keep)
            return


def _read_date(sheet: Sheet, draft: _Draft) -> None:
    if "date" in draft.values:
        return
    left = sheet.left
    for match in hold.PHRASE.finditer(left):
        if _stands_alone(left, match):
            span = (sheet.base + match.start(), sheet.base + match.end())
            text = _one_line(sheet.take(match.start(), match.end()).text)
            if text.endswith("?"):
                draft.put("is_date_doubtful", True)
            draft.put("date", text.rstrip("?"), span)
            if doubt := re.match(r"(?:likely|probably|possibly) ", draft.values["date"]):
                draft.put("date", draft.values["date"][doubt.end() :], (span[0] + doubt.end(), span[1]))
                draft.put("is_date_doubtful", True)
            return


def _stands_alone(left: str, match: re.Match[str]) -> bool:
    """A date ends where a part ends; “303 Fifth Avenue” and “1914 Broadway” are none."""
    return not re.match(r"\s*[^\W\d_]", left[match.end() :]) or bool(
        re.match(r"\s*(?:by|at|from|through|for|when|as|in|to|and|lot|no\.|with|sale) ", left[match.end() :])
    )


def _read_numbers(sheet: Sheet, draft: _Draft) -> None:
    for name, pattern in (("lot", _LOT), ("price", _PRICE)):
        if match := pattern.search(sheet.left):
            taken = sheet.take(match.start(), match.end())
            draft.put(name, _one_line(taken.text), taken.span)


def _event(draft: _Draft, names: Names) -> Event | None:
    values = {name: value for name, value in draft.values.items() if name[0] != "_"}
    spans = draft.spans | names.spans
    party, lives = names.to or names.origin, list(draft.lives)
    life = lives.pop(0).text if lives and party else ""
    values |= {
        "kind": names.kind or values.get("kind", "unknown"),
        "place": names.place,
        "unread": names.unread,
    }
    values |= {"is_place_doubtful": names.is_place_doubtful, "agent": names.agent or values.get("agent", "")}
    to, origin = names.to, names.origin or values.get("origin")
    if to:
        to = Party(to.name, life, to.clause, to.is_doubtful)
    elif names.origin:
        origin = Party(names.origin.name, life, names.origin.clause, names.origin.is_doubtful)
    values |= _doubts(draft.doubts, spans)
    if values.pop("_to_doubt", False) and to:
        to = Party(to.name, to.life, to.clause, True)
    remarks = [*draft.remarks, *(f"[{life.text}]" for life in lives)]
    values |= {"to": to, "origin": origin, "remarks": tuple(remarks), "notes": tuple(draft.notes)}
    if not (to or origin or values["place"] or values.get("date")) and values["kind"] == "unknown":
        return None
    return Event(**values, spans=spans, unread_spans=names.unread_spans)


def _doubts(doubts: list[int], spans: dict[str, Offsets]) -> dict[str, bool]:
    """“(?)” doubts what stands before it."""
    found = {}
    for at in doubts:
        before = [
            (end, name)
            for name, (_start, end) in spans.items()
            if end <= at + 1 and name in ("to", "place", "date")
        ]
        name = max(before)[1] if before else "to"
        found[{"to": "_to_doubt", "place": "is_place_doubtful", "date": "is_date_doubtful"}[name]] = True
    return found


def _one_line(text: str) -> str:
    return " ".join(text.split())
