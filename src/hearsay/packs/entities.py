"""Finding entities by name, domain and office: the gazetteer (ACE/CoNLL mentions of known entities).

Names are found by one Aho-Corasick pass over the folded view (ahocorasick-rs, leftmost-longest). A surface that several
entities bear keeps them all: which one is meant is for the reader of the whole report to say.
"""

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from hearsay.packs.cutting import stands_apart
from hearsay.packs.declensions import decline, load_declensions
from hearsay.packs.entity_files import Entity, Office, load_entities, names_of
from hearsay.packs.loading import code_of, is_pack_file, list_languages, load_pack_source
from hearsay.packs.nationalities import list_nationalities
from hearsay.packs.schema import Section
from hearsay.records import MentionKind, Record, Span
from hearsay.text.folding import Folded

__all__ = [
    "Entity",
    "NameHit",
    "Office",
    "entities_with_name",
    "entity_of_domain",
    "find_names",
    "holder_of",
    "load_entities",
    "names_of",
]

Role = Literal["seat", "capital", "name", "adjective"]
Meaning = tuple[Role, str, bool]  # role, entity, whether the form is short
# A capital that is also a name stays a capital, so that its government is not lost.
_ROLE_ORDER: tuple[Role, ...] = ("seat", "capital", "name", "adjective")
# In shorter names a mixed-up letter makes another word (শি the leader, শীতে in winter): they match letter by letter.
_EXACT_BELOW = 5
_SHORTEST_BEHIND_PREFIX = 4  # letters: لباس (clothes) is not ل and a name
_SHORTEST_UNSPACED = 2
_JOINERS = "-'"
# Chinese and Korean names: the press writes the two syllables of a given name apart, together or with a hyphen.
_LONGEST_SYLLABLE = 7
_FIRST_WITHOUT_CASE = "\u0530"  # Latin, Greek and Cyrillic lie before
# Kinds printed in Latin letters inside text of other scripts; states and cities are not.
_LATIN_KINDS = {MentionKind.OUTLET, MentionKind.AGENCY, MentionKind.ORGANISATION, MentionKind.PERSON}


class NameHit(Record, frozen=True):
    """A name in the text: `span` without its case ending, which runs to `end_with_ending`.

    `is_short`: the surface is a common word or others' name too, and needs support from the text around it.
    """

    span: Span
    entities: tuple[str, ...]
    role: Role
    end_with_ending: int
    is_short: bool = False
    name: str | None = None  # in its first case, where the text has another one: "Россия" of "Россией"


class Spelling(Section, frozen=True):
    """One table of spelling.toml."""

    same: str = ""
    endings: str = ""
    clitics: str = ""
    compounds: str = ""
    before: str = ""


class Surface(Record, frozen=True):
    """All that one written form can mean in one language."""

    entities: tuple[str, ...]
    role: Role
    is_short: bool


class Gazetteer(msgspec.Struct, frozen=True):
    """The names of one language, compiled; `endings` tells of each ending whether it makes an adjective.

    `beginnings` are words of nationality that longer words begin with, and how many letters of each count (0: all).
    """

    automaton: AhoCorasick
    patterns: tuple[str, ...]
    surfaces: dict[str, Surface]
    exact: frozenset[str]
    shorter: dict[str, str]
    endings: dict[str, bool]
    nominatives: dict[str, str]
    beginnings: dict[str, int]
    same_letters: dict[int, str]
    has_spaces: bool
    before: tuple[str, ...]


@lru_cache(maxsize=4)  # mentions and events ask for the same report, one after the other
def find_names(text: str, language: str) -> tuple[NameHit, ...]:
    """Find every known name in a folded view, in order, none inside another.

    >>> [hit.role for hit in find_names("Moscow told a Bangladeshi envoy.", "en")]
    ['capital', 'adjective']
    """
    gazetteer = compile_names(language)
    view = text.translate(gazetteer.same_letters)
    matches = gazetteer.automaton.find_matches_as_indexes(view)
    found = ((start, gazetteer.patterns[index]) for index, start, _ in matches)
    if not gazetteer.has_spaces:
        return tuple(hit for match in found if (hit := _read_unspaced_match(view, match, gazetteer)))
    hits = (_read_match(text, view, match, gazetteer) for match in found)
    return tuple(hit for hit in hits if hit)


