"""Mentions: every name in a report, listed or not, with its kind, its fullest form in the report and its entity's id.

A span covers whole words, case ending included, so that a mark never cuts a letter from its vowel sign; `name` is
without the ending. Short forms are led back to the one full name of the report that they can mean, or left as they are.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from hearsay.reading.bare_names import find_bare_names
from hearsay.reading.capital_names import Candidate, find_capital_names, find_headings
from hearsay.reading.foreign_names import find_foreign_names
from hearsay.reading.listed_names import ListedName, find_listed_names
from hearsay.reading.name_kinds import guess_kind, is_foreign, kind_behind_title
from hearsay.reading.name_words import (
    Lexicon,
    fold_words,
    is_other_gender,
    load_lexicon,
    lower,
    without_hyphened_ending,
)
from hearsay.reading.nation_names import without_nations
from hearsay.reading.plain_names import find_plain_names
from hearsay.reading.quoted_bodies import find_quoted_bodies
from hearsay.reading.run_names import find_run_names
from hearsay.records import Mention, MentionKind, Span, Zone, ZoneKind
from hearsay.text.words import word_pattern

_UNREAD = (ZoneKind.RESIDUE,)
_SHORTEST_PART = 3  # letters; shorter parts of names are too often words
_FULLEST = (MentionKind.PERSON, MentionKind.ORGANISATION)  # a state keeps the name that the report gives it


class Named(NamedTuple):
    """A name in the text before short forms are led back; `kind` is None where only its shape speaks for it."""

    start: int
    end: int
    kind: MentionKind | None
    name: str
    entity: str | None = None
    starts_sentence: bool = False


def find_mentions(text: str, *, language: str, zones: Sequence[Zone] = ()) -> tuple[Mention, ...]:
    """Find the names in a folded text: ordered, disjoint, never raising.

    >>> [(m.name, m.kind.value) for m in find_mentions("Mr. Jan Olders left.", language="en")]
    [('Jan Olders', 'person')]
    """
    lexicon = load_lexicon(language)
    listed = find_listed_names(text, language=language)
    unlisted = _unlisted_finder(lexicon)(text, language=language, taken=[(name.start, name.end) for name in listed])
    unlisted = without_nations(text, unlisted, lexicon)
    for certain in (find_foreign_names(text, lexicon), tuple(find_quoted_bodies(text, lexicon))):
        if certain:
            unlisted = sorted([*certain, *_outside_of(unlisted, certain)])
    named = _with_plain_names(text, _merge(listed, unlisted), lexicon)
    unread = [zone.span for zone in zones if zone.kind in _UNREAD]
    if unread:
        named = [name for name in named if not any(start <= name.start < end for start, end in unread)]
    return tuple(_mentions(text, named, lexicon))


def _outside_of(unlisted: Sequence[Candidate], certain: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates that touch none of the ordered names that are certain."""
    starts = [name.start for name in certain]
    return [
        candidate
        for candidate in unlisted
        if (k := bisect_right(starts, candidate.end - 1)) == 0 or certain[k - 1].end <= candidate.start
    ]


def _unlisted_finder(lexicon: Lexicon) -> Callable[..., Sequence[Candidate]]:
    """Return what finds unlisted names in a language: by capitals, by words, or by what stands beside a stretch."""
    if lexicon.has_capitals:
        return find_capital_names
    is_run = lexicon.pack.cutter is not None or lexicon.names.title_follows
    return find_run_names if is_run else find_bare_names


def _merge(listed: Sequence[ListedName], unlisted: Sequence[Candidate]) -> list[Named]:
    """Join both: an unlisted name that holds a listed one wins, else the listed one does."""
    holding = [candidate for candidate in unlisted if candidate.kind is not None]
    kept = list(_outside([Named(*name) for name in listed], _longer_than(listed, holding)))
    taken = [(name.start, name.end) for name in kept]
    fresh = [Named(c.start, c.end, c.kind, "", None, c.starts_sentence) for c in unlisted]
    return sorted([*kept, *_outside(fresh, taken)], key=lambda name: name.start)


def _longer_than(listed: Sequence[ListedName], candidates: Sequence[Candidate]) -> list[Span]:
    """Return the spans of those candidates that hold the whole of a listed name and more."""
    spans = []
    rest = iter(candidates)
    candidate = next(rest, None)
    for name in listed:
        while candidate is not None and candidate.end < name.end:
            candidate = next(rest, None)
        if candidate is not None and candidate.start <= name.start and candidate[:2] != name[:2]:
            spans.append(candidate[:2])
    return spans


