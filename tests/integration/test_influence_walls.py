"""Walls of influence in an exhibition: kept as an address, drawn at each showing from what is public then."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string

from collection.actions import artworks as deeds
from exhibitions.arrangement import Wall
from exhibitions.blocks import KINDS
from exhibitions.blocks.kind import Place
from tests.factories import ArtworkFactory, CultureFactory, EditorFactory, InfluenceFactory

PATH, MAP = KINDS["influence-path"], KINDS["influence-map"]


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("/influences/paths/?to=china&from=iran&certainty=", "/influences/paths/?from=iran&to=china"),
        ("http://localhost:8000/fr/influences/paths/?from=iran&to=china&parts=1#x",
         "/influences/paths/?from=iran&to=china&parts=1"),
    ],
)  # fmt: skip
def test_address_is_kept_without_language_and_as_short_as_can_be(pasted: str, kept: str) -> None:
    assert PATH.clean({"address": pasted}) == {"address": kept}


@pytest.mark.parametrize(
    ("kind", "pasted", "said"),
    [
        (PATH, "https://example.org/influences/paths/?from=iran&to=china", "Paste the address of a page"),
        (PATH, "/influences/?kind=motif", "Paste the address of a page"),
        (PATH, "/influences/paths/?from=iran", "from where and to where"),
        (PATH, "/influences/paths/?from=iran&to=<b>", "neither a culture nor a work"),
        (MAP, "/influences/?kind=magic", "not a kind of influence"),
        (MAP, "javascript:alert(1)", "Paste the address of a page"),
    ],
)
def test_what_is_no_view_of_ours_is_refused_with_a_sentence(kind: object, pasted: str, said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        kind.clean({"address": pasted})  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_walls_show_public_claims_only_and_pictures_of_what_was_lent() -> None:
    iran, china = CultureFactory(name="Iran"), CultureFactory(name="China")
    lent, other = (ArtworkFactory(published=True, culture=china, title=title) for title in ("Vase", "Dish"))
    InfluenceFactory(published=True, source_culture=iran, target_culture=china, witnesses=[lent, other])
    wall = Wall("influence-path", data={"address": "/influences/paths/?from=iran&to=china"})
    card = {"public_id": lent.public_id}
    html = _shown(wall, {1: Place(card=card, museum="M", absence="")})
    assert "The scroll came by the sea route." in html and "no museum has asserted it yet" in html
    assert f"/plates/{lent.public_id}.svg" in html and f"/plates/{other.public_id}.svg" not in html
    drawn = Wall("influence-map", data={"address": "/influences/?with=iran"})
    assert 'class="map__arc"' in _shown(drawn, {}) and "influence_from=iran" in _shown(drawn, {})
    for work in (lent, other):
        deeds.withdraw(work, by=EditorFactory(), reason="Returned")
    for one in (wall, drawn):
        assert "are not public at present" in _shown(one, {}) and "Iran" not in _shown(one, {})


def _shown(wall: Wall, places: dict[int, Place]) -> str:
    kind = KINDS[wall.kind]
    return render_to_string(kind.template, kind.context(wall, places))


def test_wall_without_a_view_says_what_is_missing() -> None:
    assert PATH.faults(Wall("influence-path", number=3)) == [
        "“Path of influence 3” has no view: paste its address."
    ]
