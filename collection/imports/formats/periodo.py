"""PeriodO JSON-LD, of today (authorities, periods) and of its first years (periodCollections, definitions). Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.utils.translation import gettext as _

from collection.countries import country_codes, is_country, region_of
from collection.dates.spans import FARTHEST_YEAR, Span
from collection.enums import Region
from collection.exports.periodo import ISO, UNNAMED, WORLDWIDE

_YEAR = re.compile(r"[+-]?\d{1,8}")
_ARK = re.compile(r"p0[0-9a-z]+$")
_SLUG = re.compile(r"/epochs/([a-z0-9-]+)/")


class PeriodoError(ValueError):
    """Says in a sentence why a file is no PeriodO dataset."""


@dataclass(frozen=True, slots=True)
class PeriodDraft:
    """A period as read. `slug` if it is one of a portal like ours, `periodo` its ARK; `fault` says why it is no epoch."""

    name: str
    labels: dict[str, str]
    span: Span
    countries: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    is_worldwide: bool = False
    source: str = ""
    periodo: str = ""
    slug: str = ""
    broader: str = ""
    note: str = ""
    fault: str = ""


def read_periodo(document: Any) -> list[PeriodDraft]:
    """All periods of a dataset, of one authority or of a single period file. Raises PeriodoError."""
    if not isinstance(document, dict):
        raise PeriodoError(_("This is no PeriodO file: it holds no object."))
    authorities = document.get("authorities") or document.get("periodCollections")
    if authorities is None and ("periods" in document or "definitions" in document):
        authorities = [document]
    if authorities is None:
        raise PeriodoError(_("This is no PeriodO file: it has neither authorities nor periods."))
    return [_draft(period, source) for source, period in _periods(_values(authorities))]


def _values(things: Any) -> list[dict[str, Any]]:
    listed = things.values() if isinstance(things, dict) else things if isinstance(things, list) else []
    return [thing for thing in listed if isinstance(thing, dict)]


def _periods(authorities: list[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    for authority in authorities:
        source = _source(authority.get("source"))
        for period in _values(authority.get("periods") or authority.get("definitions")):
            yield source, period


def _source(source: Any) -> str:
    """Citation, or title and year with who wrote it; of a part the whole."""
    if not isinstance(source, dict):
        return ""
    if isinstance(source.get("citation"), str):
        text = source["citation"]
        return "" if text == UNNAMED else text[:300]
    makers = [str(maker.get("name", "")) for maker in _values(source.get("creators"))]
    parts = [
        ", ".join(filter(None, makers)),
        str(source.get("title") or ""),
        str(source.get("yearPublished") or ""),
    ]
    return ". ".join(filter(None, parts))[:300] or _source(source.get("partOf"))


def _draft(period: dict[str, Any], source: str) -> PeriodDraft:
    labels = _labels(period)
    name = str(period.get("label") or next(iter(labels.values()), ""))[:200]
    identifier, address = str(period.get("id") or ""), str(period.get("url") or "")
    ark, slug = _ARK.search(identifier.rpartition("/")[2]), _SLUG.search(address or identifier)
    broader = _SLUG.search(str(period.get("broader") or ""))
    countries, regions = _places(period.get("spatialCoverage"))
    try:
        span, fault = _span(period), "" if labels else _("It has no name.")
    except ValueError as error:
        span, fault = Span(), str(error)
    return PeriodDraft(
        name,
        labels,
        span,
        countries,
        regions,
        is_worldwide=str(period.get("spatialCoverageDescription", "")).casefold() == WORLDWIDE,
        source=source,
        periodo=ark[0][:30] if ark else "",
        slug=slug[1] if slug else "",
        broader=broader[1] if broader else str(period.get("broader") or ""),
        note=str(period.get("note") or ""),
        fault=fault,
    )


def _labels(period: dict[str, Any]) -> dict[str, str]:
    """Names by language; tags of three letters and scripts, as PeriodO has them (`eng-latn`), become shorter ones."""
    labels: dict[str, str] = {}
    localized = period.get("localizedLabels")
    for tag, texts in localized.items() if isinstance(localized, dict) else ():
        text = texts[0] if isinstance(texts, list) and texts else texts
        if isinstance(text, str) and text.strip():
            labels.setdefault(_tag(str(tag)), text.strip()[:200])
    label = period.get("label") or period.get("originalLabel")
    if isinstance(label, str) and label.strip() and label.strip() not in labels.values():
        labels.setdefault(_tag(str(period.get("languageTag") or "en")), label.strip()[:200])
    return labels


_SHORT = {"eng": "en", "fra": "fr", "deu": "de", "ita": "it", "spa": "es", "nld": "nl", "zho": "zh", "jpn": "ja", "kor": "ko", "rus": "ru", "ell": "el", "tur": "tr", "ara": "ar", "fas": "fa", "por": "pt"}  # fmt: skip


def _tag(tag: str) -> str:
    first, _dash, script = tag.partition("-")
    short = _SHORT.get(first.lower(), first.lower() if re.fullmatch("[a-zA-Z]{2,3}", first) else "und")
    kept = script if re.fullmatch("[A-Z][a-z]{3}|[A-Z]{2}", script) else ""  # `latn` says nothing new
    return f"{short}-{kept}" if kept else short


def _span(period: dict[str, Any]) -> Span:
    """The four bounds. Raises ValueError with a sentence."""
    begin, end = _years(period.get("start")), _years(period.get("stop"))
    if begin is None or end is None:
        raise ValueError(_("It does not say in years when it begins and ends."))
    try:
        return Span(*begin, *end)
    except ValueError as error:
        raise ValueError(_("It ends before it begins.")) from error


def _years(end: Any) -> tuple[int, int] | None:
    within = end.get("in") if isinstance(end, dict) else None
    if not isinstance(within, dict):
        return None
    first = within.get("earliestYear", within.get("year"))
    last = within.get("latestYear", within.get("year", first))
    texts = [str(year if year is not None else last).strip() for year in (first, last)]
    if not all(_YEAR.fullmatch(text) and abs(int(text)) <= FARTHEST_YEAR for text in texts):
        return None
    return int(texts[0]), int(texts[1])


def _places(places: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Countries by ISO code or by their English name, and the regions that are said, else those of the countries."""
    countries: dict[str, None] = {}
    regions: dict[str, None] = {}
    for place in _values(places):
        identifier, label = str(place.get("id") or ""), str(place.get("label") or "")
        code = identifier.removeprefix(ISO) if identifier.startswith(ISO) else country_codes().get(label, "")
        asked = parse_qs(urlsplit(identifier).query).get("region", [""])[0] if "region=" in identifier else ""
        if is_country(code):
            countries[code] = None
        if asked in Region.values:
            regions[asked] = None
    if not regions:
        regions = {str(region): None for code in countries if (region := region_of(code))}
    return tuple(countries), tuple(regions)
