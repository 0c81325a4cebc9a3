"""Makes the three demonstration logins; `make demo` calls it once the collection is loaded."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from asemus.demo import logins
from asemus.demo.passwords import kept_logins


class Command(BaseCommand):
    help = "Make the demonstration logins (passwords in var/demo-logins.json). Refused where DEBUG is off."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("Demonstration logins are made only where DEBUG is on (asemus.settings.dev).")
        if logins.holds_real_records():
            raise CommandError("This database holds real records, so no demonstration logins are made in it.")
        logins.make(kept_logins(settings.VAR_DIR))
