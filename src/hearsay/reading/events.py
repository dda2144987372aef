"""Events: what a content says happens, with its roles (event coding after PLOVER; tense, polarity, modality stay out).

Two ways lead from words to roles: word order and prepositions (event_order), or case endings and postpositions
(event_marks); the pack says which. When roles are not plain, there is no event: a wrong direction is worse than none.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from hearsay.packs.entities import find_names, load_entities
from hearsay.packs.schema import ObjectClass
from hearsay.reading import event_marks, event_order
from hearsay.reading.event_lexicon import (
    EITHER,
    LEFT,
    RIGHT,
    EventLexicon,
    EventPattern,
    Frame,
    Hole,
    Trigger,
    find_triggers,
    load_lexicon,
)
from hearsay.reading.event_order import Surroundings
from hearsay.reading.event_scene import Filler, Scene, Word, set_scene
from hearsay.reading.event_tokens import Known
from hearsay.reading.modality import is_negated_at
from hearsay.records import Event, Mention, MentionKind, Span, Time

__all__ = ["EventReader", "core_key", "event_reader", "find_event", "find_triggers"]

EventReader = Callable[[Sequence[Span]], Event | None]
Roles = dict[str, Filler]
_PLACE_KINDS = frozenset({"state", "capital", "city", "place"})
RECIPROCAL = frozenset({"MEET", "NEGOTIATE", "SIGN", "COOPERATE", "CEASEFIRE", "EXERCISE"})


def event_reader(
    text: str,
    mentions: Sequence[Mention],
    times: Sequence[Time] = (),
    *,
    language: str,
    adjectives: Sequence[Mention] | None = None,
) -> EventReader:
    """Prepare a report once and return the function that reads the event of a content in it.

    `adjectives` are words of nationality as mentions with the id of their state ("Russian" in "Russian troops"); who
    has them at hand spares a pass over the text.
    """
    lexicon = load_lexicon(language)
    if adjectives is None:
        adjectives = find_adjectives(text, language)
    known = Known(
        text,
        find_triggers(text, language),
        sorted(_with_listed_places(text, mentions, language), key=lambda mention: mention.span),
        sorted(times, key=lambda time: time.span),
        sorted(adjectives, key=lambda adjective: adjective.span),
    )
    return lambda spans: _read_event(known, spans, lexicon)


def _with_listed_places(text: str, mentions: Sequence[Mention], language: str) -> list[Mention]:
    """Add listed places that a case ending shows, also over an unlisted name that was thought to begin with one.

    Short names are left out of the mentions where they could be common words; with the ending of a place they are none.
    """
    if not load_lexicon(language).events.markers_follow:
        return list(mentions)
    marked = [hit for hit in find_names(text, language) if hit.role != "adjective" and hit.end_with_ending > hit.span[1]]
    known = {mention.span[0] for mention in mentions if mention.entity}
    places = {
        hit.span[0]: Mention((hit.span[0], hit.end_with_ending), MentionKind.PLACE, text[slice(*hit.span)], entity)
        for hit in marked
        if hit.span[0] not in known and (entity := _place_of(hit.entities))
    }
    return [*places.values(), *(mention for mention in mentions if mention.span[0] not in places)]


def _place_of(entities: tuple[str, ...]) -> str | None:
    """Return the entity if it is the only one and a place."""
    is_place = len(entities) == 1 and load_entities()[entities[0]].kind in _PLACE_KINDS
    return entities[0] if is_place else None


def find_adjectives(text: str, language: str) -> tuple[Mention, ...]:
    """Find the words of nationality, each with the id of its state."""
    hits = (hit for hit in find_names(text, language) if hit.role == "adjective" and len(hit.entities) == 1)
    return tuple(Mention(hit.span, MentionKind.OTHER, hit.entities[0], hit.entities[0]) for hit in hits)


def find_event(
    text: str, spans: Sequence[Span], *, mentions: Sequence[Mention], times: Sequence[Time] = (), language: str
) -> Event | None:
    """Return the event of one content; for many contents of a report make one `event_reader`."""
    return event_reader(text, mentions, times, language=language)(spans)


def core_key(event: Event) -> str:
    """Return what a plan, its fulfilment and its denial share: EVENT|actor|recipient|object|place.

    >>> core_key(Event("MEET", actor="Q2", recipient="Q1")) == core_key(Event("MEET", actor="Q1", recipient="Q2"))
    True
    """
    parties = [event.actor or "-", event.recipient or "-"]
    if event.type in RECIPROCAL:
        parties.sort()
    return "|".join([event.type, *parties, event.object or "-", event.place or "-"])


def _read_event(known: Known, spans: Sequence[Span], lexicon: EventLexicon) -> Event | None:
    """Return the best event of a content: main clause, verbs, more roles, earlier place, in this order."""
    pieces = [span for span in spans if span[0] < span[1]]
    if not pieces or not _has_trigger(known.triggers, pieces):
        return None
    scene = set_scene(known, pieces, lexicon)
    found = max(_find_events(scene), key=lambda item: item[0], default=None)
    return found[1] if found else None


def _has_trigger(triggers: Sequence[Trigger], spans: Sequence[Span]) -> bool:
    """Tell whether a word of an event stands in the content at all; most contents have none."""
    return any(
        trigger.entry.senses and start <= trigger.start < end
        for start, end in spans
        for trigger in triggers[_first_from(triggers, start) : _first_from(triggers, end)]
    )


def _first_from(triggers: Sequence[Trigger], offset: int) -> int:
    return bisect_left(triggers, offset, key=lambda trigger: trigger.start)


def _find_events(scene: Scene) -> Iterator[tuple[tuple[bool, bool, int, int], Event]]:
    """Try every trigger of the content in each of its senses; yield the events with their rank."""
    survey = event_marks.survey if scene.lexicon.events.markers_follow else event_order.survey
    for word in scene.words:
        if not scene.tokens[word.first].is_inside:
            continue
        for sense in word.trigger.entry.senses:
            for around in survey(scene, word, sense.form):
                roles = _best_roles(scene, word, sense.frame, around)
                if roles is not None:
                    event = _make_event(scene, word, sense.frame, roles)
                    is_verbal = not around.is_noun or around.doer is not None
                    rank = (_is_main(scene, word), is_verbal, len(roles), -word.first)
                    yield rank, event


def _is_main(scene: Scene, word: Word) -> bool:
    """Tell whether no word before a trigger puts it into a clause of its own ("where 24 were killed")."""
    opening = next((k for k, token in enumerate(scene.tokens) if token.is_inside), 0)
    return not any(scene.has(k, "relative", "subordinator") for k in range(opening + 1, word.first))


def _best_roles(scene: Scene, word: Word, frame: Frame, around: Surroundings) -> Roles | None:
    """Fill the patterns of a frame and return the roles of the fullest, or None where what is needed is missing."""
    around = around._replace(fillers=[f for f in around.fillers if not word.first <= f.first <= word.last])
    filled = [
        _fill(pattern, around, frame, scene.lexicon) for pattern in frame.patterns if pattern.is_noun == around.is_noun
    ]
    enough = [roles for roles in filled if roles and all(_has(roles, need) for need in frame.needs)]
    return max(enough, key=len, default=None)


def _has(roles: Roles, need: frozenset[str]) -> bool:
    return any(_has_role(roles, role) for role in need)


def _has_role(roles: Roles, role: str) -> bool:
    if role == "number":
        return any(filler.number is not None for filler in roles.values())
    return role in roles


def _fill(pattern: EventPattern, around: Surroundings, frame: Frame, lexicon: EventLexicon) -> Roles:
    """Give each hole the nearest filler that bears its marker, then the outer parties and the place."""
    roles: Roles = {}
    if around.partner and _fits("recipient", around.partner, frame):
        roles["recipient"] = around.partner
    for hole in _turn(pattern, around, lexicon):
        filler = _nearest(hole, around.fillers, roles, frame)
        if filler and hole.role not in roles:
            roles[hole.role] = filler
    doer_role = _doer_role(pattern, lexicon)
    if around.doer and doer_role not in roles and around.doer not in roles.values():
        roles[doer_role] = around.doer
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
    return [turned for hole in holes for turned in _turn_hole(hole, doer, lexicon)]


def _turn_hole(hole: Hole, doer: str, lexicon: EventLexicon) -> list[Hole]:
    """Turn one hole of an active pattern round for the passive."""
    events = lexicon.events
    if hole.marker == "" and hole.role == doer:
        return [hole._replace(marker=events.agent, side=EITHER if events.markers_follow else RIGHT)]
    if events.markers_follow:
        return [hole, hole._replace(marker="")] if hole.marker == events.accusative else [hole]
    if hole.marker == "" and hole.side == RIGHT:
        return [hole._replace(side=LEFT), hole]
    return [hole]


def _doer_role(pattern: EventPattern, lexicon: EventLexicon) -> str:
    """Return the role of who acts: the subject of a verb, the owner of a noun ("{recipient}'s purchase")."""
    marker = lexicon.events.genitive if pattern.is_noun else ""
    return next((hole.role for hole in pattern.holes if hole.marker == marker), "actor")


def _nearest(hole: Hole, fillers: Sequence[Filler], roles: Roles, frame: Frame) -> Filler | None:
    fitting = [
        filler
        for filler in fillers
        if hole.side in (EITHER, filler.side)
        and hole.marker in filler.markers
        and _fits(hole.role, filler, frame)
        and filler not in roles.values()
    ]
    return min(fitting, key=lambda filler: filler.distance, default=None)


def _fits(role: str, filler: Filler, frame: Frame) -> bool:
    """Tell whether a filler can play a role."""
    if role == "object":
        return _object_class(filler, frame) is not None
    if role == "number":
        return filler.number is not None
    if role == "place":
        return filler.is_place
    if role == "recipient" and frame.recipient_is_place:
        return filler.is_place
    return filler.party is not None and not (frame.no_persons and filler.is_person)


def _object_class(filler: Filler, frame: Frame) -> str | None:
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


def _make_event(scene: Scene, word: Word, frame: Frame, roles: Roles) -> Event:
    """Write the roles as a record."""
    party = {role: roles[role].party for role in ("actor", "recipient", "place") if role in roles}
    recipient = party.get("recipient")
    return Event(
        type=frame.type,
        actor=party.get("actor"),
        recipient=None if recipient == party.get("actor") else recipient,
        object=_object_class(roles["object"], frame) if "object" in roles else None,
        place=party.get("place"),
        number=_count_of(roles),
        negated=is_negated_at(scene, word),
    )


def _count_of(roles: Roles) -> float | None:
    """Return the number of the event: its own, or how many it was done to."""
    counted = (roles[role].number for role in ("number", "recipient", "object") if role in roles)
    return next((number for number in counted if number is not None), None)
