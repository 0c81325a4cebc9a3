"""Works found by words through sets: the same as the tsquery finds, in an order whose pages hold every work once."""

from __future__ import annotations

import random
from typing import Any

import pytest
from django.db import transaction
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyroaring import BitMap

from collection.enums import Status
from collection.filters import ArtworkFilterSet
from collection.models import Artwork, ArtworkConcept, FacetChange, SearchDocument, Title, WordSet
from collection.search import asked, listing
from collection.search.document import refresh
from collection.search.index import build, frequent, word_sets
from collection.search.index.build import rebuild
from collection.search.index.kept import KeptSets
from collection.search.query import answer_to
from tests.factories import ArtworkFactory, ImageFactory, MaterialFactory, TechniqueFactory

pytestmark = pytest.mark.django_db

WORDS = [
    "vase",
    "vases",
    "va",
    "blue",
    "dragon",
    "moon",
    "jar",
    "moonjar",
    "jade",
    "jadeite",
    "青花",
    "龍",
    "青花龍",
    "달항아리",
]
PLACES = ["title", "material", "technique", "description"]
ASKED = st.lists(
    st.tuples(st.sampled_from(["", "", "", "-", '"']), st.lists(st.sampled_from(WORDS), min_size=1, max_size=2)),
    min_size=1,
    max_size=3,
)  # fmt: skip
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["title", "withdraw", "publish", "document", "rebuild"]),
        st.integers(0, 40),
        st.sampled_from(WORDS),
    ),
    max_size=4,
)


@pytest.fixture
def works(db: None, monkeypatch: pytest.MonkeyPatch) -> list[Artwork]:
    """Thirty works with the words here and there, too many to be ranked one by one; every word counts as frequent."""
    monkeypatch.setattr(asked, "RANKED", 3)
    monkeypatch.setattr(listing, "SORTED_BY_SQL", 0)
    monkeypatch.setattr(build, "KEPT_ORDERS", 0)
    chance = random.Random(7)
    terms = {
        word: (MaterialFactory(labels={"en": word}), TechniqueFactory(labels={"en": f"{word} work"}))
        for word in WORDS
    }
    made = []
    for _number in range(30):
        said = {place: chance.choice(WORDS) for place in PLACES}
        title = " ".join([said["title"], *chance.sample(WORDS, chance.randint(0, 2))])
        work = ArtworkFactory(published=True, title=title, description={"en": f"With {said['description']}."})
        for order, term in enumerate((terms[said["material"]][0], terms[said["technique"]][1])):
            ArtworkConcept.objects.create(artwork=work, concept=term, order=order)
        if chance.random() < 0.3:
            ImageFactory(artwork=work)
        made.append(work)
    refresh(made)
    return made


def query_of(parts: list[tuple[str, list[str]]]) -> str:
    said = {
        "": " ".join,
        "-": lambda words: " ".join(f"-{word}" for word in words),
        '"': lambda words: f'"{" ".join(words)}"',
    }
    return " ".join(said[kind](words) for kind, words in parts)


def browse_for(words: str, **parameters: str) -> ArtworkFilterSet:
    query = QueryDict(mutable=True)
    query.update({"q": words, "verbatim": "1", **parameters})
    browse = ArtworkFilterSet(query)
    assert browse.is_valid(), browse.form.errors
    return browse


def by_sql(words: str) -> set[int]:
    return set(answer_to(words, as_typed=True).works.values_list("pk", flat=True))


def edit(what: str, work: Artwork, word: str) -> None:
    """A change on any path, of which none tells the index."""
    if what == "title":
        Title.objects.filter(artwork=work).update(text=f"{word} anew")
        refresh([work])
    elif what in ("withdraw", "publish"):
        status = Status.WITHDRAWN if what == "withdraw" else Status.PUBLISHED
        Artwork.objects.filter(pk=work.pk).update(
            status=status, withdrawal_reason="Returned.", published_at="2026-01-01T00:00Z"
        )
        refresh([work])
    elif what == "document":
        SearchDocument.objects.filter(artwork=work).delete()
    else:
        rebuild()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(EDITS, ASKED)
def test_sets_are_those_of_the_tsquery_whatever_changed(
    works: list[Artwork], edits: list[tuple[str, int, str]], parts: list[tuple[str, list[str]]]
) -> None:
    words = query_of(parts)
    with transaction.atomic():
        for what, number, word in edits:
            edit(what, works[number % len(works)], word)
        browse = browse_for(words)
        assert browse.found is not None
        assert set(browse.found.works) == by_sql(words), words
        transaction.set_rollback(True)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(EDITS, ASKED, st.integers(1, 7))
def test_pages_hold_every_work_once(
    works: list[Artwork], edits: list[tuple[str, int, str]], parts: list[tuple[str, list[str]]], size: int
) -> None:
    words = query_of(parts)
    with transaction.atomic():
        for what, number, word in edits:
            edit(what, works[number % len(works)], word)
        count = browse_for(words).count
        shown = [
            work.pk
            for first in range(0, count, size)
            for work in browse_for(words, sort="relevance").listed(first, size)
        ]
        assert len(shown) == len(set(shown)) == count
        assert set(shown) == by_sql(words)
        transaction.set_rollback(True)


def test_works_are_ranked_by_where_they_have_the_words(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "RANKED", 0)
    jade, jade_work = MaterialFactory(labels={"en": "jade"}), MaterialFactory(labels={"en": "Chinese jade"})

    def work(title: str, description: str = "", material: Any = None) -> int:
        made = ArtworkFactory(
            published=True, title=title, description={"en": description} if description else {}
        )
        if material:
            ArtworkConcept.objects.create(artwork=made, concept=material, order=0)
        refresh([made])
        return int(made.pk)

    told = work("Cup", "Not of jade.")
    begun = work("Jadeite cup")
    kind = work("Bowl", material=jade_work)
    same_kind = work("Dish", material=jade)
    shown = work("Cup of jade")
    ImageFactory(artwork_id=shown)
    named = work("Plate of jade")
    whole = work("Jade")
    listed = [work.pk for work in browse_for("jade").listed(0, 10)]
    assert listed[0] == whole
    assert listed[1:3] in ([named, shown], [shown, named])
    assert listed[3:] == [same_kind, kind, begun, told]


def test_frequent_words_are_kept_and_their_sets_are_right(
    works: list[Artwork], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frequent, "SHARE", 0.0)
    rebuild()
    assert {"all", "names", "facts"} <= set(WordSet.objects.values_list("part", flat=True))
    FacetChange.objects.all().delete()  # as if all that changed had been built in
    monkeypatch.setattr(word_sets, "documents_with", None)  # and no document may be asked
    for word in ("vase", "jade", "青花", "moonjar"):
        browse = browse_for(word)
        assert browse.found is not None
        assert set(browse.found.works) == by_sql(word)


def test_sets_are_made_of_rows_of_signs_that_many_names_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frequent, "SAMPLE", 4)
    monkeypatch.setattr(frequent, "SHARE", 0.75)
    names = ["ชามทองแดง", "ดอกบัวทองแดง", "ทองแดง", "Vase"]
    assert "ทองแดง" in (parts := list(frequent._parts(names)))
    assert "ท" in parts
    assert "ทอง" not in parts, "all that have it have the longer one"
    assert "ดอกบัว" not in parts, "one name has it"


def test_worker_keeps_no_more_sets_than_it_has_room_for() -> None:
    kept = KeptSets(most=2000)
    for number in range(50):
        kept.put("all", str(number), BitMap(range(0, 4000, 17)))
        assert kept.bytes <= 2000
    assert kept.get("all", "49") and kept.get("all", "0") is None
