"""How long words on a wall may be. What is too long is refused in a sentence, never cut: nobody's typing is lost."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from exhibitions.blocks.richtext import MAX_LENGTH
from members.languages import check_language_map

TITLE_LENGTH = 300
MOST_LANGUAGES = 24


def check_length(texts: dict[str, str], limit: int = MAX_LENGTH) -> dict[str, str]:
    """Raise ValidationError for a text that no wall would hold."""
    for tag, text in texts.items():
        if len(text) > limit:
            raise ValidationError(
                _("The text for “%(tag)s” has %(length)d characters; %(limit)d fit."),
                params={"tag": tag, "length": len(text), "limit": limit},
            )
    return texts


def check_texts(texts: dict[str, str], limit: int = MAX_LENGTH) -> dict[str, str]:
    """A language map that a wall holds: also its tags, and how many there are. Raises ValidationError."""
    check_language_map(texts)
    if len(texts) > MOST_LANGUAGES:
        raise ValidationError(_("At most %(limit)d languages."), params={"limit": MOST_LANGUAGES})
    return check_length(texts, limit)
