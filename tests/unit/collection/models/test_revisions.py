"""Revision, history and public ids: what no path can escape."""

from __future__ import annotations

import pghistory
import pytest
from django.apps import apps
from django.db import connection

from collection.models import Artwork, Dimension, Title
from exhibitions.models import BlockWork, Section
from members.deeds import deed
from members.models import Deed, Identifier, Museum, PastSlug
from tests.factories import (
    ArtworkFactory,
    BlockFactory,
    EditorFactory,
    ExhibitionFactory,
    InfluenceFactory,
    MuseumFactory,
)

pytestmark = pytest.mark.django_db


def revision(thing: object) -> int:
    return type(thing)._default_manager.values_list("revision", flat=True).get(pk=thing.pk)  # type: ignore


def test_revision_rises_with_every_change_of_the_root_or_a_child() -> None:
    work = ArtworkFactory()
    seen = [revision(work)]
    Artwork.objects.filter(pk=work.pk).update(credit_line={"en": "Gift, 1901"})
    seen.append(revision(work))
    Title.objects.filter(artwork=work).update(text="Moon jar")
    seen.append(revision(work))
    size = Dimension.objects.create(artwork=work, kind="height", value=41, unit="cm")
    seen.append(revision(work))
    size.delete()
    seen.append(revision(work))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE collection_title SET text = 'Moon jar!' WHERE artwork_id = %s", [work.pk])
    seen.append(revision(work))
    assert seen == list(range(seen[0], seen[0] + 6))


def test_revision_stays_where_nothing_changed() -> None:
    work = ArtworkFactory()
    before = revision(work)
    Artwork.objects.filter(pk=work.pk).update(credit_line=work.credit_line)
    assert revision(work) == before


def test_revision_of_influence_exhibition_and_block_rises_with_their_parts() -> None:
    influence, block = InfluenceFactory(), BlockFactory()
    exhibition = ExhibitionFactory()
    before = revision(influence), revision(exhibition), revision(block)
    influence.influence_witnesses.create(artwork=ArtworkFactory())
    exhibition.exhibition_museums.create(museum=MuseumFactory())
    Section.objects.create(exhibition=exhibition, titles={"en": "Room one"})  # has a revision of its own
    BlockWork.objects.create(block=block, artwork=ArtworkFactory())
    assert (revision(influence), revision(exhibition), revision(block)) == tuple(n + 1 for n in before)


def test_history_keeps_bulk_changes_and_carries_the_deed() -> None:
    events = apps.get_model("collection", "TitleEvent")
    work = ArtworkFactory()
    title = work.titles.get()
    editor = EditorFactory()
    with deed("correct", work, by=editor) as telling:
        Title.objects.filter(pk=title.pk).update(text="Moon jar")
    title.delete()
    rows = events.objects.filter(artwork_id=work.pk).order_by("pgh_id")
    assert [row.pgh_label for row in rows] == ["insert", "update", "delete"]
    assert rows[1].text == "Moon jar"
    assert rows[1].pgh_context.metadata == {"deed": telling.id, "by": editor.pk}
    assert Deed.objects.get(pk=telling.id).public_id == work.public_id


def test_history_of_the_root_is_not_written_by_a_child() -> None:
    events = apps.get_model("collection", "ArtworkEvent")
    work = ArtworkFactory()
    before = events.objects.filter(pgh_obj_id=work.pk).count()
    Title.objects.create(artwork=work, text="달항아리", language="ko")
    assert events.objects.filter(pgh_obj_id=work.pk).count() == before


def test_history_is_not_kept_of_confidential_models() -> None:
    tracked = {
        model._meta.model_name for model in apps.get_models() if issubclass(model, pghistory.models.Event)
    }
    assert {"artworkevent", "titleevent", "influencewitnessevent", "artworkconceptevent"} <= tracked
    assert not {"pendingeditevent", "correctionevent", "invitationevent", "userevent"} & tracked


def test_every_through_table_is_tracked() -> None:
    tracked = {
        model.pgh_tracked_model
        for model in apps.get_models()
        if issubclass(model, pghistory.models.Event) and getattr(model, "pgh_tracked_model", None)
    }
    through = {
        field.remote_field.through
        for model in apps.get_models()
        if model._meta.app_label in ("members", "collection", "exhibitions") and model in tracked
        for field in model._meta.many_to_many
    }
    assert through and through <= tracked


def test_public_id_is_kept_in_the_ledger_after_its_thing_is_gone() -> None:
    work = ArtworkFactory()
    public_id = work.public_id
    work.delete()
    assert Identifier.objects.get(public_id=public_id).noun == "artwork"
    assert public_id[0].isdigit()


def test_slug_of_the_past_leads_to_the_present_one() -> None:
    museum = MuseumFactory(slug="musee-guimet")
    museum = Museum.objects.get(pk=museum.pk)
    for slug in ("guimet", "guimet-museum"):
        museum.slug = slug
        museum.save()
    assert Museum.now_at("musee-guimet") == "guimet-museum"
    assert Museum.now_at("guimet") == "guimet-museum"
    museum.slug = "guimet"
    museum.save()
    assert Museum.now_at("guimet") is None
    assert set(PastSlug.objects.values_list("slug", flat=True)) == {"musee-guimet", "guimet-museum"}
