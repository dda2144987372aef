"""Statements made comparable: what each says, in words, in the neutral signature and as an event; and how alike two are.

Numbers, dates, places, parties and direction can veto: when in doubt, two statements are not one claim.
"""

import math
from collections.abc import Iterable, Mapping

from hearsay.linking.signatures import find_numbers, signature
from hearsay.linking.spells import are_apart, days_between, moment_of
from hearsay.linking.words import content_words
from hearsay.reading.event_roles import RECIPROCAL
from hearsay.reading.events import core_key
from hearsay.records import Act, Certainty, Event, Reading, Record, Statement
from hearsay.text.name_matching import name_keys
from hearsay.text.words import word_pattern

# Events that are counted: a later figure takes the place of an earlier one.
COUNTED = {"KILL_INJURE", "DISASTER", "ACCIDENT", "FIGURE", "PROTEST", "ARREST"}
# A plan and what came of it may lie so many days apart, and still be one claim.
_LONGEST_PLAN = 62
# Alike words about events of two types: "imposed sanctions", "lifted sanctions".
_OTHER_TYPE = 0.6
_ALIKE_WITHOUT_NUMBER = 0.6
# Beside a time so many names that sound alike are evidence, where no list knows them.
_FEWEST_NAMES = 2
# What a number, a time, an entity and the sound of a name say at least, however many statements share it; and how much
# of its rarity counts: a name has several sounds, which come beside its entity.
_LEAST_WEIGHTS = {"n": 0.8, "t": 0.4, "e": 0.15, "k": 0.1}
_SHARES = {"n": 1.0, "t": 1.0, "e": 0.7, "k": 0.3}
_OPEN_CERTAINTIES = {Certainty.PLANNED, Certainty.POSSIBLE}
# Letters of a word that are compared: "fill" and "filling", "বাঁধ" and "বাঁধে" are one word in two forms.
_STEM = 4
# Consonants of a word that is compared as if it were a name.
_SHORTEST_SOUND = 3
# Two numbers this near are one figure, rounded or misprinted.
_NEAR = 1.1


class Saying(Record, frozen=True):
    """One statement, comparable with others in any language."""

    id: str
    report: str
    lang: str
    at: str
    words: frozenset[str]  # beginnings of the folded words of its content, without numbers
    parts: frozenset[str]  # its neutral signature
    sounds: frozenset[str]  # how its words sound that may be names which no reader found: scripts without capitals
    numbers: frozenset[float]
    about: str | None
    event: Event | None
    act: Act
    certainty: Certainty
    is_attributed: bool


class Comparison(Record, frozen=True):
    """How alike two sayings are, 0 to 1, and why; a veto says what keeps them apart whatever else they share."""

    score: float
    reasons: tuple[str, ...] = ()
    veto: str | None = None


def make_saying(reading: Reading, statement: Statement) -> Saying:
    """Make a statement comparable."""
    text = " ".join(reading.text[start:end] for start, end in statement.content)
    return Saying(
        id=statement.id,
        report=reading.id,
        lang=reading.lang,
        at=moment_of(reading),
        words=frozenset(word[:_STEM] for word in content_words(text, reading.lang)),
        parts=signature(reading, statement.content),
        sounds=_find_sounds(text),
        numbers=frozenset(find_numbers(text)),
        about=statement.about,
        event=statement.event,
        act=statement.act,
        certainty=statement.certainty,
        is_attributed=bool(statement.cue),
    )


def _find_sounds(text: str) -> frozenset[str]:
    """Give the keys of words of scripts without capitals, as if they were names; weak alone, for words are many."""
    words = (word for word in word_pattern().findall(text) if word[0].isalpha() and word[0].lower() == word[0].upper())
    return frozenset(f"k:{key}" for word in words for key in name_keys(word) if len(key) >= _SHORTEST_SOUND)


def compare(one: Saying, other: Saying, weights: Mapping[str, float]) -> Comparison:
    """Compare two sayings; `weights` tell how rare each word (w:…) and part of a signature is."""
    if veto := find_veto(one, other):
        return Comparison(0.0, (), veto)
    found = [_compare_events(one, other), _compare_signatures(one, other, weights)]
    if one.lang == other.lang:
        found.append(_compare_words(one, other, weights))
    scores = sorted((score for score, _ in found), reverse=True)
    reasons = tuple(reason for score, reason in found if score > 0 and reason)
    # What two kinds of evidence say together is surer than what one says alone.
    score = min(1.0, scores[0] + 0.25 * scores[1])
    return Comparison(score * (_OTHER_TYPE if _are_other_types(one, other) else 1.0), reasons)


def _are_other_types(one: Saying, other: Saying) -> bool:
    return one.event is not None and other.event is not None and one.event.type != other.event.type


def find_veto(one: Saying, other: Saying) -> str | None:
    """Find what speaks against two sayings being one claim."""
    if are_apart(one.about, other.about) and not _is_same_season(one, other) and not _is_plan_of(one, other):
        return f"dates differ: {one.about} and {other.about}"
    if _are_other_numbers(one, other):
        return f"numbers differ: {_print_numbers(one)} and {_print_numbers(other)}"
    return _event_veto(one.event, other.event) if one.event and other.event else None


