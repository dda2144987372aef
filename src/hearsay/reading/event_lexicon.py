"""The event words of a pack, compiled: triggers, unnamed parties and objects, found in one pass over a report.

A pattern is a sentence with holes; compiled, it is the marker of each hole (preposition, postposition, ending) and
the side of the verb on which it stands (predicate-argument structure).
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from hearsay.packs.cutting import Cutter, is_unspaced, stands_apart
from hearsay.packs.declensions import Table, decline_cases, read_declensions
from hearsay.packs.loading import load_pack_source
from hearsay.packs.schema import EventFrame, EventWords, Language, Words
from hearsay.text.folding import fold_word
from hearsay.text.words import letter_class

LEFT, EITHER, RIGHT = -1, 0, 1
NOUN = "noun"
_PIECE = re.compile(r"\{(\w+)\}(\S*)|<(verb|noun)>|(\S+)")


class Hole(NamedTuple):
    """A role that a pattern gives to the noun phrase with this marker on this side of the trigger."""

    role: str
    marker: str
    side: int


class EventPattern(NamedTuple):
    """A compiled pattern; `is_noun` where it is written around a noun."""

    holes: tuple[Hole, ...]
    is_noun: bool


class Frame(NamedTuple):
    """A compiled frame: one event type, its patterns, and what must be filled (all of them; any of each)."""

    type: str
    patterns: tuple[EventPattern, ...]
    needs: tuple[frozenset[str], ...]
    objects: frozenset[str]
    recipient_is_place: bool
    no_persons: bool


class Sense(NamedTuple):
    """What a trigger can mean: a frame, and in which form (a slot of the language, or "noun")."""

    frame: Frame
    form: str


class Entry(NamedTuple):
    """All that one word or phrase of the lexicon can be."""

    senses: tuple[Sense, ...] = ()
    party: str | None = None
    is_organ: bool = False
    object: str | None = None


class Trigger(NamedTuple):
    """A word of the lexicon found in a text; `ending` is the case ending that followed it."""

    start: int
    end: int
    ending: str
    entry: Entry


class EventLexicon(NamedTuple):
    """A pack's event words, ready for use."""

    events: EventWords
    automaton: AhoCorasick
    entries: tuple[Entry, ...]
    markers: dict[str, str]  # a marker as written -> the one that patterns name
    endings: dict[str, tuple[str, ...]]  # an ending as written -> those that patterns name
    classes: dict[str, frozenset[str]]  # a word -> auxiliary, adverb, stop, support, control_subject …
    adverb_endings: tuple[str, ...]
    places: frozenset[str]
    support_forms: dict[str, str]  # a form of a supporting verb -> its slot
    elisions: str = ""  # words that lean on the next one with an apostrophe
    is_verb_first: bool = False  # who does it stands right behind the verb
    cutter: Cutter | None = None  # where words are written without spaces
    joined: frozenset[str] = frozenset()  # words of closed classes whose syllables are written apart
    cases: tuple[str, ...] = ()  # names of the cases, where endings tell roles
    declensions: Table = {}
    word_cases: dict[str, frozenset[str]] = {}  # a form of a party or object -> the cases that it can be
    is_verb_second: bool = False
    has_adjectives_behind: bool = False  # "les troupes russes"
    has_left_markers: bool = False  # prepositional phrases stand between subject and verb
    has_bare_recipients: bool = False  # who gets an object may stand right behind it without a preposition


def lower_view(text: str) -> str:
    """Return the text in lower case with its length kept, so that offsets hold.

    >>> len(lower_view("İstanbul")) == len("İstanbul")
    True
    """
    view = text.lower().replace("’", "'")
    if len(view) == len(text):
        return view
    return "".join(low if len(low := character.lower()) == 1 else character for character in text.replace("’", "'"))


@cache
def _rest_of_word() -> re.Pattern[str]:
    return re.compile(f"[{letter_class()}]*-?")


