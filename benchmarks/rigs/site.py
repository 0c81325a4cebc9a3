"""The site as it is deployed: granian with two workers, in processes of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

_READY_SECONDS = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_it_answers(address: str) -> None:
    """Until something answers there, whatever it says."""
    until = time.monotonic() + _READY_SECONDS
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address, timeout=10).close()  # noqa: S310  an address of our own
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(f"{address} did not answer within {_READY_SECONDS} s")


@contextmanager
def running_site(
    database: str, var: Path, *, workers: int = 2, has_static: bool = False
) -> Iterator[tuple[str, int]]:
    """Serve the site on that database with its files under `var`; gives (address, process id of the server).

    With `has_static` as `make demo` does, with style sheets and scripts; what `make` builds must be there.
    """
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    env = os.environ | {
        "DATABASE_URL": database,
        "ASEMUS_VAR": str(var),
        "PUBLIC_URL": address,
        "DJANGO_SETTINGS_MODULE": "asemus.settings.dev" if has_static else "asemus.settings.test",
        "ASEMUS_DEMO": "1",
    }
    if has_static:
        (var / "build").symlink_to(settings.VAR_DIR / "build")
        collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"]
        subprocess.run(collect, cwd=settings.BASE_DIR, env=env, check=True)
    command = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    command += ["--workers", str(workers), "--blocking-threads", "4", "--no-ws", "asemus.wsgi:application"]
    with (var / "site.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=settings.BASE_DIR, env=env, stdout=log, stderr=log)
    try:
        wait_until_it_answers(f"{address}/iiif/3/none/info.json")
        yield address, server.pid
    finally:
        server.terminate()
        server.wait(timeout=20)


def memory_of(pid: int) -> list[int]:
    """Resident memory of the workers of a server, in MB; empty where the system has no /proc."""
    found = []
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            facts = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
        except OSError:
            continue
        if facts.get("PPid", "").strip() == str(pid) and "VmRSS" in facts:
            found.append(int(facts["VmRSS"].split()[0]) // 1024)
    return sorted(found, reverse=True)
