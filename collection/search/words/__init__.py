"""From a text in any script to the words that are stored and asked for. Pure; the same for both sides.

We cut the words ourselves: PostgreSQL's parser breaks Thai and Khmer at their vowel signs and knows no
boundaries in Chinese or Japanese. `folding` makes one spelling of many, `cutting` finds the words, `latin` gives what
a word is called in Latin letters (by `kana`, `hangul`, `pinyin`, `indic`), `spellings` what else a Latin word is spelled.
"""

from collection.search.words.cutting import LONGEST, WHOLE, Spot, is_gram, lexemes, pairs, quoted, runs, spots
from collection.search.words.folding import fold

__all__ = ["LONGEST", "WHOLE", "Spot", "fold", "is_gram", "lexemes", "pairs", "quoted", "runs", "spots"]
