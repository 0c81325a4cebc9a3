"""What the values of facets are called, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import Value
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from collection.countries import country_name, is_country
from collection.dates.centuries import century_label
from collection.enums import ConceptKind, InfluenceKind, Region
from collection.models import Concept, Culture, Epoch
from members.kept import Kept
from members.languages import best_language
from members.models import Museum


class Said(NamedTuple):
    """A label and its language, both empty for a value that nothing is known of; and the value that it stands under."""

    text: str = ""
    lang: str = ""
    broader: str = ""


UNKNOWN = Said()
_kept: Kept[dict[str, Said]] = Kept(100)  # vocabularies in languages


@dataclass
class Labels:
    """Labels of terms, read once; those of lists come from the lists."""

    language: str
    terms: dict[str, dict[str, Said]] = field(default_factory=dict)

    @classmethod
    def read(cls, asked: dict[str, tuple[str, set[str]]], language: str | None) -> Labels:
        """Read the labels of facet → (kind of label, values): one query a vocabulary, for what is not in memory."""
        wanted: dict[str, set[str]] = {}
        for kind, values in asked.values():
            wanted.setdefault(kind, set()).update(values)
        labels = cls(language or get_language() or "en")
        for kind, rows in (
            ("culture", Culture.objects.values_list("slug", "labels", "broader__slug")),
            ("epoch", Epoch.objects.values_list("slug", "labels", "parent__slug")),
            ("museum", Museum.objects.values_list("slug", "names", Value(""))),
        ):
            labels._read(kind, wanted.get(kind, set()), rows)
        labels._read_concepts(wanted)
        return labels

    def _known(self, kind: str) -> dict[str, Said]:
        self.terms[kind] = _kept.get((kind, self.language), dict)
        return self.terms[kind]

    def _read(self, kind: str, wanted: set[str], rows: Any) -> None:
        known = self._known(kind)
        if missing := wanted - known.keys():
            found = rows.filter(slug__in=missing)
            known.update((slug, self.best(names, broader or "")) for slug, names, broader in found)

    def _read_concepts(self, wanted: dict[str, set[str]]) -> None:
        known = {str(kind): self._known(kind) for kind in ConceptKind}
        if missing := {slug for kind in known for slug in wanted.get(kind, set()) - known[kind].keys()}:
            rows = Concept.objects.filter(slug__in=missing)
            for kind, slug, names, broader in rows.values_list("kind", "slug", "labels", "broader__slug"):
                known[kind][slug] = self.best(names, broader or "")

    def best(self, names: dict[str, str], broader: str = "") -> Said:
        tag = best_language(names, self.language)
        return Said(names[tag], tag, broader) if tag else Said()

    def of(self, kind: str, value: str) -> Said:
        """The label of one value."""
        if kind in _LISTS:
            return _of_list(kind, value, self.language)
        return self.terms.get(kind, {}).get(value, UNKNOWN)


@lru_cache(maxsize=5000)
def _of_list(kind: str, value: str, language: str) -> Said:
    with override(language):
        return Said(str(_LISTS[kind](value)))


def names_of(kind: str, values: list[str]) -> dict[str, list[str]]:
    """value → all its names in all languages, for terms and museums; what lists call it is not told here. One query."""
    if kind in _LISTS:
        return {}
    rows: Any = {"culture": Culture, "epoch": Epoch, "museum": Museum}.get(kind)
    found = (
        rows.objects.filter(slug__in=values) if rows else Concept.objects.filter(kind=kind, slug__in=values)
    )
    return {
        thing.slug: [*_map_of(thing).values(), *(name["text"] for name in thing.alt_labels)]
        for thing in found.only("slug", "names" if rows is Museum else "labels", "alt_labels")
    }


def _map_of(thing: Any) -> dict[str, str]:
    return dict(thing.names if isinstance(thing, Museum) else thing.labels)


def _country(value: str) -> str:
    return country_name(value) if is_country(value) else ""


def _influence_kind(value: str) -> str:
    return str(InfluenceKind(value).label) if value in InfluenceKind.values else ""


def _photograph(value: str) -> str:
    return {"1": _("with a photograph"), "0": _("without a photograph")}.get(value, "")


def _reuse(value: str) -> str:
    return {"free": _("free to reuse"), "conditions": _("on conditions"), "ask": _("ask the museum")}.get(
        value, ""
    )


_LISTS: dict[str, Any] = {
    "region": lambda value: str(Region(value).label) if value in Region.values else "",
    "country": _country,
    "century": century_label,
    "influence_kind": _influence_kind,
    "photograph": _photograph,
    "reuse": _reuse,
}
