"""Plates: a drawing for every object type, the same for the same record, and harmless whatever the record says."""

import csv
from xml.etree import ElementTree

import pytest
from django.conf import settings

from collection.images.plate_choice import silhouette_for
from collection.images.plate_cultures import family_of, ornament_of
from collection.images.plate_ornaments import ORNAMENTS
from collection.images.plate_palette import PALETTES, palette_of
from collection.images.plates import NOTES, SILHOUETTES, PlateSpec, plate_size, plate_svg

SVG = "{http://www.w3.org/2000/svg}"
ASKED = (
    "vase", "ewer", "dish", "bowl", "seated-figure", "standing-figure", "head", "relief", "stele", "handscroll", "hanging-scroll",
    "folding-screen", "manuscript", "print", "portrait", "textile", "carpet", "garment", "arms", "helmet", "mask", "drum", "bell",
    "necklace", "coin", "casket", "furniture", "map", "instrument",
)  # fmt: skip
ASKED_ORNAMENTS = (
    "meander", "acanthus", "vine-scroll", "girih", "arabesque", "lotus-scroll", "cloud-collar", "leiwen", "seigaiha", "asanoha",
    "kraak", "buta", "kawung", "dong-son", "interlace", "tracery",
)  # fmt: skip


def table(name: str) -> list[dict[str, str]]:
    with (settings.BASE_DIR / "fixtures" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", sorted(SILHOUETTES))
def test_plate_of_every_silhouette_is_one_small_svg(name: str) -> None:
    width, height = plate_size(name)
    for seed, ornament in enumerate(
        ("leiwen", "padma", "acanthus", "girih", "kranok", "rosette", "hatching")
    ):
        svg = plate_svg(PlateSpec(name, ornament, "bronze", f"4f2k8m{seed}"))
        root = ElementTree.fromstring(svg)
        assert root.attrib["viewBox"] == f"0 0 {width} {height}"
        assert len(svg) < 12_500
        assert "style=" not in svg and "<script" not in svg and "<text" not in svg
        assert "nan" not in svg and "--" not in svg
        named = [found.attrib["id"] for found in root.iter() if "id" in found.attrib]
        assert len(named) == len(set(named))
        assert {use.attrib["href"][1:] for use in root.iter(f"{SVG}use")} <= set(named)


def test_silhouettes_and_ornaments_that_were_asked_for_are_there() -> None:
    assert set(ASKED) <= SILHOUETTES.keys()
    assert set(ASKED_ORNAMENTS) <= ORNAMENTS.keys()


def test_every_silhouette_is_a_drawing_of_its_own() -> None:
    for ornament in ("lotus-scroll", "acanthus", "padma", "hatching"):
        drawn = {name: plate_svg(PlateSpec(name, ornament, "gold", "4f2k8m")) for name in SILHOUETTES}
        bodies = {svg.partition("<defs>")[2] for svg in drawn.values()}
        assert len(bodies) == len(SILHOUETTES)


def test_every_ornament_is_a_drawing_of_its_own_and_of_a_family() -> None:
    drawn = {name: plate_svg(PlateSpec("dish", name, "porcelain")) for name in ORNAMENTS}
    assert len(set(drawn.values())) == len(ORNAMENTS)
    assert {name for name in ORNAMENTS if not family_of(name)} == {"weave", "stepped-fret", "hatching"}


def test_plate_of_one_record_is_always_the_same() -> None:
    spec = PlateSpec("vase", "lotus-scroll", "porcelain", "4f2k8m")
    assert plate_svg(spec) == plate_svg(spec)
    assert plate_svg(spec) != plate_svg(spec._replace(material="bronze"))
    assert plate_svg(spec) != plate_svg(spec._replace(ornament="leiwen"))


@pytest.mark.parametrize("name", ["vase", "standing-figure", "seated-figure", "painting", "carpet", "textile", "portrait"])  # fmt: skip
def test_plates_of_one_silhouette_vary_from_record_to_record(name: str) -> None:
    drawn = {plate_svg(PlateSpec(name, "acanthus", "silk", f"work{number}")) for number in range(40)}
    assert len(drawn) >= 4


def test_plate_says_that_it_is_a_drawing() -> None:
    root = ElementTree.fromstring(plate_svg(PlateSpec("vase", "leiwen", "bronze", label="David Vases")))
    assert root.attrib["aria-label"] == "David Vases (drawing, not a photograph)"
    assert root.findtext(f"{SVG}title") == "David Vases (drawing, not a photograph)"
    assert {note.attrib["lang"]: note.text for note in root.findall(f"{SVG}desc")} == NOTES
    nameless = ElementTree.fromstring(plate_svg(PlateSpec("vase", "leiwen", "bronze")))
    assert nameless.attrib["aria-label"] == "Drawing, not a photograph"


def test_plate_label_cannot_break_out() -> None:
    root = ElementTree.fromstring(plate_svg(PlateSpec("vase", "leiwen", "bronze", label='"><script>&')))
    assert root.attrib["aria-label"] == '"><script>& (drawing, not a photograph)'
    assert len(root.findall(f".//{SVG}script")) == 0


def test_plate_of_what_nobody_knows_is_a_vase() -> None:
    unknown = plate_svg(PlateSpec("no-such", "no-such", "no-such", "4f2k8m"))
    assert unknown == plate_svg(PlateSpec("vase", "hatching", "stone", "4f2k8m"))
    assert plate_size("no-such") == plate_size("vase")


def test_every_object_type_of_the_fixtures_has_its_silhouette() -> None:
    rows = [row for row in table("concepts") if row["kind"] == "object_type"]
    assert {row["silhouette"] for row in rows} - SILHOUETTES.keys() == set()
    assert [row["slug"] for row in rows if not row["silhouette"]] == []
    fits = {row["slug"]: row["silhouette"] for row in rows}
    for slug in ("vase", "ewer", "teapot", "bowl", "cup", "dish", "rhyton", "relief", "stele", "handscroll", "carpet", "throne", "bell", "coin", "seal", "globe", "map"):  # fmt: skip
        assert fits[slug] == slug


@pytest.mark.parametrize(
    ("silhouette", "kind", "title", "expected"),
    [
        ("standing-figure", "sculpture", "Reclining Buddha of Ajina Tepa", "reclining-figure"),
        ("standing-figure", "sculpture", "Shiva Nataraja", "dancing-figure"),
        ("standing-figure", "figurine", "Venus of Willendorf", "venus"),
        ("standing-figure", "figure", "Lion-man", "figurine"),
        ("standing-figure", "figures", "Pair of Kakiemon elephants", "elephant"),
        ("standing-figure", "statue", "Urfa Man", "standing-figure"),
        ("ritual-vessel", "ritual vessel", "Elephant-shaped zun", "elephant"),
        ("arms", "ceremonial cannon", "Cannon of Kandy", "cannon"),
        ("painting", "painting", "Emperor in Armour on Horseback", "painting"),
        ("", "", "", "vase"),
    ],
)
def test_words_of_the_record_make_the_silhouette_fit(
    silhouette: str, kind: str, title: str, expected: str
) -> None:
    assert silhouette_for(["", silhouette], kind, title) == expected
    assert expected in SILHOUETTES


def test_every_culture_of_the_fixtures_has_an_ornament_of_its_own_region() -> None:
    found = {row["slug"]: ornament_of(row["slug"], row["region"]) for row in table("cultures")}
    assert set(found.values()) <= ORNAMENTS.keys()
    asked = {
        "china": "lotus-scroll", "japan": "seigaiha", "korea": "sanggam", "java": "kawung", "vietnam": "dong-son", "iran": "arabesque",
        "mamluk-sultanate": "girih", "mughal-india": "buta", "ottoman-turkey": "chintamani", "ancient-greece": "meander",
        "scandinavia": "interlace", "germany": "tracery", "roman-empire": "vine-scroll", "cambodia": "kranok",
        "south-china": "lotus-scroll", "straits-chinese": "kraak",
    }  # fmt: skip
    assert {slug: found[slug] for slug in asked} == asked
    assert len(set(found.values())) >= 20


def test_every_material_of_the_fixtures_has_colours() -> None:
    stone = palette_of("stone")
    plain = [row["slug"] for row in table("concepts") if row["kind"] == "material"]
    same = {slug for slug in plain if palette_of(slug) == stone}
    assert same <= {
        "stone",
        "granite",
        "mixed-materials",
        "earth-and-plaster",
        "resin-and-bitumen",
        "plant-material",
    }
    assert all(colour.startswith("#") for palette in PALETTES.values() for colour in palette[:5])
