"""`manage.py build_assets`: fonts, map and the viewer's script from the npm packages into var/build/; done in an instant when nothing changed."""

from __future__ import annotations

import hashlib
import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from asemus.build.han import characters


class Command(BaseCommand):
    help = (
        "Builds what the pages need from the npm packages: fonts, the world map, the viewer. Safe to repeat."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--force", action="store_true", help="Build again even if nothing has changed.")

    def handle(self, *args: Any, **options: Any) -> None:
        packages = settings.BASE_DIR / "node_modules"
        target = settings.VAR_DIR / "build"
        if not (packages / "source-serif").is_dir():
            raise CommandError(
                "The npm packages are not there. Run “npm ci” in the project's folder, then again."
            )
        stamp, kept = fingerprint(settings.BASE_DIR), target / ".stamp"
        if not options["force"] and kept.exists() and kept.read_text() == stamp:
            self.stdout.write("Fonts and map are up to date.")
            return
        from asemus.build.fonts import build_fonts
        from asemus.build.vendor import copy_scripts
        from asemus.build.worldmap import build_map

        files = build_map(packages / "world-atlas" / "countries-50m.json", target / "map")
        files += build_fonts(packages, settings.BASE_DIR / "fixtures", target / "fonts")
        files += copy_scripts(packages, target / "vendor")
        kept.write_text(stamp)
        size = sum(file.stat().st_size for file in files)
        self.stdout.write(f"Built {len(files)} files, {size / 1_000_000:.1f} MB.")


def fingerprint(base: Path) -> str:
    """Changes when the packages, what builds from them or the needed Chinese characters change."""
    sources = [base / "package-lock.json", base / "asemus" / "figures" / "equal_earth.py"]
    sources += sorted((base / "asemus" / "build").glob("*.py"))
    signs = {language: sorted(found) for language, found in characters(base / "fixtures").items()}
    content = b"".join(path.read_bytes() for path in sources) + json.dumps(signs, sort_keys=True).encode()
    return hashlib.sha256(content).hexdigest()
