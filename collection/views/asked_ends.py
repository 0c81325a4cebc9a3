"""The two ends of a path as a reader names them: by a choice, or by words in any script that may mean several."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.utils.translation import gettext as _

from collection.forms import LONGEST_QUERY
from collection.influences.graph import Graph
from collection.search.starts import typed
from collection.search.suggestions import Suggestion, end_suggestions
from collection.views.asked_paths import name_in


@dataclass(frozen=True)
class Picked:
    """`name` is a slug or public id; "" with `words` where it is not known yet which of `choices` is meant."""

    name: str
    words: str = ""
    choices: tuple[Suggestion, ...] = ()

    @property
    def is_open(self) -> bool:
        """Words were written that mean several things, or none."""
        return bool(self.words and not self.name)


def end_in(query: QueryDict, side: str, graph: Graph) -> Picked:
    """`from` or `to`, or what `from_name` or `to_name` means. Raises BadRequest with a sentence."""
    name, words = name_in(query, side), query.get(f"{side}_name", "").strip()
    if "\0" in words or len(words) > LONGEST_QUERY:
        raise BadRequest(_("The words to look for are too long, or hold a sign that is no letter."))
    if not words and not graph.knows(name):
        words = name.replace("-", " ")  # an address of another time or hand
    if not words or graph.knows(words):
        return Picked(words or name)
    found = end_suggestions(words, graph.knows)
    if name in {one.name for one in found}:
        return Picked(name)
    asked = typed(words)
    same = [one for one in found if asked in (typed(one.text), typed(one.also))]
    meant = same if len(same) == 1 else found
    if len(meant) == 1:
        return Picked(meant[0].name)
    return Picked("", words, tuple(found))
