"""The facts of a public record as the page lists them: term, values with links to what is like them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from collection.countries import country_name
from collection.dates.display import years_text
from collection.enums import AgentRole, Attribution, TitleKind
from collection.rights import Rights
from members.languages import best_language

Fact = dict[str, Any]
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"


def facts_of(record: dict[str, Any], doubted: Mapping[str, str] | None = None) -> list[Fact]:
    """Props of the facts component, from a public record or an older version of it. `doubted`: address of an epoch → a
    note on it for readers."""
    return [
        _untitled(record),
        _made(record),
        _makers(record),
        _place(record),
        _fact(_("Found"), _place_values(record.get("find_place"))),
        _fact(_("Culture"), _terms([record.get("culture")], "culture"), record.get("display_culture")),
        _fact(_("Epoch"), _epochs(record, doubted or {})),
        _fact(
            _("Object type"), _terms(record.get("object_types"), "type"), record.get("display_object_type")
        ),
        _fact(_("Material"), _terms(record.get("materials"), "material"), record.get("display_materials")),
        _fact(
            _("Technique"), _terms(record.get("techniques"), "technique"), record.get("display_techniques")
        ),
        _fact(_("Subject"), _terms(record.get("subjects"), "")),
        _fact(_("Motif"), _terms(record.get("motifs"), "motif")),
        _fact(_("Size"), _sizes(record)),
        _museum(record["museum"]),
        _number(record),
        _fact(_("Credit line"), [text] if (text := _text(record.get("credit_line"))) else []),
        _fact(
            _("Elsewhere"),
            [
                {"text": f"{i['scheme']}: {i['value']}", "url": i["url"]}
                for i in record.get("external_ids") or []
            ],
        ),
    ]


def followed(record: dict[str, Any]) -> list[Fact]:
    """The motifs of a record, each leading to where it is followed through cultures."""
    return [
        {
            **(_text(term["labels"]) or {"text": term["slug"]}),
            "url": reverse("traveller", args=["motifs", term["slug"]]),
        }
        for term in record.get("motifs") or []
    ]


def _untitled(record: dict[str, Any]) -> Fact:
    """Said where the museum gives no title and the work is called after its kind."""
    kinds = {title.get("kind") for title in record.get("title_details") or []}
    words = (
        _("The museum gives none; the work is called after its kind.")
        if kinds == {TitleKind.SUPPLIED}
        else None
    )
    return _fact(_("Title"), [], words)


def _fact(term: str, values: list[dict[str, Any]], words: str | None = None) -> Fact:
    """The museum's own words stand below what we read in them; alone where we read nothing."""
    if not values and words:
        return {"term": term, "values": [{"text": words}]}
    said = {str(value.get("text", "")).casefold() for value in values}
    return {"term": term, "values": values, "note": words if words and words.casefold() not in said else ""}


def _text(value: dict[str, str] | None) -> dict[str, str] | None:
    """{text, lang} of a language map for the reader."""
    tag = best_language(value or {})
    return {"text": value[tag], "lang": tag} if tag and value else None


def _terms(terms: list[Any] | None, facet: str) -> list[dict[str, Any]]:
    """Labels of terms, each leading to the works of that facet."""
    found = []
    for term in filter(None, terms or []):
        url = f"{reverse('artworks')}?{facet}={term['slug']}" if facet else ""
        url = reverse("culture", args=[term["slug"]]) if facet == "culture" else url
        found.append({**(_text(term["labels"]) or {"text": term["slug"]}), "url": url})
    return found


def _epochs(record: dict[str, Any], doubted: Mapping[str, str]) -> list[dict[str, Any]]:
    return [
        {
            **(_text(epoch["labels"]) or {"text": epoch["slug"]}),
            "url": reverse("epoch", args=[epoch["slug"]]),
            "note": doubted.get(epoch["slug"], ""),
        }
        for epoch in record.get("epochs") or []
    ]


