"""Artworks and what they are described with."""

from __future__ import annotations

import hashlib
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from collection.enums import (
    Certainty,
    ConceptKind,
    InfluenceKind,
    ProvenanceKind,
    Region,
    Status,
    TermStatus,
    TitleKind,
)
from collection.models import (
    Agent,
    Artwork,
    ArtworkAgent,
    ArtworkConcept,
    ArtworkEpoch,
    ArtworkImage,
    Concept,
    Culture,
    Epoch,
    EpochDefinition,
    Influence,
    InfluenceWitness,
    Place,
    ProvenanceEvent,
    Reference,
    Title,
)
from collection.rights import Rights
from members.models import slug_of
from tests.factories.members import MuseumFactory


class TermFactory(DjangoModelFactory[Any]):
    """An accepted term; `name="…"` sets the English label and the slug."""

    class Meta:
        abstract = True
        exclude = ["name"]

    name = factory.Sequence(lambda n: f"Term {n}")
    labels = factory.LazyAttribute(lambda o: {"en": o.name})
    slug = factory.LazyAttribute(lambda o: slug_of(o.name))
    term_status = TermStatus.ACCEPTED


class AgentFactory(TermFactory):
    class Meta:
        model = Agent

    name = factory.Sequence(lambda n: f"Maker {n}")


class ConceptFactory(TermFactory):
    """An object type; give `kind=` for others."""

    class Meta:
        model = Concept

    name = factory.Sequence(lambda n: f"vase {n}")
    kind = ConceptKind.OBJECT_TYPE


class MaterialFactory(ConceptFactory):
    name = factory.Sequence(lambda n: f"porcelain {n}")
    kind = ConceptKind.MATERIAL


class TechniqueFactory(ConceptFactory):
    name = factory.Sequence(lambda n: f"glazing {n}")
    kind = ConceptKind.TECHNIQUE


class MotifFactory(ConceptFactory):
    name = factory.Sequence(lambda n: f"lotus {n}")
    kind = ConceptKind.MOTIF


class CultureFactory(TermFactory):
    class Meta:
        model = Culture

    name = factory.Sequence(lambda n: f"Culture {n}")
    region = Region.EAST_ASIA
    countries = ["CN"]
    latitude = 35.0
    longitude = 110.0


class EpochFactory(TermFactory):
    """An epoch with its preferred definition from `begin` to `end`."""

    class Meta:
        model = Epoch
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Epoch {n}")
    regions = [Region.EAST_ASIA]

    @factory.post_generation
    def definition(self: Any, create: bool, extracted: Any, **bounds: Any) -> None:
        """`definition=None` makes none; `definition__begin=1368, definition__end=1644` sets the years."""
        if not create or (extracted is None and "extracted" in bounds):
            return
        begin, end = bounds.get("begin", 1368), bounds.get("end", 1644)
        EpochDefinition.objects.create(
            epoch=self,
            earliest_begin=begin,
            latest_begin=begin,
            earliest_end=end,
            latest_end=end,
            countries=bounds.get("countries", ["CN"]),
            source="Test",
        )


class PlaceFactory(TermFactory):
    class Meta:
        model = Place

    name = factory.Sequence(lambda n: f"Place {n}")
    country = "CN"
    latitude = 29.27
    longitude = 117.18


class ReferenceFactory(DjangoModelFactory[Reference]):
    class Meta:
        model = Reference

    citation = factory.Sequence(lambda n: f"Author {n}, A Book (Leiden, 2001)")


