"""A museum's statements of influence from a file: drafts, a trial that changes nothing, a second time that changes nothing."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from collection.models import Artwork, Influence
from tests.factories import ArtworkFactory, CultureFactory, InfluenceFactory, MuseumFactory

pytestmark = pytest.mark.django_db
HEADER = "source,target,kinds,certainty,display_date,statement@en,evidence@en,references,witnesses,answers\n"


@pytest.fixture
def vase() -> Artwork:
    CultureFactory(name="Iran")
    return ArtworkFactory(
        published=True,
        museum=MuseumFactory(slug="sea"),
        accession_number="A 1",
        culture=CultureFactory(name="China"),
    )


def bring(tmp_path: Path, lines: str, *flags: str) -> str:
    file = tmp_path / "claims.csv"
    file.write_text(HEADER + lines, encoding="utf-8")
    out = StringIO()
    call_command("import_influences", str(file), "--museum", "sea", *flags, stdout=out)
    return out.getvalue()


ROW = 'iran,China,material | technique,certain,1351,Cobalt came.,Analysis.,"Kerr, Blue (2004)",A 1,\n'


def test_row_becomes_a_draft_that_the_museum_asserts_and_a_second_time_changes_nothing(
    tmp_path: Path, vase: Artwork
) -> None:
    assert "New" in bring(tmp_path, ROW, "--dry-run") and not Influence.objects.exists()
    bring(tmp_path, ROW)
    claim = Influence.objects.get()
    assert (claim.status, claim.asserted_by_museum, claim.kinds) == (
        "draft",
        vase.museum,
        ["material", "technique"],
    )
    assert (claim.statement, claim.evidence) == ({"en": "Cobalt came."}, {"en": "Analysis."})
    assert (claim.earliest_year, claim.certainty) == (1351, "certain")
    assert list(claim.witnesses.all()) == [vase] and str(claim.references.get()) == "Kerr, Blue (2004)"
    revision = claim.revision
    assert "1 unchanged" in bring(tmp_path, ROW)
    assert Influence.objects.get().revision == revision
    assert "1 changed" in bring(tmp_path, ROW.replace("Cobalt came", "Cobalt was brought"))
    assert Influence.objects.get().statement == {"en": "Cobalt was brought."}


def test_works_are_ends_and_a_second_voice_answers(tmp_path: Path, vase: Artwork) -> None:
    first = InfluenceFactory(published=True, source_culture=vase.culture, witnesses=[vase])
    bring(tmp_path, f"iran,{vase.public_id},motif,disputed,,It was local.,,,,{first.public_id}\n")
    claim = Influence.objects.exclude(pk=first.pk).get()
    assert (claim.target_artwork, claim.target_culture, claim.answers) == (vase, None, first)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("atlantis,china,motif,,,Said.,,,,\n", "“atlantis” is neither a culture nor a work."),
        ("iran,china,magic,,,Said.,,,,\n", "“magic” is no kind of influence."),
        ("iran,china,motif,,,,,,,\n", "An influence needs its claim in one sentence: statement@en."),
        ("iran,iran,motif,,,Said.,,,,\n", "Source and target are the same."),
        ("iran,china,motif,,,Said.,,,,none\n", "There is no public statement “none” to dispute."),
    ],
)
def test_bad_row_is_refused_with_a_sentence_and_the_others_are_in(
    tmp_path: Path, vase: Artwork, row: str, words: str
) -> None:
    file = tmp_path / "claims.csv"
    file.write_text(HEADER + row + ROW, encoding="utf-8")
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("import_influences", str(file), "--museum", "sea", stdout=out)
    assert words in out.getvalue() and Influence.objects.count() == 1
