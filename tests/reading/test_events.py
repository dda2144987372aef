"""Events: every example of every pack fires with exactly its roles, and directions never meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.packs.loading import list_languages, load_pack_source
from hearsay.packs.schema import EventExample, PartyClass
from hearsay.reading.event_roles import RECIPROCAL
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
    framed = [(language, frame) for language, frames in packs for frame in frames]
    return [(language, frame.type.value, example) for language, frame in framed for example in frame.examples]


@pytest.mark.parametrize(("language", "event_type", "example"), list_examples())
def test_example_fires_with_its_roles(language: str, event_type: str, example: EventExample) -> None:
    actor, recipient, place = (
        Folded(name).text if name else None for name in (example.actor, example.recipient, example.place)
    )
    named = {name for name in (actor, recipient, place) if name} - PARTY_CLASSES
    event = read(example.text, *PLACES, *(named - set(PLACES)), language=language)
    expected = Event(event_type, actor, recipient, example.object, place, example.number, example.negated)
    if event_type in RECIPROCAL and event:
        assert core_key(event) == core_key(expected)
    else:
        assert event == expected


def key(text: str, language: str = "en") -> str:
    """Return the core key of a whole sentence."""
    event = read(text, language=language)
    assert event is not None
    return core_key(event)


@pytest.mark.parametrize(
    "text",
    [
        "Norland will supply rifles to Sudria.",
        "Norland has not supplied rifles to Sudria.",
        "Norland may supply Sudria with rifles.",
        "Norland denied supplying rifles to Sudria.",
        "Sudria was supplied with rifles by Norland.",
        "Sudria bought rifles from Norland.",
        "Norland's sale of rifles to Sudria was stopped.",
        "Westria accused Norland of selling rifles to Sudria.",
    ],
)
def test_plan_fulfilment_denial_and_inverse_share_the_core_key(text: str) -> None:
    assert key(text) == "SUPPLY|Norland|Sudria|arms|-"


def test_opposite_directions_never_share_the_core_key() -> None:
    assert key("Norland attacked Sudria.") != key("Sudria attacked Norland.")
    assert key("নরল্যান্ড সুদরিয়াকে ড্রোন সরবরাহ করেছে।", "bn") != key("সুদরিয়া নরল্যান্ডকে ড্রোন সরবরাহ করেছে।", "bn")


def test_who_is_accused_and_not_who_accuses_acts() -> None:
    text = "ওয়েস্ট্রিয়া নরল্যান্ডের বিরুদ্ধে সুদরিয়াকে ড্রোন সরবরাহের অভিযোগ করেছে।"
    assert key(text, "bn") == Folded("SUPPLY|নরল্যান্ড|সুদরিয়া|arms|-").text


def test_state_acts_through_its_organs() -> None:
    text = "Norlandic troops stormed a company."
    mentions = [Mention((0, 9), MentionKind.OTHER, "Norland", "Q1")]
    event = event_reader(text, (), language="en", adjectives=mentions)([(0, len(text))])
    assert event == Event("ATTACK", "Q1", "company")


@pytest.mark.parametrize(
    "text",
    ["Norland wants peace.", "Its neighbours supplied rifles.", "Norland said the company visited no one.", "", "।"],
)
def test_no_event_is_guessed(text: str) -> None:
    assert read(text) is None


def test_words_between_pieces_of_a_torn_content_are_not_read() -> None:
    text = "Norland, according to Westria, attacked Sudria."
    assert find_event(text, [(0, 7), (31, 47)], mentions=make_mentions(text, *PLACES), language="en") == Event(
        "ATTACK", "Norland", "Sudria"
    )


@given(st.text(alphabet="Norland attacks supplied to by , . 12 ’s হামলা কে র করেছে। \u200d", max_size=80))
def test_reading_never_raises(text: str) -> None:
    for language in list_languages():
        view = Folded(text).text
        mentions = [Mention((0, len(view)), MentionKind.PLACE, view)] if view else []
        find_event(view, [(0, len(view))], mentions=mentions, language=language)
