"""Things to test with, each whole and valid by itself. `ArtworkFactory(published=True)` writes rows directly;
what a deed leaves behind (version, search document) comes only from the action."""

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
    TitleFactory,
)
from tests.factories.exhibitions import (
    BlockFactory,
    BlockWorkFactory,
    ExhibitionFactory,
    LoanFactory,
    SectionFactory,
    released,
)
from tests.factories.members import (
    CuratorFactory,
    EditorFactory,
    MembershipFactory,
    MuseumFactory,
    UserFactory,
    staff_of,
)

__all__ = [
    "AgentFactory",
    "ArtworkFactory",
    "BlockFactory",
    "BlockWorkFactory",
    "ConceptFactory",
    "CultureFactory",
    "CuratorFactory",
    "EditorFactory",
    "EpochFactory",
    "ExhibitionFactory",
    "ImageFactory",
    "InfluenceFactory",
    "LoanFactory",
    "MaterialFactory",
    "MembershipFactory",
    "MotifFactory",
    "MuseumFactory",
    "PlaceFactory",
    "ProvenanceEventFactory",
    "ReferenceFactory",
    "SectionFactory",
    "TechniqueFactory",
    "TitleFactory",
    "UserFactory",
    "released",
    "staff_of",
]
