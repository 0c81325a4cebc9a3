"""The chain of what was published: appended by every publish, for ever, and proved by a script that knows nothing of us."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client

from collection.actions.artworks import publish, restore, withdraw
from collection.models import Artwork, ArtworkImage, ArtworkVersion, HistoryLink
from collection.provenance.history import faults_of_chain
from members.models import Deed
from tests.factories import ImageFactory, staff_of
from tests.factories.world import SECRET, World
from tests.integration.test_verify_history import past_the_portal, verified

pytestmark = pytest.mark.django_db


def exported(folder: Path) -> Path:
    call_command("export_history", folder, stdout=sys.stderr)
    return folder


def proved(folder: Path, *options: str) -> tuple[int, str, str]:
    """(exit status, printed, faults) of the script by itself: no path, no environment, no package of ours."""
    run = subprocess.run(
        [sys.executable, "-I", folder / "verify_history.py", folder, *options],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={},
    )
    return run.returncode, run.stdout, run.stderr


def changed(path: Path, change: Any) -> None:
    content = json.loads(path.read_text())
    change(content)
    path.write_text(json.dumps(content))


def test_every_publish_appends_one_link(world: World) -> None:
    links = list(HistoryLink.objects.all())
    assert [link.number for link in links] == [1, 2, 3, 4, 5, 6, 7]
    claimed = world.work.public_id  # published once more when its claim was told of
    assert [link.work for link in links] == [*(work.public_id for work in world.works), claimed]
    publish(world.work, by=staff_of(world.museum))
    last = HistoryLink.objects.last()
    assert last is not None
    assert (last.number, last.work, last.edition) == (8, world.work.public_id, 3)
    assert last.museum == world.museum.public_id
    assert last.version == world.work.versions.first()
    assert list(faults_of_chain()) == []


def test_a_publish_that_fails_appends_nothing(world: World) -> None:
    before = Deed.objects.count()
    with pytest.raises(RuntimeError), transaction.atomic():
        publish(world.work, by=staff_of(world.museum))
        raise RuntimeError
    assert (HistoryLink.objects.count(), Deed.objects.count()) == (7, before)


@pytest.mark.parametrize("deed", ["update", "delete"])
def test_a_link_is_for_ever(deed: str, world: World) -> None:
    links = HistoryLink.objects.filter(number=3)
    with pytest.raises(DatabaseError, match="Cannot"), transaction.atomic():
        links.delete() if deed == "delete" else links.update(sha256="0" * 64)
    assert HistoryLink.objects.count() == 7


def test_what_the_chain_points_to_cannot_be_changed(world: World) -> None:
    for values in ({"sha256": "0" * 64}, {"number": 9}):
        with pytest.raises(DatabaseError, match="Cannot"), transaction.atomic():
            ArtworkVersion.objects.filter(artwork=world.work).update(**values)


@pytest.mark.parametrize(
    ("sql", "fault"),
    [
        ("UPDATE collection_historylink SET portal_head = repeat('0', 64) WHERE number = 3", "Link 3"),
        ("UPDATE collection_historylink SET at = at - interval '1 day' WHERE number = 2", "Link 2"),
        ("DELETE FROM collection_historylink WHERE number = 4", "Link 4 is missing."),
        ("DELETE FROM collection_historylink WHERE number = 6", "has no link in the chain."),
        ("UPDATE collection_historylink SET edition = 5 WHERE number = 1", "is not what the chain says."),
    ],
)
def test_a_tampered_chain_is_found(sql: str, fault: str, world: World) -> None:
    past_the_portal(sql)
    _printed, faults, refusal = verified()
    assert fault in faults
    assert refusal


def test_older_heads_stay_in_the_chain(world: World) -> None:
    kept = HistoryLink.objects.order_by("-number")[0].portal_head
    publish(world.work, by=staff_of(world.museum))
    assert verified(head=kept)[1:] == ("", "")
    assert verified(head="1" * 64)[1] == f"The head {'1' * 64} is not in the chain.\n"


def test_versions_of_before_get_their_links_by_the_migration(world: World) -> None:
    publish(world.work, by=staff_of(world.museum))
    written = list(HistoryLink.objects.values())
    past_the_portal("DELETE FROM collection_historylink")
    import_module("collection.migrations.0022_published_versions_get_their_links").link(apps, None)
    assert list(HistoryLink.objects.values()) == written


def test_the_script_proves_the_export(world: World, tmp_path: Path) -> None:
    folder = exported(tmp_path)
    head = HistoryLink.objects.order_by("-number")[0].portal_head
    assert proved(folder, "--head", head) == (0, f"7 links, 7 versions read; head {head}\nproved\n", "")
    assert proved(folder, "--work", world.work.public_id)[1].startswith("7 links, 2 versions read")
    status, _printed, faults = proved(folder, "--head", "1" * 64)
    assert (status, "is not in the chain" in faults) == (1, True)
    assert proved(tmp_path / "artworks")[0] == 2


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("value", "its leaves are not those that were published"),
        ("leaf taken out", "its leaves are not those that were published"),
        ("version taken out", "version 2: missing"),
        ("hash", "not what the chain says"),
        ("link", "link 2: not the head of work"),
        ("link taken out", "link 3: missing, or not in its place"),
        ("time", "link 1: not the head of the portal"),
    ],
)
def test_the_script_finds_what_was_tampered_with(name: str, fault: str, world: World, tmp_path: Path) -> None:
    folder = exported(tmp_path)
    leaves = folder / "artworks" / world.work.public_id / "history.json"
    links = folder / "history.json"
    changes: dict[str, tuple[Path, Any]] = {
        "value": (leaves, lambda c: c["versions"][0]["leaves"][3].update(value="x")),
        "leaf taken out": (leaves, lambda c: c["versions"][0]["leaves"].pop()),
        "version taken out": (leaves, lambda c: c["versions"].pop()),
        "hash": (leaves, lambda c: c["versions"][0].update(sha256="0" * 64)),
        "link": (links, lambda c: c["links"][1].update(sha256="0" * 64)),
        "link taken out": (links, lambda c: c["links"].pop(2)),
        "time": (links, lambda c: c["links"][0].update(at="2000-01-01T00:00:00.000000Z")),
    }
    changed(*changes[name])
    status, printed, faults = proved(folder)
    assert status == 1
    assert printed.endswith("broken\n")
    assert fault in faults


def test_the_addresses_say_what_the_export_says(client: Client, world: World, tmp_path: Path) -> None:
    folder = exported(tmp_path)
    links = client.get("/history.json").json()
    assert links["links"] == json.loads((folder / "history.json").read_text())["links"]
    assert (links["count"], links["head"], links["next"]) == (7, links["links"][-1]["portal_head"], None)
    assert [one["number"] for one in client.get("/history.json?after=4").json()["links"]] == [5, 6, 7]
    path = f"artworks/{world.work.public_id}/history.json"
    assert client.get(f"/{path}").json() == json.loads((folder / path).read_text())
    script = client.get("/history/verify_history.py")
    assert script.content == (folder / "verify_history.py").read_bytes()
    assert links["head"] in client.get("/history/").content.decode()
    assert links["head"] in client.get("/history.atom").content.decode()


def test_links_come_page_behind_page(client: Client, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("collection.views.history.AT_ONCE", 4)
    first = client.get("/history.json").json()
    assert (len(first["links"]), first["next"].endswith("/history.json?after=4")) == (4, True)
    assert client.get("/history.json?after=4").json()["next"] is None


def test_a_withdrawn_work_stays_in_the_chain_without_its_name(
    client: Client, world: World, tmp_path: Path
) -> None:
    registrar = staff_of(world.museum)
    withdraw(world.work, by=registrar, reason="A mistake")
    for path in ("/history/", "/history.json", "/history.atom"):
        assert world.work.public_id not in client.get(path).content.decode()
    assert client.get(f"/artworks/{world.work.public_id}/history.json").status_code == 410
    folder = exported(tmp_path)
    assert proved(folder)[0] == 0
    restore(Artwork.objects.get(pk=world.work.pk), by=registrar)
    assert client.get("/history.json").json()["links"][0]["work"] == world.work.public_id


def test_a_photograph_that_is_withheld_is_proved_by_hashes_alone(world: World, tmp_path: Path) -> None:
    shown = ImageFactory(artwork=world.work)
    publish(world.work, by=staff_of(world.museum))
    ArtworkImage.objects.filter(pk=shown.pk).update(withheld_reason="A claim of the photographer")
    folder = exported(tmp_path)
    assert shown.public_id not in (folder / "artworks" / world.work.public_id / "history.json").read_text()
    status, printed, _faults = proved(folder)
    assert status == 0
    assert "withheld: " in printed


def test_nothing_that_is_not_public_is_exported(world: World, tmp_path: Path) -> None:
    folder = exported(tmp_path)
    written = "".join(path.read_text() for path in folder.rglob("*.json"))
    assert SECRET not in written.lower()
    assert world.withdrawn.public_id not in written
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM collection_historylink l WHERE l::text ILIKE %s", [f"%{SECRET}%"]
        )
        assert cursor.fetchone() == (0,)
