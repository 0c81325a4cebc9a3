"""Claims as a public record tells them: which are open, and the sentence that flags a work everywhere. Pure."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from collection.exports.site import in_every_language

CLAIM_OPEN = _("A claim to this work is open.")
CLAIM_CLOSED = _("A claim to this work is closed.")


def open_claims(record: dict[str, Any]) -> list[dict[str, Any]]:
    """Those that are not closed; versions older than claims have none."""
    return [claim for claim in record.get("claims") or [] if claim["is_open"]]


def claim_words(record: dict[str, Any]) -> list[dict[str, str]]:
    """That a claim is open, in every language of ours, and what both sides say of it."""
    claims = open_claims(record)
    flag = [in_every_language(CLAIM_OPEN)] if claims else []
    return [*flag, *(claim["wording"] for claim in claims)]
