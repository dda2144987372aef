"""Folding with offsets led back: hearsay never normalises a report in place.

The view that everything is read in is NFC without zero-width characters; NFC both lengthens and shortens Bengali, so each
character of the view keeps the offsets it came from. Method: Unicode Annex 15, segment by segment between starters.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import cached_property

from hearsay.records import Span

# Zero-width joiners and marks are spelling noise to a matcher (র‍্যাব is written with and without one).
IGNORED = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
# One-line spaces are one kind; the Ukrainian apostrophe, a letter of its own in Unicode, is an apostrophe.
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u200a\u202f\u3000"), " ") | {0x2BC: "’"}
_DROP = re.compile(f"[{IGNORED}]")


class Folded:
    """A folded view of a text; `text` is the view and `span` leads a span of the view back to the original."""

    def __init__(self, original: str) -> None:
        self.original = original
        self._is_plain = unicodedata.is_normalized("NFC", original) and not _DROP.search(original)

    @cached_property
    def text(self) -> str:
        """Return the view: NFC, zero-width characters dropped, all one-line spaces made one kind."""
        if self._is_plain:
            return self.original.translate(_SPACES)
        return "".join(piece for _, _, piece in _segments(self.original))

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        """Map each character of the view to where its segment starts and ends in the original."""
        starts: list[int] = []
        ends: list[int] = []
        for start, end, piece in _segments(self.original):
            is_same_length = end - start == len(piece)
            starts += range(start, end) if is_same_length else [start] * len(piece)
            ends += range(start + 1, end + 1) if is_same_length else [end] * len(piece)
        return starts, ends

    def span(self, span: Span) -> Span:
        """Lead a span of the view back to the original.

        >>> folded = Folded("a\\u200bbc")
        >>> folded.text, folded.span((1, 3))
        ('abc', (2, 4))
        """
        start, end = span
        if self._is_plain:
            return span
        starts, ends = self._edges
        if start >= end:  # an empty span; the view may be empty where the original is not
            place = starts[start] if start < len(starts) else ends[-1] if ends else 0
            return place, place
        return starts[start], ends[end - 1]

    def fold_span(self, span: Span) -> Span:
        """Lead a span of the original to the view."""
        if self._is_plain:
            return span
        starts, ends = self._edges
        return bisect_left(starts, span[0]), bisect_right(ends, span[1])


def _segments(text: str) -> list[tuple[int, int, str]]:
    """Split into runs that normalise independently, each with its place in the original and its folded piece."""
    segments = []
    start = 0
    for end in [*(i for i in range(1, len(text)) if _is_boundary(text[i])), len(text)]:
        piece = unicodedata.normalize("NFC", text[start:end]).translate(_SPACES)
        piece = _DROP.sub("", piece)
        if piece:
            segments.append((start, end, piece))
        start = end
    return segments


def _is_boundary(character: str) -> bool:
    """Tell whether nothing before this character can compose with it: a starter that NFC may not swallow."""
    code = ord(character)
    if code < 0x300:
        return True
    is_jamo = 0x1161 <= code <= 0x11FF
    return not is_jamo and unicodedata.category(character)[0] != "M" and character not in IGNORED


def fold_word(word: str) -> str:
    """Fold a word or phrase for comparison: the view's folding and lower case.

    >>> fold_word("Ministry") == fold_word("MINISTRY")
    True
    """
    return Folded(word.strip()).text.lower().replace("’", "'")