def _read_match(text: str, view: str, match: tuple[int, str], gazetteer: Gazetteer) -> NameHit | None:
    """Accept a match that is a whole word, with an ending or without, else try the shorter names that begin it."""
    start, pattern = match
    if start and _is_letter(view[start - 1]) and not _follows_prefix(view, match, gazetteer.before):
        return None
    surface: str | None = pattern
    while surface:
        end = start + len(surface)
        if surface in gazetteer.beginnings:
            width = gazetteer.beginnings[surface]
            end = start + (width or len(surface))
            stop = end if width else _end_of_letters(view, end)
            return NameHit((start, end), gazetteer.surfaces[surface].entities, "adjective", stop)
        end_with_ending = _end_of_ending(view, end, gazetteer.endings)
        is_spelt_so = len(surface) >= _EXACT_BELOW or text[start:end] in gazetteer.exact
        if end_with_ending is not None and is_spelt_so:
            known = gazetteer.surfaces[surface]
            role = "adjective" if gazetteer.endings.get(view[end:end_with_ending]) else known.role
            nominative = gazetteer.nominatives.get(surface)
            return NameHit((start, end), known.entities, role, end_with_ending, known.is_short, nominative)
        surface = gazetteer.shorter.get(surface)
    return None


def _follows_prefix(view: str, match: tuple[int, str], before: tuple[str, ...]) -> bool:
    """Tell whether only letters that are written in one with the next word stand before a name that is long enough."""
    start, pattern = match
    starts = (start - len(prefix) for prefix in before if view.endswith(prefix, 0, start))
    is_apart = any(first == 0 or not _is_letter(view[first - 1]) for first in starts)
    return is_apart and len(pattern) >= _SHORTEST_BEHIND_PREFIX


def _read_unspaced_match(view: str, match: tuple[int, str], gazetteer: Gazetteer) -> NameHit | None:
    """Accept a match where words are written without spaces: of several letters, and not inside a word of kana or letters.

    One ideograph is a word or a part of one far more often than a name.
    """
    start, surface = match
    end = start + (gazetteer.beginnings.get(surface) or len(surface))
    if len(surface) < _SHORTEST_UNSPACED or not stands_apart(view, start, end):
        return None
    known = gazetteer.surfaces[surface]
    return NameHit((start, end), known.entities, known.role, end, known.is_short)


def _end_of_ending(view: str, end: int, endings: dict[str, bool]) -> int | None:
    """Return where the ending after a name stops; None if the word goes on with something that is no ending."""
    stop = _end_of_letters(view, end)
    if stop > end:
        return stop if view[end:stop] in endings else None
    if view[end : end + 1] in _JOINERS and end < len(view):
        stop = _end_of_letters(view, end + 1)
        if view[end:stop] in endings:
            return stop
    return end


def _end_of_letters(view: str, start: int) -> int:
    while start < len(view) and _is_letter(view[start]):
        start += 1
    return start


def _is_letter(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character)[0] == "M"


@cache
def compile_names(language: str) -> Gazetteer:
    """Compile the names of one language, with those that are printed in Latin letters in every language."""
    same = _same_letters(code_of(language))
    forms = _collect_forms(code_of(language))
    nominatives = _add_declined(forms, language)
    beginnings = _add_nationalities(forms, code_of(language))
    meanings: dict[str, list[Meaning]] = {}
    for written, meant in forms.items():
        # No ASCII letter stands for another; skipping them halves the time.
        seen = written if written.isascii() else written.translate(same)
        meanings.setdefault(seen, []).extend(meant)
    surfaces = {written: _make_surface(meant) for written, meant in meanings.items()}
    patterns = tuple(sorted(surfaces))
    return Gazetteer(
        automaton=AhoCorasick(list(patterns), matchkind=MatchKind.LeftmostLongest),
        patterns=patterns,
        surfaces=surfaces,
        exact=frozenset(forms),
        shorter=_find_shorter(patterns),
        endings=_list_endings(language, same),
        nominatives={written.translate(same): name for written, name in nominatives.items()},
        beginnings={written.translate(same): width for written, width in beginnings.items()},
        same_letters=same,
        has_spaces=_has_spaces(language),
        before=tuple(_load_spelling().get(code_of(language), Spelling()).before.split()),
    )