@cache
def _word_before() -> re.Pattern[str]:
    return re.compile(f"[{letter_class()}-]")


def find_triggers(text: str, language: str) -> tuple[Trigger, ...]:
    """Find every event word, unnamed party and object of the lexicon; one pass, to be made once a report."""
    lexicon = load_lexicon(language)
    view = lower_view(text)
    return tuple(_whole_words(view, lexicon))


def _whole_words(view: str, lexicon: EventLexicon) -> Iterator[Trigger]:
    is_inside, rest = _word_before().match, _rest_of_word().match
    for index, start, end in lexicon.automaton.find_matches_as_indexes(view):
        if lexicon.cutter and (is_unspaced(view[start]) or is_unspaced(view[end - 1])):
            if index < len(lexicon.entries) and stands_apart(view, start, end):
                yield Trigger(start, end, "", lexicon.entries[index])
            continue
        if start and is_inside(view, start - 1):
            continue
        following = rest(view, end)
        ending = following.group() if following else ""
        if not ending or ending in lexicon.endings:
            yield Trigger(start, end, ending, lexicon.entries[index])


def split_commas(text: str) -> list[str]:
    """Split a list written with commas, folded and without empty items."""
    return [folded for item in text.split(",") if (folded := fold_word(item))]


def split_row(row: str) -> list[str]:
    """Split a row of forms; what follows a plus sign belongs to each of them.

    >>> split_row("hand hands + over")
    ['hand over', 'hands over']
    """
    forms, _, particle = row.partition("+")
    return [fold_word(f"{form} {particle.strip()}") for form in forms.split()]


@cache
def load_lexicon(language: str) -> EventLexicon:
    """Compile the event words of a bundled pack; done once a process."""
    pack = load_pack_source(language)
    return compile_lexicon(pack.events, pack.language, pack.words)


def compile_lexicon(events: EventWords, language: Language, words: Words) -> EventLexicon:
    """Compile a pack's event words."""
    roles = ("genitive", "accusative", "agent", "accused")
    events = msgspec.structs.replace(events, **{role: fold_word(getattr(events, role)) for role in roles})
    entries = _compile_entries(events, language)
    word_cases = _add_declined(entries, events, language)
    classes = _compile_classes(events, words)
    phrases = list(entries) or ["\x00"]
    if not language.spaces:
        # Words that are none of the lexicon's keep those inside them from being seen.
        phrases += sorted((_list_closed_words(events, words, entries) | set(classes)) - set(phrases))
    automaton = AhoCorasick(phrases, matchkind=MatchKind.LeftmostLongest)
    return EventLexicon(
        events=events,
        automaton=automaton,
        entries=tuple(entries.values()) or (Entry(),),
        markers={form: fold_word(name) for name, forms in events.markers.items() for form in split_commas(forms)},
        endings=_compile_endings(events),
        classes=classes,
        adverb_endings=tuple(words.adverb_endings.split()),
        places=frozenset(split_commas(events.place)),
        support_forms=_slots_of(events.support, _list_slots(events, language)),
        elisions=language.elisions,
        is_verb_first=language.verb_first,
        has_adjectives_behind=language.adjectives_follow and not language.declensions,
        cases=tuple(events.cases.split()),
        declensions=read_declensions(language.declensions),
        word_cases=word_cases,
        is_verb_second=language.verb_second,
        cutter=None if language.spaces else Cutter(automaton),
        joined=_list_joined_words(events, classes),
        has_bare_recipients=any(_has_bare_recipient(sense.frame) for sense in _senses(entries)),
        has_left_markers=not events.markers_follow
        and (
            events.agent in map(fold_word, events.passive)
            or any(_has_left_marker(sense.frame) for sense in _senses(entries))
        ),
    )


def _list_joined_words(events: EventWords, classes: dict[str, frozenset[str]]) -> frozenset[str]:
    """List the words of closed classes with spaces in them, where verbs have one form and so no endings."""
    markers = (form for forms in events.markers.values() for form in split_commas(forms))
    return frozenset(word for word in (*classes, *markers) if " " in word) if events.uninflected else frozenset()


