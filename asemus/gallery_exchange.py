"""Samples of what tells influence: a chain of claims, a claim with a second voice, an exchange in time."""

from __future__ import annotations

from typing import Any

SAID = {"en": "The scroll of lotus was drawn in cobalt from beyond the sea."}
WHO = "So says the British Museum."


def _place(label: str, region: str) -> dict[str, Any]:
    return {"labels": {"en": label}, "label": label, "lang": "en", "url": "#", "region": region}


def claim() -> dict[str, Any]:
    """With evidence, two works and a voice that disagrees."""
    other = {
        "text": {"en": "The ore was found nearer, too."},
        "evidence": {},
        "certainty": "Disputed",
        "who": WHO,
    }
    return {
        "id": "0claim",
        "text": SAID,
        "evidence": {"en": "Manganese in the glaze."},
        "certainty": "Probable",
        "who": WHO,
        "works": [{"url": "#"}, {"url": "#"}],
        "voices": [other],
    }


def journey(cards: list[dict[str, Any]]) -> dict[str, Any]:
    """Two steps, the second one in doubt."""
    places = [
        _place("Iran", "west-asia"),
        _place("China", "east-asia"),
        _place("Dutch Republic", "europe"),
    ]
    steps = [
        _step(places[0], places[1], (1320, 1351), cards[:2], doubted=False),
        _step(places[1], places[2], (1602, 1690), cards[2:3], doubted=True),
    ]
    return {
        "places": places,
        "steps": steps,
        "certain": True,
        "count": len(steps),
        "number": 1,
        "pictures": [step["works"][0] for step in steps],
        "drawn": [
            {
                "label": f"{step['source']['label']} → {step['target']['label']}",
                "url": f"#chain-1-step-{number}",
                "region": step["target"]["region"],
                "earliest": step["earliest"],
                "latest": step["latest"],
                "sure_from": None if step["is_doubted"] else step["earliest"],
                "sure_to": step["latest"],
            }
            for number, step in enumerate(steps, start=1)
        ],
    }


def _step(
    source: dict[str, Any],
    target: dict[str, Any],
    years: tuple[int, int],
    works: list[dict[str, Any]],
    doubted: bool,
) -> dict[str, Any]:
    return {
        "source": source,
        "target": target,
        "kinds": ["Material", "Motif"],
        "certainty_label": "Possible" if doubted else "Probable",
        "is_doubted": doubted,
        "earliest": years[0],
        "latest": years[1],
        "count": len(works),
        "works": works,
        "works_url": "#",
        "stands_for": [{"en": "Delft"}] if doubted else [],
        "claims": [claim(), {**claim(), "voices": []}],
        "more": 1,
    }


def exchange() -> dict[str, Any]:
    """What came and went, in long and short names."""
    partners = (
        ("Iran", "west-asia", 1300, 1420, 1320, 1400),
        ("Sasanian Iran", "west-asia", 420, 650, 500, 620),
        ("India", "south-asia", 60, 700, None, None),
        ("Netherlands", "europe", 1660, 1660, 1660, 1660),
        ("Ottoman Turkey", "west-asia", 1470, 1600, 1530, 1600),
        ("Chosŏn Korea", "east-asia", 1400, 1750, 1400, 1700),
    )
    bars = [
        {
            "label": label,
            "lang": "en",
            "url": "#",
            "region": region,
            "earliest": first,
            "latest": last,
            "sure_from": sure,
            "sure_to": to,
        }
        for label, region, first, last, sure, to in partners
    ]
    return {"received": bars[:3], "given": bars[3:], "life": {"begin": 25, "end": 1912}}


def ripples() -> list[dict[str, Any]]:
    """Two rings, one thread of them in doubt."""
    rows = (
        ("bactria", "Bactria", 1, "", "central-asia"),
        ("khotan", "Khotan", 1, "", "central-asia"),
        ("china", "China", 2, "khotan", "east-asia"),
        ("korea", "Korea", 3, "china", "east-asia"),
        ("japan", "Japan", 3, "china", "east-asia"),
        ("sweden", "Sweden", 2, "bactria", "europe"),
    )
    return [
        {"name": name, "label": label, "url": "#", "ring": ring, "before": before, "region": region,
         "is_doubted": name == "sweden"}
        for name, label, ring, before, region in rows
    ]  # fmt: skip
