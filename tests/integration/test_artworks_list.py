"""The list of works: what it finds, counts, refuses and costs."""

from __future__ import annotations

import re
from typing import Any

import html5lib
import pytest
from django.test import Client

from collection.enums import ConceptKind, InfluenceKind
from collection.filters import ArtworkFilterSet
from collection.models import Artwork
from collection.search.document import refresh
from tests.factories import (
    ArtworkFactory,
    ConceptFactory,
    CultureFactory,
    EpochFactory,
    ImageFactory,
    InfluenceFactory,
    MaterialFactory,
    MuseumFactory,
)

pytestmark = pytest.mark.django_db

QUERIES = 15


def found(client: Client, query: str = "") -> dict[str, Any]:
    return client.get(f"/artworks.json?{query}").json()


def titles(answer: dict[str, Any]) -> list[str]:
    return [result["title"] for result in answer["results"]]


def counts(answer: dict[str, Any], facet: str) -> dict[str, int]:
    return {item["value"]: item["count"] for item in answer["facets"][facet]}


def test_page_of_an_empty_collection_helps_on(client: Client) -> None:
    response = client.get("/artworks/")
    assert response.status_code == 200
    assert "No masterpiece answers to all of this" in response.content.decode()


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize("address", ["/artworks/", "/fr/artworks/", "/artworks/?view=list", "/artworks.json"])
def test_queries_do_not_grow_with_the_works(
    client: Client, django_assert_max_num_queries: Any, count: int, address: str
) -> None:
    for _number in range(count):
        work = ArtworkFactory(published=True, materials=[MaterialFactory()], epochs=[EpochFactory()])
        InfluenceFactory(published=True, witnesses=[work])
        ImageFactory(artwork=work)
    with django_assert_max_num_queries(QUERIES):
        assert client.get(address).status_code == 200


def test_page_is_well_formed_public_and_the_same_for_everybody(client: Client) -> None:
    ArtworkFactory(published=True, title="Moon jar <b>")
    response = client.get("/artworks/?country=CN&view=list")
    html5lib.HTMLParser(strict=True).parse(response.content.decode())
    assert "Moon jar &lt;b&gt;" in response.content.decode()
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert (
        client.get("/artworks/?country=CN&view=list", headers={"If-None-Match": response["ETag"]}).status_code
        == 304
    )
    assert client.post("/artworks/").status_code == 405


def test_drawings_of_a_french_page_have_lengths_that_a_browser_reads(client: Client) -> None:
    for country in ("JP", "CN", "CN", "CN"):
        ArtworkFactory(published=True, production_country=country)
    page = client.get("/fr/artworks/").content.decode()
    assert 'width="33.3%"' in page
    assert "33,3%" not in page


def test_page_says_that_drawings_are_not_photographs(client: Client) -> None:
    words = "Drawings stand in for works of which there is no photograph here."
    photographed = ArtworkFactory(title="Photographed", published=True)
    ImageFactory(artwork=photographed)
    assert words not in client.get("/artworks/").content.decode()
    ArtworkFactory(title="Drawn", published=True)
    shown = client.get("/artworks/").content.decode()
    assert words in shown
    assert 'alt="Drawing, not a photograph' in shown


def test_drafts_and_withdrawn_works_are_in_no_count(client: Client) -> None:
    ArtworkFactory(title="Draft")
    ArtworkFactory(withdrawn=True, title="Withdrawn")
    ArtworkFactory(published=True, title="Public", production_country="JP")
    answer = found(client)
    assert (answer["count"], titles(answer)) == (1, ["Public"])
    assert counts(answer, "country") == {"JP": 1}
    assert {item["value"] for item in answer["facets"]["museum"]} == {answer["results"][0]["museum"]["slug"]}


