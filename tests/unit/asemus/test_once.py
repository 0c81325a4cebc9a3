"""What is drawn once is drawn anew for other values and other languages, sees nothing else, and is bounded."""

from __future__ import annotations

from django.template import engines
from django.utils.translation import override

from asemus.once import MOST_KEPT


def test_a_part_is_drawn_once_for_each_of_its_values() -> None:
    template = engines["django"].from_string(
        "{% once name=name %}{{ name }}{{ other }}{% endonce %}{{ other }}"
    )
    said = [template.render({"name": name, "other": n}) for n, name in enumerate("aba")]
    assert said == ["a0", "b1", "a2"]
    kept = template.template.nodelist[0]
    assert len(kept._drawn) == 2


def test_a_part_is_drawn_for_each_language() -> None:
    template = engines["django"].from_string("{% once %}{% trans 'Artworks' %}{% endonce %}")
    with override("fr"):
        french = template.render({})
    assert (template.render({}), french) == ("Artworks", "Œuvres")


def test_values_are_escaped_and_kept_in_bounds() -> None:
    template = engines["django"].from_string("{% once n=n %}<{{ n }}>{% endonce %}")
    assert template.render({"n": "<"}) == "<&lt;>"
    for n in range(MOST_KEPT + 5):
        template.render({"n": n})
    assert len(template.template.nodelist[0]._drawn) == MOST_KEPT
