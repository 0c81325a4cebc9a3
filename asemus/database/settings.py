"""Django's database settings: DATABASE_URL where given, else the embedded server under var/."""

from pathlib import Path
from typing import Any

import environ

from asemus.database.place import DATABASE, SUPERUSER, kept_password, socket_folder

STOCK = "django.db.backends.postgresql"


def database_settings(env: environ.Env, home: Path) -> dict[str, Any]:
    """Return Django's `DATABASES["default"]`; `home` is the embedded server's folder."""
    if env("DATABASE_URL", default=""):
        settings: dict[str, Any] = env.db("DATABASE_URL")
    else:
        settings = {
            "ENGINE": STOCK,
            "NAME": DATABASE,
            "USER": SUPERUSER,
            "PASSWORD": kept_password(home),
            "HOST": str(socket_folder(home)),
            "EMBEDDED_HOME": home,  # ours: asemus.database.server.embedded_server starts it from here
        }
    if settings["ENGINE"] == STOCK:
        settings["ENGINE"] = "asemus.database.backend"
    settings.setdefault("OPTIONS", {})
    settings["CONN_HEALTH_CHECKS"] = True
    settings["CONN_MAX_AGE"] = 60
    settings["TEST"] = {"TEMPLATE": "template0", "CHARSET": "UTF8"}
    return settings
