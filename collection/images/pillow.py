"""Pillow as it is used here: one picture at a time, our own limit of pixels, warnings kept quiet."""

from __future__ import annotations

import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from PIL import Image

# Ours is asked before a pixel is decoded (intake); Pillow's would refuse a long handscroll.
Image.MAX_IMAGE_PIXELS = None

_one_at_a_time = threading.Lock()


@contextmanager
def opened(file: BinaryIO, *formats: str) -> Iterator[Image.Image]:
    """Open a picture for reading.

    One at a time in a process: two of 400 million pixels would not fit, and Python's filter of warnings
    is shared by all threads. Pillow's warnings tell of odd metadata only; what matters it raises.
    """
    with _one_at_a_time, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(file, formats=formats or None) as image:
            yield image
