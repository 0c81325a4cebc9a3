"""Components: props are named in the head comment and checked where the component is used."""

from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Template, TemplateSyntaxError

from asemus.components import parse_head

FILES = sorted((settings.BASE_DIR / "templates" / "components").glob("*.html"))


def render(source: str, **values: object) -> str:
    return Template(source).render(Context(values))


def test_head_gives_required_props_and_defaults() -> None:
    found = parse_head("x", '{# props: rows, begin=-3000, label="", lazy=True, more=None #}\n<p>')
    assert found.required == {"rows"}
    assert found.defaults == {"begin": -3000, "label": "", "lazy": True, "more": None}


def test_head_without_props_is_refused() -> None:
    with pytest.raises(TemplateSyntaxError, match="must begin with"):
        parse_head("x", "<p>no head</p>")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_component_names_its_props_in_its_head(path: Path) -> None:
    parse_head(path.stem, path.read_text())


def test_component_renders_with_its_props_only() -> None:
    source = '{% component "title" titles=titles %}'
    html = render(
        source,
        titles=[{"text": "Moon <jar>", "lang": "en"}, {"text": "달항아리", "lang": "ko"}],
        url="/leak/",
    )
    assert html.strip() == (
        '<span class="title"><span class="title__line" lang="en" dir="ltr">Moon &lt;jar&gt;</span> '
        '<span class="title__line" lang="ko" dir="ltr">달항아리</span></span>'
    )
    assert "/leak/" not in html


def test_component_with_an_unknown_prop_is_refused() -> None:
    with pytest.raises(TemplateSyntaxError, match="has no prop colour"):
        Template('{% component "title" titles=titles colour="red" %}')


def test_component_without_a_required_prop_is_refused() -> None:
    with pytest.raises(TemplateSyntaxError, match="needs the prop artwork"):
        Template('{% component "card" %}')


def test_component_of_no_file_is_refused() -> None:
    with pytest.raises(TemplateSyntaxError, match="There is no component"):
        Template('{% component "nonesuch" %}')


def test_component_name_cannot_leave_its_folder() -> None:
    with pytest.raises(TemplateSyntaxError, match="is not the name of a component"):
        Template('{% component "../base" %}')


def test_enclose_hands_over_what_stands_between() -> None:
    html = render(
        '{% enclose "notice" kind="caution" heading="Note" %}<b>{{ word }}</b>{% endenclose %}', word="a & b"
    )
    assert html.strip() == (
        '<div class="notice" data-kind="caution" role="note"><p class="notice__heading">Note</p>'
        "<div><b>a &amp; b</b></div></div>"
    )
