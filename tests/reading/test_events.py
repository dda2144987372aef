"""Events: every example of every pack fires with exactly its roles, and directions never meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.packs.loading import list_languages, load_pack_source
from hearsay.packs.schema import EventExample, PartyClass
from hearsay.reading.events import core_key, event_reader, find_event
from hearsay.records import Event, Mention, MentionKind
from hearsay.text.folding import Folded

PLACES = tuple(Folded(name).text for name in ("Norland", "Sudria", "Westria", "নরল্যান্ড", "সুদরিয়া", "ওয়েস্ট্রিয়া"))
PARTY_CLASSES = {party.value for party in PartyClass}


def make_mentions(text: str, *names: str) -> list[Mention]:
    """Mark each name where it first stands in the text; invented countries are places, the rest persons."""
    whole = [name for name in names if not any(name in other and name != other and other in text for other in names)]
    found = [(text.find(name), name) for name in whole]
    return [
        Mention((start, start + len(name)), MentionKind.PLACE if name in PLACES else MentionKind.PERSON, name)
        for start, name in found
        if start >= 0
    ]


def read(text: str, *names: str, language: str = "en") -> Event | None:
    """Read the event of a whole sentence."""
    text = Folded(text).text
    mentions = make_mentions(text, *(Folded(name).text for name in names or PLACES))
    return find_event(text, [(0, len(text))], mentions=mentions, language=language)


def list_examples() -> list[tuple[str, str, EventExample]]:
    """List the examples of all packs with their language and type."""
    packs = ((language, load_pack_source(language).events.frames) for language in list_languages())
    return [
        (lang, frame.type.value, example) for lang, frames in packs for frame in frames for example in frame.examples
    ]


@pytest.mark.parametrize(("language", "event_type", "example"), list_examples())
def test_example_fires_with_its_roles(language: str, event_type: str, example: EventExample) -> None:
    actor, recipient, place = (
        Folded(name).text if name else None for name in (example.actor, example.recipient, example.place)
    )
    named = {name for name in (actor, recipient, place) if name} - PARTY_CLASSES
    event = read(example.text, *PLACES, *(named - set(PLACES)), language=language)
    expected = Event(event_type, actor, recipient, example.object, place, example.number, example.negated)
    if event_type in {"MEET", "NEGOTIATE", "SIGN", "COOPERATE", "CEASEFIRE", "EXERCISE"} and event:
        assert core_key(event) == core_key(expected)
    else:
        assert event == expected
