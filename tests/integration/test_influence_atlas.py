"""The map, the flows and the claims: whole without script, every number opens what is behind it, every filter holds."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from collection.actions import artworks as deeds
from collection.enums import Certainty, Status
from collection.models import Influence
from tests.factories import ArtworkFactory, CultureFactory, EditorFactory, InfluenceFactory

pytestmark = pytest.mark.django_db


def html_of(client: Client, address: str, **headers: str) -> str:
    response = client.get(address, headers=headers)
    assert response.status_code == 200, address
    return response.content.decode()


def arcs(html: str) -> dict[str, str]:
    """“from to” → the opening tag of each arc."""
    return {
        unescape(re.search(r'data-e="([^"]+)"', tag)[1]): unescape(tag)  # type: ignore[index]
        for tag in re.findall(r'<a class="atlas__arc"[^>]+>', html)
    }


def drawn(html: str) -> set[str]:
    """The arcs that are seen without script."""
    return {ends for ends, tag in arcs(html).items() if " data-on" in tag}


@pytest.fixture
def exchange(db: None) -> list[Influence]:
    """From Iran to China around 1350 and around 1650, and back from China to Iran around 1500, disputed."""
    china, iran = (
        CultureFactory(name="China"),
        CultureFactory(name="Iran", region="west-asia", countries=["IR"]),
    )
    work = {
        year: ArtworkFactory(published=True, title=f"Work of {year}", culture=china, earliest_begin=year,
                             latest_begin=year, earliest_end=year, latest_end=year)
        for year in (1350, 1500, 1650)
    }  # fmt: skip
    ends = {"source_culture": iran, "target_culture": china}
    return [
        InfluenceFactory(published=True, **ends, kinds=["material"], witnesses=[work[1350]]),
        InfluenceFactory(published=True, **ends, kinds=["motif"], witnesses=[work[1650]]),
        InfluenceFactory(
            published=True, source_culture=china, target_culture=iran, kinds=["form"], witnesses=[work[1500]],
            certainty=Certainty.DISPUTED,
        ),
    ]  # fmt: skip


def test_a_window_is_drawn_by_the_server(client: Client, exchange: list[Influence]) -> None:
    assert drawn(html_of(client, "/influences/")) == {"iran china", "china iran"}
    html = html_of(client, "/influences/?from_year=1300&to_year=1399")
    assert drawn(html) == {"iran china"}
    assert set(arcs(html)) == {"iran china", "china iran"}  # the slider finds the others there, too
    assert "Work of 1350" in html
    assert "Work of 1650" not in html
    assert drawn(html_of(client, "/influences/?kind=form")) == {"china iran"}


def test_an_arc_tells_kind_doubt_width_and_centuries(client: Client, exchange: list[Influence]) -> None:
    there, back = (arcs(html_of(client, "/influences/"))[ends] for ends in ("iran china", "china iran"))
    assert 'data-f="goods"' in there
    assert 'data-f="form" data-w="1" data-unsure' in back
    assert "data-unsure" not in there
    assert 'data-w="2"' in there  # two works
    assert 'data-c="1300:1 1600:1"' in there


def test_every_century_is_a_link_without_script(client: Client, exchange: list[Influence]) -> None:
    html = html_of(client, "/influences/?kind=motif")
    links = [unescape(url) for url in re.findall(r'<a href="(/influences/\?[^"]+)" data-century', html)]
    assert links == ["/influences/?kind=motif&from_year=1600&to_year=1699"]
    assert drawn(html_of(client, links[0])) == {"iran china"}


def test_the_script_is_given_the_moment_alone(client: Client, exchange: list[Influence]) -> None:
    html = html_of(client, "/influences/?from_year=1600&to_year=1699", **{"HX-Request": "true"})
    assert html.count("data-moment=") == 2
    assert "Work of 1650" in html
    assert "<html" not in html


def test_filters_hold_from_country_to_claims(client: Client, exchange: list[Influence]) -> None:
    page = "/influences/claims/?level=country"
    assert html_of(client, f"{page}&from=IR").count('<li class="claim"') == 2
    assert html_of(client, f"{page}&with=IR").count('<li class="claim"') == 3
    assert html_of(client, f"{page}&with=NL").count('<li class="claim"') == 0
    assert html_of(client, "/influences/claims/?level=region&to=west-asia").count('<li class="claim"') == 1


def test_a_broader_culture_speaks_for_its_parts(client: Client, exchange: list[Influence]) -> None:
    whole = CultureFactory(name="Islamic world", region="west-asia")
    iran = exchange[0].source_culture
    assert iran is not None
    iran.broader = whole
    iran.save()
    assert drawn(html_of(client, "/influences/?from=islamic-world")) == {"iran china"}


def test_both_voices_of_a_dispute_stand_side_by_side(client: Client, exchange: list[Influence]) -> None:
    InfluenceFactory(
        published=True, source_culture=exchange[0].source_culture, target_culture=exchange[0].target_culture,
        statement={"en": "It came by another way."}, answers=exchange[0], certainty=Certainty.DISPUTED,
    )  # fmt: skip
    html = html_of(client, "/influences/claims/?from=iran&to=china")
    assert html.count("It came by another way.") == 2  # as a claim, and beside the one that it disputes
    assert "A second voice:" in html
    assert "It disputes:" in html


def test_a_voice_that_is_not_public_is_not_heard(client: Client, exchange: list[Influence]) -> None:
    ends = {"source_culture": exchange[0].source_culture, "target_culture": exchange[0].target_culture}
    hidden = InfluenceFactory(**ends, statement={"en": "quorvex"}, answers=exchange[0])
    assert hidden.status == Status.DRAFT
    InfluenceFactory(published=True, **ends, statement={"en": "An answer."}, answers=hidden)
    assert "quorvex" not in html_of(client, "/influences/claims/")


def test_what_a_withdrawn_work_showed_is_gone_everywhere(client: Client, exchange: list[Influence]) -> None:
    work = exchange[2].witnesses.get()
    deeds.withdraw(work, by=EditorFactory(), reason="Returned")
    for page in (
        "/influences/",
        "/influences/flows/?level=culture",
        "/influences/claims/",
        "/embed/influences/",
    ):
        assert "Work of 1500" not in html_of(client, page)
    assert drawn(html_of(client, "/influences/")) == {"iran china"}


def test_flows_tell_what_went_and_what_came_back(client: Client, exchange: list[Influence]) -> None:
    html = html_of(client, "/influences/flows/")
    assert "West Asia → East Asia: 2 (1 came back)" in html
    assert "East Asia → West Asia: 1 (2 came back)" in html
    assert 'aria-label="67 % went, the rest came back"' in html


def test_flows_of_another_level_and_of_nothing(client: Client, exchange: list[Influence]) -> None:
    assert "Iran → China: 2" in html_of(client, "/influences/flows/?level=culture")
    assert "Iran → China: 2" in html_of(client, "/influences/flows/?level=country")
    assert "Nothing is recorded" in html_of(client, "/influences/flows/?to_year=-2000")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("from=a%20b", "is no name of a culture"),
        ("&".join(f"with=c{number}" for number in range(13)), "Name twelve at most."),
        ("from_year=1700&to_year=1600", "The first year lies after the last one."),
        ("level=galaxy", "Flows are counted by culture, epoch, region or country."),
    ],
)
def test_nonsense_is_refused_with_a_sentence(query: str, words: str, client: Client, db: None) -> None:
    for page in ("/influences/", "/influences/flows/", "/influences/claims/"):
        response = client.get(f"{page}?{query}")
        assert response.status_code == 400
        assert words in unescape(response.content.decode())
    assert client.get(f"/influences.json?{query}").json() == {
        "error": unescape(client.get(f"/influences.json?{query}").json()["error"])
    }


def test_years_stand_in_the_form_in_words_that_it_takes_again(client: Client, db: None) -> None:
    assert 'value="500 BCE"' in html_of(client, "/influences/?from_year=-499")
    assert 'value="500 av. J.-C."' in html_of(client, "/fr/influences/?from_year=500 BCE")
