"""Invented records in the shape of four museums' exports, with the traps that the real ones hold."""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path
from typing import Any

WALTERS: dict[str, Any] = {
    "ObjectNumber": "99.1",
    "ObjectID": 901,
    "Title": "Sword Guard with Herons",
    "Classification": "Arms & Armor",
    "ObjectName": "tsubas; sword components",
    "Creators": [
        {"ConcatDisplayName": "Anonymous Smith (Japanese, 1809-1879)", "Role": "Artist"},
        {"ConcatDisplayName": "Japanese", "Role": "Artist"},
    ],
    "Culture": None,
    "Period": "late Edo-Meiji",
    "Dynasty": None,
    "Reign": None,
    "Style": None,
    "DateText": "19th century",
    "DateBeginYear": 1801,
    "DateEndYear": 17000,
    "Dimensions": "H: 3 x W: 2 3/4 in. (7.62 x 6.99 cm)",
    "Geographies": [
        {
            "GeoType": "Place of Origin",
            "GeographyTerm": "Kyoto",
            "GeoHierarchy": "The Thesaurus\\World\\continents\\Asia\\nations\\Nihon\\regions\\Kinki\\inhabited places\\",
            "Latitude": "38 05",
            "LatitudeNumber": 38.83,
        }
    ],
    "Keywords": "heron; bird",
    "Medium": "shakudo, gold",
    "Provenance": "Somebody, Paris\nWalters Art Museum, 1931, by bequest.",
    "CreditLine": "Acquired by Somebody",
    "Inscriptions": "[Signature] 弘直",
    "ResourceURL": "http://art.example.org/detail/901",
    "MuseumLocation": {"LocationID": 12},
    "NewField": "something nobody reads yet",
}

CMOA: dict[str, Any] = {
    "accession_number": "99.28.3",
    "id": "cmoa:things/invented-3",
    "title": "(Titled in Japanese)",
    "creation_date": None,
    "creation_date_earliest": "-0206-01-05",
    "creation_date_latest": "-0001-01-01",
    "medium": "woodblock print on paper",
    "classification": "prints",
    "item_height": 10.0,
    "item_width": 0.0,
    "item_depth": 0.0,
    "item_diameter": 0.0,
    "creator": [
        {
            "cited_name": "Invented Artist",
            "role": "publisher",
            "nationality": "Japanese",
            "birth_date": "1762-01-01",
        },
        {"cited_name": "Invented Publisher", "role": None, "nationality": "Japanese", "birth_date": None},
    ],
    "provenance_text": "A. Collector, Pittsburgh\nGiven to the museum, 1973",
    "credit_line": "Gift of A. Collector",
    "web_url": "http://collection.example.org/3",
}

MET: dict[str, Any] = {
    "Object Number": "99.14.1",
    "Object ID": "88801.0",
    "AccessionYear": "1896.0",
    "Constiuent ID": "1|2",
    "Object Name": "Robe, Priest's",
    "Title": "",
    "Culture": "Indonesia (Java)",
    "Period": "Qing dynasty (1644–1911), Kangxi period (1662–1722)",
    "Artist Role": "Artist|Artist",
    "Artist Prefix": "After|Formerly Attributed to",
    "Artist Display Name": "Wang Invented|Li Invented",
    "Artist Suffix": "|",
    "Artist Display Bio": "Chinese, 1632–1717|",
    "Object Date": "",
    "Object Begin Date": "1662",
    "Object End Date": "1722",
    "Medium": "Woodblock print; ink and color on silk",
    "Dimensions": "H. 6 in. (15.2 cm); Diam. 4 in. (10.2 cm)",
    "Classification": "Costumes",
    "Is Public Domain": "True",
    "Link Resource": "http://www.example.org/88801",
    "Tags": "Dragons|Vases",
}

MET_API: dict[str, Any] = {
    "objectID": "88901",
    "accessionNumber": "2099.1",
    "objectName": "Print",
    "title": "冨嶽三十六景|View of a Mountain (Fugaku)",
    "culture": "Japan",
    "period": "Edo period (1615–1868)",
    "artistAlphaSort": "Utagawa, Invented",
    "artistDisplayBio": "Japanese, 1797–1858",
    "objectDate": "ca. 1830",
    "objectBeginDate": "1825.0",
    "objectEndDate": "1835.0",
    "medium": "Woodblock print; ink on paper",
    "measurements": "[{'elementName': 'Sheet', 'elementMeasurements': {'Height': 25.4, 'Width': 38.1}}]",
    "tags": "[{'term': 'Mountains', 'AAT_URL': 'http://vocab.getty.edu/page/aat/1'}]",
    "isPublicDomain": "False",
    "objectURL": "https://www.example.org/88901",
}

MIA: dict[str, Any] = {
    "accession_number": "2099.78.1",
    "id": "http://api.example.org/objects/777",
    "title": "Past <i>and</i> Present",
    "artist": "Artist: Onchi Rokush%C5%AB; Publisher: Unknown Japanese",
    "life_date": "Japanese, 1891 - 1955",
    "object_name": "Print (sōsaku hanga)",
    "classification": " Prints",
    "country": "Vietnam or Cambodia",
    "culture": "",
    "style": "19th century",
    "dated": "Date Unknown",
    "medium": "Woodblock print; ink on paper",
    "dimension": "17 3/8 × 14 in. (44.13 × 35.56 cm) (sheet)\n20 x 16 in. (50.8 x 40.6 cm) (mount)",
    "markings": "LRC, artist\\'s seal: 博",
    "text": "First line.\nSecond &amp; last.",
    "description": "A description.",
    "portfolio": "From ",
    "rights_type": "In Copyright–Educational Use",
    "creditline": "Gift of Somebody",
    "curator_approved": "0.0",
    "see_also": "['']",
    "room": "Not on View",
}


def json_lines(path: Path, *records: dict[str, Any] | str) -> Path:
    """A packed file of JSON lines; a text is written as it is."""
    lines = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in records]
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    return path


def comma_separated(path: Path, *records: dict[str, Any]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(records[0]))
        writer.writeheader()
        writer.writerows(records)
    return path
