"""`manage.py parse_dates`: lines in, JSON lines out, and no database."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from django.conf import settings

from collection.management.commands.parse_dates import answers


def test_parse_dates_answers_each_line():
    lines = ["late 4th century BCE\n", '{"text": "天保4年", "culture": "Japan"}\n', "\n", "flood\n"]
    assert list(answers(lines)) == [
        {
            "text": "late 4th century BCE",
            "understood": True,
            "earliest": -332,
            "latest": -300,
            "earliest_begin": -332,
            "latest_begin": -300,
            "earliest_end": -332,
            "latest_end": -300,
            "edtf": "-0332/-0300",
            "qualifiers": [],
            "rest": "",
        },
        {
            "text": "天保4年",
            "understood": True,
            **dict.fromkeys(
                ("earliest", "latest", "earliest_begin", "latest_begin", "earliest_end", "latest_end"), 1833
            ),
            "edtf": "1833",
            "qualifiers": [],
            "rest": "",
        },
        {
            "text": "flood",
            "understood": False,
            **dict.fromkeys(
                ("earliest", "latest", "earliest_begin", "latest_begin", "earliest_end", "latest_end")
            ),
            "edtf": "",
            "qualifiers": [],
            "rest": "flood",
        },
    ]


def test_parse_dates_reads_what_is_no_json_as_a_text():
    found = list(answers(["{1667,1668}", '{"text": 5}', '{"text": "c. 1820", "museum": "cmoa"}', "[flood]"]))
    assert [answer["edtf"] for answer in found] == ["{1667,1668}", "", "1820~", ""]
    assert (found[2]["earliest"], found[2]["latest"]) == (1815, 1825)


def test_parse_dates_needs_no_database():
    environment = {**os.environ, "DATABASE_URL": "postgres://nobody:x@127.0.0.1:1/nothing"}
    done = subprocess.run(
        [sys.executable, "manage.py", "parse_dates"],
        input=b"1351\n\xff\n",
        capture_output=True,
        cwd=settings.BASE_DIR,
        env=environment,
        timeout=120,
        check=True,
    )
    years = [json.loads(line)["earliest"] for line in done.stdout.decode().splitlines()]
    assert years == [1351, None]
