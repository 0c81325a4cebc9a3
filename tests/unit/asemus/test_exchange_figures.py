"""What draws influence: an exchange on one axis, rings, and the thread of a work."""

from __future__ import annotations

from typing import Any

from asemus.figures import exchange, ripples, thread


def bar(
    label: str, first: int | None, last: int | None, sure: tuple[int, int] | None = None
) -> dict[str, Any]:
    sure_from, sure_to = sure or (None, None)
    return {"label": label, "region": "europe", "earliest": first, "latest": last, "sure_from": sure_from, "sure_to": sure_to}  # fmt: skip


def test_received_stands_above_the_axis_and_given_below() -> None:
    drawn = exchange(
        [bar("Iran", 1300, 1400, (1300, 1350))], [bar("Delft", 1600, 1700), bar("Undated", None, None)]
    )
    (above,), (below,) = drawn["above"], drawn["below"]
    assert above["y"] < drawn["axis_y"] < drawn["axis_end"] < below["y"] < drawn["height"]
    assert above["x"] == above["sure_x"] < above["sure_end"] < above["end"] < below["x"]
    assert below["sure_x"] is None and below["years"] == "1600–1700"


def test_bars_share_a_line_only_where_their_words_have_room() -> None:
    drawn = exchange(
        None, [bar("Long name of a culture", 1500, 1510), bar("Next", 1515, 1520), bar("Late", 1900, 1910)]
    )
    assert [one["line"] for one in drawn["below"]] == [0, 1, 0]
    stair = exchange(None, [bar("A", 100, 200), bar("B", 900, 1000)], stair=True)
    assert [one["line"] for one in stair["below"]] == [0, 1]


def test_axis_says_years_as_people_do_and_nothing_dated_draws_nothing() -> None:
    labels = [mark["label"] for mark in exchange(None, [bar("Gandhara", -250, 300)])["marks"]]
    assert "1 CE" in labels and "200 BCE" in labels and "0" not in labels
    assert exchange([bar("Undated", None, None)], None)["height"] == 0


def test_rings_put_each_place_behind_the_one_it_came_by() -> None:
    places = [
        {"name": name, "label": name, "ring": ring, "before": before, "region": "europe"}
        for name, ring, before in (("a", 1, ""), ("b", 1, ""), ("c", 2, "a"), ("d", 2, "a"), ("e", 3, "c"))
    ]
    drawn = ripples(places)
    at = {dot["name"]: ((dot["x"] - 500) ** 2 + (dot["y"] - 500) ** 2) ** 0.5 for dot in drawn["dots"]}
    assert [round(at[name] / at["a"]) for name in "abcde"] == [1, 1, 2, 2, 3]
    assert len({(dot["x"], dot["y"]) for dot in drawn["dots"]}) == len(places)
    assert len(drawn["threads"]) == len(places) and ripples([])["dots"] == []


def test_thread_breaks_in_doubt_and_cuts_long_names_in_the_drawing_only() -> None:
    far = {"label": "A very long title of a work far away from here", "certainty": "disputed"}
    drawn = thread([far], [])
    (item,) = drawn["before"]
    assert item["is_broken"] and item["drawn"].endswith("…") and item["label"] == far["label"]
    assert item["path"].endswith(f"100,{drawn['middle']:g}") and drawn["after"] == []
