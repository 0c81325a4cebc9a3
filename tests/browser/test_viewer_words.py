"""The viewer's pure functions, each asked in the browser: what addresses and content states mean, how a rule is chosen."""

from __future__ import annotations

import base64
import json
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CANVAS = "https://example.org/m/canvas/1"
REGION = {"x": 1, "y": 2, "width": 30, "height": 40}


@pytest.fixture
def asked(page: Page, live_server: Any) -> Any:
    """Call a function of a module of ours: asked("viewer-address", "regionOf", "1,2,3,4")."""
    page.goto(f"{live_server.url}/about/")

    def ask(module: str, function: str, *given: Any) -> Any:
        call = "async ([path, name, given]) => (await import(path))[name](...given)"
        return page.evaluate(call, [f"/static/js/{module}.js", function, list(given)])

    return ask


def packed(state: Any, *, percent: bool = True) -> str:
    text = json.dumps(state, ensure_ascii=False)
    data = quote(text, safe="").encode() if percent else text.encode()
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def test_regions_and_fragments_are_read_and_written(asked: Any) -> None:
    regions = {
        "1,2,30,40": REGION,
        "pixel:1,2,30,40": REGION,
        "1.5,2,30,40": REGION | {"x": 1.5},
        "percent:1,2,30,40": None,
        "1,2,0,40": None,
        "-1,2,30,40": None,
        "1,2,30": None,
        "1e3,2,30,40": None,
        "": None,
    }
    assert {text: asked("viewer-address", "regionOf", text) for text in regions} == regions
    assert asked("viewer-address", "regionOf", None) is None
    assert asked("viewer-address", "fragment", REGION, "") == "#xywh=1,2,30,40"
    assert asked("viewer-address", "fragment", REGION, "4f2k8m") == "#xywh=1,2,30,40&view=4f2k8m"
    for hash_, found in {
        "#xywh=1,2,30,40&view=4f2k8m": {"region": REGION, "view": "4f2k8m", "isUnread": False},
        "#xywh=somewhere": {"region": None, "view": "", "isUnread": True},
        "#provenance": {"region": None, "view": "", "isUnread": False},
    }.items():
        assert asked("viewer-address", "fragmentOf", hash_) == found


def test_a_region_is_cut_to_its_picture(asked: Any) -> None:
    size = {"width": 100, "height": 50}
    for x, y, width, height, found in [
        (-10.2, -5, 50, 20, {"x": 0, "y": 0, "width": 40, "height": 15}),
        (90, 40, 50, 50, {"x": 90, "y": 40, "width": 10, "height": 10}),
        (200, 10, 20, 20, None),
        (0, 60, 20, 20, None),
    ]:
        region = {"x": x, "y": y, "width": width, "height": height}
        assert asked("viewer-address", "within", region, size) == found


def test_content_states_are_read_in_all_their_forms(asked: Any) -> None:
    target = {"id": f"{CANVAS}#xywh=1,2,30,40", "type": "Canvas"}
    annotation = {"type": "Annotation", "motivation": ["contentState"], "target": target}
    selector = {"type": "FragmentSelector", "value": "xywh=1,2,30,40"}
    specific = {"type": "SpecificResource", "source": {"id": CANVAS, "type": "Canvas"}, "selector": selector}
    for state in (
        packed(annotation),
        packed(annotation, percent=False),
        packed(annotation | {"label": "神奈川沖浪裏"}),
        packed(annotation | {"label": "神奈川沖浪裏"}, percent=False),
        packed(annotation | {"target": specific}),
        packed(annotation | {"target": [specific]}),
        packed(specific | {"source": CANVAS, "selector": [selector]}),
        json.dumps(target),
        json.dumps(annotation | {"target": target["id"]}),
        f"{CANVAS}#xywh=1,2,30,40",
    ):
        found = asked("viewer-address", "decoded", state)
        assert (found["id"], found["region"]) == (CANVAS, REGION), state
    assert asked("viewer-address", "decoded", CANVAS)["region"] is None
    for nonsense in (
        "",
        "not base64!",
        "🌊",
        packed(7),
        packed(None),
        packed({}),
        packed([]),
        "%%%",
        "{",
        "e30",
    ):
        assert asked("viewer-address", "decoded", nonsense) is None, nonsense


def test_a_content_state_is_written_as_it_is_read(asked: Any) -> None:
    state = asked("viewer-address", "stateOf", CANVAS, "https://example.org/m", REGION)
    text = asked("viewer-address", "encoded", state)
    assert set(text) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    assert asked("viewer-address", "decoded", text)["region"] == REGION
    assert state["target"]["partOf"] == [{"id": "https://example.org/m", "type": "Manifest"}]


def test_a_rule_is_a_round_length_that_fits(asked: Any) -> None:
    rules = {
        0.2: (5, "m"),
        1.1: (1, "m"),
        3: (20, "cm"),
        37.795: (2, "cm"),
        140: (1, "cm"),
        141: (5, "mm"),
        2000: (0.5, "mm"),
    }
    found = {scale: asked("viewer-scale", "ruleFor", scale) for scale in rules}
    assert {scale: (rule["value"], rule["unit"]) for scale, rule in found.items()} == rules
    assert all(rule["pixels"] <= 140.001 for rule in found.values())
