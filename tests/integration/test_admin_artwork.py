"""A museum's staff write, submit and publish records in the admin; bad input gets a sentence."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from collection.admin.dates import meaning_of
from collection.enums import Status, TermStatus
from collection.models import Artwork, ArtworkImage, Concept
from collection.rights import Rights
from members.enums import Role
from members.models import Deed
from tests.factories import (
    ArtworkFactory,
    ConceptFactory,
    CultureFactory,
    EditorFactory,
    EpochFactory,
    MaterialFactory,
    MuseumFactory,
    staff_of,
)
from tests.integration.posted import changed, fields_of

pytestmark = pytest.mark.django_db
FORM = "artwork_form"


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user, backend="members.backends.RoleBackend")
    return client


def address(artwork: Artwork) -> str:
    return reverse("admin:collection_artwork_change", args=[artwork.pk])


def opened(client: Client, url: str) -> dict[str, list[str]]:
    page = client.get(url)
    assert page.status_code == 200
    return fields_of(page.content.decode(), FORM)


def picture(size: tuple[int, int] = (640, 480)) -> SimpleUploadedFile:
    file = io.BytesIO()
    Image.new("RGB", size, "#7a4").save(file, "JPEG")
    return SimpleUploadedFile("vase.jpg", file.getvalue(), "image/jpeg")


def errors_of(page: Any) -> list[str]:
    return [str(error) for errors in page.context["errors"] for error in errors]


@pytest.fixture
def museum() -> Any:
    return MuseumFactory(name="Museum of Trade")


@pytest.fixture
def registrar(museum: Any) -> Client:
    return signed_in(staff_of(museum, name="Mai"))


def test_a_new_record_keeps_terms_in_the_order_in_which_they_were_chosen(
    registrar: Client, museum: Any
) -> None:
    kind, silk, gold = ConceptFactory(), MaterialFactory(name="silk"), MaterialFactory(name="gold")
    culture, epoch = CultureFactory(), EpochFactory()
    fields = opened(registrar, reverse("admin:collection_artwork_add"))
    post = changed(
        fields, accession_number="1903,0408.1", object_types=[kind.pk], materials=[silk.pk, gold.pk], culture=culture.pk,
        epoch_list=[epoch.pk], display_date="about 1820", titles__0__text="Robe", titles__0__language="en", _submit="1",
    )  # fmt: skip
    page = registrar.post(reverse("admin:collection_artwork_add"), post, follow=True)
    assert page.status_code == 200, errors_of(page)
    work = Artwork.objects.get()
    assert (work.museum, work.status, work.title_text) == (museum, Status.SUBMITTED, "Robe")
    assert [row.concept for row in work.artwork_concepts.all()] == [kind, silk, gold]
    assert [row.epoch for row in work.artwork_epochs.all()] == [epoch]
    assert (work.edtf, work.earliest_year, work.latest_year) == ("1820~", 1810, 1830)
    assert set(Deed.objects.values_list("verb", flat=True)) == {"add", "submit"}


def test_saving_an_untouched_form_changes_nothing_but_the_moment(registrar: Client, museum: Any) -> None:
    work = ArtworkFactory(
        museum=museum, materials=[MaterialFactory()], epochs=[EpochFactory()], titles=[("ja", "花瓶")]
    )
    rows = [
        sorted(rows.values_list("pk", flat=True))
        for rows in (work.titles, work.artwork_concepts, work.artwork_epochs)
    ]
    assert registrar.post(address(work), opened(registrar, address(work))).status_code == 302
    work.refresh_from_db()
    assert (work.earliest_year, work.latest_year, work.rights) == (1400, 1499, Rights.PDM)
    assert [
        sorted(r.values_list("pk", flat=True))
        for r in (work.titles, work.artwork_concepts, work.artwork_epochs)
    ] == rows


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"edtf": "1820-13"}, None),
        ({"edtf": "1900/1800"}, "The span ends before it begins"),
        ({"date_basis": "museum", "earliest_begin": "1900", "latest_end": "1800"}, "The latest year lies before the earliest."),
        ({"date_basis": "museum", "earliest_begin": "-99999999", "latest_end": "1800"}, "within ten million"),
        ({"accession_number": "TAKEN"}, "already has a work with that accession number"),
        ({"accession_number": ""}, "Give the accession number"),
        ({"rights": "http://example.org/mine"}, "Select a valid choice"),
        ({"titles__0__text": ""}, "This field is required"),
        ({"titles__0__text": "   "}, "This field is required"),
        ({"titles__0__language": "english!"}, "is not a language tag"),
        ({"description": "no language here"}, "has no language"),
        ({"description": "en: nothing\x00more"}, "Null characters are not allowed"),
        ({"display_materials": "silk\x00"}, "Null characters are not allowed"),
        ({"production_country": "china"}, "Ensure this value has at most 2"),
        ({"object_types": ["99999999"]}, "is not one of the available choices"),
        ({"object_types": ["abc"]}, "“abc” is not a valid"),
        ({"culture": "abc"}, "Select a valid choice"),
        ({"culture": "99999999999999999999999"}, "Select a valid choice"),
        ({"dimensions-TOTAL_FORMS": "zzz"}, None),
        ({"titles-0-id": "999999"}, None),
    ],
)  # fmt: skip
def test_bad_input_gets_a_sentence_and_changes_nothing(
    registrar: Client, museum: Any, values: Any, sentence: str | None
) -> None:
    ArtworkFactory(museum=museum, accession_number="TAKEN")
    work = ArtworkFactory(museum=museum)
    post = {**opened(registrar, address(work)), **{k.replace("__", "-"): v for k, v in values.items()}}
    page = registrar.post(address(work), post)
    assert page.status_code == 200
    assert errors_of(page)
    if sentence:
        assert any(sentence in error for error in errors_of(page)), errors_of(page)
    assert Artwork.objects.get(pk=work.pk).revision == work_revision(work)
    assert not Deed.objects.exists()


def work_revision(work: Artwork) -> int:
    """The revision that the factory left (its children raised it)."""
    return Artwork.objects.values_list("revision", flat=True).get(pk=work.pk)


def test_a_photograph_is_attached_and_described(registrar: Client, museum: Any) -> None:
    work = ArtworkFactory(museum=museum)
    post = changed(
        opened(registrar, address(work)), images__0__rights=Rights.CC0, images__0__alt="en: A green vase"
    )
    page = registrar.post(address(work), {**post, "images-0-original": picture(), "_continue": "1"})
    assert page.status_code == 302, errors_of(page)
    image = ArtworkImage.objects.get()
    assert (image.width, image.height, image.format, image.alt) == (640, 480, "jpeg", {"en": "A green vase"})
    page = registrar.get(address(work))
    assert "Its tiles and copies are being made" in page.content.decode()


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (
            SimpleUploadedFile("vase.jpg", b"<html>not a picture</html>", "image/jpeg"),
            "not a photograph we can read",
        ),
        (SimpleUploadedFile("vase.jpg", b"", "image/jpeg"), "empty"),
        (SimpleUploadedFile("vase.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 400, "image/png"), None),
    ],
)
def test_a_false_photograph_is_refused_and_nothing_kept(
    registrar: Client, museum: Any, file: Any, sentence: str | None, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    file.seek(0)
    work = ArtworkFactory(museum=museum)
    post = changed(
        opened(registrar, address(work)), images__0__rights=Rights.CC0, images__0__alt="en: A vase"
    )
    page = registrar.post(address(work), {**post, "images-0-original": file})
    assert page.status_code == 200
    assert sentence is None or any(sentence in error for error in errors_of(page)), errors_of(page)
    assert not ArtworkImage.objects.exists()
    assert not list(tmp_path.rglob("*.*"))


def test_an_oversize_photograph_is_refused(registrar: Client, museum: Any, settings: Any) -> None:
    settings.IMAGE_MAX_BYTES = 1000
    work = ArtworkFactory(museum=museum)
    post = changed(opened(registrar, address(work)), images__0__rights=Rights.CC0)
    page = registrar.post(address(work), {**post, "images-0-original": picture((900, 900))})
    assert page.status_code == 200
    assert any("larger than" in error for error in errors_of(page)), errors_of(page)
    assert not ArtworkImage.objects.exists()


def test_buttons_take_a_record_through_its_states(registrar: Client, museum: Any) -> None:
    cataloguer = signed_in(staff_of(museum, Role.CATALOGUER))
    work = ArtworkFactory(museum=museum)

    def step(client: Client, verb: str, note: str = "") -> tuple[int, str]:
        answer = client.post(reverse("admin:collection_artwork_deed", args=[work.pk, verb]), {"note": note})
        work.refresh_from_db()
        return answer.status_code, work.status

    assert step(cataloguer, "submit") == (302, Status.SUBMITTED)
    assert step(cataloguer, "publish") == (403, Status.SUBMITTED)
    assert step(registrar, "send_back") == (302, Status.SUBMITTED)  # without a note: told why, nothing done
    assert step(registrar, "send_back", "The size is missing.") == (302, Status.DRAFT)
    assert "The size is missing." in cataloguer.get("/admin/").content.decode()
    assert step(cataloguer, "submit") == (302, Status.SUBMITTED)
    assert step(registrar, "publish") == (302, Status.PUBLISHED)
    assert step(registrar, "withdraw", "Given back") == (302, Status.WITHDRAWN)
    assert step(registrar, "restore") == (302, Status.PUBLISHED)
    assert (
        registrar.get(reverse("admin:collection_artwork_deed", args=[work.pk, "withdraw"])).status_code == 405
    )
    assert step(registrar, "explode") == (404, Status.PUBLISHED)


def test_an_editor_from_outside_says_why(museum: Any) -> None:
    editor = signed_in(EditorFactory())
    work = ArtworkFactory(museum=museum, status=Status.SUBMITTED)
    url = reverse("admin:collection_artwork_deed", args=[work.pk, "publish"])
    editor.post(url, {"note": ""})
    assert Artwork.objects.get().status == Status.SUBMITTED
    editor.post(url, {"note": "Asked by the museum"})
    assert Artwork.objects.get().status == Status.PUBLISHED


def test_what_is_missing_stands_above_the_form(registrar: Client, museum: Any) -> None:
    work = ArtworkFactory(museum=museum, object_type=False, display_date="", edtf="")
    page = registrar.get(address(work)).content.decode()
    assert "Choose at least one object type." in page
    assert page.index("Choose at least one object type.") < page.index(f'id="{FORM}"')


def test_a_registrar_who_corrects_a_public_record_makes_a_new_version(registrar: Client, museum: Any) -> None:
    work = ArtworkFactory(museum=museum, published=True)
    post = changed(opened(registrar, address(work)), display_materials="stoneware", _continue="1")
    assert registrar.post(address(work), post).status_code == 302
    work.refresh_from_db()
    assert (work.display_materials, work.versions.count()) == ("stoneware", 1)
    assert work.versions.get().document


def test_a_correction_that_leaves_a_public_record_incomplete_is_refused(
    registrar: Client, museum: Any
) -> None:
    work = ArtworkFactory(museum=museum, published=True)
    page = registrar.post(
        address(work), changed(opened(registrar, address(work)), object_types=None, display_materials="jade")
    )
    assert page.status_code == 200
    assert "Choose at least one object type." in errors_of(page)
    work.refresh_from_db()
    assert (work.display_materials, work.concepts.count()) == ("porcelain", 1)


def test_staff_propose_a_term_and_editors_accept(registrar: Client) -> None:
    url = reverse("admin:collection_concept_add")
    page = registrar.get(f"{url}?kind=material&_popup=1")
    assert page.status_code == 200
    fields = fields_of(page.content.decode(), "concept_form")
    assert "term_status" not in fields
    registrar.post(url, changed(fields, labels="en: ironwood", term_status="accepted"))
    concept = Concept.objects.get()
    assert (concept.slug, concept.kind, concept.term_status) == ("ironwood", "material", TermStatus.PROPOSED)
    again = registrar.post(url, changed(fields, labels="en: Ironwood"))
    assert "There is a term of that name already" in again.content.decode()
    change = reverse("admin:collection_concept_change", args=[concept.pk])
    assert registrar.post(change, {}).status_code == 403
    editor = signed_in(EditorFactory())
    fields = fields_of(editor.get(change).content.decode(), "concept_form")
    assert editor.post(change, changed(fields, term_status="accepted")).status_code == 302
    concept.refresh_from_db()
    assert concept.term_status == TermStatus.ACCEPTED


def test_the_date_check_names_the_epochs_of_the_place_and_what_contradicts_them(registrar: Client) -> None:
    ming = EpochFactory(labels={"en": "Ming"}, definition__begin=1368, definition__end=1644)
    EpochFactory(labels={"en": "Qing"}, definition__begin=1644, definition__end=1912)
    EpochFactory(
        labels={"en": "Edo"}, definition__begin=1615, definition__end=1868, definition__countries=["JP"]
    )
    said = registrar.get(
        f"/admin/date-check/?words=1750&country=CN&epoch={ming.pk}&epoch=x&culture=y&museum=z"
    ).json()
    assert [(epoch["label"], epoch["years"], epoch["is_chosen"]) for epoch in said["epochs"]] == [
        ("Qing", "1644–1912", False)
    ]
    assert said["conflicts"] == ["Dated 1750, but Ming ended in 1644."]


def test_the_date_check_means_what_the_museum_means(registrar: Client, museum: Any, settings: Any) -> None:
    settings.DATE_CONVENTIONS = {museum.slug: {"circa": 3}}
    said = registrar.get(f"/admin/date-check/?words=c. 1820&museum={museum.pk}").json()
    assert (said["edtf"], said["earliest_begin"], said["latest_end"]) == ("1820~", 1817, 1823)


def test_years_corrected_by_hand_need_a_reason(registrar: Client, museum: Any) -> None:
    work = ArtworkFactory(museum=museum, display_date="1750")
    address = reverse("admin:collection_artwork_change", args=[work.pk])
    given = {
        "date_basis": "override",
        "earliest_begin": 1740,
        "latest_begin": "",
        "earliest_end": "",
        "latest_end": 1760,
    }
    page = registrar.post(address, changed(opened(registrar, address), **given))
    assert "Say why the years are not those of the words." in page.content.decode()
    registrar.post(
        address, changed(opened(registrar, address), **given, date_note="The paper was made in 1740.")
    )
    work.refresh_from_db()
    assert (work.earliest_year, work.latest_year, work.date_basis) == (1740, 1760, "override")


def test_the_date_check_says_what_a_date_means(registrar: Client) -> None:
    said = registrar.get("/admin/date-check/?words=late 4th century BCE").json()
    assert (said["errors"], said["earliest_begin"] < said["latest_end"] <= -299) == ([], True)
    assert registrar.get("/admin/date-check/?edtf=1900/1800").json()["errors"]
    assert registrar.get("/admin/date-check/?words=" + "x" * 300).status_code == 400
    assert Client().get("/admin/date-check/?words=1900").status_code == 403


def test_a_preview_is_private_and_shows_a_draft(registrar: Client, museum: Any) -> None:
    work = ArtworkFactory(museum=museum, title="Unseen jar")
    page = registrar.get(reverse("admin:collection_artwork_preview", args=[work.pk]))
    assert (page.status_code, page["X-Robots-Tag"]) == (200, "noindex, nofollow")
    assert {"no-store", "private"} <= set(page["Cache-Control"].split(", "))
    assert "Unseen jar" in page.content.decode()
    assert Client().get(reverse("artwork", args=[work.public_id])).status_code == 404


@pytest.mark.parametrize(
    ("words", "notes"),
    [
        ("Joseon, c. 1350", ["The words say 1340–1360: empty the EDTF to take them."]),
        ("early 7th century", []),
        ("undated", []),
        ("", []),
    ],
)
def test_words_that_the_edtf_denies_are_told(words: str, notes: list[str]) -> None:
    meaning = meaning_of(words, "0600/0649")
    assert (meaning.edtf, meaning.notes) == ("0600/0649", notes)
