"""Names that the gazetteer lists, with the entity that the report means where several bear the name.

A short form ("Brown", শি) counts only where the same report also gives a fuller name of its bearer, or a title stands
before it. A state, a capital or a seat of power is a government, with the state's id, only where it acts.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hearsay.packs.compiler import Flag
from hearsay.packs.entities import Entity, NameHit, find_names, load_entities
from hearsay.reading.acting import is_acting
from hearsay.reading.name_words import load_lexicon, title_before
from hearsay.records import MentionKind

_VERB_REACH = 60  # characters behind a name in which its verb stands
_TITLE_REACH = 40  # characters before a name in which its title stands


class ListedName(NamedTuple):
    """A name of the gazetteer: whole words, the kind that it has here, the name without ending, the entity's id."""

    start: int
    end: int
    kind: MentionKind
    name: str
    entity: str | None


def find_listed_names(text: str, *, language: str) -> tuple[ListedName, ...]:
    """Find the listed names of a folded text, in order; adjectives and unsupported short forms are left out."""
    hits = [hit for hit in find_names(text, language) if hit.role != "adjective"]
    sure = frozenset(hit.entities[0] for hit in hits if len(hit.entities) == 1 and not hit.is_short)
    return tuple(_read_hits(text, hits, sure, language))


def _read_hits(text: str, hits: list[NameHit], sure: frozenset[str], language: str) -> Iterator[ListedName]:
    """Yield the name of each hit that stands."""
    entities = load_entities()
    has_capitals = load_lexicon(language).has_capitals
    for hit in hits:
        entity = _choose(hit, sure)
        is_borne_out = entity in sure or _has_title(text, hit, language) or _is_reporting(text, hit, language)
        if hit.is_short and (entity is None or not is_borne_out):
            continue
        known = entities[entity or hit.entities[0]]
        kind, meant = known.kind, entity
        if can_govern(known) and is_acting(text, hit.span, language=language):
            kind, meant = MentionKind.GOVERNMENT, known.capital_of or known.seat_of or entity
        start, end = hit.span
        name = hit.name or text[start:end]
        yield ListedName(start, end if has_capitals else hit.end_with_ending, kind, name, meant)


@cache
def _seats() -> frozenset[str]:
    """Return the entities that can stand for a government."""
    return frozenset(name for name, entity in load_entities().items() if _governs(entity))


def _governs(entity: Entity) -> bool:
    """Tell whether an entity is a state, a capital or a seat of power."""
    return entity.is_state or entity.capital_of is not None or entity.seat_of is not None


def can_govern(entity: Entity) -> bool:
    """Tell whether the name of an entity can stand for a government."""
    return entity.id in _seats()


def _choose(hit: NameHit, sure: frozenset[str]) -> str | None:
    """Choose the entity: the only one, or the only one of which the text leaves no doubt elsewhere."""
    if len(hit.entities) == 1:
        return hit.entities[0]
    likely = [entity for entity in hit.entities if entity in sure]
    return likely[0] if len(likely) == 1 else None


def _is_reporting(text: str, hit: NameHit, language: str) -> bool:
    """Tell whether a short form of an agency or outlet is one here: a reporting verb, or an ending behind a hyphen, follows."""
    if load_entities()[hit.entities[0]].kind not in (MentionKind.AGENCY, MentionKind.OUTLET):
        return False
    start, end = hit.span
    lexicon = load_lexicon(language)
    if hit.end_with_ending > end and text[end] == "-":
        return True
    before = text[max(0, start - _TITLE_REACH) : start].lower().split()[-1:]
    following = text[hit.end_with_ending :][:_VERB_REACH].split()
    reach = len(following) if text[start:end].isupper() else 1  # an acronym in capitals is less doubtful
    is_reporting = any(word.rstrip(",।:.") in lexicon.verb_cues for word in following[:reach])
    return is_reporting and not any(lexicon.has_flag(word, Flag.PREPOSITION) for word in before)


def _has_title(text: str, hit: NameHit, language: str) -> bool:
    """Tell whether a title stands right before a short form that only one entity bears."""
    start = hit.span[0]
    before = text[max(0, start - _TITLE_REACH) : start].lower()
    return len(hit.entities) == 1 and title_before(language).search(before) is not None
