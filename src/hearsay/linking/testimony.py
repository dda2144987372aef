"""Who stands behind the statements of a claim, made comparable across reports and languages: voices and carriers.

A testimony is one statement seen as evidence: the outlets that it came through (relays) and the voice at the end of its
chain. A voice is told first-hand where the words say to whom: "an official told Harbour Wire".
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from hearsay.linking.spells import moment_of
from hearsay.packs.descriptions import Description, describe, names_nobody
from hearsay.packs.entities import entities_with_name, load_entities
from hearsay.records import Link, MentionKind, Reading, Record, SourceKind, Span, Statement
from hearsay.text.folding import Folded, fold_word

_NEWSROOMS = {SourceKind.OUTLET, SourceKind.AGENCY}
_NEWSROOM_MENTIONS = {MentionKind.OUTLET, MentionKind.AGENCY}
_NAMED = {SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.GOVERNMENT, SourceKind.DOCUMENT}
_LONGEST_ENDING = 4  # letters of a case ending behind an outlet's name, its hyphen among them
_TAIL = re.compile(r"(?:\s*\([^()\n]{2,40}\))+\s*$")
_REST = re.compile(r"[^.,;:!?।\n]{0,60}")
_IN_BRACKETS = re.compile(r"\(([^()\n]{2,40})\)")


class Voice(Record, frozen=True):
    """Who stands at the end of a chain; `key` tells named ones apart and is empty for unnamed ones."""

    kind: SourceKind
    name: str
    key: str = ""
    entity: str | None = None
    description: Description = Description()


class Testimony(Record, frozen=True):
    """One statement as evidence: through whom it came, and whose word it is; no voice where nobody is named as its end."""

    statement: str
    relays: tuple[str, ...] = ()  # keys of outlets, nearest to the reader first
    voice: Voice | None = None
    told: str | None = None  # the key of the outlet that the voice spoke to, where the words say so


class Carrier(Record, frozen=True):
    """One report as a carrier of a claim; `at` sorts reports by their publication."""

    report: str
    outlet: str  # the key of who published it
    at: str
    testimonies: tuple[Testimony, ...]
    credits: tuple[str, ...] = ()  # keys of the outlets and agencies that it credits, the nearest last


class Newsrooms:
    """The outlets that a ledger knows: those that published in it, and those that are listed."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names of all outlets that published a report."""
        known = tuple(names)
        self._published = {outlet_key(name): name for name in sorted(known, reverse=True)}
        self._keys = {form: outlet_key(name) for name in known for form in _forms_of(name)}
        self._names = tuple(sorted(self._keys))
        self._automaton = AhoCorasick(self._names, matchkind=MatchKind.LeftmostLongest)

    def name(self, key: str) -> str:
        """Give the name that people know an outlet by: as it published here, else as it is listed."""
        if key in self._published:
            return self._published[key]
        listed = load_entities().get(key)
        return next(iter(next(iter(listed.names.values()), ())), key) if listed else key

    def key_of(self, name: str, language: str) -> str | None:
        """Give the key of an outlet or agency by its name, with or without a case ending; None if it is none."""
        folded = fold_word(name)
        if folded in self._keys:
            return self._keys[folded]
        listed = _listed_newsroom(name, language)
        return listed or next((key for known, key in self._keys.items() if _is_inflected(folded, known)), None)

    def find(self, text: str) -> list[tuple[Span, str]]:
        """Find the names of outlets that published in this ledger, in a text."""
        folded = Folded(text)
        view = folded.text.lower()
        if len(view) != len(folded.text):  # a letter that is two in lower case would shift all places after it
            view = folded.text
        matches = self._automaton.find_matches_as_indexes(view)
        return [
            (folded.span((start, end)), self._keys[self._names[index]])
            for index, start, end in matches
            if not view[start - 1 : start].isalnum() and not view[end : end + 1].isalnum()
        ]


def _forms_of(name: str) -> tuple[str, ...]:
    """Give the forms in which an outlet is named: with its article and without."""
    folded = fold_word(name)
    bare = folded.removeprefix("the ")
    return tuple(dict.fromkeys(form for form in (folded, bare) if len(form) > 1))


@lru_cache(maxsize=65_536)
def outlet_key(name: str) -> str:
    """Give the key of an outlet: its id if it is listed in any language, else its name folded.

    >>> outlet_key("Reuters") == outlet_key("রয়টার্স"), outlet_key("Harbour Wire")
    (True, 'harbour wire')
    """
    return _newsrooms_by_name().get(fold_word(name)) or fold_word(name)


@lru_cache(maxsize=1)
def _newsrooms_by_name() -> Mapping[str, str]:
    """Map every name of every listed newsroom, in any language, to its id; a name of two is left out."""
    found: dict[str, str] = {}
    doubled = set()
    for identity, entity in load_entities().items():
        if entity.kind in _NEWSROOM_MENTIONS:
            for name in {fold_word(form) for forms in entity.names.values() for form in forms}:
                doubled |= {name} if found.get(name, identity) != identity else set()
                found[name] = identity
    return {name: identity for name, identity in found.items() if name not in doubled}


