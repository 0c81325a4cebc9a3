"""What one address may cost: a budget of work for answers that nobody has made yet.

Only addresses with a query string are counted, for those are without number: a plain page is never refused. Work is the
processor time of the answer and the time that the database took for it; a budget fills up again as time goes by. It is
held in each worker's memory, so that counting writes nothing.
"""

from __future__ import annotations

import ipaddress
import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from asemus.language import STAFF_PATHS
from asemus.pages import too_many_questions

MOST_ADDRESSES = 20_000  # remembered in a worker, those that asked last
_BACK = 0.1  # how much of a spent budget is there again when one is told to come back


class Budgets:
    """Seconds of work that each address has spent and not got back yet."""

    def __init__(self, seconds: float, refill: float, *, clock: Callable[[], float] = time.monotonic) -> None:
        """`seconds` of work at once, and `refill` of it every second."""
        self.seconds, self.refill = seconds, refill
        self._clock = clock
        self._spent: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._spent)

    def spent(self, address: str) -> float:
        seconds, at = self._spent.get(address, (0.0, 0.0))
        return max(0.0, seconds - (self._clock() - at) * self.refill)

    def wait(self, address: str) -> int:
        """0 if the address may ask, else the seconds after which it may."""
        over = self.spent(address)
        if over < self.seconds:
            return 0
        return max(1, math.ceil((over - self.seconds * (1 - _BACK)) / self.refill))

    def charge(self, address: str, work: float) -> None:
        with self._lock:
            self._spent[address] = (self.spent(address) + work, self._clock())
            self._spent.move_to_end(address)
            if len(self._spent) > MOST_ADDRESSES:
                self._spent.popitem(last=False)


class Work:
    """Adds up what this thread does: processor seconds, and seconds that it waited for the database."""

    def __init__(self) -> None:
        self.seconds = 0.0

    @contextmanager
    def measured(self) -> Iterator[None]:
        began = time.thread_time()
        with connection.execute_wrapper(self._asked):
            try:
                yield
            finally:
                self.seconds += time.thread_time() - began

    def _asked(self, execute: Any, *question: Any) -> Any:
        began, busy = time.perf_counter(), time.thread_time()
        try:
            return execute(*question)
        finally:
            self.seconds += time.perf_counter() - began - (time.thread_time() - busy)


class WorkBudgetMiddleware:
    """429 with Retry-After for an address that has spent its budget, and only where there is a query string."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.budgets = Budgets(settings.WORK_BUDGET_SECONDS, settings.WORK_BUDGET_REFILL)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        is_counted = request.META.get("QUERY_STRING") and not request.path_info.startswith(STAFF_PATHS)
        if not is_counted or not self.budgets.seconds:
            return self.get_response(request)
        address = address_of(request.META)
        if wait := self.budgets.wait(address):
            return refusal(request, wait)
        work = Work()
        with work.measured():
            response = self.get_response(request)
        if response.streaming:
            response.streaming_content = self._followed(response.streaming_content, address)  # type: ignore[attr-defined]
        self.budgets.charge(address, work.seconds)
        return response

    def _followed(self, parts: Iterable[bytes], address: str) -> Iterator[bytes]:
        """A table is made while it is sent: each part is counted when it is made."""
        parts = iter(parts)
        while True:
            work = Work()
            with work.measured():
                part = next(parts, None)
            self.budgets.charge(address, work.seconds)
            if part is None:
                return
            yield part


def refusal(request: HttpRequest, wait: int) -> HttpResponse:
    """Courteous, for people and for programs."""
    if request.path_info.endswith((".json", ".csv", ".atom")):
        words = _("This address has asked for much in a short time. Ask again in %(wait)d seconds.") % {
            "wait": wait
        }
        response: HttpResponse = JsonResponse({"error": words, "retry_after": wait}, status=429)
        response["Access-Control-Allow-Origin"] = "*"
    else:
        response = too_many_questions(request, wait)
    response["Retry-After"] = str(wait)
    response._has_been_logged = True  # type: ignore[attr-defined]  who asks without end fills no log either
    response["Cache-Control"] = "no-store"
    return response


def address_of(meta: dict[str, Any]) -> str:
    """Who asks: the nearest address that is no proxy of ours; of IPv6 the network, which is one household's."""
    hops = [meta.get("REMOTE_ADDR", "")]
    hops += reversed([hop.strip() for hop in meta.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()])
    seen = hops[0]
    for hop in hops:
        seen = hop
        if not _is_trusted(hop):
            break
    return _household(seen)


@lru_cache(maxsize=1000)
def _is_trusted(hop: str) -> bool:
    try:
        address = ipaddress.ip_address(hop)
    except ValueError:
        return not hop  # a socket of this machine's has no address
    return any(address in network for network in _proxies())


@lru_cache(maxsize=1)
def _proxies() -> list[ipaddress.IPv4Network | ipaddress.IPv6Network]:
    return [ipaddress.ip_network(each) for each in settings.TRUSTED_PROXIES]


@lru_cache(maxsize=1000)
def _household(hop: str) -> str:
    try:
        address = ipaddress.ip_address(hop)
    except ValueError:
        return hop[:50]
    if address.version == 6:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)
