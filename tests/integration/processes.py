"""The project's commands in processes of their own, on a database of the test's server."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any
from urllib.parse import quote

from django.conf import settings


def manage(place: dict[str, Any], *command: str, **more: str) -> subprocess.Popen[str]:
    """Start `manage.py command` on the database of `place` (psycopg's parameters); `more` are environment variables."""
    port = f":{place['port']}" if place.get("port") else ""
    password = f":{quote(place['password'], safe='')}" if place.get("password") else ""
    host = f"{place.get('host', '')}{port}"
    server = f"/{host}" if host.startswith("/") else host  # a socket's folder stands in the path
    url = f"postgres://{place['user']}{password}@{server}/{place['dbname']}"
    return subprocess.Popen(
        [sys.executable, "manage.py", *command],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "asemus.settings.test"} | more,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
