"""What visitors and machines are shown of exhibitions, and what they are not."""

from __future__ import annotations

import datetime
import json
import re
from typing import Any

import html5lib
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from exhibitions.actions.exhibitions import withdraw
from exhibitions.actions.loans import recall
from exhibitions.enums import BlockKind, LoanState
from exhibitions.models import Exhibition, Loan
from tests.factories import (
    ArtworkFactory,
    BlockFactory,
    BlockWorkFactory,
    CuratorFactory,
    ExhibitionFactory,
    MuseumFactory,
    SectionFactory,
    released,
)

pytestmark = pytest.mark.django_db


def show_of(count: int = 1, **facts: Any) -> Exhibition:
    """A public exhibition with `count` works, each on a wall of its own, every third wall in a new room."""
    exhibition = ExhibitionFactory(published=True, **facts)
    for number in range(count):
        if number % 3 == 0:
            section = SectionFactory(exhibition=exhibition, order=number, titles={"en": f"Room {number}"})
        block = BlockFactory(
            section=section, kind=BlockKind.ARTWORK, order=number, text={"en": f"Label {number}."}
        )
        BlockWorkFactory(block=block, artwork__title=f"Work {number}")
    return released(exhibition)


def page_of(exhibition: Exhibition, prefix: str = "") -> str:
    answer = Client().get(f"{prefix}/exhibitions/{exhibition.slug}/")
    assert answer.status_code == 200
    return answer.content.decode()


def json_of(exhibition: Exhibition) -> Any:
    return Client().get(f"/exhibitions/{exhibition.slug}.json").json()


def queries_of(path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert Client().get(path).status_code == 200
    return len(caught)


@pytest.mark.parametrize("path", ["/exhibitions/{}/", "/exhibitions/{}.json"])
def test_exhibition_costs_the_same_with_one_work_and_with_thirty(path: str) -> None:
    small, large = show_of(1), show_of(30)
    queries_of(path.format(small.slug))
    assert queries_of(path.format(small.slug)) == queries_of(path.format(large.slug)) <= 14


@pytest.mark.parametrize("path", ["/exhibitions/", "/exhibitions.json"])
def test_list_costs_the_same_with_one_exhibition_and_with_thirty(path: str) -> None:
    show_of(1, cover=ArtworkFactory(published=True))
    queries_of(path)
    before = queries_of(path)
    ExhibitionFactory.create_batch(29, published=True, cover=ArtworkFactory(published=True))
    assert queries_of(path) == before <= 8


def test_page_is_a_valid_tree_with_structured_data_and_a_citation() -> None:
    exhibition = show_of(2, name="Silk and Salt", subtitles={"en": "Two roads"})
    exhibition.exhibition_museums.create(museum=MuseumFactory(name="Museum of Roads"))
    exhibition.exhibition_curators.create(user=CuratorFactory(name="Ada Li"))
    exhibition.exhibition_curators.create(user=CuratorFactory(name="Demo", is_demonstration=True))
    released(exhibition)
    page = page_of(exhibition)
    html5lib.HTMLParser(strict=True).parse(page)
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)[1])  # type: ignore[index]
    assert (data["@type"], data["name"], len(data["workFeatured"])) == ("ExhibitionEvent", "Silk and Salt", 2)
    assert [museum["name"] for museum in data["organizer"]] == ["Museum of Roads"]
    assert "Ada Li, Silk and Salt: Two roads. Virtual Collection of Masterpieces" in page
    assert "Demo" not in page
    assert f"ark:/99999/{exhibition.public_id}" in page


def test_recalled_and_withdrawn_works_leave_a_courteous_note_everywhere() -> None:
    exhibition = show_of(3)
    first, second, third = (loan.artwork for loan in exhibition.loans.order_by("pk"))
    recall(exhibition.loans.get(artwork=first), by=None, reason="On tour")
    second.status = "withdrawn"
    second.withdrawal_reason = "Given back"
    second.save()
    page, told = page_of(exhibition), json_of(exhibition)
    assert page.count("hung here. The museum shows it elsewhere at present.") == 1
    assert page.count("hung here. Its record is no longer public.") == 1
    for secret in ("Work 0", "Work 1", "Label 0", "Label 1", first.public_id, second.public_id, "On tour"):
        assert secret not in page
        assert secret not in json.dumps(told)
    assert (told["artwork_count"], told["artworks"]) == (1, [third.public_id])
    assert told["sections"][0]["blocks"][0]["artworks"] == [
        {
            "id": None,
            "museum": first.museum.slug,
            "absence": f"A work of {first.museum} hung here. The museum shows it elsewhere at present.",
        }
    ]
    assert Client().get("/exhibitions.json").json()["results"][0]["artwork_count"] == 1
    assert list(Exhibition.objects.showing(first)) == []
    assert list(Exhibition.objects.showing(third)) == [exhibition]


