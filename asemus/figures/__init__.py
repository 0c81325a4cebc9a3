"""What components draw: props → numbers for SVG attributes. Pure functions; the templates hold the words."""

from .bars import date_histogram, facet, pagination
from .chain import provenance_line
from .matrix import influence_matrix
from .timeline import timeline
from .world import world_map

__all__ = [
    "date_histogram",
    "facet",
    "influence_matrix",
    "pagination",
    "provenance_line",
    "timeline",
    "world_map",
]
