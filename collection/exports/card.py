"""An artwork as a card in a list (props of the card component); from `.with_card()` without a query."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from collection.models import Artwork
from members.languages import text_in


def card_of(artwork: Artwork) -> dict[str, Any]:
    """See templates/components/card.html."""
    titles = [{"text": title.text, "lang": title.language} for title in artwork.titles.all()]
    return {
        "url": reverse("artwork", args=[artwork.public_id]),
        "titles": titles,
        "maker": artwork.display_creator,
        "culture": artwork.culture.label if artwork.culture else artwork.display_culture,
        "display_date": artwork.display_date,
        "material": artwork.display_materials,
        "museum": artwork.museum.name,
        "picture": {
            "src": reverse("plate", args=[artwork.public_id]),
            "width": 600,
            "height": 600,
            "alt": text_in({}),
            "is_drawing": True,
        },
        "notice": "",
    }
