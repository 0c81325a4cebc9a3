"""The component gallery: every component is shown, on real facts and without a database."""

import re

import pytest
from django.conf import settings
from django.test import RequestFactory

from asemus.gallery import PAGES, gallery

TEMPLATES = settings.BASE_DIR / "templates"
COMPONENTS = sorted(path.stem for path in (TEMPLATES / "components").glob("*.html"))


@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_the_gallery_is_shown(page: str) -> None:
    response = gallery(RequestFactory().get("/ui-components/", {"page": page}))
    assert response.status_code == 200
    assert "David Vases" in response.content.decode()


def test_every_component_is_in_the_gallery() -> None:
    used = re.compile(r'{% (?:component|enclose) "(\w+)"')
    shown = {
        name for path in (TEMPLATES / "gallery").glob("*.html") for name in used.findall(path.read_text())
    }
    inside = {
        name
        for name in shown
        for name in used.findall((TEMPLATES / "components" / f"{name}.html").read_text())
    }
    assert set(COMPONENTS) - shown - inside == set()
