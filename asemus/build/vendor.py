"""Copies the scripts of others that pages load themselves, each with its licence (var/build/vendor/)."""

from __future__ import annotations

import re
from pathlib import Path

# folder below vendor/ → files of the package: the distribution and its licence.
SCRIPTS = {
    "htmx.org": ("dist/htmx.min.js", "LICENSE"),
    "openseadragon": ("build/openseadragon/openseadragon.min.js", "LICENSE.txt"),
}
# The map is not served, and the static files' storage would look for it.
_SOURCE_MAP = re.compile(rb"^//# sourceMappingURL=.*$", re.M)


def copy_scripts(packages: Path, target: Path) -> list[Path]:
    """Write every file of `SCRIPTS` under `target`; return them. Raises OSError where a package lacks one."""
    written = []
    for name, files in SCRIPTS.items():
        folder = target / name
        folder.mkdir(parents=True, exist_ok=True)
        for file in files:
            copy = folder / Path(file).name
            copy.write_bytes(_SOURCE_MAP.sub(b"", (packages / name / file).read_bytes()))
            written.append(copy)
    return written
