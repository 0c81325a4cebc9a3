"""A pasted provenance text becomes steps in the form; what only the museum sees is nowhere else."""

from __future__ import annotations

import json
import re
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from collection.actions.artworks import publish
from collection.actions.findings import look_at_changed
from collection.enums import Certainty, ProvenanceKind, Status
from collection.exports.record import public_record
from collection.models import (
    Agent,
    Artwork,
    ArtworkVersion,
    EpochDefinition,
    MuseumOnlyStep,
    ProvenanceEvent,
    SearchDocument,
)
from collection.provenance.parse import parse
from collection.provenance.render import render
from collection.provenance.rows import fields_of, text_of
from tests.factories import (
    AgentFactory,
    ArtworkFactory,
    EditorFactory,
    EpochFactory,
    MuseumFactory,
    PlaceFactory,
    ProvenanceEventFactory,
    staff_of,
)

from tests.integration.posted import changed, fields_of as form_of  # isort: skip
from tests.integration.test_admin_artwork import FORM, address, opened, signed_in

pytestmark = pytest.mark.django_db
TEXT = (
    "Possibly John Doe? [1850-1912], London, by 1880 [1]; (Knoedler & Co., New York); purchased by Ann Lee, Boston,"
    " 1912. The vase was then believed to be lost; gift to Museum of Trade, 1931.\n\nNotes:\n[1]. According to his diary."
)


@pytest.fixture
def museum() -> Any:
    return MuseumFactory(name="Museum of Trade")


@pytest.fixture
def registrar(museum: Any) -> Client:
    return signed_in(staff_of(museum, name="Mai"))


def test_a_pasted_text_comes_back_as_rows_and_saves_nothing(registrar: Client, museum: Any) -> None:
    work = ArtworkFactory(museum=museum, status=Status.DRAFT)
    ProvenanceEventFactory(artwork=work, party_name="Nobody")
    fields = opened(registrar, address(work))
    page = registrar.post(address(work), changed(fields, provenance_paste=TEXT, _read="1"))
    assert page.status_code == 200
    assert [step["date"] for step in page.context["chain"]] == ["by 1880", "", "1912", "", "1931"]
    assert [e.party_name for e in work.provenance_events.all()] == ["Nobody"]

    posted = form_of(page.content.decode(), FORM)
    saved = registrar.post(address(work), changed(posted, _continue="1"))
    assert saved.status_code == 302, [str(e) for errors in saved.context["errors"] for e in errors]
    steps = list(work.provenance_events.all())
    assert [(e.kind, e.party_name, e.place_name, e.display_date) for e in steps] == [
        ("unknown", "John Doe", "London", "by 1880"),
        ("unknown", "Knoedler & Co.", "New York", ""),
        ("purchase", "Ann Lee", "Boston", "1912"),
        ("unknown", "", "", ""),
        ("gift", "Museum of Trade", "", "1931"),
    ]
    first = steps[0]
    assert (first.certainty, first.is_party_doubtful, first.party_life) == (
        Certainty.POSSIBLE,
        True,
        "1850-1912",
    )
    assert first.source == "According to his diary."
    assert [e.is_direct for e in steps] == [True, True, False, True, False]
    assert steps[3].text == {"en": "The vase was then believed to be lost"}
    work.refresh_from_db()
    assert work.provenance_text == {"en": TEXT}


def test_rows_are_written_as_the_text_they_were_read_from(museum: Any) -> None:
    work = ArtworkFactory(museum=museum)
    chain = parse(
        "Lord Philippos, Khizan, 1455, by commission; Henry Walters, Baltimore, before 1931 [as Raphael]."
    )
    for fields in fields_of(chain):
        ProvenanceEvent.objects.create(artwork=work, **fields)
    assert text_of(work.provenance_events.all()) == render(chain)


def test_the_museums_own_steps_are_nowhere_else(museum: Any) -> None:
    work = ArtworkFactory(
        museum=museum,
        status=Status.SUBMITTED,
        published_at=None,
        first_published_at=None,
        statement_by="The keeper",
    )
    step = MuseumOnlyStep.objects.create(
        artwork=work, text={"en": "xanadu sold it"}, party_name="xanadu", reason="xanadu asked", source="xanadu file",
        kind=ProvenanceKind.PURCHASE, display_date="1950", place=PlaceFactory(name="London"),
    )  # fmt: skip
    step.note = "xanadu again"
    step.save()
    publish(work, by=staff_of(museum, email="p@example.org"))
    assert "xanadu" not in json.dumps(public_record(Artwork.objects.with_record().get(pk=work.pk)))
    assert not [model for model in apps.get_models() if model.__name__ == "MuseumOnlyStepEvent"]
    for model in apps.get_models():
        if model is not MuseumOnlyStep and model._meta.app_label in (
            "collection",
            "members",
            "exhibitions",
            "pghistory",
        ):
            assert not [row for row in model._default_manager.values() if "xanadu" in str(row)], model
    assert ArtworkVersion.objects.filter(artwork=work).exists()
    assert SearchDocument.objects.filter(artwork=work).exists()


