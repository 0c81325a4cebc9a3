"""Paths and ripples as addresses: their shape, their words, and that a withdrawn work is gone from all at once."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from collection.actions import artworks as deeds
from collection.models import Artwork, ArtworkConcept, ArtworkEpoch, Influence
from tests.factories import (
    ArtworkFactory,
    CultureFactory,
    EditorFactory,
    EpochFactory,
    InfluenceFactory,
    MotifFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def cobalt() -> dict[str, Artwork]:
    """Iran's cobalt in Jingdezhen, whose blue goes to Iznik and, as a part of Europe, to Delft."""
    iran, china, turkey, europe = (
        CultureFactory(name=name) for name in ("Iran", "China", "Turkey", "Europe")
    )
    dutch = CultureFactory(name="Netherlands", broader=europe)
    works = {}
    for name, source, target, year in (
        ("vase", iran, china, 1351),
        ("dish", china, turkey, 1540),
        ("plaque", china, dutch, 1660),
    ):
        years = {"earliest_begin": year, "latest_begin": year, "earliest_end": year, "latest_end": year}
        work = ArtworkFactory(published=True, culture=target, title=name, **years)
        InfluenceFactory(published=True, source_culture=source, target_culture=target, witnesses=[work])
        works[name] = work
    return works


def ask(client: Client, path: str, **query: Any) -> Any:
    response = client.get(path, query)
    assert response.status_code == 200 and response["Access-Control-Allow-Origin"] == "*"
    return response.json()


def ways(answer: Any) -> list[list[str]]:
    return [[path["steps"][0]["from"], *(step["to"] for step in path["steps"])] for path in answer["paths"]]


def test_paths_tell_each_step_with_its_works_and_statements(
    client: Client, cobalt: dict[str, Artwork]
) -> None:
    answer = ask(client, "/influences/paths.json", **{"from": "iran", "to": "turkey"})
    assert ways(answer) == [["iran", "china", "turkey"]]
    first = answer["paths"][0]["steps"][0]
    statement = Influence.objects.get(source_culture__slug="iran")
    assert first == {
        "from": "iran",
        "to": "china",
        "kinds": ["motif"],
        "certainty": "probable",
        "earliest": 1351,
        "latest": 1351,
        "artworks": [cobalt["vase"].public_id],
        "stands_for": [],
        "statements": [
            {
                "id": statement.public_id,
                "url": f"{settings.PUBLIC_URL}/influences/claims/?from=iran&to=china#{statement.public_id}",
                "statement": {"en": "The scroll came by the sea route."},
                "kinds": ["motif"],
                "certainty": "probable",
                "earliest": 1351,
                "latest": 1351,
                "asserted_by": None,
                "artworks": [cobalt["vase"].public_id],
            }
        ],
    }


def test_paths_lead_to_a_work_and_are_none_where_claims_are_not_sure_enough(
    client: Client, cobalt: dict[str, Artwork]
) -> None:
    dish = cobalt["dish"].public_id
    assert ways(ask(client, "/influences/paths.json", **{"from": "iran", "to": dish})) == [
        ["iran", "china", dish]
    ]
    sure = ask(client, "/influences/paths.json", **{"from": "iran", "to": dish, "certainty": "certain"})
    assert (sure["count"], sure["paths"]) == (0, [])


def test_europe_speaks_for_the_netherlands_where_it_is_asked_to(
    client: Client, cobalt: dict[str, Artwork]
) -> None:
    asked = {"from": "iran", "to": "europe"}
    assert ask(client, "/influences/paths.json", **asked)["paths"] == []
    answer = ask(client, "/influences/paths.json", **asked, parts="1")
    assert ways(answer) == [["iran", "china", "europe"]]
    assert answer["paths"][0]["steps"][1]["stands_for"] == ["netherlands"]
    page = client.get("/influences/paths/", asked | {"parts": "1"}).content.decode()
    assert "Spoken for here, as a part of the whole:" in page


def test_page_tells_the_chain_and_who_says_so(client: Client, cobalt: dict[str, Artwork]) -> None:
    page = client.get("/influences/paths/", {"from": "iran", "to": "turkey"}).content.decode()
    for words in (
        "The scroll came by the sea route.",
        "no museum has asserted it yet",
        "1351",
        "1540",
        "2 steps",
    ):
        assert words in page
    for name in ("vase", "dish"):
        assert f"/artworks/{cobalt[name].public_id}/" in page


def test_page_without_a_path_offers_what_there_is(client: Client, cobalt: dict[str, Artwork]) -> None:
    page = client.get("/influences/paths/", {"from": "turkey", "to": "iran"}).content.decode()
    assert "No path is recorded" in page and "There is one the other way round." in page
    page = client.get("/fr/influences/paths/", {"from": "turkey", "to": "iran"}).content.decode()
    assert "Aucun chemin n’est consigné" in page


def test_withdrawn_work_is_gone_from_paths_ripples_and_flows_at_once(
    client: Client, cobalt: dict[str, Artwork]
) -> None:
    gone = cobalt["vase"]
    deeds.withdraw(gone, by=EditorFactory(), reason="Returned")
    assert ask(client, "/influences/paths.json", **{"from": "iran", "to": "turkey"})["paths"] == []
    assert ask(client, "/influences/ripples.json", of="iran")["count"] == 0
    assert ask(client, "/influences/ripples.json", of="turkey", direction="up")["count"] == 1
    assert {flow["from"] for flow in ask(client, "/influences.json")["flows"]} == {"china"}
    assert ask(client, "/influences/ripples.json", of=gone.public_id)["count"] == 0


