"""Dates in six languages and the calendars of Asia."""

from __future__ import annotations

import pytest

from collection.dates.conventions import DEFAULT, KNOWN, Convention, of_museum
from collection.dates.words import read


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        # French
        ("XVIIe siècle", "16XX"),
        ("1re moitié du XVIIIe siècle", "1700/1749"),
        ("fin du XVIe - début du XVIIe siècle", "1567/1633"),
        ("3e quart du XIXe siècle", "1850/1874"),
        ("milieu du XVIIe siècle", "1625/1674"),
        ("vers 1820", "1820~"),
        ("IIe siècle av. J.-C.", "-01XX"),
        ("1500-1480 avant J.-C.", "-1499/-1479"),
        ("années 1930", "193X"),
        ("entre 1600 et 1650", "1600/1650"),
        ("avant 1500", "[..1500]"),
        ("après 1500", "[1500..]"),
        ("1820 ou plus tard", "[1820..]"),
        ("époque Edo, vers 1820", "1820~"),
        ("dynastie Ming (1368-1644)", "1368/1644"),
        ("le 12 juin 1751", "1751-06-12"),
        # German
        ("17. Jahrhundert", "16XX"),
        ("um 1600", "1600~"),
        ("2. Hälfte 17. Jh.", "1650/1699"),
        ("2. H. 19. Jh.", "1850/1899"),
        ("erstes Viertel des 18. Jahrhunderts", "1700/1724"),
        ("16./17. Jh.", "1500/1699"),
        ("Anfang 18. Jahrhundert", "1700/1733"),
        ("3. Jh. v. Chr.", "-02XX"),
        ("1. Jh. v. Chr. - 2. Jh. n. Chr.", "-0099/0199"),
        ("1930er Jahre", "193X"),
        ("vor 1850", "[..1850]"),
        ("1820 oder später", "[1820..]"),
        ("wohl um 1700", "1700%"),
        ("Ming-Dynastie", "1368/1644"),
        ("12. Juni 1751", "1751-06-12"),
        # Dutch
        ("17de eeuw", "16XX"),
        ("eerste helft 17e eeuw", "1600/1649"),
        ("eind 19de eeuw", "1867/1899"),
        ("18e of 19e eeuw", "[17XX,18XX]"),
        ("2e eeuw v.Chr.", "-01XX"),
        ("omstreeks 1650", "1650~"),
        ("voor 1650", "[..1650]"),
        ("ca. 1650-1660", "1650~/1660~"),
        # Italian
        ("XVII secolo", "16XX"),
        ("sec. XV", "14XX"),
        ("prima metà del XVII secolo", "1600/1649"),
        ("fine del XVI secolo", "1567/1599"),
        ("III secolo a.C.", "-02XX"),
        ("II secolo d.C.", "01XX"),
        ("1820 ca.", "1820~"),
        ("anni Trenta", ""),
        ("anni 1930", "193X"),
        # Spanish
        ("siglo XVII", "16XX"),
        ("s. IV a. C.", "-03XX"),
        ("segunda mitad del siglo XVIII", "1750/1799"),
        ("primer cuarto del siglo XX", "1900/1924"),
        ("finales del siglo XVI", "1567/1599"),
        ("hacia 1650", "1650~"),
        ("h. 1650", "1650~"),
        ("década de 1920", "192X"),
        ("12 de junio de 1751", "1751-06-12"),
    ],
)
def test_read_understands_six_languages(text, edtf):
    assert read(text).edtf == edtf


