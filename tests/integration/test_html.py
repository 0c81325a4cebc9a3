"""Every page is valid HTML: html5lib parses it strictly, and html-validate finds nothing against the standard."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import html5lib
import pytest
from django.conf import settings
from django.test import Client

from tests.factories.world import World
from tests.integration.addresses import PAGES, address_of

pytestmark = pytest.mark.django_db
VALIDATOR = Path(settings.BASE_DIR) / "node_modules" / ".bin" / "html-validate"


@pytest.mark.parametrize("name", PAGES)
def test_page_parses_without_a_fault(name: str, client: Client, world: World) -> None:
    for prefix in ("", "/fr"):
        html = client.get(prefix + address_of(name, world)).content.decode()
        html5lib.HTMLParser(strict=True).parse(html)


def test_sign_in_parses_without_a_fault(client: Client) -> None:
    html5lib.HTMLParser(strict=True).parse(client.get("/accounts/login/").content.decode())


@pytest.mark.skipif(
    not VALIDATOR.exists() or shutil.which("node") is None,
    reason="html-validate is not here: install the npm packages (make does) and Node.",
)
def test_every_page_is_valid(client: Client, world: World, tmp_path: Path) -> None:
    addresses = {name: address_of(name, world) for name in PAGES} | {"sign in": "/accounts/login/"}
    for number, address in enumerate(addresses.values()):
        (tmp_path / f"{number}.html").write_bytes(client.get(address).content)
    config = Path(settings.BASE_DIR) / ".htmlvalidate.json"
    command = [
        str(VALIDATOR),
        "--config",
        str(config),
        "--formatter",
        "text",
        *map(str, tmp_path.glob("*.html")),
    ]
    found = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    names = dict(enumerate(addresses))
    said = [
        f"{names[int(Path(line.partition(':')[0]).stem)]}: {line.partition('.html:')[2]}"
        for line in found.stdout.splitlines()
        if ".html:" in line
    ]
    assert (said, found.returncode, found.stderr) == ([], 0, "")
