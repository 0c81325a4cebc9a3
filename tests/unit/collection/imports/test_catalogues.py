"""Museums' own exports: every trap of the real ones, read row by row, and imported whole."""

from __future__ import annotations

import gzip
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from collection.actions.quota import grant_quota
from collection.actions.refusal import Refused
from collection.actions.undo import undo_import
from collection.enums import ConceptKind, Status, TermStatus, TitleKind
from collection.imports import formats
from collection.imports.apply import How
from collection.imports.formats import mapping
from collection.imports.formats.sizes import sizes_in
from collection.imports.formats.table import Row
from collection.imports.phrases_said import Names, scanned
from collection.imports.runner import run_import, source_of
from collection.models import Artwork, Concept, ImportRow, ImportRun, QuotaRequest
from members.models import Museum
from tests.factories import ConceptFactory, CultureFactory, EpochFactory, MuseumFactory
from tests.unit.collection.imports.catalogues import (
    CMOA,
    MET,
    MET_API,
    MIA,
    WALTERS,
    comma_separated,
    json_lines,
)


def row_of(path: Path) -> Row:
    return next(iter(formats.read(path).rows))


def cells_of(path: Path) -> dict[str, str]:
    return {column: cell for column, cell in row_of(path).cells.items() if cell}


def test_every_folder_with_a_mapping_is_a_format_that_says_what_it_is() -> None:
    assert list(mapping.names()) == ["cmoa", "met", "met_api", "mia", "walters"]
    assert all(mapping.export(name).title for name in mapping.names())


def test_walters_is_read_with_its_lists_and_without_its_slips(tmp_path: Path) -> None:
    path = json_lines(tmp_path / "records.jsonl.gz", WALTERS)
    assert formats.format_of(path) == "walters"
    cells = cells_of(path)
    assert cells["display_date"] == "19th century"
    assert "earliest_begin" not in cells  # the year 17000 is not believed
    assert cells["agents"] == "Anonymous Smith"  # “Japanese” alone is nobody
    assert cells["dimensions"] == "height 7.62 cm | width 6.99 cm"
    assert cells["provenance_text@en"] == "Somebody, Paris; Walters Art Museum, 1931, by bequest."
    assert cells["inscriptions"] == "[Signature] 弘直"
    row = row_of(path)
    assert row.words["production_country"] == ["Nihon"]
    assert row.words["culture"] == ["Japanese", "Nihon"]
    assert row.remarks == ["Its years 1801 to 17000 cannot be and were left in the record of the source."]
    assert row.source["Geographies"][0]["LatitudeNumber"] == 38.83  # kept, and believed by nobody


def test_cmoa_is_read_in_centimetres_and_without_what_is_no_title(tmp_path: Path) -> None:
    path = json_lines(tmp_path / "records.jsonl.gz", CMOA)
    assert formats.format_of(path) == "cmoa"
    cells = cells_of(path)
    assert [column for column in cells if column.startswith("title@")] == []
    assert cells["descriptive_title@en"] == "Prints"
    assert cells["dimensions"] == "height 25.40 cm"  # 0.0 is not known
    assert cells["agents"] == "Invented Artist | Invented Publisher"  # the role stands at the wrong one
    assert (cells["earliest_begin"], cells["latest_end"]) == ("-205", "0")
    assert cells["display_date"] == "206–1 BCE"
    assert cells["provenance_text@en"] == "A. Collector, Pittsburgh; Given to the museum, 1973"


def test_met_is_read_with_parallel_lists_and_without_titles(tmp_path: Path) -> None:
    path = comma_separated(tmp_path / "objects.csv", MET)
    assert formats.format_of(path) == "met"
    cells = cells_of(path)
    assert cells["source_id"] == "88801"
    assert cells["descriptive_title@en"] == "Robe, Priest's"
    assert cells["agents"] == "after Wang Invented"  # who was formerly named is in the words only
    assert (
        cells["display_creator"]
        == "After Wang Invented (Chinese, 1632–1717); Formerly Attributed to Li Invented"
    )
    assert cells["display_date"] == "Qing dynasty (1644–1911), Kangxi period (1662–1722)"
    assert (cells["earliest_begin"], cells["latest_end"]) == ("1662", "1722")
    assert cells["dimensions"] == "height 15.2 cm | diameter 10.2 cm"
    assert cells["rights"] == "PDM"


