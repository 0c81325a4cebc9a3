"""How much memory a worker needs for the index: a process of its own that holds it and has been asked everything."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings


def megabytes(address: str, queries: list[str]) -> int:
    """What the process grows by when it takes the index and answers all questions."""
    command = [sys.executable, "-m", "benchmarks.rigs.index_memory"]
    env = os.environ | {"DATABASE_URL": address}
    done = subprocess.run(
        command,
        input="\n".join(queries),
        env=env,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout)


def _resident() -> int:
    """In kB."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0])


def _main() -> None:
    import django

    django.setup()
    from django.http import QueryDict

    from collection.filters import ArtworkFilterSet
    from collection.search.words import spots

    def ask(query: str) -> None:
        browse = ArtworkFilterSet(QueryDict(query))
        if browse.is_valid() and browse.found is not None:
            browse.found.counts()

    # What is loaded without an index, too: the form, and all that cuts and spells words.
    list(map(str, ArtworkFilterSet(QueryDict("q=a")).form))
    for word, language in (
        ("青花", "zh"),
        ("청자", "ko"),
        ("とうだいじ", "ja"),
        ("ваза", "ru"),
        ("بركة", "ar"),
        ("कमल", "hi"),
    ):
        spots(word, language, is_name=True)
    before = _resident()
    for line in sys.stdin.read().splitlines():
        ask(line)
    print((_resident() - before) // 1024)


if __name__ == "__main__":
    _main()
