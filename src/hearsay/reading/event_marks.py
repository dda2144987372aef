"""Roles by case endings and postpositions, in any order before a verb that comes last (Bengali and its like)."""

from collections.abc import Iterator

from hearsay.reading.event_order import Surroundings
from hearsay.reading.event_scene import UNMARKED, Filler, Scene, Word

_STOPS = ';:!?।॥\n“”"'
# What carries an event noun or controls it follows at once: "সরবরাহের কথা অস্বীকার করেছে".
_CARRY_REACH = 3
_CONTROL_REACH = 6
_CONTROLS = frozenset({"control_subject", "control_object", "accusation"})
# Further from the trigger than anything in its own clause.
_OUTSIDE = 99
_NO_CLASS: frozenset[str] = frozenset()


def survey(scene: Scene, word: Word, form: str) -> Iterator[Surroundings]:
    """Describe what stands around a trigger: the marked parties of its clause, and who controls it from outside."""
    is_carried, is_passive, end = _read_carrier(scene, word.last + 1)
    joined = scene.lexicon.classes.get(word.trigger.ending, _NO_CLASS)  # a verb written to its noun: "공급했다"
    is_carried, is_passive = is_carried or "support" in joined, is_passive or "passive" in joined
    is_carried |= is_passive
    is_owner = bool(word.trigger.ending) and scene.lexicon.events.genitive in _ending_names(scene, word)
    is_noun = form == "noun" and (is_owner or not is_carried)
    fillers = list(_resolve(scene, _clause_fillers(scene, word)))
    controls = _find_control(scene, end)
    if controls:
        yield _control(scene, word, fillers, is_noun=is_noun, controls=controls)
    elif is_noun:
        victim = _nominative(fillers) if is_passive else None
        doer = _nominative(fillers) if is_carried and not is_passive else None
        yield Surroundings(fillers, True, False, doer, victim)
    else:
        is_finite = scene.has(end - 1, "stop") or not is_carried
        yield Surroundings(fillers, False, is_passive, is_subject_first=is_finite)


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
    opening = next((k for k in range(start, word.first) if scene.tokens[k].is_inside), word.first)
    own = [filler for filler in scene.fillers if start <= filler.first and filler.last < word.first]
    # Who is said to act stands in the content; who says it acts only where nobody does there.
    is_told = any(filler.first >= opening and _is_nominative(filler) for filler in own)
    return [
        filler._replace(distance=word.first - filler.last)
        for filler in own
        if filler.first >= opening or (_is_nominative(filler) and not is_told)
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


def _find_control(scene: Scene, index: int) -> frozenset[str]:
    """Return what the words after a trigger do: accuse of it, ask someone for it, or deny, promise, plan it."""
    found: frozenset[str] = frozenset()
    for place in range(index, min(len(scene.tokens), index + _CONTROL_REACH)):
        if scene.is_broken(place, _STOPS):
            break
        pair = " ".join(token.word for token in scene.tokens[place - 1 : place + 1])
        found |= scene.tokens[place].classes | scene.lexicon.classes.get(pair, frozenset())
        if scene.has(place, "stop"):
            break
    return found & _CONTROLS


def _control(
    scene: Scene, word: Word, fillers: list[Filler], *, is_noun: bool, controls: frozenset[str]
) -> Surroundings:
    """Find who acts where another verb speaks of the act: the accused, the one asked, or who denies or promises it."""
    events = scene.lexicon.events
    is_aimed = bool(controls & {"accusation", "control_object"})
    aimed = (filler for filler in fillers if is_aimed and filler.party and events.accused in filler.markers)
    target = next(aimed, None)
    if "control_object" in controls and not target:
        target = _asked(fillers, events.accusative)
    others = [filler for filler in fillers if filler is not target and not _is_nominative(filler)]
    if target:
        actor = target._replace(markers=UNMARKED, distance=_OUTSIDE)
        return Surroundings([*others, actor], is_noun, doer=actor)
    if "control_subject" not in controls:
        is_asked = "control_object" in controls
        rest = [filler for filler in others if not (is_asked and events.accusative in filler.markers)]
        return Surroundings(rest, is_noun)
    speaker = _nominative(fillers) or _outer_nominative(scene, word)
    partner = next((filler for filler in fillers if filler.is_named and events.accusative in filler.markers), None)
    speakers = [speaker] if speaker else []
    partner = partner if is_noun and "accusation" not in controls else None
    return Surroundings([*others, *speakers], is_noun, doer=speaker, partner=partner)


def _asked(fillers: list[Filler], accusative: str) -> Filler | None:
    """Return who is asked to act: of two in the accusative the first; one alone may be whom it is done to."""
    asked = [filler for filler in fillers if filler.party and accusative in filler.markers]
    return max(asked, key=lambda filler: filler.distance) if len(asked) > 1 else None


def _is_nominative(filler: Filler) -> bool:
    return filler.party is not None and "" in filler.markers and not filler.object


def _nominative(fillers: list[Filler]) -> Filler | None:
    """Return the unmarked party furthest from the verb: the subject comes first."""
    parties = [filler for filler in fillers if _is_nominative(filler)]
    return max(parties, key=lambda filler: filler.distance, default=None)


def _outer_nominative(scene: Scene, word: Word) -> Filler | None:
    """Return the subject that follows its verb, the only unmarked party after the trigger."""
    after = [filler for filler in scene.fillers if filler.first > word.last and filler.party]
    parties = [_merge(scene, filler) for filler in after if "" in filler.markers and not filler.is_adjective]
    return parties[0]._replace(distance=_OUTSIDE) if len(parties) == 1 else None
