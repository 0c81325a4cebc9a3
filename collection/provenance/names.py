"""Who and where in a period, once brackets, method, date and numbers are taken: parties, clauses, place, the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from collection.provenance import places
from collection.provenance.chain import Offsets, Party
from collection.provenance.sheet import Sheet, Words

LONGEST_NAME = 160
_SUFFIX = re.compile(
    r"(?:Inc|Co|Corp|Ltd|LLC|L\.L\.C|Jr|Sr|II|III|IV|Esq|M\.?D|Ph\.?D|S\.A|GmbH|P\.C|Cie|S\.J|R\.A|M\.P)\.?(?: .*)?"
)
_TITLE = re.compile(
    r"(?:(?:the )?\d+(?:st|nd|rd|th) |(?:the )?(?:King|Queen|Duke|Duchess|Earl|Count|Countess|Baron|Baroness|Marquess|Marquis"
    r"|Prince|Princess|Lord|Lady|Bishop|Archbishop|Emperor|Sultan|Shah|Viscount|Director|President|Viceroy|Raja|Maharaja)\b)"
)
_LOWER_CLAUSE = re.compile(
    r"(?:as (?:an? |the )?agents?|(?:his|her|their|the|its) .{1,60}|(?:son|daughter|wife|widow|husband|brother|sister|nephew"
    r"|niece|mother|father|cousin|heirs?|grandson|granddaughter|descendants?|children|dealer|agents?|successor|presumably"
    r"|president|curator|owner|executors?|formerly|art dealer|dealers|collector)\b.{0,60})"
)
_SALE = re.compile(
    r"(?:(?:(?P<of>.{2,90}?)(?:['’]s?)? )?(?:[Ee]state |[Aa]uction |[Cc]ontemporary |[Pp]rint )?(?:[Ss]ale|Vente|Auction)s?(?: (?:no\. )?[\w-]*\d+)?(?P<cat> cat\.?)?|(?:[Ss]ale|Vente) (?:of )?(?P<behind>[A-Z].{1,60}))"
)
_HOUSE = re.compile(
    r"(?:Christie|Sotheby|Phillips|Bonham|Parke[- ]Bernet|American Art|Anderson Gall|Drouot|H[oô]tel Drou|Lempertz|Doyle|Freeman|Skinner|Butterfield|Swann|Galerie|Puttick|Rains|Villa )"
)
_BY_ONE_WORD = re.compile(r"(?:Christie|Sotheby|Freeman|Bonham)[^\s,]*")
_LOWER_NAME = re.compile(
    r"(?i:\w+ )?private (?:collectors?|collections?)|(?i:(?:the |his |her |their |by |a |an )?(?:present |private |anonymous |unknown |unidentified |previous |estate of |family of |collection (?:from|of) |art )?"
    r"(?:artists?|museum|widow|donors?|architect|photographer|maker|sitter|wife|husband|son|daughter|children|heirs?|family|collectors?"
    r"|collections?|source|owner|dealers?|art market|market|party|church|estate|brother|sister|nephew|niece|poet|sculptor|designer)\b.{0,80})"
    r"|(?:an?|the|his|her|their) [a-z]+(?: [\w'-]+){0,4}"
)
_THROUGH = ("through", "via")
_LITTLE = frozenset(
    [
        "of",
        "and",
        "the",
        "de",
        "von",
        "van",
        "der",
        "den",
        "la",
        "le",
        "du",
        "des",
        "di",
        "da",
        "del",
        "della",
        "&",
        "y",
        "et",
        "und",
        "in",
        "for",
        "at",
        "zu",
        "ter",
        "ten",
        "on",
        "by",
        "to",
        "a",
        "an",
        "des",
        "el",
        "al",
        "bin",
        "ibn",
    ]
)
_VERB = re.compile(
    r"\b(?:was|were|is|are|has|had|have|been|that|which|who|this|appears?|may|might|could|would|not|states?|believed|inscribed|listed|recorded|according|included|exhibited)\b"
)


@dataclass(slots=True)
class Names:
    kind: str = ""
    to: Party | None = None
    origin: Party | None = None
    agent: str = ""
    place: str = ""
    is_place_doubtful: bool = False
    unread: tuple[str, ...] = ()
    unread_spans: tuple[Offsets, ...] = ()
    spans: dict[str, Offsets] = field(default_factory=dict)


def names_of(sheet: Sheet, kind: str, side: str) -> Names | None:
    """Parties and place of what is left on the sheet; None if that is no name but a sentence."""
    parts = sheet.parts()
    names = Names()
    if side == "place":
        _find_place(parts, names)
        return names if names.place and not names.unread else None
    parts = _without_sale(parts, names, kind)
    parts = _without_sources(sheet, parts, names)
    first = _first_name(sheet, parts, names, side or kind)
    if first is None:
        return None if parts else names
    name, clause, rest = first
    _find_place(rest, names)
    if not _is_name(name.text):
        return None
    party = Party(_one_line(name.text.rstrip("?").rstrip()), "", clause, name.text.endswith("?"))
    target = "origin" if side == "from" and names.origin is None else "to"
    setattr(names, target, party)
    names.spans[target] = (name.start, name.start + len(name.text.rstrip("?").rstrip()))
    return names


def _without_sale(parts: list[Words], names: Names, kind: str) -> list[Words]:
    """Take “X Sale”, “Sale 1284”: the kind, and whose sale it was; the house comes first in what is given back."""
    for at, part in enumerate(parts[:3]):
        match = _SALE.fullmatch(part.text)
        if not match or (kind and not part.text.startswith("the ")):
            continue
        names.kind = "sale"
        owner = match["of"] or match["behind"]
        rest = parts[:at] + parts[at + 1 :]
        if owner:
            begin = part.text.index(owner)
            found = part.cut(begin, begin + len(owner))
            if _HOUSE.match(found.text):
                house = _BY_ONE_WORD.match(part.text)
                return [part.cut(0, house.end()) if house else found, *rest]
            if places.is_known(found.text):
                return [*rest, found]
            words = re.sub(r"^(?:Collections? of|[Tt]he) ", "", found.text)
            names.origin = Party(_one_line(words))
            names.spans["origin"] = (found.end - len(words), found.end)
        return _house_first(rest)
    return parts


def _house_first(parts: list[Words]) -> list[Words]:
    """“Paris, Hôtel Drouot” → the house, then the place."""
    for at, part in enumerate(parts):
        if not places.is_known(part.text):
            return [part, *parts[:at], *parts[at + 1 :]]
    return parts


def _without_sources(sheet: Sheet, parts: list[Words], names: Names) -> list[Words]:
    """Cut “from X” and “through Y” off the parts they stand in."""
    found: list[Words] = []
    taken = 0
    for at, part in enumerate(parts):
        if taken >= part.end:
            continue  # a suffix of the name before
        match = re.search(
            r"(?:^|\s)((?:at auction |at sale )(?:at|from)|from|through|via)\s+(?=the |[^\W\d_a-z]|(?<=through )\w)",
            part.text,
        )
        if (
            not match
            or (match[1] not in _THROUGH and names.origin)
            or part.text.startswith("collection from")
        ):
            found.append(part)
            continue
        source = part.cut(match.end())
        if (
            at + 1 < len(parts)
            and _SUFFIX.fullmatch(parts[at + 1].text)
            and sheet.is_joined(part, parts[at + 1])
        ):
            source = _through(sheet, source, parts[at + 1])
        taken = source.end
        if match[1].startswith("at "):
            names.kind = "auction"
        if match[1] not in _THROUGH:
            words = re.sub(r"^the (?=[A-Z])", "", source.text)
            names.origin = Party(_one_line(words))
            names.spans["origin"] = (source.end - len(words), source.end)
        else:
            names.agent = _one_line(source.text)
        if part.text[: match.start()].strip():
            found.append(part.cut(0, match.start()))
    return found


def _first_name(
    sheet: Sheet, parts: list[Words], names: Names, side: str
) -> tuple[Words, str, list[Words]] | None:
    """The party with its suffixes, its clause, and the parts behind; None if only places or nothing is left."""
    if not parts:
        return None
    has_party = names.origin is not None or "sale" in (names.kind, side)
    if has_party and places.is_known(parts[0].text) and side != "from":
        _find_place([Words("", 0), *parts], names)
        parts.clear()
        return None
    name, rest, clauses = parts[0], parts[1:], list[str]()
    if article := re.match(r"the (?=[^\W\d_a-z])", name.text):
        name = name.cut(article.end())
    begin = _place_begins(rest)
    while rest:
        part = rest[0]
        if _SUFFIX.fullmatch(part.text) and sheet.is_joined(name, part) and not clauses:
            name = _through(sheet, name, part)
        elif _LOWER_CLAUSE.fullmatch(part.text) or _TITLE.match(part.text):
            clauses.append(_one_line(part.text))
        elif begin > 0 and not clauses and sheet.is_joined(name, part) and _goes_on(part.text):
            name = _through(sheet, name, part)
        else:
            break
        rest, begin = rest[1:], begin - 1
    return name, ", ".join(clauses), rest


def _through(sheet: Sheet, first: Words, last: Words) -> Words:
    """All words of the sheet from the first to the last."""
    return Words(sheet.body[first.start - sheet.base : last.end - sheet.base], first.start)


def _goes_on(text: str) -> bool:
    """Whether a part behind a name belongs to it: “Lloyd, Wallis, and Lloyd”."""
    if _VERB.search(text):
        return False
    return text[:1].isupper() or text.startswith(("and ", "& "))


def _place_begins(parts: list[Words]) -> int:
    """How many of the parts stand before the place; all of them if there is none."""
    if not parts:
        return 0
    at = len(parts) - 1
    if not places.is_known(parts[at].text) and not places.may_be(parts[at].text):
        return (
            len(parts)
            if at == 0
            else _place_begins(parts[:at])
            if places.is_known(parts[at - 1].text)
            else len(parts)
        )
    while at > 0 and (
        places.is_known(parts[at - 1].text)
        or (places.is_wide(parts[at].text) and places.may_be(parts[at - 1].text))
    ):
        at -= 1
    return at


def _find_place(parts: list[Words], names: Names) -> None:
    """The place among the parts behind the name; what is neither is unread."""
    rest = [part.cut(3) if part.text.startswith("in ") else part for part in parts if part.text]
    begin = _place_begins(rest)
    while 0 < begin < len(rest) and places.may_be(rest[begin - 1].text):
        begin -= 1
    run = rest[begin:]
    unread = rest[:begin]
    while run and not (places.is_known(run[-1].text) or places.may_be(run[-1].text)):
        unread.append(run.pop())
    if run:
        words = ", ".join(_one_line(part.text) for part in run)
        names.place, names.is_place_doubtful = words.rstrip("?").rstrip(), words.endswith("?")
        names.spans["place"] = (run[0].start, run[-1].end - (1 if words.endswith("?") else 0))
    names.unread = tuple(_one_line(part.text) for part in unread)
    names.unread_spans = tuple(part.span for part in unread)


def _is_name(text: str) -> bool:
    """Whether words are a name and not a sentence."""
    if len(text) > LONGEST_NAME or _VERB.search(text) or not any(sign.isalpha() for sign in text):
        return False
    if _LOWER_NAME.fullmatch(text):
        return True
    words = [word for word in re.findall(r"[^\W_]+", text) if word not in _LITTLE]
    lower = sum(word[0].islower() for word in words)
    return bool(words) and lower * 2 <= len(words) and not text[0].islower()


def _one_line(text: str) -> str:
    return " ".join(text.split())
