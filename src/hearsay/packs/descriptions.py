"""What an unnamed source is called, and which descriptions may be of one source: a lattice (description drift).

The kinds and their order are in lattice.toml, the words for them in the packs under [unnamed]. A description is what is
left when a name is withheld: what kind of person speaks, and for which side.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

import msgspec

from hearsay.packs.entities import find_names, load_entities
from hearsay.packs.loading import is_pack_file, list_languages, load_pack_source
from hearsay.packs.schema import Section, StateGroup, UnnamedKind
from hearsay.records import Record
from hearsay.text.folding import fold_word
from hearsay.text.words import word_pattern

# A word of a pack that ends so stands for every word that begins with it: languages that add endings to words.
_BEGINNING = "-"
_INSIDE = "~"
_SPACE = "_"
_JOINS = re.compile("[-'‑]")
_NO_ONE = frozenset({"media"})


class Lattice(Section, frozen=True):
    """lattice.toml: kinds with the wider kinds above each, and groups of states."""

    wider: dict[UnnamedKind, list[UnnamedKind]]
    groups: dict[StateGroup, list[str]]


class Description(Record, frozen=True):
    """What kinds of people a source is said to be of, and the states that it may belong to; empty where nothing is said."""

    kinds: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()


@cache
def load_lattice() -> Lattice:
    """Load the lattice of descriptions."""
    return msgspec.toml.decode((files("hearsay.packs") / "lattice.toml").read_bytes(), type=Lattice)


@lru_cache(maxsize=65_536)
def describe(words: str, language: str) -> Description:
    """Describe a source by the words that it goes by, each kind as narrow as they are.

    >>> sorted(describe("Western intelligence officials", "en").kinds)
    ['intelligence']
    """
    folded = list(_fold_words(words))
    kinds = _narrowest(_find(folded, _load_words(language, "kinds")))
    states = _find_states(words, language)
    if not states:
        groups = _find(folded, _load_words(language, "groups"))
        states = frozenset(state for group in groups for state in _states_of(group))
    return Description(kinds, states)


def names_nobody(description: Description) -> bool:
    """Tell whether the words point at what others reported ("media reports") and so at no source of their own."""
    return bool(description.kinds) and description.kinds <= _NO_ONE


def may_be_one(one: Description, other: Description) -> bool:
    """Tell whether two descriptions can be of one source: nothing in their kinds or sides speaks against it.

    >>> may_be_one(describe("US officials", "en"), describe("South Korean officials", "en"))
    False
    """
    return _share_side(one, other) and _share_kind(one.kinds, other.kinds)


def is_as_wide(one: Description, other: Description) -> bool:
    """Tell whether the first says nothing that the second does not say: it may be a retelling of it."""
    sides = not one.sides or (bool(other.sides) and one.sides >= other.sides)
    return sides and _covers(one.kinds, other.kinds)


def width(description: Description) -> float:
    """Measure how wide a description is, from 0: how many states and how general a kind it leaves open."""
    depth = max((len(_above(kind)) for kind in description.kinds), default=0)
    sides = 1 - 1 / len(description.sides) if description.sides else 1.0
    return sides + 1 / (1 + depth)


def _share_side(one: Description, other: Description) -> bool:
    return not one.sides or not other.sides or bool(one.sides & other.sides)


def _share_kind(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether some kind of one is, or is above or below, some kind of the other; insiders can be of any kind."""
    if not ones or not others or "insider" in ones | others:
        return True
    return any(a == b or b in _above(a) or a in _above(b) for a in ones for b in others)


def _covers(wide: frozenset[str], narrow: frozenset[str]) -> bool:
    """Tell whether each kind of the wider description is or stands above a kind of the narrower one."""
    if not wide:
        return True
    return bool(narrow) and all(any(a == b or a in _above(b) for b in narrow) for a in wide)


def _above(kind: str) -> Sequence[str]:
    return _load_wider().get(kind, ())


@cache
def _load_wider() -> Mapping[str, Sequence[str]]:
    return {str(kind): tuple(wider) for kind, wider in load_lattice().wider.items()}


def _states_of(group: str) -> Sequence[str]:
    return next(states for name, states in load_lattice().groups.items() if name == group)


def _narrowest(kinds: frozenset[str]) -> frozenset[str]:
    """Leave out kinds that stand above another one: intelligence sources are no sources of any kind."""
    return kinds - {wider for kind in kinds for wider in _above(kind)}


def _fold_words(words: str) -> Iterator[str]:
    """Yield each word folded, and the parts of those that a hyphen or an apostrophe joins: "US-Beamte", "l'ambassadeur"."""
    for word in word_pattern().findall(words):
        folded = _fold(word)
        yield folded
        if len(parts := _JOINS.split(folded)) > 1:
            yield from parts


def _fold(words: str) -> str:
    return fold_word(words).replace("i\u0307", "i")  # Turkish İ in lower case


class _Words(NamedTuple):
    """The words of one kind: as they stand, as beginnings, and as parts of words; phrases with a space at both ends."""

    whole: frozenset[str]
    begins: tuple[str, ...]
    inside: tuple[str, ...]
    phrases: tuple[str, ...]


@cache
def _load_words(language: str, table: str) -> Mapping[str, _Words]:
    """Load the words of a language for each kind or group; none where there is no pack."""
    if language not in list_languages() and not is_pack_file(language):
        return {}
    unnamed = load_pack_source(language).unnamed
    tables: Mapping[Any, str] = unnamed.kinds if table == "kinds" else unnamed.groups
    return {str(name): _split(words.split()) for name, words in tables.items()}


def _split(words: Iterable[str]) -> _Words:
    """Split words by how they are looked for."""
    folded = [_fold(word) for word in words]
    begins = tuple(word.removesuffix(_BEGINNING) for word in folded if word.endswith(_BEGINNING))
    inside = tuple(word.strip(_INSIDE).replace(_SPACE, " ") for word in folded if word.startswith(_INSIDE))
    others = [word for word in folded if word[-1] != _BEGINNING and word[0] != _INSIDE]
    phrases = tuple(f" {word.replace(_SPACE, ' ')} " for word in others if _SPACE in word)
    return _Words(frozenset(word for word in others if _SPACE not in word), begins, inside, phrases)


def _find(words: Sequence[str], table: Mapping[str, _Words]) -> frozenset[str]:
    """Find the names of the table whose words are among these."""
    line = f" {' '.join(words)} "
    return frozenset(name for name, known in table.items() if _has(words, line, known))


def _has(words: Sequence[str], line: str, known: _Words) -> bool:
    """Tell whether one of the words of a kind is there."""
    is_there = any(word in known.whole or word.startswith(known.begins) for word in words)
    return is_there or any(part in line for part in (*known.inside, *known.phrases))


def _find_states(text: str, language: str) -> frozenset[str]:
    """Find the states named in the words: "US", "South Korean", "Moscow"."""
    entities = load_entities()
    found = set()
    for hit in find_names(text, language):
        for identity in hit.entities:
            entity = entities[identity]
            state = entity.capital_of or entity.seat_of or entity.country or (identity if entity.code else None)
            if state:
                found.add(state)
    return frozenset(found)
