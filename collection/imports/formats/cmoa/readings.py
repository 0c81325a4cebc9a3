"""What only the Carnegie writes: makers in a list of objects, sizes as numbers of inches."""

from __future__ import annotations

from typing import Any

from collection.imports.formats.readings import Reading, text_of

_KINDS = ("height", "width", "depth", "diameter")


def creators_in_words(creators: Any) -> str:
    """“Katsukawa Shun'ei (Japanese, 1762–1819); Nishimuraya Yohachi”."""
    said = []
    for one in _of(creators):
        years = "–".join(text_of(one.get(name))[:4] for name in ("birth_date", "death_date"))
        about = ", ".join(part for part in (text_of(one.get("nationality")), years.strip("–")) if part)
        name = text_of(one.get("cited_name")) or text_of(one.get("full_name"))
        said.append(f"{name} ({about})" if about and name else name)
    return "; ".join(part for part in said if part)[:1000]


def creators(found: Any) -> str:
    """Makers one by one. Where there are several, the museum's roles stand one maker too high (the publisher's at the
    artist), so only the role of a single maker is believed."""
    makers = _of(found)
    names = []
    for one in makers:
        name = text_of(one.get("cited_name")) or text_of(one.get("full_name"))
        role = text_of(one.get("role")).lower() if len(makers) == 1 else ""
        before = {"attributed to": "attributed to", "possibly by": "possibly", "school of": "school of",
                  "after": "after", "publisher": "publisher", "printer": "printer"}.get(role, "")  # fmt: skip
        names.append(f"{before} {name}".strip() if name else "")
    return " | ".join(dict.fromkeys(name for name in names if name))


def nationality(creators: Any) -> str:
    """The nationality that all makers with one share."""
    found = {text_of(one.get("nationality")) for one in _of(creators)} - {""}
    return found.pop() if len(found) == 1 else ""


def nationality_in_words(creators: Any) -> str:
    found = dict.fromkeys(text_of(one.get("nationality")) for one in _of(creators))
    words = ", ".join(nation for nation in found if nation)
    return f"{words} (nationality of the maker)" if words else ""


def inches(*values: Any) -> str:
    """Sizes in centimetres; 0.0 is not known."""
    return " | ".join(f"{kind} {value * 2.54:.2f} cm" for kind, value in _known(values))


def inches_in_words(*values: Any) -> str:
    """“H. 14.75 in. (37.5 cm); W. 9.313 in. (23.7 cm)”."""
    return "; ".join(
        f"{'Diam' if kind == 'diameter' else kind[0].upper()}. {value:g} in. ({value * 2.54:.1f} cm)"
        for kind, value in _known(values)
    )


def _known(values: tuple[Any, ...]) -> list[tuple[str, float]]:
    pairs = zip(_KINDS, values, strict=True)
    return [(kind, float(v)) for kind, v in pairs if isinstance(v, (int, float)) and 0 < v < 100_000]


def _of(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


READINGS: dict[str, Reading] = {
    reading.__name__: reading
    for reading in (creators_in_words, creators, nationality, nationality_in_words, inches, inches_in_words)
}
