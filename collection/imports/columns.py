"""What the columns of a museum's file mean. Names are the fields of the record; a language stands after `@`."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from django.utils.translation import gettext as _

from collection.actions.facts import MAP_FIELDS, TEXT_FIELDS, YEAR_FIELDS
from collection.actions.refusal import Refused
from collection.enums import ConceptKind
from members.languages import is_language_tag

SEPARATOR = " | "

CONCEPT_COLUMNS = {
    "object_types": ConceptKind.OBJECT_TYPE,
    "materials": ConceptKind.MATERIAL,
    "techniques": ConceptKind.TECHNIQUE,
    "subjects": ConceptKind.SUBJECT,
    "motifs": ConceptKind.MOTIF,
}
DATE_COLUMNS = ("display_date", "edtf", *YEAR_FIELDS)
INFLUENCE_COLUMNS = ("influence_from", "influence_to", "influence_kinds", "influence_certainty")
# In words with a language; all others are for every language the same.
IN_LANGUAGES = ("title", "descriptive_title", *MAP_FIELDS, "influence_statement")
PLAIN = (
    "museum",
    *TEXT_FIELDS,
    *YEAR_FIELDS,
    *CONCEPT_COLUMNS,
    "culture",
    "epochs",
    "agents",
    "production_place",
    "find_place",
    "find_country",
    "dimensions",
    "references",
    "inscriptions",
    "external_ids",
    *INFLUENCE_COLUMNS,
)


def check_columns(columns: Iterable[str]) -> None:
    """Raise Refused with one sentence for every column that means nothing here."""
    if faults := [fault for column in columns if (fault := _fault(column))]:
        raise Refused(*faults)


def values_of(cell: str) -> list[str]:
    """The values of a cell, each once, in order."""
    parts = (part.strip() for part in cell.split(SEPARATOR))
    return list(dict.fromkeys(part for part in parts if part))


def languages_of(columns: Iterable[str], name: str) -> list[tuple[str, str]]:
    """(column, language) of every column of `name` with a language."""
    return [(column, column.partition("@")[2]) for column in columns if column.partition("@")[0] == name]


def _fault(column: str) -> str:
    name, at, language = column.partition("@")
    if name in IN_LANGUAGES:
        if not at:
            return _(
                "Column “%(column)s” needs a language: write %(column)s@en, %(column)s@ja, or %(column)s@und."
            ) % {"column": column}
        if not is_language_tag(language):
            return _(
                "“%(language)s” in column “%(column)s” is not a language tag: write en, ja, zh-Hant."
            ) % {
                "language": language,
                "column": column,
            }
        return ""
    if name in PLAIN and not at:
        return ""
    if name in PLAIN:
        return _("Column “%(column)s” takes no language: write “%(name)s”.") % {
            "column": column,
            "name": name,
        }
    return _unknown(column)


def _unknown(column: str) -> str:
    known = [*PLAIN, *(f"{name}@en" for name in IN_LANGUAGES)]
    near = difflib.get_close_matches(column.strip().lower().replace(" ", "_"), known, n=3, cutoff=0.6)
    if near:
        return _("Column “%(column)s” is not known. Did you mean %(near)s?") % {
            "column": column,
            "near": _(" or ").join(f"“{name}”" for name in near),
        }
    return _("Column “%(column)s” is not known. The columns are: %(known)s.") % {
        "column": column,
        "known": ", ".join(known),
    }
