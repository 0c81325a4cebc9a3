"""A path of influence: how something came from one culture or work to another, told from the claims public at the showing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from collection.exports.journeys import Told
from collection.influences.graph import current_graph
from collection.influences.paths import paths
from collection.views.asked_paths import query_of, question_in
from exhibitions.blocks.kind import Places
from exhibitions.blocks.permalink import PermalinkBlock, PermalinkForm, parted
from members.kept import Kept

if TYPE_CHECKING:
    from exhibitions.arrangement import Wall

_KEPT: Kept[dict[str, Any]] = Kept(
    100
)  # address and language → its chain, for as long as the catalogue is the same


class PathForm(PermalinkForm):
    page = "influence_paths"

    def asked(self, query: QueryDict) -> str:
        question = question_in(query)
        if not (question.source and question.target):
            raise ValidationError(_("Say from where and to where: “from” and “to” are cultures or works."))
        return urlencode(query_of(question))


class InfluencePathBlock(PermalinkBlock):
    template = "exhibitions/blocks/influence_path.html"
    form = PathForm

    def context(self, wall: Wall, places: Places) -> dict[str, Any]:
        """Its best chain. Pictures are shown of works that hang in this exhibition; the others are named by their claims."""
        address = wall.data.get("address", "")
        chain = _KEPT.get((address, get_language()), lambda: _chain(address)) if address else {}
        return {**super().context(wall, places), "address": address, "chain": _hung(chain, places)}

    def sample(self) -> dict[str, Any]:
        address = "/influences/paths/?from=iran&to=netherlands"
        return {"text": {"en": "How it came."}, "data": {"address": address}}


def _chain(address: str) -> dict[str, Any]:
    """The best chain; empty where none is public now."""
    graph, asked = current_graph(), question_in(parted(address)[1])
    found = paths(graph, asked, 1)
    return Told.read(graph, found).chain(found[0]) if found else {}


def _hung(chain: dict[str, Any], places: Places) -> dict[str, Any]:
    """The chain with those pictures that their museums lent to this exhibition."""
    lent = {place["card"]["public_id"] for place in places.values() if place["card"]}
    steps = [
        {**step, "works": [work for work in step["works"] if work["public_id"] in lent]}
        for step in chain.get("steps", ())
    ]
    return {**chain, "steps": steps} if chain else {}
