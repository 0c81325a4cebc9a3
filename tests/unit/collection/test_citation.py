"""A citation names work, keeper, portal, version and address; its exports survive any title."""

from __future__ import annotations

from datetime import date

from collection.citation import Cited, bibtex, ris, sentence

VASES = Cited(
    title="David Vases",
    maker="",
    made="dated 1351",
    museum="British Museum, London",
    number="PDF,B.613",
    portal="Virtual Collection of Masterpieces",
    version=2,
    published=date(2026, 11, 24),
    permalink="https://example.org/ark:/99999/4f2k8m",
)


def test_sentence_names_version_and_address() -> None:
    assert sentence(VASES) == (
        "David Vases, dated 1351. British Museum, London, PDF,B.613. "
        "Virtual Collection of Masterpieces, version 2, 2026-11-24. https://example.org/ark:/99999/4f2k8m"
    )


def test_sentence_leaves_out_what_is_not_known() -> None:
    unknown = Cited(
        "Moon jar", "", "", "National Museum of Korea", "", VASES.portal, None, None, "https://example.org/a"
    )
    assert sentence(unknown) == (
        "Moon jar. National Museum of Korea. Virtual Collection of Masterpieces. https://example.org/a"
    )


def test_bibtex_escapes_what_would_end_a_field() -> None:
    odd = Cited(
        "Jar {with}\nbraces", "A \\ B", "", "M", "", "P", None, date(2026, 1, 1), "https://example.org/a"
    )
    assert bibtex(odd, "asemus-1") == (
        "@misc{asemus-1,\n"
        "  title = {Jar \\{with\\} braces},\n"
        "  author = {A / B},\n"
        "  howpublished = {P},\n"
        "  publisher = {M},\n"
        "  year = {2026},\n"
        "  url = {https://example.org/a}\n"
        "}\n"
    )


def test_ris_ends_its_record() -> None:
    assert ris(VASES) == (
        "TY  - ART\r\nTI  - David Vases\r\nPB  - British Museum, London\r\nAN  - PDF,B.613\r\n"
        "DP  - Virtual Collection of Masterpieces\r\nET  - 2\r\nPY  - 2026\r\nN1  - dated 1351\r\n"
        "UR  - https://example.org/ark:/99999/4f2k8m\r\nER  - \r\n"
    )