def _outside(found: Iterable[Named], taken: Sequence[Span]) -> Iterator[Named]:
    """Keep the names that overlap no span of an ordered list."""
    position = 0
    for name in found:
        while position < len(taken) and taken[position][1] <= name.start:
            position += 1
        if position == len(taken) or name.end <= taken[position][0]:
            yield name


def _with_plain_names(text: str, named: list[Named], lexicon: Lexicon) -> list[Named]:
    """Give every unlisted name its form without a case ending."""
    if lexicon.has_capitals:
        spelt = [text[name.start : name.end] for name in named]
        bare_names = find_plain_names([s for s, name in zip(spelt, named, strict=True) if not name.name], lexicon)
        pairs = zip(named, spelt, strict=True)
        plain = [name if name.name else name._replace(name=bare_names.get(s, s)) for name, s in pairs]
        return [_without_title(text, name, lexicon) for name in plain] if lexicon.declensions else plain
    bare = frozenset(match.group().lower() for match in word_pattern().finditer(text))
    return [name if name.name else name._replace(name=_plain(text, name, bare, lexicon)) for name in named]


def _without_title(text: str, name: Named, lexicon: Lexicon) -> Named:
    """Take for no person what a title is of: мэр Ладвинска."""
    if name.kind is not MentionKind.PERSON or " " in name.name:
        return name
    if is_foreign(name.name, lexicon):
        return name._replace(kind=MentionKind.ORGANISATION)
    kind = kind_behind_title(text, (name.start, name.end), name.name, lexicon)
    return name if kind is None else name._replace(kind=kind)


def _plain(text: str, name: Named, bare: frozenset[str], lexicon: Lexicon) -> str:
    """Return an unlisted name without its case ending, stripped only if the rest is known.

    The ending of the one spoken to is stripped from any person: no name ends like it.
    """
    head, _, last = text[name.start : name.end].rpartition(" ")
    folded = lower(last)
    bare_word = without_hyphened_ending(folded, lexicon)
    if bare_word != folded:
        return f"{head} {last[: len(bare_word)]}".strip()
    known = lexicon.known_stem(folded, lexicon.name_parts | lexicon.all_heads)
    stem = known or next((stem for stem in lexicon.stems(folded) if stem in bare), folded)
    accusative = fold_words(lexicon.pack.source.language.cases.get("accusative", ""))
    if stem == folded and name.kind is MentionKind.PERSON:
        stem = next((folded.removesuffix(ending) for ending in accusative if folded.endswith(ending)), folded)
    return f"{head} {last[: len(stem)]}".strip()


def _mentions(text: str, named: list[Named], lexicon: Lexicon) -> Iterator[Mention]:
    """Make mentions, short forms led back to full ones; a sentence's first word alone needs a second occurrence."""
    named = _with_persons_told_later(named)
    people = {**_people(named, fold_words(lexicon.names.suffixes)), **_families(named, lexicon)}
    named = _with_short_forms(text, named, people, lexicon)
    fullest = _fullest_names(named)
    kinds = {name.name: name.kind for name in named if name.kind is not None}
    alone = frozenset(name.name for name in named if " " not in name.name)
    inside = frozenset(name.name for name in named if not name.starts_sentence)
    for name in named:
        full = name
        if name.entity is None and name.kind in (None, MentionKind.PERSON):
            full = people.get(lower(name.name), name)
            full = name if is_other_gender(text[max(0, name.start - 12) : name.start], full.name, lexicon) else full
        is_family = lower(name.name) in lexicon.own_families
        is_lone = full.kind is None and name.starts_sentence and " " not in name.name and name.name not in inside
        is_noun = full.kind is None and lexicon.pack.source.language.capital_nouns and " " not in name.name
        if (is_lone or is_noun) and not is_family:
            continue
        kind = full.kind or kinds.get(name.name) or guess_kind(text, (name.start, name.end), name.name, lexicon, alone)
        called = fullest.get(full.entity or "", full.name) if kind in _FULLEST else full.name
        yield Mention((name.start, name.end), kind, called, full.entity)


def _with_persons_told_later(named: list[Named]) -> list[Named]:
    """Take a name of two or three words for a person's if its last word alone is one's: "Odell Quist … Mr Quist"."""
    told = {name.name for name in named if name.kind is MentionKind.PERSON and " " not in name.name}
    return [
        name._replace(kind=MentionKind.PERSON)
        if name.kind is None
        and name.entity is None
        and name.name.count(" ") in (1, 2)
        and name.name.rpartition(" ")[2] in told
        else name
        for name in named
    ]


