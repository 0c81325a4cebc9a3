"""Addresses of photographs that are not public yet: signed, and good for a while only."""

from __future__ import annotations

import hashlib
import hmac
import time

from django.conf import settings
from django.utils.crypto import salted_hmac

MARK = "~"
SECONDS = 3600
_SALT = "collection.images.signing"


def signed(image_id: str, *, seconds: int = SECONDS) -> str:
    """The image id with the time at which it stops being good and our signature: `<id>~<time>~<signature>`."""
    until = format(int(time.time()) + seconds, "x")
    return MARK.join((image_id, until, _signature(image_id, until)))


def image_id_of(text: str) -> str | None:
    """The image id of a signed one that is still good; None for any other."""
    image_id, _mark, rest = text.partition(MARK)
    until, mark, signature = rest.partition(MARK)
    if not mark or not hmac.compare_digest(signature, _signature(image_id, until)):
        return None
    return image_id if int(until, 16) >= time.time() else None


def _signature(image_id: str, until: str) -> str:
    made = salted_hmac(_SALT, f"{image_id}{MARK}{until}", secret=settings.SECRET_KEY, algorithm="sha256")
    return made.hexdigest()[: hashlib.sha256().digest_size]
