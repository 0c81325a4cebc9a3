"""Our own starter around the wheel's PostgreSQL: private, C.UTF-8 everywhere, shared by whoever opens the folder."""

import fcntl
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import IO, Any

import psycopg

from asemus.database.account import server_account
from asemus.database.binaries import server_programs
from asemus.database.place import DATABASE, SOCKET_NAME, SUPERUSER, data_folder, kept_password, socket_folder
from asemus.faults import DISK_IS_FULL, Fault, fault_of, tells_of_full_disk

START_SECONDS = 120  # recovery after a crash takes its time
ORPHANS_SECONDS = 20  # after kill -9 the old server's children need a moment to notice
NO_PROCESS = "4194305"  # one more than the highest process id of any system
# A child enters the data folder before it drops root's rights, and names it thus afterwards: so no folder above
# (perhaps root's own, mode 0700) has to be opened to the server's user.
_WHERE_IT_STANDS = "/proc/self/cwd"
# For the suite, whose data nobody misses after a power cut.
FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Server:
    """One PostgreSQL in one home folder."""

    def __init__(self, home: Path, tuning: Mapping[str, str] | None = None) -> None:
        self.home = home.absolute()
        self.data = data_folder(self.home)
        self.log = self.home / "log"
        # What `make demo` has done in this database: it goes when the data goes.
        self.ledger = self.data / "asemus-steps.json"
        self.tuning = dict(tuning or {})
        self._lease: IO[bytes] | None = None

    def start(self) -> None:
        """Start the server, or share the one that runs; hold it until `stop`. Raises Fault."""
        try:
            with self._alone():
                self._make_home()
                if self.pid() is None:
                    self._initialise()
                    self._launch()
                self._make_database()
                if self._lease is None:
                    self._lease = (self.home / "users.lock").open("ab")
                    fcntl.flock(self._lease, fcntl.LOCK_SH)
        except OSError as error:
            raise fault_of(error) from error

    def stop(self) -> None:
        """Let go; whoever lets go last stops the server."""
        if self._lease is None:
            return
        with self._alone(), closing(self._lease):
            try:
                fcntl.flock(self._lease, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return  # somebody else still works with it
            finally:
                lease, self._lease = self._lease, None
            if self.pid() is not None:
                self._halt()
            lease.flush()

    @contextmanager
    def running(self) -> Iterator[None]:
        """The server runs inside this block."""
        self.start()
        try:
            yield
        finally:
            self.stop()

    def pid(self) -> int | None:
        """The process id of the living server of this very folder; None if there is none."""
        try:
            pid = int((self.data / "postmaster.pid").read_text().split("\n", 1)[0])
            os.kill(pid, 0)
        except (FileNotFoundError, ProcessLookupError, ValueError):
            return None
        except PermissionError:
            return None  # another user's process, which has only the same number
        return pid if self._is_this_server(pid) else None

    def connect(self, database: str = DATABASE) -> psycopg.Connection:
        """A connection of the superuser, in autocommit."""
        return psycopg.connect(
            host=str(socket_folder(self.home)),
            dbname=database,
            user=SUPERUSER,
            password=kept_password(self.home),
            connect_timeout=10,
            autocommit=True,
        )

    # --- the parts ------------------------------------------------------------------------------------

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One process at a time may start or stop; the lock ends with its process, however that ends."""
        self.home.mkdir(parents=True, exist_ok=True)
        with (self.home / "start.lock").open("ab") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _is_this_server(self, pid: int) -> bool:
        """A process id may have been given to another program since: compare where it stands, else its name."""
        if sys.platform == "linux":
            try:
                return Path(f"/proc/{pid}/cwd").readlink() == self.data.resolve()
            except OSError:
                return False
        command = ["ps", "-p", str(pid), "-o", "comm="]
        return "postgres" in subprocess.run(command, capture_output=True, text=True, check=False).stdout

    def _make_home(self) -> None:
        """The home and all in it belong to the server's user and are closed to everybody else."""
        self.account = server_account()
        kept_password(self.home)
        run = socket_folder(self.home)
        run.mkdir(exist_ok=True)
        for folder in (self.home, run):
            if self.account:
                os.chown(folder, self.account.uid, self.account.gid)
            folder.chmod(0o700)
        if self.account and self.data.exists() and self.data.stat().st_uid != self.account.uid:
            self.account.own(self.data)  # the same folder on another machine, or in another container
        self.programs = server_programs(self.home, self.account)

    def _initialise(self) -> None:
        """Make the data folder in one step: a half-made one never gets the name."""
        if self.data.exists():
            self._check_major()
            return
        fresh = self.home / "data.new"
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        secret = self.home / "initdb.password"
        secret.touch(mode=0o600)
        secret.write_text(kept_password(self.home))
        if self.account:
            self.account.own(fresh)
            self.account.own(secret)
        try:
            options = [
                "--locale=C.UTF-8",
                "--encoding=UTF8",
                "--auth=scram-sha-256",
                f"--username={SUPERUSER}",
            ]
            made = self._run(
                "initdb", *options, "--pwfile=../initdb.password", "--no-instructions", cwd=fresh
            )
        finally:
            secret.unlink()
        if made.returncode:
            words = made.stderr.strip() or made.stdout.strip()
            shutil.rmtree(fresh, ignore_errors=True)
            raise self._fault("PostgreSQL could not make its data folder", words)
        fresh.rename(self.data)

    def _check_major(self) -> None:
        have = (self.data / "PG_VERSION").read_text().strip()
        command = [self.programs / "postgres", "--version"]
        offered = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        want = offered.split()[-1].split(".")[0]
        if have != want:
            raise Fault(
                f"{self.data} was made by PostgreSQL {have}, and this project now brings PostgreSQL {want}. "
                f"Run `make backup` with the older version of the project, move {self.home} aside, start again, "
                "and bring the data back with `make restore FILE=…`; without a wish to keep it, just move it aside."
            )

    def _launch(self) -> None:
        """Start the server and wait until it answers; recovery and dying children of a killed one get their time."""
        self._forget_dead_server()
        settings = {
            "unix_socket_directories": self._socket_as_server_sees_it(),
            "unix_socket_permissions": "0700",
            "listen_addresses": "",
            "max_connections": "100",
            "max_locks_per_transaction": "256",  # emptying the whole schema locks every table and index at once
            **self.tuning,
        }
        words = " ".join(f"-c {name}={shlex.quote(value) or chr(39) * 2}" for name, value in settings.items())
        until = time.monotonic() + ORPHANS_SECONDS
        while True:
            began = self.log.stat().st_size if self.log.exists() else 0
            with self.log.open("ab") as log:
                started = self._run("pg_ctl", "start", "-w", "-t", str(START_SECONDS), "-o", words, log=log)
            if started.returncode == 0:
                break
            said = self.log.read_bytes()[began:].decode(errors="replace")
            if "pre-existing shared memory block" not in said or time.monotonic() > until:
                raise self._fault("PostgreSQL did not start", said)
            time.sleep(0.5)

    def _forget_dead_server(self) -> None:
        """pid() has found no server: take away what a killed one left, lest its number, given to another program,
        be taken for it. The file's other lines stay: by them PostgreSQL knows the killed one's living children.
        """
        with suppress(FileNotFoundError):
            path = self.data / "postmaster.pid"
            _number, newline, rest = path.read_text().partition("\n")
            path.write_text(NO_PROCESS + newline + rest)
        for left in (SOCKET_NAME, f"{SOCKET_NAME}.lock"):
            (socket_folder(self.home) / left).unlink(missing_ok=True)

    def _make_database(self) -> None:
        with closing(self._first_connection()) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                connection.execute(
                    f"CREATE DATABASE {DATABASE} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'"  # type: ignore[arg-type]
                )

    def _first_connection(self) -> psycopg.Connection:
        """Connect to a server that somebody else may be starting at this moment."""
        until = time.monotonic() + START_SECONDS
        while True:
            try:
                return self.connect("postgres")
            except psycopg.OperationalError as error:
                if self.pid() is None or time.monotonic() > until:
                    raise self._fault("PostgreSQL does not answer", f"error: {error}") from error
                time.sleep(0.1)

    def _halt(self) -> None:
        for mode in ("fast", "immediate"):
            with self.log.open("ab") as log:
                if self._run("pg_ctl", "stop", "-w", "-t", "20", "-m", mode, log=log).returncode == 0:
                    return
        pid = self.pid()
        if pid:
            os.kill(pid, 9)

    def _socket_as_server_sees_it(self) -> str:
        folder = socket_folder(self.home)
        return "../run" if folder.parent == self.home else str(folder)

    def _run(
        self, program: str, *arguments: str, cwd: Path | None = None, log: IO[bytes] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a server program in the data folder as the server's user, with nothing of our environment."""
        cwd = cwd or self.data
        data = _WHERE_IT_STANDS if self.account and sys.platform == "linux" else str(cwd)
        return subprocess.run(
            [self.programs / program, "-D", data, *arguments],
            cwd=cwd,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"},
            stdin=subprocess.DEVNULL,
            stdout=log or subprocess.PIPE,
            stderr=log or subprocess.PIPE,
            text=True,
            check=False,
            **(self.account.process_options() if self.account else {}),
        )

    def _fault(self, what: str, words: str) -> Fault:
        """One sentence out of PostgreSQL's own words."""
        if tells_of_full_disk(words, self.home):
            return Fault(DISK_IS_FULL)
        telling = [
            line for line in words.splitlines() if "FATAL" in line or "PANIC" in line or "error:" in line
        ]
        last = (telling or words.strip().splitlines() or ["(it said nothing)"])[-1].strip()
        return Fault(f"{what}: {last} Look into {self.log}, mend that, and start again.")


@contextmanager
def embedded_server(
    settings: Mapping[str, Any], tuning: Mapping[str, str] | None = None
) -> Iterator[Server | None]:
    """The embedded server of these Django settings runs inside this block; None where somebody else's is used."""
    home = settings.get("EMBEDDED_HOME")
    if home is None:
        yield None
        return
    server = Server(home, tuning)
    with server.running():
        yield server
