"""A rights statement as museums write it → its address in our list."""

from __future__ import annotations

from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import override

from collection.actions.refusal import Refused
from collection.rights import Rights

_ALSO = {"cc0": Rights.CC0, "pd": Rights.PDM, "pdm": Rights.PDM, "public domain mark": Rights.PDM}


def rights_of(said: str) -> str:
    """The URI of a label, an address, our short name or an SPDX name; empty for nothing. Raises Refused."""
    if not said.strip():
        return ""
    found = _known().get(_plain(said))
    if found is None:
        raise Refused(
            _(
                "“%(said)s” is not in the list of rights statements. Use a label such as “CC0 1.0” or its address."
            )
            % {"said": said}
        )
    return found


def _plain(said: str) -> str:
    """`CC-BY-4.0`, `CC BY 4.0` and `cc by 4.0` are one; so are http and https."""
    return " ".join(said.strip().casefold().replace("https://", "http://").replace("-", " ").split()).rstrip(
        "/"
    )


@lru_cache
def _known() -> dict[str, str]:
    found = {name: uri.value for name, uri in _ALSO.items()}
    for language in ("en", "fr"):
        with override(language):
            found |= {_plain(str(name)): r.value for r in Rights for name in (r.label, r.value, r.name)}
    return found
