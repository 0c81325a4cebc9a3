"""Runs the benchmarks that are named, or all of them."""

import importlib
import os
import pkgutil
import sys
from pathlib import Path

import django
from rich.console import Console
from rich.table import Table

import benchmarks

TUNING = {"shared_buffers": "2GB"}  # as docs/deploy.md tells operators of large catalogues


def main(names: list[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "asemus.settings.test")
    django.setup()
    from django.conf import settings

    from asemus.database.server import embedded_server

    modules = pkgutil.iter_modules([str(Path(benchmarks.__file__).parent)])
    known = sorted(module.name for module in modules if not module.ispkg)
    known.remove("__main__")
    if unknown := sorted(set(names) - set(known)):
        print(f"There is no benchmark {unknown[0]}. There are: {', '.join(known)}.")
        return 1
    console = Console(highlight=False)
    console.width = max(console.width, 150)  # a table whose words are cut says nothing
    with embedded_server(settings.DATABASES["default"], TUNING):
        for name in names or known:
            module = importlib.import_module(f"benchmarks.{name}")
            console.print(f"\n{(module.__doc__ or name).splitlines()[0]}", soft_wrap=True)
            table = Table("", *module.COLUMNS, box=None)
            try:
                for words, *figures in module.measure():
                    table.add_row(words, *figures)
            finally:  # what was measured stands, whatever failed afterwards
                console.print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
