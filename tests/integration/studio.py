"""How tests speak to the studio."""

from __future__ import annotations

from typing import Any

from django.test import Client

from exhibitions.enums import CuratorRole
from exhibitions.models import Exhibition
from tests.factories import ExhibitionFactory


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user, backend="members.backends.RoleBackend")
    return client


def own_exhibition(curator: Any, role: str = CuratorRole.LEAD, **facts: Any) -> Exhibition:
    exhibition = ExhibitionFactory(**facts)
    exhibition.exhibition_curators.create(user=curator, role=role)
    return exhibition


def post(client: Client, path: str, status: int = 200, **body: Any) -> Any:
    """POST a JSON body; gives what was answered."""
    response = client.post(path, body, content_type="application/json")
    assert response.status_code == status, (response.status_code, response.content[:600])
    return response.json() if response.content else None
