"""Words in every script, folded and cut the same way for what is stored and what is asked."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from collection.search.words import Spot, fold, hangul, indic, kana, latin, lexemes, pinyin, spots


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đông Sơn", "dong son"),
        ("Tōdai-ji", "todai-ji"),
        ("GRÖẞE", "grosse"),
        ("Ærø, Łódź", "aero, lodz"),
        ("İstanbul", "istanbul"),
        ("Ἀφροδίτη", "αφροδιτη"),
        ("Пейзаж, ёлка", "пейзаж, елка"),
        ("كِتَاب", "كتاب"),
        ("پادشاهنامهٔ کتابخانه", fold("پادشاهنامه كتابخانه")),
        ("٣٢١ ۳۲۱ ३२१", "321 321 321"),
        ("हिन्दी", "हिन्दी"),
        ("ＡＢＣ", "abc"),
        ("ガラス", "がらす"),
        ("國 国", "国 国"),
        ("齋 斎 斋", "斋 斋 斋"),
        ("廣 広 广", "广 广 广"),
    ],
)
def test_fold_leaves_out_what_readers_leave_out(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=80))
@example("ΐ")
@example("ǰ\u0301")
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tōdai-ji", ["todai", "ji", "todaiji"]),
        ("青花瓷", ["青花", "花瓷", "瓷"]),
        ("北斎 Hokusai", ["北斋", "斋", "hokusai"]),
        ("고려청자", ["고려", "려청", "청자", "자"]),
        ("1903,0408,0.1", ["1903", "0408", "0", "1"]),
        ("हिन्दी", ["हिन्दी", "hindi"]),
        ("Хокусай", ["хокусай", "khokusai", "khokusay", "hokusai", "hokusay"]),
        ("المتحف", ["المتحف", "lmthf", "متحف"]),
        ("", []),
        ("… — !", []),
    ],
)
def test_lexemes_of_words_and_of_scripts_without_spaces(text: str, found: list[str]) -> None:
    assert lexemes(text) == found


def test_chinese_names_are_given_in_pinyin_by_their_language_only() -> None:
    assert spots("觀音", "zh-Hant", is_name=True) == [
        Spot(("观音", "guanyin", "=观音"), ("guan",)),
        Spot(("音",), ("yin",)),
    ]
    assert spots("觀音", "zh-Hant") == [Spot(("观音",)), Spot(("音",))]
    for language in ("ja", "ko", "und", "en"):
        assert spots("觀音", language, is_name=True) == [Spot(("观音", "=观音")), Spot(("音",))]


def test_names_in_hangul_are_given_in_latin_letters_from_every_syllable() -> None:
    found = spots("고려청자", "ko", is_name=True)
    said = [("goryeocheongja", "=고려청자"), ("ryeocheongja",), ("cheongja",), ()]
    assert [spot.words[1:] for spot in found] == said
    assert found[-1].faint == ("ja",)


def test_names_in_kana_are_given_in_latin_letters_within_other_signs() -> None:
    assert spots("マリア観音像", "ja", is_name=True)[0].words[1] == "maria"
    assert spots("浅草の図", "ja", is_name=True)[2] == Spot(("の图",))  # one sign alone is a particle


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("とうだいじ", "todaiji"), ("きょうと", "kyoto"), ("ホッカイドウ", "hokkaido"), ("ザビエル", "zabieru"), ("ファン", "fan"),
        ("マッチャ", "matcha"), ("おおさか", "osaka"), ("ヴィーナス", "vinasu"),
    ],
)  # fmt: skip
def test_kana_in_latin_letters(written: str, said: str) -> None:
    assert kana.romaji(fold(written)) == said


@pytest.mark.parametrize(
    ("spelt", "stands"),
    [
        ("toudaiji", "todaiji"), ("toodaiji", "todaiji"), ("ohsaka", "osaka"), ("huzi", "fuji"), ("shimbashi", "shinbashi"),
        ("kyouto", "kyoto"), ("hokusai", "hokusai"), ("shotoku", "shotoku"), ("museum", "museum"), ("louvre", "louvre"), ("", ""),
    ],
)  # fmt: skip
def test_spellings_of_japanese_are_one(spelt: str, stands: str) -> None:
    assert kana.one_spelling(spelt) == stands == kana.one_spelling(stands)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("신라", "silla"), ("독립", "dongnip"), ("달항아리", "dalhangari"), ("한국", "hanguk"), ("국립중앙박물관", "gungnipjungangbangmulgwan"),
        ("백제", "baekje"), ("좋다", "jota"), ("값이", "gapsi"), ("굳이", "guji"), ("세한도", "sehando"),
    ],
)  # fmt: skip
def test_hangul_in_latin_letters_changes_sounds_between_syllables(written: str, said: str) -> None:
    assert hangul.romanised(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("अशोक", ("ashoka", "ashok", "asoka", "asok")), ("কনক", ("kanaka", "kanak")), ("बुद्ध", ("buddha", "buddh")), ("ভারত", ("bharata", "bharat")),
        ("यक्षी", ("yakshi", "yaksi")), ("ಮೈಸೂರು", ("maisuru",)),
    ],
)  # fmt: skip
def test_indian_scripts_in_latin_letters(written: str, said: tuple[str, ...]) -> None:
    assert indic.romanised(fold(written)) == said


def test_other_alphabets_are_found_in_latin_letters() -> None:
    assert latin.latin_of(fold("Ἀφροδίτη")) == ("afroditi", "aphrodite")
    assert latin.latin_of(fold("北斎"))[:1] != ("hokusai",)
    assert latin.latin_of("vase") == ()


def test_names_without_vowels_meet_by_their_consonants() -> None:
    written = latin.skeleton(fold("شاهنامه"))
    assert written == latin.skeleton("shahnama") == latin.skeleton("shahnameh") == "~shhnm"
    assert latin.skeleton("vase") == latin.skeleton("a1b2c3d4") == ""


def test_pinyin_with_tones_is_pinyin() -> None:
    assert pinyin.without_tones("qing1ming2") == "qingming"
    assert pinyin.without_tones("m010") == "m010"


@given(
    st.text(max_size=200),
    st.sampled_from(["en", "zh-Hant", "ja", "ko", "ru", "ar", "hi", "und"]),
    st.booleans(),
)
def test_no_text_breaks_the_words(text: str, language: str, is_name: bool) -> None:
    for spot in spots(text, language, is_name=is_name):
        assert spot.words
        assert all(word and not word.isspace() and len(word) <= 61 for word in [*spot.words, *spot.faint])
