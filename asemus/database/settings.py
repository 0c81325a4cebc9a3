"""Django's database settings: DATABASE_URL where given, else the embedded server under var/."""

from pathlib import Path
from typing import Any

import environ


def database_settings(env: environ.Env, var_dir: Path) -> dict[str, Any]:
    """Return Django's `DATABASES["default"]`."""
    if env("DATABASE_URL", default=""):
        settings = env.db("DATABASE_URL")
    else:
        password = var_dir / "postgres.password"
        settings = {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": "asemus",
            "USER": "asemus",
            "PASSWORD": password.read_text().strip() if password.exists() else "",
            "HOST": str(var_dir / "run"),
        }
    settings.setdefault("OPTIONS", {})
    settings["CONN_HEALTH_CHECKS"] = True
    settings["CONN_MAX_AGE"] = 60
    settings["TEST"] = {"TEMPLATE": "template0", "CHARSET": "UTF8"}
    return settings
