"""The columns that become lists: makers, sizes, provenance, influences."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from collection.actions.refusal import Refused
from collection.enums import Certainty, InfluenceKind
from collection.imports.columns import languages_of, values_of
from collection.imports.makers import Maker, maker_of, makers_of
from collection.imports.phrases import Phrase, phrases_of
from collection.imports.terms import Vocabulary
from collection.models.artwork_parts import DimensionKind, DimensionUnit

_SIZE = re.compile(
    r"(?P<kind>[a-z]+) (?P<value>\d{1,9}(?:[.,]\d{1,3})?) ?(?P<unit>[a-z]+)(?: \((?P<part>[^()]{1,80})\))?"
)


def makers_in(cells: Mapping[str, str]) -> tuple[list[Maker] | None, bool]:
    """The makers of a row, None if it says nothing of them; and whether they were given one by one in
    `agents` instead of read in the words of `display_creator`."""
    if cells.get("agents"):
        found = [maker_of(value) for value in values_of(cells["agents"])]
        return [maker for maker in found if maker], True
    if "display_creator" in cells:
        return makers_of(cells["display_creator"]), False
    return ([], True) if "agents" in cells else (None, False)


def maker_facts(makers: list[Maker], vocabulary: Vocabulary) -> list[list[Any]]:
    """Makers as `collection.actions.fact_parts` writes them; those not known are proposed."""
    parts: dict[tuple[int, str], list[Any]] = {}
    for maker in makers:
        pk = vocabulary.agent(maker.name, maker.kind, maker.alias)
        parts.setdefault((pk, maker.role), [pk, str(maker.role), str(maker.attribution)])
    return list(parts.values())


def size_facts(cells: Mapping[str, str]) -> dict[str, Any]:
    """`height 143 cm | width 20 cm (base)`. Raises Refused for what is no size."""
    if "dimensions" not in cells:
        return {}
    sizes = []
    for value in values_of(cells["dimensions"]):
        match = _SIZE.fullmatch(value)
        if (
            not match
            or match["kind"] not in DimensionKind.values
            or match["unit"] not in DimensionUnit.values
        ):
            raise Refused(
                _("“%(value)s” is not a size: write “height 143 cm”, “weight 2 kg (with lid)”.")
                % {"value": value}
            )
        number = match["value"].replace(",", ".")
        number = number.rstrip("0").rstrip(".") if "." in number else number
        sizes.append([match["kind"], number, match["unit"], match["part"] or ""])
    return {"dimensions": sizes}


def provenance_facts(cells: Mapping[str, str]) -> dict[str, Any]:
    """The events read in the first column of provenance; the words themselves are kept in any case."""
    columns = languages_of(cells, "provenance_text")
    if not columns:
        return {}
    column, language = columns[0]
    return {f"provenance@{language}": [event_fact(phrase) for phrase in phrases_of(cells[column])]}


def event_fact(phrase: Phrase) -> list[Any]:
    """An event as `collection.actions.fact_parts` writes it."""
    return [
        phrase.text,
        str(phrase.kind),
        str(phrase.certainty),
        phrase.display_date,
        phrase.edtf,
        *phrase.span.as_fields().values(),
    ]


def elsewhere(address: str) -> list[str]:
    """An address of the same work elsewhere, as `collection.actions.fact_parts` writes it. Raises Refused."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or len(address) > 300:
        raise Refused(_("“%(address)s” is no address: write https://…") % {"address": address})
    host = parts.hostname.removeprefix("www.")
    if host == "wikidata.org":
        return ["Wikidata", parts.path.rpartition("/")[2], address]
    name = (parts.query.rpartition("=") if parts.query else parts.path.rstrip("/").rpartition("/"))[2]
    return [host[:40], name[:300] or host, address]


def influence_facts(cells: Mapping[str, str], culture: Callable[[str], int]) -> dict[str, Any]:
    """n sources and k targets make n × k statements. Raises Refused for one without kind or sentence."""
    if "influence_from" not in cells or "influence_to" not in cells:
        return {}
    sources = [culture(name) for name in values_of(cells["influence_from"])]
    targets = [culture(name) for name in values_of(cells["influence_to"])]
    if not sources and not targets:
        return {"influences": []}
    statement = {tag: cells[c] for c, tag in languages_of(cells, "influence_statement") if cells[c]}
    kinds = values_of(cells.get("influence_kinds", ""))
    certainty = cells.get("influence_certainty", "") or str(Certainty.POSSIBLE)
    _check_influence(sources, targets, statement, kinds, certainty)
    return {
        "influences": [
            [source, target, kinds, statement, certainty]
            for source in sorted(set(sources))
            for target in sorted(set(targets))
        ]
    }


def _check_influence(
    sources: list[int], targets: list[int], statement: dict[str, str], kinds: list[str], certainty: str
) -> None:
    if not sources or not targets:
        raise Refused(_("An influence needs both influence_from and influence_to."))
    if set(sources) & set(targets):
        raise Refused(_("A culture stands both in influence_from and in influence_to."))
    if not statement:
        raise Refused(
            _("An influence needs its claim in one sentence: %(column)s.")
            % {"column": "influence_statement@en"}
        )
    check_kinds(kinds, certainty)


def check_kinds(kinds: list[str], certainty: str) -> None:
    """Raise Refused for a kind or certainty that is not on its list, and for no kind."""
    strange = [kind for kind in kinds if kind not in InfluenceKind.values]
    if strange or not kinds:
        raise Refused(
            _("“%(kinds)s” is no kind of influence. Choose from: %(known)s.")
            % {"kinds": ", ".join(strange), "known": ", ".join(InfluenceKind.values)}
        )
    if certainty not in Certainty.values:
        raise Refused(
            _("“%(certainty)s” is no certainty. Choose from: %(known)s.")
            % {"certainty": certainty, "known": ", ".join(Certainty.values)}
        )
