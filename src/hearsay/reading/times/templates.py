"""Templates over elements: sentences of the pack compiled to a tree of symbols, and the choice among their matches.

A cascade of templates, as in FASTUS and SUTime; the longest expression wins, of equals the one written first.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from typing import Any

import msgspec

from hearsay.errors import PackError
from hearsay.text.words import letter_class

_TOKEN = re.compile(r"(\{\w+\})|(<\w+>)|([()\[\]])|([^\s(){}<>\[\]]+)")
_ENDS = ""  # the key of the templates that end at a node; no symbol is empty
Node = dict[str, Any]


class Element(msgspec.Struct, frozen=True):
    """A word, number, mark or expression found before: its place and, for each symbol that it can be, the value."""

    start: int
    end: int
    symbols: dict[str, Any]
    doubtful: bool = False


class Template(msgspec.Struct, frozen=True):
    """One reading of a template: its symbols, and which of them (half open) make up each time."""

    meaning: str
    value: str
    symbols: tuple[str, ...]
    groups: tuple[tuple[int, int], ...]
    rank: int


class Match(msgspec.Struct, frozen=True):
    """A template at elements [start, start + its length), with the value of each symbol."""

    template: Template
    start: int
    values: tuple[Any, ...]

    @property
    def bounds(self) -> tuple[int, int]:
        """Return the elements from the first to the last time of the match."""
        groups = self.template.groups
        return self.start + groups[0][0], self.start + groups[-1][1]


@cache
def _literal_pattern() -> re.Pattern[str]:
    return re.compile(rf"\d+|(?:(?!\d)[{letter_class()}])+|\S")


def split_literal(text: str) -> list[str]:
    """Split words of a template as the elements of a text are split.

    >>> split_literal("o'clock")
    ['o', "'", 'clock']
    """
    # A hyphen inside a word is no element of a text either (elements.py).
    return _literal_pattern().findall(re.sub(r"(?<=\w)-(?=\w)", " ", text))


def parse_template(text: str, *, meaning: str, value: str, rank: int) -> list[Template]:
    """Parse a template into one reading for each choice of its optional parts."""
    readings: list[list[str]] = [[]]
    for choices in _split_optionals(text):
        readings = [[*reading, *choice] for reading, choice in product(readings, choices)]
    return [_finish(reading, meaning=meaning, value=value, rank=rank) for reading in readings]


def _split_optionals(text: str) -> Iterator[list[list[str]]]:
    """Yield each piece of a template with its choices: a part in parentheses may be there or lack."""
    inside: list[str] | None = None
    for hole, class_name, bracket, literal in _TOKEN.findall(text):
        if bracket == "(":
            inside = []
        elif bracket == ")" and inside is not None:
            yield [inside, []]
            inside = None
        else:
            symbols = [hole or class_name or bracket] if not literal else split_literal(literal)
            if inside is None:
                yield [symbols]
            else:
                inside += symbols
    if inside is not None:
        raise PackError(f"template '{text}': a parenthesis is open; close it.")


def _finish(reading: list[str], *, meaning: str, value: str, rank: int) -> Template:
    """Take the brackets out of a reading and keep where they stood."""
    symbols: list[str] = []
    edges: list[int] = []
    for symbol in reading:
        if symbol in "[]":
            edges.append(len(symbols))
        else:
            symbols.append(symbol)
    groups = tuple(zip(edges[::2], edges[1::2], strict=True)) or ((0, len(symbols)),)
    return Template(meaning=meaning, value=value, symbols=tuple(symbols), groups=groups, rank=rank)


def grow_tree(templates: Sequence[Template]) -> Node:
    """Return the tree of all templates' symbols."""
    tree: Node = {}
    for template in templates:
        node = tree
        for symbol in template.symbols:
            node = node.setdefault(symbol, {})
        node.setdefault(_ENDS, []).append(template)
    return tree


def find_matches(elements: Sequence[Element], tree: Node) -> list[Match]:
    """Find every match of every template, the best first: widest time, then the template that was written first."""
    matches: list[Match] = []

    def walk(node: Node, start: int, index: int, values: tuple[Any, ...]) -> None:
        """Follow the tree from one element on, keeping each template that ends on the way."""
        if _ENDS in node:
            matches.extend(Match(template, start, values) for template in node[_ENDS])
        if index < len(elements):
            for symbol, value in elements[index].symbols.items():
                child = node.get(symbol)
                if child is not None:
                    walk(child, start, index + 1, (*values, value))

    for start, element in enumerate(elements):
        if element.symbols:
            walk(tree, start, start, ())
    return sorted(matches, key=lambda match: (-_width(match, elements), match.template.rank, match.start))


def _width(match: Match, elements: Sequence[Element]) -> int:
    """Count the characters from the first to the last time of a match."""
    first, last = match.bounds
    return elements[last - 1].end - elements[first].start