def test_only_the_museums_staff_find_its_own_steps_in_the_form(registrar: Client, museum: Any) -> None:
    work = ArtworkFactory(museum=museum)
    MuseumOnlyStep.objects.create(artwork=work, text={"en": "xanadu"}, reason="The giver asked for it")
    assert "xanadu" in registrar.get(address(work)).content.decode()
    page = signed_in(EditorFactory()).get(address(work))
    assert page.status_code == 200
    assert "xanadu" not in page.content.decode()
    assert "museum_only_steps" not in page.content.decode()


def test_the_work_list_names_gaps_of_ones_own_works(registrar: Client, museum: Any) -> None:
    work = ArtworkFactory(museum=museum, title="Jar with a gap")
    other = ArtworkFactory(museum=MuseumFactory(), title="Another's jar")
    for order, (name, date) in enumerate((("Ann Lee", "1870"), ("Museum of Trade", "1925"))):
        for one in (work, other):
            ProvenanceEventFactory(
                artwork=one,
                order=order,
                party_name=name,
                display_date=date,
                text={"en": name},
                is_direct=False,
            )
    look_at_changed()
    page = registrar.get(reverse("admin:collection_artwork_provenance"))
    text = page.content.decode()
    assert "Nothing is known for 55 years between “Ann Lee” (1870) and “Museum of Trade” (1925)." in text
    assert "Jar with a gap" in text
    assert "Another" not in text


def test_a_pasted_place_is_found_by_its_name_and_drawn_as_a_journey(registrar: Client, museum: Any) -> None:
    work = ArtworkFactory(museum=museum, published=True)
    london = PlaceFactory(name="London", country="GB", latitude=51.5, longitude=-0.1)
    boston = PlaceFactory(name="Boston", country="US", latitude=42.4, longitude=-71.1)
    for country in ("US", "GB"):
        PlaceFactory(name="New York", country=country)
    fields = opened(registrar, address(work))
    page = registrar.post(address(work), changed(fields, provenance_paste=TEXT, _read="1"))
    saved = registrar.post(address(work), changed(form_of(page.content.decode(), FORM), _continue="1"))
    assert saved.status_code == 302
    assert [step.place for step in work.provenance_events.all()] == [london, None, boston, None, None]
    told = registrar.get(f"/artworks/{work.public_id}/").content.decode()
    journey = told.split('class="journey"')[1].split("</section>")[0]
    assert re.findall(r'class="map__dot"[^>]*><title>([^<]+)<', journey) == ["London", "Boston"]
    assert journey.count('class="map__arc"') == 1


def test_the_work_list_says_what_is_dated_otherwise_than_it_is_called(registrar: Client, museum: Any) -> None:
    ming = EpochFactory(name="Ming")
    years = {"earliest_begin": 1750, "latest_begin": 1750, "earliest_end": 1750, "latest_end": 1750}
    ArtworkFactory(museum=museum, title="Late jar", display_date="1750", edtf="1750", epochs=[ming], **years)
    look_at_changed()
    text = registrar.get(reverse("admin:collection_artwork_provenance")).content.decode()
    assert "Dated 1750, but Ming ended in 1644." in text


def test_life_dates_come_from_the_actors_record_and_are_in_no_version(registrar: Client, museum: Any) -> None:
    work = ArtworkFactory(museum=museum, published=True)
    ann = AgentFactory(name="Ann Lee", earliest_year=1880, latest_year=1950)
    gift = {"party_name": "Museum of Trade", "display_date": "1925", "text": {"en": "Museum of Trade"}}
    ProvenanceEventFactory(artwork=work, party_name="Ann Lee", party=ann, display_date="1870", order=0)
    ProvenanceEventFactory(artwork=work, order=1, **gift)
    publish(work, by=staff_of(museum, email="p@example.org"))
    said = "“Ann Lee” was born in 1880, after 1870."
    assert said in registrar.get(address(work)).content.decode()
    assert said in registrar.get(reverse("admin:collection_artwork_provenance")).content.decode()
    Agent.objects.filter(pk=ann.pk).update(earliest_year=1840)
    assert said not in registrar.get(address(work)).content.decode()
    out = StringIO()
    call_command("verify_history", stdout=out)
    assert "1880" not in out.getvalue()


