"""The three demonstration logins and their random passwords, kept under var/ for their owner only."""

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

# The museum whose registrar one of them is.
MUSEUM = "national-museum-of-korea"
# (role, what it may do, e-mail)
_ROLES = (
    ("registrar", "Registrar, National Museum of Korea", "registrar@demonstration.example"),
    ("curator", "Curator of exhibitions", "curator@demonstration.example"),
    ("editor", "Editor of the network", "editor@demonstration.example"),
)


@dataclass(frozen=True)
class Login:
    """One way in."""

    role: str
    words: str
    email: str
    password: str


def kept_logins(var: Path) -> list[Login]:
    """Return the logins, drawing their passwords at the first call (mode 0600)."""
    path = var / "demo-logins.json"
    try:
        return [Login(**entry) for entry in json.loads(path.read_text())]
    except (FileNotFoundError, ValueError, TypeError):
        pass
    logins = [Login(role, words, email, secrets.token_urlsafe(12)) for role, words, email in _ROLES]
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump([asdict(login) for login in logins], file, indent=1)
    fresh.rename(path)
    return logins
