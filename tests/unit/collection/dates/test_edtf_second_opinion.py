"""Our bounds of EDTF beside those of npm `edtf`, the best parser there is elsewhere."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

from collection.dates.edtf import parse

PACKAGE = Path(settings.BASE_DIR) / "node_modules" / "edtf"
TEXTS = [
    "1985-04-12", "1985-04", "1985", "1600/1699", "1964-06-02/2008-08-01", "2004-06/2006-08", "Y-17000",
    "2001-21", "1984?", "2004-06~", "2004-06-11%", "201X", "20XX", "2004-XX", "1985-04-XX", "1985-XX-XX",
    "-1985", "-0499", "0000", "-0099/0200", "1984~/2004-06", "1984-06-02?/2004-08-08~",
    "Y-17E7", "1950S2", "2001-34", "[1667,1668,1670..1672]", "[1760-01,1760-02,1760-12..]", "{1667,1668,1670..1672}",
    "156X-12-25", "15XX-12-25", "1XXX-12", "1984-XX-31", "2004-06~-11", "?2004-06-~11", "2004-06-XX/2004-07-03",
    "2011-23~", "1XXX", "198X/199X", "-03XX",
]  # fmt: skip
# Where npm `edtf` is of another mind, and why ours stands.
OURS_STANDS = {
    "1950S2": "it takes the estimate for the bounds; the standard gives 1900 to 1999",
    "Y-17E7": "beyond ten million years: ours refuses it",
    "[1667,1668,1670..1672]": "it takes the begin of a set's last member for the end",
    "{1667,1668,1670..1672}": "it takes the begin of a set's last member for the end",
    "2011-23~": "it refuses a qualifier behind a season, which level 2 allows",
}
SCRIPT = """
const edtf = require('edtf').default;
const lines = require('fs').readFileSync(0, 'utf8').split('\\n').filter(Boolean);
console.log(JSON.stringify(lines.map((text) => {
  try {
    const found = edtf(text);
    const year = (value) => Number.isFinite(value) ? new Date(value).getUTCFullYear() : null;
    return [year(found.min), year(found.max)];
  } catch (error) { return 'refused'; }
})));
"""


@pytest.fixture(scope="module")
def theirs() -> dict[str, object]:
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node is not installed")
    if not PACKAGE.is_dir():
        pytest.skip("npm edtf is not installed: npm install")
    done = subprocess.run(
        [node, "-e", SCRIPT], input="\n".join(TEXTS), capture_output=True, text=True, check=True, cwd=settings.BASE_DIR, timeout=60
    )  # fmt: skip
    return dict(zip(TEXTS, json.loads(done.stdout), strict=True))


@pytest.mark.parametrize("text", [text for text in TEXTS if text not in OURS_STANDS])
def test_bounds_agree_with_npm_edtf(theirs, text):
    span = parse(text)
    assert [span.earliest_begin, span.latest_end] == theirs[text]


def test_every_exception_is_still_one(theirs):
    for text in set(OURS_STANDS) & set(TEXTS):
        try:
            span = parse(text)
        except ValueError:
            continue
        assert [span.earliest_begin, span.latest_end] != theirs[text]
