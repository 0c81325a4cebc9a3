"""Two people, one record; and edits of what is public that wait for a registrar. Nobody's typing is lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from collection.actions.edits import apply_edit, dismiss_edit
from collection.actions.refusal import NotAllowed, Refused
from collection.enums import EditState
from collection.models import Artwork, PendingEdit, Title
from members.enums import Role
from members.models import Deed
from tests.factories import ArtworkFactory, EditorFactory, MaterialFactory, MuseumFactory, staff_of
from tests.integration.posted import changed, fields_of
from tests.integration.test_admin_artwork import FORM, address, opened, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def museum() -> Any:
    return MuseumFactory()


def page_of(edit: PendingEdit) -> str:
    return reverse("admin:collection_artwork_edit", args=[edit.artwork_id, edit.pk])


def test_the_second_of_two_savers_loses_nothing(museum: Any) -> None:
    first, second = signed_in(staff_of(museum)), signed_in(staff_of(museum, name="Second"))
    work = ArtworkFactory(museum=museum, titles=[("ja", "花瓶")])
    mine, theirs = opened(second, address(work)), opened(first, address(work))
    first.post(
        address(work), changed(theirs, display_materials="stoneware", display_culture="Song", _continue="1")
    )
    answer = second.post(
        address(work),
        changed(mine, display_materials="celadon", find_place="", curator_note="Mine", titles__0__text="Jar"),
    )
    edit = PendingEdit.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, page_of(edit))
    work.refresh_from_db()
    assert (work.display_materials, work.curator_note) == ("stoneware", "")

    page = second.get(page_of(edit))
    said = {one.label: (one.before, one.after) for one in page.context["differences"]}
    assert set(said) == {"Materials in words", "Remarks", "Title 1 · Title"}
    assert said["Materials in words"] == ("<del>stoneware</del>", "<ins>celadon</ins>")
    assert said["Remarks"] == ("", "<ins>Mine</ins>")

    # Edit on: the form is bound to the merged version, and saving it closes the edit.
    fields = fields_of(page.content.decode(), FORM)
    assert (fields["display_culture"], fields["curator_note"]) == (["Song"], ["Mine"])
    assert second.post(address(work), changed(fields, _continue="1")).status_code == 302
    work.refresh_from_db()
    edit.refresh_from_db()
    assert (work.display_materials, work.display_culture, work.curator_note, edit.state) == (
        "celadon",
        "Song",
        "Mine",
        EditState.APPLIED,
    )
    assert set(work.titles.values_list("text", flat=True)) == {"Jar", "花瓶"}


def test_a_row_that_another_deleted_comes_back_only_if_it_was_changed(museum: Any) -> None:
    client = signed_in(staff_of(museum))
    work = ArtworkFactory(museum=museum, titles=[("ja", "花瓶"), ("fr", "Vase")])
    fields = opened(client, address(work))
    Title.objects.filter(artwork=work).exclude(language="en").delete()
    Title.objects.create(artwork=work, text="Vaso", language="it", order=5)
    client.post(address(work), changed(fields, titles__1__text="壺"))
    edit = PendingEdit.objects.get()
    apply_edit(edit, by=edit.by)
    assert set(work.titles.values_list("language", "text")) == {
        ("en", f"Vase {work.pk}"),
        ("it", "Vaso"),
        ("ja", "壺"),
    }


def test_a_cataloguers_change_of_a_public_record_waits(museum: Any) -> None:
    cataloguer, registrar = signed_in(staff_of(museum, Role.CATALOGUER)), signed_in(staff_of(museum))
    work = ArtworkFactory(museum=museum, published=True)
    silk = MaterialFactory(name="silk")
    post = changed(
        opened(cataloguer, address(work)), display_materials="silk", materials=[silk.pk], _continue="1"
    )
    assert cataloguer.post(address(work), post).status_code == 302
    edit = PendingEdit.objects.get()
    work.refresh_from_db()
    assert (edit.state, work.display_materials) == (EditState.WAITING, "porcelain")
    assert page_of(edit) in registrar.get("/admin/").content.decode()
    assert cataloguer.post(page_of(edit), {"_apply": "1"}).status_code == 302
    edit.refresh_from_db()
    assert edit.state == EditState.WAITING
    preview = registrar.get(reverse("admin:collection_artwork_preview", args=[work.pk]), {"edit": edit.pk})
    assert "silk" in preview.content.decode()
    work.refresh_from_db()
    assert work.display_materials == "porcelain"
    assert registrar.post(page_of(edit), {"_apply": "1"}).status_code == 302
    work.refresh_from_db()
    edit.refresh_from_db()
    assert (edit.state, work.display_materials, work.versions.count()) == (EditState.APPLIED, "silk", 1)
    assert list(work.concepts.filter(kind="material")) == [silk]
    assert {"propose_edit", "apply_edit", "publish"} <= set(Deed.objects.values_list("verb", flat=True))


def test_an_editors_change_of_a_public_record_waits_too(museum: Any) -> None:
    editor = signed_in(EditorFactory())
    work = ArtworkFactory(museum=museum, published=True)
    editor.post(address(work), changed(opened(editor, address(work)), display_culture="Yuan"))
    assert PendingEdit.objects.get().state == EditState.WAITING
    assert Artwork.objects.get().display_culture == "Ming"


def test_what_is_unfinished_is_kept_even_if_it_is_wrong(museum: Any) -> None:
    client = signed_in(staff_of(museum))
    work = ArtworkFactory(museum=museum)
    client.post(
        address(work),
        changed(opened(client, address(work)), edtf="18??-99", display_date="one day", _keep="1"),
    )
    edit = PendingEdit.objects.get()
    assert (edit.state, edit.form_data["edtf"]) == (EditState.UNFINISHED, ["18??-99"])
    page = client.get(page_of(edit))
    assert (page.status_code, bool(len(page.context["errors"]))) == (200, True)
    with pytest.raises(Refused):
        apply_edit(edit, by=edit.by)
    assert (
        client.get(reverse("admin:collection_artwork_preview", args=[work.pk]), {"edit": edit.pk}).status_code
        == 409
    )
    assert Artwork.objects.get().edtf == "1400/1499"


def test_a_new_record_is_kept_unfinished_with_whatever_was_typed(museum: Any) -> None:
    client, add = signed_in(staff_of(museum)), reverse("admin:collection_artwork_add")
    post = changed(
        opened(client, add), edtf="18??-99", curator_note="half a \x00sentence", titles__0__text="Moon jar", _keep="1"
    )  # fmt: skip
    answer = client.post(add, post)
    edit, work = PendingEdit.objects.get(), Artwork.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, page_of(edit))
    assert (work.museum, work.status, work.titles.count(), edit.state) == (museum, "draft", 0, "unfinished")
    assert list(Deed.objects.values_list("verb", "public_id")) == [("keep_edit", work.public_id)]
    assert "Moon jar" in client.get("/admin/").content.decode()

    page = client.get(page_of(edit))
    fields = fields_of(page.content.decode(), FORM)
    assert (fields["edtf"], fields["curator_note"]) == (["18??-99"], ["half a sentence"])
    finished = changed(fields, edtf="1750", display_date="1750", accession_number="12.1", _submit="1")
    assert client.post(address(work), finished).status_code == 302
    work.refresh_from_db()
    edit.refresh_from_db()
    assert (work.title_text, work.accession_number, work.accession_missing_reason) == ("Moon jar", "12.1", "")
    assert (work.earliest_year, edit.state) == (1750, EditState.APPLIED)


def test_what_is_unfinished_needs_a_museum_of_ones_own(museum: Any) -> None:
    client, add = signed_in(staff_of(museum)), reverse("admin:collection_artwork_add")
    fields = changed(opened(client, add), curator_note="Mine", _keep="1")
    for chosen in ("", MuseumFactory().pk, "9" * 30):
        page = client.post(add, changed(fields, museum=chosen))
        assert page.status_code == 200
        assert "Choose the museum first" in page.content.decode()
        assert fields_of(page.content.decode(), FORM)["curator_note"] == ["Mine"]
    assert (Artwork.objects.count(), PendingEdit.objects.count()) == (0, 0)


def test_nul_signs_are_left_out_of_what_is_kept(museum: Any) -> None:
    client = signed_in(staff_of(museum))
    work = ArtworkFactory(museum=museum)
    client.post(address(work), changed(opened(client, address(work)), curator_note="a\x00b", _keep="1"))
    assert PendingEdit.objects.get().form_data["curator_note"] == ["ab"]


def test_who_dismisses_anothers_edit_says_why(museum: Any) -> None:
    cataloguer, registrar = staff_of(museum, Role.CATALOGUER), staff_of(museum)
    work = ArtworkFactory(museum=museum, published=True)
    edit = PendingEdit.objects.create(artwork=work, by=cataloguer, base_revision=1, form_data={})
    with pytest.raises(Refused, match="Say why"):
        dismiss_edit(edit, by=registrar)
    dismiss_edit(edit, by=registrar, note="The ledger says otherwise.")
    assert (edit.state, edit.decided_by) == (EditState.DISMISSED, registrar)
    with pytest.raises(Refused, match="already"):
        dismiss_edit(edit, by=cataloguer)
    with pytest.raises(NotAllowed):
        apply_edit(
            PendingEdit.objects.create(artwork=work, by=cataloguer, base_revision=1, form_data={}),
            by=cataloguer,
        )


def test_edits_of_other_museums_are_not_there(museum: Any) -> None:
    stranger = signed_in(staff_of(MuseumFactory()))
    work = ArtworkFactory(museum=museum, published=True)
    edit = PendingEdit.objects.create(artwork=work, by=staff_of(museum), base_revision=1, form_data={})
    assert stranger.get(page_of(edit)).status_code == 404
    assert stranger.post(page_of(edit), {"_apply": "1"}).status_code == 404
    edit.refresh_from_db()
    assert edit.state == EditState.WAITING
