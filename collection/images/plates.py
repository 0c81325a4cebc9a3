"""A drawing for a work without a photograph, made from its record: silhouette, material, ornament. Pure and repeatable."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from .plate_figures import FIGURES
from .plate_flats import FLATS
from .plate_forms import Silhouette
from .plate_ornaments import ORNAMENTS, family_of
from .plate_palette import palette_of
from .plate_vessels import VESSELS

SILHOUETTES = {**VESSELS, **FIGURES, **FLATS}


class PlateSpec(NamedTuple):
    """What a plate is drawn from. `seed` is the public id, so that a work keeps its drawing for good."""

    silhouette: str
    ornament: str
    material: str
    seed: str = ""
    label: str = ""


@lru_cache
def silhouette(name: str, ornament: str = "") -> Silhouette:
    """The silhouette called `name`, as the culture of the ornament draws it; a vase where there is none of that name."""
    drawn = SILHOUETTES.get(f"{name}/{family_of(ornament)}") or SILHOUETTES.get(name) or SILHOUETTES["vase"]
    return drawn()


def plate_size(name: str) -> tuple[int, int]:
    """Width and height of the plates of a silhouette, for the attributes of `<img>`."""
    form = silhouette(name)
    return form.width, form.height


def plate_svg(spec: PlateSpec) -> str:
    """The plate as an SVG document; equal specs give equal bytes."""
    form = silhouette(spec.silhouette, spec.ornament)
    colours = palette_of(spec.material, spec.silhouette)
    ornament = ORNAMENTS.get(spec.ornament, ORNAMENTS["hatching"])
    chance = hashlib.sha256(spec.seed.encode()).digest()
    scale = 0.8 + chance[0] / 255 * 0.35
    shift = chance[1] % ornament.size
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {form.width} {form.height}" width="{form.width}" '
        f'height="{form.height}" role="img"{f" aria-label={quoteattr(spec.label)}" if spec.label else ""}>',
        f"<title>{escape(spec.label)}</title>" if spec.label else "",
        "<defs>",
        f'<pattern id="o" width="{ornament.size}" height="{ornament.size}" patternUnits="userSpaceOnUse" '
        f'patternTransform="translate({shift} 0) scale({scale:.2f})"><g fill="none" stroke="{colours.mark}" stroke-width="1.5">'
        f'<path d="{ornament.stroke}"/></g><path d="{ornament.fill}" fill="{colours.mark}"/></pattern>',
        '<linearGradient id="v"><stop offset="0" stop-color="#000" stop-opacity=".22"/><stop offset=".3" stop-color="#fff" '
        'stop-opacity=".2"/><stop offset=".55" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" '
        'stop-opacity=".3"/></linearGradient>',
        f'<path id="b" d="{form.body}"/><clipPath id="c"><use href="#b"/></clipPath></defs>',
    ]
    parts += _layers(form, colours.body, colours.shade, colours.line, colours.light)
    return "".join(parts) + "</svg>"


def _layers(form: Silhouette, body: str, shade: str, line: str, light: str) -> list[str]:
    found = []
    if form.back:
        found.append(
            f'<path d="{form.back}" fill="{shade}" stroke="{line}" stroke-width="1.5" opacity=".8"/>'
        )
    for path, width in form.tubes:
        for colour, wide in ((line, width + 3), (shade, width), (light, width / 4)):
            found.append(
                f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{wide:g}" stroke-linecap="round"/>'
            )
    found.append(f'<use href="#b" fill="{body}"/>')
    if form.field:
        found.append(
            f'<g clip-path="url(#c)"><path d="{form.field}" fill="{shade}" fill-opacity=".22" fill-rule="evenodd"/>'
        )
        found.append(f'<path d="{form.field}" fill="url(#o)" fill-rule="evenodd"/></g>')
    if form.is_round:
        found.append('<use href="#b" fill="url(#v)"/>')
    if form.light:
        found.append(f'<path d="{form.light}" fill="{light}"/>')
    found.append(
        f'<path d="{form.lines}" fill="none" stroke="{line}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/>'
    )
    if form.dark:
        found.append(f'<path d="{form.dark}" fill="{line}" fill-rule="evenodd"/>')
    found.append(f'<use href="#b" fill="none" stroke="{line}" stroke-width="2.2" stroke-linejoin="round"/>')
    return found
