"""Other names are added to terms, once, and a term's own name is never taken for another's other name."""

from __future__ import annotations

from typing import Any

import pytest

from collection.actions.refusal import Refused
from collection.imports.formats.table import Row, Table
from collection.imports.other_names import import_other_names
from collection.imports.terms import Terms
from collection.models import Culture, Place
from collection.search.document import refresh
from collection.search.query import works_matching
from members.models import Deed
from tests.factories import ArtworkFactory, CultureFactory, MuseumFactory, PlaceFactory

pytestmark = pytest.mark.django_db


def names(*rows: tuple[str, str, str, str]) -> Table:
    columns = ["table", "key", "label", "lang"]
    return Table(
        columns, [Row(n, dict(zip(columns, row, strict=True))) for n, row in enumerate(rows, start=2)]
    )


def test_names_are_added_once_and_their_works_are_found() -> None:
    culture = CultureFactory(slug="goryeo", name="Goryeo", alt_labels=[{"text": "Koryo", "lang": "en"}])
    museum = MuseumFactory(slug="here")
    work = ArtworkFactory(published=True, culture=culture, museum=museum)
    refresh([work])
    table = names(("cultures", "goryeo", "高麗", "ja"), ("museums", "here", "Здесь", "ru"))
    assert import_other_names(table, ["cultures", "museums"], by=None) == 2
    assert Culture.objects.get().alt_labels == [
        {"text": "Koryo", "lang": "en"},
        {"text": "高麗", "lang": "ja"},
    ]
    assert list(works_matching("高丽")) == list(works_matching("Здесь")) == [work]
    before = Deed.objects.count()
    assert import_other_names(table, ["cultures", "museums"], by=None) == 0
    assert Deed.objects.count() == before


def test_names_of_nothing_or_of_no_language_are_refused_and_leave_nothing() -> None:
    PlaceFactory(slug="xian", country="CN", name="Xi'an")
    table = names(
        ("places", "xian/CN", "西安", "zh"),
        ("places", "xian/JP", "x", "en"),
        ("places", "xian/CN", "y", "chinese!"),
    )
    with pytest.raises(Refused) as refused:
        import_other_names(table, ["places"], by=None)
    assert refused.value.sentences == [
        "Row 3: there is no “xian/JP” among places.",
        "Row 4: it needs a name and the tag of its language, such as zh-Hant.",
    ]
    assert Place.objects.get().alt_labels == []


def test_own_name_of_a_term_is_not_taken_by_another(django_assert_num_queries: Any) -> None:
    first = PlaceFactory(name="Constantinople", country="TR", alt_labels=[{"text": "Istanbul", "lang": "en"}])
    second = PlaceFactory(
        name="Istanbul", country="TR", alt_labels=[{"text": "Constantinople", "lang": "en"}]
    )
    known = Terms(Place.objects.all(), scope="country")
    assert (known.id_of("istanbul", "TR"), known.id_of("Constantinople", "TR")) == (second.pk, first.pk)
