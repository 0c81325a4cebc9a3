"""`manage.py parse_provenance` reads lines and JSON lines and needs no database."""

from __future__ import annotations

import io
import json

import pytest
from django.core.management import call_command

from collection.management.commands.parse_provenance import records

TEXT = "Henry Walters, Baltimore, 1902, by purchase; Walters Art Museum, 1931, by bequest."


def test_a_line_is_a_text_or_a_json_value_and_other_members_come_back() -> None:
    lines = [
        TEXT + "\n",
        "\n",
        json.dumps({"id": 7, "text": TEXT}),
        json.dumps({"provenance": TEXT}),
        json.dumps(TEXT),
        "{not",
    ]
    found = list(records(lines))
    assert [record["text"] for record in found] == [TEXT, TEXT, TEXT, TEXT, "{not"]
    assert found[1]["id"] == 7
    assert (
        found[0]["rendered"]
        == "purchased by Henry Walters, Baltimore, 1902; bequest, to Walters Art Museum, 1931."
    )
    assert [event["source_span"] for event in found[0]["events"]] == [[0, 45], [45, 82]]
    assert found[0]["rest"] == []


def test_the_command_asks_no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(TEXT + "\n"))
    out = io.StringIO()
    call_command("parse_provenance", stdout=out)
    (event, last) = json.loads(out.getvalue())["events"]
    assert (event["kind"], event["to"], event["place"], event["date"]["earliest_begin"]) == (
        "purchase", "Henry Walters", "Baltimore", 1902,
    )  # fmt: skip
    assert (last["kind"], last["from"], last["from_basis"]) == ("bequest", "Henry Walters", "order")