def _senses(entries: dict[str, Entry]) -> Iterator[Sense]:
    return (sense for entry in entries.values() for sense in entry.senses)


def _has_left_marker(frame: Frame) -> bool:
    """Tell whether a pattern for verbs has a preposition before the verb: "{actor} 向 {recipient} <verb>"."""
    patterns = (pattern for pattern in frame.patterns if not pattern.is_noun)
    return any(hole.side == LEFT and hole.marker for pattern in patterns for hole in pattern.holes)


def _has_bare_recipient(frame: Frame) -> bool:
    """Tell whether a recipient without a marker stands behind an object: "{actor} <verb> {object} {recipient}"."""
    rights = ([hole for hole in pattern.holes if hole.side == RIGHT] for pattern in frame.patterns)
    pairs = ((first, second) for holes in rights for first, second in pairwise(holes))
    return any(first.role == "object" and second.role == "recipient" and not second.marker for first, second in pairs)


def _list_closed_words(events: EventWords, words: Words, entries: dict[str, Entry]) -> set[str]:
    """List what a run of letters is cut into beside the event words."""
    markers = {form for forms in events.markers.values() for form in split_commas(forms)}
    plain = [*events.numbers, *events.possible, *events.planned, *events.planned_last, *events.counters.split()]
    joined = {both for marker in markers for word in entries for both in (marker + word, word + marker)}
    return (markers | set(map(fold_word, plain)) | set(map(fold_word, words.whole.split())) - joined) - {""}


def _add_declined(entries: dict[str, Entry], events: EventWords, language: Language) -> dict[str, frozenset[str]]:
    """Add the other cases of parties, objects and nouns to the entries; return the cases of each form."""
    names = ("", *events.cases.split())
    table = read_declensions(language.declensions) if events.cases else {}
    cases: dict[str, frozenset[str]] = {}
    for phrase, entry in list(entries.items()) if table else ():
        if entry.senses and all(sense.form != NOUN for sense in entry.senses):
            continue
        for case, form in decline_cases(phrase, table):
            if form == phrase or form not in entries or form in cases:
                entries.setdefault(form, entry)
                own = {"", events.accusative} if case < 0 and entry.object else {names[case + 1]}
                cases[form] = cases.get(form, frozenset()) | own
    return cases


def _list_slots(events: EventWords, language: Language) -> list[str]:
    """List the slots that forms in a row of verbs fill, in order."""
    return (events.slots or language.slots).split()


def _slots_of(rows: list[str], slots: list[str]) -> dict[str, str]:
    """Map each form to its slot; a form that is both finite and participle counts as participle."""
    return {form: _slot(slots, k) for row in rows for k, form in enumerate(split_row(row))}


def _slot(slots: list[str], place: int) -> str:
    return slots[place] if place < len(slots) else "form"


def _compile_endings(events: EventWords) -> dict[str, tuple[str, ...]]:
    """Map each ending to the markers it can be (one form often serves two cases)."""
    endings: dict[str, tuple[str, ...]] = {}
    for name, forms in events.endings.items():
        for form in forms.split():
            endings[fold_word(form)] = (*endings.get(fold_word(form), ()), fold_word(name))
    return endings


