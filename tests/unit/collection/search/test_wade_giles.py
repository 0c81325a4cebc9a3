"""Chinese in the older spelling is read as pinyin; words that are not written so are left alone."""

import pytest

from collection.search.words.wade_giles import pinyin_of


@pytest.mark.parametrize(
    ("written", "pinyin"),
    [
        ("Lung-ch'üan", "longquan"), ("san-ts’ai", "sancai"), ("Ching-te-chen", "jingdezhen"), ("K'ang-hsi", "kangxi"),
        ("Ch'ien-lung", "qianlong"), ("Hsüan-te", "xuande"), ("Ho-chia-ts'un", "hejiacun"), ("ching-t'ai-lan", "jingtailan"),
        ("Todai-ji", ""), ("Sher-Gil", ""), ("blue-and-white", ""), ("kangxi", ""),
    ],
)  # fmt: skip
def test_wade_giles_is_read_as_pinyin(written: str, pinyin: str) -> None:
    assert pinyin_of(written) == pinyin
