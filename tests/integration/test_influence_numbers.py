"""Nothing is shown that cannot be opened: every number of the map and the flows leads to just those works and their claims."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from tests.factories.world import World

pytestmark = pytest.mark.django_db


def numbers_and_links(html: str) -> list[tuple[int, str]]:
    found = re.findall(r'ledger__number"><a href="([^"]+)">(\d+)<', html)
    return [(int(number), unescape(url)) for url, number in found]


@pytest.mark.parametrize("page", ["/influences/", "/influences/flows/", "/influences/flows/?level=culture"])
def test_every_number_opens_the_works_and_claims_behind_it(page: str, client: Client, world: World) -> None:
    found = numbers_and_links(client.get(page).content.decode())
    assert found
    for number, url in found:
        html = client.get(url).content.decode()
        assert len(set(re.findall(r'class="strip__work"><a href="([^"]+)"', html))) == number, url
        assert html.count('<li class="claim"') >= 1
