"""The kinds of findings by their codes, in words: what a museum's work list is filtered by."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

KINDS = {
    "order": _("Steps in the wrong order"),
    "overlap": _("Two keepers at one time"),
    "backwards": _("A time that ends before it begins"),
    "twice": _("The same keeper twice"),
    "future": _("A date that is yet to come"),
    "after-loss": _("Lost, yet the chain goes on"),
    "not-born": _("A keeper not yet born"),
    "dead": _("A keeper already dead"),
    "life": _("Life dates that differ"),
    "early-bequest": _("A bequest before the death"),
    "late-gift": _("A gift after the death"),
    "place": _("A place that did not exist or was named otherwise"),
    "not-made": _("Kept before it was made"),
    "find-place": _("Another find place"),
    "late-find": _("Found after others had it"),
    "epoch": _("Dated otherwise than its epoch"),
    "gap": _("Gaps with their length"),
    "link": _("Open links"),
    "unsettled": _("Taken, and not settled"),
    "nazi-era": _("Europe, 1933–1945"),
    "colonial": _("Colonial rule"),
    "unesco-1970": _("Left its country after 1970"),
    "conflict": _("Years of conflict"),
    "museum": _("How it came to the museum"),
    "words": _("Steps that are words alone"),
    "none": _("No provenance"),
}
