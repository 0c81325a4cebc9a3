"""Artworks, what they are described with, and what is claimed of them: one noun a file."""

from collection.models.agent import Agent
from collection.models.artwork import Artwork
from collection.models.artwork_parts import (
    ArtworkAgent,
    ArtworkConcept,
    ArtworkEpoch,
    ArtworkReference,
    Dimension,
    ExternalId,
    Inscription,
    Title,
)
from collection.models.claim import Claim, ClaimApproval, ClaimDocument, ClaimNotice, CounselNote
from collection.models.concept import Concept
from collection.models.culture import Culture
from collection.models.epoch import Epoch, EpochDefinition
from collection.models.erasure import Erasure
from collection.models.facet_index import FacetBitmap, FacetChange, FacetState
from collection.models.history_link import HistoryLink
from collection.models.image import ArtworkImage
from collection.models.import_run import ImportRow, ImportRun
from collection.models.influence import Influence, InfluenceReference, InfluenceWitness
from collection.models.place import Place
from collection.models.provenance import MuseumOnlyStep, ProvenanceEvent
from collection.models.provenance_findings import ProvenanceFindings
from collection.models.reference import Reference
from collection.models.request import Correction, QuotaRequest
from collection.models.search_document import SearchDocument, SearchWord, WordSet
from collection.models.search_names import NameStart, TitleStart
from collection.models.source_record import SourceRecord
from collection.models.upload import Upload
from collection.models.version import ArtworkVersion, PendingEdit

__all__ = [
    "Agent",
    "Artwork",
    "ArtworkAgent",
    "ArtworkConcept",
    "ArtworkEpoch",
    "ArtworkImage",
    "ArtworkReference",
    "ArtworkVersion",
    "Claim",
    "ClaimApproval",
    "ClaimDocument",
    "ClaimNotice",
    "Concept",
    "Correction",
    "CounselNote",
    "Culture",
    "Dimension",
    "Epoch",
    "EpochDefinition",
    "Erasure",
    "ExternalId",
    "FacetBitmap",
    "FacetChange",
    "FacetState",
    "HistoryLink",
    "ImportRow",
    "ImportRun",
    "Influence",
    "InfluenceReference",
    "InfluenceWitness",
    "Inscription",
    "MuseumOnlyStep",
    "NameStart",
    "PendingEdit",
    "Place",
    "ProvenanceEvent",
    "ProvenanceFindings",
    "QuotaRequest",
    "Reference",
    "SearchDocument",
    "SearchWord",
    "SourceRecord",
    "Title",
    "TitleStart",
    "Upload",
    "WordSet",
]
