"""What the columns of a table beside photographs mean: which file shows which work, and in what words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from collection.actions.refusal import Refused
from collection.enums import View, ViewingDirection
from collection.imports.columns import languages_of
from collection.imports.formats.table import Row
from collection.imports.rights import rights_of
from collection.models import Artwork
from members.languages import is_language_tag
from members.models import Museum, User

IN_LANGUAGES = ("caption", "alt")  # with a language, `alt@en`; without one it is not known which
PLAIN = (
    "file",
    "museum",
    "accession_number",
    "source_id",
    "credit",
    "rights",
    "view",
    "viewing_direction",
    "shown_width_cm",
    "withheld_reason",
    "shows_this_too",
)
_YES = ("1", "yes", "true", "x", "oui")


@dataclass(slots=True)
class PictureRow:
    """One row: the file, what names its work, and the fields of the photograph."""

    file: str
    museum: str = ""
    accession_number: str = ""
    source_id: str = ""
    fields: dict[str, Any] = field(default_factory=dict)


def check_columns(columns: Iterable[str]) -> None:
    """Raise Refused with one sentence for every column that means nothing here."""
    faults = [
        _("Column “%(column)s” is not known. The columns are: %(known)s.")
        % {"column": column, "known": ", ".join([*PLAIN, *(f"{name}@en" for name in IN_LANGUAGES)])}
        for column in columns
        if not _is_known(column)
    ]
    if "file" not in columns:
        faults.append(_("There is no column “file”: nothing says which photograph a row is about."))
    if faults:
        raise Refused(*faults)


def _is_known(column: str) -> bool:
    name, at, language = column.partition("@")
    if name in IN_LANGUAGES:
        return not at or is_language_tag(language)
    return name in PLAIN and not at


def read_row(row: Row) -> PictureRow:
    """The row in our own terms. Raises Refused with all that is wrong with it."""
    if row.fault:
        raise Refused(row.fault)
    cells = row.cells
    if not cells["file"]:
        raise Refused(_("The row names no file."))
    fields: dict[str, Any] = {
        "credit": cells.get("credit", ""),
        "rights": rights_of(cells.get("rights", "")),
        "view": _one_of(cells, "view", View),
        "viewing_direction": _one_of(cells, "viewing_direction", ViewingDirection),
        "shown_width_cm": _width(cells),
        "withheld_reason": cells.get("withheld_reason", "")[:200],
        "shows_this_too": cells.get("shows_this_too", "").casefold() in _YES,
        **{name: _texts(cells, name) for name in IN_LANGUAGES},
    }
    if not fields["rights"]:
        raise Refused(_("The row has no rights: choose a rights statement for every photograph."))
    names = {name: cells.get(name, "") for name in ("museum", "accession_number", "source_id")}
    return PictureRow(cells["file"], **names, fields=fields)


def find_work(row: PictureRow, museum: Museum | None, *, by: User | None) -> Artwork:
    """The work with this accession number in its museum, else with this source id. Raises Refused."""
    keeper = _keeper(row, museum)
    works = Artwork.objects.select_related("museum")
    works = works.editable_by(by) if by else works
    if keeper:
        works = works.filter(museum=keeper)
    found: dict[int, Artwork] = {}
    if keeper and row.accession_number:
        found |= {work.pk: work for work in works.filter(accession_number=row.accession_number)}
    if row.source_id:
        found |= {work.pk: work for work in works.filter(source_id=row.source_id)[:2]}
    if len(found) == 1:
        return next(iter(found.values()))
    if found:
        raise Refused(_("What the row names belongs to several works: give the museum as well."))
    if not (row.source_id or (keeper and row.accession_number)):
        raise Refused(_("The row names no work: give museum and accession_number, or source_id."))
    raise Refused(
        _("There is no work “%(name)s” to attach it to.") % {"name": row.accession_number or row.source_id}
    )


def _keeper(row: PictureRow, museum: Museum | None) -> Museum | None:
    if not row.museum:
        return museum
    found = Museum.objects.filter(slug=row.museum).first()
    if found is None:
        raise Refused(_("There is no museum “%(slug)s”.") % {"slug": row.museum})
    if museum is not None and found != museum:
        raise Refused(
            _("The row belongs to %(other)s, but this is an import for %(museum)s.")
            % {"other": found, "museum": museum}
        )
    return found


def _texts(cells: dict[str, str], name: str) -> dict[str, str]:
    return {tag or "und": cells[column] for column, tag in languages_of(cells, name) if cells[column]}


def _one_of(cells: dict[str, str], column: str, choices: Any) -> str:
    said = cells.get(column, "").strip().lower()
    if said and said not in choices.values:
        raise Refused(
            _("“%(said)s” in column %(column)s is none of %(known)s.")
            % {"said": said, "column": column, "known": ", ".join(choices.values)}
        )
    return said


def _width(cells: dict[str, str]) -> Decimal | None:
    said = cells.get("shown_width_cm", "").replace(",", ".")
    if not said:
        return None
    try:
        width = round(Decimal(said), 2)
    except InvalidOperation:
        width = Decimal(0)
    if not 0 < width < 1_000_000:
        raise Refused(_("“%(said)s” in column shown_width_cm is no width in centimetres.") % {"said": said})
    return width
