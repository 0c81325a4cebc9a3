"""What a record still needs before a stranger may read it."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from collection.enums import ConceptKind
from collection.exports.site import in_every_language
from collection.models import Artwork

# What a draft that was kept unfinished says of its accession number until somebody does.
NOT_ENTERED = gettext_lazy("Not entered yet.")


def missing_for_publishing(artwork: Artwork) -> list[str]:
    """Sentences of what is missing; empty if the record is ready. Reads titles, concepts and images."""
    asked = [
        (not artwork.titles.all(), _("Give the work a title.")),
        (
            not any(c.kind == ConceptKind.OBJECT_TYPE for c in artwork.concepts.all()),
            _("Choose at least one object type."),
        ),
        (
            not artwork.display_date.strip(),
            _("Say when it was made, at least roughly: “19th century”, “not dated”."),
        ),
        (
            artwork.culture_id is None and not artwork.production_country,
            _("Say where it comes from: a culture or a country of origin."),
        ),
        (
            artwork.accession_missing_reason in in_every_language(NOT_ENTERED).values(),
            _("Give the accession number, or say why there is none."),
        ),
    ]
    return [sentence for is_missing, sentence in asked if is_missing] + missing_of_photographs(artwork)


def missing_of_photographs(artwork: Artwork) -> list[str]:
    """Sentences of what each photograph that is to be shown still needs: rights, credit, alternative text."""
    return [
        sentence % {"number": number}
        for number, image in enumerate(artwork.images.all(), 1)
        if not image.withheld_reason
        for is_missing, sentence in (
            (not image.rights, _("Photograph %(number)d has no rights statement: choose one from the list.")),
            (not image.credit.strip(), _("Photograph %(number)d has no credit: say whom to name beside it.")),
            (
                not any(text.strip() for text in image.alt.values()),
                _(
                    "Photograph %(number)d has no alternative text: say what somebody who cannot see it needs "
                    "to know."
                ),
            ),
        )
        if is_missing
    ]
