"""Statements of influence from a museum's spreadsheet: a row is one, from a culture or work to a culture or work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from collection.actions.influence_records import Facts, write_influence
from collection.actions.refusal import Refused
from collection.enums import Certainty
from collection.imports.columns import DATE_COLUMNS, languages_of, values_of
from collection.imports.dating import date_facts
from collection.imports.formats.table import Row, Table
from collection.imports.parts import check_kinds
from collection.imports.terms import Terms
from collection.models import Artwork, Culture, Influence
from collection.models.import_run import RowOutcome
from members.languages import is_language_tag
from members.models import Museum, User

PLAIN = ("id", "source", "target", "kinds", "certainty", "references", "witnesses", "answers", *DATE_COLUMNS)
IN_LANGUAGES = ("statement", "evidence")


@dataclass(frozen=True)
class Told:
    """What became of a row."""

    number: int
    outcome: RowOutcome
    words: str


def import_claims(table: Table, *, museum: Museum, by: User | None, is_dry_run: bool = False) -> list[Told]:
    """Write every row that can be, as drafts that the museum asserts; a second time nothing changes. Raises Refused for
    a column that means nothing."""
    _check(table.columns)
    cultures = Terms(Culture.objects.usable())
    with transaction.atomic():
        told = list(_rows(table, museum, cultures, by))
        transaction.set_rollback(is_dry_run)
    return told


def _check(columns: list[str]) -> None:
    for column in columns:
        name, at, language = column.partition("@")
        if not (column in PLAIN or (name in IN_LANGUAGES and at and is_language_tag(language))):
            known = ", ".join([*PLAIN, *(f"{word}@en" for word in IN_LANGUAGES)])
            words = _("Column “%(column)s” is not known. The columns are: %(known)s.")
            raise Refused(words % {"column": column, "known": known})


def _rows(table: Table, museum: Museum, cultures: Terms, by: User | None) -> Iterator[Told]:
    for row in table.rows:
        try:
            with transaction.atomic():
                yield _written(row, museum, cultures, by)
        except Refused as refusal:
            yield Told(row.number, RowOutcome.REFUSED, " ".join(map(str, refusal.sentences)))


def _written(row: Row, museum: Museum, cultures: Terms, by: User | None) -> Told:
    if row.fault:
        raise Refused(row.fault)
    facts = _facts(row.cells, museum, cultures)
    claim = _standing(row.cells, facts, museum) or Influence(asserted_by_museum=museum)
    is_new = claim.pk is None
    changed = write_influence(claim, facts, by=by)
    outcome = RowOutcome.CREATED if is_new else RowOutcome.CHANGED if changed else RowOutcome.SAME
    return Told(row.number, outcome, str(claim))


def _facts(cells: Mapping[str, str], museum: Museum, cultures: Terms) -> Facts:
    kinds = values_of(cells.get("kinds", ""))
    certainty = cells.get("certainty") or str(Certainty.PROBABLE)
    check_kinds(kinds, certainty)
    texts = {
        name: {tag: cells[column] for column, tag in languages_of(cells, name) if cells[column]}
        for name in IN_LANGUAGES
    }
    if not texts["statement"]:
        raise Refused(
            _("An influence needs its claim in one sentence: %(column)s.") % {"column": "statement@en"}
        )
    dates, _remark = date_facts(cells, museum.slug)
    witnesses = tuple(_work(name, museum).pk for name in values_of(cells.get("witnesses", "")))
    fields: dict[str, Any] = {
        **_end("source", cells, museum, cultures), **_end("target", cells, museum, cultures), **texts, **dates,
        "kinds": kinds, "certainty": certainty, "answers": _answered(cells.get("answers", "")),
    }  # fmt: skip
    return Facts(fields, witnesses, tuple(values_of(cells.get("references", ""))))


def _end(side: str, cells: Mapping[str, str], museum: Museum, cultures: Terms) -> dict[str, Any]:
    """A culture by its address or a name, else a work."""
    name = cells.get(side, "").strip()
    if not name:
        raise Refused(_("Column “%(column)s” is empty.") % {"column": side})
    key = cultures.id_of(name)
    work = None if key else _work(name, museum)
    return {f"{side}_culture": Culture.objects.get(pk=key) if key else None, f"{side}_artwork": work}


def _work(name: str, museum: Museum) -> Artwork:
    """By its public id, else the museum's own by accession number or id in the source."""
    for found in (
        Artwork.objects.published().filter(public_id=name),
        Artwork.objects.filter(museum=museum, accession_number=name),
        Artwork.objects.filter(museum=museum, source_id=name),
    ):
        if work := found.first():
            return work
    raise Refused(_("“%(name)s” is neither a culture nor a work.") % {"name": name[:40]})


def _answered(public_id: str) -> Influence | None:
    if not public_id:
        return None
    found = Influence.objects.published().filter(public_id=public_id).first()
    if found is None:
        raise Refused(_("There is no public statement “%(id)s” to dispute.") % {"id": public_id[:40]})
    return found


def _standing(cells: Mapping[str, str], facts: Facts, museum: Museum) -> Influence | None:
    """The museum's own claim: of this id, else the one with the same ends, witnesses and disputed statement."""
    own = Influence.objects.filter(asserted_by_museum=museum)
    if cells.get("id"):
        found = own.filter(public_id=cells["id"]).first()
        if found is None:
            raise Refused(_("The museum makes no statement “%(id)s”.") % {"id": cells["id"][:40]})
        return found
    same = ("source_culture", "source_artwork", "target_culture", "target_artwork", "answers")
    for claim in own.filter(**{name: facts.fields[name] for name in same}).order_by("pk"):
        if set(claim.influence_witnesses.values_list("artwork_id", flat=True)) == set(facts.witnesses):
            return claim
    return None