@pytest.mark.parametrize(
    ("text", "culture", "edtf"),
    [
        ("Kangxi period", "", "1662/1722"),
        ("Kangxi period (1662–1722)", "", "1662/1722"),
        ("康熙年間", "", "1662/1722"),
        ("清康熙", "", "1662/1722"),
        ("康熙甲子", "", "1684"),
        ("Kangxi jiazi", "", "1684"),
        ("明 宣德年製", "", "1426/1435"),
        ("K'ang-hsi period", "", "1662/1722"),
        ("光緒二十三年", "", "1897"),
        ("光绪", "", "1875/1908"),
        ("5th year of Zhengguang reign", "", "0524"),
        ("天保4年", "Japan", "1833"),
        ("天保4年", "China", "0553"),
        ("天保4年", "", "[0553,1833]"),
        ("Tenpō 4", "", "1833"),
        ("Tempō 4", "", "1833"),
        ("[Tenpō 4–5]", "", "1833/1834"),
        ("1833 (Tenpō 4), 6th month", "", "1833"),
        ("昭和12年", "", "1937"),
        ("昭和十二年", "", "1937"),
        ("Shōwa 3", "", "1928"),
        ("明治元年", "", "1868"),
        ("江戸時代後期", "", "1784/1868"),
        ("late Edo period", "", "1784/1868"),
        ("檀紀4288年", "", "1955"),
        ("Sejong 12", "", "1430"),
        ("世宗 12년", "", "1430"),
        ("조선 후기", "", "1730/1897"),
        ("Minh Mạng 5", "", "1824"),
        ("19世紀後半", "", "1850/1899"),
        ("前3世紀", "", "-02XX"),
        ("18세기", "", "17XX"),
        ("民國20年", "", "1931"),
        ("AH 1041", "", "1631/1632"),
        ("1041 H.", "", "1631/1632"),
        ("1041/1631–32", "", "1631/1632"),
        ("AH 1041/1631–32", "", "1631/1632"),
        ("922 AH/AD 1516", "", "1516"),
        ("12th century AH/AD 18th century", "", "17XX"),
        ("10th century AH/AD 16th century-14th century AH/AD 20th century", "", "1500/1999"),
        ("22 Rabi' II 889 AH/AD 1484", "", "1484"),
        ("١٠٤١هـ", "", "1631/1632"),
        ("Śaka 1680", "", "1758/1759"),
        ("Vikrama Samvat 1802", "", "1745/1746"),
        ("B.E. 2482", "", "1939/1940"),
        ("B.E. 2500", "", "1957"),
        ("พ.ศ. 2500", "", "1957"),
        ("Ming or Qing dynasty", "", "[1368..1644,1644..1911]"),
        ("Edo period, 1615–1868; c. 1820", "", "1820~"),
        ("18th century, after 1713", "", "1713/1799"),
        ("after 1945, before 1957", "", "1945/1957"),
        ("Porcelain: 1650-1699; Lid: ca. 1700", "", "{1650..1699,1700~}"),
        ("1932, printed 1979", "", "1932"),
        ("1848 (designed 1847)", "", "{1848,1847}"),
        ("150 BC-AD 50", "", "-0149/0050"),
        ("turn of the 20th century", "", "1895/1905"),
        ("1899/00", "", "1899/1900"),
        ("1600–", "", "[1600..]"),
        ("from 1600 on", "", "[1600..]"),
        ("1/19/1929", "", "1929-01-19"),
        ("19.01.1929", "", "1929-01-19"),
        ("3/4/1929", "", "1929"),
        ("May 9-10, 1909", "", "1909-05"),
        ("February–March 1860", "", "1860-02/1860-03"),
        ("Spring of 1785", "", "1785-21"),
        ("1935, January", "", "1935-01"),
        ("n.d.", "", "XXXX"),
    ],
)
def test_read_understands_reigns_and_calendars(text, culture, edtf):
    reading = read(text, culture=culture)
    assert (reading.edtf, reading.understood) == (edtf, True)


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("c. 1820", ("approximate",)),
        ("1820?", ("uncertain",)),
        ("before 1820", ("before",)),
        ("天保4年", ("ambiguous",)),
        ("undated", ("undated",)),
        ("1749 (Samvat 1802)", ("calendars disagree",)),
        ("1863, 7th lunar month", ("lunar month",)),
        ("1932, printed 1979", ("later event",)),
        ("1794, year of the tiger", ("cyclic year",)),
    ],
)
def test_read_keeps_qualifiers(text, qualifiers):
    assert read(text).qualifiers == qualifiers


