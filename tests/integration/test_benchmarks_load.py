"""Benchmarks are seldom run: that each can be loaded is asked at every change, so that none is left behind."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import benchmarks.rigs

NAMES = [
    f"{package.__name__}.{module.name}"
    for package in (benchmarks, benchmarks.rigs)
    for module in pkgutil.iter_modules(package.__path__)
    if not module.ispkg and module.name != "__main__"
]


@pytest.mark.parametrize("name", NAMES)
def test_benchmark_can_be_loaded(name: str) -> None:
    assert importlib.import_module(name).__doc__
