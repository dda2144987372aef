"""Search words: what full-text search compares, made the same way from texts and from questions.

Words are folded (NFC, lower case). Scripts that write without spaces, and Korean, whose particles grow onto the word,
become overlapping pairs of characters (the CJK bigrams of Lucene), so that any part of a run is found.
"""

import re
from functools import cache

from hearsay.text.folding import fold_word
from hearsay.text.words import word_pattern

# Thai to Myanmar, Khmer, kana, Han, Hangul syllables, and the Han of the supplementary planes.
_RUN = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U000323af]+"
)
_ASKED = re.compile(r'"([^"]*)"|([^\s"]+)')


def search_words(text: str) -> str:
    """Make the words under which a text is found, with spaces between them.

    >>> search_words("Tokyo: 東京都")
    'tokyo 東京 京都 都'
    """
    return " ".join(piece for word in _split(text) for piece in _pieces(word, is_asked=False))


def search_expression(asked: str) -> str:
    """Make an FTS5 expression of what a person typed: words are all wanted, "…" is a phrase, word* a beginning.

    >>> search_expression('arms "fake news" Seou*')
    '"arms" AND "fake news" AND "seou"*'
    """
    return " AND ".join(part for phrase, word in _ASKED.findall(asked) if (part := _expression(phrase or word)))


def _expression(asked: str) -> str:
    """Make one part of the expression; "" if it holds no word."""
    pieces = [piece for word in _split(asked) for piece in _pieces(word, is_asked=True)]
    is_single = len(pieces) == 1 and bool(_RUN.fullmatch(pieces[0])) and len(pieces[0]) == 1
    if not pieces:
        return ""
    # One character of an unspaced script is the beginning of some pair; inside the quotes FTS5 knows no operators.
    return f'"{" ".join(pieces)}"' + ("*" if asked.endswith("*") or is_single else "")


def _split(text: str) -> list[str]:
    """Split into folded words, and runs of unspaced scripts into words of their own."""
    words: list[str] = word_pattern().findall(fold_word(text))
    return [piece for word in words for piece in _boundaries().split(word) if piece]


@cache
def _boundaries() -> re.Pattern[str]:
    """Return the pattern that keeps unspaced runs apart from what stands beside them."""
    return re.compile(f"({_RUN.pattern})")


def _pieces(word: str, *, is_asked: bool) -> list[str]:
    """Cut an unspaced run into pairs; the text also holds its last character, so that one character alone is found."""
    if not _RUN.fullmatch(word) or (is_asked and len(word) == 1):
        return [word]
    pairs = [word[k : k + 2] for k in range(len(word) - 1)]
    return pairs if is_asked else [*pairs, word[-1]]
