"""The photographs of a work as the viewer component and the page of comparisons want them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from collection.enums import View
from collection.exports import viewing
from collection.exports.card import card_of, photograph, silhouette_of
from collection.exports.site import Site
from collection.images.iiif_request import Size
from collection.images.pyramid import TILE, levels_of
from collection.images.signing import signed
from collection.images.visible import largest_answer, public_size, service_path
from collection.models import Artwork, ArtworkImage
from collection.rights import reuse_of
from collection.views.artwork_facts import link_to_rights
from members.languages import text_in


def views_of(work: Artwork) -> list[dict[str, Any]]:
    """Props `views` of templates/components/viewer.html, in the museum's order; from `.with_record()`."""
    return [_view(image, work, number) for number, image in enumerate(work.images.all(), start=1)]


def compared(work: Artwork) -> dict[str, Any]:
    """One work beside others: its card, and its first photograph (None where only a plate is drawn)."""
    card = card_of(work)
    is_drawn = card["picture"]["is_drawing"]
    return {"card": card, "view": None if is_drawn else _view(work.images.all()[0], work, 1)}


def _view(image: ArtworkImage, work: Artwork, number: int) -> dict[str, Any]:
    """One photograph: what is shown at first, and what the viewer's script must know."""
    silhouette = silhouette_of(work)
    region = work.culture.region if work.culture else ""
    extent = public_size(image)
    direction = viewing.reading_direction(image.viewing_direction, silhouette, region)
    is_long = viewing.is_long(*extent)
    # Staff see a work before it is public: the image service asks them for a signature.
    service = service_path(image.public_id if work.is_public else signed(image.public_id))
    return {
        "id": image.public_id,
        "picture": photograph(image),
        "label": View(image.view).label if image.view else _("View %(number)d") % {"number": number},
        "caption": text_in(image.caption),
        "credit": image.credit,
        "rights": link_to_rights(image.rights),
        "reuse": reuse_of(image.rights),
        "service": service,
        "canvas": f"{Site.current().manifest(work.public_id)}/canvas/{image.public_id}",
        "width": extent.width,
        "height": extent.height,
        "tile": TILE,
        "direction": direction,
        "is_long": is_long,
        "pieces": viewing.pieces_of(*extent, direction) if is_long else [],
        "cm": _plain(viewing.width_in_cm(image.shown_width_cm, image.view, silhouette, _measures(work))),
        "downloads": _downloads(service, extent),
    }


def _plain(length: Decimal | None) -> str:
    """A length as a script reads it; empty where it is not known."""
    return "" if length is None else f"{length.normalize():f}"


def _measures(work: Artwork) -> list[viewing.Measure]:
    return [viewing.Measure(d.kind, d.value, d.unit, d.part) for d in work.dimensions.all()]


def _downloads(service: str, extent: Size) -> list[dict[str, Any]]:
    """Links to the sizes that may be taken, smallest first."""
    sizes = viewing.sizes_to_take(largest_answer(extent), levels_of(*extent))
    words = [pgettext("size", "Small"), pgettext("size", "Medium"), pgettext("size", "Large")]
    labels = {1: words[2:], 2: [words[0], words[2]], 3: words}[len(sizes)]
    return [
        {
            "label": label,
            "width": width,
            "height": height,
            "url": f"{service}/full/{width},{height}/0/default.jpg",
        }
        for label, (width, height) in zip(labels, sizes, strict=True)
    ]
