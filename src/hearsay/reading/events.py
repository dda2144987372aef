"""Events: what a content says happens, with its roles (event coding after PLOVER; tense, polarity, modality stay out).

Two ways lead from words to roles: word order and prepositions (event_order), or case endings and postpositions
(event_marks); the pack says which. When roles are not plain, there is no event: a wrong direction is worse than none.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from hearsay.packs.entities import find_names, load_entities
from hearsay.reading import event_marks, event_order
from hearsay.reading.event_lexicon import EventLexicon, Frame, Trigger, find_triggers, load_lexicon
from hearsay.reading.event_roles import RECIPROCAL, Roles, find_roles, object_class
from hearsay.reading.event_scene import Scene, Word, set_scene
from hearsay.reading.event_tokens import Known
from hearsay.reading.modality import is_negated_at
from hearsay.records import Event, Mention, MentionKind, Span, Time

__all__ = ["EventReader", "core_key", "event_reader", "find_event", "find_triggers"]

EventReader = Callable[[Sequence[Span]], Event | None]
_PLACE_KINDS = frozenset({"state", "capital", "city", "place"})


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
    marked = [
        hit for hit in find_names(text, language) if hit.role != "adjective" and hit.end_with_ending > hit.span[1]
    ]
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
    return tuple(
        Mention((hit.span[0], hit.end_with_ending), MentionKind.OTHER, hit.entities[0], hit.entities[0]) for hit in hits
    )


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
                roles = find_roles(scene.lexicon, word, sense.frame, around)
                if roles is not None:
                    event = _make_event(scene, word, sense.frame, roles)
                    is_verbal = not around.is_noun or around.doer is not None
                    rank = (_is_main(scene, word), is_verbal, len(roles), -word.first)
                    yield rank, event


def _is_main(scene: Scene, word: Word) -> bool:
    """Tell whether no word before a trigger puts it into a clause of its own ("where 24 were killed")."""
    opening = next((k for k, token in enumerate(scene.tokens) if token.is_inside), 0)
    return not any(scene.has(k, "relative", "subordinator") for k in range(opening + 1, word.first))


def _make_event(scene: Scene, word: Word, frame: Frame, roles: Roles) -> Event:
    """Write the roles as a record."""
    party = {role: roles[role].party for role in ("actor", "recipient", "place") if role in roles}
    actor, recipient = _government(party.get("actor")), party.get("recipient")
    if not (frame.recipient_is_place or frame.no_persons):
        recipient = _government(recipient)
    return Event(
        type=frame.type,
        actor=actor,
        recipient=None if recipient == actor else recipient,
        object=object_class(roles["object"], frame) if "object" in roles else None,
        place=party.get("place"),
        number=_count_of(roles),
        negated=is_negated_at(scene, word),
    )


def _government(party: str | None) -> str | None:
    """Let a capital or seat that is a party stand for its state; as a place it stays a place."""
    entity = load_entities().get(party or "")
    return (entity.capital_of or entity.seat_of or party) if entity else party


def _count_of(roles: Roles) -> float | None:
    """Return the number of the event: its own, or how many it was done to."""
    counted = (roles[role].number for role in ("number", "recipient", "object") if role in roles)
    return next((number for number in counted if number is not None), None)
