"""Benchmarks are seldom run: that each can be loaded is asked at every change, so that none is left behind."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import benchmarks

NAMES = [
    module.name
    for module in pkgutil.iter_modules(benchmarks.__path__)
    if not module.ispkg and module.name != "__main__"
]


@pytest.mark.parametrize("name", NAMES)
def test_benchmark_can_be_loaded(name: str) -> None:
    assert importlib.import_module(f"benchmarks.{name}").__doc__
