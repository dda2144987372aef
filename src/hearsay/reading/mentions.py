"""Mentions: every name in a report, listed or not, with its kind, its fullest form in the report and its entity's id.

A span covers whole words, case ending included, so that a mark never cuts a letter from its vowel sign; `name` is without
the ending. A state, a capital or a seat of power is a government only where it acts, else a place.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from hearsay.packs.entities import Entity, NameHit, find_names, load_entities
from hearsay.reading.acting import is_acting
from hearsay.reading.bare_names import find_bare_names
from hearsay.reading.capital_names import Candidate, find_capital_names, find_headings
from hearsay.reading.name_words import Lexicon, fold_words, load_lexicon, lower
from hearsay.records import Mention, MentionKind, Span, Zone, ZoneKind
from hearsay.text.words import letter_class, word_pattern

_UNREAD = (ZoneKind.RESIDUE,)
_KINDS = {kind.value: kind for kind in MentionKind}
_SHORTEST_PART = 3  # letters; shorter parts of names are too often words


class Named(NamedTuple):
    """A name in the text before short forms are led back: `known` are the entities it may be."""

    start: int
    end: int
    kind: MentionKind | None
    name: str
    known: tuple[str, ...] = ()
    starts_sentence: bool = False


def find_mentions(text: str, *, language: str, zones: Sequence[Zone] = ()) -> tuple[Mention, ...]:
    """Find the names in a folded text: ordered, disjoint, never raising.

    >>> [(m.name, m.kind.value) for m in find_mentions("Mr. Jan Olders left.", language="en")]
    [('Jan Olders', 'person')]
    """
    lexicon = load_lexicon(language)
    listed = tuple(_listed(text, lexicon, language))
    unlisted = _unlisted(text, listed, lexicon, language)
    named = _merge(listed, unlisted)
    unread = [zone.span for zone in zones if zone.kind in _UNREAD]
    named = [name for name in named if not any(start <= name.start < end for start, end in unread)]
    return tuple(_mentions(text, named, lexicon, language))


@cache
def _to_word_end() -> re.Pattern[str]:
    """Return the pattern of the letters that still belong to a word."""
    return re.compile(f"[{letter_class()}]*")


def _listed(text: str, lexicon: Lexicon, language: str) -> Iterator[Named]:
    """Yield the listed names; a state, capital or seat that acts is a government."""
    entities = load_entities()
    for hit in find_names(text, language):
        if hit.role == "adjective" or not hit.entities:
            continue
        start, end = hit.span
        known = [entities[entity] for entity in hit.entities]
        whole = end if lexicon.has_capitals else _to_word_end().match(text, end).end()  # type: ignore[union-attr]
        yield Named(start, whole, _kind_of(text, hit, known, language), text[start:end], hit.entities)


def _kind_of(text: str, hit: NameHit, known: Sequence[Entity], language: str) -> MentionKind:
    """Tell the kind of a listed name; what can stand for a government does so only where it acts."""
    kinds = {entity.kind for entity in known}
    if hit.role in ("capital", "seat") or kinds & {"state", "capital", "seat"}:
        return MentionKind.GOVERNMENT if is_acting(text, hit.span, language=language) else MentionKind.PLACE
    return _KINDS.get(known[0].kind, MentionKind.OTHER)


def _unlisted(text: str, listed: Sequence[Named], lexicon: Lexicon, language: str) -> tuple[Candidate, ...]:
    """Find the names that nobody listed."""
    taken = [(name.start, name.end) for name in listed]
    find = find_capital_names if lexicon.has_capitals else find_bare_names
    return find(text, language=language, taken=taken)


def _merge(listed: Sequence[Named], unlisted: Sequence[Candidate]) -> list[Named]:
    """Join both: an unlisted name that holds a listed one wins, else the listed one does."""
    merged: list[Named] = []
    rest = iter(sorted(listed))
    current = next(rest, None)
    for candidate in unlisted:
        while current is not None and current.end <= candidate.start:
            merged.append(current)
            current = next(rest, None)
        if current is not None and current.start < candidate.end and not _holds(candidate, current):
            continue
        while current is not None and current.start < candidate.end:
            current = next(rest, None)
        merged.append(Named(candidate.start, candidate.end, candidate.kind, "", (), candidate.starts_sentence))
    return [*merged, *([current] if current is not None else []), *rest]


def _holds(candidate: Candidate, named: Named) -> bool:
    """Tell whether a candidate of a sure kind holds the whole of a listed name and more."""
    longer = candidate.end - candidate.start > named.end - named.start
    return candidate.kind is not None and longer and candidate.start <= named.start and named.end <= candidate.end


def _mentions(text: str, named: list[Named], lexicon: Lexicon, language: str) -> Iterator[Mention]:
    """Make mentions: plain names, then the short forms led back to full ones."""
    bare = _bare_words(text) if not lexicon.has_capitals else frozenset()
    named = [name if name.name else name._replace(name=_plain(text, name, bare, lexicon)) for name in named]
    named = _with_short_forms(text, named, lexicon)
    sure = frozenset(name.known[0] for name in named if len(name.known) == 1)
    fullest = _fullest_names(named, sure)
    people = _people(named)
    kinds = {name.name: name.kind for name in named if name.kind is not None}
    alone = frozenset(name.name for name in named if " " not in name.name)
    inside = frozenset(name.name for name in named if not name.starts_sentence)
    for name in named:
        entity = _entity(name.known, sure)
        full = people.get(lower(name.name), name) if entity is None and name.kind in (None, MentionKind.PERSON) else name
        entity = entity or _entity(full.known, sure)
        kind = full.kind or kinds.get(name.name) or _guess(text, name, lexicon, alone)
        if full.kind is None and name.starts_sentence and " " not in name.name and name.name not in inside:
            continue
        yield Mention((name.start, name.end), kind, fullest.get(entity or "", full.name), entity)


def _entity(known: tuple[str, ...], sure: frozenset[str]) -> str | None:
    """Choose the entity: the only one, or the only one of which the text leaves no doubt elsewhere."""
    if len(known) == 1:
        return known[0]
    likely = [entity for entity in known if entity in sure]
    return likely[0] if len(likely) == 1 else None


def _bare_words(text: str) -> frozenset[str]:
    """Return the words of a text as they stand: a stem is known if it is one of them."""
    return frozenset(match.group().lower() for match in word_pattern().finditer(text))


def _plain(text: str, name: Named, bare: frozenset[str], lexicon: Lexicon) -> str:
    """Return an unlisted name without its case ending, stripped only if the rest is known.

    The ending of the one spoken to is stripped from any person: no name ends like it.
    """
    surface = " ".join(text[name.start : name.end].split())
    head, _, last = surface.rpartition(" ")
    folded = lower(last)
    if lexicon.has_capitals or not lexicon.stems(folded):
        return surface
    known = lexicon.name_parts | lexicon.heads | lexicon.bodies
    stem = lexicon.known_stem(folded, known) or next((stem for stem in lexicon.stems(folded) if stem in bare), folded)
    accusative = fold_words(lexicon.pack.source.language.cases.get("accusative", ""))
    if stem == folded and name.kind is MentionKind.PERSON:
        stem = next((folded.removesuffix(ending) for ending in accusative if folded.endswith(ending)), folded)
    return f"{head} {last[: len(stem)]}".strip()


@cache
def _closed_words(language: str) -> frozenset[str]:
    """Return the words that are never a short form of a name."""
    lexicon = load_lexicon(language)
    return lexicon.no_names | lexicon.titles | lexicon.groups | lexicon.people | fold_words(lexicon.names.particles)


def _people(named: Iterable[Named]) -> dict[str, Named]:
    """Map each short form, and each full one, to the one person that it can mean."""
    full: dict[tuple[str, str], Named] = {}
    for name in named:
        words = lower(name.name).split(" ")
        if name.kind is MentionKind.PERSON and len(words) > 1:
            words = words[:-1] if words[-1].rstrip(".") in ("jr", "sr") and len(words) > 2 else words
            key = (words[0], words[-1].rstrip(",."))
            known = full.get(key)
            full[key] = name if known is None or len(name.name) > len(known.name) else known
    people: dict[str, Named | None] = {}
    for (first, last), name in full.items():
        for part in (last, first):
            is_same = part not in people or people[part] is name
            people[part] = name if is_same and len(part) >= _SHORTEST_PART else None
    for name in named:
        words = lower(name.name).split(" ")
        if name.kind is MentionKind.PERSON and len(words) > 1 and (words[0], words[-1]) in full:
            people[" ".join(words)] = full[words[0], words[-1]]
    return {part: name for part, name in people.items() if name is not None}


def _with_short_forms(text: str, named: list[Named], lexicon: Lexicon) -> list[Named]:
    """Find further the short and full forms of persons where capitals do not show them: headings, other scripts."""
    people = _people(named)
    closed = _closed_words(lexicon.pack.source.language.code)
    parts = {part for part in people if " " not in part and part not in closed and part not in lexicon.given}
    if lexicon.has_capitals:
        stretches: Sequence[Span] = find_headings(text)
    else:
        stretches = ((0, len(text)),)
    if not parts or not stretches:
        return named
    taken = sorted((name.start, name.end) for name in named)
    found = [
        Named(match.start(), match.end(), MentionKind.PERSON, text[match.start() : match.start() + len(stem)])
        for stretch in stretches
        for match in word_pattern().finditer(text, *stretch)
        if (stem := _known_part(match.group(), parts, lexicon)) is not None
    ]
    return sorted([*named, *_outside(found, taken)])


def _known_part(word: str, parts: set[str], lexicon: Lexicon) -> str | None:
    """Return the part of a name that a word is, with or without an ending."""
    folded = lower(word).removesuffix("'s") if lexicon.has_capitals else word.lower()
    return lexicon.known_stem(folded, parts)


def _outside(found: Iterable[Named], taken: Sequence[Span]) -> Iterator[Named]:
    """Keep the names that overlap no span of an ordered list."""
    position = 0
    for name in found:
        while position < len(taken) and taken[position][1] <= name.start:
            position += 1
        if position == len(taken) or name.end <= taken[position][0]:
            yield name


def _fullest_names(named: Iterable[Named], sure: frozenset[str]) -> dict[str, str]:
    """Map each entity to the longest name that the text gives it."""
    fullest: dict[str, str] = {}
    for name in named:
        entity = _entity(name.known, sure)
        if entity is not None and len(name.name) > len(fullest.get(entity, "")):
            fullest[entity] = name.name
    return fullest


def _guess(text: str, name: Named, lexicon: Lexicon, alone: frozenset[str]) -> MentionKind:
    """Guess the kind of a name that only its shape shows: a person's if its last word also stands alone, after 'in' a place's."""
    before = text[max(0, name.start - 12) : name.start].lower().split()
    if before and before[-1] in fold_words(lexicon.names.place_verbs) and lexicon.has_capitals:
        return MentionKind.PLACE
    words = name.name.split(" ")
    is_personal = 2 <= len(words) <= 3 and words[-1] in alone and words[-1].isalpha() and before[-1:] != ["the"]
    return MentionKind.PERSON if is_personal else MentionKind.OTHER