def _has_spaces(language: str) -> bool:
    """Tell whether words are written apart; so they are taken to be where there is no pack that says otherwise."""
    return not _has_pack(language) or load_pack_source(language).language.spaces


def _has_pack(language: str) -> bool:
    return is_pack_file(language) or language in list_languages()


def _collect_forms(language: str) -> dict[str, list[Meaning]]:
    """Gather what each written form can mean, states first."""
    forms: dict[str, list[Meaning]] = {}
    for entity in sorted(load_entities().values(), key=lambda entity: not entity.is_state):
        role = _role_of(entity)
        for names, form_role, is_short in (
            (_names_in(entity, language), role, False),
            (entity.short.get(language, ()), role, True),
            (entity.adjectives.get(language, ()), "adjective", False),
        ):
            for written in (spelt for name in names for spelt in _spell(name, has_upper=not is_short)):
                forms.setdefault(written, []).append((form_role, entity.id, is_short))
    return forms


def _add_declined(forms: dict[str, list[Meaning]], language: str) -> dict[str, str]:
    """Add the forms of the other cases, where they are no names themselves; return the name of each."""
    table = load_declensions(language) if _has_pack(language) else {}
    is_latin = bool(table) and load_pack_source(language).language.script == "Latn"
    nominatives: dict[str, str] = {}
    for name, meant in list(forms.items()) if table else ():
        if meant[0][0] == "adjective" or (name.isascii() and not is_latin):
            continue
        for form in decline(name, table):
            if form not in forms or form in nominatives:
                nominatives.setdefault(form, name)
                forms.setdefault(form, []).extend(meant)
    return nominatives


def _add_nationalities(forms: dict[str, list[Meaning]], language: str) -> dict[str, int]:
    """Add the words of nationality that are no names; return those that longer words may begin with, and their width."""
    entities = load_entities()
    beginnings = {}
    for state, form, is_open, width in list_nationalities(language):
        for written in _spell(form, has_upper=True) if state in entities else ():
            meant = forms.setdefault(written, [])
            if all(role == "adjective" for role, _, _ in meant):
                meant.append(("adjective", state, False))
                beginnings.update({written: width} if is_open else {})
    return beginnings


def _names_in(entity: Entity, language: str) -> tuple[str, ...]:
    names = names_of(entity, language)
    return names if language == "en" or entity.kind not in _LATIN_KINDS else names + entity.names.get("en", ())


def _role_of(entity: Entity) -> Role:
    if entity.seat_of and not entity.capital_of:
        return "seat"
    return "capital" if entity.capital_of else "name"


def _spell(form: str, *, has_upper: bool) -> set[str]:
    """Spell a folded form as the view may hold it: hyphen, space or neither, and capitals as in headlines."""
    spellings = {form, form.replace("-", " ")}
    words = form.replace("-", " ").split()
    if len(words) == 3 and max(map(len, words)) < _LONGEST_SYLLABLE:
        family, first, second = words
        spellings |= {f"{family} {first}{joiner}{second}" for joiner in ("", "-", " ")}
    if has_upper and len(form) > 3 and form[0] < _FIRST_WITHOUT_CASE:
        spellings |= {spelling.upper() for spelling in spellings}
    return spellings


def _make_surface(meanings: list[Meaning]) -> Surface:
    role = min((role for role, _, _ in meanings), key=_ROLE_ORDER.index)
    entities = tuple(dict.fromkeys(name for _, name, _ in meanings))
    return Surface(entities, role, all(is_short for _, _, is_short in meanings))


