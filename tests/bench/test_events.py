"""The bench of events: keys compared claim by claim, and events led to PLOVER."""

from bench.events import agreeing, apart, to_plover
from hearsay.records import Act, Certainty, Event

ROWS = [
    {"id": "1", "claim": "A", "sig": "A", "actor": "X", "recipient": "Y", "reciprocal": False},
    {"id": "2", "claim": "A", "sig": "A", "actor": "X", "recipient": "Y", "reciprocal": False},
    {"id": "3", "claim": "B", "sig": "B", "actor": "Y", "recipient": "X", "reciprocal": False},
]


def test_claim_agrees_only_if_every_language_gives_the_same_key() -> None:
    same = Event("ATTACK", "x", "y")
    assert agreeing(ROWS[:2], {"1": same, "2": same}) == ["A"]
    assert agreeing(ROWS[:2], {"1": same, "2": None}) == []


def test_opposite_directions_with_one_key_are_told() -> None:
    same, other = Event("ATTACK", "x", "y"), Event("ATTACK", "y", "x")
    assert apart(ROWS, {"1": same, "2": same, "3": other}) == []
    assert apart(ROWS, {"1": same, "2": None, "3": same}) == ["1", "3"]


def test_act_goes_before_event_and_plan_before_fact() -> None:
    visit = Event("VISIT", "x", "y")
    assert to_plover(visit, Certainty.ASSERTED, [Act.DENY]) == "REJECT"
    assert to_plover(visit, Certainty.PLANNED, [Act.SAY]) == "AGREE"
    assert to_plover(visit, Certainty.ASSERTED, []) == "CONSULT"
    assert to_plover(None, Certainty.ASSERTED, []) is None
