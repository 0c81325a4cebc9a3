"""Imports, quota requests, corrections, history: what waits for somebody in the admin, and what they do with it."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from collection.enums import ConceptKind, CorrectionState
from collection.models import Artwork, Correction, ImportRun, Influence, QuotaRequest
from collection.models.import_run import RunState
from members.enums import Role
from tests.factories import (
    ArtworkFactory,
    ConceptFactory,
    CultureFactory,
    EditorFactory,
    InfluenceFactory,
    MuseumFactory,
    staff_of,
)
from tests.integration.posted import changed, fields_of
from tests.integration.test_admin_artwork import address, opened, signed_in

pytestmark = pytest.mark.django_db
ROWS = "accession_number,title@en,object_types,display_date,production_country\nA 1,Moon jar,jar,18th century,KR\n,No number,jar,18th century,KR\n"


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def museum() -> Any:
    return MuseumFactory()


def page_of(run: ImportRun) -> str:
    return reverse("admin:collection_importrun_change", args=[run.pk])


def step_of(run: ImportRun, verb: str) -> str:
    return reverse("admin:collection_importrun_deed", args=[run.pk, verb])


def test_a_spreadsheet_is_tried_applied_and_undone(museum: Any) -> None:
    ConceptFactory(name="jar", kind=ConceptKind.OBJECT_TYPE)
    client = signed_in(staff_of(museum))
    file = SimpleUploadedFile("jars.csv", ROWS.encode(), "text/csv")
    page = client.post(reverse("admin:collection_importrun_add"), {"museum": museum.pk, "file": file})
    assert page.status_code == 302, page.context["form"].errors
    trial = ImportRun.objects.get()
    assert (trial.is_dry_run, trial.state, Artwork.objects.count()) == (True, RunState.FINISHED, 0)
    assert list(trial.rows.values_list("outcome", flat=True)) == ["created", "refused"]
    page = client.get(page_of(trial)).content.decode()
    assert "A 1" in page
    assert step_of(trial, "apply") in page
    stranger = signed_in(staff_of(MuseumFactory()))
    assert stranger.post(step_of(trial, "apply")).status_code == 404
    client.post(step_of(trial, "apply"))
    applied = ImportRun.objects.exclude(pk=trial.pk).get()
    assert [work.title_text for work in Artwork.objects.all()] == ["Moon jar"]
    cataloguer = signed_in(staff_of(museum, Role.CATALOGUER))
    assert cataloguer.post(step_of(applied, "undo")).status_code == 403
    client.post(step_of(applied, "undo"))
    applied.refresh_from_db()
    assert (applied.state, Artwork.objects.count()) == (RunState.UNDONE, 0)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("jars.pdf", b"%PDF"),
        ("jars.xlsx", b"not a workbook"),
        ("jars.csv", b"\xff\xfe\x00"),
        ("jars.csv", b"nonsense\n1\n"),
    ],
)
def test_a_file_that_is_no_spreadsheet_is_refused_with_a_sentence(
    museum: Any, name: str, data: bytes
) -> None:
    client = signed_in(staff_of(museum))
    page = client.post(
        reverse("admin:collection_importrun_add"),
        {"museum": museum.pk, "file": SimpleUploadedFile(name, data)},
    )
    assert page.status_code == 200
    assert page.context["form"].errors["file"]
    assert not Artwork.objects.exists()


def test_nobody_imports_for_another_museum(museum: Any) -> None:
    client = signed_in(staff_of(MuseumFactory()))
    page = client.post(
        reverse("admin:collection_importrun_add"),
        {"museum": museum.pk, "file": SimpleUploadedFile("a.csv", ROWS.encode())},
    )
    assert "museum" in page.context["form"].errors
    assert not ImportRun.objects.exists()


def test_a_director_asks_and_an_editor_grants_a_larger_quota(museum: Any) -> None:
    director, editor = signed_in(staff_of(museum, Role.DIRECTOR)), signed_in(EditorFactory())
    url = reverse("admin:collection_quotarequest_add")
    fields = fields_of(director.get(url).content.decode(), "quotarequest_form")
    said = director.post(url, changed(fields, quota=20, reason="More"))
    assert "Ask for more than the present quota" in said.content.decode()
    assert director.post(url, changed(fields, quota=40, reason="A new wing")).status_code == 302
    asked = QuotaRequest.objects.get()
    assert "A new wing" in editor.get("/admin/").content.decode()
    step = reverse("admin:collection_quotarequest_deed", args=[asked.pk, "grant"])
    assert director.post(step).status_code == 403
    assert (
        step in editor.get(reverse("admin:collection_quotarequest_change", args=[asked.pk])).content.decode()
    )
    editor.post(step)
    museum.refresh_from_db()
    assert museum.quota == 40


def test_the_museum_answers_a_correction(museum: Any) -> None:
    client = signed_in(staff_of(museum, Role.CATALOGUER))
    asked = Correction.objects.create(
        artwork=ArtworkFactory(museum=museum, published=True), text="It is a bowl."
    )
    assert "It is a bowl." in client.get("/admin/").content.decode()
    url = reverse("admin:collection_correction_change", args=[asked.pk])
    client.post(url, {"state": "answered", "answer": "It is a jar.", "text": "forged"})
    asked.refresh_from_db()
    assert (asked.state, asked.answer, asked.text) == (
        CorrectionState.ANSWERED,
        "It is a jar.",
        "It is a bowl.",
    )
    assert asked.answered_by is not None


def test_a_statement_is_the_museums_own_and_public_by_an_action(museum: Any) -> None:
    client = signed_in(staff_of(museum))
    source, target = CultureFactory(), CultureFactory()
    url = reverse("admin:collection_influence_add")
    fields = fields_of(client.get(url).content.decode(), "influence_form")
    post = changed(
        fields,
        source_culture=source.pk,
        target_culture=target.pk,
        kinds=["motif"],
        statement="en: The scroll travelled.",
    )
    assert fields["asserted_by_museum"] == [str(museum.pk)]
    for wrong in (
        changed(post, target_culture=""),
        changed(post, target_culture=source.pk),
        changed(post, kinds=["magic"]),
        changed(post, asserted_by_museum=MuseumFactory().pk),
    ):
        assert client.post(url, wrong).status_code == 200
    assert client.post(url, post).status_code == 302
    statement = Influence.objects.get()
    client.post(reverse("admin:collection_influence_deed", args=[statement.pk, "publish"]))
    statement.refresh_from_db()
    assert (statement.status, statement.asserted_by_museum) == ("published", museum)
    assert (
        client.get(reverse("admin:collection_influence_change", args=[InfluenceFactory().pk])).status_code
        == 404
    )


def test_history_tells_who_changed_which_words(museum: Any) -> None:
    client = signed_in(staff_of(museum, name="Mai"))
    work = ArtworkFactory(museum=museum)
    client.post(
        address(work), changed(opened(client, address(work)), display_materials="celadon", _continue="1")
    )
    page = client.get(reverse("admin:collection_artwork_history", args=[work.pk]))
    [entry] = [entry for entry in page.context["entries"] if entry.changes]
    assert (entry.by, entry.changes) == ("Mai", (("materials in words", "porcelain", "celadon"),))
    assert [entry.verb for entry in page.context["entries"] if entry.verb] == ["change"]


def test_a_draft_may_be_deleted_and_what_was_public_may_not(museum: Any) -> None:
    client = signed_in(staff_of(museum))
    draft, public = ArtworkFactory(museum=museum), ArtworkFactory(museum=museum, published=True)
    for work, status in ((draft, 302), (public, 403)):
        answer = client.post(reverse("admin:collection_artwork_delete", args=[work.pk]), {"post": "yes"})
        assert answer.status_code == status
    assert list(Artwork.objects.all()) == [public]
