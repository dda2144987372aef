"""Fingerprints of text: hashes of overlapping word sequences (shingles), and the few that stand for them (winnowing).

Winnowing keeps the least hash of every window, so two texts that share a passage of at least window + size - 1 words share
a print. Schleimer, Wilkerson, Aiken, "Winnowing: local algorithms for document fingerprinting", SIGMOD 2003.
"""

import re
from array import array
from collections.abc import Sequence
from functools import cache
from zlib import crc32

from hearsay.text.words import letter_class

SIZE = 5
WINDOW = 2
_MASK = 0xFFFFFFFF
_FACTOR = 0x01000193
# Scripts without spaces: each ideograph, kana, Thai, Lao, Khmer or Burmese letter counts as a word, and a shingle is longer.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"


@cache
def _token_pattern() -> re.Pattern[str]:
    """Match a word, or one character of a script without spaces."""
    return re.compile(f"[{_UNSPACED}]|[{letter_class()}]+")


def hash_shingles(text: str) -> "array[int]":
    """Hash every run of five words of a folded text, in order; shorter texts give one hash of all that they have.

    >>> len(hash_shingles("the bridge will be closed in may")), len(hash_shingles("closed"))
    (3, 1)
    """
    tokens = [crc32(token.encode("utf8", "replace")) for token in _token_pattern().findall(text.lower())]
    if not tokens:
        return array("I")
    size = min(SIZE, len(tokens))
    return array("I", (_mix(tokens[at : at + size]) for at in range(len(tokens) - size + 1)))


def _mix(tokens: Sequence[int]) -> int:
    """Mix the hashes of some words into one, their order kept."""
    mixed = 0x811C9DC5
    for token in tokens:
        mixed = ((mixed ^ token) * _FACTOR + (mixed >> 15)) & _MASK
    return mixed


def winnow(hashes: Sequence[int], window: int = WINDOW) -> tuple[int, ...]:
    """Keep the least hash of every window, each once, in order.

    >>> winnow([5, 1, 7, 9, 8, 2], window=3)
    (1, 7, 2)
    """
    least = (min(hashes[at : at + window]) for at in range(max(1, len(hashes) - window + 1))) if hashes else ()
    return tuple(dict.fromkeys(least))
