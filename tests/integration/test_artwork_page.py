"""The page of a work and what machines read of it: what it tells, to whom, and what it costs."""

from __future__ import annotations

import json
import re
from typing import Any

import html5lib
import pytest
from django.test import Client

from collection.enums import InfluenceKind, NoticeKind
from collection.models import (
    Artwork,
    ArtworkVersion,
    Correction,
    Inscription,
)
from tests.factories import (
    AgentFactory,
    ArtworkFactory,
    CultureFactory,
    EpochFactory,
    ImageFactory,
    InfluenceFactory,
    MaterialFactory,
    MuseumFactory,
    PlaceFactory,
    ProvenanceEventFactory,
)

pytestmark = pytest.mark.django_db

QUERIES = 34


def whole_work(title: str = "David Vases", **more: Any) -> Artwork:
    """A work with everything a record may have."""
    work = ArtworkFactory(
        published=True,
        title=title,
        titles=[("zh-Hant", "至正十一年銘青花"), ("ar", "مزهريات")],
        materials=[MaterialFactory(name="porcelain", slug=f"porcelain-{title.lower()[-2:]}")],
        epochs=[EpochFactory()],
        agents=[AgentFactory()],
        production_place=PlaceFactory(),
        masterpiece_statement={
            "en": "The fixed point.\n\nBy which the rest is measured.",
            "fr": "Le repère.",
        },
        description={"en": "A pair."},
        **more,
    )
    ProvenanceEventFactory(artwork=work)
    Inscription.objects.create(
        artwork=work, text="至正十一年", language="zh-Hant", translation={"en": "1351"}
    )
    InfluenceFactory(
        published=True, witnesses=[work], target_culture=work.culture, kinds=[InfluenceKind.MATERIAL]
    )
    return work


def page(client: Client, work: Artwork, prefix: str = "") -> str:
    response = client.get(f"{prefix}/artworks/{work.public_id}/")
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("count", [1, 30])
def test_queries_do_not_grow_with_the_catalogue(
    client: Client, django_assert_max_num_queries: Any, count: int
) -> None:
    work = whole_work()
    for number in range(count - 1):
        other = ArtworkFactory(
            published=True, culture=work.culture if number % 2 else CultureFactory(region="europe")
        )
        InfluenceFactory(published=True, witnesses=[work, other])
    with django_assert_max_num_queries(QUERIES):
        page(client, work)


@pytest.mark.parametrize("prefix", ["", "/fr"])
def test_page_is_well_formed_and_sets_no_cookie(client: Client, prefix: str) -> None:
    work = whole_work("A <b>bold</b> & long title")
    ImageFactory(artwork=work)
    ImageFactory(artwork=work)
    response = client.get(f"{prefix}/artworks/{work.public_id}/")
    html5lib.HTMLParser(strict=True).parse(response.content.decode())
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert "A &lt;b&gt;bold" in response.content.decode()


def test_titles_stand_in_their_scripts(client: Client) -> None:
    html = page(client, whole_work())
    assert 'lang="zh-Hant" dir="ltr">至正十一年銘青花' in html
    assert 'lang="ar" dir="rtl">مزهريات' in html


def test_text_is_in_the_readers_language(client: Client) -> None:
    work = whole_work()
    assert "The fixed point." in page(client, work)
    assert "Le repère." in page(client, work, "/fr")


def test_demonstration_record_says_what_it_is_and_signs_for_nobody(client: Client) -> None:
    work = whole_work(is_demonstration=True)
    html = page(client, work)
    assert "Demonstration record, compiled from public knowledge, not yet verified by the museum." in html
    assert f"not confirmed by {work.museum.name}" in html


def test_notice_comes_before_a_covered_photograph(client: Client) -> None:
    work = whole_work(
        display_notice_kind=NoticeKind.HUMAN_REMAINS, display_notice={"en": "Shows human remains."}
    )
    image = ImageFactory(artwork=work)
    html = page(client, work)
    assert "Shows human remains." in html
    assert f"/images/{image.public_id}/" not in html.partition("<body")[0]
    shown, _summary, hidden = html.partition('<details class="covered">')
    assert f"/images/{image.public_id}/" not in shown
    assert f"/plates/{work.public_id}.svg" in shown
    assert f"/images/{image.public_id}/" in hidden.partition("</details>")[0]
    assert client.get("/artworks.json").json()["results"][0]["thumbnail"] is None


