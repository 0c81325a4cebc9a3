"""The budget of work of one address: counted for filtered pages, never in the way of plain ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client, RequestFactory

from asemus import budget
from asemus.budget import Budgets, WorkBudgetMiddleware, address_of
from tests.factories.world import World
from tests.integration.addresses import PAGES
from tests.integration.addresses import address_of as address_of_page

PLAIN = sorted(name for name, (path, status) in PAGES.items() if "?" not in path and status == 200)
FILTERED = [
    "/artworks/?country=CN",
    "/fr/artworks/?q=jar",
    "/artworks.json?country=CN",
    "/artworks.csv?country=CN",
]


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_budget_is_spent_by_work_and_comes_back() -> None:
    clock = Clock()
    budgets = Budgets(10, 0.1, clock=clock)
    budgets.charge("a", 9.9)
    assert budgets.wait("a") == 0
    budgets.charge("a", 0.6)
    assert (budgets.wait("a"), budgets.wait("b")) == (15, 0)
    clock.now += 15
    assert budgets.wait("a") == 0
    assert budgets.spent("a") == pytest.approx(9.0)
    clock.now += 1000
    assert budgets.spent("a") == 0


def test_addresses_remembered_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "MOST_ADDRESSES", 100)
    budgets = Budgets(10, 0.1)
    for number in range(1000):
        budgets.charge(str(number), 1)
    assert len(budgets) == 100


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("203.0.113.7", "", "203.0.113.7"),
        ("203.0.113.7", "198.51.100.1", "203.0.113.7"),  # a stranger may write there what he likes
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "6.6.6.6, 198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "198.51.100.1, 127.0.0.1", "198.51.100.1"),
        ("", "198.51.100.1", "198.51.100.1"),  # a socket of this machine's
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "nonsense", "nonsense"),
        ("2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::/64"),
        ("::1", "2001:db8:1:2::9", "2001:db8:1:2::/64"),
    ],
)
def test_who_asks(peer: str, forwarded: str, address: str) -> None:
    assert address_of({"REMOTE_ADDR": peer, "HTTP_X_FORWARDED_FOR": forwarded}) == address


@pytest.fixture
def spent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every budget is spent for good."""
    monkeypatch.setattr(Budgets, "spent", lambda self, address: 1000.0)


@pytest.mark.django_db
@pytest.mark.usefixtures("spent")
@pytest.mark.parametrize("name", PLAIN)
def test_plain_pages_are_never_refused(name: str, client: Client, world: World) -> None:
    for prefix in ("", "/fr"):
        assert client.get(prefix + address_of_page(name, world)).status_code == 200


@pytest.mark.django_db
@pytest.mark.usefixtures("spent")
@pytest.mark.parametrize("address", FILTERED)
def test_filtered_pages_are_refused_with_courtesy(
    address: str, client: Client, world: World, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(0):
        response = client.get(address)
    assert response.status_code == 429
    assert int(response["Retry-After"]) > 0
    assert response["Cache-Control"] == "no-store"
    assert "Content-Security-Policy" in response
    if ".json" in address or ".csv" in address:
        assert response.json()["retry_after"] == int(response["Retry-After"])
    else:
        html = response.content.decode()
        assert (
            "C’était beaucoup à la fois" if address.startswith("/fr") else "That was a great deal at once"
        ) in html


@pytest.mark.django_db
def test_a_spent_budget_is_refused_and_another_address_goes_on(
    client: Client, world: World, settings: Any
) -> None:
    settings.WORK_BUDGET_SECONDS, settings.WORK_BUDGET_REFILL = 0.000_1, 0.000_01
    statuses = [
        client.get("/artworks/?country=CN", REMOTE_ADDR=peer).status_code
        for peer in ("203.0.113.7", "203.0.113.7", "203.0.113.8", "203.0.113.7")
    ]
    assert statuses == [200, 429, 200, 429]


@pytest.mark.django_db
def test_a_table_is_counted_while_it_is_sent(
    client: Client, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    charged: list[float] = []
    monkeypatch.setattr(Budgets, "charge", lambda self, address, work: charged.append(work))
    b"".join(client.get("/artworks.csv?country=CN").streaming_content)
    assert len(charged) > 1
    assert all(work > 0 for work in charged)


def test_waiting_for_the_database_is_work(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    work = budget.Work()
    clock = iter([10.0, 12.5])
    monkeypatch.setattr(budget.time, "perf_counter", lambda: next(clock))
    monkeypatch.setattr(budget.time, "thread_time", lambda: 1.0)
    asked: Callable[..., Any] = work._asked
    assert asked(lambda *_: "rows", "SELECT 1", [], False, {}) == "rows"
    assert work.seconds == 2.5


def test_staff_pages_are_not_counted(rf: RequestFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Budgets, "charge", lambda *_: pytest.fail("counted"))
    middleware = WorkBudgetMiddleware(lambda request: budget.HttpResponse("well"))
    assert middleware(rf.get("/admin/collection/artwork/?q=jar")).status_code == 200
