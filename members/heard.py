"""The catalogue version as this process has last heard it: true to within a second, or not trusted.

A listener (collection.images.listener) hears of public deeds by NOTIFY and asks for the version besides.
"""

from __future__ import annotations

import time

CHANNEL = "asemus_catalogue"
TRUST_SECONDS = 1.0


class HeardVersion:
    """What the listener said last, and when."""

    def __init__(self) -> None:
        self._version = 0
        self._heard_at = float("-inf")

    def heard(self, version: int) -> None:
        """The listener says that this is the version now."""
        self._version = version
        self._heard_at = time.monotonic()

    @property
    def version(self) -> int | None:
        """The version; None where nothing was heard for a second."""
        is_trusted = time.monotonic() - self._heard_at < TRUST_SECONDS
        return self._version if is_trusted else None


heard_version = HeardVersion()