def test_met_api_is_read_with_lists_in_the_manner_of_python(tmp_path: Path) -> None:
    path = comma_separated(tmp_path / "objects.csv", MET_API)
    assert formats.format_of(path) == "met_api"
    cells = cells_of(path)
    assert cells["title@ja"] == "冨嶽三十六景"
    assert cells["title@en"] == "View of a Mountain (Fugaku)"
    assert cells["agents"] == "Utagawa Invented"
    assert cells["dimensions"] == "height 25.40 cm | width 38.10 cm"
    assert "rights" not in cells  # that it is not in the public domain says nothing more
    assert row_of(path).words["subjects"] == ["Mountains"]
    broken = comma_separated(
        tmp_path / "broken.csv", {**MET_API, "measurements": "[{'a': __import__('os')}]"}
    )
    assert "dimensions" not in cells_of(broken)


def test_mia_is_read_without_markup_and_encoded_letters(tmp_path: Path) -> None:
    path = comma_separated(tmp_path / "objects.csv", MIA)
    assert formats.format_of(path) == "mia"
    cells = cells_of(path)
    assert cells["title@en"] == "Past and Present"
    assert cells["agents"] == "Onchi Rokushū"
    assert cells["source_id"] == "777"
    assert cells["inscriptions"] == "LRC, artist's seal: 博"
    assert cells["description@en"] == "First line.\n\nSecond & last.\n\nA description."
    assert cells["dimensions"] == "height 44.13 cm | width 35.56 cm"  # the sheet's, not the mount's
    assert cells["display_date"] == "Date Unknown"
    assert cells["rights"] == "IN_C_EDU"
    assert "curator_note" not in cells  # “From ” of no portfolio


