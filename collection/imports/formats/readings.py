"""Small readings that a mapping names: the values of some fields → the words of one cell. Pure."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from collection.imports.formats.sizes import sizes_in

Reading = Callable[..., str]

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_BREAK = re.compile(r"<(?:br|p|/p|div|/div|li)\b[^<>]{0,100}>", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe]")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")
_NOTHING = frozenset(
    {"", "none", "null", "nan", "n/a", "-", "–", "[]", "['']", "{}", "[...]", "from", "unknown"}
)


def text_of(value: Any) -> str:
    """One value as plain text: 1903.0 is “1903”, no markup, no unseen signs; line breaks stay."""
    if value is None or isinstance(value, (dict, list)):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).replace("\r\n", "\n").replace("\r", "\n")
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", text))
    if "&" in text:
        text = html.unescape(text)
    if "%" in text:
        text = _PERCENT.sub(lambda match: unquote(match[0], errors="ignore") or match[0], text)
    text = text.replace("\\'", "'").replace('\\"', '"')
    return unicodedata.normalize("NFC", _UNSEEN.sub(" ", text)).strip()


def words(*values: Any) -> str:
    """The first value that says something, in one line."""
    for value in values:
        said = " ".join(text_of(value).split())
        if said.casefold() not in _NOTHING:
            return said
    return ""


def number(*values: Any) -> str:
    """A number that names something: “1896.0” is 1896."""
    return words(*values).removesuffix(".0")


def lines(*values: Any) -> str:
    """The first value that says something, its paragraphs kept apart."""
    for value in values:
        paragraphs = (" ".join(part.split()) for part in text_of(value).split("\n"))
        said = "\n\n".join(part for part in paragraphs if part)
        if said.casefold() not in _NOTHING:
            return said
    return ""


def steps(*values: Any) -> str:
    """A history of ownership: a line break without a semicolon before it parts two steps."""
    return re.sub(r"[;.]?\s*\n\s*", "; ", text_of(values[0])).replace("  ", " ")


def joined(*values: Any, between: str = "; ") -> str:
    """All values that say something."""
    return between.join(dict.fromkeys(said for value in values if (said := words(value))))


def listed(*values: Any) -> str:
    """All values that say something, as several values of a cell."""
    return joined(*values, between=" | ")


def paragraphs(*values: Any) -> str:
    """All texts that say something, as paragraphs one after the other."""
    return "\n\n".join(dict.fromkeys(said for value in values if (said := lines(value))))


def described(*values: Any) -> str:
    """What a work without a title is called: the first word for what it is, as one thing: “Hanging scroll”."""
    said = re.split(r"[;|]", words(*values))[0].strip()
    return said[:1].upper() + said[1:]


def inscribed(*values: Any) -> str:
    """What is written on the work, one value a field."""
    return joined(*values, between=" | ")


def addresses(*values: Any) -> str:
    """Addresses of the work elsewhere; what is no address is left out."""
    return " | ".join(said for value in values if (said := words(value)).startswith(("https://", "http://")))


def sizes(*values: Any) -> str:
    """Measures in centimetres, read in words such as “H. 6 in. (15.2 cm)”."""
    return " | ".join(sizes_in(text_of(values[0])))


def title_in(title: Any, culture: Any = "", *, language: str = "en") -> str:
    """The titles in one language of “kanji|English (romaji)”, told apart by script and culture."""
    parts = [" ".join(part.split()) for part in re.split(r"\s*\|\s*", text_of(title))]
    return " | ".join(
        part for part in parts if is_title(part) and _language_of(part, str(culture)) == language
    )


def is_title(words_: str) -> bool:
    """False for what stands in place of a title: “(Titled in Japanese)”, “[no title]”."""
    return bool(words_) and not re.fullmatch(
        r"[(\[](?:titled in \w+|(?:not |un)titled|no title)[)\]]|[-–?.]+", words_, re.IGNORECASE
    )


def _language_of(words_: str, culture: str) -> str:
    letters = [sign for sign in words_ if sign.isalpha()]
    if not any(_HAN.match(s) or _KANA.match(s) or _HANGUL.match(s) for s in letters[:6]):
        return "en"
    if _HANGUL.search(words_) or culture.startswith("Korea"):
        return "ko"
    if _KANA.search(words_) or culture.startswith(("Japan", "Ryukyu")):
        return "ja"
    return "zh-Hant"


def chosen(value: Any, *, among: dict[str, str]) -> str:
    """What the table of the mapping has for the museum's word; nothing for a word that is not in it."""
    return among.get(words(value), "")


def address(prefix: Any) -> str:
    """The number at the end of an address that serves as id."""
    return words(prefix).rstrip("/").rpartition("/")[2]


READINGS: dict[str, Reading] = {
    reading.__name__: reading
    for reading in (
        words,
        number,
        lines,
        paragraphs,
        steps,
        joined,
        listed,
        described,
        inscribed,
        addresses,
        sizes,
        title_in,
        chosen,
        address,
    )
}
