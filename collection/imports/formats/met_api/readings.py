"""What only the answers of the Met's API write: lists in the manner of Python, makers with the family name first."""

from __future__ import annotations

import ast
from typing import Any

from collection.imports.formats.readings import Reading, text_of

_KINDS = {"Height": "height", "Width": "width", "Depth": "depth", "Length": "length", "Diameter": "diameter"}
_LONGEST = 20_000


def tags(said: Any) -> str:
    """The subjects of “[{'term': 'Dragons', …}]”."""
    return "; ".join(text_of(tag.get("term")) for tag in _listed(said) if tag.get("term"))


def measured(said: Any) -> str:
    """The sizes, in centimetres, of the first thing that was measured."""
    for one in _listed(said):
        sizes = one.get("elementMeasurements")
        if not isinstance(sizes, dict):
            continue
        found = [
            f"{_KINDS[name]} {value:.2f} cm"
            for name, value in sizes.items()
            if name in _KINDS and isinstance(value, (int, float)) and 0.005 <= value < 100_000
        ]
        if found:
            return " | ".join(found)
    return ""


def turned(said: Any) -> str:
    """“Utagawa, Hiroshige” is Utagawa Hiroshige, as the museum shows him."""
    return " ".join(text_of(said).replace(",", " ").split())


def turned_in_words(name: Any, life: Any) -> str:
    """“Utagawa Hiroshige (Japanese, 1797–1858)”."""
    about = " ".join(text_of(life).split())
    return f"{turned(name)} ({about})" if about and turned(name) else turned(name)


def _listed(said: Any) -> list[dict[str, Any]]:
    """A list written as Python writes it; literals only, nothing is run."""
    try:
        found = ast.literal_eval(text_of(said)[:_LONGEST] or "[]")
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return []
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


READINGS: dict[str, Reading] = {
    reading.__name__: reading for reading in (tags, measured, turned, turned_in_words)
}
