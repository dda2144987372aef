"""Roles from patterns: the passive is derived, and roles that do not fit stay empty."""

from hearsay.reading.events import find_event
from hearsay.records import Mention, MentionKind


def test_person_is_no_country_to_visit() -> None:
    text = "Ann Field visited Bo Hill."
    mentions = [Mention((0, 9), MentionKind.PERSON, "Ann Field"), Mention((18, 25), MentionKind.PERSON, "Bo Hill")]
    assert find_event(text, [(0, len(text))], mentions=mentions, language="en") is None


def test_nobody_does_it_to_themselves() -> None:
    text = "Norland met Norland."
    mentions = [Mention((0, 7), MentionKind.PLACE, "Norland"), Mention((12, 19), MentionKind.PLACE, "Norland")]
    event = find_event(text, [(0, len(text))], mentions=mentions, language="en")
    assert event is not None
    assert event.recipient is None