def _compile_classes(events: EventWords, words: Words) -> dict[str, frozenset[str]]:
    """Map each word of the closed classes to the classes it is in."""
    lists = {
        "auxiliary": words.auxiliaries.split() + events.skipped.split(),
        "adverb": words.adverbs.split(),
        "negation": [*words.negations.split(), *events.negations],
        "determiner": words.determiners.split(),
        "partitive": events.partitives.split(),
        "preposition": [*words.prepositions.split(), *(form for f in events.markers.values() for form in f.split(","))],
        "conjunction": words.conjunctions.split(),
        "relative": [word for word in words.relatives.split() if word != events.genitive],
        "subordinator": words.subordinators.split(),
        "stop": [*words.complementizers.split(), *_subordinators(events, words), *events.clause_ends.split()],
        "passive": events.passive,
        "support": [form for row in events.support for form in split_row(row)],
        "control_subject": [form for row in events.control_subject for form in split_row(row)],
        "accusation": [form for row in events.accusations for form in split_row(row)],
        "control_object": [form for row in events.control_object for form in split_row(row)],
    }
    classes: dict[str, set[str]] = {}
    for name, members in lists.items():
        for member in members:
            classes.setdefault(fold_word(member), set()).add(name)
    return {word: frozenset(names) for word, names in classes.items()}


def _subordinators(events: EventWords, words: Words) -> list[str]:
    """List what opens a clause; where markers follow, a postposition listed among it only ends a phrase."""
    forms = (form for row in events.markers.values() for form in split_commas(row))
    markers = {word for form in forms for word in form.split()} if events.markers_follow else set()
    return [word for word in words.subordinators.split() if fold_word(word) not in markers]


def _compile_entries(events: EventWords, language: Language) -> dict[str, Entry]:
    """Collect all that each word or phrase can be."""
    entries: dict[str, Entry] = {}
    for event_frame in events.frames:
        frame = compile_frame(event_frame, events)
        for phrase, form in _forms(event_frame, events, language):
            entry = entries.get(phrase, Entry())
            entries[phrase] = entry._replace(senses=(*entry.senses, Sense(frame, form)))
    for table, is_organ in ((events.organs, True), (events.people, False)):
        for party, members in table.items():
            for phrase in split_commas(members):
                entries[phrase] = entries.get(phrase, Entry())._replace(party=party.value, is_organ=is_organ)
    for object_class, members in events.objects.items():
        for phrase in split_commas(members):
            entries[phrase] = entries.get(phrase, Entry())._replace(object=object_class.value)
    return entries


def _forms(frame: EventFrame, events: EventWords, language: Language) -> Iterator[tuple[str, str]]:
    """List the words of a frame, each with its slot; finite and participle forms that look alike come once."""
    slots = _list_slots(events, language)
    for row in frame.verbs:
        yield from {form: _slot(slots, k) for k, form in enumerate(split_row(row)) if form[0] != "-"}.items()
    for noun in split_commas(frame.nouns):
        yield noun, NOUN


def compile_frame(frame: EventFrame, events: EventWords) -> Frame:
    """Compile one frame; "recipient|number object" needs an object, and a recipient or a number."""
    return Frame(
        type=frame.type.value,
        patterns=tuple(compile_pattern(pattern, events) for pattern in frame.patterns),
        needs=tuple(frozenset(need.split("|")) for need in frame.needs.split()),
        objects=frozenset(frame.objects.split()),
        recipient_is_place=frame.recipient_is_place,
        no_persons=frame.no_persons,
    )


def compile_pattern(pattern: str, events: EventWords) -> EventPattern:
    """Compile a pattern; a literal marks the hole after it, or before it where markers follow.

    >>> compile_pattern("{actor} <verb> {object} to {recipient}", EventWords()).holes[-1]
    Hole(role='recipient', marker='to', side=1)
    """
    holes: list[Hole] = []
    side, pending, is_noun = LEFT, "", False
    for role, ending, trigger, literal in _PIECE.findall(pattern):
        if trigger:
            side, pending, is_noun = RIGHT, "", trigger == NOUN
        elif role:
            before = "" if events.markers_follow else pending
            holes.append(Hole(role, fold_word(ending) or before, EITHER if events.markers_follow else side))
            pending = ""
        elif events.markers_follow and holes:
            previous = holes[-1].marker if pending else ""
            pending = fold_word(f"{previous} {literal}")
            holes[-1] = holes[-1]._replace(marker=pending)
        else:
            pending = fold_word(f"{pending} {literal}")
    return EventPattern(tuple(holes), is_noun)
