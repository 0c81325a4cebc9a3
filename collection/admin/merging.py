"""Two people, one record: what the form was opened with, what was written in it, and what stands there now.

All three are compared as a browser would post them: a list of strings for each field. What only one of the
two changed is taken from them; where both did, the writer's version stands and is marked.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core import signing
from django.http import HttpRequest

from collection.models import Artwork

_SALT = "collection.admin.base"
_MANAGEMENT = ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
_MOST_ROWS = 500
_PHOTOGRAPHS = "images"

Row = dict[str, list[str]]
# "" → the artwork's own fields; prefix of the rows → {primary key → fields}
Snapshot = dict[str, dict[str, Any]]


def snapshot_of(form: Any, formsets: list[Any]) -> Snapshot:
    """An unbound form and its rows, as they would be posted untouched."""
    rows = {
        formset.prefix: {
            str(row.instance.pk): _posted(row, leave_out=("id", formset.fk.name))
            for row in formset.initial_forms
            if row.instance.pk
        }
        for formset in formsets
    }
    return {"": _posted(form, leave_out=()), **rows}


def _posted(form: Any, leave_out: tuple[str, ...]) -> Row:
    kept = (bound for bound in form if bound.name not in (*leave_out, "DELETE"))
    return {
        bound.name: _values(bound)
        for bound in kept
        if not (bound.field.disabled or isinstance(bound.field, forms.FileField))
    }


def _values(bound: Any) -> list[str]:
    value = bound.value()
    if isinstance(value, bool):
        return ["on"] if value else []
    if isinstance(value, list | tuple):
        return [str(part) for part in value]
    return ["" if value is None else str(value)]


def present(admin: Any, request: HttpRequest, artwork: Artwork) -> Snapshot:
    """What stands in the tables now."""
    asking = HttpRequest()
    asking.method, asking.user = "GET", request.user
    form, formsets, _inlines = admin.bound(asking, Artwork.objects.get(pk=artwork.pk))
    return snapshot_of(form, formsets)


def packed(snapshot: Snapshot) -> str:
    return signing.dumps(snapshot, salt=_SALT, compress=True)


def unpacked(text: str) -> Snapshot | None:
    """The snapshot that a form carried, or None if it carried none."""
    try:
        snapshot: Snapshot = signing.loads(text, salt=_SALT)
    except signing.BadSignature:
        return None
    return snapshot


def moved_on(admin: Any, request: HttpRequest, artwork: Artwork) -> bool:
    """True if what a person can edit differs from when the posted form was opened. (The worker that makes
    small copies raises the revision too, and nobody need hear of that; nor of photographs that came by themselves
    meanwhile, which a form without a row for them leaves as they are.)"""
    base = unpacked(request.POST.get("base", ""))
    if base is None:
        return True
    now = present(admin, request, artwork)
    now[_PHOTOGRAPHS] = {
        key: row for key, row in now.get(_PHOTOGRAPHS, {}).items() if key in base.get(_PHOTOGRAPHS, {})
    }
    return base != now


def merged(admin: Any, request: HttpRequest, artwork: Artwork, data: dict[str, list[str]]) -> Row:
    """Posted `data` brought onto the record as it stands now, ready to be bound to its form."""
    base = unpacked((data.get("base") or [""])[0]) or {}
    now = present(admin, request, artwork)
    result: Row = {
        name: _chosen(data.get(name, []), base.get("", {}).get(name), value)
        for name, value in now[""].items()
    }
    for prefix in now:
        if prefix:
            result |= _merged_rows(prefix, data, base.get(prefix, {}), now[prefix], artwork)
    current = Artwork.objects.only("revision").get(pk=artwork.pk)
    return result | {"revision": [str(current.revision)], "base": [packed(now)]}


def _merged_rows(prefix: str, data: Row, base: dict[str, Row], now: dict[str, Row], artwork: Artwork) -> Row:
    posted = _rows(prefix, data)
    mine = {row["id"][0]: row for row in posted if row.get("id", [""])[0]}
    standing, fresh = [], [row for row in posted if not row.get("id", [""])[0]]
    for key, value in now.items():
        row = mine.get(key)
        if row is None:
            standing.append({"id": [key], **value})
            continue
        fields = {
            name: _chosen(row.get(name, []), base.get(key, {}).get(name), old) for name, old in value.items()
        }
        standing.append({"id": [key], **fields, **({"DELETE": row["DELETE"]} if row.get("DELETE") else {})})
    for key, row in mine.items():
        if key not in now and _differs(row, base.get(key)) and not row.get("DELETE"):
            fresh.append({**row, "id": [""]})
    result = {f"{prefix}-{name}": [value] for name, value in zip(
        _MANAGEMENT, (str(len(standing) + len(fresh)), str(len(standing)), "0", "1000"), strict=True
    )}  # fmt: skip
    for number, row in enumerate([*standing, *fresh]):
        result |= {f"{prefix}-{number}-{name}": values for name, values in row.items()}
        result[f"{prefix}-{number}-artwork"] = [str(artwork.pk)]
    return result


def _rows(prefix: str, data: Row) -> list[Row]:
    total = (data.get(f"{prefix}-TOTAL_FORMS") or ["0"])[0]
    count = min(int(total), _MOST_ROWS) if total.isdecimal() and len(total) < 6 else 0
    rows: list[Row] = [{} for _ in range(count)]
    for name, values in data.items():
        number, dash, field = name.removeprefix(f"{prefix}-").partition("-")
        if name.startswith(f"{prefix}-") and dash and number.isdecimal() and int(number[:6]) < count:
            rows[int(number)][field] = values
    return rows


def _chosen(mine: list[str], base: list[str] | None, now: list[str]) -> list[str]:
    return now if base is not None and _same(mine, base) else mine


def _differs(row: Row, base: Row | None) -> bool:
    return base is None or any(not _same(row.get(name, []), value) for name, value in base.items())


def _same(first: list[str], second: list[str]) -> bool:
    return _plain(first) == _plain(second)


def _plain(values: list[str]) -> list[str]:
    """Browsers send CRLF, and an empty field is no value."""
    return [text for text in (value.replace("\r\n", "\n").strip() for value in values) if text]