class ArtworkFactory(DjangoModelFactory[Artwork]):
    """A complete draft with an English title; `published=True` makes it public by its row alone.

    `title=`, `titles=[("ja", "…")]`, `object_type=`, `materials=[…]`, `techniques=[…]`, `motifs=[…]`, `epochs=[…]`,
    `agents=[…]` add its parts.
    """

    class Meta:
        model = Artwork
        skip_postgeneration_save = True

    class Params:
        published = factory.Trait(
            status=Status.PUBLISHED,
            published_at=factory.LazyFunction(timezone.now),
            first_published_at=factory.LazyFunction(timezone.now),
        )
        withdrawn = factory.Trait(
            status=Status.WITHDRAWN,
            published_at=factory.LazyFunction(timezone.now),
            first_published_at=factory.LazyFunction(timezone.now),
            withdrawal_reason="Given back to its owners",
        )

    museum = factory.SubFactory(MuseumFactory)
    accession_number = factory.Sequence(lambda n: f"RV-{n}")
    display_object_type = "vase"
    display_materials = "porcelain"
    display_culture = "Ming"
    culture = factory.SubFactory(CultureFactory)
    production_country = "CN"
    display_date = "15th century"
    edtf = "1400/1499"
    earliest_begin = 1400
    latest_begin = 1499
    earliest_end = 1400
    latest_end = 1499
    rights = Rights.PDM

    @factory.post_generation
    def title(self: Any, create: bool, extracted: str | None, **_: Any) -> None:
        if create:
            Title.objects.create(artwork=self, text=extracted or f"Vase {self.pk}", language="en")

    @factory.post_generation
    def titles(self: Any, create: bool, extracted: Any, **_: Any) -> None:
        for order, (language, text) in enumerate(extracted or [] if create else [], start=1):
            Title.objects.create(
                artwork=self, text=text, language=language, kind=TitleKind.TRANSLATED, order=order
            )

    @factory.post_generation
    def object_type(self: Any, create: bool, extracted: Concept | None, **_: Any) -> None:
        """`object_type=concept`; without it, an object type of its own. `object_type=False` gives none."""
        if create and extracted is not False:
            ArtworkConcept.objects.create(artwork=self, concept=extracted or ConceptFactory())

    @factory.post_generation
    def materials(self: Any, create: bool, extracted: Any, **_: Any) -> None:
        _add(ArtworkConcept, "concept", self, extracted if create else None)

    @factory.post_generation
    def techniques(self: Any, create: bool, extracted: Any, **_: Any) -> None:
        _add(ArtworkConcept, "concept", self, extracted if create else None)

    @factory.post_generation
    def motifs(self: Any, create: bool, extracted: Any, **_: Any) -> None:
        _add(ArtworkConcept, "concept", self, extracted if create else None)

    @factory.post_generation
    def epochs(self: Any, create: bool, extracted: Any, **_: Any) -> None:
        _add(ArtworkEpoch, "epoch", self, extracted if create else None)

    @factory.post_generation
    def agents(self: Any, create: bool, extracted: Any, **_: Any) -> None:
        _add(ArtworkAgent, "agent", self, extracted if create else None)


def _add(through: Any, name: str, artwork: Artwork, things: Any) -> None:
    for order, thing in enumerate(things or []):
        through.objects.create(artwork=artwork, order=order, **{name: thing})


class TitleFactory(DjangoModelFactory[Title]):
    class Meta:
        model = Title

    artwork = factory.SubFactory(ArtworkFactory)
    text = factory.Sequence(lambda n: f"Another title {n}")
    language = "en"


class ImageFactory(DjangoModelFactory[ArtworkImage]):
    """A photograph's row with derivatives, as if the worker had been there; no file is written."""

    class Meta:
        model = ArtworkImage

    artwork = factory.SubFactory(ArtworkFactory, published=True)
    original = factory.LazyAttribute(lambda o: f"originals/{o.sha256[:2]}/{o.sha256}")
    sha256 = factory.Sequence(lambda n: hashlib.sha256(str(n).encode()).hexdigest())
    format = "jpeg"
    width = 1600
    height = 1200
    bytes = 400_000
    alt = {"en": "A blue-and-white vase with two handles"}
    credit = "Photograph: the museum"
    rights = Rights.CC0
    derivatives = factory.LazyAttribute(
        lambda o: {
            str(width): {
                "jpeg": f"derivatives/{o.sha256[:2]}/{o.sha256}/{width}.jpeg",
                "webp": f"derivatives/{o.sha256[:2]}/{o.sha256}/{width}.webp",
                "width": width,
                "height": width * 3 // 4,
            }
            for width in (320, 640, 1280)
        }
    )
    dominant_colour = "#345678"


class ProvenanceEventFactory(DjangoModelFactory[ProvenanceEvent]):
    class Meta:
        model = ProvenanceEvent

    artwork = factory.SubFactory(ArtworkFactory)
    kind = ProvenanceKind.PURCHASE
    text = {"en": "bought in London in 1903"}


class InfluenceFactory(DjangoModelFactory[Influence]):
    """A draft claim between two cultures; `published=True`, `witnesses=[artwork, …]`."""

    class Meta:
        model = Influence
        skip_postgeneration_save = True

    class Params:
        published = factory.Trait(status=Status.PUBLISHED)

    source_culture = factory.SubFactory(CultureFactory)
    target_culture = factory.SubFactory(CultureFactory)
    kinds = [InfluenceKind.MOTIF]
    statement = {"en": "The scroll came by the sea route."}
    certainty = Certainty.PROBABLE

    @factory.post_generation
    def witnesses(self: Any, create: bool, extracted: Any, **_: Any) -> None:
        for order, artwork in enumerate(extracted or [] if create else []):
            InfluenceWitness.objects.create(influence=self, artwork=artwork, order=order)
