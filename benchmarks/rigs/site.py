"""The site as it is deployed: granian with two workers, in processes of its own."""

from __future__ import annotations

import os
import secrets
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
    database: str,
    var: Path,
    *,
    workers: int = 2,
    has_static: bool = False,
    is_production: bool = False,
    more: dict[str, str] | None = None,
) -> Iterator[tuple[str, int]]:
    """Serve the site on that database with its files under `var`; gives (address, process id of the server).

    With `has_static` as `make demo` does, with style sheets and scripts, with `is_production` as docs/deploy.md says, behind
    a proxy that ends TLS; what `make` builds must be there. `more` are further variables of its environment.
    """
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    env = os.environ | {
        "DATABASE_URL": database,
        "ASEMUS_VAR": str(var),
        "PUBLIC_URL": address,
        "DJANGO_SETTINGS_MODULE": "asemus.settings.dev" if has_static else "asemus.settings.test",
        "ASEMUS_DEMO": "1",
        "WORK_BUDGET_SECONDS": "0",  # one address asks for everything
    }
    if is_production:
        env |= {
            "DJANGO_SETTINGS_MODULE": "asemus.settings.production",
            "SECRET_KEY": secrets.token_urlsafe(50),
            "ALLOWED_HOSTS": "127.0.0.1",
            "PUBLIC_URL": "https://collection.example",
        }
    env |= more or {}
    if (has_static or is_production) and not (var / "static").exists():
        (var / "build").symlink_to(settings.VAR_DIR / "build")
        collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"]
        subprocess.run(collect, cwd=settings.BASE_DIR, env=env, check=True)
    with _serving("asemus.wsgi:application", port, workers, env, var / "site.log") as pid:
        wait_until_it_answers(f"{address}/iiif/3/none/info.json")
        yield address, pid


@contextmanager
def running_bare(engine: str, props: Path, *, workers: int = 2) -> Iterator[tuple[str, int]]:
    """Serve benchmarks.rigs.bare in the same way."""
    port = free_port()
    env = os.environ | {"BARE_ENGINE": engine, "BARE_PROPS": str(props)}
    log = props.with_name("bare.log")
    with _serving("benchmarks.rigs.bare:application", port, workers, env, log) as pid:
        wait_until_it_answers(f"http://127.0.0.1:{port}/")
        yield f"http://127.0.0.1:{port}", pid


@contextmanager
def _serving(application: str, port: int, workers: int, env: dict[str, str], log_path: Path) -> Iterator[int]:
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port"]
    command += [str(port), "--workers", str(workers), "--blocking-threads", "4", "--no-ws", application]
    with log_path.open("wb") as log:
        server = subprocess.Popen(command, cwd=settings.BASE_DIR, env=env, stdout=log, stderr=log)
    try:
        yield server.pid
    finally:
        server.terminate()
        server.wait(timeout=20)


def processor_seconds(pid: int) -> float:
    """Processor time of the workers of a server so far; 0 where the system has no /proc."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


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
