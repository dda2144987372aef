"""Roles by case endings and postpositions, in any order before a verb that comes last (Bengali and its like)."""

from collections.abc import Iterator

from hearsay.reading.event_order import Surroundings
from hearsay.reading.event_scene import UNMARKED, Filler, Scene, Word

_STOPS = ';:!?।॥\n“”"'
# What carries an event noun or controls it follows at once: "সরবরাহের কথা অস্বীকার করেছে".
_CARRY_REACH = 3
_CONTROL_REACH = 6


def survey(scene: Scene, word: Word, form: str) -> Iterator[Surroundings]:
    """Describe what stands around a trigger: the marked parties of its clause, and who controls it from outside."""
    after = word.last + 1
    is_carried, is_passive, end = _read_carrier(scene, after)
    is_owner = bool(word.trigger.ending) and scene.lexicon.events.genitive in _ending_names(scene, word)
    is_noun = form == "noun" and (is_owner or not is_carried)
    fillers = list(_resolve(scene, _clause_fillers(scene, word)))
    control, accuses = _find_control(scene, end)
    if accuses or control:
        yield _control(scene, word, fillers, is_noun=is_noun, accuses=accuses, denies=control)
    elif is_noun:
        victim = _nominative(fillers) if is_passive else None
        doer = _nominative(fillers) if is_carried and not is_passive else None
        yield Surroundings(fillers, True, False, doer, victim)
    else:
        yield Surroundings(fillers, False, is_passive)


def _ending_names(scene: Scene, word: Word) -> tuple[str, ...]:
    return scene.lexicon.endings.get(word.trigger.ending, UNMARKED)


def _read_carrier(scene: Scene, index: int) -> tuple[bool, bool, int]:
    """Walk over the verbs that carry an event noun; tell whether there are any, and whether they make it passive."""
    is_carried = is_passive = False
    for _ in range(_CARRY_REACH):
        if index >= len(scene.tokens) or scene.is_broken(index, _STOPS + ","):
            break
        if not scene.has(index, "support", "passive"):
            break
        is_carried = True
        is_passive |= scene.has(index, "passive")
        index += 1
    return is_carried, is_passive, index


def _clause_fillers(scene: Scene, word: Word) -> list[Filler]:
    """Return the fillers before a trigger that no other clause parts from it."""
    start = word.first
    while start > 0 and not _is_break(scene, start):
        start -= 1
    return [
        filler._replace(distance=word.first - filler.last)
        for filler in scene.fillers
        if start <= filler.first and filler.last < word.first
    ]


def _is_break(scene: Scene, index: int) -> bool:
    """Tell whether a clause ended before this token: at a mark, or at a word that ends clauses."""
    return scene.is_broken(index, _STOPS) or scene.has(index - 1, "stop")


def _resolve(scene: Scene, fillers: list[Filler]) -> Iterator[Filler]:
    """Join organs to their states, drop modifiers, and spread a marker over parties joined by "and"."""
    following: Filler | None = None
    for filler in reversed(fillers):
        if following and _modifies(scene, filler, following):
            continue
        if following and _joins(scene, filler, following) and filler.markers == UNMARKED:
            filler = filler._replace(markers=following.markers)
        resolved = _merge(scene, filler)
        if not resolved.is_adjective:
            yield resolved
        following = resolved


def _modifies(scene: Scene, filler: Filler, following: Filler) -> bool:
    """Tell whether a filler is only the first part of a compound, or swallowed by its organ."""
    if filler.first >= following.first:
        return True
    is_next = filler.last + 1 == following.first and not scene.tokens[following.first].gap.strip()
    is_part = (filler.is_organ or filler.party is None) and filler.markers == UNMARKED and not filler.is_named
    return is_next and is_part and following.party is not None and not following.is_named


def _joins(scene: Scene, filler: Filler, following: Filler) -> bool:
    between = range(filler.last + 1, following.first)
    if not between:
        return scene.tokens[following.first].gap.strip() == ","
    return len(between) == 1 and scene.has(between[0], "conjunction")


def _merge(scene: Scene, filler: Filler) -> Filler:
    """Let a state act through its organs: "রুশ সেনা", "ইউক্রেনের সেনাবাহিনী"."""
    owner = scene.ends.get(filler.first - 1)
    is_owned = owner is not None and (owner.is_adjective or scene.lexicon.events.genitive in owner.markers)
    if filler.is_organ and owner and owner.is_named and is_owned and (owner.is_place or owner.is_adjective):
        return filler._replace(first=owner.first, party=owner.party, is_named=True)
    return filler


def _find_control(scene: Scene, index: int) -> tuple[bool, bool]:
    """Tell whether words after the trigger make the speaker the one who acts, and whether they accuse or ask."""
    controls = accuses = False
    for place in range(index, min(len(scene.tokens), index + _CONTROL_REACH)):
        if scene.is_broken(place, _STOPS):
            break
        pair = " ".join(token.word for token in scene.tokens[place - 1 : place + 1])
        classes = scene.tokens[place].classes | scene.lexicon.classes.get(pair, frozenset())
        controls |= "control_subject" in classes
        accuses |= "control_object" in classes
        if scene.has(place, "stop"):
            break
    return controls, accuses


def _control(
    scene: Scene, word: Word, fillers: list[Filler], *, is_noun: bool, accuses: bool, denies: bool
) -> Surroundings:
    """Find who acts where another verb speaks of the act: the accused, the one asked, or who denies or promises it."""
    events = scene.lexicon.events
    target = _target(fillers, events.accused, events.accusative) if accuses else None
    if target:
        rest = [filler for filler in fillers if filler is not target and filler.markers != UNMARKED or filler.object]
        actor = target._replace(markers=UNMARKED, distance=99)
        return Surroundings([*rest, actor], is_noun, doer=actor)
    if accuses and not denies:
        return Surroundings(fillers, is_noun)
    speaker = _nominative(fillers) or _outer_nominative(scene, word)
    partner = next((filler for filler in fillers if filler.is_named and events.accusative in filler.markers), None)
    extra = [speaker] if speaker and speaker not in fillers else []
    return Surroundings([*fillers, *extra], is_noun, doer=speaker, partner=partner if is_noun else None)


def _target(fillers: list[Filler], accused: str, accusative: str) -> Filler | None:
    """Return the accused, or else the named party furthest from the verb that it is asked of."""
    named = [filler for filler in fillers if filler.party]
    against = [filler for filler in named if accused in filler.markers]
    asked = [filler for filler in named if accusative in filler.markers]
    if against:
        return against[0]
    has_two = len(asked) > 1 or any(filler.object for filler in asked)
    return max(asked, key=lambda filler: filler.distance) if asked and (has_two or len(fillers) > 1) else None


def _nominative(fillers: list[Filler]) -> Filler | None:
    """Return the unmarked party furthest from the verb: the subject comes first."""
    parties = [filler for filler in fillers if filler.party and "" in filler.markers and not filler.object]
    return max(parties, key=lambda filler: filler.distance, default=None)


def _outer_nominative(scene: Scene, word: Word) -> Filler | None:
    """Return the subject that follows its verb, the only unmarked party after the trigger."""
    after = [filler for filler in scene.fillers if filler.first > word.last and filler.party]
    parties = [_merge(scene, filler) for filler in after if "" in filler.markers and not filler.is_adjective]
    return parties[0]._replace(distance=99) if len(parties) == 1 else None
