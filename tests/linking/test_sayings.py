"""Statements made comparable: what makes two of them alike, and what keeps them apart whatever else they share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.linking.sayings import Saying, compare, find_veto, make_saying
from hearsay.records import Certainty, Reading
from tests.linking.linking_factories import WILD_READINGS, make_event, read_text
from tests.linking.linking_factories import make_saying as make


def first_saying(text: str, language: str = "en", report: str = "r1") -> Saying:
    """Make the first statement of a text comparable."""
    reading = read_text(text, language, report=report)
    return make_saying(reading, reading.statements[0])


def test_the_same_in_two_languages_is_alike_and_says_why() -> None:
    one = first_saying("Norway will send 4,200 tonnes of grain to Iceland in May, officials said.")
    other = first_saying("Норвегия отправит в Исландию 4200 тонн зерна в мае, сообщили чиновники.", "ru")
    found = compare(one, other, {})
    assert found.score > 0.6 and found.veto is None
    assert "4200" in found.reasons[0] and "Q20" in found.reasons[0]


def test_strangers_share_nothing() -> None:
    found = compare(first_saying("The museum bought a clock, he said."), first_saying("Rain will come, she said."), {})
    assert found.score == 0 and found.reasons == ()


@pytest.mark.parametrize(
    ("one", "other", "veto"),
    [
        ({"about": "2026-03-02"}, {"about": "2026-04-02"}, "dates differ: 2026-03-02 and 2026-04-02"),
        ({"about": "2026-03-02"}, {"about": "2026-03"}, None),
        ({"numbers": frozenset({4200.0})}, {"numbers": frozenset({300.0})}, "numbers differ: 4200 and 300"),
        ({"numbers": frozenset({4200.0})}, {"numbers": frozenset({4100.0})}, None),
        ({"numbers": frozenset({4200.0})}, {"numbers": frozenset()}, None),
        (
            {"event": make_event(actor="Q1", recipient="Q2")},
            {"event": make_event(actor="Q2", recipient="Q1")},
            "the direction is reversed",
        ),
        (
            {"event": make_event(object="arms")},
            {"event": make_event(object="fuel")},
            "the object differs: arms and fuel",
        ),
        ({"event": make_event("SUPPLY", actor="Q1")}, {"event": make_event("VISIT", actor="Q2")}, None),
    ],
)
def test_numbers_dates_and_direction_can_veto(
    one: dict[str, object], other: dict[str, object], veto: str | None
) -> None:
    assert find_veto(make("a", **one), make("b", **other)) == veto
    assert compare(make("a", **one), make("b", **other), {}).veto == veto


def test_reciprocal_events_have_no_direction() -> None:
    one, other = make_event("MEET", actor="Q1", recipient="Q2"), make_event("MEET", actor="Q2", recipient="Q1")
    assert find_veto(make("a", event=one), make("b", event=other)) is None


def test_figures_of_what_is_counted_do_not_veto() -> None:
    one = make("a", numbers=frozenset({2.0}), event=make_event("KILL_INJURE", place="Bergen", number=2.0))
    other = make("b", numbers=frozenset({5.0}), event=make_event("KILL_INJURE", place="Bergen", number=5.0))
    assert find_veto(one, other) is None


def test_a_plan_and_what_came_of_it_may_lie_a_month_apart() -> None:
    event = make_event(actor="Q20", recipient="Q189")
    plan = make("a", about="2026-05-01", event=event, certainty=Certainty.PLANNED)
    done = make("b", about="2026-05-20", event=event)
    assert find_veto(plan, done) is None
    assert find_veto(done, make("c", about="2026-05-01", event=event)) is not None


WORDS = st.lists(st.sampled_from(["bridge", "ferry", "grain", "museum", "oslo", "bergen"]), max_size=5).map(" ".join)


@given(WORDS, WORDS, st.sampled_from([None, "2026-03", "2026-04"]), st.sampled_from([None, "2026-03", "2026-04"]))
def test_a_comparison_has_no_direction(a: str, b: str, about: str | None, other: str | None) -> None:
    one, two = make("a", a, about=about), make("b", b, about=other)
    there, back = compare(one, two, {}), compare(two, one, {})
    assert there.score == back.score and (there.veto is None) == (back.veto is None)
    assert 0 <= there.score <= 1


@given(WILD_READINGS, WILD_READINGS)
def test_nothing_raises_on_any_reading(reading: Reading, other: Reading) -> None:
    ours, theirs = ([make_saying(one, said) for said in one.statements] for one in (reading, other))
    assert all(0 <= compare(a, b, {}).score <= 1 for a in ours for b in theirs)
