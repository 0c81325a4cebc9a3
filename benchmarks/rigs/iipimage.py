"""Debian's IIPImage behind nginx, two processes: the rival that serves most museums' pictures."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.rigs.site import free_port, wait_until_it_answers

_PROGRAM = Path("/usr/lib/iipimage-server/iipsrv.fcgi")
_CACHE_MB = "200"  # of tiles in each process: generous
_NGINX = """
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
  access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  upstream iip {{ {servers} keepalive 16; }}
  server {{
    listen 127.0.0.1:{port};
    location / {{
      fastcgi_pass iip; fastcgi_keep_conn on;
      fastcgi_param QUERY_STRING $query_string; fastcgi_param REQUEST_METHOD $request_method;
      fastcgi_param REQUEST_URI $request_uri; fastcgi_param HTTP_HOST $http_host;
    }}
  }}
}}
"""


def missing() -> str:
    """What must be installed first; empty if all is there."""
    packages = {"nginx": "nginx-light", "spawn-fcgi": "spawn-fcgi", "vips": "libvips-tools"}
    absent = [package for name, package in packages.items() if not shutil.which(name)]
    if not _PROGRAM.exists():
        absent.append("iipimage-server")
    return f"apt-get install {' '.join(absent)}" if absent else ""


@contextmanager
def running_iipimage(folder: Path, *, processes: int = 2) -> Iterator[str]:
    """Serve files; an address is `http://…/?IIIF=<path of a TIFF>/<region>/<size>/0/default.jpg`."""
    ports = [free_port() for _process in range(processes)]
    servers = [
        subprocess.Popen(
            [shutil.which("spawn-fcgi") or "", "-n", "-a", "127.0.0.1", "-p", str(port), "--", str(_PROGRAM)],
            env={"MAX_IMAGE_CACHE_SIZE": _CACHE_MB, "JPEG_QUALITY": "84", "LOGFILE": str(folder / f"iip{port}.log"),
                 "VERBOSITY": "0", "URI_MAP": ""},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        for port in ports
    ]  # fmt: skip
    port = free_port()
    upstream = "".join(f"server 127.0.0.1:{each}; " for each in ports)
    (folder / "nginx.conf").write_text(_NGINX.format(folder=folder, port=port, servers=upstream))
    nginx = subprocess.Popen(
        [shutil.which("nginx") or "", "-c", str(folder / "nginx.conf"), "-g", "daemon off;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait_until_it_answers(f"http://127.0.0.1:{port}/")
        yield f"http://127.0.0.1:{port}"
    finally:
        for process in (nginx, *servers):
            process.terminate()
        for process in (nginx, *servers):
            process.wait(timeout=10)
