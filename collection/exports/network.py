"""The graph of influence for scholars of networks: GraphML and tables of its knots and claims, written row by row. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import NamedTuple, get_type_hints
from xml.sax.saxutils import escape, quoteattr

from collection.exports.table import BOM, harmless

GRAPHML_TYPE = "application/graphml+xml; charset=utf-8"
_TYPES = {float: "double", int: "int", str: "string"}


class Knot(NamedTuple):
    """A culture, or a work at the end of a claim. Years are astronomical."""

    id: str
    kind: str  # culture or artwork
    label: str
    region: str
    countries: str
    broader: str
    latitude: float | None
    longitude: float | None
    begin: int | None
    end: int | None
    url: str


class Claim(NamedTuple):
    """One statement of influence. What is disputed stands beside what disputes it: both say so, and who says them."""

    id: str
    source: str
    target: str
    kinds: str
    certainty: str
    earliest: int | None
    latest: int | None
    statement: str
    language: str
    evidence: str
    asserted_by: str
    disputes: str  # the id of the claim that it answers
    disputed_by: str
    witnesses: str  # public ids of the works that show it
    weight: int  # how many these are
    url: str


def graphml(knots: Iterable[Knot], claims: Iterable[Claim]) -> Iterator[str]:
    """A directed graph that may have several edges between two knots (http://graphml.graphdrawing.org)."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for row, which in ((Knot, "node"), (Claim, "edge")):
        for name, kind in _attributes(row).items():
            yield f'<key id="{which}-{name}" for="{which}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '<graph id="influences" edgedefault="directed">\n'
    for knot in knots:
        yield f"<node id={quoteattr(knot.id)}>{_data('node', knot)}</node>\n"
    for claim in claims:
        ends = f"id={quoteattr(claim.id)} source={quoteattr(claim.source)} target={quoteattr(claim.target)}"
        yield f"<edge {ends}>{_data('edge', claim)}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _attributes(row: type[Knot] | type[Claim]) -> dict[str, str]:
    """name → type of GraphML; the ids stand in the elements themselves."""
    hints = {
        name: kind for name, kind in get_type_hints(row).items() if name not in ("id", "source", "target")
    }
    return {
        name: next(
            word for one, word in _TYPES.items() if kind is one or one in getattr(kind, "__args__", ())
        )
        for name, kind in hints.items()
    }


def _data(which: str, row: Knot | Claim) -> str:
    told = row._asdict()
    return "".join(
        f'<data key="{which}-{name}">{escape(_legal(str(told[name])))}</data>'
        for name in _attributes(type(row))
        if told[name] not in (None, "")
    )


def _legal(text: str) -> str:
    """Without the control characters that XML 1.0 has no way to write."""
    return "".join(sign for sign in text if sign >= " " or sign in "\t\n\r")


def table(rows: Iterable[Knot] | Iterable[Claim], header: type[Knot] | type[Claim]) -> Iterator[str]:
    """RFC 4180, UTF-8 with the mark that spreadsheets look for."""
    yield BOM + _line(header._fields)
    for row in rows:
        yield _line(["" if cell is None else harmless(str(cell)) for cell in row])


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()
