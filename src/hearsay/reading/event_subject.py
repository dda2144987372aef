"""Subjects: who does what a verb says, found by walking left over what may stand between (control and raising)."""

from typing import NamedTuple

from hearsay.reading.event_scene import Filler, Scene

STOPS = ';:!?—–()[]\n.“”"'
# Words over which a prepositional phrase beside the subject may run before its preposition must appear.
PHRASE_REACH = 4
# A parenthesis between commas that is longer than this is not one.
_ASIDE_REACH = 15


class Subject(NamedTuple):
    """Who acts, and the party that stands between a controlling verb and the trigger."""

    actor: Filler | None = None
    patient: Filler | None = None
    is_passive: bool = False


def group(scene: Scene, last: Filler) -> list[Filler]:
    """Return a party and those joined to it by "and" or a comma: "Turkey and Iraq"."""
    fillers = [merge_organ(scene, last)]
    while (joint := fillers[-1].first - 1) > 0:
        joint -= scene.has(joint, "determiner")
        if scene.has(joint, "conjunction"):
            before = scene.ends.get(joint - 1)
        elif scene.is_broken(joint + 1, ","):
            before = scene.ends.get(joint)
        else:
            break
        if not before or not before.party or not _is_subject(scene, before):
            break
        fillers.append(merge_organ(scene, before))
    return fillers[::-1]


def merge_organ(scene: Scene, filler: Filler) -> Filler:
    """Let a state act through its organs: "Russian troops", "Ukraine's army"."""
    if scene.lexicon.is_verb_first:
        return _merge_owner_behind(scene, filler)
    owner = scene.ends.get(filler.first - 1)
    if filler.is_organ and owner and owner.is_named and (owner.is_place or owner.is_adjective):
        return filler._replace(first=owner.first, party=owner.party, is_named=True)
    return filler


def _merge_owner_behind(scene: Scene, filler: Filler) -> Filler:
    """Let a state act through its organs where owners stand behind them: "the army the Israeli" (Arabic)."""
    owner = next((other for other in scene.fillers if other.first == filler.last + 1), None)
    if filler.is_organ and owner and owner.is_named and (owner.is_place or owner.is_adjective):
        return filler._replace(last=owner.last, party=owner.party, is_named=True)
    return filler


def find_subject(scene: Scene, index: int, *, is_open: bool) -> Subject:
    """Walk left from a verb to who does it, over what may stand between; an unknown noun ends the walk without one.

    `is_open`: the verb has no subject of its own (infinitive, gerund, noun), so a controlling verb may give one.
    """
    patient: Filler | None = None
    is_passive = is_controlled = False
    is_plain = scene.lexicon.events.uninflected  # the nearest party acts, whoever promises or asks it
    while index >= 0:
        filler = scene.ends.get(index)
        if filler and _is_subject(scene, filler, is_open=is_open):
            if not is_open or is_controlled or is_plain or not find_controller(scene, filler.first - 1):
                return Subject(filler, patient, is_passive)
            patient, index = patient or filler, find_controller(scene, filler.first - 1)
        elif scene.has(index, "control_object") and is_open:
            if patient:
                return Subject(patient, None, is_passive)
            index -= 1
        elif is_plain and scene.has(index, "support", "control_subject"):
            index -= 1
        elif scene.has(index, "control_subject") and is_open:
            is_controlled, index = True, index - 1
        else:
            following = _step_left(scene, index, is_open=is_open)
            # A passive that is a preposition ("被 police arrested") is stepped over with its noun.
            steps = range(max(following + 1, 0), index + 1) if is_plain else (index,)
            is_passive |= any(scene.has(k, "passive") for k in steps) and (is_plain or not is_open)
            index = following
    return Subject(None, None, is_passive)


def _is_subject(scene: Scene, filler: Filler, *, is_open: bool = False) -> bool:
    """Tell whether a filler can be a subject: a party, or a bare number ("12 were killed"), behind no preposition."""
    start = merge_organ(scene, filler).first
    while scene.has(start - 1, "determiner") or (start and scene.tokens[start - 1].is_time):
        start -= 1
    has_value = filler.party is not None or filler.number is not None or filler.object is not None
    # Who is asked or accused stands in an oblique case, where there are cases.
    is_oblique = is_open and not {scene.lexicon.events.accusative, scene.lexicon.events.accused}.isdisjoint(
        filler.markers
    )
    is_marked = not ("" in filler.markers or (scene.lexicon.cases and is_oblique)) or filler.is_adjective
    is_after_preposition = scene.has(start - 1, "preposition") and not scene.has(start - 1, "stop")
    is_after_preposition = is_after_preposition and not _is_opening_partitive(scene, start - 1)
    return has_value and not is_marked and not is_after_preposition


def _is_opening_partitive(scene: Scene, index: int) -> bool:
    """Tell whether a partitive article opens its clause: "Des rebelles ont …"."""
    is_opening = index == 0 or scene.is_broken(index, STOPS + ",") or scene.has(index - 1, "stop", "conjunction")
    return scene.has(index, "partitive") and is_opening


def find_controller(scene: Scene, index: int) -> int:
    """Return where a controlling verb stands before a noun phrase, or 0."""
    for place in range(index, max(-1, index - PHRASE_REACH), -1):
        if scene.has(place, "control_subject", "control_object"):
            return place
        if scene.has(place, "preposition", "stop", "auxiliary"):
            return 0
    return 0


def _step_left(scene: Scene, index: int, *, is_open: bool) -> int:
    """Return the next place of the walk: over a word that may stand there, an aside, or a prepositional phrase."""
    if index + 1 < len(scene.tokens) and scene.is_broken(index + 1, STOPS):
        return -1
    if index + 1 < len(scene.tokens) and scene.is_broken(index + 1, ",") and not scene.has(index + 1, "relative"):
        return _step_aside(scene, index)
    if scene.tokens[index].is_time or scene.has(index, "auxiliary", "adverb", "negation", "relative", "passive"):
        return index - 1
    if is_open and scene.has(index, "preposition", "determiner"):
        return index - 1
    if scene.has(index, "preposition"):
        return -1
    for place in range(index, max(-1, index - PHRASE_REACH), -1):
        if scene.has(place, "preposition"):
            return place - 1
        if scene.has(place, "stop", "auxiliary", "conjunction") or scene.is_broken(place, ","):
            return -1
    return -1


def _step_aside(scene: Scene, index: int) -> int:
    """Return the place before the comma that opens an aside ending here, or nowhere."""
    for place in range(index, max(0, index - _ASIDE_REACH), -1):
        if scene.is_broken(place, ","):
            return place - 1
    return -1
