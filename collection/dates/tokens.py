"""A date text cut into tokens that mean something in dates, in whatever language. One pass, no backtracking."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Any, NamedTuple

from collection.dates.lexicon import LANGUAGES, UNSPACED, Phrase, folded, index

_CUT = re.compile(
    r"(?P<day>(?<![\d.,/-])\d{1,2}(?P<sign>[./-])\d{1,2}(?P=sign)\d{4}(?!\d))"
    r"|(?P<month>(?<![\d/-])(?:0?[1-9]|1[0-2])/\d{4}(?![\d/]))"
    r"|(?P<iso>(?<![\d-])\d{4}-\d\d-\d\d(?!\d))"
    r"|(?P<doubt>[(\[] ?\? ?[)\]]|\?+)"
    r"|(?P<number>\d{1,3}(?:[,\u202f]\d{3})+(?!\d)|\d+)"
    rf"|(?P<sign1>[{UNSPACED}])"
    rf"|(?P<word>[^\W\d_{UNSPACED}]+(?:['\u2019\u02bb\u02bc`][^\W\d_{UNSPACED}]+)*)"
    r"|(?P<mark>[-\u2010-\u2015\u2212\u00ad/,;:()\[\]&+≈±～~]|(?<=\d)['\u2019](?=s))"
    r"|(?P<skipped>[\s.\"“”„«»*!_'\u2018\u2019]+|\u200b)"
    r"|(?P<odd>.)",
    re.DOTALL,
)
_DASHES = dict.fromkeys("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad", "-")
_MARKS = {
    **_DASHES,
    "[": "(",
    "]": ")",
    "&": "and",
    "+": "and",
    "～": "-",
    "~": "circa",
    "≈": "circa",
    "±": "circa",
}
_ORDINAL = frozenset(
    [
        "st",
        "nd",
        "rd",
        "th",
        "er",
        "re",
        "eme",
        "e",
        "de",
        "ste",
        "ieme",
        "o",
        "a",
        "ª",
        "º",
        "°",
        "ter",
        "ten",
        "tes",
        "ers",
        "ero",
        "era",
    ]
)
_ELIDED = re.compile(r"(?:dell|nell|sull|all|qu|d|l|s|un)['\u2019](?=.{2})", re.IGNORECASE)
_ROMAN = re.compile(r"(?=[IVXL])(X{0,3}(?:IX|IV|V?I{0,3})|XL|L)(?:e|ème|eme|er|th|º|°|de)?")
_ROMAN_SMALL = re.compile(r"(?=[ivx]{2})x{0,2}(?:ix|iv|v?i{0,3})(?:e|eme|er)?")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
_NUMERALS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "元": 1,
    "正": 1,
    "廿": 20,
    "卅": 30,
    "兩": 2,
}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_UNITS = frozenset("年월月日世紀세기代")


class Token(NamedTuple):
    """Kind and value, and where it stands in the text."""

    kind: str
    value: Any
    start: int
    end: int


class Number(NamedTuple):
    """A number as written: how many figures, and whether it is an ordinal (“9th”) or a decade (“1930s”)."""

    value: int
    digits: int
    form: str = ""


_END = Token("", None, 0, 0)


class Tokens(list[Token]):
    """The tokens of a text, and behind them, as in front of them, a few that are nothing: a reader may look ahead."""

    def __init__(self, tokens: list[Token]) -> None:
        super().__init__([*tokens, *[_END] * 6])
        self.total = len(tokens)


class _Piece(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


def tokens_of(text: str) -> list[Token]:
    """All tokens of a text; what is unknown is a token of kind `unknown`."""
    pieces = _pieces(text)
    found: list[Token | tuple[Phrase, int, int]] = []
    at = 0
    while at < len(pieces):
        token, at = _next(pieces, at)
        found.append(token)
    language = _language(found)
    tokens = [
        one if isinstance(one, Token) else Token(*one[0].meaning(language), one[1], one[2]) for one in found
    ]
    return _with_h(tokens, text)


def _with_h(tokens: list[Token], text: str) -> list[Token]:
    """A single h is Hijri behind a year, half (German) between two figures, and about (Spanish) before a year."""
    for at, token in enumerate(tokens):
        if token.end - token.start != 1 or text[token.start] not in "hH":
            continue
        before = tokens[at - 1].value if at and tokens[at - 1].kind == "number" else None
        after = tokens[at + 1].kind if at + 1 < len(tokens) else ""
        if before and before.digits == 1 and after in ("number", "roman", "of"):
            tokens[at] = token._replace(kind="fraction", value="half")
        elif before:
            tokens[at] = token._replace(kind="calendar", value="hijri")
        elif token.kind == "fraction":
            tokens[at] = token._replace(kind="circa", value="circa")
    return tokens


def _pieces(text: str) -> list[_Piece]:
    pieces = []
    for match in _CUT.finditer(text):
        kind = match.lastgroup or ""
        if kind == "skipped":
            continue
        word = match[kind] if kind != "sign" else match["day"]
        kind = "day" if kind == "sign" else kind
        start = match.start()
        if kind == "word":
            elided = _ELIDED.match(word)
            if elided and folded(word) not in index():
                word, start = word[elided.end() :], start + elided.end()
        pieces.append(_Piece(kind, word, start, match.end()))
    return pieces


def _next(pieces: list[_Piece], at: int) -> tuple[Token | tuple[Phrase, int, int], int]:
    piece = pieces[at]
    kind, text, start, end = piece
    if kind == "number":
        return _number(pieces, at)
    if kind in ("word", "sign1"):
        return _word(pieces, at)
    if kind == "mark":
        return Token(_MARKS.get(text, text), text, start, end), at + 1
    if kind in ("day", "month", "iso", "doubt"):
        return Token(kind, text, start, end), at + 1
    return Token("unknown", text, start, end), at + 1


def _number(pieces: list[_Piece], at: int) -> tuple[Token, int]:
    piece = pieces[at]
    digits = "".join(str(unicodedata.digit(c)) for c in piece.text if c.isdigit())[:12]
    value, end, form, at = int(digits), piece.end, "", at + 1
    if at < len(pieces) and pieces[at].start == end:
        after = pieces[at]
        suffix = folded(after.text) if after.kind == "word" else ""
        if after.text in "'\u2019" and at + 1 < len(pieces) and pieces[at + 1].text == "s":
            form, at, end = "decade", at + 2, pieces[at + 1].end
        elif suffix == "s" or (suffix == "er" and value >= 20 and value % 10 == 0):
            form, at, end = "decade", at + 1, after.end
        elif suffix in _ORDINAL or after.text in "ªº°":
            form, at, end = "ordinal", at + 1, after.end
    return Token("number", Number(value, len(digits), form), piece.start, end), at


def _word(pieces: list[_Piece], at: int) -> tuple[Token | tuple[Phrase, int, int], int]:
    piece = pieces[at]
    phrase, after = _phrase(pieces, at)
    if piece.kind == "sign1":
        if (piece.text in _NUMERALS or piece.text in _POWERS) and (not phrase or len(phrase.words) == 1):
            return _numeral(pieces, at)
        if not phrase:
            return Token("unknown", piece.text, piece.start, piece.end), at + 1
    elif roman := _roman(piece.text, known=phrase is not None):
        return Token("roman", Number(roman, 2), piece.start, piece.end), at + 1
    if phrase:
        return (phrase, piece.start, pieces[after - 1].end), after
    return Token("unknown", piece.text, piece.start, piece.end), at + 1


def _phrase(pieces: list[_Piece], at: int) -> tuple[Phrase | None, int]:
    """The longest phrase that begins here."""
    for phrase in index().get(folded(pieces[at].text), ()):
        words = phrase.words
        if len(words) == 1:
            return phrase, at + 1
        last = at + len(words)
        if last <= len(pieces) and all(_same(pieces[at + n], words[n]) for n in range(1, len(words))):
            return phrase, last
    return None, at


def _same(piece: _Piece, word: str) -> bool:
    return folded(piece.text) == word or (word == "-" and piece.text in _DASHES)


def _numeral(pieces: list[_Piece], at: int) -> tuple[Token, int]:
    """十二 is 12, 二〇〇一 is 2001, 元 the first; at most nine signs."""
    start, total, current, digits = at, 0, 0, 0
    while at < len(pieces) and at - start < 9 and pieces[at].kind == "sign1":
        sign = pieces[at].text
        if sign in _POWERS:
            total, current = total + (current or 1) * _POWERS[sign], 0
        elif sign in ("廿", "卅"):
            total += _NUMERALS[sign]
        elif sign in _NUMERALS:
            current = current * 10 + _NUMERALS[sign]
        else:
            break
        at, digits = at + 1, digits + 1
    if pieces[start].text in "元正" and (at >= len(pieces) or pieces[at].text not in _UNITS):
        return Token("unknown", pieces[start].text, pieces[start].start, pieces[start].end), start + 1
    number = Number(total + current, digits, "")
    return Token("number", number, pieces[start].start, pieces[at - 1].end), at


def _roman(text: str, *, known: bool) -> int:
    """The value of Roman figures in capitals; small ones only where they are no other word."""
    found = _ROMAN.fullmatch(text)
    if found and found[1] == "L":
        found = None
    if not found and (known or not _ROMAN_SMALL.fullmatch(text)):
        return 0
    signs = (found[1] if found else re.match("[ivx]+", text)[0]).lower()  # type: ignore[index]
    values = [_ROMAN_VALUES[sign] for sign in signs]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _language(found: list[Token | tuple[Phrase, int, int]]) -> str:
    """The language most words are of; asked only if some word means different things."""
    phrases = [one[0] for one in found if not isinstance(one, Token)]
    if all(len(phrase.meanings) == 1 for phrase in phrases):
        return LANGUAGES[0]
    votes: Counter[str] = Counter()
    for phrase in phrases:
        weight = 4 if len(phrase.meanings) == 1 else 1
        for language in phrase.meanings:
            votes[language] += weight
    return max(LANGUAGES, key=lambda language: votes[language])