def test_cover_is_shown_only_with_consent() -> None:
    cover = ArtworkFactory(published=True)
    exhibition = show_of(1, cover=cover)
    picture = f"/plates/{cover.public_id}.svg"
    assert picture not in Client().get("/exhibitions/").content.decode()
    assert picture not in page_of(exhibition)
    Loan.objects.filter(exhibition=exhibition, artwork=cover).update(state=LoanState.STANDING)
    assert picture in Client().get("/exhibitions/").content.decode()
    assert picture in page_of(exhibition)
    assert json_of(exhibition)["artwork_count"] == 1


def test_drafts_and_what_is_not_open_yet_are_nowhere() -> None:
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    hidden = [ExhibitionFactory(name="Secret draft"), show_of(1, name="Secret morrow", opens_at=tomorrow)]
    for exhibition in hidden:
        for path in (f"/exhibitions/{exhibition.slug}/", f"/exhibitions/{exhibition.slug}.json"):
            assert Client().get(path).status_code == 404
    work = Loan.objects.get().artwork
    for path in (
        "/",
        "/exhibitions/",
        "/exhibitions.json",
        "/sitemap-exhibitions.xml",
        f"/artworks/{work.public_id}/",
    ):
        assert "ecret" not in Client().get(path).content.decode()


def test_closed_exhibition_stays_as_archive() -> None:
    closed = show_of(1, name="Past show", closes_at=timezone.now() - datetime.timedelta(hours=1))
    assert "it is kept as it was" in page_of(closed)
    assert json_of(closed)["is_open"] is False
    listed = Client().get("/exhibitions/").content.decode()
    assert listed.index("Closed exhibitions") < listed.index("Past show")
    assert Client().get("/exhibitions.json").json() == {"count": 0, "results": []}


def test_withdrawn_exhibition_answers_410_with_its_reason_and_nothing_of_its_texts() -> None:
    exhibition = show_of(1, introduction={"en": "Secret words."})
    withdraw(exhibition, by=None, note="A loan was wrong")
    page = Client().get(f"/exhibitions/{exhibition.slug}/")
    assert (page.status_code, "A loan was wrong" in page.content.decode()) == (410, True)
    assert "Secret words" not in page.content.decode()
    answer = Client().get(f"/exhibitions/{exhibition.slug}.json")
    assert (answer.status_code, answer.json()["reason"]) == (410, "A loan was wrong")
    assert answer.json()["id"] == exhibition.public_id


def test_past_address_leads_to_the_present_one() -> None:
    exhibition = show_of(1, name="Old name")
    again = Exhibition.objects.get(pk=exhibition.pk)
    again.slug = "new-name"
    again.save()
    for old, new in (
        ("/exhibitions/old-name/", "/exhibitions/new-name/"),
        ("/exhibitions/old-name.json", "/exhibitions/new-name.json"),
    ):
        answer = Client().get(old)
        assert (answer.status_code, answer["Location"]) == (301, new)


def test_words_are_in_the_readers_language_or_say_which_they_are_in() -> None:
    exhibition = show_of(1, introduction={"en": "Come in.", "fr": "Entrez."})
    french = page_of(exhibition, "/fr")
    assert "<p>Entrez.</p>" in french
    assert '<div lang="en" dir="ltr"><p>Label 0.</p>' in french
    assert "<p>Come in.</p>" in page_of(exhibition)


def test_script_in_a_label_is_words() -> None:
    exhibition = show_of(1)
    block = exhibition.sections.get().blocks.get()
    block.text = {"en": "<script>alert(1)</script> [x](javascript:alert(1)) *calm*"}
    block.save()
    page = page_of(released(exhibition))
    assert "<script>alert(1)" not in page
    assert 'href="javascript:' not in page
    assert "<em>calm</em>" in page


def test_work_tells_where_it_is_shown() -> None:
    exhibition = show_of(1, name="Where it hangs")
    work = exhibition.loans.get().artwork
    assert "Where it hangs" in Client().get(f"/artworks/{work.public_id}/").content.decode()
    recall(exhibition.loans.get(), by=None, reason="Rest")
    assert "Where it hangs" not in Client().get(f"/artworks/{work.public_id}/").content.decode()


def test_only_reading_is_answered() -> None:
    exhibition = show_of(1)
    for path in ("/exhibitions/", f"/exhibitions/{exhibition.slug}/", "/exhibitions.json"):
        assert Client().post(path).status_code == 405
        assert Client().get(path).cookies == {}
