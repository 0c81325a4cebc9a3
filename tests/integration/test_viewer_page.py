"""What the artwork's page tells the viewer: services, scale, direction, downloads by rights; signed for a draft."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from collection.images.signing import image_id_of
from collection.models import ArtworkImage
from collection.rights import Rights
from members.models import Museum
from tests.factories import ArtworkFactory, ConceptFactory, CultureFactory, ImageFactory, staff_of

pytestmark = pytest.mark.django_db


def data(html: str, name: str) -> list[str]:
    return re.findall(rf'data-{name}="([^"]*)"', html)


def page(client: Client, image: ArtworkImage) -> str:
    return client.get(f"/artworks/{image.artwork.public_id}/").content.decode()


def test_scroll_of_east_asia_is_a_strip_from_the_right(client: Client) -> None:
    work = ArtworkFactory(
        published=True,
        culture=CultureFactory(region="east-asia"),
        object_type=ConceptFactory(silhouette="handscroll"),
    )
    image = ImageFactory(artwork=work, width=50190, height=1726, shown_width_cm="1161.5")
    html = page(client, image)
    assert data(html, "direction") == ["right-to-left"]
    assert data(html, "cm") == ["1161.5"]
    assert (data(html, "width"), data(html, "height"), data(html, "tile")) == (["50190"], ["1726"], ["512"])
    pieces = re.findall(r'<img src="(/iiif/3/[^"]+)"', html)
    assert len(pieces) == 25
    assert pieces[0] == f"/iiif/3/{image.public_id}/49152,0,1038,1726/260,432/0/default.jpg"
    assert re.findall(r'data-strip [^>]*dir="(\w+)"', html) == ["rtl"]


@pytest.mark.parametrize(
    ("rights", "words", "sizes"),
    [
        (Rights.CC0, "Free to use", ["750 × 1,000", "1,500 × 2,000", "3,000 × 4,000"]),
        (Rights.BY_NC, "under conditions", ["750 × 1,000", "1,500 × 2,000"]),
        (Rights.IN_C, "Ask the museum", ["750 × 1,000"]),
    ],
)
def test_downloads_are_those_that_the_rights_allow(
    client: Client, rights: str, words: str, sizes: list[str]
) -> None:
    html = page(client, ImageFactory(width=3000, height=4000, rights=rights))
    assert words in html
    assert re.findall(r'<span class="figures">([^<]+)</span></li>', html) == sizes
    largest = sizes[-1].replace(",", "").replace(" × ", ",")
    assert re.findall(r'data-do="open" href="([^"]+)"', html)[0].endswith(f"/full/{largest}/0/default.jpg")


def test_work_without_a_photograph_fetches_nothing_of_the_viewer(client: Client) -> None:
    html = client.get(f"/artworks/{ArtworkFactory(published=True).public_id}/").content.decode()
    assert "data-viewer" not in html
    assert "viewer.css" not in html


def test_preview_of_a_draft_has_signed_addresses() -> None:
    museum: Museum = ArtworkFactory().museum
    image: Any = ImageFactory(artwork=ArtworkFactory(museum=museum))
    registrar = Client()
    registrar.force_login(staff_of(museum), backend="members.backends.RoleBackend")
    html = registrar.get(
        reverse("admin:collection_artwork_preview", args=[image.artwork.pk])
    ).content.decode()
    (service,) = data(html, "service")
    signed = service.removeprefix("/iiif/3/")
    assert signed != image.public_id
    assert image_id_of(signed) == image.public_id