def _made(record: dict[str, Any]) -> Fact:
    years = years_text(record.get("earliest_year"), record.get("latest_year"))
    shown = record.get("display_date") or years
    window = f"from_year={record.get('earliest_year')}&to_year={record.get('latest_year')}"
    url = f"{reverse('artworks')}?{window}" if record.get("earliest_year") is not None else ""
    notes = [years if years != shown else "", record.get("date_note") or ""]
    value = {"text": shown, "url": url}
    return {"term": _("Made"), "values": [value] if shown else [], "note": "; ".join(filter(None, notes))}


def _makers(record: dict[str, Any]) -> Fact:
    values = []
    for agent in record.get("agents") or []:
        how = [AgentRole(agent["role"]).label if agent["role"] != AgentRole.MAKER else ""]
        how += [
            Attribution(agent["attribution"]).label if agent["attribution"] else "",
            agent.get("display_dates"),
        ]
        values.append(
            {**(_text(agent["labels"]) or {"text": ""}), "note": ", ".join(str(part) for part in how if part)}
        )
    return _fact(_("Maker"), values, record.get("display_creator"))


def _place(record: dict[str, Any]) -> Fact:
    values = _place_values(record.get("production_place"))
    code = record.get("production_country")
    if code and not any(value.get("url", "").endswith(f"/{code}/") for value in values):
        values.append({"text": country_name(code), "url": reverse("country", args=[code])})
    return _fact(_("Place"), values)


def _place_values(place: dict[str, Any] | None) -> list[dict[str, Any]]:
    """A place and its country of today."""
    if not place:
        return []
    values: list[dict[str, Any]] = [dict(_text(place["labels"]) or {"text": place["slug"]})]
    if place["country"]:
        values.append(
            {"text": country_name(place["country"]), "url": reverse("country", args=[place["country"]])}
        )
    return values if values[0]["text"] != values[-1]["text"] else values[-1:]


def _sizes(record: dict[str, Any]) -> list[dict[str, Any]]:
    from collection.models.artwork_parts import DimensionKind

    if record.get("display_dimensions"):
        return [{"text": record["display_dimensions"]}]
    return [
        {"text": f"{DimensionKind(d['kind']).label} {d['value']} {d['unit']}", "note": d["part"] or ""}
        for d in record.get("dimensions") or []
    ]


def _museum(museum: dict[str, Any]) -> Fact:
    where = ", ".join(filter(None, [museum["city"], country_name(museum["country"])]))
    name = _text(museum["names"]) or {"text": museum["slug"]}
    return {
        "term": _("Museum"),
        "values": [{**name, "url": reverse("museum", args=[museum["slug"]])}],
        "note": where,
    }


def _number(record: dict[str, Any]) -> Fact:
    number, why = record.get("accession_number"), record.get("accession_missing_reason")
    value = {"text": number or _("not known")}
    return {"term": _("Accession number"), "values": [value] if number or why else [], "note": why or ""}


def inscriptions_of(record: dict[str, Any]) -> list[dict[str, Any]]:
    """Each text in its language and script, where it stands, and what it means."""
    return [
        {
            "text": i["text"],
            "lang": i["language"],
            "position": i["position"],
            "translation": _text(i["translation"]),
        }
        for i in record.get("inscriptions") or []
    ]


def rights_of(record: dict[str, Any]) -> list[Fact]:
    """Work, pictures and record are three things with rights of their own."""
    work = _rights(record["rights"]) if record.get("rights") else {"text": _("not stated by the museum")}
    pictures = list(dict.fromkeys(image["rights"] for image in record.get("images") or []))
    drawing = {"text": _("drawing made by this portal"), "url": CC0, "note": "CC0 1.0"}
    return [
        {"term": pgettext("rights in", "The work"), "values": [work]},
        {
            "term": pgettext("rights in", "Pictures"),
            "values": [_rights(uri) for uri in pictures] or [drawing],
        },
        {
            "term": pgettext("rights in", "This record"),
            "values": [{"text": "CC0 1.0", "url": CC0}],
            "note": _("free to reuse"),
        },
    ]


def _rights(uri: str) -> dict[str, Any]:
    return {"text": Rights(uri).label if uri in Rights.values else uri, "url": uri}


def link_to_rights(uri: str) -> dict[str, Any]:
    """{label, url} of a rights statement, for the caption of a picture."""
    said = _rights(uri)
    return {"label": said["text"], "url": uri}
