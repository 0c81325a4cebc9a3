"""Numbers behind the drawings: histogram, facet, pages, timeline, matrix, map."""

import pytest

from asemus.figures import (
    date_histogram,
    facet,
    facet_values,
    influence_matrix,
    pagination,
    timeline,
    way,
    world_map,
)
from asemus.figures.equal_earth import HEIGHT, WIDTH, project
from asemus.figures.timeline import place


def test_histogram_gives_the_most_frequent_the_full_height() -> None:
    drawn = date_histogram(
        [
            {"label": "a", "count": 4, "url": "#"},
            {"label": "b", "count": 0, "url": "#"},
            {"label": "c", "count": 1, "url": "#"},
        ],
        height=40,
    )
    assert [(bar["x"], bar["height"], bar["y"]) for bar in drawn["columns"]] == [
        ("0.00", 40.0, 0.0),
        ("33.33", 0.0, 40),
        ("66.67", 20.0, 20.0),
    ]


def test_facet_puts_chosen_values_first_and_never_hides_them() -> None:
    values = [{"value": str(n), "label": str(n), "count": 10 - n, "selected": n > 7} for n in range(10)]
    drawn = facet(values, open=False, shown=1)
    assert [item["value"] for item in drawn["rows"]] == ["8", "9"]
    assert (drawn["chosen"], drawn["is_open"], drawn["number"]) == (2, True, 10)
    assert drawn["rows"][0]["share"] == 20.0


def test_facet_shows_the_most_frequent_in_the_order_given() -> None:
    values = [
        {"value": year, "label": year, "count": n, "selected": False}
        for year, n in (("0", 2), ("100", 9), ("200", 1), ("300", 5))
    ]
    assert [item["value"] for item in facet(values, shown=2)["rows"]] == ["100", "300"]


def test_facet_opens_a_broader_value_only_where_it_holds_a_choice() -> None:
    def value(name: str, broader: str = "", selected: bool = False) -> dict[str, object]:
        return {"value": name, "label": name, "count": 1, "selected": selected, "broader": broader}

    values = [
        value("vessel"),
        value("jar", "vessel"),
        value("moon jar", "jar", True),
        value("bowl", "vessel"),
        value("robe"),
    ]
    rows = facet(values)["rows"]
    assert [(row["value"], row["depth"]) for row in rows] == [
        ("vessel", 0), ("jar", 1), ("moon jar", 2), ("bowl", 1), ("robe", 0),
    ]  # fmt: skip
    assert [row["value"] for row in facet([*values[:2], values[3]])["rows"]] == ["vessel"]
    assert [row["depth"] for row in facet_values(values)["rows"]] == [0, 1, 2, 1, 0]


def test_facet_of_terms_in_a_circle_ends() -> None:
    ring = [
        {"value": a, "label": a, "count": 1, "broader": b} for a, b in (("a", "b"), ("b", "a"), ("c", "c"))
    ]
    assert [row["value"] for row in facet_values(ring)["rows"]] == ["c"]


def test_way_takes_its_address_apart_for_a_form() -> None:
    drawn = way("/artworks/?country=CN&q=a+b", in_form=True)
    assert drawn["action"] == ' action="/artworks/"'
    assert drawn["inputs"] == (
        '<input type="hidden" name="country" value="CN"><input type="hidden" name="q" value="a b">'
    )
    assert way("?", in_form=True) == {"action": "", "inputs": ""}
    assert way("/artworks/?country=CN") == {"action": "", "inputs": ""}


def test_timeline_fades_for_as_many_years_as_the_sources_differ() -> None:
    bar = {"label": "Edo", "url": "#", "begin": 1600, "end": 1800, "soft_begin": 50, "soft_end": 0}
    drawn = timeline([{"region": "east-asia", "label": "East Asia", "bars": [bar]}], begin=1500, end=2000)[
        "lanes"
    ][0]["bars"][0]
    assert [(stop["at"], stop["opacity"]) for stop in drawn["stops"]] == [
        (0, 0.1),
        ("0.250", 1),
        ("1.000", 1),
        (1, 1),
    ]


