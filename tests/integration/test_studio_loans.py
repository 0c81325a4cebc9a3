"""Loans between curators and museums: asked for, answered, limited, recalled, expired; and consent given beforehand."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

import pytest
from django.core import mail
from django.db import DatabaseError, IntegrityError, transaction
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from collection.models import Artwork
from exhibitions.actions.loans import expire_loans
from exhibitions.models import Exhibition, Loan, LoanStep
from exhibitions.tasks import send_letter
from members.enums import Role
from members.models import Deed, User
from tests.factories import (
    ArtworkFactory,
    CuratorFactory,
    LoanFactory,
    MuseumFactory,
    SectionFactory,
    staff_of,
)
from tests.integration.studio import own_exhibition, post, signed_in

pytestmark = pytest.mark.django_db
TODAY = datetime.datetime.now(datetime.UTC).date()


@dataclass
class Scene:
    """A curator of nobody's museum hangs a work of one."""

    curator: Client
    registrar: Client
    exhibition: Exhibition
    work: Artwork
    clerk: User

    @property
    def base(self) -> str:
        return f"/studio/{self.exhibition.slug}"

    @property
    def loan(self) -> Loan:
        return self.exhibition.loans.get(artwork=self.work)

    def ask(self, status: int = 200, **terms: Any) -> Any:
        body = {"loans": [self.loan.pk], "purpose": "Silk roads", "terms": terms}
        return post(self.curator, f"{self.base}/loans.json", status, **body)

    def reply(self, verb: str, status: int = 200, **body: Any) -> Any:
        return post(self.registrar, f"/studio/requests/{self.loan.pk}/{verb}.json", status, **body)


@pytest.fixture
def scene() -> Scene:
    curator, work = CuratorFactory(name="Nadia"), ArtworkFactory(published=True, title="Moon jar")
    clerk = staff_of(work.museum, name="Regis")
    exhibition = own_exhibition(curator, name="Silk")
    room = SectionFactory(exhibition=exhibition)
    client = signed_in(curator)
    post(
        client, f"/studio/{exhibition.slug}/blocks.json", 201,
        section=room.pk, kind="artwork", works=[work.public_id], text={"en": "A label.", "fr": "Un cartel."},
    )  # fmt: skip
    return Scene(client, signed_in(clerk), exhibition, work, clerk)


def test_request_goes_to_the_museum_and_the_answer_comes_back(scene: Scene) -> None:
    assert (scene.loan.state, scene.loan.stands) == ("wanted", False)
    assert scene.registrar.get("/studio/requests.json").json()["waiting"] == []
    scene.ask(period_until="2031-01-31", largest_side=1200, languages=["en", "fr"])
    [asked] = scene.registrar.get("/studio/requests.json").json()["waiting"]
    assert (asked["work"]["title"], asked["purpose"], asked["label"]["en"]) == (
        "Moon jar",
        "Silk roads",
        "A label.",
    )
    assert asked["terms"] == {
        "period_from": None, "period_until": "2031-01-31", "largest_side": 1200, "languages": ["en", "fr"], "allows_copies": False,
    }  # fmt: skip
    told = scene.registrar.get("/studio/notices.json").json()
    assert (told["unread"], told["results"][0]["kind"], told["results"][0]["work"]) == (
        1,
        "loan-requested",
        "Moon jar",
    )
    granted = scene.reply(
        "grant", terms={"period_until": "2030-12-31", "largest_side": 800, "languages": ["en"]}
    )
    assert (granted["loan"]["state"], granted["loan"]["stands"]) == ("granted", True)
    assert granted["loan"]["terms"]["largest_side"] == 800
    [row] = scene.curator.get(f"{scene.base}/loans.json").json()["results"]
    assert [(step["verb"], step["by"], step["terms"]["largest_side"]) for step in row["steps"]] == [
        ("request", "Nadia", 1200),
        ("grant", "Regis", 800),
    ]
    assert scene.curator.get("/studio/notices.json").json()["results"][0]["kind"] == "loan-answered"