def _fullest_names(named: Iterable[Named]) -> dict[str, str]:
    """Map each entity to the longest name that the text gives it."""
    fullest: dict[str, str] = {}
    for name in named:
        if name.entity is not None and len(name.name) > len(fullest.get(name.entity, "")):
            fullest[name.entity] = name.name
    return fullest


@cache
def _closed_words(language: str) -> frozenset[str]:
    """Return the words that are never a short form of a name."""
    lexicon = load_lexicon(language)
    return lexicon.no_names | lexicon.titles | lexicon.groups | lexicon.people | fold_words(lexicon.names.particles)


def _people(named: Iterable[Named], suffixes: frozenset[str]) -> dict[str, Named]:
    """Map each short and full form to the one person that it can mean; one named oftener than all others wins."""
    full: dict[tuple[str, str], Named] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for name in named:
        key = _first_and_last(name, suffixes)
        if key is not None:
            known = full.get(key)
            counts[key] += 1
            full[key] = name if known is None or len(name.name) > len(known.name) else known
    bearers: dict[str, list[tuple[str, str]]] = {}
    for key in full:
        for part in set(key):
            bearers.setdefault(part, []).append(key)
        bearers[" ".join(key)] = [key]
    people = {part: full[key] for part, keys in bearers.items() if (key := _leading(keys, counts)) is not None}
    return {part: name for part, name in people.items() if len(part) >= _SHORTEST_PART}


def _families(named: Iterable[Named], lexicon: Lexicon) -> dict[str, Named]:
    """Map each family name to the one person who bears it, where it is written in one with the given name: 김수진."""
    if not lexicon.names.title_follows:
        return {}
    families = tuple(fold_words(lexicon.names.families))
    bearers: dict[str, dict[str, Named]] = {}
    for name in named:
        if name.kind is MentionKind.PERSON and " " not in name.name:
            for family in families:
                if name.name.startswith(family) and len(family) < len(name.name) <= len(family) + 2:
                    bearers.setdefault(family, {}).setdefault(name.name, name)
    return {family: next(iter(names.values())) for family, names in bearers.items() if len(names) == 1}


def _first_and_last(name: Named, suffixes: frozenset[str]) -> tuple[str, str] | None:
    """Return the first and last word of a person's full name, suffixes apart; None for all else."""
    if name.kind is not MentionKind.PERSON or " " not in name.name:
        return None
    words = lower(name.name).replace(",", "").split(" ")
    if words[-1].rstrip(".") in suffixes and len(words) > 2:
        words.pop()
    return words[0], words[-1]


def _leading(keys: list[tuple[str, str]], counts: Counter[tuple[str, str]]) -> tuple[str, str] | None:
    """Return the only key, or the one that is named oftener than all others together."""
    first = max(keys, key=lambda key: counts[key])
    return first if counts[first] > sum(counts[key] for key in keys) - counts[first] else None


def _with_short_forms(text: str, named: list[Named], people: dict[str, Named], lexicon: Lexicon) -> list[Named]:
    """Find further the short forms of persons where capitals do not show them: in headings, in other scripts."""
    closed = _closed_words(lexicon.pack.name)
    parts = {part for part in people if " " not in part and part not in closed}
    stretches: Sequence[Span] = find_headings(text) if lexicon.has_capitals else ((0, len(text)),)
    if not parts or not stretches:
        return named
    found = [
        Named(match.start(), match.end(), MentionKind.PERSON, text[match.start() : match.start() + len(stem)])
        for stretch in stretches
        for match in word_pattern().finditer(text, *stretch)
        if (stem := _known_part(match.group(), parts, lexicon)) is not None
        and not _has_name_beside(text, match.span(), lexicon)
    ]
    taken = [(name.start, name.end) for name in named]
    return sorted([*named, *_outside(found, taken)], key=lambda name: name.start)


def _known_part(word: str, parts: set[str], lexicon: Lexicon) -> str | None:
    """Return the part of a name that a word is, with or without an ending."""
    folded = lower(word)
    for mark in lexicon.possessives:
        folded = folded.removesuffix(mark)
    return lexicon.known_stem(folded, parts)


def _has_name_beside(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Tell whether another part of a name stands right beside a word, so that it is no short form."""
    start, end = span
    before = text[max(0, start - 20) : start].rpartition(" ")[0].rpartition(" ")[2] if text[start - 1] == " " else ""
    after = text[end + 1 : end + 20].partition(" ")[0] if text[end : end + 1] == " " else ""
    return lower(before) in lexicon.name_parts or lower(after) in lexicon.name_parts
