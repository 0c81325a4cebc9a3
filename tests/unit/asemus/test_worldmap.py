"""The world map: TopoJSON decoded by hand, cut at the far meridian, written as short paths."""

import json
from pathlib import Path

from asemus.build.worldmap import area, build_map, clip, cut, decode_arcs, to_path

# Two unit squares that share an edge; quantised by tenths of a degree, the second arc walked backwards.
TOPOLOGY = {
    "type": "Topology",
    "transform": {"scale": [0.5, 0.5], "translate": [70, 0]},
    "arcs": [[[0, 0], [0, 8]], [[0, 8], [-8, 0], [0, -8], [8, 0]], [[0, 0], [8, 0], [0, 8], [-8, 0]]],
    "objects": {
        "countries": {
            "type": "GeometryCollection",
            "geometries": [
                {"type": "Polygon", "id": "392", "arcs": [[0, 1]]},
                {"type": "MultiPolygon", "id": "410", "arcs": [[[2, -1]]]},
                {"type": "Polygon", "id": "010", "arcs": [[0, 1]]},
            ],
        }
    },
}


def test_arcs_are_summed_scaled_and_moved() -> None:
    assert decode_arcs(TOPOLOGY)[0] == [(70.0, 0.0), (70.0, 4.0)]


def test_map_names_countries_by_their_letters_and_leaves_the_antarctic_out(tmp_path: Path) -> None:
    source = tmp_path / "topology.json"
    source.write_text(json.dumps(TOPOLOGY))
    shapes, land = build_map(source, tmp_path / "map")
    world = json.loads(shapes.read_text())
    assert [country["code"] for country in world["countries"]] == ["JP", "KR"]
    assert all(
        country["path"].startswith("M") and country["path"].endswith("z") for country in world["countries"]
    )
    assert world["countries"][0]["path"] in land.read_text()


def test_ring_over_the_far_meridian_is_cut_in_two() -> None:
    pieces = cut([(240.0, 0.0), (260.0, 0.0), (260.0, 10.0), (240.0, 10.0)])
    assert sorted(round(abs(area(piece))) for piece in pieces) == [100, 100]


def test_ring_that_steps_over_180_degrees_stays_whole() -> None:
    (piece,) = cut([(170.0, 60.0), (-170.0, 60.0), (-170.0, 70.0), (170.0, 70.0)])
    assert round(abs(area(piece))) == 200


def test_clip_of_nothing_is_nothing() -> None:
    assert clip([], 0.0, keep_above=True) == []


def test_path_writes_steps_and_says_equal_points_once() -> None:
    path = to_path([(0.0, 0.0), (0.0, 0.0), (36.0, 0.0), (36.0, 10.0)])
    assert path.startswith("M5000 ") and path.endswith("z")
    assert path.count("l") == 1
