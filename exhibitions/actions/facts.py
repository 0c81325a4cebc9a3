"""What an exhibition says of itself, changed field by field: two people who change different fields do not meet."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from collection.actions.refusal import Refused, demand
from collection.models import Artwork
from exhibitions.actions.changes import Outdated, about, changing
from exhibitions.actions.consents import lend
from exhibitions.enums import ExhibitionStatus
from exhibitions.models import Exhibition
from exhibitions.texts import TITLE_LENGTH, check_texts
from members.models import Museum, User
from members.permissions import Do

_LIMITS = {"titles": TITLE_LENGTH, "subtitles": TITLE_LENGTH, "theme": 1000, "summary": 1000}
_TEXTS = ("titles", "subtitles", "summary", "introduction", "theme", "credits")
_DATES = {"venue_from": datetime.date, "venue_until": datetime.date}
_INSTANTS = ("opens_at", "closes_at")
# Of the exhibition itself, not of a release: they hold as soon as they are saved.
LIVE = frozenset({*_INSTANTS})
CHANGEABLE = frozenset(
    {*_TEXTS, *_DATES, *_INSTANTS, "languages", "scheme", "cover", "cover_detail", "venue", "organisers"}
)


def change_facts(exhibition: Exhibition, facts: Any, was: Any, *, by: User | None) -> Exhibition:
    """Set `facts`; `was` says what the writer saw in each of their places. Raises Outdated with `{name: stored value}` of
    those that somebody changed meanwhile, and ValidationError by field; then nothing is written."""
    demand(by, Do.CURATE, exhibition, _("You do not curate this exhibition."))
    if not isinstance(facts, dict) or not isinstance(was, dict) or set(facts) != set(was):
        raise Refused(_("Say of each fact what it was and what it shall be."))
    if strange := sorted(set(facts) - CHANGEABLE):
        raise Refused(_("Nothing is known of “%(name)s” here.") % {"name": strange[0][:60]})
    is_public = exhibition.status == ExhibitionStatus.PUBLISHED and bool(LIVE & set(facts))
    note = ", ".join(sorted(facts))
    with changing(exhibition, "change", by=by, note=note, is_public=is_public) as change:
        stored = Exhibition.objects.select_related("cover").get(pk=exhibition.pk)
        moved = {name: now for name in facts if (now := shown(stored, name)) != was[name]}
        if moved:
            raise Outdated(moved)
        _set(stored, facts, by)
        stored.save(update_fields=[name for name in facts if name != "organisers"] or None)
        lend(stored)
        about(change, stored)
    return stored


def shown(exhibition: Exhibition, name: str) -> Any:
    """A fact as JSON holds it."""
    if name == "cover":
        return exhibition.cover.public_id if exhibition.cover else None
    if name == "organisers":
        return list(exhibition.exhibition_museums.values_list("museum__slug", flat=True))
    value = getattr(exhibition, name)
    if isinstance(value, datetime.datetime):
        return value.isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, datetime.date) else value


def _set(stored: Exhibition, facts: Mapping[str, Any], by: User | None) -> None:
    faults: dict[str, Any] = {}
    for name, value in facts.items():
        try:
            if name == "organisers":
                _organise(stored, value, by)
            elif name == "cover":
                stored.cover = _cover(value)
            elif name in _TEXTS:
                setattr(stored, name, check_texts(value, _LIMITS.get(name, 20_000)))
            else:
                field = Exhibition._meta.get_field(name)
                setattr(stored, name, field.clean(field.to_python(value), stored))  # type: ignore[union-attr]
        except ValidationError as error:
            faults[name] = error.error_list
    if faults:
        raise ValidationError(faults)
    stored.validate_constraints()


def _cover(value: Any) -> Artwork | None:
    if value is None:
        return None
    found = Artwork.objects.published().filter(public_id=str(value)).first()
    if found is None:
        raise ValidationError(_("There is no public work “%(id)s”."), params={"id": str(value)[:40]})
    return found


def _organise(stored: Exhibition, value: Any, by: User | None) -> None:
    """A museum makes an exhibition only if somebody of its staff curates it, or it does so already."""
    slugs = [str(slug) for slug in value] if isinstance(value, list) else []
    known = {museum.slug: museum for museum in Museum.objects.filter(slug__in=slugs)}
    staffed = set(stored.curators.values_list("memberships__museum", flat=True))
    staffed |= set(stored.organisers.values_list("pk", flat=True))
    for slug in slugs:
        if slug not in known:
            raise ValidationError(_("There is no museum “%(slug)s”."), params={"slug": slug[:60]})
        if by is not None and known[slug].pk not in staffed:
            words = _("Nobody of %(museum)s curates this exhibition.")
            raise ValidationError(words, params={"museum": known[slug]})
    stored.exhibition_museums.all().delete()
    for order, slug in enumerate(dict.fromkeys(slugs)):
        stored.exhibition_museums.create(museum=known[slug], order=order)
