"""Every address of the admin, GET and POST, as those who have no business there: refused, and nothing changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.db.models import Sum
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from collection.actions.artworks import publish
from collection.actions.claims import open_claim
from collection.enums import ClaimBasis, CorrectionState, Status
from collection.models import Artwork, Correction, ImportRun, PendingEdit, QuotaRequest, Upload
from exhibitions.models import Exhibition
from members.actions.invitations import invite
from members.actions.roles import give_role
from members.enums import Role
from members.models import Deed, Membership, Museum, User
from tests.factories import (
    ArtworkFactory,
    BlockWorkFactory,
    CuratorFactory,
    EditorFactory,
    ImageFactory,
    InfluenceFactory,
    MuseumFactory,
    ReferenceFactory,
    UserFactory,
    staff_of,
)
from tests.integration.test_admin_artwork import signed_in

pytestmark = pytest.mark.django_db
SECRET = "Zx-secret-draft-of-A"
# Vocabularies belong to nobody: all staff read them, whose they are makes no difference.
SHARED = {"concept", "place", "agent", "culture", "epoch", "reference"}
OPEN_TO_STAFF = {
    "login",
    "logout",
    "password_change",
    "password_change_done",
    "jsi18n",
    "index",
    "catch_all",
    "app_list",
    "autocomplete",
}


def _flat(patterns: list[Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    """(route, name) of every pattern below the admin."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _flat(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            yield route, pattern.name or ""


def admin_routes() -> list[tuple[str, str]]:
    prefix, resolver = get_resolver().namespace_dict["admin"]
    return [(prefix + route, name) for route, name in _flat(resolver.url_patterns)]


@pytest.fixture
def objects() -> dict[str, Any]:
    """One thing of museum A (or of A's people) for every model that the admin knows."""
    museum = MuseumFactory(name="Museum A")
    person = staff_of(museum)
    director = staff_of(museum, Role.DIRECTOR)
    administrator = UserFactory()
    Membership.objects.create(user=administrator, role=Role.ADMINISTRATOR)
    draft = ArtworkFactory(museum=museum, title=SECRET)
    hung = BlockWorkFactory(artwork=ArtworkFactory(museum=museum, published=True))
    publish(hung.artwork, by=person)
    photograph = ImageFactory(artwork=draft)
    give_role(person, Role.CATALOGUER, museum=museum, by=director)
    return {
        "artwork": draft,
        "artworkimage": photograph,
        "upload": Upload.objects.create(by=person, artwork=draft, file_name=SECRET, size=9, fingerprint="9"),
        "influence": InfluenceFactory(asserted_by_museum=museum, statement={"en": SECRET}),
        "pendingedit": PendingEdit.objects.create(artwork=draft, by=person, base_revision=1, form_data={}),
        "correction": Correction.objects.create(artwork=draft, text=SECRET),
        "quotarequest": QuotaRequest.objects.create(museum=museum, quota=30, asked_by=director),
        "importrun": ImportRun.objects.create(
            museum=museum, by=person, file_name=SECRET, sha256="0" * 64, format="csv"
        ),
        "claim": open_claim(
            hung.artwork,
            by=director,
            received_date=timezone.localdate(),
            claimant=SECRET,
            basis=ClaimBasis.THEFT,
        ),
        "museum": museum,
        "user": person,
        "membership": Membership.objects.filter(museum=museum).first(),
        "invitation": invite("new@example.org", Role.CATALOGUER, museum=museum, by=director),
        "deed": Deed.objects.filter(museum=museum).first(),
        "exhibition": hung.block.section.exhibition,
        "section": hung.block.section,
        "block": hung.block,
        "loan": hung.block.section.exhibition.loans.first(),
        "concept": draft.concepts.first(),
        "culture": draft.culture,
        "reference": ReferenceFactory(),
    }


def addresses(objects: dict[str, Any]) -> list[tuple[str, str, str]]:
    """(address, name, model) of every page, filled with A's things; other tables' pages with a key that is not there."""
    found = []
    for route, name in admin_routes():
        model = name.split("_")[1] if name.count("_") >= 2 else ""
        thing = objects.get(model)
        verbs = [
            "submit",
            "publish",
            "send_back",
            "withdraw",
            "restore",
            "grant",
            "refuse",
            "apply",
            "undo",
            "counsel",
            "close",
        ]
        path = (
            route.replace("<path:object_id>", str(thing.pk if thing else 987654))
            .replace("^", "")
            .replace("$", "")
        )
        path = path.replace("<int:edit_id>", str(objects["pendingedit"].pk)).replace(
            "(?P<url>.*)", "nothing-here"
        )
        path = path.replace("<uuid:upload_id>", str(objects["upload"].pk)).replace("<int:number>", "0")
        if "(?P<app_label>" in path:
            path = "admin/collection/"
        for verb in verbs if "<slug:verb>" in path else [""]:
            full = "/" + path.replace("<slug:verb>", verb)
            for converter in ("<int:pk>", "<int:object_id>", "<int:run_id>", "<str:object_id>"):
                full = full.replace(converter, str(thing.pk if thing else 987654))
            found.append((full, name, model))
    return found