def test_values_of_a_facet_are_or_and_facets_are_and(client: Client) -> None:
    celadon, silk = MaterialFactory(name="celadon"), MaterialFactory(name="silk")
    for title, country, material in (
        ("Korean celadon", "KR", celadon),
        ("Chinese celadon", "CN", celadon),
        ("Chinese silk", "CN", silk),
        ("Japanese silk", "JP", silk),
    ):
        ArtworkFactory(published=True, title=title, production_country=country, materials=[material])
    answer = found(client, "country=CN&country=KR&material=celadon&sort=title")
    assert titles(answer) == ["Chinese celadon", "Korean celadon"]
    assert counts(answer, "country") == {"CN": 1, "KR": 1}
    assert counts(answer, "material") == {"celadon": 2, "silk": 1}
    assert [item["value"] for item in answer["facets"]["country"] if item["selected"]] == ["CN", "KR"]


def test_every_count_is_the_count_of_that_value_alone(client: Client) -> None:
    porcelain = MaterialFactory(name="porcelain")
    cultures = [CultureFactory(), CultureFactory(), CultureFactory()]
    for number in range(9):
        work = ArtworkFactory(
            published=True,
            production_country=["CN", "JP", "KR"][number % 3],
            culture=cultures[number % 2],
            materials=[porcelain] if number % 4 else [],
            earliest_begin=1350 + 40 * number,
            latest_begin=1450 + 40 * number,
            earliest_end=1350 + 40 * number,
            latest_end=1450 + 40 * number,
        )
        if number % 2:
            InfluenceFactory(
                published=True,
                witnesses=[work],
                source_culture=cultures[2],
                target_culture=cultures[number % 3 % 2],
                kinds=[InfluenceKind.TRADE, InfluenceKind.FORM][: 1 + number % 3 // 2],
            )
    chosen = {"country": ["CN", "JP"], "century": ["1500", "1600"], "photograph": ["0"]}
    query = "&".join(f"{name}={value}" for name, values in chosen.items() for value in values)
    facets = found(client, query)["facets"]
    for name, values in facets.items():
        rest = "&".join(f"{n}={v}" for n, vs in chosen.items() if n != name for v in vs)
        for item in values:
            assert found(client, f"{rest}&{name}={item['value']}")["count"] == item["count"], (name, item)


def test_broader_terms_find_their_narrower_ones(client: Client) -> None:
    china = CultureFactory(name="China")
    yuan = CultureFactory(name="Yuan China", broader=china)
    edo = EpochFactory(name="Edo")
    genroku = EpochFactory(name="Genroku", parent=edo)
    vessel = ConceptFactory(name="vessel")
    jar = ConceptFactory(name="jar", broader=vessel)
    work = ArtworkFactory(published=True, culture=yuan, epochs=[edo, genroku], object_type=jar)
    InfluenceFactory(
        published=True, witnesses=[work], source_culture=yuan, target_culture=CultureFactory(name="Iran")
    )
    answer = found(client)
    assert counts(answer, "culture") == {"china": 1, "yuan-china": 1}
    assert counts(answer, "epoch") == {"edo": 1, "genroku": 1}
    assert counts(answer, "type") == {"jar": 1, "vessel": 1}
    assert counts(answer, "influence_from") == {"china": 1, "yuan-china": 1}
    assert counts(answer, "influence_to") == {"iran": 1}
    for query in ("culture=china", "epoch=edo", "type=vessel", "influence_from=china", "influence_to=iran"):
        assert found(client, query)["count"] == 1, query


def test_unpublished_influence_is_in_no_facet(client: Client) -> None:
    work = ArtworkFactory(published=True)
    InfluenceFactory(witnesses=[work], source_culture=CultureFactory(name="Iran"))
    answer = found(client)
    assert answer["facets"]["influence_from"] == answer["facets"]["influence_kind"] == []
    assert found(client, "influence_from=iran")["count"] == 0


def test_centuries_are_disjoint_and_labelled_by_their_first_year(client: Client) -> None:
    def dated(title: str, first: int, last: int) -> None:
        ArtworkFactory(
            published=True,
            title=title,
            earliest_begin=first,
            latest_begin=last,
            earliest_end=first,
            latest_end=last,
        )

    dated("17th", 1600, 1699)
    dated("first BCE", -99, 0)
    dated("first CE", 1, 99)
    dated("fourth BCE", -399, -300)
    dated("either side", 1690, 1710)
    answer = found(client, "sort=oldest")
    assert counts(answer, "century") == {"-400": 1, "-100": 1, "0": 1, "1600": 2, "1700": 1}
    assert next(item["label"] for item in answer["facets"]["century"]) == "4th century BCE"
    assert titles(found(client, "century=1600&date_match=certain")) == ["17th"]
    assert titles(found(client, "century=0")) == ["first CE"]


def test_years_in_numbers_and_words_give_the_same_window(client: Client) -> None:
    for title, first, last in (("old", -499, -400), ("young", 1600, 1650)):
        ArtworkFactory(
            published=True,
            title=title,
            earliest_begin=first,
            latest_begin=last,
            earliest_end=first,
            latest_end=last,
        )
    for query in (
        "date_to=400 BCE",
        "to_year=-399",
        "date_from=500 BCE&date_to=5th century BCE",
        "around=450 BCE",
    ):
        assert titles(found(client, query)) == ["old"], query
    assert titles(found(client, "date_from=1620&date_to=1700")) == ["young"]
    assert titles(found(client, "date_from=1620&date_to=1700&date_match=certain")) == []


@pytest.mark.parametrize(
    "query",
    [
        "q=a%00b",
        "country=C%00N",
        "century=abc",
        "century=1650",
        "page=-1",
        "page=0",
        "page=abc",
        f"q={'x' * 501}",
        "date_from=99999999999",
        "from_year=10000001",
        "to_year=-10000001",
        "view=xyz",
        "sort=xyz",
        "date_match=maybe",
        "photograph=yes",
        "date_from=1700&date_to=1600",
        "date_from=yesterday",
        "&".join(f"culture=c{number}" for number in range(80)),
    ],
)
def test_malformed_value_is_400_with_the_form_and_a_sentence(client: Client, query: str) -> None:
    page = client.get(f"/artworks/?{query}")
    assert page.status_code == 400
    assert 'name="q"' in page.content.decode()
    assert 'role="alert"' in page.content.decode()
    html5lib.HTMLParser(strict=True).parse(page.content.decode())
    answer = client.get(f"/artworks.json?{query}")
    assert answer.status_code == 400
    assert answer.json()["error"]
    assert answer["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    "query",
    [
        "country=XX",
        "culture=atlantis",
        "museum=nowhere",
        "influence_kind=magic",
        "reuse=never",
        "century=9900",
    ],
)
def test_unknown_value_is_200_with_nothing_and_not_indexed(client: Client, query: str) -> None:
    ArtworkFactory(published=True)
    page = client.get(f"/artworks/?{query}")
    assert page.status_code == 200
    assert '<meta name="robots" content="noindex">' in page.content.decode()
    answer = found(client, query)
    assert (answer["count"], answer["page"], answer["results"]) == (0, 1, [])
    name, _, _value = query.partition("=")
    assert next(item for item in answer["facets"][name] if item["selected"])["count"] == 0


def test_page_past_the_last_is_404(client: Client) -> None:
    ArtworkFactory.create_batch(25, published=True)
    assert found(client, "page=2")["page"] == 2
    assert len(found(client, "page=2")["results"]) == 1
    for page in ("3", "999999999999"):
        assert client.get(f"/artworks/?page={page}").status_code == 404
        answer = client.get(f"/artworks.json?page={page}")
        assert (answer.status_code, set(answer.json())) == (404, {"error"})


def test_two_facet_values_are_not_for_crawlers(client: Client) -> None:
    ArtworkFactory(published=True)
    one = client.get("/artworks/?country=CN")
    assert "X-Robots-Tag" not in one
    two = client.get("/artworks/?country=CN&country=JP")
    assert two["X-Robots-Tag"] == "noindex, nofollow"
    assert '<meta name="robots" content="noindex, nofollow">' in two.content.decode()


def test_pages_of_two_values_have_no_link_to_another_result(client: Client) -> None:
    ArtworkFactory.create_batch(30, published=True, production_country="CN", materials=[MaterialFactory()])
    page = client.get("/artworks/?country=CN&country=JP").content.decode()
    links = re.findall(r'<a [^>]*href="([^"]*)"', page.partition('<div class="browse"')[2])
    ways = {"/artworks/", "/artworks/?country=CN"}  # begin again; the plain pages of each work's own
    walked = [link for link in links if "/artworks/?" in link or link.startswith("?")]
    assert [link for link in walked if link not in ways] == []
    assert page.count('<form class="way"') > 8  # values to take out, orders, layouts, pages
    one = client.get("/artworks/?country=CN").content.decode()
    assert '<form class="way"' not in one and 'href="?country=CN&amp;page=2"' in one


def test_crawlers_are_told_every_parameter(client: Client) -> None:
    rules = client.get("/robots.txt").content.decode()
    for name in (*ArtworkFilterSet.base_filters, "verbatim", "material_all"):
        assert f"Disallow: /*?*{name}=*&\n" in rules


def test_switch_from_any_to_all_of_several_values(client: Client) -> None:
    gold, jade = MaterialFactory(name="gold"), MaterialFactory(name="jade")
    ArtworkFactory(published=True, title="Both", materials=[gold, jade])
    ArtworkFactory(published=True, title="Gold", materials=[gold])
    both = "material=gold&material=jade"
    assert titles(found(client, f"{both}&sort=title")) == ["Both", "Gold"]
    assert titles(found(client, f"{both}&material_all=1")) == ["Both"]
    page = client.get(f"/artworks/?{both}").content.decode()
    assert 'name="material_all" value="1">' in page and 'name="country_all"' not in page
    assert (
        'name="material_all" value="1" checked>'
        in client.get(f"/artworks/?{both}&material_all=1").content.decode()
    )


def test_narrower_values_stand_under_the_chosen_broader_one(client: Client) -> None:
    vessel = ConceptFactory(name="vessel")
    ArtworkFactory(published=True, object_type=ConceptFactory(name="jar", broader=vessel))
    closed = client.get("/artworks/").content.decode()
    assert 'value="vessel"' in closed and 'value="jar"' not in closed
    assert re.search(
        r'<li data-depth="1">.*value="jar"', client.get("/artworks/?type=vessel").content.decode()
    )


def test_every_value_of_a_facet_can_be_reached_and_found(client: Client) -> None:
    vessel = MaterialFactory(name="clay")
    for number in range(30):
        made = MaterialFactory(
            name=f"material {number}", alt_labels=[{"text": f"青{number}号", "lang": "zh"}]
        )
        ArtworkFactory(published=True, materials=[made])
    ArtworkFactory(published=True, materials=[MaterialFactory(name="Céladon", broader=vessel)])
    page = client.get("/artworks/?country=CN").content.decode()
    assert 'form="values-material"' in page and "All 32" in page
    whole = client.get("/artworks/values/material/?country=CN")
    html5lib.HTMLParser(strict=True).parse(whole.content.decode())
    assert whole.content.decode().count('name="material" value=') == 32
    assert '<input type="hidden" name="country" value="CN">' in whole.content.decode()
    assert whole["X-Robots-Tag"] == "noindex, nofollow"
    shown = re.findall(
        r'name="material" value="([^"]*)"',
        client.get("/artworks/values/material/?find=celadon").content.decode(),
    )
    assert shown == ["clay", "celadon"]
    assert 'value="material-7"' in client.get("/artworks/values/material/?find=青7").content.decode()
    assert (
        "Nothing here is called “gold”."
        in client.get("/artworks/values/material/?find=gold").content.decode()
    )
    assert client.get("/artworks/values/colour/").status_code == 404
    assert client.get("/artworks/values/material/?century=abc").status_code == 404


def test_canonical_address_sorts_parameters_and_drops_what_says_nothing(client: Client) -> None:
    ArtworkFactory(published=True)
    page = client.get("/artworks/?sort=title&q=&view=grid&country=CN&utm_source=x&page=1").content.decode()
    assert '<link rel="canonical" href="http://localhost:8000/artworks/?country=CN&amp;sort=title">' in page


def test_script_gets_the_fragment_that_the_page_includes(client: Client) -> None:
    ArtworkFactory(published=True)
    page = client.get("/artworks/")
    fragment = client.get("/artworks/", headers={"HX-Request": "true"}).content.decode()
    title, _end, rest = fragment.partition("</title>")
    said, _end, results = rest.partition("</p>")
    assert title.strip() in page.content.decode()
    assert said.strip() == '<p id="said">1 masterpiece'
    assert results.strip() in page.content.decode()
    assert "HX-Request" in page["Vary"]


def test_results_carry_the_fields_of_the_contract(client: Client) -> None:
    museum = MuseumFactory(name="Museum Volkenkunde")
    vase = ConceptFactory(name="vase")
    work = ArtworkFactory(
        published=True, museum=museum, title="Vase", titles=[("ja", "花瓶")], object_type=vase,
        source_id="m001", accession_number="RV-1",
    )  # fmt: skip
    image = ImageFactory(artwork=work)
    assert found(client)["results"] == [
        {
            "id": work.public_id,
            "source_id": "m001",
            "url": f"http://localhost:8000/artworks/{work.public_id}/",
            "title": "Vase",
            "lang": "en",
            "titles": {"ja": "花瓶", "en": "Vase"},
            "museum": {"slug": "museum-volkenkunde", "name": "Museum Volkenkunde"},
            "accession_number": "RV-1",
            "display_date": "15th century",
            "earliest_year": 1400,
            "latest_year": 1499,
            "object_type": "vase",
            "country": "CN",
            "thumbnail": f"http://localhost:8000/images/{image.public_id}/320.jpeg",
            "iiif_image": f"http://localhost:8000/iiif/3/{image.public_id}",
            "claim": None,
            "matched": None,
            "lacking": None,
        }
    ]


@pytest.mark.parametrize("sort", ["relevance", "oldest", "newest", "title", "museum", "recent"])
def test_every_order_lists_every_work_once(client: Client, sort: str) -> None:
    works = ArtworkFactory.create_batch(30, published=True)
    refresh(works)
    pages = [found(client, f"sort={sort}&page={page}&q=vase") for page in (1, 2)]
    listed = [result["id"] for page in pages for result in page["results"]]
    assert sorted(listed) == sorted(work.public_id for work in works)


def test_photograph_and_reuse_are_told_from_public_photographs(client: Client) -> None:
    with_one = ArtworkFactory(published=True, title="Seen", rights="")
    ImageFactory(artwork=with_one)
    withheld = ArtworkFactory(published=True, title="Withheld", rights="")
    ImageFactory(artwork=withheld, withheld_reason="sacred")
    assert titles(found(client, "photograph=1")) == ["Seen"]
    assert titles(found(client, "photograph=0")) == ["Withheld"]
    assert counts(found(client), "reuse") == {"free": 1}


def test_kinds_of_concepts_do_not_mix(client: Client) -> None:
    shell = MaterialFactory(name="shell")
    ConceptFactory(name="shell", kind=ConceptKind.OBJECT_TYPE)
    ArtworkFactory(published=True, materials=[shell])
    answer = found(client)
    assert counts(answer, "material") == {"shell": 1}
    assert found(client, "type=shell")["count"] == 0
    assert Artwork.objects.count() == 1
