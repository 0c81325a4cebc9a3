"""Suggestions for the search field, as JSON for its script."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, override
from django.views.decorators.http import require_safe

from collection.forms import LONGEST_QUERY
from collection.influences.graph import current_graph
from collection.search.suggestions import Suggestion, end_suggestions, suggestions
from collection.views.answers import json_answer
from collection.views.caching import MAX_AGE
from members.kept import at_version
from members.models import Deed

_HEADINGS = {
    "work": gettext_lazy("Works"), "maker": gettext_lazy("Makers"), "culture": gettext_lazy("Cultures"),
    "epoch": gettext_lazy("Epochs"), "museum": gettext_lazy("Museums"), "country": gettext_lazy("Countries"),
}  # fmt: skip


@require_safe
def suggest_json(request: HttpRequest) -> JsonResponse:
    """`q` and `lang` → groups of things with links in that language, and a sentence that a screen reader says.

    With `ends=1` only cultures and works that a claim of influence knows: what a path can begin and end with.
    """
    words, language = request.GET.get("q", ""), request.GET.get("lang", settings.LANGUAGE_CODE)
    if "\0" in words or len(words) > LONGEST_QUERY or language not in dict(settings.LANGUAGES):
        return json_answer(
            {"error": "q: at most 500 signs without NUL; lang: a language of this site"}, status=400
        )
    with override(language):
        response = json_answer(_answer(words, request.GET.get("ends") == "1"))
    response["Cache-Control"] = f"public, max-age={MAX_AGE}"
    return response


def _ends(words: str) -> list[Suggestion]:
    with at_version(Deed.objects.catalogue_version()):
        return end_suggestions(words, current_graph().knows)


def _answer(words: str, ends: bool) -> dict[str, Any]:
    found = _ends(words) if ends else suggestions(words)
    said = ngettext("%(n)d suggestion", "%(n)d suggestions", len(found)) % {"n": len(found)}
    return {
        "said": said if found else _("No suggestions"),
        "groups": [
            {"kind": kind, "label": _HEADINGS[kind], "items": [_item(one, ends) for one in of]}
            for kind, of in groupby(found, key=lambda one: one.kind)
        ],
    }


def _item(one: Suggestion, is_end: bool) -> dict[str, Any]:
    also = {"text": one.also, "lang": one.also_lang} if one.also else None
    answer = {"text": one.text, "lang": one.lang or None, "url": one.url, "also": also}
    return answer | {"name": one.name} if is_end else answer