def test_ripples_go_down_and_up_and_meet(client: Client, cobalt: dict[str, Artwork]) -> None:
    down = ask(client, "/influences/ripples.json", of="iran")
    assert [(one["culture"], one["steps"], one["year"]) for one in down["reached"]] == [
        ("china", 1, 1351),
        ("turkey", 2, 1540),
        ("netherlands", 2, 1660),
    ]
    both = ask(client, "/influences/ripples.json", of=[cobalt["dish"].public_id, cobalt["plaque"].public_id])
    assert [one["culture"] for one in both["common"]] == ["china", "iran"]


def test_flows_have_levels_weight_and_balance(client: Client, cobalt: dict[str, Artwork]) -> None:
    InfluenceFactory(
        published=True,
        source_culture=cobalt["dish"].culture,
        target_culture=cobalt["vase"].culture,
        witnesses=[cobalt["dish"], cobalt["plaque"]],
    )
    flows = {(f["from"], f["to"]): f for f in ask(client, "/influences.json")["flows"]}
    assert (flows["turkey", "china"]["weight"], flows["turkey", "china"]["balance"]) == (1.5, 0.333)
    assert (flows["china", "turkey"]["weight"], flows["china", "turkey"]["balance"]) == (0.75, -0.333)
    regions = ask(client, "/influences.json", level="region")
    assert sum(len(flow["statements"]) for flow in regions["flows"]) == regions["statements"] == 4
    assert client.get("/influences.json", {"level": "planet"}).status_code == 400


def test_flows_by_epoch_and_century_open_the_claims_behind_every_number(
    client: Client, cobalt: dict[str, Artwork]
) -> None:
    yuan = EpochFactory(name="Yuan", definition__begin=1271, definition__end=1368)
    ArtworkEpoch.objects.create(artwork=cobalt["vase"], epoch=yuan)
    EpochFactory(
        name="Ilkhanid", definition__begin=1300, definition__end=1353
    )  # in the same country, for the test
    answer = ask(client, "/influences.json", level="epoch")
    assert (answer["statements"], answer["left_out"]) == (3, 2)
    (flow,) = answer["flows"]
    assert (flow["from"], flow["to"], flow["count"]) == ("ilkhanid", "yuan", 1)
    opened = client.get(flow["url"].removeprefix(settings.PUBLIC_URL))
    assert opened.status_code == 200 and flow["statements"][0]["id"] in opened.text
    (century,) = flow["centuries"]
    assert (century["century"], century["statements"], century["count"]) == (1300, 1, 1)
    opened = client.get(century["url"].removeprefix(settings.PUBLIC_URL))
    assert flow["statements"][0]["id"] in opened.text


@pytest.mark.parametrize(
    "query", ["from=iran", "from=iran&to=a%00b", "from=Iran!&to=x", "from=a&to=b&date_match=so"]
)
def test_malformed_question_is_refused_with_a_sentence(client: Client, query: str) -> None:
    response = client.get(f"/influences/paths.json?{query}")
    assert response.status_code == 400 and response.json()["error"].endswith(".")


def test_unknown_names_have_no_path(client: Client, cobalt: dict[str, Artwork]) -> None:
    assert ask(client, "/influences/paths.json", **{"from": "atlantis", "to": "iran"})["count"] == 0
    assert client.get("/influences/paths/", {"from": "atlantis", "to": "iran"}).status_code == 200


def test_ripple_of_a_motif_begins_with_what_its_works_show(
    client: Client, cobalt: dict[str, Artwork]
) -> None:
    lotus = MotifFactory(name="Lotus")
    ArtworkConcept.objects.create(artwork=cobalt["vase"], concept=lotus)
    answer = ask(client, "/influences/ripples.json", of=f"motif:{lotus.slug}")
    assert [(one["from"], one["to"]) for one in answer["travels"]] == [("iran", "china")]
    assert [(one["culture"], one["steps"]) for one in answer["reached"]] == [
        ("china", 1), ("turkey", 2), ("netherlands", 2),
    ]  # fmt: skip
    assert client.get(answer["url"].removeprefix(settings.PUBLIC_URL)).status_code == 200
    up = ask(client, "/influences/ripples.json", of=f"motif:{lotus.slug}", direction="up")
    assert [one["culture"] for one in up["reached"]] == ["iran"]
    assert ask(client, "/influences/ripples.json", of=f"material:{lotus.slug}")["travels"] == []
    assert client.get("/influences/ripples.json", {"of": "planet:lotus"}).status_code == 400


def test_what_two_works_have_in_common_is_told_with_its_chains(
    client: Client, cobalt: dict[str, Artwork]
) -> None:
    both = [cobalt["dish"].public_id, cobalt["plaque"].public_id]
    nearest = ask(client, "/influences/ripples.json", of=both)["common"][0]
    assert nearest["culture"] == "china"
    assert [chain["steps"][-1]["to"] for chain in nearest["chains"]] == both


def test_address_with_an_unknown_name_says_so_instead_of_no_path(
    client: Client, cobalt: dict[str, Artwork]
) -> None:
    page = client.get("/influences/paths/?from=no-such-culture&to=iran").content.decode()
    assert "No culture and no work called “no such culture”" in page
    assert "No path is recorded" not in page
