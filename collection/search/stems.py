"""Stems of words by PostgreSQL's Snowball dictionaries: vases → vase, chevaux → cheval. Asked once for each word."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from django.db import connection

from collection.search.words.folding import fold, script

# Language → dictionary. A server that lacks one (PostgreSQL 15 has no Estonian) stems less.
_DICTIONARIES = {
    "ar": "arabic", "hy": "armenian", "eu": "basque", "ca": "catalan", "da": "danish", "nl": "dutch", "en": "english",
    "et": "estonian", "fi": "finnish", "fr": "french", "de": "german", "el": "greek", "hi": "hindi", "hu": "hungarian",
    "id": "indonesian", "ga": "irish", "it": "italian", "lt": "lithuanian", "ne": "nepali", "no": "norwegian",
    "nb": "norwegian", "nn": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "es": "spanish", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
# Nobody says in which language a question is: the languages that words of each script are stemmed by.
_ASKED = {
    "LATIN": ("en", "fr", "de", "es", "it", "nl", "pt"), "CYRILLIC": ("ru",), "GREEK": ("el",), "ARABIC": ("ar",),
    "DEVANAGARI": ("hi", "ne"), "TAMIL": ("ta",), "ARMENIAN": ("hy",),
}  # fmt: skip
_SHORTEST = 3
_MOST_KEPT = 300_000
_kept: dict[tuple[str, str], str] = {}
_silent: set[tuple[str, str]] = set()  # words that a dictionary takes for no word: the, which, avec


@cache
def _present() -> frozenset[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT dictname FROM pg_ts_dict WHERE dictname LIKE '%%_stem'")
        return frozenset(name.removesuffix("_stem") for (name,) in cursor.fetchall())


def is_stemmed(language: str) -> bool:
    """True for a language of which the server knows stems."""
    return _DICTIONARIES.get(language.split("-")[0], "") in _present()


def learn(words: Iterable[tuple[str, str]]) -> None:
    """Find the stems of (language, folded word) that are not known yet. One query at most."""
    asked = {
        (tongue, word)
        for language, word in words
        if len(word) >= _SHORTEST and word.isalpha() and is_stemmed(tongue := language.split("-")[0])
    }
    if len(_kept) > _MOST_KEPT:
        _kept.clear()
        _silent.clear()
    new = sorted(asked - _kept.keys())
    if not new:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT ts_lexize((a.name || '_stem')::regdictionary, a.word) "
            "FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY AS a (name, word, at) ORDER BY a.at",
            [[_DICTIONARIES[tongue] for tongue, _word in new], [word for _tongue, word in new]],
        )
        for pair, (stems,) in zip(new, cursor.fetchall(), strict=True):
            _kept[pair] = fold(stems[0]) if stems else ""
            if stems == []:
                _silent.add(pair)


def stem(language: str, word: str) -> str:
    """The stem of a folded word, after `learn`; empty where it has none that is worth a word."""
    return _kept.get((language.split("-")[0], word), "")


def learn_asked(words: Iterable[str]) -> None:
    """Find the stems that questions for these words need. One query at most."""
    learn(pair for word in words if word for pair in _asked(word))


def _asked(word: str) -> list[tuple[str, str]]:
    return [(tongue, word) for tongue in _ASKED.get(script(word[0]), ())]


def stems_asked(words: Iterable[str]) -> dict[str, list[str]]:
    """word → its stems in the languages that its script suggests. One query at most."""
    pairs = {word: _asked(word) for word in words if word}
    learn(pair for found in pairs.values() for pair in found)
    return {
        word: sorted({found for tongue, _word in of if (found := stem(tongue, word)) and _says(found, word)})
        for word, of in pairs.items()
    }


def _says(stem: str, word: str) -> bool:
    """False for the word itself and for a stem of which too little is left: kim is not all that begins kimono."""
    return stem != word and (len(stem) > _SHORTEST or len(word) - len(stem) < _SHORTEST)


def said_with_others(words: list[str]) -> list[str]:
    """Words without those that say nothing in the language that has most of such words; all if none were left."""
    folded = {word: fold(word) for word in words}
    tongues = [tongue for tongue in _ASKED["LATIN"] if is_stemmed(tongue)]
    learn((tongue, word) for word in folded.values() for tongue in tongues)
    silent = {tongue: {w for w in words if (tongue, folded[w]) in _silent} for tongue in tongues}
    most = max(tongues, key=lambda tongue: len(silent[tongue]), default="")
    return [word for word in words if word not in silent.get(most, ())] or words
