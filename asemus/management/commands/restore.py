"""`make restore FILE=…`: database and files as they were; says so before it throws newer work away."""

import fcntl
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from asemus.database import archive
from asemus.database.server import embedded_server
from asemus.faults import Fault, fault_of
from collection.actions.erase import erase_again
from collection.actions.erasure_ledger import as_json, remembered
from collection.models import Erasure
from members.models import Deed


class Command(BaseCommand):
    help = "Bring an archive of `make backup` back. Refuses to overwrite newer work unless told to."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, nargs="?")
        parser.add_argument("--overwrite-newer", action="store_true", help="throw away what was done since")

    def handle(self, *args: Any, file: Path | None, overwrite_newer: bool, **options: Any) -> None:
        if file is None:
            raise CommandError("Name the archive: make restore FILE=var/backups/….tar.gz")
        try:
            manifest = archive.read_manifest(file.absolute())
            self._refuse_from_the_future(manifest)
            with self._nothing_runs(), embedded_server(settings.DATABASES["default"]) as server:
                if not overwrite_newer:
                    self._refuse_older(manifest)
                connection.close()
                if server:
                    server.ledger.unlink(
                        missing_ok=True
                    )  # what `make demo` has done may not be done in there
                erasures = [*_erasures_here(), *remembered()]
                archive.restore(file.absolute(), connection.settings_dict, Path(settings.MEDIA_ROOT))
                call_command("migrate", interactive=False, verbosity=0)
                again = erase_again(erasures)
        except Fault as fault:
            raise CommandError(str(fault)) from fault
        except OSError as error:
            raise CommandError(str(fault_of(error))) from error
        finally:
            connection.close()
        self.stdout.write(
            f"Everything is as it was on {manifest.made_at}: deed {manifest.last_deed}, {manifest.files} files."
        )
        if again:
            self.stdout.write(f"Erased again by law, as was done since: {', '.join(again)}.")

    @staticmethod
    def _nothing_runs() -> Any:
        """Hold the demonstration's lock, so that nobody works on what is being replaced."""
        lock = (settings.VAR_DIR / "demo.lock").open("ab")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Fault(
                "The demonstration runs in this folder. Stop it with Ctrl-C first, then restore."
            ) from None
        return lock

    @staticmethod
    def _refuse_from_the_future(manifest: archive.Manifest) -> None:
        known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
        if unknown := sorted(set(manifest.migrations) - known):
            raise Fault(
                f"The archive is of a newer version of this project ({unknown[0]}). Update the project first."
            )

    @staticmethod
    def _refuse_older(manifest: archive.Manifest) -> None:
        if (
            not MigrationRecorder(connection).has_table()
            or Deed._meta.db_table not in connection.introspection.table_names()
        ):
            return
        newest = Deed.objects.order_by("-id").first()
        if newest is not None and newest.id > manifest.last_deed:
            raise Fault(
                f"The database is newer than the archive: it holds {newest.id - manifest.last_deed} deeds since, the "
                f"last on {newest.at:%Y-%m-%d %H:%M} UTC. Save them with `make backup`, then say that they may go: "
                "make restore FILE=… NEWER=overwrite"
            )


def _erasures_here() -> list[dict[str, Any]]:
    """Those that the database which is replaced remembers."""
    if Erasure._meta.db_table not in connection.introspection.table_names():
        return []
    return [as_json(row) for row in Erasure.objects.all()]