def test_pagination_shows_ends_neighbours_and_gaps() -> None:
    drawn = pagination(7, 16, "country=CN")
    assert [link["number"] if link else None for link in drawn["links"]] == [1, None, 5, 6, 7, 8, 9, None, 16]
    assert (drawn["previous"], drawn["next"]) == ("?country=CN&page=6", "?country=CN&page=8")


def test_pagination_fills_a_gap_of_one_and_gives_page_one_its_only_address() -> None:
    drawn = pagination(4, 5)
    assert [link["number"] if link else None for link in drawn["links"]] == [1, 2, 3, 4, 5]
    assert drawn["links"][0]["url"] == "?"
    assert drawn["next"] == "?page=5"


def test_place_runs_from_end_to_end_and_never_back() -> None:
    spots = [place(when, -3000, 2030) for when in range(-3500, 2100, 50)]
    assert spots == sorted(spots)
    assert (spots[0], spots[-1]) == (0.0, 100.0)
    assert place(1750, 1500, 2000) == 50.0


def test_timeline_keeps_words_apart_in_one_line() -> None:
    bars = [
        {"label": "Kamakura period", "url": "#", "begin": 1185, "end": 1333},
        {"label": "Muromachi", "url": "#", "begin": 1336, "end": 1573},
        {"label": "Edo", "url": "#", "begin": 1603, "end": 1868},
    ]
    lane = timeline([{"region": "east-asia", "label": "East Asia", "bars": bars, "ticks": [1600]}])["lanes"][
        0
    ]
    by_line: dict[float, float] = {}
    for bar in lane["bars"]:
        assert bar["hit_x"] >= by_line.get(bar["y"], -1.0)
        by_line[bar["y"]] = bar["hit_x"] + bar["hit_width"]
    assert [bar["years"] for bar in lane["bars"]] == ["1185–1333", "1336–1573", "1603–1868"]


def test_timeline_leaves_out_what_lies_outside() -> None:
    bars = [{"label": "Shang", "url": "#", "begin": -1599, "end": -1045}]
    assert (
        timeline([{"region": "east-asia", "label": "East Asia", "bars": bars}], begin=1000, end=2000)["lanes"]
        == []
    )


def test_matrix_has_a_cell_for_every_pair() -> None:
    cultures = [
        {"slug": "iran", "label": "Iran", "url": "#", "region": "west-asia"},
        {"slug": "china", "label": "China", "url": "#", "region": "east-asia"},
    ]
    lines = influence_matrix(cultures, cultures, {("iran", "china"): {"count": 8, "url": "/i/"}})["lines"]
    assert [[cell and (cell["count"], cell["level"]) for cell in line["cells"]] for line in lines] == [
        [None, (8, 4)],
        [None, None],
    ]
    assert lines[0]["cells"][1]["label"] == "8 works: Iran to China"


@pytest.mark.parametrize(
    ("latitude", "longitude", "x", "y"),
    [(0, 70, WIDTH / 2, HEIGHT / 2), (90, 70, WIDTH / 2, 0), (0, 249.999, WIDTH, HEIGHT / 2)],
)
def test_projection_is_centred_on_asia_and_europe(
    latitude: float, longitude: float, x: float, y: float
) -> None:
    found = project(latitude, longitude)
    assert found == (pytest.approx(x, abs=2), pytest.approx(y, abs=2))


def test_map_without_its_shapes_still_draws_dots_and_arcs(settings, tmp_path) -> None:
    settings.VAR_DIR = tmp_path
    drawn = world_map(
        None,
        points=[{"latitude": 35.7, "longitude": 139.7, "label": "Tokyo", "url": "#"}],
        arcs=[{"from": (0, 70), "to": (0, 80), "label": "x"}],
    )
    assert drawn["shapes"] == []
    assert drawn["dots"][0]["x"] > WIDTH / 2
    assert drawn["lines"][0]["path"].startswith(f"M{WIDTH // 2},{round(HEIGHT / 2)}Q")
