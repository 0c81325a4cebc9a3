"""What components draw: props → numbers for SVG attributes. Pure functions; the templates hold the words."""

from .atlas import atlas
from .bars import date_histogram, pagination, way
from .chain import provenance_line
from .density import density
from .exchange import exchange
from .exchange_pair import exchange_pair
from .facets import facet, facet_values
from .matrix import influence_matrix
from .ripples import ripples
from .sankey import sankey
from .thread import thread
from .timeline import timeline
from .world import world_map

__all__ = [
    "atlas",
    "date_histogram",
    "density",
    "exchange",
    "exchange_pair",
    "facet",
    "facet_values",
    "influence_matrix",
    "pagination",
    "provenance_line",
    "ripples",
    "sankey",
    "thread",
    "timeline",
    "way",
    "world_map",
]
