"""asemus.demo.steps: a step is done again exactly when what it rests on has changed."""

from pathlib import Path

import pytest

from asemus.demo.demonstration import media_folder
from asemus.demo.steps import BUILD, DATABASE, MEDIA, ROOT, STATIC, Ledger, Step, folder_digest
from asemus.faults import Fault


def _step(**more: object) -> Step:
    return Step("fonts", "Cutting fonts", ("true",), ("Makefile",), **more)  # type: ignore[arg-type]


def test_ledger_remembers_a_step_until_it_rests_on_something_else(tmp_path: Path) -> None:
    ledger, step = Ledger(tmp_path, None), _step()
    assert not ledger.is_done(step, step.digest())
    ledger.note(step, step.digest())
    assert ledger.is_done(step, step.digest())
    assert not ledger.is_done(step, step.digest("other photographs"))


def test_ledger_does_a_step_again_when_its_output_is_gone(tmp_path: Path) -> None:
    ledger, step = Ledger(tmp_path, None), _step(output="build")
    (tmp_path / "build").mkdir()
    ledger.note(step, step.digest())
    assert ledger.is_done(step, step.digest())
    (tmp_path / "build").rmdir()
    assert not ledger.is_done(step, step.digest())


def test_ledger_of_a_database_goes_with_its_data(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    ledger, step = Ledger(tmp_path, data / "steps.json"), _step(is_in_database=True)
    ledger.note(step, step.digest())
    assert ledger.is_done(step, step.digest())
    (data / "steps.json").unlink()
    assert not ledger.is_done(step, step.digest())


def test_ledger_remembers_nothing_of_somebody_elses_server(tmp_path: Path) -> None:
    ledger, step = Ledger(tmp_path, None), _step(is_in_database=True)
    ledger.note(step, step.digest())
    assert not ledger.is_done(step, step.digest())


def test_ledger_survives_a_half_written_file(tmp_path: Path) -> None:
    (tmp_path / "steps.json").write_text('{"fonts": "abc')
    assert not Ledger(tmp_path, None).is_done(_step(), _step().digest())


def test_every_step_rests_on_files_that_exist() -> None:
    for step in (*BUILD, *DATABASE, MEDIA, *STATIC):
        for pattern in step.inputs:
            assert any(path.is_file() for path in ROOT.glob(pattern)), f"{step.name}: {pattern} finds nothing"


def test_folder_digest_changes_with_the_files(tmp_path: Path) -> None:
    before = folder_digest(tmp_path)
    (tmp_path / "a.jpg").write_bytes(b"x")
    first = folder_digest(tmp_path)
    (tmp_path / "a.jpg").write_bytes(b"xy")
    assert len({before, first, folder_digest(tmp_path)}) == 3


def test_media_folder_says_what_it_does_not_find(tmp_path: Path) -> None:
    assert (media_folder(""), media_folder(" ")) == (None, None)
    assert media_folder(str(tmp_path)) == tmp_path
    with pytest.raises(Fault, match="there is no such folder"):
        media_folder(str(tmp_path / "nowhere"))
