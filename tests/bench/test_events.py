"""The bench of events: keys compared claim by claim."""

from bench.events import agreeing, apart
from hearsay.records import Event

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
