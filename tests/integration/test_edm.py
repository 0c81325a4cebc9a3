"""A work in the Europeana Data Model: what its external profile demands, and the relations of influence."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from django.conf import settings
from django.test import Client

from collection.actions import artworks as deeds
from collection.exports.edm import MEDIA_TYPE, NAMES
from collection.models import Artwork
from tests.factories import (
    ArtworkFactory,
    CultureFactory,
    EditorFactory,
    ImageFactory,
    InfluenceFactory,
    MaterialFactory,
)

pytestmark = pytest.mark.django_db
RESOURCE, LANGUAGE = f"{{{NAMES['rdf']}}}resource", "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture
def vase() -> Artwork:
    work = ArtworkFactory(
        published=True, title="Vase & \x0bco\u200cver", culture=CultureFactory(name="China"), materials=[MaterialFactory()],
        description={"en": "A vase.", "fr": "Un vase."},
    )  # fmt: skip
    InfluenceFactory(
        published=True,
        source_culture=CultureFactory(name="Iran"),
        target_culture=work.culture,
        witnesses=[work],
    )
    InfluenceFactory(  # no more than a draft
        source_culture=CultureFactory(name="Turkey"), target_culture=work.culture, witnesses=[work]
    )
    return work


def read(client: Client, work: Artwork) -> tuple[ET.Element, ET.Element]:
    response = client.get(f"/artworks/{work.public_id}/edm.xml")
    assert (response.status_code, response["Content-Type"]) == (200, MEDIA_TYPE)
    thing, page = ET.fromstring(response.content)
    return thing, page


def test_profile_has_what_it_demands(client: Client, vase: Artwork) -> None:
    thing, page = read(client, vase)
    ark = f"{settings.PUBLIC_URL}/{vase.ark}"
    assert thing.get(f"{{{NAMES['rdf']}}}about") == ark
    assert thing.findtext("dc:title", namespaces=NAMES) == "Vase & co\u200cver"
    told = {part.get(LANGUAGE): part.text for part in thing.findall("dc:description", NAMES)}
    assert told == {"en": "A vase.", "fr": "Un vase."}
    assert thing.findtext("edm:type", namespaces=NAMES) == "IMAGE"
    assert thing.find("dcterms:medium", NAMES) is not None
    links = {
        name: page.find(f"edm:{name}", NAMES).get(RESOURCE)
        for name in ("aggregatedCHO", "isShownAt", "rights")
    }  # type: ignore[union-attr]
    assert links == {
        "aggregatedCHO": ark,
        "isShownAt": f"{settings.PUBLIC_URL}/artworks/{vase.public_id}/",
        "rights": "http://creativecommons.org/publicdomain/zero/1.0/",
    }
    assert page.findtext("edm:dataProvider", namespaces=NAMES) == vase.museum.name
    assert page.findtext("edm:provider", namespaces=NAMES) == settings.NETWORK_NAME


def test_rights_are_those_of_the_photograph(client: Client, vase: Artwork) -> None:
    image = ImageFactory(artwork=vase, rights="http://rightsstatements.org/vocab/InC/1.0/")
    _thing, page = read(client, vase)
    assert page.find("edm:rights", NAMES).get(RESOURCE) == image.rights  # type: ignore[union-attr]


def test_public_influences_are_relations_and_a_withdrawn_work_is_gone(client: Client, vase: Artwork) -> None:
    thing, _page = read(client, vase)
    related = [part.get(RESOURCE) for part in thing.findall("edm:isRelatedTo", NAMES)]
    assert related == [f"{settings.PUBLIC_URL}/cultures/iran/"]
    deeds.withdraw(vase, by=EditorFactory(), reason="Asked by its owners.")
    assert client.get(f"/artworks/{vase.public_id}/edm.xml").status_code == 410
