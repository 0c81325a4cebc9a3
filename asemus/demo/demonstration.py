"""The demonstration from its first line to Ctrl-C: database, steps, server, worker, and all of it away again."""

import os
import shutil
import signal
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from rich.console import Console
from rich.table import Table

from asemus.database.server import Server
from asemus.demo import ports, steps
from asemus.demo.children import Child, Register, stop_all
from asemus.demo.outside import check_server
from asemus.demo.passwords import kept_logins
from asemus.demo.stopping import StopSign
from asemus.demo.work import Stopped, Work, child_environment
from asemus.faults import DISK_IS_FULL, Fault

ROOM_NEEDED = 200 * 1024 * 1024
READY_SECONDS = 60
RESTARTS = 5


def media_folder(named: str) -> Path | None:
    """The folder of pictures that `make demo MEDIA=…` names, None where it names none. Raises Fault."""
    if not named.strip():
        return None
    folder = Path(named.strip()).expanduser().resolve()
    if not folder.is_dir():
        raise Fault(
            f"MEDIA names {folder}, and there is no such folder. Name one with pictures and their table."
        )
    return folder


class Demonstration:
    """One run of `make demo`."""

    def __init__(self, var: Path, port: str, console: Console) -> None:
        self.var = var
        self.console = console
        self.wanted_port = port
        self.stop = StopSign()
        self.media: Path | None = None
        self.is_outside = bool(os.environ.get("DATABASE_URL"))
        self.database = None if self.is_outside else Server(var / "postgres")
        self.children: list[Child] = []
        self.register = Register(var / "demo-children.json")
        self.restarts = 0

    def run(self) -> None:
        """Serve until somebody stops it. Raises Fault; whatever happens, nothing is left running."""
        self.stop.listen()
        (self.var / "log").mkdir(parents=True, exist_ok=True)
        self.register.sweep()
        self.port = ports.check_port(self.wanted_port)
        self.media = media_folder(os.environ.get("MEDIA", ""))
        self.address = f"http://localhost:{self.port}"
        try:
            self._start_database()
            self._prepare()
            self._serve()
        except Stopped:
            self.console.print("Stopped. `make demo` goes on from here.")
        finally:
            self._stop()

    # --- start ----------------------------------------------------------------------------------------

    def _start_database(self) -> None:
        if self.database is None:
            check_server(os.environ["DATABASE_URL"])
            return
        is_new = not self.database.data.exists()
        if is_new and shutil.disk_usage(self.var).free < ROOM_NEEDED:
            raise Fault(DISK_IS_FULL)
        with self.console.status("Starting PostgreSQL …"):
            self.database.start()
        if is_new:
            self.console.print("[green]✓[/] Starting PostgreSQL")

    def _prepare(self) -> None:
        ledger = steps.Ledger(self.var, self.database.ledger if self.database else None)
        self.env = child_environment(self.var, ASEMUS_DEMO="1")
        self.env.setdefault("PUBLIC_URL", self.address)
        self.logins = kept_logins(self.var)
        more = {"logins": str(self.logins)}
        database = list(steps.DATABASE)
        if self.media is not None:
            self.env["MEDIA"] = str(self.media)
            more["media"] = steps.folder_digest(self.media)
            database.append(steps.MEDIA)
        work = Work(self.console, self.var, self.env, ledger, more, self.database, self.stop)
        work.do_beside(steps.BUILD, database)
        work.do(steps.STATIC)

    def _serve(self) -> None:
        log = self.var / "log"
        workers = str(len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1)
        server = [
            sys.executable,
            "-m",
            "granian",
            "--interface",
            "wsgi",
            "--host",
            ports.HOST,
            "--port",
            str(self.port),
        ]
        server += ["--workers", workers, "--blocking-threads", "4", "--no-ws", "--respawn-failed-workers"]
        server += ["--workers-kill-timeout", "5", "asemus.wsgi:application"]
        worker = [sys.executable, "manage.py", "procrastinate", "worker"]
        self.children = [
            Child("server", server, self.env, log / "server.log"),
            Child("worker", worker, self.env, log / "worker.log"),
        ]
        site, background = self.children
        site.start()
        self.register.write(self.children)
        with self.console.status("Starting the site …"):
            self._wait_until_it_answers()
        background.start()  # only now: a visitor should not wait for it
        self.register.write(self.children)
        self._welcome()
        while not self.stop.wait(0.5):
            self._look_after()

    def _wait_until_it_answers(self) -> None:
        until = time.monotonic() + READY_SECONDS
        while time.monotonic() < until:
            if self.stop.wait(0.1):
                raise Stopped
            if not self.children[0].is_alive():
                raise self._server_fault()
            try:
                with urllib.request.urlopen(f"http://{ports.HOST}:{self.port}/healthz", timeout=30):
                    return
            except urllib.error.HTTPError as error:
                if error.code < 500:
                    return
                raise Fault(
                    f"The site answers with {error.code} where it should say that it is well. "
                    f"{self.children[0].log} has its reasons; mend that and start again."
                ) from error
            except OSError:
                continue  # not listening yet
        raise Fault(
            f"The site has not answered for {READY_SECONDS} s. Look into {self.children[0].log} and start again."
        )

    def _welcome(self) -> None:
        (self.var / "demo-address").write_text(self.address)
        say = self.console.print
        say(
            f"\nThe Virtual Collection of Masterpieces:  [bold]{self.address}[/]\n",
            soft_wrap=True,
            highlight=False,
        )
        table = Table("Sign in as", "e-mail", "password", box=None, pad_edge=False, header_style="dim")
        for login in self.logins:
            table.add_row(login.words, login.email, login.password)
        table_console = Console(width=max(self.console.width, 120), file=self.console.file)
        table_console.print(table, soft_wrap=True)
        say(
            f"\n[dim]at {self.address}/admin/ · these logins work on this machine only · Ctrl-C stops everything[/]"
        )

    # --- while it runs, and the end -------------------------------------------------------------------

    def _look_after(self) -> None:
        """Bring back what somebody has killed; give up, with a sentence, where it dies again and again."""
        if self.database is not None and self.database.pid() is None:
            self._count_restart("The database")
            self.database.start()
            self.console.print(
                "The database was killed; it has been started again. Nothing that was saved is lost."
            )
        for child in self.children:
            if child.is_alive():
                continue
            last_words = child.last_words()
            self._count_restart(f"The {child.name}", last_words)
            child.end(0)
            child.start()
            self.register.write(self.children)
            self.console.print(f"The {child.name} had stopped; it has been started again.")

    def _count_restart(self, what: str, last_words: str = "") -> None:
        self.restarts += 1
        if self.restarts > RESTARTS:
            said = f" Its last words: {last_words}" if last_words else ""
            raise Fault(
                f"{what} keeps dying.{said} Look into {self.var / 'log'}, mend that, and start again."
            )

    def _server_fault(self) -> Fault:
        words = self.children[0].log.read_text(errors="replace")
        if "in use" in words:
            return ports.busy(self.port)
        return Fault(
            f"The site did not start: {self.children[0].last_words()} — {self.children[0].log} has the whole story."
        )

    def _stop(self) -> None:
        """Server and worker first, the database last."""
        grace = 0.0 if self.stop.is_urgent else 10.0
        with self.console.status("Stopping …"):
            killed = stop_all(self.children, signal.SIGINT, grace)
            (self.var / "demo-address").unlink(missing_ok=True)
            self.register.path.unlink(missing_ok=True)
            if self.database is not None:
                self.database.stop()
        for name in killed:
            self.console.print(f"The {name} did not stop by itself and was ended.")
        if self.children:
            self.console.print("Stopped: server, worker and database.")
