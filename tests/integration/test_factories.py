"""The factories make whole rows that the constraints accept."""

import pytest

import tests.factories as factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", [n for n in factories.__all__ if n.endswith("Factory")])
def test_factory_makes_a_row_the_database_accepts(name: str) -> None:
    thing = getattr(factories, name)()
    thing.full_clean(exclude=["original"])
    assert thing.pk


def test_published_artworks_are_public() -> None:
    work = factories.ArtworkFactory(published=True, title="Moon jar", titles=[("ko", "달항아리")])
    assert work.is_public
    assert [t.text for t in work.titles.all()] == ["Moon jar", "달항아리"]


def test_published_influence_with_a_public_witness_is_public() -> None:
    work = factories.ArtworkFactory(published=True)
    influence = factories.InfluenceFactory(published=True, witnesses=[work])
    assert list(type(influence).objects.published()) == [influence]
