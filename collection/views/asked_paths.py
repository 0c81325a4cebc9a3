"""What the query string asks of the paths and ripples of influence."""

from __future__ import annotations

import re

from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.utils.translation import gettext as _

from collection.enums import Certainty
from collection.influences.paths import Question
from collection.influences.ripples import Around

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_CARRIED = re.compile(r"(?:motif|material|technique|type):[a-z0-9-]{1,120}")  # a term of one vocabulary
MOST_COMPARED = 4
LONGEST = 120  # of a slug or an id


def name_in(query: QueryDict, parameter: str) -> str:
    """A culture's slug or a work's public id, "" if none is given. Raises BadRequest for what can be neither."""
    return checked_name(query.get(parameter, ""))


def checked_name(given: str) -> str:
    name = given.strip()
    if name and (len(name) > LONGEST or not _NAME.fullmatch(name)):
        raise BadRequest(_("“%(name)s” is neither a culture nor a work.") % {"name": name[:40]})
    return name


def _of(given: str) -> str:
    return given if _CARRIED.fullmatch(given) else checked_name(given)


def certainty_in(query: QueryDict) -> Certainty:
    """How sure each statement must be at least."""
    asked = query.get("certainty") or Certainty.DISPUTED
    if asked not in Certainty.values:
        raise BadRequest(_("“%(value)s” is not a degree of certainty.") % {"value": asked[:40]})
    return Certainty(asked)


def question_in(query: QueryDict) -> Question:
    """`from`, `to`, `certainty`, `date_match` (possible or certain) and `parts` (1: a culture speaks for its parts).

    Raises BadRequest with a sentence.
    """
    match = query.get("date_match") or "possible"
    if match not in ("possible", "certain"):
        raise BadRequest(_("Years match “possible” or “certain”."))
    return Question(
        source=name_in(query, "from"),
        target=name_in(query, "to"),
        at_least=certainty_in(query),
        certain=match == "certain",
        broad=query.get("parts") == "1",
    )


def query_of(asked: Question) -> dict[str, str]:
    """The parameters that ask this; what goes without saying is left out."""
    parameters = {"from": asked.source, "to": asked.target}
    if asked.at_least != Certainty.DISPUTED:
        parameters["certainty"] = asked.at_least.value
    if asked.certain:
        parameters["date_match"] = "certain"
    if asked.broad:
        parameters["parts"] = "1"
    return {name: value for name, value in parameters.items() if value}


def around_in(query: QueryDict) -> list[Around]:
    """`of` (repeated: what they have in common), `direction` (down or up), `certainty`, `parts`.

    Raises BadRequest with a sentence.
    """
    direction = query.get("direction") or "down"
    if direction not in ("down", "up"):
        raise BadRequest(_("The direction is “down” or “up”."))
    names = [_of(value.strip()) for value in query.getlist("of")]
    if len(names) > MOST_COMPARED:
        raise BadRequest(_("Four can be compared at most."))
    if not any(names):
        raise BadRequest(
            _("Say of what: “of” is a culture, a work, a motif, a material, a technique or a type.")
        )
    sure, broad = certainty_in(query), query.get("parts") == "1"
    return [Around(name, direction == "up", sure, broad) for name in dict.fromkeys(names) if name]
