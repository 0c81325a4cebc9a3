"""A small whole collection for tests of every page: what is public, and what must never be seen beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from collection.actions import artworks as deeds_of_works
from collection.actions import claims as deeds_of_claims
from collection.enums import ClaimBasis, ClaimPart, ConceptKind, Status, TermStatus
from collection.models import (
    Artwork,
    ArtworkAgent,
    ArtworkReference,
    ClaimDocument,
    Correction,
    Dimension,
    ExternalId,
    Influence,
    InfluenceWitness,
    Inscription,
    MuseumOnlyStep,
    PendingEdit,
    QuotaRequest,
)
from collection.search.document import refresh
from exhibitions.enums import BlockKind, ExhibitionStatus, LoanState
from exhibitions.models import Block, Exhibition, Loan
from members.deeds import deed
from members.enums import Role
from members.models import Museum
from tests.factories.collection import (
    AgentFactory,
    ArtworkFactory,
    ConceptFactory,
    CultureFactory,
    EpochFactory,
    ImageFactory,
    InfluenceFactory,
    MaterialFactory,
    MotifFactory,
    PlaceFactory,
    ProvenanceEventFactory,
    ReferenceFactory,
    TechniqueFactory,
)
from tests.factories.exhibitions import (
    BlockFactory,
    BlockWorkFactory,
    ExhibitionFactory,
    SectionFactory,
    released,
)
from tests.factories.members import EditorFactory, MuseumFactory, staff_of

# Stands in every text that a stranger must not read; no page has a reason to say it.
SECRET = "quorvex"
SECRET_COUNTRY = "BT"  # the land that only unpublished works come from
SCRIPTS = [
    ("zh-Hant", "至正十一年銘青花"),
    ("fa", "پادشاهنامه"),
    ("km", "ព្រះបាទ"),
    ("th", "ศิลาจารึก"),
    ("hi", "नटराज"),
    ("ko", "달항아리"),
]


@dataclass
class World:
    """The works by what a stranger may see of them, and addresses that tests ask for."""

    works: list[Artwork]
    withdrawn: Artwork
    hidden: list[Artwork]  # draft, submitted
    museum: Museum
    exhibition: Exhibition
    gone: Exhibition
    secret_names: list[str]  # public ids and slugs that no page may name

    @property
    def work(self) -> Artwork:
        return self.works[0]


def build_world() -> World:
    """Six public works of three museums in three regions, and around them all that is not public."""
    museums = [
        MuseumFactory(name="Museum of Sea Routes", country="NL", slug="sea-routes"),
        MuseumFactory(name="Museum of the Capital", country="KR", latitude=37.5, longitude=127.0),
        MuseumFactory(name="River Museum", country="IN", latitude=22.5, longitude=88.3),
    ]
    cultures = [
        CultureFactory(name="China"),
        CultureFactory(
            name="Iran", region="west-asia", countries=["IR"], latitude=32.0, longitude=53.0
        ),
        CultureFactory(name="Dutch Republic", region="europe", countries=["NL"], latitude=52.0, longitude=5.0),
    ]  # fmt: skip
    ming = EpochFactory(name="Ming")
    works = [_public(number, museums[number % 3], cultures[number % 3], ming) for number in range(6)]
    InfluenceFactory(
        published=True, source_culture=cultures[1], target_culture=cultures[0], witnesses=works[:2]
    )
    InfluenceFactory(
        published=True, source_culture=cultures[0], target_culture=cultures[2], witnesses=works[2:4]
    )
    draft, submitted, withdrawn = (
        _hidden(museums[0], Status.DRAFT),
        _hidden(museums[1], Status.SUBMITTED),
        _hidden(museums[2], Status.WITHDRAWN),
    )
    editor = EditorFactory(name=SECRET)
    for work in works:
        deeds_of_works.publish(_as_draft(work), by=editor, note=f"{SECRET} said an editor")
    _claims(works[0])
    _beside(works[0], draft, cultures)
    exhibition = _exhibition(works, draft)
    secret_shows = _secret_exhibitions(works[0])
    refresh([*works, draft, submitted, withdrawn])
    hidden = [draft, submitted]
    return World(
        works, withdrawn, hidden, museums[0], exhibition, secret_shows[-1],
        [*(work.public_id for work in hidden), *(show.slug for show in secret_shows[:-1])],
    )  # fmt: skip


def _as_draft(work: Artwork) -> Artwork:
    Artwork.objects.filter(pk=work.pk).update(status=Status.SUBMITTED)
    work.refresh_from_db()
    return work


def _public(number: int, museum: Museum, culture: Any, epoch: Any) -> Artwork:
    first = 1360 + 5 * number
    work = ArtworkFactory(
        museum=museum, culture=culture, title=f"Work {number}", titles=[SCRIPTS[number]], epochs=[epoch],
        production_country=culture.countries[0], display_date=f"{first}–{first + 20}", edtf=f"{first}/{first + 20}",
        earliest_begin=first, latest_begin=first + 20, earliest_end=first, latest_end=first + 20,
        materials=[MaterialFactory(name=f"clay {number}")], techniques=[TechniqueFactory(name=f"firing {number}")],
        motifs=[MotifFactory(name=f"lotus {number}")], agents=[AgentFactory(name=f"Potter {number}")], production_place=PlaceFactory(name=f"Kiln {number}"),
        description={"en": "A vessel.", "fr": "Un vase."}, credit_line={"en": "Given in 1903"},
        masterpiece_statement={"en": "It began something.\n\nAnd ended it."}, statement_by="The keeper",
        is_demonstration=number == 0,
    )  # fmt: skip
    ProvenanceEventFactory(artwork=work, place=PlaceFactory(name=f"London {number}", country="GB"))
    Inscription.objects.create(artwork=work, text="至正", language="zh-Hant", translation={"en": "1351"})
    Dimension.objects.create(artwork=work, kind="height", value=63, unit="cm")
    ArtworkReference.objects.create(artwork=work, reference=ReferenceFactory(), pages="12")
    ExternalId.objects.create(
        artwork=work, scheme="Wikidata", value=f"Q{number + 1}", url="https://example.org/"
    )
    return work


def _hidden(museum: Museum, status: Status) -> Artwork:
    """A work that was never public, or is no more: the tell-tale word in every text it has."""
    tag = f"{SECRET} {status}"
    proposed = {"term_status": TermStatus.PROPOSED}
    texts = {
        name: f"{tag} {name}"
        for name in (
            "accession_number", "source_id", "display_object_type", "display_materials", "display_techniques",
            "display_dimensions", "display_creator", "display_culture", "display_date", "date_note", "statement_by",
            "source_note", "curator_note",
        )
    }  # fmt: skip
    maps = ("description", "masterpiece_statement", "credit_line", "provenance_text", "display_notice")
    at = timezone.now() if status == Status.WITHDRAWN else None
    work = ArtworkFactory(
        museum=museum, status=status, title=f"{tag} title", titles=[("fr", f"{tag} titre")],
        culture=CultureFactory(name=f"{tag} culture", countries=[SECRET_COUNTRY], **proposed),
        epochs=[EpochFactory(name=f"{tag} epoch", **proposed)],
        object_type=ConceptFactory(name=f"{tag} type", **proposed),
        materials=[MaterialFactory(name=f"{tag} material", **proposed)],
        techniques=[TechniqueFactory(name=f"{tag} technique", kind=ConceptKind.TECHNIQUE, **proposed)],
        motifs=[MotifFactory(name=f"{tag} motif", **proposed)],
        agents=[AgentFactory(name=f"{tag} maker", **proposed)],
        production_place=PlaceFactory(name=f"{tag} place", **proposed), find_place=PlaceFactory(name=f"{tag} find"),
        production_country=SECRET_COUNTRY, published_at=at, first_published_at=at,
        withdrawal_reason="Given back to its owners" if at else "",
        **texts, **{name: {"en": f"{tag} {name}"} for name in maps},
    )  # fmt: skip
    ProvenanceEventFactory(
        artwork=work, text={"en": f"{tag} sale"}, party_name=f"{tag} buyer", source=f"{tag} file"
    )
    Inscription.objects.create(
        artwork=work, text=f"{tag} inscription", translation={"en": f"{tag} translation"}
    )
    ArtworkReference.objects.create(artwork=work, reference=ReferenceFactory(citation=f"{tag} book"))
    ExternalId.objects.create(artwork=work, scheme=f"{tag} scheme", value=f"{tag} id")
    ImageFactory(
        artwork=work, caption={"en": f"{tag} caption"}, alt={"en": f"{tag} alt"}, credit=f"{tag} photo"
    )
    return work


def _beside(work: Artwork, draft: Artwork, cultures: list[Any]) -> None:
    """What stands beside a public work and is none of a stranger's business."""
    person = staff_of(work.museum, name=f"{SECRET} person", email=f"{SECRET}@example.org")
    data = {"description": [f"{SECRET} pending"], "titles-0-text": [f"{SECRET} pending title"]}
    PendingEdit.objects.create(artwork=work, by=person, base_revision=1, form_data=data, note=f"{SECRET} why")
    Correction.objects.create(
        artwork=work, text=f"{SECRET} wrong", source=f"{SECRET} book", name=SECRET, email=f"v@{SECRET}.org"
    )
    QuotaRequest.objects.create(museum=work.museum, quota=40, reason=f"{SECRET} reason", asked_by=person)
    MuseumOnlyStep.objects.create(
        artwork=work, text={"en": f"{SECRET} private sale"}, party_name=f"{SECRET} buyer", note=f"{SECRET} price",
        reason=f"{SECRET} asked for it", place=PlaceFactory(name=f"{SECRET} villa", term_status=TermStatus.PROPOSED),
    )  # fmt: skip
    ImageFactory(artwork=work, withheld_reason=f"{SECRET} sacred", caption={"en": f"{SECRET} caption"})
    with deed("note", work, by=person, note=f"{SECRET} remark"):
        pass
    words: dict[str, Any] = {"statement": {"en": f"{SECRET} claim"}, "evidence": {"en": f"{SECRET} evidence"}}
    ends = {"source_culture": cultures[1], "target_culture": cultures[2]}
    InfluenceFactory(**ends, witnesses=[work], **words)
    InfluenceFactory(**ends, status=Status.WITHDRAWN, witnesses=[work], **words)
    InfluenceFactory(**ends, published=True, witnesses=[draft], **words)
    InfluenceFactory(
        published=True, source_culture=None, source_artwork=draft, target_culture=cultures[2], **words
    )
    shown = Influence.objects.get(witnesses=work, status=Status.PUBLISHED)
    InfluenceWitness.objects.create(influence=shown, artwork=draft, order=9, note={"en": f"{SECRET} witness"})


