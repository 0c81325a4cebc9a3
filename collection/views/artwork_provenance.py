"""The provenance of a public record as its page draws it: a line of steps, a bar of years, a journey on the map."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import ngettext

from collection.dates.display import year_text, years_text
from collection.enums import Certainty, ProvenanceKind
from collection.provenance.checks.chain import links
from collection.provenance.checks.run import summary
from collection.provenance.checks.step import Chain, Step, chain_of
from members.languages import best_language


def provenance_of(record: dict[str, Any]) -> dict[str, Any]:
    """`line` (props of provenance_line), `summary`, `time` (props of provenance_time), `points` and `arcs` (of world_map)."""
    year = timezone.localdate().year
    chain = chain_of(record, year)
    points = _points(record)
    return {
        "line": line_of(record, year),
        "summary": summary(chain),
        "time": _time(chain),
        "points": points if len({(p["latitude"], p["longitude"]) for p in points}) > 1 else [],
        "arcs": _arcs(points),
    }


def line_of(record: dict[str, Any], year: int) -> list[dict[str, Any]]:
    """Steps, oldest first. Where one keeper is not known to have given to the next, the line breaks and says how long."""
    gaps = {found.steps[1]: found for found in links(chain_of(record, year)) if found.weight == "gap"}
    return [
        _step(number, event, gaps.get(number)) for number, event in enumerate(record.get("provenance") or [])
    ]


def _step(number: int, event: dict[str, Any], gap: Any) -> dict[str, Any]:
    said = _text(event["text"]) or {"text": "", "lang": ""}
    place = ((_text(event["place"]["labels"]) or {}).get("text") if event["place"] else "") or event.get(
        "place_name"
    )
    is_known = event["kind"] != ProvenanceKind.UNKNOWN
    years = gap.years[1] - gap.years[0] if gap and gap.years else 0
    return {
        "anchor": f"step-{number + 1}",
        "date": event["display_date"] or years_text(event["earliest_year"], event["latest_year"]),
        "text": said["text"],
        "lang": said["lang"],
        "place": place if place and place not in said["text"] else "",
        "kind_label": ProvenanceKind(event["kind"]).label if is_known else "",
        "is_gap": bool(gap),
        "gap": ngettext("%(n)d year unknown", "%(n)d years unknown", years) % {"n": years} if years else "",
        "is_uncertain": event["certainty"] != Certainty.CERTAIN,
        "note": event["source"] or "",
    }


def _text(value: dict[str, str] | None) -> dict[str, str] | None:
    tag = best_language(value or {})
    return {"text": value[tag], "lang": tag} if tag and value else None


def _time(chain: Chain) -> dict[str, Any] | None:
    """Bars between the first and the last known year; None where fewer than two years are known."""
    dated = [step for step in chain.steps if step.known_from is not None]
    years = [year for step in dated for year in (step.known_from, step.known_until) if year is not None]
    if len(set(years)) < 2 or not all(step.is_named for step in chain.steps):
        return None
    broken = {found.steps[0] for found in links(chain) if found.weight == "gap"}
    first, last = min(years), chain.this_year if dated[-1] is chain.steps[-1] else max(years)
    bars = [
        _bar(step, after, first, last, broken) for step, after in zip(dated, [*dated[1:], None], strict=True)
    ]
    return {"bars": bars, "first": year_text(first), "last": year_text(last)}


def _bar(step: Step, after: Step | None, first: int, last: int, broken: set[int]) -> dict[str, Any]:
    """From the step to the next dated one; broken where it is not known who had it all that time."""
    begin = step.known_from if step.known_from is not None else first
    end = last if after is None or after.known_from is None else after.known_from
    is_broken = after is not None and any(number in broken for number in range(step.number, after.number))
    span = max(last - first, 1)
    x, width = 1000 * (begin - first) / span, 1000 * max(end - begin, 0) / span
    return {"x": f"{x:.1f}", "width": f"{max(width, 2):.1f}", "is_broken": is_broken, "label": step.keeper}


def _points(record: dict[str, Any]) -> list[dict[str, Any]]:
    """Places of the steps that have a point, and of the find before them."""
    places = [(record.get("find_place"), "#provenance")]
    places += [(event["place"], f"#step-{n + 1}") for n, event in enumerate(record.get("provenance") or [])]
    return [
        {
            "latitude": float(place["latitude"]),
            "longitude": float(place["longitude"]),
            "label": (_text(place["labels"]) or {}).get("text", ""),
            "url": url,
            "count": 1,
            "region": "",
        }
        for place, url in places
        if place and place.get("latitude") is not None
    ]


def _arcs(points: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """From each place to the next, where they differ."""
    at = [(point["latitude"], point["longitude"]) for point in points]
    return [
        {"from": here, "to": there, "label": f"{a['label']} → {b['label']}", "weight": 4}
        for here, there, a, b in zip(at, at[1:], points, points[1:], strict=False)
        if here != there
    ]
