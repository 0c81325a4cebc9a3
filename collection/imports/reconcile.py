"""From the words of a row to facts: names become terms, dates become years, columns become keys."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _

from collection.actions.facts import MAP_FIELDS, TEXT_FIELDS
from collection.actions.refusal import Refused
from collection.imports.columns import CONCEPT_COLUMNS, DATE_COLUMNS, languages_of, values_of
from collection.imports.dating import date_facts
from collection.imports.draft import Draft
from collection.imports.formats.table import Row
from collection.imports.parts import elsewhere, influence_facts, makers_in, provenance_facts, size_facts
from collection.imports.rights import rights_of
from collection.imports.terms import Terms, Vocabulary
from members.models import Museum

_READ_ELSEWHERE = {*DATE_COLUMNS, "date_basis", "rights", "production_country", "display_creator"}


def reconcile(row: Row, vocabulary: Vocabulary, museum: Museum | None = None) -> Draft:
    """What a row says. Faults are sentences; a draft with any must not be applied."""
    draft = Draft(row.number, museum=museum)
    if row.fault:
        draft.faults.append(row.fault)
        return draft
    draft.remarks += row.remarks
    if row.source:
        draft.facts["source"] = dict(row.source)
    for read in _READERS:
        try:
            read(draft, row.cells, vocabulary)
        except Refused as refusal:
            draft.faults += refusal.sentences
    draft.key = draft.accession_number or draft.source_id
    if not draft.key:
        draft.faults.append(
            _("The row has neither accession_number nor source_id: nothing says which work it is.")
        )
    return draft


def _museum(draft: Draft, cells: dict[str, str], vocabulary: Vocabulary) -> None:
    slug = cells.get("museum", "")
    if not slug:
        if draft.museum is None:
            raise Refused(_("The row names no museum."))
        return
    found = vocabulary.museums.get(slug)
    if found is None:
        raise Refused(_("There is no museum “%(slug)s”.") % {"slug": slug})
    if draft.museum is not None and found.pk != draft.museum.pk:
        raise Refused(
            _("The row belongs to %(other)s, but this is an import for %(museum)s.")
            % {"other": found, "museum": draft.museum}
        )
    draft.museum = found


def _texts(draft: Draft, cells: dict[str, str], _vocabulary: Vocabulary) -> None:
    for name in TEXT_FIELDS:
        if name in cells and name not in _READ_ELSEWHERE:
            draft.facts[name] = cells[name]
    for name in MAP_FIELDS:
        draft.facts |= {column: cells[column] for column, _tag in languages_of(cells, name)}
    draft.facts |= {column: values_of(cells[column]) for column, _tag in languages_of(cells, "title")}
    _descriptive_titles(draft, cells)
    if "references" in cells:
        draft.facts["references"] = values_of(cells["references"])
    if "inscriptions" in cells:
        draft.facts["inscriptions"] = [[text, "und", ""] for text in values_of(cells["inscriptions"])]
    if "external_ids" in cells:
        draft.facts["external_ids"] = sorted(elsewhere(value) for value in values_of(cells["external_ids"]))


def _descriptive_titles(draft: Draft, cells: dict[str, str]) -> None:
    """What a work is called that has no title; a title of the museum's takes its place."""
    has_title = any(cells[column] for column, _tag in languages_of(cells, "title"))
    for column, _tag in languages_of(cells, "descriptive_title"):
        draft.facts[column] = "" if has_title else cells[column]


def _dates(draft: Draft, cells: dict[str, str], _vocabulary: Vocabulary) -> None:
    facts, remark = date_facts(cells, draft.museum.slug if draft.museum else "")
    draft.facts |= facts
    if remark:
        draft.remarks.append(remark)
        draft.date_remark = remark


def _rights(draft: Draft, cells: dict[str, str], _vocabulary: Vocabulary) -> None:
    if "rights" not in cells:
        return
    draft.facts["rights"] = rights_of(cells["rights"])


def _country(cells: dict[str, str], column: str) -> str:
    code = cells.get(column, "")
    if code and not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise Refused(
            _("“%(code)s” in column %(column)s is not an ISO country code: write JP, FR.")
            % {"code": code, "column": column}
        )
    return code.upper()


def _places(draft: Draft, cells: dict[str, str], vocabulary: Vocabulary) -> None:
    if "production_country" in cells:
        draft.facts["production_country"] = _country(cells, "production_country")
    for column, country in (("production_place", "production_country"), ("find_place", "find_country")):
        if column in cells:
            name = cells[column]
            draft.facts[column] = vocabulary.place(name, _country(cells, country)) if name else None


def _cultures(draft: Draft, cells: dict[str, str], vocabulary: Vocabulary) -> None:
    if "culture" in cells:
        name = cells["culture"]
        draft.facts["culture"] = known(vocabulary.cultures, name, _("culture")) if name else None
    if "epochs" in cells:
        draft.facts["epochs"] = [
            known(vocabulary.epochs, name, _("epoch")) for name in values_of(cells["epochs"])
        ]


def _concepts(draft: Draft, cells: dict[str, str], vocabulary: Vocabulary) -> None:
    for column, kind in CONCEPT_COLUMNS.items():
        if column not in cells:
            continue
        ids = []
        for name in values_of(cells[column]):
            pk = vocabulary.concepts.id_of(name, kind)
            if pk is None and (near := vocabulary.concepts.near(name, kind, cutoff=0.8)):
                raise Refused(unknown(name, str(kind.label).lower(), near))
            if pk is None:
                pk = vocabulary.propose_concept(name, kind)
                draft.remarks.append(_("“%(name)s” is new: proposed to the editors.") % {"name": name})
            ids.append(pk)
        draft.facts[f"concept:{kind}"] = list(dict.fromkeys(ids))


def known(terms: Terms, name: str, what: str) -> int:
    """The id of a term that must be known. Raises Refused with names that look like it."""
    pk = terms.id_of(name)
    if pk is None:
        raise Refused(unknown(name, what, terms.near(name, cutoff=0.6)))
    return pk


def unknown(name: str, what: str, near: list[str]) -> str:
    """The sentence that a name is not known."""
    if near:
        return _("“%(name)s” is not a known %(what)s. Did you mean %(near)s?") % {
            "name": name,
            "what": what,
            "near": _(" or ").join(f"“{word}”" for word in near),
        }
    return _("“%(name)s” is not a known %(what)s. Ask an editor to add it, or choose another.") % {
        "name": name,
        "what": what,
    }


def _cultural(draft: Draft, cells: dict[str, str], vocabulary: Vocabulary) -> None:
    def culture(name: str) -> int:
        return known(vocabulary.cultures, name, _("culture"))

    draft.facts |= influence_facts(cells, culture)


def _makers(draft: Draft, cells: dict[str, str], _vocabulary: Vocabulary) -> None:
    if "display_creator" in cells:
        draft.facts["display_creator"] = cells["display_creator"]
    draft.makers, draft.has_given_makers = makers_in(cells)


def _sizes(draft: Draft, cells: dict[str, str], _vocabulary: Vocabulary) -> None:
    draft.facts |= size_facts(cells)


def _provenance(draft: Draft, cells: dict[str, str], _vocabulary: Vocabulary) -> None:
    draft.facts |= provenance_facts(cells)


_READERS: tuple[Callable[[Draft, dict[str, str], Vocabulary], None], ...] = (
    _museum,
    _texts,
    _dates,
    _rights,
    _places,
    _cultures,
    _concepts,
    _cultural,
    _sizes,
    _provenance,
    _makers,
)