def _claims(work: Artwork) -> None:
    """One whose wording both sides approved, and one that nobody knows of; all else about them is secret."""
    director = staff_of(work.museum, Role.DIRECTOR, name=f"{SECRET} director", email=f"d@{SECRET}.org")
    facts: dict[str, Any] = {
        "basis": ClaimBasis.LOOTING, "claimant": f"{SECRET} heirs", "community": f"{SECRET} town",
        "grounds": f"{SECRET} grounds", "reply": {"en": f"{SECRET} reply"}, "reply_by": f"{SECRET} elders",
    }  # fmt: skip
    today = timezone.localdate()
    for wording in ("The heirs of a collector ask for this work.", f"{SECRET} wording"):
        claim = deeds_of_claims.open_claim(
            work, by=director, received_date=today, note=f"{SECRET} note", wording={"en": wording}, **facts
        )
        ClaimDocument.objects.create(claim=claim, title=f"{SECRET} letter", kept_at=f"{SECRET} safe")
        deeds_of_claims.note_of_counsel(claim, f"{SECRET} advice", by=director)
        deeds_of_claims.approve_wording(claim, ClaimPart.MUSEUM, by=director)
        if SECRET not in wording:
            deeds_of_claims.approve_wording(claim, ClaimPart.CLAIMANTS, by=director, name=f"{SECRET} lawyer")


