"""Epochs as PeriodO JSON-LD: out and in again, and a foreign file."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from collection.enums import TermStatus
from collection.imports.formats.periodo import read_periodo
from collection.imports.periodo import import_periodo
from collection.models import Epoch, EpochDefinition
from members.models import Deed
from tests.factories import EpochFactory

SAMPLE = Path(__file__).parents[1] / "samples" / "periodo.json"


def imported(path: Path, *options: str) -> list[str]:
    said = StringIO()
    call_command("import_periodo", path, *options, stdout=said)
    return said.getvalue().splitlines()


@pytest.fixture
def ming(db: None) -> Any:
    return EpochFactory(
        slug="ming", labels={"en": "Ming", "zh-Hant": "明"}, definition__begin=1368, definition__end=1644
    )


def exported() -> dict[str, Any]:
    response = Client().get("/epochs.jsonld")
    assert response.status_code == 200
    assert response["Content-Type"] == "application/ld+json"
    assert response["Access-Control-Allow-Origin"] == "*"
    return response.json()


def test_an_epoch_is_a_period_of_the_authority_that_defines_it(ming: Any, settings: Any) -> None:
    late = EpochFactory(slug="wanli", labels={"en": "Wanli"}, parent=ming)
    late.definitions.all().delete()
    EpochDefinition.objects.create(
        epoch=late, earliest_begin=-615, latest_begin=-600, earliest_end=0, latest_end=0, countries=["CN"], periodo="p0abc"
    )  # fmt: skip
    url = settings.PUBLIC_URL
    document = exported()
    assert [authority["source"] for authority in document["authorities"].values()] == [
        {"citation": "Test"},
        {"citation": "Conventional bounds, compiled for the portal"},
    ]
    periods = [period for one in document["authorities"].values() for period in one["periods"].values()]
    assert periods[0] == {
        "id": f"{url}/epochs/ming/#by-1",
        "type": "Period",
        "label": "Ming",
        "languageTag": "en",
        "localizedLabels": {"en": ["Ming"], "zh-Hant": ["明"]},
        "spatialCoverage": [
            {"id": "https://www.iso.org/obp/ui/#iso:code:3166:CN", "label": "China"},
            {"id": f"{url}/epochs/?region=east-asia", "label": "East Asia"},
        ],
        "spatialCoverageDescription": "China",
        "start": {"in": {"year": "1368"}, "label": "1368"},
        "stop": {"in": {"year": "1644"}, "label": "1644"},
        "url": f"{url}/epochs/ming/",
    }
    assert (periods[1]["id"], periods[1]["broader"]) == ("p0abc", f"{url}/epochs/ming/")
    assert periods[1]["start"] == {
        "in": {"earliestYear": "-0615", "latestYear": "-0600"},
        "label": "616 BCE–601 BCE",
    }


def test_what_is_not_public_is_not_exported(ming: Any) -> None:
    EpochFactory(slug="secret", labels={"en": "Secret"}, term_status=TermStatus.PROPOSED, parent=ming)
    assert "secret" not in json.dumps(exported()).lower()


def test_out_and_in_again_changes_nothing(ming: Any, tmp_path: Path) -> None:
    EpochFactory(
        slug="wanli", labels={"en": "Wanli"}, parent=ming, definition__begin=1573, definition__end=1620
    )
    path = tmp_path / "epochs.jsonld"
    path.write_text(json.dumps(exported()), encoding="utf-8")
    before, deeds = exported(), Deed.objects.count()
    assert imported(path) == [
        "same\tMing\tming",
        "same\tWanli\twanli",
        "0 new, 0 defined, 2 same, 0 refused.",
    ]
    assert exported() == before
    assert Deed.objects.count() == deeds


def test_out_and_into_an_empty_portal_is_the_same(ming: Any) -> None:
    EpochFactory(
        slug="wanli", labels={"en": "Wanli"}, parent=ming, definition__begin=1573, definition__end=1620
    )
    before = exported()
    Epoch.objects.update(parent=None)
    EpochDefinition.objects.all().delete()
    Epoch.objects.all().delete()
    import_periodo(read_periodo(before), by=None)
    Epoch.objects.update(term_status=TermStatus.ACCEPTED)
    assert exported() == before


def test_a_foreign_file_adds_definitions_and_proposes_epochs(ming: Any) -> None:
    assert imported(SAMPLE) == [
        "defined\tMing\tming",
        "new\tInvented Bronze Age\tinvented-bronze-age",
        "new\tLate Invented Bronze Age\tlate-invented-bronze-age",
        "refused\tWithout years\tIt does not say in years when it begins and ends.",
        "2 new, 1 defined, 0 same, 1 refused.",
    ]
    source = "Ada Example. A handbook of invented chronologies. 1998"
    assert list(ming.definitions.values_list("source", "latest_end", "is_preferred", "periodo")) == [
        ("Test", 1644, True, ""),
        (source, 1662, False, "p0zzzz1aaaaa"),
    ]
    bronze = Epoch.objects.get(slug="invented-bronze-age")
    assert (bronze.term_status, bronze.regions, bronze.note) == (
        TermStatus.PROPOSED,
        ["europe"],
        "Only for tests.",
    )
    assert list(bronze.definitions.values_list("earliest_begin", "countries", "is_preferred")) == [
        (-3099, ["GR"], True)
    ]
    assert Epoch.objects.get(slug="late-invented-bronze-age").parent == bronze
    assert imported(SAMPLE)[-1] == "0 new, 0 defined, 3 same, 1 refused."


def test_a_trial_changes_nothing(ming: Any) -> None:
    assert imported(SAMPLE, "--dry-run")[-1].endswith("Nothing was changed: a trial.")
    assert (Epoch.objects.count(), EpochDefinition.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    "text", ["[]", "{}", "no json", '{"authorities": {"a": {"periods": [7, {"id": 5}]}}}']
)
def test_a_file_of_another_kind_is_refused_or_empty(db: None, tmp_path: Path, text: str) -> None:
    path = tmp_path / "file.json"
    path.write_text(text, encoding="utf-8")
    try:
        said = imported(path)
    except CommandError as refusal:
        assert str(refusal)
    else:
        assert said[-1] == "0 new, 0 defined, 0 same, 1 refused."
