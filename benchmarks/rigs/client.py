"""Eight clients that ask as fast as they are answered: wrk, with a list of addresses."""

from __future__ import annotations

import http.client
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

CLIENTS = 8
_SCRIPT = """
local paths = {}
for line in io.lines("%s") do paths[#paths + 1] = line end
local at = 0
local headers = {%s}
local visitors = %d
request = function()
  at = at %% #paths + 1
  if visitors > 0 then
    local n = at %% visitors
    headers["X-Forwarded-For"] = string.format("10.%%d.%%d.%%d", n / 65536, n / 256 %% 256, n %% 256)
  end
  return wrk.format("GET", paths[at], headers)
end
done = function(summary, latency, requests)
  local bad = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format("RESULT %%d %%d %%d %%d %%d\\n", summary.requests, summary.duration, bad,
    latency:percentile(50), latency:percentile(99)))
end
"""
_UNITS = 1000  # wrk counts microseconds


@dataclass(frozen=True)
class Answered:
    """What came back: answers a second, milliseconds at the median and at the 99th percentile, failures."""

    per_second: float
    median: float
    p99: float
    failed: int
    count: int = 0


def ask(
    server: str,
    paths: list[str],
    *,
    seconds: int = 8,
    clients: int = CLIENTS,
    headers: dict[str, str] | None = None,
    visitors: int = 0,
) -> Answered:
    """Ask the server (http://host:port) for the paths in turn, as so many `visitors` of the proxy before it where there are
    any. Raises FileNotFoundError without wrk.
    """
    command = shutil.which("wrk")
    if command is None:
        raise FileNotFoundError("wrk is not installed: apt-get install wrk")
    with tempfile.TemporaryDirectory() as folder:
        listed, script = Path(folder) / "paths", Path(folder) / "ask.lua"
        listed.write_text("\n".join(paths))
        said = ", ".join(f'["{name}"]="{value}"' for name, value in (headers or {}).items())
        script.write_text(_SCRIPT % (listed, said, visitors))
        done = subprocess.run(
            [command, "-t1", f"-c{clients}", f"-d{seconds}s", "--timeout", "10s", "-s", str(script), server],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    found = re.search(r"RESULT (\d+) (\d+) (\d+) (\d+) (\d+)", done.stdout)
    if found is None:
        raise RuntimeError(done.stdout + done.stderr)
    requests, duration, failed, median, p99 = (int(number) for number in found.groups())
    rate = requests / (duration / 1_000_000)
    return Answered(rate, median / _UNITS, p99 / _UNITS, failed, requests)


def timed(server: str, paths: list[str], *, uncounted: int = 3) -> tuple[float, float]:
    """Ask for one path after the other over one connection; (median, 95th percentile) in milliseconds."""
    connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=60)
    times = []
    for number, path in enumerate([*paths[:uncounted], *paths]):
        began = time.perf_counter()
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        if answer.status != http.client.OK:
            raise RuntimeError(f"{path} answers {answer.status}")
        if number >= uncounted:
            times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]
