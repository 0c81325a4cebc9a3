"""The demonstration's exhibitions come from files that a person can correct."""

from __future__ import annotations

from pathlib import Path

import pytest

from collection.actions.refusal import Refused
from exhibitions.actions.exhibitions import describe, join
from exhibitions.arrangement import arrangement_of
from exhibitions.demonstration import load, release_all
from exhibitions.models import Exhibition
from members.models import Deed
from tests.factories import ArtworkFactory, CuratorFactory

pytestmark = pytest.mark.django_db
FILE = """
slug = "small-show"
cover = "m1"
venue = "A hall, Brussels"
venue_from = 2010-06-25
titles = { en = "Small show" }
summary = { en = "Two works." }
[[sections]]
titles = { en = "Room" }
[[sections.blocks]]
kind = "artwork"
artworks = ["m1"]
text = { en = "A label." }
[[sections.blocks]]
kind = "group"
artworks = ["m2", "m1"]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "small-show.toml"
    path.write_text(FILE)
    return path


@pytest.fixture
def works() -> list[int]:
    return [ArtworkFactory(source_id=name, published=True, is_demonstration=True).pk for name in ("m1", "m2")]


def verbs() -> list[str]:
    return list(Deed.objects.filter(noun="exhibition").order_by("id").values_list("verb", flat=True))


def test_file_becomes_a_public_exhibition_once(file: Path, works: list[int]) -> None:
    show = load(file, by=None)
    assert (show.status, show.is_demonstration, show.venue) == ("published", True, "A hall, Brussels")
    [room] = arrangement_of(show)
    assert [(wall.kind, wall.works) for wall in room.walls] == [
        ("artwork", (works[0],)),
        ("group", (works[1], works[0])),
    ]
    assert sorted(show.loans.values_list("artwork", "state")) == [(pk, "standing") for pk in works]
    assert verbs() == ["start", "arrange", "publish"]
    assert load(file, by=None) == show
    assert verbs() == ["start", "arrange", "publish"]


def test_corrected_file_is_taken_over(file: Path, works: list[int]) -> None:
    load(file, by=None)
    file.write_text(FILE.replace("A label.", "A better label.").replace("Two works.", "A few works."))
    show = load(file, by=None)
    assert show.summary == {"en": "A few works."}
    assert arrangement_of(show)[0].walls[0].text == {"en": "A better label."}
    assert verbs()[3:] == ["change", "arrange", "release"]
    assert Exhibition.objects.count() == 1


def test_show_that_was_public_before_there_were_releases_gets_one(file: Path, works: list[int]) -> None:
    show = load(file, by=None)
    Exhibition.objects.update(release=None)
    assert list(Exhibition.objects.open()) == []
    release_all()
    release_all()
    assert list(Exhibition.objects.open()) == [show]
    assert verbs()[3:] == ["release"]


def test_what_a_person_wrote_is_left_alone(file: Path, works: list[int]) -> None:
    show = load(file, by=None)
    curator = CuratorFactory()
    join(show, curator, by=None)
    describe(show, by=curator, summary={"en": "Mine."})
    file.write_text(FILE.replace("Two works.", "A few works."))
    assert load(file, by=None).summary == {"en": "Mine."}


def test_file_that_names_a_stranger_is_refused_and_leaves_nothing(file: Path) -> None:
    with pytest.raises(Refused, match="small-show names works that are not in the collection: m1, m2"):
        load(file, by=None)
    assert Exhibition.objects.count() == 0
