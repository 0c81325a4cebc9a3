"""A drawing for a work without a photograph, made from its record: silhouette, material, ornament. Pure and repeatable."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from .plate_beasts import BEASTS
from .plate_built import BUILT
from .plate_cased import CASED
from .plate_choice import USUAL
from .plate_cultures import family_of
from .plate_flats import FLATS
from .plate_ornaments import ORNAMENTS
from .plate_palette import palette_of
from .plate_pen import Pen
from .plate_rites import RITES
from .plate_seated import SEATED
from .plate_sounding import SOUNDING
from .plate_statues import STATUES
from .plate_vessels import VESSELS
from .plate_worn import WORN
from .plate_written import WRITTEN

# Name: width, height, and the hand that draws it.
SILHOUETTES: dict[str, tuple[int, int, Callable[[Pen], None]]] = {
    **VESSELS, **RITES, **STATUES, **SEATED, **BEASTS, **WORN, **SOUNDING, **FLATS, **WRITTEN, **CASED, **BUILT,
}  # fmt: skip
# In the file itself, whoever takes it away from its page; a file has no reader's language, so both stand in it.
NOTES = {"en": "Drawing, not a photograph", "fr": "Dessin, non une photographie"}


class PlateSpec(NamedTuple):
    """What a plate is drawn from. `seed` is the public id, so that a work keeps its drawing for good."""

    silhouette: str
    ornament: str
    material: str
    seed: str = ""
    label: str = ""


def plate_size(name: str) -> tuple[int, int]:
    """Width and height of the plates of a silhouette, for the attributes of `<img>`."""
    width, height, _ = SILHOUETTES.get(name, SILHOUETTES[USUAL])
    return width, height


def plate_svg(spec: PlateSpec) -> str:
    """The plate as an SVG document; equal specs give equal bytes."""
    width, height, draw = SILHOUETTES.get(spec.silhouette, SILHOUETTES[USUAL])
    ornament = spec.ornament if spec.ornament in ORNAMENTS else "hatching"
    colours = palette_of(spec.material, spec.silhouette, spec.seed)
    pen = Pen(colours, ORNAMENTS[ornament], family_of(ornament), spec.seed, width / 2)
    draw(pen)
    title = f"{spec.label} ({NOTES['en'].lower()})" if spec.label else NOTES["en"]
    notes = "".join(f'<desc lang="{tag}">{escape(note)}</desc>' for tag, note in NOTES.items())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-label={quoteattr(title)}><title>{escape(title)}</title>{notes}{pen.svg()}</svg>'
    )