def test_every_address_of_the_admin_is_filled(objects: dict[str, Any]) -> None:
    paths = addresses(objects)
    assert len(paths) > 80
    assert [path for path, _name, _model in paths if "<" in path or "(" in path] == []
    registered = {model._meta.model_name for model in admin.site._registry}
    assert {
        "artwork",
        "influence",
        "pendingedit",
        "correction",
        "quotarequest",
        "museum",
        "user",
        "membership",
        "invitation",
        "deed",
    } <= registered


def state() -> dict[str, Any]:
    """Row counts, revisions and states of everything that people write."""
    found: dict[str, Any] = {}
    for label in ("members", "collection", "exhibitions"):
        for model in apps.get_app_config(label).get_models():
            if model.__name__.endswith("Event") and model.__name__ != "ProvenanceEvent":
                continue
            names = {field.name for field in model._meta.fields}
            rows = model._default_manager
            found[model.__name__] = (
                rows.count(),
                rows.aggregate(sum=Sum("revision"))["sum"] if "revision" in names else None,
                sorted(rows.values_list("status", flat=True)) if "status" in names else None,
                sorted(rows.values_list("state", flat=True)) if "state" in names else None,
            )
    return found


def answers(client: Client, paths: list[tuple[str, str, str]]) -> list[tuple[str, str, str, str, Any]]:
    """(method, path, name, model, response) of everything."""
    posted = {"post": "yes", "action": "delete_selected", "note": "because", "_save": "1", "_apply": "1"}
    found = []
    for path, name, model in paths:
        if name == "logout":
            continue
        found.append(("GET", path, name, model, client.get(path)))
        found.append(("POST", path, name, model, client.post(path, posted)))
    return found


def test_a_stranger_is_sent_to_sign_in(objects: dict[str, Any]) -> None:
    before = state()
    for method, path, name, _model, answer in answers(Client(), addresses(objects)):
        if name == "login":
            assert answer["Location"].startswith("/accounts/login/"), path
            continue
        assert answer.status_code in (302, 403, 404, 405), (method, path, answer.status_code)
        if answer.status_code == 302:
            assert "/login/" in answer["Location"], (path, answer["Location"])
    assert state() == before


def test_another_museums_registrar_finds_nothing(objects: dict[str, Any]) -> None:
    client = signed_in(staff_of(MuseumFactory(name="Museum B")))
    before = state()
    for method, path, name, model, answer in answers(client, addresses(objects)):
        if name in OPEN_TO_STAFF:
            continue
        is_object = (
            any(part in name for part in ("change", "delete", "history", "deed", "edit", "preview"))
            and "changelist" not in name
        )
        if is_object and model not in SHARED:
            assert answer.status_code in (403, 404, 405), (
                method,
                path,
                answer.status_code,
                answer.get("Location"),
            )
        else:
            assert answer.status_code in (200, 302, 403, 404, 405), (method, path, answer.status_code)
        assert SECRET not in answer.content.decode(errors="replace"), path
    assert state() == before


def test_what_may_not_be_seen_is_not_there(objects: dict[str, Any]) -> None:
    """404 for things of museums, not a redirect with a message and not a 403 that says they exist."""
    client = signed_in(staff_of(MuseumFactory(name="Museum B")))
    for model in ("artwork", "claim", "influence", "pendingedit", "correction", "deed"):
        thing = objects[model]
        label = thing._meta.app_label
        for page in ("change", "history", "delete"):
            answer = client.get(reverse(f"admin:{label}_{model}_{page}", args=[thing.pk]))
            assert answer.status_code in ((404,) if page != "delete" else (403, 404)), (model, page)
        for query in ("?_to_field=public_id", "?_to_field=id", "?_popup=1&_to_field=museum"):
            assert client.get(
                reverse(f"admin:{label}_{model}_change", args=[thing.pk]) + query
            ).status_code in (400, 404), (model, query)
    public_id = objects["artwork"].public_id
    assert client.get(f"/admin/collection/artwork/{public_id}/change/?_to_field=public_id").status_code in (
        400,
        404,
    )


