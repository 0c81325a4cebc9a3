"""Exhibitions, their sections, blocks and loans."""

from __future__ import annotations

from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from exhibitions.actions.releases import freeze
from exhibitions.enums import BlockKind, ExhibitionStatus, LoanState
from exhibitions.models import Block, BlockWork, Exhibition, Loan, Section
from members.models import slug_of
from tests.factories.collection import ArtworkFactory


class ExhibitionFactory(DjangoModelFactory[Exhibition]):
    """A draft; `published=True` makes it public by its row alone."""

    class Meta:
        model = Exhibition
        exclude = ["name"]
        skip_postgeneration_save = True

    class Params:
        published = factory.Trait(
            status=ExhibitionStatus.PUBLISHED, published_at=factory.LazyFunction(timezone.now)
        )

    name = factory.Sequence(lambda n: f"Exhibition {n}")
    titles = factory.LazyAttribute(lambda o: {"en": o.name})
    slug = factory.LazyAttribute(lambda o: slug_of(o.name))
    summary = {"en": "Works that travelled."}

    @factory.post_generation
    def released(exhibition, create: bool, extracted: Any, **kwargs: Any) -> None:
        """What is public has a release; tests that hang works afterwards call `released` again."""
        if create and exhibition.status == ExhibitionStatus.PUBLISHED:  # type: ignore[attr-defined]
            released(exhibition)  # type: ignore[arg-type]


def released(exhibition: Exhibition) -> Exhibition:
    """Freeze what hangs there as the next release, ready or not."""
    freeze(exhibition, by=None)
    return exhibition


class SectionFactory(DjangoModelFactory[Section]):
    class Meta:
        model = Section

    exhibition = factory.SubFactory(ExhibitionFactory)
    titles = factory.Sequence(lambda n: {"en": f"Room {n}"})


class BlockFactory(DjangoModelFactory[Block]):
    class Meta:
        model = Block

    section = factory.SubFactory(SectionFactory)
    kind = BlockKind.TEXT
    text = {"en": "Some words on the wall."}


class LoanFactory(DjangoModelFactory[Loan]):
    class Meta:
        model = Loan

    exhibition = factory.SubFactory(ExhibitionFactory)
    artwork = factory.SubFactory(ArtworkFactory, published=True)
    state = LoanState.STANDING

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Loan:
        """One that the exhibition has already is made to be so."""
        keys = {name: kwargs.pop(name) for name in ("exhibition", "artwork")}
        loan: Loan = model_class.objects.update_or_create(**keys, defaults=kwargs)[0]
        return loan


class BlockWorkFactory(DjangoModelFactory[BlockWork]):
    """A published work in a block, with the loan that lets it be shown."""

    class Meta:
        model = BlockWork
        skip_postgeneration_save = True

    block = factory.SubFactory(BlockFactory, kind=BlockKind.ARTWORK)
    artwork = factory.SubFactory(ArtworkFactory, published=True)
    loan = factory.RelatedFactory(
        LoanFactory,
        exhibition=factory.SelfAttribute("..block.section.exhibition"),
        artwork=factory.SelfAttribute("..artwork"),
    )
