"""A version of a record compared with the present one, field by field."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from collection.exports.changes import changes, labels_of
from collection.exports.erasing import erased_members, readable
from collection.exports.record import public_record
from collection.marked import marked
from collection.models import ArtworkVersion
from collection.titles import titles_of
from collection.views.artwork import edition_of, find
from collection.views.caching import public_page


@public_page
def artwork_changes(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """What the record says today that version `number` did not, and the other way."""
    work = find(public_id)
    if not work.is_public:
        return render(request, "collection/artwork_withdrawn.html", {"work": work}, status=410)
    version = ArtworkVersion.objects.filter(artwork=work, number=number).first()
    if version is None:
        raise Http404(_("There is no such version."))
    before, after, language = readable(version.document), public_record(work), get_language() or "en"
    # A photograph that is no longer shown is told of no more.
    shown = {image["id"] for image in after["images"]}
    before["images"] = [image for image in before.get("images", []) if image["id"] in shown]
    found = []
    for change in changes(before, after, language):
        old, new = marked(change.before, change.after)
        found.append({"label": change.label, "before": old, "after": new})
    context = {
        "work": work,
        "title": titles_of(work, language)[0],
        "version": version,
        "present": edition_of(work),
        "changes": found,
        "erased": labels_of(erased_members(version.salts)),
    }
    return render(request, "collection/artwork_changes.html", context)
