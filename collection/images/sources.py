"""Opened pictures, kept open while they are asked for: pyramid files, and drawings as pixels."""

from __future__ import annotations

import threading
from collections import OrderedDict
from functools import lru_cache

from django.core.files.storage import storages

from collection.images.libvips import pyvips
from collection.images.plate_raster import plate_pixels
from collection.images.plates import PlateSpec, plate_svg
from collection.images.pyramid import Level, levels_of
from collection.images.ranges import ranges_of
from collection.images.registry import Facts
from collection.images.tiles import Box, Source, Tiles

_MOST_OPEN = 256  # files in each process


class Opened:
    """The pyramid files in use, the last used last."""

    def __init__(self) -> None:
        self._files: OrderedDict[tuple[str, Level], Tiles] = OrderedDict()
        self._lock = threading.Lock()

    def tiles(self, path: str, full: Level) -> Tiles:
        """Open the file, or give the one that is open. Raises OSError, KeyError, zipfile.BadZipFile."""
        key = (path, full)
        with self._lock:
            if key in self._files:
                self._files.move_to_end(key)
                return self._files[key]
        found = Tiles(ranges_of(storages["default"], path), full)
        with self._lock:
            self._files[key] = found
            while len(self._files) > _MOST_OPEN:
                self._files.popitem(last=False)  # closed when its last reader is done
        return found

    def forget(self) -> None:
        """Close everything: the storage is another one now."""
        with self._lock:
            self._files.clear()


opened = Opened()


class Drawing:
    """A plate at any size, drawn anew for each level."""

    def __init__(self, spec: PlateSpec, full: Level) -> None:
        self._spec = spec
        self.levels = levels_of(*full)

    def pixels(self, level: int, box: Box) -> pyvips.Image:
        data = _drawn(self._spec, self.levels[level].width)
        picture = pyvips.Image.pngload_buffer(data)
        if picture.hasalpha():
            picture = picture.flatten(background=[255, 255, 255])
        whole = self.levels[level]
        if (picture.width, picture.height) != whole:
            picture = picture.thumbnail_image(whole.width, height=whole.height, size="force")
        return picture.crop(*box)


@lru_cache(maxsize=32)
def _drawn(spec: PlateSpec, width: int) -> bytes:
    return plate_pixels(plate_svg(spec), width)


def source_of(facts: Facts) -> Source:
    """The pixels of a photograph or of a drawing."""
    if facts.plate is not None:
        return Drawing(facts.plate, facts.full)
    return opened.tiles(facts.pyramid, facts.full)
