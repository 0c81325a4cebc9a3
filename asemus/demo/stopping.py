"""When to stop: Ctrl-C, a polite kill, a closed terminal, or the end of the `make` that started us."""

import os
import signal
import sys
import threading
import types
from pathlib import Path

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class StopSign:
    """Set once somebody wants an end; a second wish means at once."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self.is_urgent = False
        self._parent = os.getppid()
        self._make_listened = _catches_interrupt(self._parent)

    def listen(self) -> None:
        for number in _SIGNALS:
            signal.signal(number, self._on_signal)

    def _on_signal(self, number: int, frame: types.FrameType | None) -> None:
        self.is_urgent = self._event.is_set()
        self._event.set()

    def is_set(self) -> bool:
        if not self._event.is_set() and self._front_door_has_closed():
            self._event.set()
        return self._event.is_set()

    def wait(self, seconds: float) -> bool:
        """Sleep, or wake at a signal; True if it is time to stop."""
        self._event.wait(seconds)
        return self.is_set()

    def _front_door_has_closed(self) -> bool:
        """True if `make` is gone, or has been interrupted alone: then it waits for us and tells us nothing."""
        if os.getppid() != self._parent:
            return True
        return self._make_listened and not _catches_interrupt(self._parent)


def _catches_interrupt(pid: int) -> bool:
    """True if `pid` is a make that has a handler for SIGINT (it takes it away when it has been called)."""
    if sys.platform != "linux":
        return False
    try:
        status = dict(
            line.split(":\t", 1)
            for line in Path(f"/proc/{pid}/status").read_text().splitlines()
            if ":\t" in line
        )
    except OSError:
        return False
    return status["Name"] in ("make", "gmake") and bool(int(status["SigCgt"], 16) >> (signal.SIGINT - 1) & 1)
