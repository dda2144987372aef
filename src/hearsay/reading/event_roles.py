"""Roles: which filler plays which part in an event, by the frame's patterns (predicate-argument structure).

A hole takes the nearest filler that bears its marker and can play its role; the passive is derived from the active.
"""

from collections.abc import Sequence

from hearsay.packs.schema import EventWords, ObjectClass
from hearsay.reading.event_lexicon import EITHER, LEFT, RIGHT, EventLexicon, EventPattern, Frame, Hole
from hearsay.reading.event_order import Surroundings
from hearsay.reading.event_scene import Filler, Word

Roles = dict[str, Filler]
RECIPROCAL = frozenset({"MEET", "NEGOTIATE", "SIGN", "COOPERATE", "CEASEFIRE", "EXERCISE"})


def find_roles(lexicon: EventLexicon, word: Word, frame: Frame, around: Surroundings) -> Roles | None:
    """Fill the patterns of a frame and return the roles of the fullest, or None where what is needed is missing."""
    around = around._replace(fillers=[f for f in around.fillers if not word.first <= f.first <= word.last])
    filled = [_fill(pattern, around, frame, lexicon) for pattern in frame.patterns if pattern.is_noun == around.is_noun]
    enough = [roles for roles in filled if roles and all(_has(roles, need) for need in frame.needs)]
    return max(enough, key=len, default=None)


def _has(roles: Roles, need: frozenset[str]) -> bool:
    return any(_has_role(roles, role) for role in need)


def _has_role(roles: Roles, role: str) -> bool:
    if role == "number":
        return any(filler.number is not None for name, filler in roles.items() if name != "actor")
    return role in roles


def _fill(pattern: EventPattern, around: Surroundings, frame: Frame, lexicon: EventLexicon) -> Roles:
    """Give each hole the nearest filler that bears its marker, then the outer parties and the place."""
    roles: Roles = {}
    doer_role = _doer_role(pattern, lexicon)
    if around.partner and _fits("recipient", around.partner, frame):
        roles["recipient"] = around.partner
    for hole in _turn(pattern, around, lexicon):
        is_first = around.is_subject_first and hole.marker == "" and hole.role == doer_role
        filler = _nearest(hole, around.fillers, roles, frame, is_furthest=is_first)
        if filler and hole.role not in roles:
            roles[hole.role] = filler
    doer = around.doer if around.doer not in roles.values() else None
    if doer and doer_role not in roles and _fits(doer_role, doer, frame):
        roles[doer_role] = doer
    if frame.type in RECIPROCAL:
        _add_second_party(roles, around, frame)
    return _add_place(roles, around, lexicon, frame)


def _turn(pattern: EventPattern, around: Surroundings, lexicon: EventLexicon) -> list[Hole]:
    """Return the holes in the order in which they are filled, turned round for the passive."""
    events = lexicon.events
    holes = list(pattern.holes)
    if events.markers_follow:
        holes.reverse()
    doer = _doer_role(pattern, lexicon)
    if pattern.is_noun:
        side = EITHER if events.markers_follow else RIGHT
        return [*holes, Hole(doer, events.agent, side)]
    if not around.is_passive or len(holes) == 1:
        return holes
    if events.markers_follow:
        return [turned for hole in holes for turned in _turn_marked(hole, doer, lexicon)]
    return _turn_ordered(holes, doer, events)


def _turn_ordered(holes: list[Hole], doer: str, events: EventWords) -> list[Hole]:
    """Turn a pattern with word order round: its first object becomes the subject, its subject stands behind "by"."""
    own = {"", events.accusative}
    first = next((hole for hole in holes if hole.marker in own and hole.side == RIGHT), None)
    turned = [hole._replace(side=LEFT, marker="") if hole == first else hole for hole in holes if hole.role != doer]
    return [*turned, Hole(doer, events.agent, EITHER)]


def _turn_marked(hole: Hole, doer: str, lexicon: EventLexicon) -> list[Hole]:
    """Turn a hole with a marker round: the doer gets the agent's marker, who it is done to may lose its own."""
    if hole.marker == "" and hole.role == doer:
        return [hole._replace(marker=lexicon.events.agent)]
    return [hole, hole._replace(marker="")] if hole.marker == lexicon.events.accusative else [hole]


def _doer_role(pattern: EventPattern, lexicon: EventLexicon) -> str:
    """Return the role of who acts: the subject of a verb, the owner of a noun ("{recipient}'s purchase")."""
    marker = lexicon.events.genitive if pattern.is_noun else ""
    return next((hole.role for hole in pattern.holes if hole.marker == marker and hole.role != "object"), "actor")


def _nearest(
    hole: Hole, fillers: Sequence[Filler], roles: Roles, frame: Frame, *, is_furthest: bool = False
) -> Filler | None:
    """Return the nearest filler for a hole, or the furthest."""
    fitting = [
        filler
        for filler in fillers
        if hole.side in (EITHER, filler.side)
        and hole.marker in filler.markers
        and _fits(hole.role, filler, frame)
        and filler not in roles.values()
    ]
    return min(fitting, key=lambda filler: -filler.distance if is_furthest else filler.distance, default=None)


def _fits(role: str, filler: Filler, frame: Frame) -> bool:
    """Tell whether a filler can play a role."""
    if role == "object":
        return object_class(filler, frame) is not None
    if role == "number":
        return filler.number is not None
    if role == "place":
        return filler.is_place
    if role == "recipient" and frame.recipient_is_place:
        return filler.is_place
    return filler.party is not None and not (frame.no_persons and filler.is_person)


def object_class(filler: Filler, frame: Frame) -> str | None:
    """Return the class of a filler as an object of this frame; persons are one where the frame moves persons."""
    if filler.object and (not frame.objects or filler.object in frame.objects):
        return filler.object
    is_person = filler.party is not None and not filler.is_place and not filler.is_organ
    return ObjectClass.PEOPLE.value if is_person and ObjectClass.PEOPLE.value in frame.objects else None


def _add_second_party(roles: Roles, around: Surroundings, frame: Frame) -> None:
    """Give the second of two joined parties the empty place of a reciprocal event: "Turkey and Iraq signed"."""
    given = roles.get("actor") or roles.get("recipient")
    empty = "recipient" if "actor" in roles else "actor"
    if not given or empty in roles:
        return
    others = (f for f in around.fillers if f.side == given.side and set(f.markers) & set(given.markers))
    fitting = (f for f in others if f.party != given.party and _fits(empty, f, frame) and f not in roles.values())
    second = next(fitting, None)
    if second:
        roles[empty] = second


def _add_place(roles: Roles, around: Surroundings, lexicon: EventLexicon, frame: Frame) -> Roles:
    """Add the nearest place with a marker of places that plays no other role."""
    is_enough = bool(roles) or not frame.needs or any("place" in need for need in frame.needs)
    if "place" in roles or not is_enough:
        return roles
    free = (filler for filler in around.fillers if filler.is_place and filler not in roles.values())
    places = [filler for filler in free if lexicon.places.intersection(filler.markers)]
    nearest = min(places, key=lambda filler: filler.distance, default=None)
    return {**roles, "place": nearest} if nearest else roles
