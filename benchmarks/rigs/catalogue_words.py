"""Words of the made-up catalogue: titles in ten scripts, countries, and the search document of a work."""

from __future__ import annotations

from collection.search.words import lexemes

COUNTRIES = (
    ["CN", "JP", "IN", "KR", "IR", "ID", "TR", "FR", "IT", "DE", "GB", "TH", "VN", "ES", "NL", "PT", "RU", "GR", "MM", "KH", "PK", "LK", "NP", "BT", "MN", "UZ", "KZ", "EG", "SY", "IQ", "SA", "YE", "OM", "AE", "LA", "MY", "PH", "SG", "BD", "AF", "TM", "KG", "TJ", "GE", "AM", "AZ", "PL", "CZ", "AT", "HU", "RO", "BG", "RS", "HR", "SI", "SK", "UA", "SE", "NO", "DK", "FI", "BE"]
)
KINDS = ["zh-Hant", "ja", "ko", "th", "hi", "ar", "ru", "el", "zh-Hans", "fr"]
TITLE_WORDS = {
    "en": ["vase", "dish", "bowl", "ewer", "jar", "screen", "scroll", "figure", "head", "dragon", "lotus", "crane", "phoenix", "cloud", "river", "mountain", "blue", "white", "gold", "bronze", "jade", "celadon", "court", "garden", "rider", "hunter", "dancer", "monk", "king", "queen", "peony", "bamboo", "pine", "plum", "moon", "sun", "horse", "lion"],
    "zh-Hant": ["青花", "龍", "鳳", "蓮", "瓶", "盤", "碗", "山水", "雲", "鶴", "梅", "竹", "松", "佛", "菩薩", "觀音", "壺", "鏡", "玉", "銅"],
    "zh-Hans": ["青花", "龙", "凤", "莲", "瓶", "盘", "碗", "山水", "云", "鹤", "梅", "竹", "松", "佛", "菩萨", "观音", "壶", "镜", "玉", "铜"],
    "ja": ["花瓶", "屏風", "掛軸", "茶碗", "富士", "松林", "鶴", "菊", "桜", "波", "能面", "刀", "蒔絵", "観音", "仏", "鏡", "皿", "壺", "雪", "月"],
    "ko": ["청자", "백자", "달항아리", "불상", "금관", "병풍", "산수", "학", "구름", "매병", "주전자", "분청", "나전", "칠기", "범종", "반가사유상"],
    "th": ["พระพุทธรูป", "แจกัน", "ชาม", "ดอกบัว", "ช้าง", "สิงห์", "ผ้า", "ทอง", "เงิน", "กลอง"],
    "hi": ["बुद्ध", "मूर्ति", "कमल", "हाथी", "सिंह", "नृत्य", "राजा", "रानी", "चित्र", "सोना"],
    "ar": ["إبريق", "صحن", "مصحف", "سيف", "خط", "ذهب", "فضة", "زهرة", "أسد", "قمر"],
    "ru": ["ваза", "чаша", "икона", "меч", "лев", "дракон", "золото", "серебро", "цветок", "всадник"],
    "el": ["αμφορέας", "κρατήρας", "κούρος", "κόρη", "λέων", "χρυσός", "άγαλμα", "κεφαλή", "ιππέας", "λύρα"],
    "fr": ["vase", "coupe", "plat", "aiguière", "statue", "cavalier", "dragon", "jardin", "roi", "reine", "or", "argent", "bronze", "lune", "soleil"],
}
_known: dict[str, list[str]] = {}
_MOST_KNOWN = 20_000


def document_of(titles: list[str], labels: list[str]) -> tuple[str, str]:
    """(tsvector as text, names) as `collection.search.document` writes them: titles weigh most, terms less."""
    positions: dict[str, list[str]] = {}
    place = 0
    for weight, texts in (("A", titles), ("B", labels)):
        for text in texts:
            for lexeme in _lexemes(text):
                place += 1
                positions.setdefault(lexeme, []).append(f"{place}{weight}")
    vector = " ".join(f"'{lexeme}':{','.join(at)}" for lexeme, at in positions.items())
    return vector, " ".join(titles).lower()


def _lexemes(text: str) -> list[str]:
    found: list[str] = []
    for word in text.split():
        if word not in _known:
            if len(_known) > _MOST_KNOWN:
                _known.clear()
            _known[word] = lexemes(word)
        found += _known[word]
    return found