def test_a_cataloguer_is_refused_what_a_registrar_does(objects: dict[str, Any]) -> None:
    client = signed_in(staff_of(objects["museum"], Role.CATALOGUER))
    before = state()
    closed = {"claim", "museum", "user", "membership", "invitation", "exhibition", "section", "block"}
    for method, path, name, _model, answer in answers(
        client, [a for a in addresses(objects) if a[2] in closed]
    ):
        assert answer.status_code in (302, 403, 404, 405), (method, path, name, answer.status_code)
        assert answer.status_code != 302 or "/login/" in answer["Location"], (path, answer["Location"])
    work = ArtworkFactory(museum=objects["museum"], status=Status.SUBMITTED)
    before = state()
    for verb in ("publish", "send_back", "withdraw", "restore"):
        address = reverse("admin:collection_artwork_deed", args=[work.pk, verb])
        assert client.post(address, {"note": "because"}).status_code == 403, verb
    for model in SHARED - {"reference"}:
        if thing := objects.get(model):
            for page in ("change", "delete"):
                assert (
                    client.post(
                        reverse(f"admin:collection_{model}_{page}", args=[thing.pk]), {"post": "yes"}
                    ).status_code
                    == 403
                )
    assert state() == before


@pytest.mark.parametrize("who", ["registrar of B", "curator"])
def test_drafts_are_in_nobody_elses_chooser(objects: dict[str, Any], who: str) -> None:
    user = CuratorFactory() if who == "curator" else staff_of(MuseumFactory())
    client = signed_in(user)
    fields = [
        ("influencewitness", "artwork"),
        ("influence", "source_artwork"),
        ("claim", "artwork"),
        ("influence", "target_artwork"),
        ("pendingedit", "artwork"),
        ("correction", "artwork"),
    ]
    asked = [("collection", *field) for field in fields] + [
        ("exhibitions", "blockwork", "artwork"),
        ("exhibitions", "loan", "artwork"),
        ("exhibitions", "exhibition", "cover"),
    ]
    for app, model, field in asked:
        for term in (SECRET, "", objects["artwork"].public_id, objects["artwork"].accession_number):
            answer = client.get(
                "/admin/autocomplete/",
                {"app_label": app, "model_name": model, "field_name": field, "term": term},
            )
            assert answer.status_code in (200, 403, 404), (model, field)
            assert SECRET not in answer.content.decode(), (model, field, term)
    answer = client.get(
        "/admin/autocomplete/",
        {"app_label": "collection", "model_name": "influencewitness", "field_name": "influence", "term": ""},
    )
    assert str(objects["influence"].pk) not in [row["id"] for row in answer.json().get("results", [])]
    for app, model, field in [
        ("members", "membership", "user"),
        ("members", "membership", "museum"),
        ("collection", "pendingedit", "by"),
    ]:
        answer = client.get(
            "/admin/autocomplete/", {"app_label": app, "model_name": model, "field_name": field, "term": "a"}
        )
        assert answer.status_code in (403, 404), (model, field)


def test_a_foreign_key_of_another_museum_is_no_choice(objects: dict[str, Any]) -> None:
    """Posted by hand, past the choosers."""
    other = MuseumFactory()
    client = signed_in(staff_of(other))
    before = Artwork.objects.count()
    post = {
        "museum": objects["museum"].pk,
        "accession_number": "X1",
        "titles-TOTAL_FORMS": "0",
        "titles-INITIAL_FORMS": "0",
    }
    page = client.post(reverse("admin:collection_artwork_add"), post)
    assert page.status_code == 200
    assert Artwork.objects.count() == before


@pytest.mark.parametrize(
    "path",
    [
        "/admin/collection/artwork/?q=%00",
        "/admin/collection/artwork/?museum=%00",
        "/admin/autocomplete/?term=%00&app_label=collection&model_name=artwork&field_name=culture",
    ],
)
def test_a_nul_byte_is_a_bad_request(path: str) -> None:
    assert signed_in(EditorFactory()).get(path).status_code == 400


@pytest.mark.parametrize(
    "query",
    [
        "?status__exact=nonsense",
        "?museum=abc",
        "?museum=99999999999999999999",
        "?photograph=2",
        "?p=99999",
        "?o=9.9",
        "?museum__names__icontains=x",
        "?q=" + "x" * 9000,
        "?e=1",
        "?titles__text=x",
    ],
)
def test_a_strange_query_is_no_fault(query: str) -> None:
    assert signed_in(EditorFactory()).get("/admin/collection/artwork/" + query).status_code in (200, 302, 400)


def test_every_list_and_form_opens_for_those_whose_it_is(objects: dict[str, Any]) -> None:
    """No page of the admin fails for an administrator, an editor, a director."""
    administrator = User.objects.get(memberships__role=Role.ADMINISTRATOR)
    director = User.objects.filter(
        memberships__role=Role.DIRECTOR, memberships__museum=objects["museum"]
    ).first()
    for user in (administrator, EditorFactory(), director, CuratorFactory()):
        client = signed_in(user)
        for path, name, _model in addresses(objects):
            if name != "logout":
                assert client.get(path).status_code in (200, 302, 403, 404, 405), (user, path)
    assert Correction.objects.get(pk=objects["correction"].pk).state == CorrectionState.OPEN
    assert Exhibition.objects.exists() and Museum.objects.exists()