def test_a_pasted_keeper_is_linked_with_the_actor_of_that_name_and_life(
    registrar: Client, museum: Any
) -> None:
    work = ArtworkFactory(museum=museum, status=Status.DRAFT)
    AgentFactory(name="John Doe", earliest_year=1950)  # another one: the text says 1850
    ann = AgentFactory(name="Ann Lee", earliest_year=1920, latest_year=1990)
    page = registrar.post(
        address(work), changed(opened(registrar, address(work)), provenance_paste=TEXT, _read="1")
    )
    assert "“Ann Lee” was born in 1920, after 1912." in page.content.decode()
    saved = registrar.post(address(work), changed(form_of(page.content.decode(), FORM), _continue="1"))
    assert saved.status_code == 302
    assert [step.party for step in work.provenance_events.all()] == [None, None, ann, None, None]


def test_the_work_list_is_filtered_by_kind_and_costs_the_same_with_more_works(
    registrar: Client, museum: Any
) -> None:
    def gaps(count: int) -> None:
        for number in range(count):
            work = ArtworkFactory(museum=museum, title=f"Jar {number}")
            for order, (name, date) in enumerate((("Ann Lee", "1870"), ("Museum of Trade", "1925"))):
                ProvenanceEventFactory(
                    artwork=work, order=order, party_name=name, display_date=date, text={"en": name},
                    is_direct=False, place=PlaceFactory(), party=AgentFactory(),
                )  # fmt: skip
        look_at_changed()

    address = reverse("admin:collection_artwork_provenance")
    ArtworkFactory(museum=museum, title="Bare")
    gaps(1)
    with CaptureQueriesContext(connection) as one:
        page = registrar.get(f"{address}?kind=gap")
    assert [str(row["work"]) for row in page.context["rows"]] == ["Jar 0"]
    assert {kind["code"]: kind["count"] for kind in page.context["kinds"]} == {"gap": 1, "none": 1}
    gaps(29)
    with CaptureQueriesContext(connection) as many:
        page = registrar.get(f"{address}?kind=gap")
    assert (len(page.context["rows"]), page.context["page"].paginator.count) == (25, 30)
    assert len(many) == len(one)
    assert len(registrar.get(f"{address}?kind=gap&page=2").context["rows"]) == 5
    bare = registrar.get(f"{address}?kind=none")
    assert [str(row["work"]) for row in bare.context["rows"]] == ["Bare"]


def test_what_is_not_looked_at_yet_is_said(registrar: Client, museum: Any) -> None:
    work = ArtworkFactory(museum=museum)
    look_at_changed()
    page = registrar.get(reverse("admin:collection_artwork_provenance"))
    assert page.context["not_looked_at"] == 0
    ProvenanceEventFactory(artwork=work)  # past every form: the trigger raises the revision
    page = registrar.get(reverse("admin:collection_artwork_provenance"))
    assert page.context["not_looked_at"] == 1
    assert look_at_changed() == 1


def test_a_date_outside_its_epoch_is_said_to_who_publishes_and_to_readers(
    registrar: Client, museum: Any
) -> None:
    ming = EpochFactory(name="Ming")
    EpochDefinition.objects.filter(epoch=ming).update(source="Wilkinson 2018")
    years = {"earliest_begin": 1750, "latest_begin": 1750, "earliest_end": 1750, "latest_end": 1750}
    work = ArtworkFactory(museum=museum, published=True, display_date="1750", epochs=[ming], **years)
    bar = registrar.get(address(work)).content.decode()
    assert "Dated 1750, but Ming ended in 1644." in bar
    assert "Bounds: Wilkinson 2018" in bar
    page = registrar.get(f"/artworks/{work.public_id}/").content.decode()
    assert "the date lies outside its usual bounds, 1368–1644 (Wilkinson 2018)" in page
    Artwork.objects.filter(pk=work.pk).update(earliest_begin=1600, latest_begin=1600)
    assert "outside its usual bounds" not in registrar.get(f"/artworks/{work.public_id}/").content.decode()