def _find_shorter(patterns: Iterable[str]) -> dict[str, str]:
    """Map each pattern to the longest other one that it begins with (patterns come sorted)."""
    shorter: dict[str, str] = {}
    open_patterns: list[str] = []
    for pattern in patterns:
        while open_patterns and not pattern.startswith(open_patterns[-1]):
            open_patterns.pop()
        if open_patterns:
            shorter[pattern] = open_patterns[-1]
        open_patterns.append(pattern)
    return shorter


@cache
def _load_spelling() -> dict[str, Spelling]:
    text = (files("hearsay.packs") / "spelling.toml").read_bytes()
    return msgspec.toml.decode(text, type=dict[str, Spelling])


def _same_letters(language: str) -> dict[int, str]:
    spelling = _load_spelling()
    groups = (spelling["all"].same + " " + spelling.get(language, Spelling()).same).split()
    return {ord(letter): group[0] for group in groups for letter in group[1:]}


def _list_endings(language: str, same: dict[int, str]) -> dict[str, bool]:
    """List the endings that may follow a name, attached or after a hyphen or apostrophe."""
    spelling = _load_spelling().get(code_of(language), Spelling())
    cases = load_pack_source(language).language.cases.values() if _has_pack(language) else ()
    plain = {*" ".join(cases).split(), *spelling.endings.split()}
    after = {"", *plain, *(ending + clitic for ending in ("", *plain) for clitic in spelling.clitics.split())}
    endings = dict.fromkeys(after - {""}, False)
    endings |= dict.fromkeys((word + ending for word in spelling.compounds.split() for ending in after), True)
    folded = {Folded(ending).text.translate(same): is_compound for ending, is_compound in endings.items()}
    joined = {joiner + ending: kind for ending, kind in folded.items() for joiner in _JOINERS if spelling.endings}
    return {**joined, **folded}


def entities_with_name(name: str, language: str) -> tuple[str, ...]:
    """Return the ids of all entities that bear this name (or adjective) in the language.

    >>> entities_with_name("Georgia", "en")
    ('Q230', 'Q1428')
    """
    gazetteer = compile_names(language)
    surface = gazetteer.surfaces.get(Folded(name.strip()).text.translate(gazetteer.same_letters))
    return surface.entities if surface else ()


@cache
def _domains() -> dict[str, str]:
    return {domain: entity.id for entity in load_entities().values() for domain in entity.domains}


def entity_of_domain(domain: str) -> str | None:
    """Return the id of the entity that publishes under a domain or a parent of it.

    >>> entity_of_domain("www.reuters.com")
    'Q130879'
    """
    labels = domain.strip().lower().rstrip(".").split(".")
    parents = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((_domains()[parent] for parent in parents if parent in _domains()), None)


@cache
def _holders() -> dict[tuple[str, str], tuple[tuple[str, Office], ...]]:
    holders: dict[tuple[str, str], tuple[tuple[str, Office], ...]] = {}
    for entity in load_entities().values():
        for office in entity.offices:
            key = (office.role, office.of)
            holders[key] = (*holders.get(key, ()), (entity.id, office))
    return holders


def holder_of(role: str, state_id: str, date: str) -> str | None:
    """Return who held an office of a state or body on a date; None where the dates known leave more than one.

    >>> holder_of("president", "Q159", "2023-09-05")
    'Q7747'
    """
    found = {name for name, office in _holders().get((role, state_id), ()) if _is_held(office, date)}
    return found.pop() if len(found) == 1 else None


def _is_held(office: Office, date: str) -> bool:
    """Compare as far as both dates are precise; the last day is the successor's first."""
    if office.start[: len(date)] > date[: len(office.start)]:
        return False
    if not office.end:
        return True
    is_exact = len(office.end) == len(date) == len("2023-09-05")
    return date < office.end if is_exact else date[: len(office.end)] <= office.end[: len(date)]
