"""Epochs as a PeriodO dataset (JSON-LD): an authority for each source, a period for each definition. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from collection.countries import country_name
from collection.dates.display import year_text
from collection.dates.spans import Span
from collection.enums import Region

CONTEXT = "http://n2t.net/ark:/99152/p0c"
ISO = "https://www.iso.org/obp/ui/#iso:code:3166:"
UNNAMED = "Conventional bounds, compiled for the portal"
WORLDWIDE = "worldwide"


@dataclass(frozen=True, slots=True)
class Defined:
    """One source's definition of an epoch, as rows of the database say it; `parent` is a slug."""

    slug: str
    labels: dict[str, str]
    parent: str
    regions: tuple[str, ...]
    note: str
    span: Span
    countries: tuple[str, ...]
    is_worldwide: bool
    source: str
    periodo: str
    is_preferred: bool


def dataset(url: str, definitions: Iterable[Defined]) -> dict[str, Any]:
    """The whole dataset. Years are ISO 8601 (1 BCE is 0000), as PeriodO has them; `url` is the portal's."""
    authorities: dict[str, Any] = {}
    numbers: dict[str, int] = {}
    for one in definitions:
        source = one.source or UNNAMED
        key = f"{url}/epochs/#source-{numbers.setdefault(source, len(numbers) + 1)}"
        authority = authorities.setdefault(
            key, {"id": key, "type": "Authority", "source": {"citation": source}, "periods": {}}
        )
        authority["periods"][_id(url, one, len(authority["periods"]))] = _period(url, one, authority)
    return {"@context": CONTEXT, "id": f"{url}/epochs.jsonld", "type": "rdf:Bag", "authorities": authorities}


def _id(url: str, one: Defined, place: int) -> str:
    """Its ARK at PeriodO, else the epoch's own address: one source defines an epoch once."""
    return one.periodo or f"{url}/epochs/{one.slug}/#by-{place + 1}"


def _period(url: str, one: Defined, authority: dict[str, Any]) -> dict[str, Any]:
    label = one.labels.get("en") or next(iter(one.labels.values()))
    tag = next(tag for tag, text in one.labels.items() if text == label)
    earliest_begin, latest_begin, earliest_end, latest_end = (bound or 0 for bound in one.span.bounds)
    period: dict[str, Any] = {
        "id": _id(url, one, len(authority["periods"])),
        "type": "Period",
        "label": label,
        "languageTag": tag,
        "localizedLabels": {name: [text] for name, text in one.labels.items()},
        "spatialCoverage": _places(url, one),
        "spatialCoverageDescription": WORLDWIDE if one.is_worldwide else _places_in_words(one),
        "start": _end(earliest_begin, latest_begin),
        "stop": _end(earliest_end, latest_end),
        "url": f"{url}/epochs/{one.slug}/",
    }
    if one.parent:
        period["broader"] = f"{url}/epochs/{one.parent}/"
    if one.note:
        period["note"] = one.note
    return period


def _places(url: str, one: Defined) -> list[dict[str, str]]:
    countries = [{"id": ISO + code, "label": country_name(code, "en")} for code in one.countries]
    regions = [
        {"id": f"{url}/epochs/?region={slug}", "label": str(Region(slug).label)} for slug in one.regions
    ]
    return countries + regions


def _places_in_words(one: Defined) -> str:
    return ", ".join(country_name(code, "en") for code in one.countries) or ", ".join(
        str(Region(slug).label) for slug in one.regions
    )


def _end(first: int, last: int) -> dict[str, Any]:
    if first == last:
        return {"in": {"year": iso(first)}, "label": year_text(first)}
    return {
        "in": {"earliestYear": iso(first), "latestYear": iso(last)},
        "label": f"{year_text(first)}–{year_text(last)}",
    }


def iso(year: int) -> str:
    """Four figures at least, a minus before the common era: -0615, 0000, 1368."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"
