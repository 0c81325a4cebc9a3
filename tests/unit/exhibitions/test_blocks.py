"""Kinds of blocks: each keeps the contract; the small markup lets nothing else through."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.template.loader import get_template
from django.utils.translation import override

from exhibitions.arrangement import Wall
from exhibitions.blocks import KINDS
from exhibitions.blocks.kind import Place
from exhibitions.blocks.richtext import MAX_LENGTH, html_of, plain, rendered
from exhibitions.enums import BlockKind


def test_registry_knows_every_kind() -> None:
    assert set(KINDS) == set(BlockKind.values)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", BlockKind.values)
def test_kind_keeps_the_contract(kind: str) -> None:
    """Its own sample has no fault and is cleaned to itself, is shown by its template, and its words are found."""
    behaviour = KINDS[kind]
    sample = behaviour.sample()
    wall = Wall(kind, works=tuple(range(1, behaviour.min_works + 1)), **sample)
    places = {key: Place(card=None, museum="Museum", absence="A work hung here.") for key in wall.works}
    assert behaviour.faults(wall) == []
    assert behaviour.clean(wall.data) == wall.data
    html = get_template(behaviour.template).render(behaviour.context(wall, places))
    assert html.count("hung here") == behaviour.min_works
    assert plain(next(iter(wall.text.values()), "")) in behaviour.words(wall)


@pytest.mark.parametrize("kind", BlockKind.values)
def test_kind_takes_no_data_that_it_does_not_know(kind: str) -> None:
    with pytest.raises(ValidationError, match="knows no “zebra”"):
        KINDS[kind].clean({"zebra": 1})


def test_faults_are_sentences() -> None:
    assert KINDS["quotation"].faults(Wall("quotation", number=2)) == [
        "“Quotation 2” has no text.",
        "A quotation needs the name of the one who said it.",
    ]
    assert KINDS["group"].faults(Wall("group", number=1)) == ["“Group of artworks 1” has too few works."]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One *two* **three**", "<p>One <em>two</em> <strong>three</strong></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("[Delft](https://example.org)", '<p><a href="https://example.org" rel="external">Delft</a></p>'),
        ("[in](/artworks/)", '<p><a href="/artworks/" rel="external">in</a></p>'),
        ("<b onclick=x>hi</b>", "<p>&lt;b onclick=x&gt;hi&lt;/b&gt;</p>"),
        ("![a](https://example.org/a.png)", None),
        ("[x](javascript:alert(1))", None),
        ("# Heading", "<p># Heading</p>"),
    ],
)
def test_markup_is_small(text: str, html: str | None) -> None:
    shown = rendered(text).strip()
    assert html is None or shown == html
    assert "<img" not in shown
    assert 'href="javascript' not in shown


def test_endless_text_is_cut() -> None:
    assert len(plain("x" * (MAX_LENGTH + 50))) == MAX_LENGTH


def test_text_carries_its_language_where_it_is_not_the_page_s() -> None:
    with override("fr"):
        assert html_of({"en": "Sea"}) == '<div lang="en" dir="ltr"><p>Sea</p>\n</div>'
        assert html_of({"en": "Sea", "fr": "Mer"}) == "<p>Mer</p>\n"
        assert html_of({"fa": "دریا"}).startswith('<div lang="fa" dir="rtl">')
        assert html_of({}) == ""