def test_a_file_that_is_cut_off_or_damaged_gives_what_can_be_read(tmp_path: Path) -> None:
    whole = json_lines(tmp_path / "whole.jsonl.gz", WALTERS, "{not JSON", '["a list"]', WALTERS).read_bytes()
    rows = list(formats.read(tmp_path / "whole.jsonl.gz").rows)
    assert [row.fault for row in rows] == [
        "",
        "The line is no JSON object.",
        "The line is no JSON object.",
        "",
    ]
    lines = "\n".join(
        ["Object Number,Object Begin Date,Constiuent ID,Link Resource", "1,2,3,4", "only one", "5,6,7,8"]
    )
    (tmp_path / "rows.csv").write_text(lines)
    assert [(row.number, row.fault) for row in formats.read(tmp_path / "rows.csv").rows] == [
        (2, ""),
        (3, "The row has 1 cells, but there are 4 columns."),
        (4, ""),
    ]
    long = gzip.compress(b"\n".join(gzip.decompress(whole).splitlines()[:1] * 5000), compresslevel=0)
    (tmp_path / "cut.jsonl.gz").write_bytes(long[: len(long) // 2])
    rows = list(formats.read(tmp_path / "cut.jsonl.gz").rows)
    assert rows[0].fault == ""
    assert rows[-1].fault == "The file cannot be read from here on: it is cut off or damaged."


def test_a_file_of_nobody_we_know_says_so(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cmoa, met, met_api, mia, walters"):
        formats.read(json_lines(tmp_path / "strange.jsonl.gz", {"a": 1}))


@pytest.mark.parametrize("sign", ["\x00", "\ud800"])
def test_a_record_that_is_no_text_is_refused_alone(tmp_path: Path, sign: str) -> None:
    escaped = '{"ObjectNumber": "1", "Geographies": 1, "DateBeginYear": 1, "Title": "%s"}' % (
        "\\u0000" if sign == "\x00" else "\\ud800"
    )
    assert (
        row_of(json_lines(tmp_path / "r.jsonl.gz", escaped)).fault
        == "The record holds a sign that is no text."
    )


REAL = Path(__file__).parents[5] / "shared" / "data" / "objects"


@pytest.mark.skipif(not REAL.is_dir(), reason="the open catalogues are not beside the repository")
@pytest.mark.parametrize(
    ("name", "format_", "count"),
    [
        ("walters_asia.jsonl.gz", "walters", 3508),
        ("cmoa_asia.jsonl.gz", "cmoa", 1733),
        ("met_asian.csv.gz", "met", 18357),
        ("met_asian_2025_api.csv.gz", "met_api", 1125),
        ("mia_asian.csv.gz", "mia", 10086),
    ],
)
def test_a_real_catalogue_is_read_whole_and_no_field_is_overlooked(
    name: str, format_: str, count: int
) -> None:
    table = formats.read(REAL / name)
    assert table.export is not None and table.export.name == format_
    assert len(table.rows) == count
    rows = list(islice(table.rows, 400))
    assert [row.fault for row in rows if row.fault] == []
    assert {field for row in rows for field in row.source} - table.export.fields == set()
    assert all(row.cells["accession_number"] and row.cells["display_date"] for row in rows)


def test_words_that_mean_nothing_hide_what_stands_in_them() -> None:
    names = Names(["lead", "earthenware"])
    names.mean("lead glaze", "")
    assert scanned("Earthenware with green lead glaze", names) == ["earthenware"]
    assert scanned("Lead", names) == ["lead"]


@pytest.mark.parametrize(
    ("words", "sizes"),
    [
        ("H. 6 in. (15.2 cm); Diam. 4 in. (10.2 cm)", ["height 15.2 cm", "diameter 10.2 cm"]),
        ("9 1/2 × 14 1/4 in. (24.13 × 36.2 cm) (sheet)", ["height 24.13 cm", "width 36.2 cm"]),
        ("3 3/4 in. (9.6 cm) (l.)", ["length 9.6 cm"]),
        ("5 in. (12.7 cm)", []),  # of what, nobody says
        ("0 x 0 in. (0 x 0 cm)", []),
        ("large", []),
    ],
)
def test_sizes_are_read_where_they_are_plain(words: str, sizes: list[str]) -> None:
    assert sizes_in(words) == sizes


def test_an_import_keeps_to_the_quota_and_asks_for_more(bring: Any, museum: Museum, tmp_path: Path) -> None:
    museum.quota = 1
    museum.save()
    records = [{**WALTERS, "ObjectNumber": str(n), "ObjectID": n} for n in range(3)]
    _run, lines = bring(json_lines(tmp_path / "r.jsonl.gz", *records), is_publishing=True)
    assert "Left as a draft: the museum shows its quota of 1 works." in lines[1].message
    assert Artwork.objects.filter(status=Status.PUBLISHED).count() == 1
    request = QuotaRequest.objects.get()
    assert request.quota == 3
    grant_quota(request, by=None)
    museum.refresh_from_db()
    bring(json_lines(tmp_path / "r.jsonl.gz", *records), is_publishing=True)
    assert Artwork.objects.filter(status=Status.PUBLISHED).count() == 3


# --- The whole way -------------------------------------------------------------------------------------------


@pytest.fixture
def museum(db: None) -> Museum:
    CultureFactory(name="Japan", alt_labels=[{"text": "Japanese", "lang": "en"}])
    CultureFactory(name="Java")
    EpochFactory(name="Edo")
    ConceptFactory(name="sword guard", alt_labels=[{"text": "tsuba", "lang": "en"}])
    ConceptFactory(name="robe")
    ConceptFactory(name="gold", kind=ConceptKind.MATERIAL)
    return MuseumFactory(name="A Museum of Records")


@pytest.fixture
def bring(museum: Museum) -> Any:
    def run(path: Path, *, is_dry_run: bool = False, **how: Any) -> tuple[ImportRun, list[ImportRow]]:
        lines: list[ImportRow] = []
        done = run_import(
            formats.read(path),
            source_of(path),
            museum=museum,
            how=How(note="Import", **how),
            is_dry_run=is_dry_run,
            on_row=lines.append,
        )
        return done, lines

    return run


def test_an_export_becomes_works_and_a_second_import_changes_nothing(bring: Any, tmp_path: Path) -> None:
    path = json_lines(tmp_path / "records.jsonl.gz", WALTERS)
    run, lines = bring(path, is_publishing=True)
    assert [line.outcome for line in lines] == ["created"]
    work = Artwork.objects.get()
    assert work.status == Status.PUBLISHED
    assert [concept.slug for concept in work.concepts.order_by("kind")] == ["gold", "sword-guard"]
    assert (work.culture.slug, work.production_country) == ("japan", "JP")
    assert work.source_record.fields == {name: value for name, value in WALTERS.items() if value is not None}
    assert run.report["unread"] == {"NewField": 1}
    assert run.report["unknown"]["materials"] == {"shakudo": 1}
    again, lines = bring(path, is_publishing=True)
    assert [(line.outcome, line.message) for line in lines] == [("same", lines[0].message)]
    assert Artwork.objects.get().revision == work.revision
    assert undo_import(again, by=None) == []
    assert undo_import(run, by=None) == []
    assert Artwork.objects.get().status == Status.WITHDRAWN


def test_a_work_without_title_is_called_what_it_is_until_it_has_one(bring: Any, tmp_path: Path) -> None:
    bring(comma_separated(tmp_path / "objects.csv", MET), is_publishing=True)
    work = Artwork.objects.get()
    assert [(t.text, t.kind) for t in work.titles.all()] == [("Robe, Priest's", TitleKind.SUPPLIED)]
    assert [c.slug for c in work.concepts.filter(kind="object_type")] == ["robe"]
    assert work.culture.slug == "java"
    bring(comma_separated(tmp_path / "objects.csv", {**MET, "Title": "Robe of a Priest"}))
    assert [(t.text, t.kind) for t in Artwork.objects.get().titles.all()] == [
        ("Robe of a Priest", "preferred")
    ]


def test_a_title_may_say_the_same_as_what_stood_in_for_it_and_be_undone(bring: Any, tmp_path: Path) -> None:
    bring(comma_separated(tmp_path / "objects.csv", MET))
    run, lines = bring(comma_separated(tmp_path / "objects.csv", {**MET, "Title": "Robe, Priest's"}))
    assert [line.outcome for line in lines] == ["changed"]
    assert [(t.text, t.kind) for t in Artwork.objects.get().titles.all()] == [("Robe, Priest's", "preferred")]
    assert undo_import(run, by=None) == []
    assert [(t.text, t.kind) for t in Artwork.objects.get().titles.all()] == [("Robe, Priest's", "supplied")]


def test_frequent_unknown_words_are_proposed_and_single_ones_stay_words(bring: Any, tmp_path: Path) -> None:
    records = [{**MET, "Object Number": str(n), "Object ID": str(n), "Object Name": "Hu"} for n in range(10)]
    records += [{**MET, "Object Number": "99", "Object ID": "99", "Object Name": "Odd thing never seen"}]
    path = comma_separated(tmp_path / "objects.csv", *[{**r, "Classification": ""} for r in records])
    EpochFactory(name="Ming")
    trial, _lines = bring(path, is_dry_run=True)
    assert trial.report["proposed"] == []  # “hu” is too short for a name
    path = comma_separated(
        tmp_path / "o.csv",
        *[{**r, "Classification": "", "Object Name": r["Object Name"] + " cups"} for r in records],
    )
    run, _lines = bring(path)
    assert run.report["proposed"] == ["hu cups"]
    term = Concept.objects.get(labels__en="hu cups")
    assert (term.kind, term.term_status) == (ConceptKind.OBJECT_TYPE, TermStatus.PROPOSED)
    assert term.artworks.count() == 10
    assert Artwork.objects.get(accession_number="99").display_object_type == "Odd thing never seen cups"
    again, lines = bring(path)
    assert {line.outcome for line in lines} == {"same"}
    assert again.report["proposed"] == []


def test_the_country_is_left_open_where_the_museum_leaves_it_open(bring: Any, tmp_path: Path) -> None:
    bring(comma_separated(tmp_path / "objects.csv", MIA))
    work = Artwork.objects.get()
    assert (work.production_country, work.culture, work.display_culture) == ("", None, "Vietnam or Cambodia")