def _exhibition(works: list[Artwork], draft: Artwork) -> Exhibition:
    """An open show of every kind of block; a work that may not be shown hangs in it, with its label."""
    show = ExhibitionFactory(published=True, name="Threads", cover=works[0], venue="Leiden")
    room = SectionFactory(exhibition=show)
    BlockFactory(section=room)
    BlockFactory(section=room, kind=BlockKind.QUOTATION, attribution="A traveller")
    BlockWorkFactory(block=BlockFactory(section=room, kind=BlockKind.ARTWORK), artwork=works[0])
    group = BlockFactory(section=room, kind=BlockKind.GROUP)
    for work in works[1:3]:
        BlockWorkFactory(block=group, artwork=work)
    label = {"section": room, "kind": BlockKind.ARTWORK, "text": {"en": f"{SECRET} label"}}
    BlockWorkFactory(block=BlockFactory(**label), artwork=draft)
    BlockWorkFactory(block=BlockFactory(**label), artwork=works[4])
    Loan.objects.filter(exhibition=show, artwork=works[4]).update(
        state=LoanState.RECALLED, reason=f"{SECRET} reason"
    )
    released(show)
    BlockFactory(section=room, text={"en": f"{SECRET} words of the next release"})
    Exhibition.objects.filter(pk=show.pk).update(credits={"en": f"{SECRET} credits of the next release"})
    return show


