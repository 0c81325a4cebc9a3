"""Makers in words, as museums write them, read into names, roles and attributions. Pure.

What no rule reads (a court's painters, a kiln) is left to the words, which are kept in any case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from collection.enums import AgentKind, AgentRole, Attribution


@dataclass(frozen=True, slots=True)
class Maker:
    """One actor and their part."""

    name: str
    role: AgentRole = AgentRole.MAKER
    attribution: Attribution = Attribution.CERTAIN
    kind: AgentKind = AgentKind.PERSON
    alias: str = ""


_ATTRIBUTIONS = [
    (re.compile(pattern, re.IGNORECASE), attribution)
    for pattern, attribution in (
        (r"^traditionally (?:attributed|ascribed) to ", Attribution.TRADITIONALLY),
        (r"^attributed to the workshop of ", Attribution.WORKSHOP),
        (r"^(?:attributed|ascribed) to ", Attribution.ATTRIBUTED),
        (r"^(?:grand-ducal |the )?(?:workshop|studio) of (?:the )?", Attribution.WORKSHOP),
        (r"^circle of ", Attribution.CIRCLE),
        (r"^(?:follower|school|manner) of ", Attribution.FOLLOWER),
        (r"^(?:copy )?after ", Attribution.AFTER),
        (r"^(?:possibly|perhaps|probably)(?: by)? ", Attribution.POSSIBLY),
    )
]
_ROLES = [
    (re.compile(pattern, re.IGNORECASE), role)
    for pattern, role in (
        (r"^text by ", AgentRole.AUTHOR),
        (r"^(?:scribe|calligrapher|calligraphy by) ", AgentRole.CALLIGRAPHER),
        (r"^designed (?:by|under) ", AgentRole.DESIGNER),
        (r"^(?:painted by|painter) (?!of\b)", AgentRole.PAINTER),
        (r"^(?:printed by|printer|publisher) ", AgentRole.PRINTER),
        (r"^(?:commissioned by|for|patron) ", AgentRole.PATRON),
    )
]
_ALIAS = re.compile(r" \((?!attributed\b|inscription\b|named in\b)(?:from \d{4} named )?([^()]+)\)")
_SUFFIX = re.compile(r" \(attributed\)$", re.IGNORECASE)
_BRACKETS = re.compile(r" \([^()]*\)")
_BETWEEN = re.compile(r",? and |, | with | (?=for [A-Z])", re.IGNORECASE)
_FOLLOWERS = re.compile(r"^(?:circle|studio|workshop|workshops|others|pupils|assistants)\b", re.IGNORECASE)
_HOUSE = re.compile(r"\b(?:manufactory|chancery|company|factory|press)\b", re.IGNORECASE)
_NAMELESS = re.compile(
    r"\b(?:painters?|workshops?|kilns?|family|embroiderers|masters|artists?|unknown|anonymous)\b",
    re.IGNORECASE,
)


def makers_of(words: str) -> list[Maker]:
    """The makers that the words of a whole record name, in order."""
    if words.startswith("painter of ") or words.endswith(" Masters"):
        return []
    words, attribution = _taken(words, _ATTRIBUTIONS, Attribution.CERTAIN)
    words, role = _taken(words, _ROLES, AgentRole.MAKER)
    found = [maker_of(part, role, attribution) for part in _parts(words)]
    return list(dict.fromkeys(maker for maker in found if maker))


def maker_of(
    words: str,
    role: AgentRole = AgentRole.MAKER,
    attribution: Attribution = Attribution.CERTAIN,
) -> Maker | None:
    """One maker of the words for one; None if they name nobody in particular."""
    words, attribution = _taken(words.strip(), _ATTRIBUTIONS, attribution)
    words, role = _taken(words, _ROLES, role)
    if _SUFFIX.search(words):
        words, attribution = _SUFFIX.sub("", words), Attribution.ATTRIBUTED
    alias = _ALIAS.search(words)
    name = _BRACKETS.sub("", words).strip()
    if not name or _FOLLOWERS.match(name) or (_NAMELESS.search(name) and not _HOUSE.search(name)):
        return None
    kind = AgentKind.ORGANISATION if _HOUSE.search(name) else AgentKind.PERSON
    return Maker(name, role, attribution, kind, alias[1] if alias else "")


def _taken(words: str, rules: list[tuple[re.Pattern[str], object]], otherwise: object) -> tuple[str, object]:
    """The words without the qualifier they begin with, and what it means."""
    for pattern, meaning in rules:
        if pattern.match(words):
            return pattern.sub("", words, count=1), meaning
    return words, otherwise


def _parts(words: str) -> list[str]:
    """Names of several; “William and John Linnell” share the last one."""
    parts = [part for part in _BETWEEN.split(words) if part]
    for place, part in enumerate(parts[:-1]):
        following = parts[place + 1].split()
        if part in _SHARED_NAMES and len(following) == 2:
            parts[place] = f"{part} {following[1]}"
    return parts


# Given names that stand alone before a brother's: elsewhere one word is a whole name (Hokusai, Basawan).
_SHARED_NAMES = frozenset({"William", "Giuseppe", "Georg Friedrich", "John", "Thomas", "Johann", "Jacob"})
