"""A chain of influence told: places, steps, years, the works that show each, and every claim with who says so.

The page of the paths, a wall of an exhibition and a frame on another site tell it with the same words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from collection.enums import Certainty, InfluenceKind
from collection.exports.card import card_of
from collection.exports.voices import Voices, voices_on
from collection.influences.graph import Graph
from collection.influences.paths import Path, Step
from collection.influences.statements import Statement
from collection.influences.words import voice
from collection.models import Artwork
from members.languages import best_language

PICTURES = 4  # of the works of a step
DOUBTED = frozenset({Certainty.POSSIBLE, Certainty.DISPUTED})


@dataclass(frozen=True)
class Told:
    """What is needed to tell chains: the graph, and the works and second voices read once for all of them."""

    graph: Graph
    works: dict[str, Artwork]  # by public id
    voices: Voices

    @classmethod
    def read(cls, graph: Graph, found: Iterable[Path], names: Iterable[str] = ()) -> Told:
        """The works whose pictures the chains show, those among `names`, and who disputes their claims."""
        steps = [step for path in found for step in path.steps]
        wanted = {work for step in steps for work in step.works[:PICTURES]}
        wanted |= graph.works.keys() & set(names)
        claims = {said.public_id for step in steps for said in step.statements}
        return cls(graph, works_by_id(wanted), voices_on(claims))

    def name(self, name: str) -> dict[str, Any]:
        """{labels, label, lang, url, name, region, is_work} of a culture or work; the name itself where it is of nobody."""
        if name in self.graph.ends:
            end = self.graph.ends[name]
            tag = best_language(end.label_map) or "und"
            return {
                "labels": end.label_map,
                "label": end.label_map.get(tag, name),
                "lang": tag,
                "url": reverse("culture", args=[name]),
                "name": name,
                "region": end.region,
            }
        if name in self.works:
            card = card_of(self.works[name])
            title = card["titles"][0]
            return {
                "labels": {title["lang"]: title["text"]},
                "label": title["text"],
                "lang": title["lang"],
                "url": card["url"],
                "name": name,
                "region": card["region"],
                "is_work": True,
            }
        return {"labels": {"und": name}, "label": name, "lang": "", "url": "", "name": name, "region": ""}

    def chain(self, path: Path, number: int = 1) -> dict[str, Any]:
        """Props of the component `journey`; `number` is that of the chain on its page."""
        steps = [self._step(step) for step in path.steps]
        return {
            "places": [self.name(name) for name in path.places],
            "steps": steps,
            "certain": path.certain,
            "count": len(path.steps),
            "pictures": [step["works"][0] for step in steps if step["works"]],
            "number": number,
            "drawn": [
                drawn_step(step, f"#chain-{number}-step-{place}") for place, step in enumerate(steps, start=1)
            ],
        }

    def _step(self, step: Step) -> dict[str, Any]:
        """One step: from whom to whom, what, when, how sure, the works, and every claim once."""
        claims = list({said.text: said for said in step.statements}.values())
        ends = {"influence_from": step.source, "influence_to": step.target}
        listed = all(name in self.graph.ends for name in ends.values())
        return {
            "source": self.name(step.source),
            "target": self.name(step.target),
            "kinds": [InfluenceKind(kind).label for kind in step.kinds],
            "certainty": step.certainty,
            "certainty_label": step.certainty.label,
            "is_doubted": step.certainty in DOUBTED,
            "earliest": step.earliest,
            "latest": step.latest,
            "count": len(step.works),
            "works": [card_of(self.works[work]) for work in step.works[:PICTURES] if work in self.works],
            "works_url": f"{reverse('artworks')}?{urlencode(ends)}" if listed else "",
            "stands_for": [self.graph.ends[slug].label_map for slug in step.stands_for],
            "claims": [self.claim(said) for said in claims],
            "more": len(claims) - 1,
        }

    def claim(self, said: Statement) -> dict[str, Any]:
        """Props of the component `claim`."""
        return claim_of(said, self.voices)


def drawn_step(step: dict[str, Any], url: str) -> dict[str, Any]:
    """A step as a bar of the component `exchange`; it leads to its words."""
    is_sure = not step["is_doubted"]
    return {
        "label": f"{step['source']['label']} → {step['target']['label']}",
        "url": url,
        "region": step["target"]["region"],
        "earliest": step["earliest"] if step["earliest"] is not None else step["latest"],
        "latest": step["latest"] if step["latest"] is not None else step["earliest"],
        "sure_from": step["earliest"] if is_sure else None,
        "sure_to": step["latest"] if is_sure else None,
    }


def claim_of(said: Statement, voices: Voices) -> dict[str, Any]:
    """What is claimed, on what evidence, how sure, who says so, which works show it and who sees it otherwise."""
    return {
        "id": said.public_id,
        "text": said.text_map,
        "evidence": said.evidence_map,
        "certainty": said.certainty.label,
        "who": voice(said.said_by),
        "works": [{"url": reverse("artwork", args=[work])} for work in said.works],
        "voices": voices.get(said.public_id, []),
    }


def works_by_id(wanted: Iterable[str]) -> dict[str, Artwork]:
    """The published works among these public ids, ready to be cards; no query for none."""
    ids = {name for name in wanted if name}
    found = Artwork.objects.published().filter(public_id__in=ids).with_card() if ids else ()
    return {work.public_id: work for work in found}
