"""Other names of terms and museums, by which works are found: added to what each has, never taken away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from collection.actions.refusal import Refused
from collection.actions.terms import write_things
from collection.imports.formats.table import Row, Table
from collection.models import Agent, Concept, Culture, Epoch, Place
from members.languages import is_language_tag
from members.models import Museum, User

# Table → the model and the fields that its keys name, joined by a slash.
TABLES: dict[str, tuple[Any, tuple[str, ...]]] = {
    "museums": (Museum, ("slug",)),
    "concepts": (Concept, ("kind", "slug")),
    "cultures": (Culture, ("slug",)),
    "epochs": (Epoch, ("slug",)),
    "places": (Place, ("slug", "country")),
    "agents": (Agent, ("slug",)),
}
Key = tuple[str, ...]


def import_other_names(table: Table, tables: Collection[str], *, by: User | None) -> int:
    """Add the names of some tables (`table,key,label,lang`), all or nothing. Returns how many terms changed.

    Raises Refused with a sentence a row that names nothing or no language.
    """
    wanted: dict[str, dict[Key, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in table.rows:
        if row.cells["table"] in tables:
            wanted[row.cells["table"]][tuple(row.cells["key"].split("/"))].append(row)
    with transaction.atomic():
        return sum(_add(name, wanted[name], by) for name in tables if wanted[name])


def _add(name: str, wanted: dict[Key, list[Row]], by: User | None) -> int:
    model, fields = TABLES[name]
    standing = {tuple(str(getattr(thing, field)) for field in fields): thing for thing in model.objects.all()}
    rows = [(row, key in standing) for key, of in wanted.items() for row in of]
    rows.sort(key=lambda pair: pair[0].number)
    faults = [fault for row, is_known in rows if (fault := _fault(row, is_known))]
    if faults:
        raise Refused(*faults)
    changed = [standing[key] for key, of in wanted.items() if _takes(standing[key], of)]
    write_things(changed, by=by, note=f"{name}: {len(changed)}")
    return len(changed)


def _fault(row: Row, is_known: bool) -> str:
    if not is_known:
        why = _("there is no “%(key)s” among %(table)s.") % {
            "key": row.cells["key"],
            "table": row.cells["table"],
        }
    elif not row.cells["label"] or not is_language_tag(row.cells["lang"]):
        why = _("it needs a name and the tag of its language, such as zh-Hant.")
    else:
        return ""
    return _("Row %(number)d: %(why)s") % {"number": row.number, "why": why}


def _takes(thing: Any, rows: list[Row]) -> bool:
    """True if the thing did not have all of these names."""
    names = [{"text": row.cells["label"], "lang": row.cells["lang"]} for row in rows]
    missing = [name for name in names if name not in thing.alt_labels]
    thing.alt_labels = [*thing.alt_labels, *missing]
    return bool(missing)
