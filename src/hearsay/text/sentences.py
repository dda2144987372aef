"""Sentences: where one ends, given the language's stops and abbreviations.

A dot is not enough (abbreviations, initials, decimals) and neither is the danda; a stop inside a quotation ends a sentence
only for whoever asks inside it, so closed quotations can be passed as spans that are not to be cut.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from hearsay.records import Span
from hearsay.text.words import letter_class

# “ ‘ « close in many languages (German, Urdu, Danish): right behind a stop and before a space they can do nothing else.
_CLOSERS = "”’\"'»)]“‘«"
_WIDE_CLOSERS = "」』）】》"
_NUMBER_NEXT = re.compile(r"\.(?=\s\d)")


@cache
def _stop_pattern(ends: str) -> re.Pattern[str]:
    """Return the pattern of a stop with its closing marks, followed by white space or the end.

    A stop as wide as an ideograph needs no space behind it, but inside closing marks it ends no sentence that goes on
    with a comma or, in Japanese, with a particle.
    """
    wide = "".join(mark for mark in ends if unicodedata.east_asian_width(mark) in "WF")
    closers = f"[{re.escape(_CLOSERS)}{_WIDE_CLOSERS}]"
    alone = f"|[{wide}]+(?!{closers})|[{wide}]+{closers}++(?![，、,\u3041-\u309f])" if wide else ""
    return re.compile(rf"[{re.escape(ends)}]+{closers}*(?=\s|$){alone}")


@cache
def _word_before() -> re.Pattern[str]:
    """Return the pattern of the word that stands right before a stop."""
    return re.compile(rf"[{letter_class()}.&]+$")


def split_sentences(
    text: str, span: Span, *, ends: str, abbreviations: frozenset[str] = frozenset(), whole: Sequence[Span] = ()
) -> tuple[Span, ...]:
    """Split a stretch into sentences: ordered, disjoint, without the white space between them.

    >>> text = "Mr. Roe left. He was tired."
    >>> [text[a:b] for a, b in split_sentences(text, (0, 27), ends=".!?", abbreviations=frozenset({"mr"}))]
    ['Mr. Roe left.', 'He was tired.']
    """
    start, end = span
    cuts = []
    inside = iter(whole)
    current = next(inside, None)
    for stop in _stop_pattern(ends).finditer(text, start, end):
        while current is not None and current[1] < stop.end():
            current = next(inside, None)
        if current is not None and current[0] <= stop.start() and stop.end() < current[1]:
            continue
        if _ends_sentence(text, stop, start, end, abbreviations):
            cuts.append(stop.end())
    return _trimmed(text, [start, *cuts, end])


def split_after_titles(text: str, sentences: Sequence[Span], titles: frozenset[str]) -> tuple[Span, ...]:
    """Split sentences behind what could be a title in short but stands before a number: "… Vikram Sen. 30 people left."

    >>> split_after_titles("Told by Sen. 30 left.", [(0, 21)], frozenset({"sen"}))
    ((0, 12), (13, 21))
    """
    found: list[Span] = []
    for start, end in sentences:
        dots = [dot.start() for dot in _NUMBER_NEXT.finditer(text, start, end)] if titles else []
        words = ((dot, _word_before().search(text, max(start, dot - 24), dot)) for dot in dots)
        cuts = [dot + 1 for dot, word in words if word is not None and word[0].lower() in titles]
        found += _trimmed(text, [start, *cuts, end]) if cuts else [(start, end)]
    return tuple(found)


def _ends_sentence(text: str, stop: re.Match[str], start: int, end: int, abbreviations: frozenset[str]) -> bool:
    """Tell whether this stop ends a sentence: not after an abbreviation or initial, not before a small letter."""
    following = text[stop.end() : min(end, stop.end() + 8)].lstrip()
    if not stop[0].startswith(".") or stop[0].startswith(".."):
        return not following[:1].islower()
    if following[:1].islower():
        return False
    word = _word_before().search(text, max(start, stop.start() - 24), stop.start())
    if word is None:
        return True
    before = word[0].strip(".").lower()
    is_initial = len(before) == 1 and before.isalpha() and word[0][:1].isupper()
    return not (is_initial or before in abbreviations) or not following


def _trimmed(text: str, edges: list[int]) -> tuple[Span, ...]:
    """Turn cut offsets into spans without surrounding white space, dropping empty ones."""
    spans = []
    for start, end in zip(edges, edges[1:], strict=False):
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = start + len(piece.rstrip())
        if left < right:
            spans.append((left, right))
    return tuple(spans)
