"""CSV and XLSX become the same rows of words, and files that are neither say so in a sentence."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from collection.actions.refusal import Refused
from collection.imports import formats
from collection.imports.columns import check_columns, values_of

ROWS = [
    {"accession_number": "1903,0408", "title@en": "Moon jar", "title@ko": "달항아리"},
    {"accession_number": "1904", "title@en": "Screen “of” birds", "title@ko": ""},
]


def cells_of(path: Path) -> list[tuple[int, dict[str, str]]]:
    return [(row.number, row.cells) for row in formats.read(path).rows]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_is_read_with_or_without_byte_order_mark_and_with_any_separator(
    tmp_path: Path, mark: str, separator: str
) -> None:
    path = tmp_path / "works.csv"
    lines = [list(ROWS[0]), *([f'"{v}"' for v in row.values()] for row in ROWS)]
    path.write_text(mark + "\r\n".join(separator.join(line) for line in lines), encoding="utf-8")
    assert cells_of(path) == [(2, ROWS[0]), (3, ROWS[1])]


def test_xlsx_is_read_as_a_person_typed_it(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for line in (["accession_number", "title@en", "earliest_begin"], [1904, "Screen", -499], [None] * 3):
        book.active.append(line)
    book.save(tmp_path / "works.xlsx")
    assert cells_of(tmp_path / "works.xlsx") == [
        (2, {"accession_number": "1904", "title@en": "Screen", "earliest_begin": "-499"})
    ]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.csv", b"", "The file is empty"),
        ("a.csv", "title@en\nD\xe9j\xe0".encode("latin-1"), "The file is not UTF-8"),
        ("a.csv", b"title@en,title@en\na,b", "stand twice: title@en"),
        ("a.csv", b"title@en,,x\na,b", "Column 2 has no name"),
        ("a.csv", b'title@en\n"open', "not CSV"),
        ("a.xlsx", b"PK no spreadsheet", "cannot be read as XLSX"),
        ("a.pdf", b"%PDF", "neither CSV nor XLSX"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, content: bytes, sentence: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Refused, match=sentence):
        formats.read(path)


def test_row_with_too_many_cells_or_nul_has_a_fault_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"accession_number,title@en\n1,a,surplus\n2,b\n3,c\x00")
    assert [bool(row.fault) for row in formats.read(path).rows] == [True, False, True]


def test_unknown_columns_name_their_neighbours() -> None:
    with pytest.raises(Refused) as refusal:
        check_columns(["accession_number", "titel@en", "title", "title@e n", "culture@en", "colour"])
    assert refusal.value.sentences[:4] == [
        "Column “titel@en” is not known. Did you mean “title@en”?",
        "Column “title” needs a language: write title@en, title@ja, or title@und.",
        "“e n” in column “title@e n” is not a language tag: write en, ja, zh-Hant.",
        "Column “culture@en” takes no language: write “culture”.",
    ]
    assert len(refusal.value.sentences) == 5


def test_values_of_a_cell_stand_once_and_in_order() -> None:
    assert values_of("silk | ink |  silk | gold|leaf") == ["silk", "ink", "gold|leaf"]
