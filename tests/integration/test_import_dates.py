"""The dates of a file that is tried: seen with span, EDTF and epochs; accepted, corrected, overridden; then applied."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from collection.enums import ConceptKind
from collection.models import Artwork, ImportRun
from tests.factories import ConceptFactory, EpochFactory, MuseumFactory, staff_of
from tests.integration.posted import changed, fields_of
from tests.integration.test_admin_artwork import signed_in

pytestmark = pytest.mark.django_db
ROWS = """accession_number,title@en,object_types,display_date,production_country,epochs
A 1,Jar,jar,c. 1820,CN,
A 2,Late jar,jar,1750,CN,ming
A 3,Odd jar,jar,after the great storm,CN,
A 4,Typed jar,jar,189O,CN,
"""


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def museum() -> Any:
    ConceptFactory(name="jar", kind=ConceptKind.OBJECT_TYPE)
    EpochFactory(name="Ming", slug="ming")
    return MuseumFactory()


@pytest.fixture
def client(museum: Any) -> Client:
    return signed_in(staff_of(museum))


def tried(client: Client, museum: Any, rows: str = ROWS) -> ImportRun:
    file = SimpleUploadedFile("jars.csv", rows.encode(), "text/csv")
    client.post(reverse("admin:collection_importrun_add"), {"museum": museum.pk, "file": file})
    return ImportRun.objects.order_by("-pk")[0]


def page_of(client: Client, run: ImportRun) -> Any:
    return client.get(reverse("admin:collection_importrun_change", args=[run.pk]))


def date_of(run: ImportRun, number: int) -> str:
    return reverse("admin:collection_importrun_date", args=[run.pk, number])


def test_each_date_is_shown_as_it_was_read_the_doubtful_first(client: Client, museum: Any) -> None:
    page = page_of(client, tried(client, museum))
    dates = page.context["dates"]
    assert [(one["row"].key, one["date"]["is_doubtful"]) for one in dates["rows"]] == [
        ("A 2", True), ("A 3", True), ("A 4", True), ("A 1", False),
    ]  # fmt: skip
    assert dates["doubtful"] == 3
    late, odd, _typed, jar = dates["rows"]
    assert (jar["date"]["edtf"], jar["years"]) == ("1820~", "1810–1830")
    assert (jar["line"]["sure"], jar["line"]["doubt"]) == (None, ("35.29", "64.71"))
    assert late["conflicts"] == ["Dated 1750, but Ming ended in 1644."]
    assert odd["date"]["remark"].startswith("No date was understood.")
    text = page.content.decode()
    assert "<code>1820~</code>" in text
    assert 'aria-label="1810–1830"' in text


def test_a_date_is_accepted_corrected_or_overridden_with_a_reason_and_applied(
    client: Client, museum: Any
) -> None:
    run = tried(client, museum)
    assert client.post(date_of(run, 4), {"accept": "1"}).status_code == 302
    form = fields_of(client.get(date_of(run, 5)).content.decode(), "row_date_form")
    assert client.post(date_of(run, 5), changed(form, display_date="1890")).status_code == 302

    form = fields_of(client.get(date_of(run, 3)).content.decode(), "row_date_form")
    inner = {"latest_begin": "", "earliest_end": ""}
    other = changed(form, date_basis="override", earliest_begin="1600", latest_end="1644", **inner)
    refused = client.post(date_of(run, 3), other)
    assert refused.context["form"].errors == {"date_note": ["Say why the years are not those of the words."]}
    assert fields_of(refused.content.decode(), "row_date_form")["earliest_begin"] == [
        "1600"
    ]  # nothing typed is lost
    assert client.post(date_of(run, 3), changed(other, date_note="The clay is Ming")).status_code == 302
    assert page_of(client, run).context["dates"]["doubtful"] == 0

    client.post(reverse("admin:collection_importrun_deed", args=[run.pk, "apply"]))
    facts = ("display_date", "edtf", "date_basis", "earliest_begin", "latest_end", "date_note")
    assert list(Artwork.objects.order_by("accession_number").values_list(*facts)) == [
        ("c. 1820", "1820~", "parsed", 1810, 1830, ""),
        ("1750", "1750", "override", 1600, 1644, "The clay is Ming"),
        ("after the great storm", "", "parsed", None, None, ""),
        ("1890", "1890", "parsed", 1890, 1890, ""),
    ]


def test_years_given_with_a_reason_outlast_the_same_file(client: Client, museum: Any) -> None:
    rows = (
        "accession_number,title@en,object_types,display_date,production_country,{}\nA 1,Jar,jar,1750,CN,{}\n"
    )
    own = "earliest_begin,latest_end,date_basis,date_note", "1600,1644,override,The clay is Ming"
    for heading, cells in (own, ("source_note", "")):
        run = tried(client, museum, rows.format(heading, cells))
        client.post(reverse("admin:collection_importrun_deed", args=[run.pk, "apply"]))
        work = Artwork.objects.get()
        assert (work.date_basis, work.earliest_year, work.latest_year) == ("override", 1600, 1644)
    without = rows.format("earliest_begin,latest_end,date_basis", "1600,1644,override")
    run = tried(client, museum, without)
    assert "Say in date_note why the years are not those of the words." in run.rows.get().message


def test_only_a_trial_of_ones_own_museum_is_decided_on(client: Client, museum: Any) -> None:
    run = tried(client, museum)
    stranger = signed_in(staff_of(MuseumFactory(), email="s@example.org"))
    assert stranger.get(date_of(run, 3)).status_code in (302, 403, 404)
    assert stranger.post(date_of(run, 4), {"accept": "1"}).status_code in (302, 403, 404)
    run.refresh_from_db()
    assert run.rows.get(number=4).date["is_doubtful"]
    client.post(reverse("admin:collection_importrun_deed", args=[run.pk, "apply"]))
    applied = ImportRun.objects.exclude(pk=run.pk).get()
    assert client.get(date_of(applied, 3)).status_code == 403


def test_a_page_of_dates_costs_the_same_with_more_rows(client: Client, museum: Any) -> None:
    def file(count: int) -> str:
        lines = [f"A {n},Jar,jar,c. {1700 + n},CN,ming" for n in range(count)]
        return "\n".join([ROWS.splitlines()[0], *lines, ""])

    counts = []
    for count in (1, 60):
        run = tried(client, museum, file(count))
        with CaptureQueriesContext(connection) as captured:
            page = page_of(client, run)
        counts.append(len(captured))
        assert len(page.context["dates"]["rows"]) == min(count, 25)
    assert counts[0] == counts[1]
