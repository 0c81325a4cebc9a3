"""For every test: a real PostgreSQL of the right locale, and no socket beyond this machine."""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.db.backends.postgresql.creation import DatabaseCreation

from asemus.database.server import FORGETFUL, Server
from asemus.faults import Fault

_SERVER = pytest.StashKey[Server]()


def pytest_configure(config: pytest.Config) -> None:
    """Start the embedded PostgreSQL once for the run; xdist's workers use the controller's."""
    _databases_are_made_with_the_right_locale()
    if os.environ.get("DATABASE_URL") or hasattr(config, "workerinput"):
        return
    server = Server(Path(settings.VAR_DIR) / "test-postgres", tuning=FORGETFUL)
    try:
        server.start()
    except Fault as fault:
        pytest.exit(str(fault), returncode=3)
    config.stash[_SERVER] = server


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database-only", action="store_true", help="run only what touches the database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--database-only"):
        return
    database = {"db", "transactional_db", "live_server"}
    chosen = [
        item
        for item in items
        if item.get_closest_marker("django_db") or database & set(getattr(item, "fixturenames", ()))
    ]
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = chosen


def pytest_unconfigure(config: pytest.Config) -> None:
    if server := config.stash.get(_SERVER, None):
        server.stop()


def _databases_are_made_with_the_right_locale() -> None:
    """Django has no setting for the locale of the test database; a server's own default may be C."""
    plain = DatabaseCreation._get_database_create_suffix

    def with_locale(self: DatabaseCreation, encoding: str | None = None, template: str | None = None) -> str:
        return f"{plain(self, encoding, template)} LOCALE_PROVIDER libc LOCALE 'C.UTF-8'"

    DatabaseCreation._get_database_create_suffix = with_locale  # type: ignore[method-assign]


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say plainly when the browser tests did not run."""
    skipped = [
        report for report in terminalreporter.stats.get("skipped", []) if "tests/browser" in report.nodeid
    ]
    if skipped:
        terminalreporter.section("browser tests")
        terminalreporter.line(
            f"{len(skipped)} browser test{'s were' if len(skipped) > 1 else ' was'} SKIPPED: no Chromium was found. "
            "Install it (`apt-get install chromium`, or `.venv/bin/playwright install chromium`) and run again."
        )


@pytest.fixture(autouse=True)
def _no_job_of_another_test(request: pytest.FixtureRequest) -> None:
    """The tables of jobs are not Django's to empty after a test that commits: each test begins without any."""
    if "_django_db_helper" in request.fixturenames and _uses_the_database(request):
        request.getfixturevalue("_django_db_helper")
        with connection.cursor() as cursor:
            for table in ("periodic_defers", "events", "jobs"):
                cursor.execute(f"DELETE FROM procrastinate_{table}")


def _uses_the_database(request: pytest.FixtureRequest) -> bool:
    database = {"db", "transactional_db", "live_server", "world", "grown"}
    return bool(request.node.get_closest_marker("django_db") or database & set(request.fixturenames))


@pytest.fixture(autouse=True, scope="session")
def _no_socket_leaves_this_machine() -> Iterator[None]:
    """Refuse every connection of Python's but to loopback and Unix sockets."""
    patch = pytest.MonkeyPatch()
    for name in ("connect", "connect_ex"):
        patch.setattr(socket.socket, name, _only_loopback(getattr(socket.socket, name)))
    yield
    patch.undo()


def _only_loopback(connect: Any) -> Any:
    def guarded(self: socket.socket, address: Any) -> Any:
        if self.family != socket.AF_UNIX and not _is_loopback(address[0]):
            raise PermissionError(
                f"A test tried to reach {address[0]}: the suite speaks to this machine only."
            )
        return connect(self, address)

    return guarded


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