@pytest.mark.parametrize(
    "text", ["spurious date of 1634", "collected 1906", "born 1850", "ca. 1st–2nd century B.C."]
)
def test_read_takes_no_date_that_is_not_of_the_making(text):
    reading = read(text)
    assert (reading.edtf, reading.understood, reading.rest) == ("", False, text)


def test_inner_bounds_say_whether_a_time_or_a_stretch_is_meant():
    assert read("early 17th century").span.bounds == (1600, 1633, 1600, 1633)
    assert read("1600–1633").span.bounds == (1600, 1600, 1633, 1633)
    assert read("late 17th–early 18th century").span.bounds == (1667, 1699, 1700, 1733)


def test_matched_is_the_text_without_its_rest():
    reading = read("9th century, with later gilding")
    assert (reading.matched, reading.rest) == ("9th century, with later", "gilding")


@pytest.mark.parametrize(
    ("museum", "text", "bounds"),
    [
        ("", "c. 1820", (1810, 1830)),
        ("", "c. 3000 BCE", (-3048, -2950)),
        ("cmoa", "c. 1820", (1815, 1825)),
        ("cmoa", "c. 1650", (1635, 1665)),
        ("walters", "ca. 500 BC", (-511, -487)),
        ("met", "mid-17th century", (1634, 1666)),
        ("walters", "early 17th century", (1600, 1625)),
        ("mine", "c. 1820", (1817, 1823)),
        ("mine", "c. 1720", (1700, 1740)),
        ("mine", "late 17th century", (1680, 1699)),
    ],
)
def test_a_museum_says_what_about_and_late_mean(museum, text, bounds):
    setting = {"mine": {"circa": [[1800, 3], [0, 20]], "parts": {"late": [80, 99]}}}
    span = read(text, convention=of_museum(museum, setting)).span
    assert (span.earliest_begin, span.latest_end) == bounds


@pytest.mark.parametrize(
    ("text", "plain", "with_habit", "habit"),
    [
        ("mid-7th–9th century", (625, 899), (650, 899), {"ends": {"mid": [50, 50]}}),
        ("7th–mid-9th century", (600, 874), (600, 850), {"ends": {"mid": [50, 50]}}),
        ("mid-7th century", (625, 674), (625, 674), {"ends": {"mid": [50, 50]}}),
        (
            "late 19th–early 20th century",
            (1867, 1933),
            (1880, 1925),
            {"ends": {"early": [0, 25], "late": [80, 99]}},
        ),
        ("ca. late 9th century", (857, 909), (867, 899), {"part": 0}),
        ("1430–1435, with additions 1460", (1430, 1435), (1430, 1460), {"has_later_events": True}),
        ("3rd century AH/AD 9th century", (800, 899), (816, 899), {"narrows": [""]}),
        ("mid 3rd century AH/AD 9th century", (800, 899), (800, 899), {"narrows": [""]}),
        ("12th century AH/AD 18th century", (1700, 1799), (1700, 1799), {"narrows": [""]}),
        ("13th century AH/AD 9th century", (800, 899), (800, 899), {"narrows": [""]}),
    ],
)
def test_a_museum_has_habits_that_its_setting_names(text, plain, with_habit, habit):
    for given, bounds in (({}, plain), (habit, with_habit)):
        span = read(text, convention=of_museum("mine", {"mine": {"circa": 10, **given}})).span
        assert (span.earliest_begin, span.latest_end) == bounds


def test_the_year_in_the_middle_ends_what_else_would_end_later():
    habit = Convention.from_settings({"ends": {"mid": [50, 50]}})
    assert read("mid-7th–mid-9th century", convention=habit).span.bounds == (650, 674, 825, 850)
    assert read("mid-7th–mid-9th century", convention=habit).edtf == "0650/0850"


def test_a_setting_changes_all_other_museums():
    assert of_museum("other", {"*": {"circa": 7}}) == Convention.of_width(7)
    assert of_museum("other", {}) is DEFAULT
    assert of_museum("met", {"*": {"circa": 7}}) is KNOWN["met"]
