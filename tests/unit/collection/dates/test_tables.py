"""Tables of reigns: in order, named once, and Japan's as CLDR has it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from django.conf import settings

from collection.dates.calendars import years_of
from collection.dates.tables import japan, reigns

TABLES = Path(reigns.__file__).parent
MODULES = Path(settings.BASE_DIR) / "node_modules"


def rows(table: str) -> list[dict[str, str]]:
    with (TABLES / f"{table}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("table", [*reigns.COUNTED, "periods"])
def test_rows_are_whole_and_in_order(table):
    for row in rows(table):
        assert row["name"] and row["begin"] and row["of"] and None not in row, row
        assert not row["end"] or int(row["begin"]) <= int(row["end"]), row
        assert row["source"] in ("cldr-core", "unverified"), row


def test_what_has_no_source_that_can_be_installed_is_unverified():
    assert {row["source"] for row in rows("japan")} == {"cldr-core"}
    for table in ("china", "korea", "vietnam", "japan_more", "periods"):
        assert {row["source"] for row in rows(table)} == {"unverified"}


def test_reigns_of_one_house_follow_each_other():
    begins: dict[str, int] = {}
    for row in rows("china"):
        assert int(row["begin"]) >= begins.get(row["of"], -500), row
        begins[row["of"]] = int(row["begin"])


def test_japan_begins_each_era_when_cldr_says():
    path = MODULES / "cldr-core" / "supplemental" / "calendarData.json"
    if not path.is_file():
        pytest.skip("npm cldr-core is not installed: npm install")
    eras = json.loads(path.read_text(encoding="utf-8"))["supplemental"]["calendarData"]["japanese"]["eras"]
    starts = [int(eras[str(number)]["_start"].split("-")[0]) for number in range(len(eras))]
    assert [int(row["begin"]) for row in rows("japan")] == starts
    assert len(starts) == 237


def test_japan_is_what_its_generator_writes():
    if not (MODULES / "cldr-cal-japanese-full").is_dir() or not (MODULES / "cldr-core").is_dir():
        pytest.skip("npm cldr-cal-japanese-full is not installed; docs/dates.md says how")
    assert japan.FILE.read_text(encoding="utf-8") == japan.table(MODULES)


@pytest.mark.parametrize(
    ("calendar", "year", "ours"),
    [
        ("hijri", 1, (622, 623)),
        ("hijri", 1041, (1631, 1632)),
        ("hijri", 1354, (1935, 1936)),
        ("hijri", 0, None),
        ("saka", 1, (79, 80)),
        ("vikrama", 57, (0, 1)),
        ("buddhist", 2484, (1941, 1941)),
        ("dangi", 1, (-2332, -2332)),
    ],
)
def test_years_of_other_calendars(calendar, year, ours):
    assert years_of(calendar, year) == ours
