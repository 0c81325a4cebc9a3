"""Pictures for the demonstration: attached to the works they show, else records of their own with no keeper guessed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings

from collection.enums import Status
from collection.imports import formats
from collection.imports.media import NOT_NAMED, Reader, load_media
from collection.imports.vocabulary import import_vocabulary
from collection.models import Artwork, ArtworkImage, ImportRun
from collection.rights import Rights
from members.models import Museum
from tests.factories import ArtworkFactory
from tests.unit.collection.imports.test_pictures import jpeg

SHARED = Path(
    os.environ.get("SHARED_IMAGES", Path(django_settings.BASE_DIR).parent / "shared" / "data" / "images")
)
COLUMNS = ["file", "title", "native_title", "romanised_title", "series", "maker", "date", "museum", "museum_guess",
           "licence", "credit", "source", "region", "related_masterpiece", "note"]  # fmt: skip
ROWS = [
    {"file": "a.jpg", "title": 'Fukutomi zōshi ("The Tale")', "native_title": "福富草紙", "date": "15th century", "museum_guess": "Museum of Guesses",
     "licence": "CC0-1.0", "credit": "Open Access", "source": "https://example.org/a ; https://example.org/b", "region": "Asia/Japan", "note": "joined"},
    {"file": "b.jpg", "title": "Mosaic Panel", "maker": "Unknown artist", "date": "the 4th Century", "museum": "J. Paul Getty Museum (78.AH.399)",
     "licence": "CC-BY-4.0", "credit": "© J. Paul Getty Trust", "region": "West Asia/Roman Syria"},
    {"file": "c.jpg", "title": "The Great Wave", "maker": "Hokusai", "museum": "Metropolitan Museum of Art, New York", "licence": "Public domain",
     "credit": "The Met", "region": "Asia/Japan", "related_masterpiece": "m010", "note": "another impression"},
    {"file": "d.jpg", "title": "A Bowl", "museum": "Museum of Nowhere", "licence": "CC0-1.0", "credit": "x", "region": "Asia/China"},
]  # fmt: skip


@pytest.fixture
def vocabulary(db: Any, settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    for name in ("concepts", "cultures"):
        import_vocabulary(name, formats.read(django_settings.BASE_DIR / "fixtures" / f"{name}.csv"), by=None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "pictures"
    path.mkdir()
    lines = ["\t".join(COLUMNS), *("\t".join(row.get(column, "") for column in COLUMNS) for row in ROWS)]
    (path / "images.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for number, row in enumerate(ROWS):
        (path / row["file"]).write_bytes(jpeg(number))
    return path


def test_load_media_attaches_or_makes_records_and_guesses_no_keeper(folder: Path, vocabulary: None) -> None:
    wave = ArtworkFactory(source_id="m010", is_demonstration=True, published=True, title="Great Wave")
    told: list[tuple[str, int, int]] = []
    refused = load_media(folder, told=lambda *said: told.append(said))
    assert [(row.key, row.message) for row in refused] == [
        ("d.jpg", "There is no museum “Museum of Nowhere”."),
        ("d.jpg", "There is no museum “Museum of Nowhere”."),
    ]
    assert told[0] == ("records", 0, 3) and told[-1] == ("pictures", 4, 4)
    scroll, mosaic = Artwork.objects.get(source_id="a.jpg"), Artwork.objects.get(source_id="b.jpg")
    assert (scroll.museum.slug, str(scroll.museum), scroll.accession_number) == (
        NOT_NAMED, "Keeper not named in the source", ""
    )  # fmt: skip
    assert (scroll.status, scroll.is_demonstration, scroll.culture.slug) == (Status.PUBLISHED, True, "japan")
    assert {title.language: title.text for title in scroll.titles.all()} == {
        "en": 'Fukutomi zōshi ("The Tale")', "ja": "福富草紙"
    }  # fmt: skip
    assert [concept.slug for concept in scroll.concepts.all()] == ["handscroll"]
    assert "https://example.org/a" in scroll.source_note and "example.org/b" not in scroll.source_note
    assert (mosaic.museum.slug, mosaic.accession_number) == ("j-paul-getty-museum", "78.AH.399")
    assert (mosaic.culture.slug, mosaic.display_creator, mosaic.earliest_year) == ("roman-syria", "", 300)
    photograph = mosaic.images.get()
    assert (photograph.rights, photograph.credit) == (Rights.BY, "© J. Paul Getty Trust")
    assert photograph.alt == {"en": "Mosaic Panel (picture not yet described in words)"}
    attached = wave.images.get()
    assert (attached.caption, attached.rights) == ({"en": "another impression"}, Rights.PDM)
    assert attached.alt == {"en": "The Great Wave, by Hokusai (picture not yet described in words)"}
    assert not Museum.objects.filter(names__en__contains="Guesses").exists()
    assert not Artwork.objects.filter(source_id="c.jpg").exists()


def test_load_media_again_changes_nothing(folder: Path, vocabulary: None) -> None:
    load_media(folder, told=lambda *_said: None)
    before = list(Artwork.objects.order_by("pk").values_list("pk", "revision"))
    images = set(ArtworkImage.objects.values_list("pk", flat=True))
    load_media(folder, told=lambda *_said: None)
    assert list(Artwork.objects.order_by("pk").values_list("pk", "revision")) == before
    assert set(ArtworkImage.objects.values_list("pk", flat=True)) == images
    assert ImportRun.objects.count() == 4


def test_load_media_takes_a_plain_table_of_a_museum(folder: Path, vocabulary: None) -> None:
    work = ArtworkFactory(source_id="w1")
    (folder / "images.tsv").unlink()
    (folder / "t.csv").write_text("file,source_id,rights\na.jpg,w1,CC0\n")
    refused = load_media(folder, told=lambda *_said: None)
    assert (work.images.count(), [row.key for row in refused]) == (1, ["b.jpg", "c.jpg", "d.jpg"])


def test_reader_reads_museum_and_number_apart(db: Any) -> None:
    reader = Reader()
    assert reader.keeper("Metropolitan Museum of Art, New York (17.230.14a, b)") == (
        "metropolitan-museum-of-art", "17.230.14a, b"
    )  # fmt: skip
    assert reader.keeper("") == (NOT_NAMED, "")
    assert reader.keeper("Another (1)") == ("Another", "1")


@pytest.mark.slow
@pytest.mark.skipif(not (SHARED / "images.tsv").exists(), reason=f"the shared pictures are not at {SHARED}")
def test_the_shared_pictures_all_find_a_place(vocabulary: None) -> None:
    for key in ("m010", "m229"):
        ArtworkFactory(source_id=key, is_demonstration=True, published=True)
    assert [(row.key, row.message) for row in load_media(SHARED, told=lambda *_said: None)] == []
    assert ArtworkImage.objects.count() == 75
    assert set(Artwork.objects.filter(is_demonstration=True).values_list("status", flat=True)) == {
        Status.PUBLISHED
    }
    assert Artwork.objects.get(source_id="scroll_10000104.jpg").museum.slug == NOT_NAMED
    assert not ArtworkImage.objects.filter(credit="").exists()
