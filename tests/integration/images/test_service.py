"""The image service as its clients meet it: statuses, headers, bytes."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Callable
from typing import Any

import pytest
import pyvips
import time_machine
from django.test import Client
from PIL import Image

from collection.actions import artworks as actions
from collection.images.signing import signed
from collection.images.sources import opened
from collection.models import ArtworkImage
from collection.rights import Rights
from tests.factories import ArtworkFactory, staff_of
from tests.integration.images.conftest import content

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.parametrize("files", ["local", "s3"], indirect=True),
]
Photograph = Callable[..., ArtworkImage]
INFO_3 = {
    "@context": "http://iiif.io/api/image/3/context.json",
    "type": "ImageService3",
    "protocol": "http://iiif.io/api/image",
    "profile": "level2",
    "width": 1300,
    "height": 700,
    "sizes": [
        {"width": 325, "height": 175},
        {"width": 650, "height": 350},
        {"width": 1300, "height": 700},
    ],
    "tiles": [{"width": 512, "height": 512, "scaleFactors": [1, 2, 4]}],
    "maxWidth": 16_383,
    "maxHeight": 16_383,
    "maxArea": 12_000_000,
    "rights": Rights.CC0.value,
    "extraQualities": ["color", "gray", "bitonal"],
    "extraFormats": ["webp", "avif"],
    "preferredFormats": ["jpg"],
    "extraFeatures": [
        "canonicalLinkHeader",
        "mirroring",
        "profileLinkHeader",
        "rotationArbitrary",
        "sizeUpscaling",
    ],
}


def picture(answer: Any) -> Image.Image:
    assert answer.status_code == 200, answer.content
    return Image.open(io.BytesIO(answer.content))


def test_information_of_version_3(client: Client, photograph: Photograph) -> None:
    image = photograph()
    base = f"http://localhost:8000/iiif/3/{image.public_id}"
    answer = client.get(f"/iiif/3/{image.public_id}/info.json")
    manifest = f"http://localhost:8000/artworks/{image.artwork.public_id}/manifest.json"
    assert answer.json() == {**INFO_3, "id": base, "partOf": [{"id": manifest, "type": "Manifest"}]}
    assert answer["Content-Type"] == "application/json"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cache-Control"] == "public, max-age=3600"
    assert answer["Link"] == '<http://iiif.io/api/image/3/level2.json>;rel="profile"'
    linked = client.get(f"/iiif/3/{image.public_id}/info.json", headers={"Accept": "application/ld+json"})
    assert linked["Content-Type"] == f'application/ld+json;profile="{INFO_3["@context"]}"'
    assert linked["ETag"] != answer["ETag"]


def test_information_of_version_2(client: Client, photograph: Photograph) -> None:
    image = photograph()
    found = client.get(f"/iiif/2/{image.public_id}/info.json").json()
    assert (found["@id"], found["width"], found["height"]) == (
        f"http://localhost:8000/iiif/2/{image.public_id}",
        1300,
        700,
    )
    assert found["profile"][0] == "http://iiif.io/api/image/2/level2.json"
    assert "bitonal" in found["profile"][1]["qualities"]


def test_base_address_leads_to_the_information(client: Client, photograph: Photograph) -> None:
    image = photograph()
    for path in (f"/iiif/3/{image.public_id}", f"/iiif/3/{image.public_id}/"):
        answer = client.get(path)
        assert (answer.status_code, answer["Location"]) == (
            303,
            f"http://localhost:8000/iiif/3/{image.public_id}/info.json",
        )


def test_tile_is_served_as_it_lies_in_the_file(client: Client, photograph: Photograph, files: Any) -> None:
    image = photograph()
    path = f"/iiif/3/{image.public_id}/512,512,512,188/512,188/0/default.jpg"
    answer = client.get(path)
    assert answer.content in content(files, image.pyramid)
    assert picture(answer).size == (512, 188)
    assert (
        answer["Link"]
        == f'<http://localhost:8000/iiif/3/{image.public_id}/512,512,512,188/max/0/default.jpg>;rel="canonical", '
        '<http://iiif.io/api/image/3/level2.json>;rel="profile"'
    )
    again = client.get(path, headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    head = client.head(path)
    assert (head.status_code, head.content, head["Content-Type"]) == (200, b"", "image/jpeg")


@pytest.mark.parametrize("version", [2, 3])
@pytest.mark.parametrize(
    ("asked", "size", "kind"),
    [
        ("square/200,200/0/default.jpg", (200, 200), "JPEG"),
        ("100,50,333,222/333,222/0/default.jpg", (333, 222), "JPEG"),
        ("pct:10,10,50,50/!200,200/0/color.png", (200, 108), "PNG"),
        ("full/260,/90/default.webp", (140, 260), "WEBP"),
        ("full/,70/!180/gray.png", (130, 70), "PNG"),
        ("0,0,700,700/max/0/bitonal.jpg", (700, 700), "JPEG"),
        ("full/130,/45/default.avif", (142, 142), "AVIF"),
        ("full/pct:10/0/default.jpg", (130, 70), "JPEG"),
        ("full/max/0/default.jpg", (1300, 700), "JPEG"),
    ],
)
def test_everything_else_is_cut(
    client: Client, photograph: Photograph, version: int, asked: str, size: tuple[int, int], kind: str
) -> None:
    found = picture(client.get(f"/iiif/{version}/{photograph().public_id}/{asked}"))
    assert found.format == kind
    assert all(abs(got - want) <= 2 for got, want in zip(found.size, size, strict=True))


def test_region_shows_what_lies_there(client: Client, photograph: Photograph) -> None:
    image = photograph()
    for asked, x, y in (
        ("650,350,100,100/100,100/0/default.png", 700, 400),
        ("300,200,600,300/150,75/0/default.png", 600, 350),
        ("1000,0,300,700/^600,1400/0/default.png", 1150, 350),
    ):
        found = picture(client.get(f"/iiif/3/{image.public_id}/{asked}")).convert("RGB")
        red, green, _blue = found.getpixel((found.width // 2, found.height // 2))
        assert abs(red - 255 * x / 1300) < 6 and abs(green - 255 * y / 700) < 6


def test_mirrored_comes_before_turned(client: Client, photograph: Photograph) -> None:
    image = photograph()
    found = picture(client.get(f"/iiif/3/{image.public_id}/full/650,/!90/default.png")).convert("RGB")
    # mirrored: red at the left; turned clockwise: what was left is on top
    assert found.getpixel((175, 10))[0] > 240 and found.getpixel((175, 640))[0] < 15


def test_arbitrary_rotation_leaves_clear_corners_where_the_format_can(
    client: Client, photograph: Photograph
) -> None:
    image = photograph()
    clear = picture(client.get(f"/iiif/3/{image.public_id}/full/650,/22.5/default.png"))
    assert clear.getpixel((2, 2)) == (0, 0, 0, 0)
    paper = picture(client.get(f"/iiif/3/{image.public_id}/full/650,/22.5/default.jpg"))
    assert min(paper.getpixel((2, 2))) > 245


@pytest.mark.parametrize(
    ("rest", "status"),
    [
        ("full/max/0", 400),
        ("full/max/0/default.jpg/x", 400),
        ("full/max/0/default.gif", 400),
        ("full/max/0/native.jpg", 400),
        ("2000,0,1,1/max/0/default.jpg", 400),
        ("full/2000,/0/default.jpg", 400),
        ("full/^20000,/0/default.jpg", 400),
        ("full/max/400/default.jpg", 400),
        ("full/max/0/\x00.jpg", 400),
        ("infos.json", 400),
        ("full/full/0/default.jpg", 400),
    ],
)
def test_malformed_address_is_refused_in_a_sentence(
    client: Client, photograph: Photograph, rest: str, status: int
) -> None:
    answer = client.get(f"/iiif/3/{photograph().public_id}/{rest}")
    assert answer.status_code == status
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cache-Control"] == "no-store"
    assert answer.content.decode().endswith((".", "enlarged."))


def test_other_methods_and_other_addresses(client: Client, photograph: Photograph) -> None:
    image = photograph()
    path = f"/iiif/3/{image.public_id}/info.json"
    assert client.post(path).status_code == 405
    options = client.options(path)
    assert (options.status_code, options["Access-Control-Allow-Methods"]) == (204, "GET, HEAD, OPTIONS")
    for other in ("/iiif/", "/iiif/1/x", "/iiif/3/", "/iiif/3/0nothing/info.json", "/iiif/4/x/info.json"):
        assert client.get(other).status_code == 404


def test_only_the_public_sees_only_the_public(client: Client, photograph: Photograph) -> None:
    draft = photograph(ArtworkFactory())
    tile = "0,0,512,512/512,512/0/default.jpg"
    assert client.get(f"/iiif/3/{draft.public_id}/{tile}").status_code == 404
    assert client.get(f"/iiif/3/{draft.public_id}/info.json").status_code == 404
    withheld = photograph()
    assert client.get(f"/iiif/3/{withheld.public_id}/{tile}").status_code == 200
    ArtworkImage.objects.filter(pk=withheld.pk).update(withheld_reason="The heirs object.")
    assert client.get(f"/iiif/3/{withheld.public_id}/{tile}").status_code == 404
    withdrawn = photograph()
    assert client.get(f"/iiif/3/{withdrawn.public_id}/{tile}").status_code == 200
    actions.withdraw(withdrawn.artwork, by=staff_of(withdrawn.artwork.museum), reason="Returned.")
    gone = client.get(f"/iiif/3/{withdrawn.public_id}/{tile}")
    assert (gone.status_code, gone.content.decode()) == (410, "The work was withdrawn.")


def test_signed_address_shows_a_draft_for_an_hour(client: Client, photograph: Photograph) -> None:
    draft = photograph(ArtworkFactory())
    name = signed(draft.public_id)
    answer = client.get(f"/iiif/3/{name}/full/max/0/default.jpg")
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")
    assert client.get(f"/iiif/3/{name}/info.json").json()["id"].endswith(f"/iiif/3/{name}")
    forged = f"{photograph(ArtworkFactory(), size=(600, 600)).public_id}~{name.partition('~')[2]}"
    assert client.get(f"/iiif/3/{forged}/full/max/0/default.jpg").status_code == 404
    assert client.get(f"/iiif/3/{name[:-1]}/full/max/0/default.jpg").status_code == 404
    with time_machine.travel(time.time() + 3601):
        assert client.get(f"/iiif/3/{name}/full/max/0/default.jpg").status_code == 404


def test_rights_decide_the_largest_public_size(client: Client, photograph: Photograph, settings: Any) -> None:
    settings.IMAGE_PUBLIC_AREA = {"free": None, "conditions": 400_000, "ask": 60_000}
    for rights, size in ((Rights.CC0, (1300, 700)), (Rights.BY_NC, (650, 350)), (Rights.IN_C, (325, 175))):
        image = photograph(rights=rights)
        found = client.get(f"/iiif/3/{image.public_id}/info.json").json()
        assert (found["width"], found["height"]) == size
        whole = picture(client.get(f"/iiif/3/{image.public_id}/full/max/0/default.jpg"))
        assert whole.size == size
        assert client.get(f"/iiif/3/{image.public_id}/0,0,1300,700/1300,700/0/default.jpg").status_code == (
            200 if rights == Rights.CC0 else 400
        )
        copies = [copy["width"] * copy["height"] for copy in image.public_copies.values()]
        assert max(copies) <= (settings.IMAGE_PUBLIC_AREA["free"] or 10**9)


def test_degraded_tile_is_a_tile_of_a_deeper_level(
    client: Client, photograph: Photograph, settings: Any, files: Any
) -> None:
    settings.IMAGE_PUBLIC_AREA = {"free": None, "conditions": 400_000, "ask": 60_000}
    image = photograph(rights=Rights.BY_NC)
    answer = client.get(f"/iiif/3/{image.public_id}/512,0,138,350/138,350/0/default.jpg")
    assert answer.content in content(files, image.pyramid)


def test_plate_of_a_work_without_photograph_is_served_too(client: Client) -> None:
    work = ArtworkFactory(published=True)
    found = client.get(f"/iiif/3/{work.public_id}/info.json").json()
    assert max(found["width"], found["height"]) == 2048
    whole = picture(client.get(f"/iiif/3/{work.public_id}/full/400,/0/default.jpg"))
    assert whole.width == 400
    assert len(whole.convert("RGB").quantize(32).getcolors()) > 8
    assert client.get(f"/iiif/3/{ArtworkFactory().public_id}/info.json").status_code == 404


def test_lost_file_is_a_fault_of_ours_and_says_so(client: Client, photograph: Photograph, files: Any) -> None:
    image = photograph()
    files.delete(image.pyramid)
    opened.forget()
    answer = client.get(f"/iiif/3/{image.public_id}/full/max/0/default.jpg")
    assert (answer.status_code, answer.content.decode()) == (500, "The picture could not be read.")


def test_original_has_no_address(client: Client, photograph: Photograph) -> None:
    image = photograph()
    for path in (f"/media/{image.original.name}", f"/{image.original.name}"):
        assert client.get(path).status_code == 404


def test_manifest_leads_to_services_that_answer(client: Client, photograph: Photograph) -> None:
    image = photograph()
    document = json.loads(client.get(f"/artworks/{image.artwork.public_id}/manifest.json").content)
    body = document["items"][0]["items"][0]["items"][0]["body"]
    assert picture(client.get(body["id"].removeprefix("http://localhost:8000"))).size == (1300, 700)
    for service in body["service"]:
        address = service.get("id") or service["@id"]
        assert client.get(address.removeprefix("http://localhost:8000") + "/info.json").status_code == 200


def test_tile_that_is_known_costs_no_query(
    client: Client, photograph: Photograph, django_assert_num_queries: Any
) -> None:
    from collection.images.registry import registry

    image = photograph()
    path = f"/iiif/3/{image.public_id}/0,0,512,512/512,512/0/default.jpg"
    registry.heard(is_changed=True)
    with django_assert_num_queries(1):
        client.get(path)
    registry.heard(is_changed=False)
    with django_assert_num_queries(0):
        assert client.get(path).status_code == 200
    registry.heard(is_changed=True)
    with django_assert_num_queries(1):
        client.get(path)


def test_scroll_longer_than_a_format_can_hold_is_answered_smaller(
    client: Client, photograph: Photograph
) -> None:
    image = photograph(size=(20_000, 400))
    found = client.get(f"/iiif/3/{image.public_id}/full/max/0/default.webp")
    whole = picture(found)
    assert whole.size[0] == 16_383
    assert pyvips.Image.webpload_buffer(found.content).avg() > 50
