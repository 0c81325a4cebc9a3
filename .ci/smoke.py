"""Starts `make demo` as a person at a terminal would, opens the main pages, presses Ctrl-C, and looks what is left."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("ASEMUS_VAR") or ROOT / "var")
PAGES = [
    "/",
    "/artworks/",
    "/artworks.json",
    "/countries/",
    "/epochs/",
    "/influences/",
    "/museums/",
    "/exhibitions/",
    "/about/",
    "/accessibility/",
    "/privacy/",
    "/terms/",
    "/fr/",
    "/fr/artworks/",
    "/sitemap.xml",
    "/robots.txt",
    "/healthz",
]
REDIRECTING = ("/admin/login/",)  # to the portal's own sign-in page
START_SECONDS = 240
STOP_SECONDS = 25


def main() -> int:
    port = _free_port()
    log = VAR / "smoke.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    faults = _one_run("first start", port, log, [_visit, _second_demo, _killed_database])
    faults += _one_run("second start", port, log, [])
    for fault in faults:
        print(f"  ✗ {fault}")
    if faults:
        print(log.read_text(errors="replace")[-2000:])
    return 1 if faults else 0


def _one_run(words: str, port: int, log: Path, looks: list[Callable[[int], list[str]]]) -> list[str]:
    """Start, look, stop; return what is wrong."""
    began = time.monotonic()
    with log.open("wb") as out:
        demo = subprocess.Popen(
            ["make", "demo", f"PORT={port}"], cwd=ROOT, stdout=out, stderr=out, start_new_session=True
        )
    try:
        faults = _wait(demo, log)
        print(f"{words}: ready after {time.monotonic() - began:.1f} s")
        if not faults:
            faults = [fault for look in looks for fault in look(port)]
    finally:
        faults_at_the_end = _stop(demo, port)
    return faults + faults_at_the_end


def _second_demo(port: int) -> list[str]:
    """A second `make demo` in the same folder says so."""
    done = subprocess.run(["make", "demo"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode and f"already runs in this folder at http://localhost:{port}" in done.stderr:
        return []
    return [f"a second make demo said: {done.stdout}{done.stderr}"]


def _killed_database(port: int) -> list[str]:
    """kill -9 of the database: the site is back within half a minute."""
    os.kill(int((VAR / "postgres" / "data" / "postmaster.pid").read_text().splitlines()[0]), signal.SIGKILL)
    until = time.monotonic() + 30
    time.sleep(2)
    while (status := _get("localhost", port, "/artworks.json")[0]) != http.client.OK:
        if time.monotonic() > until:
            return [f"30 s after kill -9 of the database /artworks.json answers {status}"]
        time.sleep(0.5)
    return []


def _wait(demo: subprocess.Popen[bytes], log: Path) -> list[str]:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if demo.poll() is not None:
            return [f"make demo ended with {demo.returncode}"]
        if "http://localhost:" in log.read_text(errors="replace"):
            return []
        time.sleep(0.2)
    return [f"make demo was not ready after {START_SECONDS} s"]


def _visit(port: int) -> list[str]:
    faults = []
    first_work = re.search(r'"url": ?"([^"]+)"', _get("localhost", port, "/artworks.json")[1])
    if first_work is None:
        faults.append("/artworks.json lists no work: the demonstration collection is not there")
    work = [re.sub(r"^https?://[^/]+", "", first_work[1])] if first_work else []
    for host in ("localhost", "127.0.0.1"):
        for path in [*PAGES, *work]:
            status, _body = _get(host, port, path)
            if status != http.client.OK:
                faults.append(f"http://{host}:{port}{path} answers {status}")
    for path in REDIRECTING:
        status, _body = _get("localhost", port, path)
        if status not in (http.client.OK, http.client.FOUND):
            faults.append(f"{path} answers {status}")
    return faults


def _get(host: str, port: int, path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection(host, port, timeout=30)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode(errors="replace")
    except OSError as error:
        return 0, str(error)
    finally:
        connection.close()


def _stop(demo: subprocess.Popen[bytes], port: int) -> list[str]:
    """Ctrl-C: the terminal's whole foreground group gets the signal. Then nothing of ours may be alive."""
    faults = []
    if demo.poll() is None:
        os.killpg(demo.pid, signal.SIGINT)
        try:
            demo.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(demo.pid, signal.SIGKILL)
            faults.append(f"make demo did not stop within {STOP_SECONDS} s")
    left = [line for line in _processes() if f"--port {port}" in line]
    faults += [f"left running: {line}" for line in left]
    pid_file = VAR / "postgres" / "data" / "postmaster.pid"
    if pid_file.exists():
        faults.append(f"the database was not stopped: {pid_file} is still there")
    return faults


def _processes() -> list[str]:
    commands = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            commands.append(path.read_bytes().replace(b"\0", b" ").decode(errors="replace"))
        except OSError:
            continue
    return commands


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


if __name__ == "__main__":
    sys.exit(main())
