"""Scripts of others are copied whole, with their licence, and without an address that nothing answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from asemus.build.vendor import copy_scripts


def test_scripts_are_copied_with_their_licences(tmp_path: Path) -> None:
    packages = settings.BASE_DIR / "node_modules"
    written = copy_scripts(packages, tmp_path)
    assert [str(path.relative_to(tmp_path)) for path in written] == [
        "htmx.org/htmx.min.js",
        "htmx.org/LICENSE",
        "openseadragon/openseadragon.min.js",
        "openseadragon/LICENSE.txt",
    ]
    theirs = (packages / "openseadragon/build/openseadragon/openseadragon.min.js").read_bytes()
    ours = written[2].read_bytes()
    assert b"sourceMappingURL" in theirs
    assert b"sourceMappingURL" not in ours
    assert theirs.startswith(ours.rstrip()[:100_000])


def test_a_package_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        copy_scripts(tmp_path / "nothing", tmp_path / "vendor")
