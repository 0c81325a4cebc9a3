"""What the gallery shows of the atlas: arcs, bands and a pair of the demonstration's rows, counted by hand of the fixtures."""

from __future__ import annotations

from collections import Counter
from typing import Any

from asemus.gallery_samples import REGIONS, table

FAMILIES = {
    "goods": ("Goods and gifts", ("trade", "diplomacy", "collecting", "material")),
    "making": ("Making and knowing", ("technique", "knowledge")),
    "image": ("Images and motifs", ("iconography", "motif")),
    "form": ("Form and fashion", ("form", "style", "taste")),
    "word": ("Belief and word", ("religion", "text")),
}


def _exchanges() -> tuple[Counter[tuple[str, str]], dict[tuple[str, str], str]]:
    """Works of each pair of cultures, and the first kind that is told of them."""
    works: Counter[tuple[str, str]] = Counter()
    kinds: dict[tuple[str, str], str] = {}
    for row in table("artworks"):
        for source in filter(None, row["influence_from"].split(" | ")):
            for target in filter(None, row["influence_to"].split(" | ")):
                works[source, target] += 1
                kinds.setdefault((source, target), row["influence_kinds"].split(" | ")[0])
    return works, kinds


def _family(kind: str) -> str:
    return next((family for family, (_label, kinds) in FAMILIES.items() if kind in kinds), "form")


def atlas() -> dict[str, Any]:
    """Props of the atlas: the sixty largest exchanges."""
    cultures = {row["slug"]: row for row in table("cultures") if row["latitude"]}
    works, kinds = _exchanges()
    largest = [pair for pair, _n in works.most_common(60) if set(pair) <= cultures.keys()]
    centre = {slug: (float(row["latitude"]), float(row["longitude"])) for slug, row in cultures.items()}
    shown = {slug for pair in largest for slug in pair}
    return {
        "arcs": [
            {
                "from": centre[source], "to": centre[target], "label": f"{source} → {target}", "url": "#",
                "weight": works[source, target], "count": works[source, target],
                "family": _family(kinds[source, target]), "is_unsure": number % 5 == 0, "is_on": True,
                "centuries": "", "ends": f"{source} {target}",
            }
            for number, (source, target) in enumerate(largest)
        ],
        "dots": [
            {
                "slug": slug, "label": cultures[slug]["label@en"], "lang": None, "url": "#", "r": 3.0, "is_on": True,
                "region": cultures[slug]["region"], "latitude": centre[slug][0], "longitude": centre[slug][1],
                "weight": sum(n for pair, n in works.items() if slug in pair),
            }
            for slug in sorted(shown)
        ],
        "families": [{"value": family, "label": label} for family, (label, _kinds) in FAMILIES.items()],
    }  # fmt: skip


def sankey() -> dict[str, Any]:
    """Props of the bands between regions."""
    regions = {row["slug"]: row["region"] for row in table("cultures")}
    works, _kinds = _exchanges()
    flows: Counter[tuple[str, str]] = Counter()
    for (source, target), count in works.items():
        if regions.get(source, "") != regions.get(target, ""):
            flows[regions[source], regions[target]] += count
    knots = [
        {"slug": slug, "label": label, "url": "#", "region": slug, "count": sum(n for p, n in flows.items() if slug in p)}
        for slug, label in REGIONS.items()
    ]  # fmt: skip
    bands = [
        {"source": source, "target": target, "count": count, "back": flows[target, source], "from": source,
         "to": target, "region": source, "url": "#"}
        for (source, target), count in flows.items()
    ]  # fmt: skip
    return {"sources": knots, "targets": knots, "bands": bands}


def pairs() -> list[dict[str, Any]]:
    """One pair that gave and took, and one of which only one direction is told."""
    there = [0, 0, 1, 2, 3, 5, 8, 4, 6, 9, 7, 2]
    back = [0, 0, 0, 1, 0, 2, 1, 3, 8, 6, 4, 1]
    ends = {
        "source": {"label": "East Asia", "lang": None, "region": "east-asia"},
        "target": {"label": "Europe", "lang": None, "region": "europe"},
    }
    went = {"count": sum(there), "url": "#"}
    return [
        {**ends, "there": there, "back": back, "went": went, "came": {"count": sum(back), "url": "#"}},
        {**ends, "there": there, "back": [0] * len(there), "went": went, "came": None},
    ]
