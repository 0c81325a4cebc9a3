"""A folder or an archive of photographs with its table: a line a file, tried first, gone on with, safe to open."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.core.management import CommandError, call_command
from PIL import Image

from collection.actions.refusal import Refused
from collection.actions.undo import undo_import
from collection.imports.apply import How
from collection.imports.picture_files import Archive, Folder
from collection.imports.pictures import attach_pictures
from collection.imports.rights import rights_of
from collection.imports.runner import Source
from collection.models import ArtworkImage, ImportRun
from collection.models.import_run import PICTURES, RunState
from collection.rights import Rights
from members.enums import Role
from tests.factories import ArtworkFactory, MuseumFactory, staff_of

pytestmark = pytest.mark.django_db
SOURCE = Source("pictures.csv", "0" * 64, PICTURES)
HEAD = "file,museum,accession_number,source_id,caption@en,alt@en,credit,rights,view,shown_width_cm\n"
DESCRIBED = "A jar,A round jar,Photo: us,CC0-1.0,recto,12.5"


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def museum() -> Any:
    return MuseumFactory(slug="sea-routes")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "pictures"
    path.mkdir()
    return path


def jpeg(shade: int = 0) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (64, 48), (shade * 50, 90, 120)).save(file, "JPEG")
    return file.getvalue()


def lines_of(run: ImportRun) -> list[tuple[int, str, str, str]]:
    return list(run.rows.values_list("number", "key", "outcome", "message"))


def attached(pictures: Any, museum: Any = None, by: Any = None, **more: Any) -> ImportRun:
    return attach_pictures(pictures, SOURCE, museum=museum, how=How(by=by), **more)


def test_a_folder_has_a_line_for_every_file_and_attaches_nothing_twice(folder: Path, museum: Any) -> None:
    jar = ArtworkFactory(museum=museum, accession_number="1997.12", title="Jar")
    bowl = ArtworkFactory(museum=museum, source_id="b1", title="Bowl")
    for number, name in enumerate(["a.jpg", "b.jpg", "sub/c.jpg", "lost.jpg"]):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(jpeg(number))
    (folder / "d.jpg").write_bytes(b"<html>")
    (folder / ".hidden").write_text("x")
    rows = [f"a.jpg,sea-routes,1997.12,,{DESCRIBED}", f"b.jpg,,,b1,{DESCRIBED}", f"sub/c.jpg,sea-routes,nowhere,,{DESCRIBED}",
            f"d.jpg,,,b1,{DESCRIBED}", f"e.jpg,,,b1,{DESCRIBED}", "a.jpg,,,b1,x,y,z,,,"]  # fmt: skip
    (folder / "table.csv").write_text(HEAD + "\n".join(rows), encoding="utf-8")
    expected = [
        (2, "a.jpg", "changed", "Attached to “Jar”."),
        (3, "b.jpg", "changed", "Attached to “Bowl”."),
        (4, "sub/c.jpg", "refused", "There is no work “nowhere” to attach it to."),
        (5, "d.jpg", "refused", "This is not a photograph we can read. Send a JPEG, PNG, TIFF, WebP, AVIF or JPEG 2000 file."),
        (6, "e.jpg", "refused", "There is no file “e.jpg”."),
        (7, "a.jpg", "refused", "The row has no rights: choose a rights statement for every photograph."),
        (8, "lost.jpg", "refused", "No row of the table speaks of this file."),
    ]  # fmt: skip
    trial = attached(Folder(folder), is_dry_run=True)
    assert [(n, k, o) for n, k, o, _m in lines_of(trial)] == [(n, k, o) for n, k, o, _m in expected]
    assert (trial.rows.first().message, ArtworkImage.objects.count()) == ("To be attached to “Jar”.", 0)
    run = attached(Folder(folder))
    assert (lines_of(run), run.state) == (expected, RunState.FINISHED)
    image = jar.images.get()
    assert (image.rights, image.credit, image.caption, image.alt, image.view, str(image.shown_width_cm)) == (
        Rights.CC0, "Photo: us", {"en": "A jar"}, {"en": "A round jar"}, "recto", "12.50"
    )  # fmt: skip
    again = attached(Folder(folder))
    assert [o for _n, _k, o, _m in lines_of(again)][:2] == ["same", "same"]
    assert (jar.images.count(), bowl.images.count()) == (1, 1)
    with pytest.raises(Refused, match="taken off in the form of their work"):
        undo_import(run, by=None)


def test_duplicates_are_looked_for_in_the_museum_only(folder: Path, museum: Any) -> None:
    other = ArtworkFactory(source_id="x1")
    ArtworkFactory(museum=museum, source_id="b1", title="Bowl")
    ArtworkFactory(museum=museum, source_id="b2")
    (folder / "a.jpg").write_bytes(jpeg())
    head = "file,source_id,rights,shows_this_too\n"
    (folder / "t.csv").write_text(
        head + "a.jpg,x1,CC0,\na.jpg,b1,CC0,\na.jpg,b2,CC0,\na.jpg,b2,CC0,yes\na.jpg,b2,CC0,yes"
    )
    assert [(o, m) for _n, _k, o, m in lines_of(attached(Folder(folder)))] == [
        ("changed", f"Attached to “{other}”."),
        ("changed", "Attached to “Bowl”."),
        ("refused", "This photograph is already on “Bowl”."),
        ("changed", f"Attached to “{ArtworkImage.objects.last().artwork}”."),
        ("same", "This very photograph is already attached to the work."),
    ]
    ArtworkImage.objects.all().delete()
    trial = attached(Folder(folder), is_dry_run=True)
    assert [o for _n, _k, o, _m in lines_of(trial)] == ["changed", "changed", "refused", "changed", "refused"]
    assert trial.rows.get(number=4).message == "Row 3 attaches the same photograph."


def test_a_table_may_be_a_spreadsheet(folder: Path, museum: Any) -> None:
    ArtworkFactory(museum=museum, accession_number="7", title="Jar")
    (folder / "a.jpg").write_bytes(jpeg())
    book = openpyxl.Workbook()
    for row in (["file", "accession_number", "rights", "alt"], ["a.jpg", 7, "Public domain", "Krug"]):
        book.active.append(row)
    book.save(folder / "t.xlsx")
    assert [o for _n, _k, o, _m in lines_of(attached(Folder(folder), museum))] == ["changed"]
    assert ArtworkImage.objects.get().alt == {"und": "Krug"}


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("a.jpg,,,,,,,CC0,,", "The row names no work: give museum and accession_number, or source_id."),
        ("a.jpg,atlantis,1,,,,,CC0,,", "There is no museum “atlantis”."),
        ("a.jpg,,,b1,,,,mine,,", "“mine” is not in the list of rights statements. Use a label such as “CC0 1.0” or its address."),
        ("a.jpg,,,b1,,,,CC0,upside,", "“upside” in column view is none of overall, recto, verso, side, detail, mark, installed."),
        ("a.jpg,,,b1,,,,CC0,,wide", "“wide” in column shown_width_cm is no width in centimetres."),
        ("a.jpg,,,b1,,,,CC0,,-1", "“-1” in column shown_width_cm is no width in centimetres."),
        ("a.jpg,,,p1,,,,CC0,,", "The work is public: say whom to name beside the photograph."),
        ("../secret.jpg,,,b1,,,,CC0,,", "There is no file “../secret.jpg”."),
        (",,,b1,,,,CC0,,", "The row names no file."),
        ("a.jpg,,,twin,,,,CC0,,", "What the row names belongs to several works: give the museum as well."),
    ],
)  # fmt: skip
def test_a_bad_row_is_refused_alone(folder: Path, museum: Any, row: str, sentence: str) -> None:
    ArtworkFactory(museum=museum, source_id="b1")
    ArtworkFactory(museum=museum, source_id="p1", published=True)
    ArtworkFactory(source_id="twin"), ArtworkFactory(source_id="twin")
    (folder.parent / "secret.jpg").write_bytes(jpeg())
    (folder / "a.jpg").write_bytes(jpeg())
    (folder / "t.csv").write_text(HEAD + row)
    first = lines_of(attached(Folder(folder)))[0]
    assert first[2:] == ("refused", sentence)
    assert not ArtworkImage.objects.exists()


def test_a_cataloguer_attaches_to_drafts_of_the_museum_only(folder: Path, museum: Any) -> None:
    ArtworkFactory(museum=museum, source_id="d1")
    ArtworkFactory(museum=museum, source_id="p1", published=True)
    ArtworkFactory(source_id="x1")
    (folder / "a.jpg").write_bytes(jpeg())
    words = "A jar,A round jar,Photo,CC0,,"
    (folder / "t.csv").write_text(HEAD + "".join(f"a.jpg,,,{key},{words}\n" for key in ("p1", "x1", "d1")))
    run = attached(Folder(folder), museum, by=staff_of(museum, Role.CATALOGUER))
    refused = [m.partition(":")[0] for _n, _k, o, m in lines_of(run) if o == "refused"]
    assert refused == ["This record is public", "There is no work “x1” to attach it to."]
    assert ArtworkImage.objects.get().artwork.source_id == "d1"


def zipped(files: dict[str, bytes], **more: Any) -> Archive:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, **more) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return Archive(file)


def test_an_archive_is_read_wherever_its_table_lies(museum: Any) -> None:
    ArtworkFactory(museum=museum, source_id="b1", title="Bowl")
    table = (HEAD + f"a.jpg,,,b1,{DESCRIBED}").encode()
    archive = zipped(
        {
            "shoot/table.csv": table,
            "shoot/a.jpg": jpeg(),
            "__MACOSX/shoot/._a.jpg": b"x",
            "shoot/.DS_Store": b"x",
        }
    )
    assert archive.names() == ["a.jpg"]
    assert lines_of(attached(archive, museum)) == [(2, "a.jpg", "changed", "Attached to “Bowl”.")]


def test_an_archive_that_is_none_or_a_bomb_is_refused(settings: Any) -> None:
    table = (HEAD + f"a.jpg,,,b1,{DESCRIBED}").encode()
    with pytest.raises(Refused, match="cannot be read as ZIP"):
        Archive(io.BytesIO(b"PK\x03\x04 nothing"))
    with pytest.raises(Refused, match="There is no table"):
        zipped({"a.jpg": jpeg()})
    with pytest.raises(Refused, match=r"There are several tables: a\.csv, b\.tsv"):
        zipped({"a.csv": table, "b.tsv": table})
    with pytest.raises(Refused, match="more than 5000 files"):
        zipped({f"{number}.jpg": b"" for number in range(5001)})
    bomb = zipped({"t.csv": table, "a.jpg": b"\0" * 20_000_000})
    with pytest.raises(Refused, match=r"There is nothing in “a\.jpg”"), bomb.opened("a.jpg"):
        pass
    settings.PICTURES_ZIP_UNPACKED_BYTES = 1000
    with pytest.raises(Refused, match="Unpacked, the archive would be too large"):
        zipped({"t.csv": table, "a.jpg": b"x" * 2000})


def test_a_damaged_or_lying_entry_is_refused(settings: Any) -> None:
    table = (HEAD + f"a.jpg,,,b1,{DESCRIBED}").encode()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed:
        packed.writestr("t.csv", table)
        packed.writestr("a.jpg", jpeg())
    data = bytearray(file.getvalue())
    data[data.index(b"JFIF") + 40] ^= 0xFF
    with pytest.raises(Refused, match="damaged in the archive"), Archive(io.BytesIO(data)).opened("a.jpg"):
        pass
    archive = zipped({"t.csv": table, "a.jpg": jpeg(), "b.jpg": jpeg(), "../up.jpg": jpeg()})
    assert archive.names() == ["a.jpg", "b.jpg"]
    archive.entries["a.jpg"].flag_bits |= 1
    with pytest.raises(Refused, match="locked by a password"), archive.opened("a.jpg"):
        pass
    settings.IMAGE_MAX_BYTES = 100
    with pytest.raises(Refused, match="is too large"), archive.opened("b.jpg"):
        pass


def test_columns_that_mean_nothing_are_named(folder: Path) -> None:
    (folder / "t.csv").write_text("photo,rights\na.jpg,CC0")
    with pytest.raises(Refused) as refusal:
        attached(Folder(folder))
    assert [sentence.partition(".")[0] for sentence in refusal.value.sentences] == [
        "Column “photo” is not known",
        "There is no column “file”: nothing says which photograph a row is about",
    ]


@pytest.mark.parametrize(
    ("said", "uri"),
    [
        ("CC0-1.0", Rights.CC0), ("cc0", Rights.CC0), ("Public domain", Rights.PDM), ("CC-BY-4.0", Rights.BY),
        ("CC BY-NC-SA 4.0", Rights.BY_NC_SA), ("https://creativecommons.org/licenses/by/4.0/", Rights.BY),
        ("http://rightsstatements.org/vocab/InC/1.0/", Rights.IN_C), ("In copyright", Rights.IN_C), (" ", ""),
    ],
)  # fmt: skip
def test_rights_are_known_by_every_name(said: str, uri: str) -> None:
    assert rights_of(said) == uri


def test_the_command_prints_a_line_a_file(folder: Path, museum: Any) -> None:
    ArtworkFactory(museum=museum, accession_number="1", title="Jar")
    (folder / "a.jpg").write_bytes(jpeg())
    (folder / "t.csv").write_text("file,accession_number,rights\na.jpg,1,CC0\n")
    said = io.StringIO()
    call_command("attach_images", folder, museum="sea-routes", dry_run=True, stdout=said)
    assert "To be attached to “Jar”." in said.getvalue()
    assert "1 attached, 0 were there, 0 refused. Nothing was changed: a trial." in said.getvalue()
    call_command("attach_images", folder, museum="sea-routes", stdout=said)
    call_command("attach_images", folder, museum="sea-routes", stdout=said)
    assert said.getvalue().strip().endswith("0 attached, 1 were there, 0 refused.")
    (folder / "b.jpg").write_bytes(b"")
    with pytest.raises(CommandError, match="1 files were refused"):
        call_command("attach_images", folder, museum="sea-routes", stdout=said)
    with pytest.raises(CommandError, match="There is no folder"):
        call_command("attach_images", folder / "nowhere", stdout=said)
