"""A museum's file: what is new, what changed, what is refused and in which words, and the way back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from collection.actions.artworks import publish, submit
from collection.actions.undo import undo_import
from collection.enums import Certainty, ConceptKind, DateBasis, InfluenceKind, Status
from collection.exports.row import row_of
from collection.imports import formats
from collection.imports.apply import How
from collection.imports.runner import run_import, source_of
from collection.models import Agent, Artwork, Concept, ImportRow, ImportRun, Influence
from members.enums import Role
from members.models import Deed, Museum, User
from tests.factories import (
    ArtworkFactory,
    ConceptFactory,
    CultureFactory,
    EpochFactory,
    MuseumFactory,
    staff_of,
)

pytestmark = pytest.mark.django_db

VASE = {
    "accession_number": "1903,0408.1",
    "title@en": "David Vases",
    "title@zh-Hant": "大維德花瓶",
    "object_types": "vase",
    "materials": "porcelain",
    "display_materials": "porcelain",
    "culture": "Yuan China",
    "epochs": "yuan",
    "display_date": "late 14th century",
    "production_place": "Jingdezhen",
    "production_country": "CN",
    "display_creator": "attributed to Xu of Jingdezhen",
    "provenance_text@en": "bought in 1903; given by his heirs in 1930",
    "influence_from": "iran",
    "influence_to": "yuan-china",
    "influence_kinds": "material",
    "influence_statement@en": "Imported cobalt supplied the blue.",
    "influence_certainty": "probable",
}


@pytest.fixture
def museum() -> Museum:
    CultureFactory(name="Yuan China")
    CultureFactory(name="Iran")
    EpochFactory(name="Yuan")
    ConceptFactory(name="vase")
    ConceptFactory(name="porcelain", kind=ConceptKind.MATERIAL)
    return MuseumFactory(name="Percival Museum")


@pytest.fixture
def bring(museum: Museum, tmp_path: Path) -> Any:
    """`bring({…}, {…})` imports these rows and returns (outcome, message) of each."""

    def run(*rows: dict[str, str], is_dry_run: bool = False, **how: Any) -> list[tuple[str, str]]:
        columns = list(dict.fromkeys(column for row in rows for column in row))
        quoted = [[row.get(c, "").replace('"', '""') for c in columns] for row in rows]
        path = tmp_path / "works.csv"
        path.write_text("\n".join(",".join(f'"{c}"' for c in line) for line in [columns, *quoted]))
        seen: list[ImportRow] = []
        run_import(
            formats.read(path),
            source_of(path),
            museum=museum,
            how=How(note="Import", **how),
            is_dry_run=is_dry_run,
            on_row=seen.append,
        )
        return [(row.outcome, row.message) for row in seen]

    return run


def test_import_makes_a_whole_draft(bring: Any, museum: Museum) -> None:
    assert bring(VASE) == [("created", "New draft.")]
    work = Artwork.objects.get()
    assert (work.museum, work.status, work.accession_number) == (museum, Status.DRAFT, "1903,0408.1")
    assert [(t.language, t.text, t.is_original) for t in work.titles.all()] == [
        ("en", "David Vases", False),
        ("zh-Hant", "大維德花瓶", True),
    ]
    assert sorted(work.concepts.values_list("slug", flat=True)) == ["porcelain", "vase"]
    assert (work.earliest_year, work.latest_year, work.date_basis) == (1367, 1399, DateBasis.PARSED)
    assert (work.production_place.country, work.production_place.term_status) == ("CN", "proposed")
    assert [(a.agent.label, a.attribution) for a in work.artwork_agents.all()] == [
        ("Xu of Jingdezhen", "attributed")
    ]
    assert [(e.kind, e.display_date) for e in work.provenance_events.all()] == [
        ("purchase", "1903"),
        ("gift", "1930"),
    ]
    claim = Influence.objects.get()
    assert (str(claim), claim.kinds, claim.certainty, claim.status, claim.asserted_by_museum) == (
        "Iran → Yuan China",
        [InfluenceKind.MATERIAL],
        Certainty.PROBABLE,
        Status.DRAFT,
        museum,
    )


def test_second_import_changes_nothing(bring: Any) -> None:
    bring(VASE, is_publishing=True)
    work, deeds = Artwork.objects.get(), Deed.objects.count()
    assert bring(VASE, is_publishing=True) == [("same", "")]
    again = Artwork.objects.get()
    assert (again.revision, again.versions.count(), Deed.objects.count()) == (work.revision, 1, deeds)
    assert Agent.objects.count() == 1


def test_import_of_a_public_record_publishes_the_correction(bring: Any) -> None:
    assert bring(VASE, is_publishing=True) == [("created", "Published as version 1.")]
    assert bring(VASE | {"display_materials": "hard-paste porcelain"}) == [
        ("changed", "Changed: display_materials. Published as version 2.")
    ]
    assert Artwork.objects.get().versions.first().document["display_materials"] == "hard-paste porcelain"


def test_columns_that_are_not_in_the_file_are_left_alone(bring: Any) -> None:
    bring(VASE)
    bring({"accession_number": VASE["accession_number"], "title@en": "The David Vases"})
    work = Artwork.objects.get()
    assert sorted(work.titles.values_list("text", flat=True)) == ["The David Vases", "大維德花瓶"]
    assert work.display_materials == "porcelain"


def test_bad_rows_are_refused_alone_and_in_sentences(bring: Any) -> None:
    ArtworkFactory()
    rows = [
        VASE | {"accession_number": "1", "culture": "Yuan Chinna"},
        VASE | {"accession_number": "2", "edtf": "1990/1900"},
        VASE | {"accession_number": "3", "rights": "mine"},
        VASE | {"accession_number": "4", "title@en": "", "title@zh-Hant": ""},
        VASE | {"accession_number": "", "source_id": "x"},
        VASE | {"accession_number": "6", "earliest_begin": "1400", "latest_end": "1300"},
        VASE | {"accession_number": "7", "influence_kinds": "magic"},
        VASE | {"accession_number": "8", "materials": "porcellain"},
        VASE | {"accession_number": "9", "production_country": "China"},
        VASE | {"accession_number": "10"},
        VASE | {"accession_number": "10"},
    ]
    outcomes = bring(*rows)
    assert [outcome for outcome, _message in outcomes] == ["refused"] * 9 + ["created", "refused"]
    for (_outcome, message), words in zip(
        outcomes,
        [
            "“Yuan Chinna” is not a known culture. Did you mean “yuan china”",
            "EDTF “1990/1900”: The span ends before it begins.",
            "“mine” is not in the list of rights statements.",
            "Give the work a title",
            "Give the accession number, or say why there is none.",
            "The years 1400 to 1300 cannot be",
            "“magic” is no kind of influence.",
            "“porcellain” is not a known material. Did you mean “porcelain”?",
            "“China” in column production_country is not an ISO country code",
            "New draft.",
            "Row 11 is about the same work.",
        ],
        strict=True,
    ):
        assert words in message
    assert Artwork.objects.filter(museum__slug="percival-museum").count() == 1
    assert Agent.objects.count() == 1  # proposed by the good row only
    assert ImportRow.objects.count() == 11


def test_dry_run_tells_all_and_changes_nothing(bring: Any) -> None:
    assert bring(VASE, is_dry_run=True, is_publishing=True) == [("created", "Published as version 1.")]
    assert (Artwork.objects.count(), Agent.objects.count(), Deed.objects.count()) == (0, 0, 0)
    run = ImportRun.objects.get()
    assert (run.is_dry_run, run.state, run.rows.get().artwork) == (True, "finished", None)


def test_new_words_are_proposed_and_known_ones_found_by_any_name(bring: Any) -> None:
    Concept.objects.filter(slug="vase").update(alt_labels=[{"text": "Vasen", "lang": "de"}])
    assert bring(VASE | {"object_types": "vasen", "techniques": "kintsugi"}) == [
        ("created", "New draft. “kintsugi” is new: proposed to the editors.")
    ]
    assert Concept.objects.get(slug="kintsugi").term_status == "proposed"


def test_row_is_the_work_of_its_accession_number_else_of_its_source_id(bring: Any, museum: Museum) -> None:
    first = ArtworkFactory(museum=museum, accession_number="A1", source_id="s1")
    ArtworkFactory(museum=museum, accession_number="A2", source_id="s2")
    ArtworkFactory(accession_number="A1", source_id="s1")  # another museum's
    outcomes = bring(
        {"accession_number": "A9", "source_id": "s1", "display_culture": "Yuan"},
        {"accession_number": "A1", "source_id": "s2", "display_culture": "Yuan"},
    )
    first.refresh_from_db()
    assert first.accession_number == "A9"
    assert outcomes[0] == ("changed", "Changed: accession_number, display_culture.")
    assert outcomes[1][0] == "refused" or "two different works" in outcomes[1][1]


def test_rights_hold_in_imports(bring: Any, museum: Museum) -> None:
    cataloguer, stranger = staff_of(museum, Role.CATALOGUER), staff_of(MuseumFactory())
    assert bring(VASE, by=stranger)[0][0] == "refused"
    assert bring(VASE, by=cataloguer, is_publishing=True) == [
        ("created", "New draft. Only a registrar or director publishes it.")
    ]
    _make_public(staff_of(museum))
    outcome, message = bring(VASE | {"display_materials": "clay"}, by=cataloguer)[0]
    assert (outcome, message) == ("refused", "This record is public: a registrar or director corrects it.")


def _make_public(registrar: User) -> None:
    work = Artwork.objects.get()
    submit(work, by=registrar)
    publish(work, by=registrar)


def test_events_edited_by_hand_are_left_alone(bring: Any) -> None:
    bring(VASE)
    work = Artwork.objects.get()
    event = work.provenance_events.last()
    event.text = {"en": "given by Lady David in 1930"}
    event.save()
    outcome, message = bring(VASE | {"provenance_text@en": "bought in 1904"})[0]
    assert outcome == "changed" and "edited by hand" in message
    assert work.provenance_events.last().text == {"en": "given by Lady David in 1930"}


def test_undo_takes_back_what_was_not_edited_since(bring: Any, museum: Museum) -> None:
    registrar = staff_of(museum)
    kept = ArtworkFactory(museum=museum, accession_number="A1", display_materials="clay")
    edited = ArtworkFactory(museum=museum, accession_number="A2", display_materials="clay")
    bring(
        VASE,
        {"accession_number": "A1", "display_materials": "stoneware", "title@en": "Jar"},
        {"accession_number": "A2", "display_materials": "stoneware", "title@en": "Jar"},
        by=registrar,
    )
    Artwork.objects.filter(pk=edited.pk).update(display_culture="Tang")
    left = undo_import(ImportRun.objects.get(), by=registrar)
    assert left == ["Row 4 (A2): it was edited since and is left as it is."]
    assert not Artwork.objects.filter(accession_number=VASE["accession_number"]).exists()
    assert not Influence.objects.exists()
    kept.refresh_from_db()
    assert (kept.display_materials, ImportRun.objects.get().state) == ("clay", "undone")


def test_import_row_of_a_record_is_the_row_it_came_from(bring: Any) -> None:
    row = {k: v for k, v in VASE.items() if not k.startswith("influence") and k != "display_creator"}
    row |= {
        "agents": "attributed to Xu",
        "dimensions": "height 63.6 cm | weight 12 kg (with lid)",
        "references": "Medley, The Chinese Potter (Oxford, 1976)",
        "culture": "yuan-china",
        "production_place": "jingdezhen",
        "edtf": "1351~",
        "earliest_begin": "1350",
        "latest_begin": "1352",
        "earliest_end": "1350",
        "latest_end": "1352",
        "rights": "http://creativecommons.org/publicdomain/mark/1.0/",
        "description@fr": "Deux vases; une paire.\n\nDatés.",
    }
    bring(row)
    assert row_of(Artwork.objects.get(), row) == row
    assert bring(row_of(Artwork.objects.get(), row))[0][0] == "same"


def test_command_prints_one_line_a_row_and_fails_if_rows_were_refused(
    museum: Museum, tmp_path: Path, capsys: Any
) -> None:
    path = tmp_path / "works.csv"
    path.write_text(
        "accession_number,title@en,culture\n1,Vase,Yuan China\n2,Vase,Atlantis\n", encoding="utf-8"
    )
    with pytest.raises(CommandError, match="1 rows were refused"):
        call_command("import_artworks", str(path), museum=museum.slug)
    lines = capsys.readouterr().out.splitlines()
    assert [line.split() for line in lines[:2]] == [
        ["2", "1", "New", "New", "draft."],
        [
            "3",
            "2",
            "Refused",
            "“Atlantis”",
            "is",
            "not",
            "a",
            "known",
            "culture.",
            "Ask",
            "an",
            "editor",
            "to",
            "add",
            "it,",
            "or",
            "choose",
            "another.",
        ],
    ]
    assert lines[2] == "Percival Museum: 1 new, 0 changed, 0 unchanged, 1 refused."
    with pytest.raises(CommandError, match="There is no museum “nowhere”"):
        call_command("import_artworks", str(path), museum="nowhere")