def test_letters_are_sent_by_the_worker_one_a_museum(scene: Scene) -> None:
    scene.ask()
    jobs = [job.args for job in ProcrastinateJob.objects.filter(task_name="exhibitions.tasks.send_letter")]
    assert [job["to"] for job in jobs] == [scene.clerk.email]
    send_letter(**jobs[0])
    assert mail.outbox[0].subject == "A work of your museum is asked for: Silk"
    assert "Moon jar" in mail.outbox[0].body
    assert "Silk roads" in mail.outbox[0].body
    assert "/studio/requests/" in mail.outbox[0].body


def test_change_is_asked_for_and_refusal_says_why(scene: Scene) -> None:
    scene.ask()
    assert "Say why" in scene.reply("ask-change", 400, note=" ")["error"]
    assert scene.reply("ask-change", note="Name the potter.")["loan"]["reason"] == "Name the potter."
    assert scene.loan.state == "change-asked"
    scene.ask()
    scene.reply("refuse", note="It is being restored.")
    assert (scene.loan.state, scene.loan.reason) == ("refused", "It is being restored.")
    assert (
        "Nothing is asked for"
        in post(scene.curator, f"{scene.base}/loans/{scene.loan.pk}/take-back.json", 400)["error"]
    )
    scene.ask()
    post(scene.curator, f"{scene.base}/loans/{scene.loan.pk}/take-back.json")
    assert list(LoanStep.objects.values_list("verb", flat=True)) == [
        "request", "ask-change", "request", "refuse", "request", "take-back",
    ]  # fmt: skip


def test_other_terms_wait_while_the_loan_goes_on(scene: Scene) -> None:
    scene.ask(period_until="2031-01-31")
    scene.reply("grant")
    scene.ask(period_until="2032-01-31")
    assert (scene.loan.state, scene.loan.stands, scene.loan.asked["period_until"]) == (
        "granted",
        True,
        "2032-01-31",
    )
    assert len(scene.registrar.get("/studio/requests.json").json()["waiting"]) == 1
    scene.reply("refuse", note="Not longer.")
    assert (scene.loan.stands, scene.loan.asked, str(scene.loan.period_until)) == (True, None, "2031-01-31")
    scene.ask(period_until="2032-01-31")
    scene.reply("grant")
    assert str(scene.loan.period_until) == "2032-01-31"


def test_recall_and_expiry_end_it_by_the_clock(scene: Scene) -> None:
    scene.ask()
    scene.reply("grant", terms={"period_until": str(TODAY)})
    assert scene.loan.stands
    Loan.objects.update(period_until=TODAY - datetime.timedelta(days=1))
    assert (scene.loan.state, scene.loan.stands) == ("granted", False)  # at once, before any task runs
    assert not Loan.objects.shown().exists()
    assert [loan.pk for loan in expire_loans()] == [scene.loan.pk]
    assert expire_loans() == []
    assert scene.loan.state == "expired"
    assert Deed.objects.filter(verb="expire_loan", by=None).count() == 1
    assert "The last day of the loan is past" in scene.reply("grant", 400)["error"]
    scene.reply("grant", terms={"period_until": None})
    scene.reply("recall", note="On tour")
    assert (scene.loan.state, scene.loan.stands) == ("recalled", False)
    scene.reply("grant")
    assert list(LoanStep.objects.values_list("verb", flat=True))[2:] == [
        "expire",
        "lend-again",
        "recall",
        "lend-again",
    ]


def test_loan_that_has_not_begun_is_not_shown(scene: Scene) -> None:
    scene.ask(period_from=str(TODAY + datetime.timedelta(days=1)))
    scene.reply("grant")
    assert not scene.loan.stands
    assert Loan.objects.shown(on=TODAY + datetime.timedelta(days=1)).count() == 1
    assert not Loan.objects.shown().exists()


def test_only_the_keeping_museum_answers(scene: Scene) -> None:
    scene.ask()
    strangers = [staff_of(MuseumFactory()), staff_of(scene.work.museum, Role.CATALOGUER), CuratorFactory()]
    for user in strangers:
        client = signed_in(user)
        for verb in ("grant", "refuse", "ask-change", "recall"):
            post(client, f"/studio/requests/{scene.loan.pk}/{verb}.json", 404, note="x")
        assert client.get("/studio/requests.json").json() == {"waiting": [], "answered": [], "consents": []}
    post(scene.curator, f"/studio/requests/{scene.loan.pk}/grant.json", 404)
    post(scene.registrar, f"/studio/requests/{scene.loan.pk}/destroy.json", 404)
    assert scene.loan.state == "requested"


