"""The pieces of one artwork's page and of exhibitions, museums and filters, for the gallery."""

from __future__ import annotations

from typing import Any

from django import forms

STATEMENT = (
    "No other large blue-and-white porcelain is so early and so securely dated: the pair is the fixed point by which the rest "
    "is measured. The white body is Chinese, but the blue most likely came from Iran. In these vases the meeting of two places "
    "produced the ceramic that all later ages, from Iznik to Delft, wished to possess or to imitate."
)


def facts() -> list[dict[str, Any]]:
    return [
        {"term": "Made", "values": [{"text": "dated 1351"}], "note": "read from the inscription; 1351"},
        {"term": "Place", "values": [{"text": "Jingdezhen", "url": "#"}, {"text": "China", "url": "#"}]},
        {"term": "Culture", "values": [{"text": "China", "url": "#"}], "note": "Yuan"},
        {"term": "Epoch", "values": [{"text": "Yuan", "url": "#"}, {"text": "元", "lang": "zh-Hant"}]},
        {"term": "Material", "values": [{"text": "porcelain", "url": "#"}]},
        {"term": "Technique", "values": [{"text": "underglaze painting", "url": "#"}]},
        {"term": "Object type", "values": [{"text": "vase", "url": "#"}], "note": "pair of temple vases"},
        {"term": "Dimensions", "values": [{"text": "h. about 63 cm"}]},
        {
            "term": "Museum",
            "values": [{"text": "British Museum", "url": "#"}],
            "note": "London, United Kingdom",
        },
        {"term": "Accession number", "values": [{"text": "PDF,B.613 and PDF,B.614"}]},
    ]


def thread(cards: list[dict[str, Any]]) -> dict[str, Any]:
    statement = "Imported cobalt, most likely from Iran, supplied the blue of the earliest securely dated large porcelains."
    return {
        "work": cards[0],
        "received": [
            {"label": "Iran", "url": "#", "kind": "material", "kind_label": "Material", "certainty": "probable",
             "certainty_label": "probable", "statement": statement},
            {"label": "Islamic world", "url": "#", "kind": "form", "kind_label": "Form", "certainty": "possible",
             "certainty_label": "possible", "statement": ""},
        ],
        "gave": [
            {"label": "Ottoman Turkey", "url": "#", "kind": "motif", "kind_label": "Motif", "certainty": "certain",
             "certainty_label": "", "statement": "The potters of Iznik answered the blue and white of Jingdezhen."},
            {"label": "Netherlands", "url": "#", "kind": "technique", "kind_label": "Technique", "certainty": "certain",
             "certainty_label": "", "statement": ""},
            {"label": "Vietnam", "url": "#", "kind": "trade", "kind_label": "Trade", "certainty": "disputed",
             "certainty_label": "disputed", "statement": ""},
        ],
    }  # fmt: skip


def provenance() -> list[dict[str, Any]]:
    return [
        {"date": "1351", "text": "Given by Zhang Wenjin to a temple", "place": "Xingyuan, China"},
        {
            "date": "by 1935",
            "text": "Sir Percival David",
            "place": "London",
            "is_gap": True,
            "gap": "584 years unknown",
        },
        {"date": "2009", "text": "On loan to the British Museum"},
        {"date": "2025", "text": "British Museum, by gift of the trustees", "kind_label": "Gift"},
    ]


def provenance_time() -> dict[str, Any]:
    return {
        "first": "1351", "last": "2025",
        "bars": [
            {"x": "0", "width": "866", "is_broken": True, "label": "a temple"},
            {"x": "866", "width": "110", "is_broken": False, "label": "Sir Percival David"},
            {"x": "976", "width": "24", "is_broken": False, "label": "British Museum"},
        ],
    }  # fmt: skip


class SampleForm(forms.Form):
    """One field that is wrong, one with help."""

    statement = forms.CharField(
        label="What is wrong or missing?", max_length=20, help_text="In any language."
    )
    email = forms.EmailField(label="E-mail", required=False)


def views(cards: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A front and a back for the viewer; there is no image service behind them."""
    return [
        {"id": name, "picture": {**card["picture"], "large": "#"}, "label": label, "caption": "The larger of the pair",
         "credit": "© The Trustees of the British Museum", "rights": {"label": "CC BY-NC-SA 4.0", "url": "#"},
         "reuse": "conditions", "service": f"/iiif/3/{name}", "canvas": "", "width": 3000, "height": 4000, "tile": 512,
         "direction": "left-to-right", "is_long": False, "pieces": [], "cm": "40",
         "downloads": [{"label": "Small", "width": 750, "height": 1000, "url": "#"},
                       {"label": "Large", "width": 3000, "height": 4000, "url": "#"}]}
        for card, name, label in zip(cards, ("front", "back"), ("Front (recto)", "Back (verso)"), strict=False)
    ]  # fmt: skip


def pieces(cards: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "statement": STATEMENT,
        "facts": facts(),
        "views": views(cards),
        "compared": [{"card": card, "view": view} for card, view in zip(cards, [*views(cards), None], strict=False)],
        "thread": thread(cards),
        "provenance": provenance(),
        "provenance_time": provenance_time(),
        "trail": [{"label": "Artworks", "url": "#"}, {"label": "China", "url": "#"}, {"label": "David Vases"}],
        "clauses": [
            {"joiner": "", "words": [{"label": "ceramics", "remove_url": "#"}]},
            {"joiner": "from", "words": [{"label": "China", "remove_url": "#"}, {"label": "Japan", "remove_url": "#"}]},
            {"joiner": "made between", "words": [{"label": "1600 and 1750", "remove_url": "#"}]},
            {"joiner": "influenced by", "words": [{"label": "Iran", "remove_url": "#"}]},
        ],
        "museums": [
            {"url": "#", "names": [{"text": "National Museum of Korea", "lang": "en"}, {"text": "국립중앙박물관", "lang": "ko"}],
             "city": "Seoul", "country": "South Korea", "status_label": "Member of the network", "count": 19},
            {"url": "#", "names": [{"text": "National Museum of Iran", "lang": "en"}, {"text": "موزه ملی ایران", "lang": "fa"}],
             "city": "Tehran", "country": "Iran", "status_label": "Keeper of works", "count": 6},
            {"url": "#", "names": [{"text": "MAK – Museum of Applied Arts", "lang": "en"}], "city": "Vienna",
             "country": "Austria", "status_label": "", "count": 1},
        ],
        "exhibitions": [
            {"url": "#", "titles": [{"text": "A Passage to Asia", "lang": "en"}], "subtitle": "25 centuries of exchange between Asia and Europe",
             "dates": "25 June – 10 October 2010", "venue": "Bozar, Brussels", "works": 60, "colour": "southeast-asia",
             "picture": cards[0]["picture"]},
            {"url": "#", "titles": [{"text": "Self and Other", "lang": "en"}, {"text": "アジアとヨーロッパの肖像", "lang": "ja"}],
             "subtitle": "Portraits from Asia and Europe", "dates": "2008–2009", "venue": "Osaka, Kanagawa, Fukuoka", "works": 53,
             "colour": "east-asia", "picture": cards[1]["picture"]},
        ],
        "form": SampleForm({"statement": "The date is that of the frame."}),
        "links": [{"label": "cobalt", "url": "#", "count": 14}, {"label": "染付", "lang": "ja", "url": "#", "count": 3}],
    }  # fmt: skip
