"""Search words: what full-text search compares, made the same way from texts and from questions.

Words are folded (NFC, lower case). Scripts that write without spaces, and Korean, whose particles grow onto the word,
become overlapping pairs of characters (the CJK bigrams of Lucene), so that any part of a run is found.
"""

import re

from hearsay.text.folding import Folded
from hearsay.text.words import word_pattern

# Thai to Myanmar, Khmer, kana, Han, Hangul syllables, and the Han of the supplementary planes.
_RUN = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U000323af]+"
)
_ASKED = re.compile(r'"([^"]*)"|([^\s"]+)')


def search_words(text: str) -> str:
    """Fold a text and write unspaced runs as pairs; FTS5 then splits the words (see migrations/0002_search.sql).

    >>> search_words("Tokyo: 東京都")
    'Tokyo:  東京 京都 都 '
    """
    return _RUN.sub(_write_pairs, Folded(text).text)


def search_expression(asked: str) -> str:
    """Make an FTS5 expression of what a person typed: words are all wanted, "…" is a phrase, word* a beginning.

    >>> search_expression('arms "fake news" Seou*')
    '"arms" AND "fake news" AND "Seou"*'
    """
    return " AND ".join(part for phrase, word in _ASKED.findall(asked) if (part := _expression(phrase or word)))


def _expression(asked: str) -> str:
    """Make one part of the expression; "" if it holds no word. Between quotation marks FTS5 knows no operators."""
    words: list[str] = word_pattern().findall(_RUN.sub(_ask_pairs, Folded(asked).text))
    # One character of an unspaced script is the beginning of some pair.
    is_beginning = asked.endswith("*") or (len(words) == 1 and len(asked) == 1 and bool(_RUN.match(asked)))
    return f'"{" ".join(words)}"{"*" if is_beginning else ""}' if words else ""


def _write_pairs(run: re.Match[str]) -> str:
    """Write a run as pairs and its last character, so that one character alone is found wherever it stands."""
    characters = run[0]
    return f" {' '.join(characters[k : k + 2] for k in range(len(characters)))} "


def _ask_pairs(run: re.Match[str]) -> str:
    """Write a run that is asked for as pairs only: in the text it may go on."""
    characters = run[0]
    return f" {' '.join(characters[k : k + 2] for k in range(max(1, len(characters) - 1)))} "
