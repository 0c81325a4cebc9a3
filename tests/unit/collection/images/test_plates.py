"""Plates: a drawing for every object type, the same for the same record, and harmless whatever the record says."""

import csv
from xml.etree import ElementTree

import pytest
from django.conf import settings

from collection.images.plate_ornaments import ORNAMENTS, ornament_of
from collection.images.plates import SILHOUETTES, PlateSpec, plate_size, plate_svg


def table(name: str) -> list[dict[str, str]]:
    with (settings.BASE_DIR / "fixtures" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", sorted(SILHOUETTES))
def test_plate_of_every_silhouette_is_one_small_svg(name: str) -> None:
    svg = plate_svg(PlateSpec(name, "leiwen", "bronze", "4f2k8m"))
    root = ElementTree.fromstring(svg)
    width, height = plate_size(name)
    assert root.attrib["viewBox"] == f"0 0 {width} {height}"
    assert len(svg) < 9_000
    assert "style=" not in svg and "<script" not in svg


def test_plate_of_one_record_is_always_the_same() -> None:
    spec = PlateSpec("vase", "lotus-scroll", "porcelain", "4f2k8m")
    assert plate_svg(spec) == plate_svg(spec)
    assert plate_svg(spec) != plate_svg(spec._replace(seed="4f2k8n"))
    assert plate_svg(spec) != plate_svg(spec._replace(material="bronze"))


def test_plate_label_cannot_break_out() -> None:
    root = ElementTree.fromstring(plate_svg(PlateSpec("vase", "leiwen", "bronze", label='"><script>&')))
    assert root.attrib["aria-label"] == '"><script>&'
    assert len(root.findall(".//{http://www.w3.org/2000/svg}script")) == 0


def test_every_object_type_of_the_fixtures_has_its_silhouette() -> None:
    named = {
        row["silhouette"] for row in table("concepts") if row["kind"] == "object_type" and row["silhouette"]
    }
    assert named - SILHOUETTES.keys() == set()


def test_every_culture_of_the_fixtures_has_an_ornament_of_its_own_region() -> None:
    found = {row["slug"]: ornament_of(row["slug"], row["region"]) for row in table("cultures")}
    assert set(found.values()) <= ORNAMENTS.keys()
    assert "hatching" not in {
        found[slug]
        for slug in (
            "china",
            "japan",
            "korea",
            "java",
            "iran",
            "mughal-india",
            "ottoman-turkey",
            "ancient-greece",
        )
    }
    assert len(set(found.values())) >= 12
