"""One work: its page, its numbered versions, and what machines read of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from collection import citation
from collection.enums import AgentKind, Status
from collection.exports import edm, iiif, linked_art, schema_org
from collection.exports.card import COVERED, card_of, notice_of, plate
from collection.exports.changes import labels_of
from collection.exports.erasing import erased_members, readable
from collection.exports.periods import called_otherwise
from collection.exports.pictures import pictures_of
from collection.exports.record import public_record
from collection.exports.site import Site
from collection.exports.twin import twin
from collection.influences.words import received_by, thread_of
from collection.models import Artwork, ArtworkVersion, Influence
from collection.panels import panels_for
from collection.search.elsewhere import heading_of
from collection.search.neighbours import alike, contemporaries
from collection.titles import titles_in_their_scripts
from collection.views import artwork_facts as told
from collection.views.answers import json_answer
from collection.views.artwork_claims import claims_of
from collection.views.artwork_pictures import views_of
from collection.views.artwork_provenance import provenance_of
from collection.views.caching import public_page
from collection.views.compare import alike_address, compare_address
from members.languages import best_language


class Edition(NamedTuple):
    """The number of a version and when it was published; no number before the first."""

    number: int | None
    at: datetime | None


def find(public_id: str) -> Artwork:
    """The work, published or withdrawn. Raises Http404 for what was never public, or never was."""
    works = Artwork.objects.with_record().filter(status__in=[Status.PUBLISHED, Status.WITHDRAWN])
    work = works.filter(public_id=public_id).first()
    if work is None:
        raise Http404(_("There is no such work."))
    return work


def edition_of(work: Artwork) -> Edition:
    """The present version."""
    row = (
        ArtworkVersion.objects.filter(artwork=work)
        .order_by("-number")
        .values_list("number", "published_at")
        .first()
    )
    return Edition(*row) if row else Edition(None, work.published_at)


def _influences(work: Artwork) -> Any:
    return Influence.objects.published().touching(work).with_ends().order_by("pk")


@public_page
def artwork(request: HttpRequest, public_id: str) -> HttpResponse:
    """The page of a published work; a tombstone (410) for one that was withdrawn."""
    work = find(public_id)
    if not work.is_public:
        return render(request, "collection/artwork_withdrawn.html", {"work": work}, status=410)
    return render(request, "collection/artwork_detail.html", page_of(request, work))


def page_of(request: HttpRequest, work: Artwork) -> dict[str, Any]:
    """All that the page shows of `work` (from `.with_record()`); a preview in the admin asks for it too."""
    record, site = public_record(work), Site.current()
    received, gave = thread_of(work, _influences(work))
    similar, afar = alike(work)
    language = get_language() or "en"
    return {
        **record_context(work, record, edition_of(work)),
        "facts": told.facts_of(record, {one.epoch.slug: one.note for one in called_otherwise(work)}),
        "received": received,
        "gave": gave,
        "contemporaries": [card_of(other) for other in contemporaries(work)],
        "then": heading_of(work),
        "similar": [
            {"card": card_of(other), "reason": reason, "alike_url": alike_address([work, other])}
            for other, reason in similar
        ],
        "afar": [{"card": card_of(other), "reason": reason} for other, reason in afar],
        "like_url": f"{reverse('artworks')}?like={work.public_id}",
        "compare_url": compare_address([work, *(other for other, _reason in similar)]),
        "panels": panels_for("artwork", request, work),
        "data": schema_org.artwork(record, pictures_of(work, site), site, language),
        "portrait": next((p.largest.url for p in pictures_of(work, site) if not p.is_drawing), ""),
    }


def record_context(work: Artwork, record: dict[str, Any], edition: Edition) -> dict[str, Any]:
    """What is told by the record itself: the present one, or that of an older version."""
    covered = work.display_notice_kind in COVERED
    return {
        "work": work,
        "record": record,
        "titles": titles_in_their_scripts(work),
        "card": card_of(work),
        "views": views_of(work),
        "plate": plate(work),
        "is_covered": covered,
        "notice": notice_of(work),
        "facts": told.facts_of(record),
        "followed": told.followed(record),
        "statement": _said(record["masterpiece_statement"]),
        "signed": _signature(record),
        "description": _said(record["description"]),
        "inscriptions": told.inscriptions_of(record),
        "provenance": provenance_of(record),
        "provenance_text": _said(record["provenance_text"]),
        "claims": (claims := claims_of(work)),
        "claim_stories": [claim for claim in claims if claim["reply"] or claim["since"]],
        "rights": told.rights_of(record),
        "cited": cited(record, edition),
        "edition": edition,
    }


def _said(value: dict[str, str] | None) -> dict[str, str] | None:
    tag = best_language(value or {})
    return {"text": value[tag], "lang": tag} if tag and value else None


def _signature(record: dict[str, Any]) -> str:
    """Who speaks in the statement: never the museum, where it has not signed."""
    museum = record["museum"]["name"]
    if record["statement_by"]:
        return str(record["statement_by"])
    if record["is_demonstration"]:
        return _("Written for this demonstration from public facts, not confirmed by %(museum)s") % {
            "museum": museum
        }
    return str(museum)


def cited(record: dict[str, Any], edition: Edition) -> dict[str, Any]:
    """The citation of a version, in words and for its exports."""
    found = citation.Cited.of(
        record,
        portal=_("Virtual Collection of Masterpieces"),
        permalink=Site.current().ark(record["ark"]),
        version=edition.number,
        published=edition.at.date() if edition.at else None,
    )
    return {
        "sentence": citation.sentence(found),
        "permalink": found.permalink,
        "version": found.version_words,
        "as": found,
    }


@public_page
def artwork_version(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """A numbered version as it was published, for ever, while the work is public."""
    work = find(public_id)
    if not work.is_public:
        return render(request, "collection/artwork_withdrawn.html", {"work": work}, status=410)
    version = ArtworkVersion.objects.filter(artwork=work, number=number).first()
    if version is None:
        raise Http404(_("There is no such version."))
    present = edition_of(work)
    record = readable(version.document)
    context = record_context(work, record, Edition(version.number, version.published_at))
    titles = [{"text": t["text"], "lang": t["language"]} for t in record["title_details"]]
    return render(
        request,
        "collection/artwork_version.html",
        {
            **context,
            "version": version,
            "titles": titles or [{"text": _("Title erased by law"), "lang": get_language()}],
            "erased": labels_of(erased_members(version.salts)),
            "present": present,
            "is_present": present.number == number,
        },
    )


@public_page
def artwork_citation(request: HttpRequest, public_id: str, form: str) -> HttpResponse:
    """The citation as a file: BibTeX or RIS."""
    work = find(public_id)
    if not work.is_public:
        return HttpResponse(_gone(work)["error"], status=410, content_type="text/plain; charset=utf-8")
    found = cited(public_record(work), edition_of(work))["as"]
    if form == "bib":
        return HttpResponse(
            citation.bibtex(found, f"asemus-{public_id}"), content_type="application/x-bibtex; charset=utf-8"
        )
    return HttpResponse(
        citation.ris(found), content_type="application/x-research-info-systems; charset=utf-8"
    )


def for_machines(public_id: str) -> Artwork | JsonResponse:
    """The published work, or the answer in its stead."""
    try:
        work = find(public_id)
    except Http404 as error:
        return json_answer({"error": str(error)}, status=404)
    return work if work.is_public else json_answer(_gone(work), status=410)


def _gone(work: Artwork) -> dict[str, Any]:
    return {
        "error": _("This work was withdrawn."),
        "id": work.public_id,
        "museum": {"slug": work.museum.slug, "name": work.museum.name},
        "reason": work.withdrawal_reason,
    }


@public_page
def artwork_json(request: HttpRequest, public_id: str) -> JsonResponse:
    """The whole public record."""
    work = for_machines(public_id)
    if isinstance(work, JsonResponse):
        return work
    site = Site.current()
    version = edition_of(work).number
    return json_answer(
        twin(public_record(work), pictures_of(work, site), _influences(work), site, version=version)
    )


@public_page
def artwork_linked_art(request: HttpRequest, public_id: str) -> JsonResponse:
    """The work as Linked Art, with what influenced its making and who says so."""
    work = for_machines(public_id)
    if isinstance(work, JsonResponse):
        return work
    received = received_by(work, _influences(work))
    agents = [part.agent for part in work.artwork_agents.all()]
    persons = {agent.public_id for agent in agents if agent.kind == AgentKind.PERSON}
    response = json_answer(linked_art.linked_art(public_record(work), received, persons, Site.current()))
    response["Content-Type"] = linked_art.MEDIA_TYPE
    return response


@public_page
def artwork_edm(request: HttpRequest, public_id: str) -> HttpResponse:
    """The work in the Europeana Data Model."""
    work = for_machines(public_id)
    if isinstance(work, JsonResponse):
        return work
    received = received_by(work, _influences(work))
    response = HttpResponse(
        edm.edm(public_record(work), received, Site.current()), content_type=edm.MEDIA_TYPE
    )
    response["Access-Control-Allow-Origin"] = "*"
    return response


@public_page
def artwork_manifest(request: HttpRequest, public_id: str) -> JsonResponse:
    """The IIIF Presentation 3 manifest."""
    work = for_machines(public_id)
    if isinstance(work, JsonResponse):
        return work
    site = Site.current()
    response = json_answer(iiif.manifest(public_record(work), pictures_of(work, site), site))
    response["Content-Type"] = iiif.MEDIA_TYPE
    return response
