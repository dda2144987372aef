"""Search in any script: what was typed, and every name in the ledger that is the same one by entity or by sound."""

from collections.abc import Iterable, Iterator

from hearsay.ledger import Ledger, SourceRow
from hearsay.ledger.pages import NameRow
from hearsay.records import Record
from hearsay.text.name_matching import SAME_NAME, compare_names

_MOST_NAMES = 24
_MOST_WORDS = 5  # a longer question is no name


class Sought(Record, frozen=True):
    """What a question stands for: the phrases looked for, and the names in the ledger that it means."""

    phrases: tuple[str, ...]
    names: tuple[NameRow, ...]


def widen(ledger: Ledger, asked: str) -> Sought:
    """Widen a question by the same names in other scripts and spellings."""
    question = asked.strip()
    words = question.strip('"').split()
    if not words or len(words) > _MOST_WORDS:
        return Sought((question,) if question else (), ())
    bare = " ".join(words)
    found = [row for row in ledger.pages.names_like(bare) if _is_same(bare, row.name)]
    named = tuple(sorted(found, key=lambda row: (row.name.casefold() != bare.casefold(), len(row.name))))[:_MOST_NAMES]
    others = (part for part in _spellings(bare, named, ledger) if part.casefold() != bare.casefold())
    phrases = [question, *(f'"{part}"' for part in others)]
    return Sought(tuple(dict.fromkeys(phrases))[: _MOST_NAMES + 1], named)


def find_sources(ledger: Ledger, sought: Sought) -> tuple[SourceRow, ...]:
    """Give the sources that a question means."""
    return ledger.pages.source_rows(identity for row in sought.names for identity in (row.entity, row.name) if identity)


def _spellings(bare: str, names: Iterable[NameRow], ledger: Ledger) -> Iterator[str]:
    """Give what to look for beside the question: the part of each name that sounds like it, and the entity's other names."""
    for row in names:
        yield next((window for window in _windows(row.name, len(bare.split())) if _sounds(bare, window)), row.name)
    for entity in dict.fromkeys(row.entity for row in names if row.entity):
        yield from ledger.pages.names_of(entity)


def _is_same(bare: str, name: str) -> bool:
    """Tell whether a name, or as many words of it in a row as were asked for, sounds like what was asked for."""
    return any(_sounds(bare, window) for window in (name, *_windows(name, len(bare.split()))))


def _windows(name: str, size: int) -> Iterator[str]:
    words = name.split()
    if size < len(words):
        yield from (" ".join(words[k : k + size]) for k in reversed(range(len(words) - size + 1)))


def _sounds(one: str, other: str) -> bool:
    return compare_names(one, other) >= SAME_NAME
