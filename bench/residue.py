"""Kinds of leftovers: lines that an extractor took for body and that stand in no gold text, sorted by what they are.

A line is left over if less than half of the pairs of its words stand in the gold text. Such lines are as often real text
that the gold leaves out, so only those of a kind count as residue: told by the gold's own title, authors, captions and
credits, by their form, or by words (residue.toml). List items count as a kind, as real lists of an article cannot be told.
"""

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

UNCLASSIFIED = "unclassified"  # as often real text as not
_WORD = re.compile(r"[\w\u0900-\u0dff]+")
_BULLET = re.compile(r"\s*[-–•*·→]+\s*")
_OPENING = re.compile(r"[\W_]*")
_CLOCK = re.compile(r"\d{1,4}\s?[./年:-]\s?\d{1,2}")
_SHARE = 0.5
_NEAR = 0.8
_SHARE_OF_DIGITS = 0.35
# Characters: a line that only mentions what such lines hold is longer.
_LONGEST = 400
_LONGEST_BYLINE = 80


class Words(NamedTuple):
    """What tells one kind."""

    opens: tuple[str, ...]
    holds: tuple[str, ...]


@cache
def load_words() -> dict[str, Words]:
    """Load the words of each kind."""
    tables = tomllib.loads((Path(__file__).parent / "residue.toml").read_text(encoding="utf8"))
    return {kind: Words(tuple(table["opens"]), tuple(table["holds"])) for kind, table in tables.items()}


def find_left_over(text: str, gold: str) -> list[str]:
    """Find the lines of which less than half of the pairs of words stand in the gold text."""
    known = _pairs(gold)
    return [line for line in text.splitlines() if _is_left_over(_pairs(line), known)]


def _is_left_over(pairs: Counter[tuple[str, ...]], known: Counter[tuple[str, ...]]) -> bool:
    """Tell whether too few of the pairs are known."""
    return bool(pairs) and sum((pairs & known).values()) < _SHARE * sum(pairs.values())


def _pairs(text: str) -> Counter[tuple[str, ...]]:
    """Count the pairs of words in a text; a single word is one of its own."""
    words = _WORD.findall(text.casefold())
    return Counter(zip(words, words[1:], strict=False)) if len(words) > 1 else Counter([tuple(words)] * bool(words))


def count_kinds(text: str, row: dict[str, Any]) -> Counter[str]:
    """Count the lines left over by kind; 'unclassified' are the others.

    >>> count_kinds("Read more: floods\\nNobody was hurt.", {"text": "Talks failed.", "title": "Talks"})
    Counter({'read_more': 1, 'unclassified': 1})
    """
    return Counter(find_kind(line, row) for line in find_left_over(text, row["text"]))


def find_kind(line: str, row: dict[str, Any]) -> str:
    """Tell the kind of a line that is left over."""
    folded = line.casefold()
    if _is_told(folded, [row.get("title") or ""]):
        return "title"
    if _is_told(folded, [*(row.get("captions") or ()), *(row.get("credits") or ())]):
        return "caption"
    if len(line) <= _LONGEST_BYLINE and any(author.casefold() in folded for author in row.get("author") or ()):
        return "byline"
    bare = folded[_OPENING.match(folded).end() :]  # type: ignore[union-attr]  # it matches nothing at least
    for kind, words in load_words().items():
        if kind == "byline" and (len(line) > _LONGEST_BYLINE or line[-1] in ".!?"):
            continue
        if len(line) <= _LONGEST and (
            folded.startswith(words.opens) or bare.startswith(words.opens) or any(map(folded.count, words.holds))
        ):
            return kind
    if _CLOCK.search(line) and sum(map(str.isdigit, line)) >= _SHARE_OF_DIGITS * sum(map(str.isalnum, line)):
        return "stamp"
    return "list item" if _BULLET.match(line) else UNCLASSIFIED


def _is_told(folded: str, golds: list[str]) -> bool:
    """Tell whether a line says what a gold string says: most words of the shorter one stand in the longer one."""
    words = set(_WORD.findall(folded))
    for gold in golds:
        told = set(_WORD.findall(gold.casefold()))
        if told and words and len(words & told) >= _NEAR * min(len(told), len(words)) and len(words) <= 2 * len(told):
            return True
    return False
