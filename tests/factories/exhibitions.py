"""Exhibitions, their sections, blocks and loans."""

from __future__ import annotations

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from exhibitions.enums import BlockKind, ExhibitionStatus
from exhibitions.models import Block, BlockWork, Exhibition, Loan, Section
from members.models import slug_of
from tests.factories.collection import ArtworkFactory


class ExhibitionFactory(DjangoModelFactory[Exhibition]):
    """A draft; `published=True` makes it public by its row alone."""

    class Meta:
        model = Exhibition
        exclude = ["name"]

    class Params:
        published = factory.Trait(
            status=ExhibitionStatus.PUBLISHED, published_at=factory.LazyFunction(timezone.now)
        )

    name = factory.Sequence(lambda n: f"Exhibition {n}")
    titles = factory.LazyAttribute(lambda o: {"en": o.name})
    slug = factory.LazyAttribute(lambda o: slug_of(o.name))
    summary = {"en": "Works that travelled."}


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
