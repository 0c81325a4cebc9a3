"""Rows that are drawn once and filled in afterwards look as if they had been drawn each time."""

from __future__ import annotations

from typing import Any

import pytest
from django.template import Context, engines
from django.utils.translation import override

from asemus.rows import drawn_rows

PART = "components/parts/facet_value.html"
OPEN = ("count", "said", "share")


def value(**more: Any) -> dict[str, Any]:
    return {
        "value": "jade",
        "label": "Jade",
        "lang": "en",
        "selected": False,
        "count": 3,
        "said": "3",
        "share": 40.5,
        **more,
    }


@pytest.mark.parametrize("language", ["en", "fr"])
def test_rows_are_what_the_template_draws(language: str) -> None:
    items = [
        value(),
        value(count=1200, said="1,200", share=100.0, selected=True),
        value(label="100 % <b>silk</b>", value='a"b&c', lang="zh-Hant"),
        value(label="{{ count }} %s %(said)s", said="<3>"),
    ]
    template = engines["django"].get_template(PART).template
    with override(language):
        for _again in range(2):
            drawn = drawn_rows(PART, items, OPEN, {"name": "material"})
            each = [
                template.render(Context({"name": "material", "item": item}, use_l10n=False)) for item in items
            ]
            assert drawn == "".join(each)


def test_no_rows_are_nothing() -> None:
    assert drawn_rows(PART, [], OPEN, {"name": "material"}) == ""