def test_data_block_holds_json_that_no_title_can_end(client: Client) -> None:
    work = whole_work("</script><script>alert(1)</script>")
    html = page(client, work)
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert block
    data = json.loads(block[1])
    assert (data["@type"], data["name"]) == ("VisualArtwork", "</script><script>alert(1)</script>")


def test_influences_are_told_with_links_and_only_public_ones(client: Client) -> None:
    work = whole_work()
    iran = CultureFactory(name="Iran")
    InfluenceFactory(published=True, witnesses=[work], source_culture=iran, target_culture=work.culture)
    InfluenceFactory(
        witnesses=[work], source_culture=CultureFactory(name="Atlantis"), target_culture=work.culture
    )
    html = page(client, work)
    assert '<a href="/cultures/iran/">Iran</a>' in html
    assert "Atlantis" not in html


def test_contemporaries_are_from_other_regions_and_similar_works_say_why(client: Client) -> None:
    work = whole_work()
    ArtworkFactory(published=True, title="Altarpiece", culture=CultureFactory(region="europe"))
    ArtworkFactory(published=True, title="Same culture", culture=work.culture)
    ArtworkFactory(title="Draft of that time", culture=CultureFactory(region="europe"))
    html = page(client, work)
    elsewhere = html.partition('id="then"')[2].partition("</section>")[0]
    assert "Altarpiece" in elsewhere
    assert "Same culture" not in elsewhere
    alike = html.partition('id="similar"')[2].partition("</section>")[0]
    assert "Same culture" in alike
    assert f"In common: {work.culture.label}" in alike
    assert "Draft of that time" not in html


def test_draft_and_unknown_are_not_found_and_withdrawn_is_gone(client: Client) -> None:
    draft, gone = ArtworkFactory(title="Secret"), ArtworkFactory(withdrawn=True, title="Once here")
    for name in (draft.public_id, "0000000", "0zzzzzzz"):
        for address in ("/", ".json", "/manifest.json", "/cite.bib", "/versions/1/", "/correction/"):
            assert client.get(f"/artworks/{name}{address}").status_code == 404, address
    for address in ("/", ".json", "/manifest.json", "/cite.ris", "/versions/1/"):
        response = client.get(f"/artworks/{gone.public_id}{address}")
        assert response.status_code == 410, address
        assert "Once here" not in response.content.decode()
    assert client.get(f"/artworks/{gone.public_id}.json").json() == {
        "error": "This work was withdrawn.",
        "id": gone.public_id,
        "museum": {"slug": gone.museum.slug, "name": gone.museum.name},
        "reason": "Given back to its owners",
    }
    html = client.get(f"/artworks/{gone.public_id}/").content.decode()
    assert "Given back to its owners" in html
    html5lib.HTMLParser(strict=True).parse(html)


def test_version_shows_what_was_published_then(client: Client) -> None:
    from django.utils import timezone

    from collection.exports.record import public_record

    work = whole_work("Moon jar")
    document = public_record(Artwork.objects.with_record().get(pk=work.pk))
    document["title_details"][0]["text"] = document["titles"]["en"] = "Jar (old title)"
    for number, record in ((1, document), (2, public_record(Artwork.objects.with_record().get(pk=work.pk)))):
        ArtworkVersion.objects.create(
            artwork=work, number=number, document=record, sha256=str(number) * 64, published_at=timezone.now()
        )
    html = client.get(f"/artworks/{work.public_id}/versions/1/").content.decode()
    html5lib.HTMLParser(strict=True).parse(html)
    assert "Jar (old title)" in html
    assert f'href="/artworks/{work.public_id}/"' in html
    assert "The present version is 2." in html
    assert client.get(f"/artworks/{work.public_id}/versions/3/").status_code == 404
    assert "version 2" in page(client, work)
    bib = client.get(f"/artworks/{work.public_id}/cite.bib")
    assert "title = {Moon jar}" in bib.content.decode()
    assert "edition = {version 2}" in bib.content.decode()
    assert (
        client.get(f"/artworks/{work.public_id}/cite.ris")
        .content.decode()
        .startswith("TY  - ART\r\nTI  - Moon jar\r\n")
    )


