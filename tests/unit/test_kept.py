"""What is kept of a catalogue: only within a request that knows its version, and never longer than that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from members.kept import Kept, at_version


def counted() -> Callable[[], list[int]]:
    calls: list[int] = []
    return lambda: [calls.append(1) or len(calls)]  # type: ignore[func-returns-value]


@pytest.fixture(autouse=True)
def _outside_of_a_transaction(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("members.kept.connection", type("Outside", (), {"in_atomic_block": False}))


def test_things_are_made_once_in_a_version() -> None:
    kept: Kept[Any] = Kept(10)
    make = counted()
    with at_version(7):
        assert [kept.get("a", make), kept.get("a", make)] == [[1], [1]]
    with at_version(8):
        assert [kept.get("a", make), kept.get("a", make)] == [[2], [2]]
        assert len(kept) == 1


def test_a_request_of_an_older_version_keeps_and_finds_nothing() -> None:
    kept: Kept[Any] = Kept(10)
    with at_version(8):
        kept.put("a", "new")
    with at_version(7):
        assert kept.seek("a") is None
        kept.put("a", "old")
    with at_version(8):
        assert kept.seek("a") == "new"


def test_nothing_is_kept_outside_of_a_request() -> None:
    kept: Kept[Any] = Kept(10)
    make = counted()
    assert [kept.get("a", make), kept.get("a", make), len(kept)] == [[1], [2], 0]


def test_those_used_last_stay() -> None:
    kept: Kept[Any] = Kept(2)
    with at_version(1):
        kept.put("a", 1)
        kept.put("b", 2)
        kept.seek("a")
        kept.put("c", 3)
        assert [kept.seek(name) for name in "abc"] == [1, None, 3]


def test_within_a_transaction_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("members.kept.connection", type("Inside", (), {"in_atomic_block": True}))
    kept: Kept[Any] = Kept(10)
    with at_version(1):
        kept.put("a", 1)
        assert kept.seek("a") is None
