"""Cutting runs of letters where words are written without spaces: words that the pack knows, then what lies between.

Forward longest match (maximum matching) by one Aho-Corasick automaton a pack; no dictionary of the language is needed,
because only the words that patterns and closed classes ask for have to be seen.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from hearsay.records import Span

# Between known words: an ideograph each, and runs of one syllabary or alphabet.
_PIECE = re.compile(
    r"[\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]|[\u3041-\u309f]+|[\u30a1-\u30ff]+"
    r"|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+"
    r"|[^\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]+"
)
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_LEADING_VOWELS = "เแโใไເແໂໃໄ"
_FOLLOWING_SIGNS = "ะาำๅๆະາຳ"


class Cutter(msgspec.Struct, frozen=True):
    """The known words of a language without spaces, compiled."""

    automaton: AhoCorasick


def make_cutter(words: Iterable[str]) -> Cutter:
    """Compile folded words."""
    return Cutter(AhoCorasick(sorted(set(words)), matchkind=MatchKind.LeftmostLongest))


def cut_run(text: str, span: Span, cutter: Cutter) -> Iterator[Span]:
    """Cut a run of letters into known words and, between them, ideographs and runs of one script.

    >>> [*cut_run("新橋安全说", (0, 5), make_cutter(["安全", "说"]))]
    [(0, 1), (1, 2), (2, 4), (4, 5)]
    """
    start, end = span
    run = _lower(text[start:end])
    position = 0
    for _, first, last in cutter.automaton.find_matches_as_indexes(run):
        if stands_apart(run, first, last):
            yield from _pieces(run, (position, first), start)
            yield start + first, start + last
            position = last
    yield from _pieces(run, (position, len(run)), start)


def _lower(run: str) -> str:
    """Return a run in lower case, letter for letter, so that places in it stay what they are."""
    low = run.lower()
    return low if len(low) == len(run) else "".join(c.lower() if len(c.lower()) == 1 else c for c in run)


def _pieces(run: str, span: Span, offset: int) -> Iterator[Span]:
    """Yield the pieces of what is not known."""
    for match in _PIECE.finditer(run, *span):
        yield offset + match.start(), offset + match.end()


def is_unspaced(character: str) -> bool:
    """Tell whether a character is of a script that is written without spaces.

    >>> is_unspaced("橋"), is_unspaced("다"), is_unspaced("a")
    (True, False, False)
    """
    return _UNSPACED.match(character) is not None


def stands_apart(text: str, start: int, end: int) -> bool:
    """Tell whether a match begins and ends where words can: not inside a syllable, nor a word of letters or kana."""
    return not (
        (start > 0 and _holds_together(text[start - 1], text[start]))
        or (end < len(text) and _holds_together(text[end - 1], text[end]))
    )


def _holds_together(before: str, after: str) -> bool:
    """Tell whether no word ends between two characters."""
    if before in _LEADING_VOWELS or after in _FOLLOWING_SIGNS or unicodedata.category(after)[0] == "M":
        return True
    if "\u30a1" <= after <= "\u30fe" and after != "・":
        return "\u30a1" <= before <= "\u30fe" and before != "・"
    return not is_unspaced(after) and not is_unspaced(before) and after.isalnum() and before.isalnum()
