"""One sound file of every kind that the door for photographs takes, made with two independent encoders."""

from __future__ import annotations

from functools import cache

import pyvips
from PIL import Image

from tests.unit.collection.images.pictures import encoded, picture

SIZE = (120, 90)


def noise() -> Image.Image:
    """Grain that no encoder can make small, the same in every run."""
    vips = pyvips.Image.gaussnoise(*SIZE, seed=7, mean=128, sigma=60)
    bands = vips.bandjoin([vips.rot180(), vips.fliphor()]).cast("uchar")
    return Image.frombytes("RGB", SIZE, bytes(bands.write_to_memory()))


@cache
def sound() -> dict[str, bytes]:
    """Name → file. What stands before the dash is the format that intake names."""
    grain = noise()
    vips = pyvips.Image.new_from_buffer(encoded(grain, "PNG"), "")
    deep = (vips.cast("ushort") * 256).cast("ushort")
    tiles = {"tile": True, "tile_width": 64, "tile_height": 64}
    phone = encoded(grain, "MPO", save_all=True, append_images=[picture()])
    return {
        "jpeg-baseline": encoded(grain, "JPEG", quality=90),
        "jpeg-progressive": encoded(grain, "JPEG", progressive=True),
        "jpeg-cmyk": encoded(grain.convert("CMYK"), "JPEG"),
        "jpeg-grey": encoded(grain.convert("L"), "JPEG"),
        "jpeg-restarts": bytes(vips.jpegsave_buffer(restart_interval=2)),
        "jpeg-of-a-phone": phone,
        "png-rgb": encoded(grain, "PNG"),
        "png-palette": encoded(grain.convert("P"), "PNG"),
        "png-interlaced": bytes(vips.pngsave_buffer(interlace=True)),
        "png-16-bit": bytes(deep.pngsave_buffer()),
        "tiff-strips": encoded(grain, "TIFF"),
        "tiff-cmyk": encoded(grain.convert("CMYK"), "TIFF"),
        "tiff-16-bit": bytes(deep.tiffsave_buffer(compression="lzw")),
        "tiff-tiled": bytes(vips.tiffsave_buffer(compression="deflate", **tiles)),
        "tiff-big": bytes(vips.tiffsave_buffer(bigtiff=True, compression="lzw")),
        "tiff-pyramid": bytes(vips.tiffsave_buffer(compression="jpeg", pyramid=True, **tiles)),
        "tiff-sub-directories": bytes(vips.tiffsave_buffer(pyramid=True, subifd=True, **tiles)),
        "webp-lossy": encoded(grain, "WEBP"),
        "webp-lossless": encoded(grain, "WEBP", lossless=True),
        "avif-rgb": encoded(grain, "AVIF"),
        "jp2-boxes": encoded(grain, "JPEG2000"),
        "jp2-lossy": encoded(
            grain, "JPEG2000", irreversible=True, quality_mode="rates", quality_layers=[20, 5]
        ),
        "jp2-tiled": encoded(grain, "JPEG2000", tile_size=(64, 64)),
        "jp2-codestream": encoded(grain, "JPEG2000", no_jp2=True),
    }
