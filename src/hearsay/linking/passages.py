"""Passages that stand in two reports: evidence of a copy, side by side (text reuse)."""

from difflib import SequenceMatcher

from hearsay.records import Span
from hearsay.text.folding import fold_word
from hearsay.text.words import word_pattern

# Shorter runs of words are shared by any two reports of one happening.
FEWEST_WORDS = 7


def find_passages(one: str, other: str) -> tuple[tuple[Span, Span], ...]:
    """Find the passages that two texts share word for word: where each stands in the first, and in the other.

    >>> text = "The bridge over the Lona will be closed in May, the police said."
    >>> find_passages(text, "Yesterday: the bridge over the Lona will be closed in May.")
    (((0, 46), (11, 57)),)
    """
    ones, others = _words(one), _words(other)
    matcher = SequenceMatcher(None, [word for word, _ in ones], [word for word, _ in others], autojunk=False)
    return tuple(
        (
            (ones[match.a][1][0], ones[match.a + match.size - 1][1][1]),
            (others[match.b][1][0], others[match.b + match.size - 1][1][1]),
        )
        for match in matcher.get_matching_blocks()
        if match.size >= FEWEST_WORDS
    )


def _words(text: str) -> list[tuple[str, Span]]:
    """Give the words of a text, folded, with where they stand."""
    return [(fold_word(found[0]), found.span()) for found in word_pattern().finditer(text)]
