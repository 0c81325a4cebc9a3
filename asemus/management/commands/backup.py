"""`make backup`: database and files into one archive, while the site runs or not."""

import datetime as dt
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from asemus.database import archive
from asemus.database.server import embedded_server
from asemus.faults import Fault, fault_of
from members.models import Deed


class Command(BaseCommand):
    help = "Write database and files into one archive (var/backups/… unless a file is named)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", type=Path)

    def handle(self, *args: Any, file: Path | None, **options: Any) -> None:
        now = dt.datetime.now(dt.UTC)
        target = (file or settings.VAR_DIR / "backups" / f"asemus-{now:%Y-%m-%d-%H%M%S}.tar.gz").absolute()
        if target.exists():
            raise CommandError(f"{target} is there already. Name another file: make backup FILE=…")
        try:
            with embedded_server(settings.DATABASES["default"]):
                manifest = self._write(target)
        except Fault as fault:
            raise CommandError(str(fault)) from fault
        except OSError as error:
            raise CommandError(str(fault_of(error))) from error
        finally:
            connection.close()
        self.stdout.write(
            f"{target}: the database up to deed {manifest.last_deed}, and {manifest.files} files."
        )

    def _write(self, target: Path) -> archive.Manifest:
        applied = MigrationRecorder(connection).applied_migrations()
        if not applied:
            raise Fault("The database is empty: there is nothing to back up. `make demo` fills it.")
        last = Deed.objects.order_by("-id").values_list("id", flat=True).first() or 0
        migrations = [f"{app}.{name}" for app, name in applied]
        return archive.write(target, connection.settings_dict, Path(settings.MEDIA_ROOT), last, migrations)
