"""An artwork as a card in a list (props of the card component); from `.with_card()` without a query."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from collection.enums import ConceptKind, NoticeKind
from collection.images.plate_choice import silhouette_for
from collection.images.plates import plate_size
from collection.images.visible import service_path
from collection.models import Artwork, ArtworkImage, Concept
from collection.titles import titles_in_their_scripts
from members.kept import Kept
from members.languages import best_language, text_in

TITLES_SHOWN = 2
# What a list does not show at first sight; the work's own page shows it after a word of warning.
COVERED = frozenset({NoticeKind.SACRED, NoticeKind.HUMAN_REMAINS})


class Card(dict[str, Any]):
    """Props of a card that keeps what was drawn of it (asemus.components), for as long as it is itself kept."""

    def __init__(self, *args: Any, drawn: dict[Any, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.drawn = {} if drawn is None else drawn

    def noted(self, note: str) -> Card:
        """The same card with a note of its own, which is a prop beside it."""
        return Card(self, drawn=self.drawn, note=note)


_cards: Kept[Card] = Kept(4000)


def card_of(artwork: Artwork) -> Card:
    """See templates/components/card.html and list_row.html."""
    return _cards.get((artwork.pk, get_language()), lambda: Card(_props(artwork)))


def _props(artwork: Artwork) -> dict[str, Any]:
    notice = notice_of(artwork)
    types = concepts_of(artwork, ConceptKind.OBJECT_TYPE)
    return {
        "url": reverse("artwork", args=[artwork.public_id]),
        "public_id": artwork.public_id,
        "titles": titles_in_their_scripts(artwork)[:TITLES_SHOWN],
        "maker": artwork.display_creator,
        "culture": artwork.culture.label if artwork.culture else artwork.display_culture,
        "region": artwork.culture.region if artwork.culture else "",
        "display_date": artwork.display_date,
        "material": artwork.display_materials,
        "museum": artwork.museum.name,
        "object_type": types[0].label if types else artwork.display_object_type,
        "accession_number": artwork.accession_number,
        "picture": picture_of(artwork, covered=artwork.display_notice_kind in COVERED),
        "notice": notice["text"] if notice else "",
        "has_open_claim": artwork.has_open_claim,
    }


def concepts_of(artwork: Artwork, kind: ConceptKind) -> list[Concept]:
    """The concepts of one kind, from what was prefetched."""
    return [concept for concept in artwork.concepts.all() if concept.kind == kind]


def notice_of(artwork: Artwork) -> dict[str, str] | None:
    """{text, lang} of the warning that comes before a sensitive work, or None."""
    if not artwork.display_notice_kind:
        return None
    tag = best_language(artwork.display_notice)
    if tag:
        return {"text": artwork.display_notice[tag], "lang": tag}
    return {"text": str(NoticeKind(artwork.display_notice_kind).label), "lang": ""}


def picture_of(artwork: Artwork, *, covered: bool = False) -> dict[str, Any]:
    """The first public photograph, else the drawn plate; see templates/components/picture.html."""
    images = [] if covered else list(artwork.images.all())
    return photograph(images[0]) if images else plate(artwork)


def plate(artwork: Artwork) -> dict[str, Any]:
    """The drawing that stands for a photograph."""
    types = concepts_of(artwork, ConceptKind.OBJECT_TYPE)
    width, height = plate_size(silhouette_of(artwork))
    what = types[0].label if types else artwork.display_object_type
    return {
        "src": reverse("plate", args=[artwork.public_id]),
        "width": width,
        "height": height,
        "alt": _("Drawing, not a photograph: %(what)s") % {"what": what}
        if what
        else _("Drawing, not a photograph"),
        "is_drawing": True,
    }


def silhouette_of(artwork: Artwork) -> str:
    """The shape of the plate, by object type and by the words of the record; `concepts` and `titles` fetched before."""
    types = [concept.silhouette for concept in concepts_of(artwork, ConceptKind.OBJECT_TYPE)]
    return silhouette_for(types, artwork.display_object_type, artwork.title_text)


def photograph(image: ArtworkImage) -> dict[str, Any]:
    """A photograph in those of its sizes that everybody may see; see templates/components/picture.html."""
    copies = sorted(image.public_copies.items(), key=lambda item: int(item[0]))
    middle, largest = copies[len(copies) // 2], copies[-1][1]
    return {
        "src": reverse("image", args=[image.public_id, middle[0], "jpeg"]),
        "sources": [
            {"type": f"image/{form}", "srcset": srcset}
            for form in ("avif", "webp", "jpeg")
            if (srcset := _srcset(image.public_id, copies, form))
        ],
        "large": reverse("image", args=[image.public_id, copies[-1][0], "jpeg"]),
        "width": largest["width"],
        "height": largest["height"],
        "colour": image.dominant_colour,
        "alt": text_in(image.alt),
        "is_drawing": False,
    }


def _srcset(image_id: str, copies: list[tuple[str, dict[str, Any]]], form: str) -> str:
    """All sizes of one format, where the worker has made them all."""
    if not all(form in copy for _nominal, copy in copies):
        return ""
    return ", ".join(
        f"{reverse('image', args=[image_id, nominal, form])} {copy['width']}w" for nominal, copy in copies
    )


def thumbnail_of(artwork: Artwork) -> str | None:
    """The path of the smallest copy of the first public photograph; None where only a plate is drawn."""
    image = _shown(artwork)
    return (
        reverse("image", args=[image.public_id, min(image.public_copies, key=int), "jpeg"]) if image else None
    )


def service_of(artwork: Artwork) -> str | None:
    """The path of the image service of that photograph."""
    image = _shown(artwork)
    return service_path(image.public_id) if image else None


def _shown(artwork: Artwork) -> ArtworkImage | None:
    images = list(artwork.images.all())
    return images[0] if images and artwork.display_notice_kind not in COVERED else None