def _secret_exhibitions(work: Artwork) -> list[Exhibition]:
    """A draft, one that has not opened, and a withdrawn one that says why and no more."""
    words = {name: {"en": f"{SECRET} {name}"} for name in ("subtitles", "summary", "introduction", "credits")}
    later = timezone.now() + timedelta(days=3)
    shows = [
        ExhibitionFactory(name=f"{SECRET} draft show", **words),
        ExhibitionFactory(published=True, name=f"{SECRET} later show", opens_at=later, **words),
        ExhibitionFactory(
            name=f"{SECRET} withdrawn show", slug="withdrawn-show", status=ExhibitionStatus.WITHDRAWN,
            withdrawal_reason="The lenders asked for it", **words,
        ),
    ]  # fmt: skip
    for show in shows:
        block = BlockFactory(section=SectionFactory(exhibition=show), kind=BlockKind.ARTWORK)
        BlockWorkFactory(block=block, artwork=work)
        released(show)
    return shows


def grow(world: World, count: int) -> None:
    """As many more of everything that a page may list, tied to what the pages of the small collection show."""
    works = []
    for number in range(count):
        culture = CultureFactory(region=("europe", "south-asia", "africa")[number % 3])
        work = ArtworkFactory(
            published=True, museum=world.museum if number % 2 else MuseumFactory(), titles=[SCRIPTS[number % 6]],
            culture=world.work.culture if number % 3 else culture, epochs=[*world.work.epochs.all(), EpochFactory()],
            materials=[MaterialFactory(broader=MaterialFactory())], agents=[AgentFactory()],
            production_place=PlaceFactory(), masterpiece_statement={"en": "Because."},
        )  # fmt: skip
        ImageFactory(artwork=work)
        ends = {"source_culture": culture, "target_culture": world.work.culture}
        InfluenceFactory(published=True, witnesses=[work, world.work], **ends)
        ProvenanceEventFactory(artwork=world.work, place=PlaceFactory(), order=number)
        ArtworkReference.objects.create(artwork=world.work, reference=ReferenceFactory())
        ArtworkAgent.objects.create(artwork=world.work, agent=AgentFactory())
        room = SectionFactory(exhibition=world.exhibition)
        BlockWorkFactory(block=BlockFactory(section=room, kind=BlockKind.ARTWORK), artwork=work)
        ExhibitionFactory(published=True, cover=work)
        works.append(work)
    Block.objects.filter(text__en__startswith=SECRET, block_works=None).delete()
    Exhibition.objects.filter(pk=world.exhibition.pk).update(credits={})
    world.exhibition.refresh_from_db()
    released(world.exhibition)
    refresh(works)