def _is_same_season(one: Saying, other: Saying) -> bool:
    """Tell whether two months differ in nothing but their year, and no year is written in either text."""
    return bool(one.about and other.about) and bool({p for p in one.parts & other.parts if p.startswith("t:-")})


def _is_plan_of(one: Saying, other: Saying) -> bool:
    """Tell whether one plans what the other tells as done, soon before or after: the same event with the same parties."""
    if not one.event or not other.event or core_key(one.event) != core_key(other.event):
        return False
    is_plan = (one.certainty in _OPEN_CERTAINTIES) != (other.certainty in _OPEN_CERTAINTIES)
    return is_plan and days_between(one.about, other.about) <= _LONGEST_PLAN


def _are_other_numbers(one: Saying, other: Saying) -> bool:
    """Tell whether each has numbers and no two are near; figures of what is counted supersede and so do not veto."""
    if not one.numbers or not other.numbers:
        return False
    if one.event and other.event and one.event.type == other.event.type and one.event.type in COUNTED:
        return False
    return not any(_are_near(a, b) for a in one.numbers for b in other.numbers)


def _are_near(one: float, other: float) -> bool:
    low, high = sorted((abs(one), abs(other)))
    return low == high or (low > 0 and high / low <= _NEAR)


def _print_numbers(saying: Saying) -> str:
    return ", ".join(f"{number:g}" for number in sorted(saying.numbers))


def _event_veto(one: Event, other: Event) -> str | None:
    """Find a reversed direction, or parties or places that differ."""
    if one.type != other.type:
        return None
    if one.type in RECIPROCAL:
        pairs = ((sorted(map(str, (one.actor, one.recipient))), sorted(map(str, (other.actor, other.recipient)))),)
        if all((one.actor, one.recipient, other.actor, other.recipient)) and pairs[0][0] != pairs[0][1]:
            return "parties differ"
        return "places differ" if _differ(one.place, other.place) else None
    if one.actor and one.recipient and (one.actor, one.recipient) == (other.recipient, other.actor):
        return "the direction is reversed"
    for name in ("actor", "recipient", "object", "place"):
        if _differ(getattr(one, name), getattr(other, name)):
            return f"the {name} differs: {getattr(one, name)} and {getattr(other, name)}"
    return None


def _differ(one: str | None, other: str | None) -> bool:
    """Tell whether two parties, things or places are known and different; unlisted names are compared by their sound."""
    if not one or not other or one == other:
        return False
    from hearsay.text.name_matching import SAME_NAME, compare_names

    return compare_names(one, other) < SAME_NAME


def _compare_events(one: Saying, other: Saying) -> tuple[float, str]:
    """Score the events: the same type with the same parties, thing and place as far as both tell them."""
    a, b = one.event, other.event
    if not a or not b or a.type != b.type:
        return 0.0, ""
    shared = [name for name in ("actor", "recipient", "object", "place") if getattr(a, name) and getattr(b, name)]
    if a.type in RECIPROCAL and core_key(a) == core_key(b) and a.actor:
        shared = ["actor", "recipient"]
    score = (0.2, 0.45, 0.75, 0.9, 1.0)[len(shared)]
    return score, f"both tell {a.type} with the same {', '.join(shared) or 'nothing more'}"


def _compare_signatures(one: Saying, other: Saying, weights: Mapping[str, float]) -> tuple[float, str]:
    """Score the numbers, times and names that both hold against those that only one holds.

    One kind of part alone is no evidence, and without a number names and days make two statements alike at most.
    """
    shared = (one.parts & other.parts) | (one.sounds & other.parts) | (one.parts & other.sounds)
    kinds = {part[0] for part in shared}
    names = sum(part[0] == "k" for part in shared)
    if len(kinds - {"k"}) < 2 and not kinds >= {"n", "k"} and not ("t" in kinds and names >= _FEWEST_NAMES):
        return 0.0, ""
    evidence = _weigh_parts(shared, weights)
    # A name that only one holds says little: the reader of the other language may not have known it for a name.
    unshared = {part for part in (one.parts | other.parts) - shared if part[0] != "k"}
    against = _weigh_parts(unshared, weights) / 2
    score = min(1.0, evidence) * evidence / (evidence + against)
    limit = 1.0 if "n" in kinds else _ALIKE_WITHOUT_NUMBER
    return min(limit, score), f"shared: {', '.join(sorted(part[2:] for part in shared))}"


def _weigh_parts(parts: Iterable[str], weights: Mapping[str, float]) -> float:
    """Weigh parts by how rare they are; a number or time that all share still tells something."""
    return sum(max(_LEAST_WEIGHTS[part[0]], min(1.0, weights.get(part, 1.0))) * _SHARES[part[0]] for part in parts)


def _compare_words(one: Saying, other: Saying, weights: Mapping[str, float]) -> tuple[float, str]:
    """Score the words that both hold by the cosine of their weights; a short saying inside a long one counts more."""
    shared = one.words & other.words
    if len(shared) < 2:
        return 0.0, ""
    total = _weight(shared, weights)
    smaller, larger = sorted((_weight(one.words, weights), _weight(other.words, weights)))
    score = total / math.sqrt(smaller * larger) if smaller else 0.0
    return score, f"{len(shared)} words shared"


def _weight(words: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(f"w:{word}", 1.0) for word in words)