def _listed_newsroom(name: str, language: str) -> str | None:
    """Give the id of a listed newsroom by its name in a language, case endings allowed."""
    if identity := _newsrooms_by_name().get(fold_word(name)):
        return identity
    entities = load_entities()
    found = (identity for identity in entities_with_name(name, language))
    return next((identity for identity in found if entities[identity].kind in _NEWSROOM_MENTIONS), None)


def _is_inflected(folded: str, known: str) -> bool:
    """Tell whether a name is a known one with a short ending that a hyphen or apostrophe sets off."""
    rest = folded.removeprefix(known)
    return len(known) > 2 and rest != folded and len(rest) <= 5 and rest[:1] in "-'’"


def make_carrier(reading: Reading, statements: Iterable[Statement], newsrooms: Newsrooms) -> Carrier:
    """Make the carrier of a report with those of its statements that belong to a claim."""
    outlet = outlet_key(reading.outlet) if reading.outlet else reading.id
    found = newsrooms.find(reading.text)
    testimonies = tuple(_make_testimony(reading, statement, newsrooms, found) for statement in statements)
    return Carrier(reading.id, outlet, moment_of(reading), testimonies, _credits(reading, newsrooms))


def _credits(reading: Reading, newsrooms: Newsrooms) -> tuple[str, ...]:
    """Give the keys of the outlets and agencies that a report credits as its source, the nearest last.

    A name in brackets behind the last sentence is a credit where an outlet of this ledger bears it.
    """
    tail = _TAIL.search(reading.text)
    names = [found[1] for found in _IN_BRACKETS.finditer(tail[0])] if tail else []
    keys = [key for name in names if (key := newsrooms.key_of(name, reading.lang))]
    agency = reading.credits.agency
    if agency:
        keys.insert(0, newsrooms.key_of(agency, reading.lang) or outlet_key(agency))
    return tuple(dict.fromkeys(keys))


def _make_testimony(
    reading: Reading, statement: Statement, newsrooms: Newsrooms, found: list[tuple[Span, str]]
) -> Testimony:
    """Read a statement's chain as relays and a voice."""
    keys = [_outlet_around(link, found) or _newsroom_of(link, reading.lang, newsrooms) for link in statement.chain]
    relays = tuple(key for key in keys if key)
    last = statement.chain[-1] if statement.chain and not keys[-1] else None
    voice = _make_voice(last, reading) if last else None
    told = _told(reading, statement, found) if voice else None
    return Testimony(statement.id, relays, voice, told)


def _newsroom_of(link: Link, language: str, newsrooms: Newsrooms) -> str | None:
    """Give the key of the newsroom that a link is; None for people, bodies and unnamed sources."""
    if link.kind in _NEWSROOMS and (link.entity or link.name) and not names_nobody(describe(link.name, language)):
        return link.entity or newsrooms.key_of(link.name, language) or outlet_key(link.name)
    return newsrooms.key_of(link.name, language) if link.name else None


def _outlet_around(link: Link, found: Iterable[tuple[Span, str]]) -> str | None:
    """Give the key of an outlet of this ledger whose name holds all that was taken for a source: "Hoy" of "Noticias Hoy"."""
    if link.span is None:
        return None
    start, end = link.span
    around = ((span, key) for span, key in found if span[0] <= start and end <= span[1] + _LONGEST_ENDING)
    return next((key for span, key in around if link.entity is None or span[1] - span[0] > len(link.name)), None)


def _make_voice(link: Link, reading: Reading) -> Voice | None:
    """Make the voice of a chain's last link; None where the words name nobody ("media reports", "it was reported")."""
    words = reading.text[slice(*link.span)] if link.span else link.name
    description = describe(words or link.name, reading.lang)
    if link.kind is SourceKind.NONE or names_nobody(description):
        return None
    is_title = link.kind is SourceKind.PERSON and bool(describe(link.name, reading.lang).kinds)
    key = (link.entity or fold_word(link.name)) if link.kind in _NAMED and not is_title else ""
    return Voice(link.kind, link.name, key, link.entity, _with_offices(description, link.entity))


def _with_offices(description: Description, entity: str | None) -> Description:
    """Add the states that a listed person or body belongs to."""
    listed = load_entities().get(entity) if entity else None
    if listed is None:
        return description
    sides = {office.of for office in listed.offices} | {listed.country or "", listed.seat_of or ""} - {""}
    return Description(description.kinds, description.sides | frozenset(sides - {""}))


def _told(reading: Reading, statement: Statement, found: Iterable[tuple[Span, str]]) -> str | None:
    """Find the outlet that the source spoke to: named inside the frame, but neither in what is said nor in the chain."""
    taken = [*statement.content, *(link.span for link in statement.chain if link.span)]
    pieces = [*taken, *statement.cue]
    start, last = min((piece[0] for piece in pieces), default=0), max((piece[1] for piece in pieces), default=0)
    # "…, an official told the Harbour Wire": whom he told stands behind all that a frame is made of.
    rest = _REST.match(reading.text, last)
    end = rest.end() if rest else last
    mentions = [(m.span, m.entity or outlet_key(m.name)) for m in reading.mentions if m.kind in _NEWSROOM_MENTIONS]
    named = (
        key
        for span, key in [*mentions, *found]
        if start <= span[0] and span[1] <= end and not any(span[0] < b and a < span[1] for a, b in taken)
    )
    return next(named, None)
