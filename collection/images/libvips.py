"""libvips as it is used here: one thread a picture, nothing remembered, no loader that is not hardened.

The threads are ours (tiles are encoded side by side, requests are answered side by side); libvips' own would each hold
strips of very wide pictures, and its memory of finished operations is of no use where no picture is made twice.
"""

from __future__ import annotations

import ctypes
import os
from contextlib import suppress

os.environ.setdefault("VIPS_CONCURRENCY", "1")  # read when the library is loaded

import pyvips

# glibc: strips of pixels go back to the system when they are done with, and threads share their heaps.
_M_MMAP_THRESHOLD, _M_ARENA_MAX, _MEGABYTE = -3, -8, 1024 * 1024
with suppress(OSError, AttributeError):
    ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, _MEGABYTE)
    ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 2)

pyvips.cache_set_max(0)
pyvips.block_untrusted_set(True)


def give_back() -> None:
    """Hand freed memory back to the system, before much is asked for. Does nothing where the system is not glibc's."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


__all__ = ["give_back", "pyvips"]
