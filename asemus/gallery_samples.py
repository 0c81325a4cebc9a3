"""What the gallery shows: rows of the demonstration collection, read from fixtures/ as the components want them."""

from __future__ import annotations

import csv
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.utils.translation import get_language

from asemus.gallery_plates import picture_of
from asemus.words.languages import country_name
from collection.images.plate_choice import silhouette_for
from collection.images.plate_cultures import ornament_of
from collection.images.plates import PlateSpec

CHOSEN = (
    "m002", "m010", "m226", "m085", "m053", "m339", "m386", "m222", "m378", "m125", "m395", "m210", "m067", "m013", "m024",
    "m099", "m057", "m383", "m077", "m388", "m129", "m006", "m204", "m108",
)  # fmt: skip
REGIONS = {
    "east-asia": "East Asia", "southeast-asia": "Southeast Asia", "south-asia": "South Asia",
    "central-asia": "Central and North Asia", "west-asia": "West Asia", "europe": "Europe", "africa": "Africa",
    "americas": "Americas",
}  # fmt: skip


@lru_cache
def table(name: str) -> list[dict[str, str]]:
    """A file of fixtures/ as dictionaries."""
    with (settings.BASE_DIR / "fixtures" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def picture(row: dict[str, str]) -> dict[str, Any]:
    """The plate of a row of the demonstration."""
    types = {row["slug"]: row["silhouette"] for row in table("concepts") if row["kind"] == "object_type"}
    regions = {culture["slug"]: culture["region"] for culture in table("cultures")}
    drawn = [types.get(slug, "") for slug in row["object_types"].split(" | ")]
    name = silhouette_for(drawn, row["display_object_type"], row["title@en"])
    ornament = ornament_of(row["culture"], regions.get(row["culture"], ""))
    material = row["materials"].split(" | ")[0]
    return picture_of(PlateSpec(name, ornament, material, row["source_id"], row["title@en"]))


def card(row: dict[str, str]) -> dict[str, Any]:
    """See templates/components/card.html."""
    cultures = {culture["slug"]: culture["label@en"] for culture in table("cultures")}
    museums = {museum["slug"]: museum["name@en"] for museum in table("museums")}
    titles = [
        {"lang": key.partition("@")[2], "text": text}
        for key, text in row.items()
        if key.startswith("title@") and text
    ]
    return {
        "id": row["source_id"],
        "url": "?page=artwork",
        "titles": titles,
        "maker": row["display_creator"],
        "culture": cultures.get(row["culture"], ""),
        "display_date": row["display_date"],
        "material": row["display_materials"],
        "museum": museums.get(row["museum"], row["museum"]),
        "accession_number": row["accession_number"],
        "country": row["production_country"],
        "picture": picture(row),
    }


def rows() -> list[dict[str, str]]:
    found = {row["source_id"]: row for row in table("artworks")}
    return [found[key] for key in CHOSEN if key in found]


def timeline_rows() -> list[dict[str, Any]]:
    """The top epochs of each region, from 3000 BCE."""
    lanes = []
    for region, label in list(REGIONS.items())[:6]:
        bars = [
            {
                "label": epoch["label@en"],
                "url": "#",
                "begin": int(epoch["begin"]),
                "end": min(int(epoch["end"]), 2026),
            }
            for epoch in table("epochs")
            if epoch["regions"] == region and not epoch["parent"] and int(epoch["begin"]) > -3200
        ][:24]
        for bar in bars[::4]:
            bar["soft_begin"], bar["soft_end"] = 60, 80
        lanes.append({"region": region, "label": label, "bars": bars, "ticks": []})
    return lanes


def places() -> dict[str, dict[str, Any]]:
    """Countries of the map, with the number of works made there."""
    regions = {code: row["slug"] for row in table("regions") for code in row["countries"].split(" | ")}
    counts: dict[str, int] = {}
    for row in table("artworks"):
        counts[row["production_country"]] = counts.get(row["production_country"], 0) + 1
    return {
        code: {
            "url": f"/countries/{code}/",
            "label": country_name(code),
            "count": n,
            "region": regions.get(code, ""),
        }
        for code, n in counts.items()
        if code
    }


def facets() -> list[dict[str, Any]]:
    by_count = sorted(places().items(), key=lambda item: -item[1]["count"])
    countries = [
        {"value": code, "label": place["label"], "count": place["count"], "selected": code in ("CN", "JP")}
        for code, place in by_count[:20]
    ]
    kinds = [("ceramics", 61), ("sculpture", 92), ("painting", 48), ("textile", 19), ("manuscript", 22)]
    return [
        {"name": "country", "label": "Made in", "values": countries},
        {
            "name": "type",
            "label": "Object type",
            "values": [{"value": k, "label": k, "count": n, "selected": k == "ceramics"} for k, n in kinds],
        },
        {
            "name": "epoch",
            "label": "Epoch",
            "values": [{"value": "edo", "label": "Edo", "count": 31, "selected": False}],
        },
    ]


def histogram() -> list[dict[str, Any]]:
    """Works by century, from the 30th BCE."""
    counts = dict.fromkeys(range(-3000, 2100, 100), 0)
    for row in table("artworks"):
        if row["earliest_begin"] and row["latest_end"]:
            middle = (int(row["earliest_begin"]) + int(row["latest_end"])) // 2
            counts[max(-3000, middle // 100 * 100)] = counts.get(max(-3000, middle // 100 * 100), 0) + 1
    return [
        {"label": str(century), "count": n, "url": f"?page=browse&century={century}", "is_selected": 1600 <= century < 1800,
         "tick": str(century) if century % 1000 == 0 and century else ""}
        for century, n in counts.items()
    ]  # fmt: skip


def density() -> dict[str, Any]:
    """Works through time: those of the demonstration by the middle of their years, in bins of twenty-five."""
    curve = [0.0] * 204
    for row in table("artworks"):
        if row["earliest_begin"] and row["latest_end"]:
            middle = (int(row["earliest_begin"]) + int(row["latest_end"])) // 2
            curve[min(203, max(0, (middle + 2999) // 25))] += 1
    starts = ("3000 BCE", "2000 BCE", "1000 BCE", "1 CE", "1000")
    parts = [{"label": start, "value": start, "is_chosen": False} for start in starts]
    before = {"label": "before 3000 BCE", "count": 12}
    return {
        "curve": curve,
        "begin": -2999,
        "step": 25,
        "chosen": (1400, 1650),
        "parts": parts,
        "before": before,
    }


def influences() -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[tuple[str, str], dict[str, Any]]]:
    """The twelve busiest cultures on each side, and the cells between them."""
    labels = {culture["slug"]: culture for culture in table("cultures")}
    cells: dict[tuple[str, str], int] = {}
    for row in table("artworks"):
        for source in filter(None, row["influence_from"].split(" | ")):
            for target in filter(None, row["influence_to"].split(" | ")):
                cells[source, target] = cells.get((source, target), 0) + 1

    def busiest(side: int) -> list[dict[str, Any]]:
        totals: dict[str, int] = {}
        for pair, count in cells.items():
            totals[pair[side]] = totals.get(pair[side], 0) + count
        chosen = sorted((slug for slug in totals if slug in labels), key=lambda slug: -totals[slug])[:14]
        return [
            {"slug": slug, "label": labels[slug]["label@en"], "url": "#", "region": labels[slug]["region"]}
            for slug in chosen
        ]

    return busiest(0), busiest(1), {pair: {"count": n, "url": "#"} for pair, n in cells.items()}


def everything() -> dict[str, Any]:
    """The context of the gallery's pages."""
    from asemus import gallery_exchange as told
    from asemus import gallery_work as work

    cards = [card(row) for row in rows()]
    sources, targets, cells = influences()
    return {
        "language": get_language(),
        "cards": cards,
        "regions": [{"slug": slug, "label": label, "url": "#"} for slug, label in REGIONS.items()],
        "timeline": timeline_rows(),
        "places": places(),
        "facets": facets(),
        "histogram": histogram(),
        "density": density(),
        "sources": sources,
        "targets": targets,
        "cells": cells,
        "claim": told.claim(),
        "journey": told.journey(cards),
        "exchange": told.exchange(),
        "ripples": told.ripples(),
        **work.pieces(cards),
    }