def test_twin_and_manifest_answer_every_origin_with_absolute_ids(client: Client) -> None:
    work = whole_work(source_id="m002")
    twin = client.get(f"/artworks/{work.public_id}.json")
    assert twin["Access-Control-Allow-Origin"] == "*"
    assert (twin.json()["id"], twin.json()["source_id"]) == (work.public_id, "m002")
    assert twin.json()["url"] == f"http://localhost:8000/artworks/{work.public_id}/"
    manifest = client.get(f"/artworks/{work.public_id}/manifest.json", headers={"Host": "127.0.0.1"})
    assert manifest.json()["id"] == f"http://localhost:8000/artworks/{work.public_id}/manifest.json"
    assert manifest["Content-Type"].startswith("application/ld+json")


def test_plate_is_drawn_for_public_works_only(client: Client) -> None:
    work = whole_work()
    response = client.get(f"/plates/{work.public_id}.svg")
    assert (response.status_code, response["Content-Type"]) == (200, "image/svg+xml")
    assert client.get(f"/plates/{ArtworkFactory().public_id}.svg").status_code == 404
    assert client.get(f"/plates/{ArtworkFactory(withdrawn=True).public_id}.svg").status_code == 404


def test_photograph_of_a_draft_is_not_found(client: Client, tmp_path: Any, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    image = ImageFactory(artwork=ArtworkFactory())
    assert client.get(f"/images/{image.public_id}/320.jpeg").status_code == 404
    public = ImageFactory()
    path = tmp_path / public.derivatives["320"]["jpeg"]
    path.parent.mkdir(parents=True)
    path.write_bytes(b"jpeg")
    response = client.get(f"/images/{public.public_id}/320.jpeg")
    assert (response.status_code, response.content) == (200, b"jpeg")
    assert client.get(f"/images/{public.public_id}/777.jpeg").status_code == 404


class TestCorrection:
    def post(self, client: Client, work: Artwork, **fields: str) -> Any:
        return client.post(
            f"/artworks/{work.public_id}/correction/", {"text": "The date is wrong.", **fields}
        )

    def test_form_is_well_formed(self, client: Client) -> None:
        html = client.get(f"/artworks/{whole_work().public_id}/correction/").content.decode()
        html5lib.HTMLParser(strict=True).parse(html)
        assert 'name="csrfmiddlewaretoken"' in html

    def test_what_is_sent_waits_for_the_museum(self, client: Client) -> None:
        work = whole_work()
        response = self.post(client, work, email="reader@example.org")
        assert (response.status_code, response["Location"]) == (
            302,
            f"/artworks/{work.public_id}/correction/?sent=1",
        )
        assert "Thank you" in client.get(response["Location"]).content.decode()
        assert list(Correction.objects.values_list("artwork", "text", "email", "state")) == [
            (work.pk, "The date is wrong.", "reader@example.org", "open")
        ]

    def test_empty_text_is_said(self, client: Client) -> None:
        assert self.post(client, whole_work(), text=" ").status_code == 422
        assert self.post(client, whole_work("B"), text="x" * 4001).status_code == 422
        assert Correction.objects.count() == 0

    def test_programs_fall_into_the_trap(self, client: Client) -> None:
        assert self.post(client, whole_work(), website="https://spam.example").status_code == 302
        assert Correction.objects.count() == 0

    def test_sixth_within_an_hour_is_refused(self, client: Client) -> None:
        work = whole_work()
        statuses = [self.post(client, work).status_code for _number in range(6)]
        assert statuses == [302, 302, 302, 302, 302, 429]
        assert Correction.objects.count() == 5

    def test_forged_post_is_refused(self) -> None:
        work = whole_work()
        assert self.post(Client(enforce_csrf_checks=True), work).status_code == 403


def test_museum_name_is_in_the_readers_language(client: Client) -> None:
    museum = MuseumFactory(names={"en": "National Museum", "fr": "Musée national"})
    work = whole_work(museum=museum)
    assert "Musée national" in page(client, work, "/fr")
