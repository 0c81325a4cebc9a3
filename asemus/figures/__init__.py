"""What components draw: props → numbers for SVG attributes. Pure functions; the templates hold the words."""

from .bars import date_histogram, pagination, way
from .chain import provenance_line
from .density import density
from .facets import facet, facet_values
from .matrix import influence_matrix
from .timeline import timeline
from .world import world_map

__all__ = [
    "date_histogram",
    "density",
    "facet",
    "facet_values",
    "influence_matrix",
    "pagination",
    "provenance_line",
    "timeline",
    "way",
    "world_map",
]
