"""Health, robots and sitemap: true, and never a draft."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.test import Client

from collection.models import ArtworkConcept
from members.deeds import deed
from tests.factories import ArtworkFactory, EditorFactory, MotifFactory

pytestmark = pytest.mark.django_db


def locations(client: Client, address: str) -> list[str]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("application/xml")
    return re.findall(r"<loc>([^<]+)</loc>", answer.content.decode())


def test_health_tells_the_catalogue_version(client: Client) -> None:
    work = ArtworkFactory(published=True)
    with deed("publish", work, by=EditorFactory(), is_public=True) as telling:
        pass
    answer = client.get("/healthz")
    assert answer.json() == {"status": "ok", "catalogue": telling.id}
    assert answer["Cache-Control"] == "no-store"


def test_robots_names_the_sitemap_at_the_public_address(client: Client) -> None:
    text = client.get("/robots.txt", headers={"host": "testserver"}).content.decode()
    assert f"Sitemap: {settings.PUBLIC_URL}/sitemap.xml" in text
    assert "Disallow: /admin/" in text


def test_sitemap_index_lists_every_section_at_the_public_address(client: Client) -> None:
    found = locations(client, "/sitemap.xml")
    names = ["pages", "artworks", "museums", "epochs", "cultures", "travellers", "countries", "exhibitions"]
    assert found == [f"{settings.PUBLIC_URL}/sitemap-{name}.xml" for name in names]


def test_sitemap_holds_public_works_in_both_languages_and_no_draft(client: Client) -> None:
    public, draft, gone = ArtworkFactory(published=True), ArtworkFactory(), ArtworkFactory(withdrawn=True)
    found = locations(client, "/sitemap-artworks.xml")
    assert found == [
        f"{settings.PUBLIC_URL}/artworks/{public.public_id}/",
        f"{settings.PUBLIC_URL}/fr/artworks/{public.public_id}/",
    ]
    for section in ("museums", "countries", "cultures"):
        text = client.get(f"/sitemap-{section}.xml").content.decode()
        assert draft.museum.slug not in text
        assert gone.culture.slug not in text


def test_sitemap_leads_to_motifs_and_materials_of_public_works_only(client: Client) -> None:
    shown, drafted = MotifFactory(), MotifFactory()
    for motif, work in ((shown, ArtworkFactory(published=True)), (drafted, ArtworkFactory())):
        ArtworkConcept.objects.create(artwork=work, concept=motif)
    found = [path.removeprefix(settings.PUBLIC_URL) for path in locations(client, "/sitemap-travellers.xml")]
    assert found == [f"/motifs/{shown.slug}/", f"/fr/motifs/{shown.slug}/"]
    assert [client.get(path).status_code for path in found] == [200, 200]