def test_what_is_only_wanted_is_not_told_to_the_museum(scene: Scene) -> None:
    post(scene.registrar, f"/studio/requests/{scene.loan.pk}/refuse.json", 404, note="x")
    assert scene.registrar.get("/studio/requests.json").json()["answered"] == []
    block = scene.exhibition.sections.get().blocks.get()
    post(scene.curator, f"{scene.base}/blocks/{block.pk}/remove.json", base=block.revision)
    assert scene.exhibition.loans.count() == 0


@pytest.mark.parametrize(
    ("terms", "sentence"),
    [
        ({"period_from": "2030-02-01", "period_until": "2030-01-01"}, "would end before it begins"),
        ({"largest_side": 3}, "at least 200 pixels"),
        ({"largest_side": "many"}, "must be an integer"),
        ({"languages": ["English!"]}, "not a language tag"),
        ({"price": 3}, "Nothing is known of “price”"),
    ],
)
def test_terms_that_cannot_be_are_refused(scene: Scene, terms: dict[str, Any], sentence: str) -> None:
    assert sentence in scene.ask(400, **terms)["error"]
    assert (scene.loan.state, LoanStep.objects.count()) == ("wanted", 0)


def test_own_works_need_no_loan_and_naming_a_museum_gives_none() -> None:
    curator, museum = CuratorFactory(), MuseumFactory()
    exhibition = own_exhibition(curator)
    exhibition.exhibition_museums.create(museum=museum)
    room = SectionFactory(exhibition=exhibition)
    works = ArtworkFactory.create_batch(2, published=True, museum=museum)
    client, path = signed_in(curator), f"/studio/{exhibition.slug}/blocks.json"
    post(client, path, 201, section=room.pk, kind="artwork", works=[works[0].public_id])
    assert exhibition.loans.get().state == "wanted"
    curator.memberships.create(museum=museum, role=Role.CATALOGUER)
    post(client, path, 201, section=room.pk, kind="artwork", works=[works[1].public_id])
    assert set(exhibition.loans.values_list("state", flat=True)) == {"own"}


def test_work_lent_again_without_a_request_is_lent_with_the_label_that_hangs(scene: Scene) -> None:
    Loan.objects.update(state="standing")
    scene.reply("recall", note="On tour")
    scene.reply("grant")
    assert (scene.loan.state, scene.loan.label) == ("granted", {"en": "A label.", "fr": "Un cartel."})


def test_consent_beforehand_covers_what_waits_and_ends_at_once(scene: Scene) -> None:
    scene.ask()
    body = {"museum": scene.work.museum.slug, "terms": {"largest_side": 900}}
    given = post(scene.registrar, "/studio/consents.json", 201, **body)["consent"]
    assert (scene.loan.state, scene.loan.largest_side, scene.loan.stands) == ("standing", 900, True)
    assert "stands already" in post(scene.registrar, "/studio/consents.json", 400, **body)["error"]
    post(signed_in(staff_of(MuseumFactory())), "/studio/consents.json", 404, **body)
    post(signed_in(staff_of(MuseumFactory())), f"/studio/consents/{given['key']}/end.json", 404)
    only_here = post(scene.registrar, "/studio/consents.json", 201, museum=body["museum"], exhibition="silk")
    assert post(scene.registrar, f"/studio/consents/{given['key']}/end.json")["recalled"] == 0
    assert post(scene.registrar, f"/studio/consents/{only_here['consent']['key']}/end.json")["recalled"] == 1
    assert (scene.loan.state, scene.loan.stands) == ("recalled", False)


def test_history_of_a_loan_cannot_be_rewritten(scene: Scene) -> None:
    scene.ask()
    for change in (lambda: LoanStep.objects.update(note="x"), lambda: LoanStep.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    with pytest.raises(IntegrityError), transaction.atomic():
        Loan.objects.update(state="lost")
    with pytest.raises(IntegrityError), transaction.atomic():
        LoanFactory(state="refused")
