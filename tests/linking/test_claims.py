"""Claims: which statements meet, in any order, and what each does to its claim."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.linking.claims import ClaimGroup, group_claims, stance_of
from hearsay.linking.judgements import Judgements
from hearsay.linking.sayings import Saying
from hearsay.records import Act, Certainty, Judgement, Stance, Verdict
from tests.linking.linking_factories import make_event, make_saying

BRIDGE = "bridge oslo collapsed pillar"


def groups_of(*sayings: Saying, judgements: Judgements | None = None) -> list[list[str]]:
    """Group sayings into lists of ids."""
    groups, _ = group_claims(sayings, judgements or Judgements())
    return [[one.id for one in group.sayings] for group in groups]


def judged(*pairs: tuple[Verdict, str, str]) -> Judgements:
    """Make judgements, later ones last."""
    return Judgements(Judgement(*pair, "mira", f"2026-03-{day:02d}") for day, pair in enumerate(pairs, start=1))


def test_the_same_words_meet_and_others_stay_alone() -> None:
    sayings = [make_saying("a", BRIDGE), make_saying("b", BRIDGE), make_saying("c", "museum clocks salta")]
    assert groups_of(*sayings) == [["a", "b"], ["c"]]


def test_two_groups_never_join_against_a_veto() -> None:
    one = make_saying("a", BRIDGE, about="2026-03-02")
    other = make_saying("b", BRIDGE, about="2026-04-02")
    undated = make_saying("c", BRIDGE)
    found = groups_of(one, other, undated)
    assert sorted(map(len, found)) == [1, 2] and not any({"a", "b"} <= set(group) for group in found)


def test_what_is_alike_but_not_sure_waits_with_its_reasons() -> None:
    one = make_saying("a", "bridge oslo collapsed pillar storm night")
    other = make_saying("b", "bridge oslo collapsed minister promised tolls")
    far = [make_saying(f"f{n}", f"x{n} y{n} z{n}") for n in range(6)]
    groups, possible = group_claims([one, other, *far])
    assert len(groups) == 8
    (match,) = possible
    assert {match.a, match.b} == {"a", "b"} and not match.is_sure and match.reasons == ("3 words shared",)


def test_a_judgement_joins_strangers_and_parts_twins() -> None:
    sayings = [make_saying("a", BRIDGE), make_saying("b", BRIDGE), make_saying("c", "museum clocks salta")]
    said = judged((Verdict.DIFFERENT, "a", "b"), (Verdict.SAME, "a", "c"))
    assert groups_of(*sayings, judgements=said) == [["a", "c"], ["b"]]


def test_what_was_judged_different_is_never_in_one_group_by_a_detour() -> None:
    sayings = [make_saying(name, BRIDGE) for name in "abc"]
    said = judged((Verdict.SAME, "a", "b"), (Verdict.SAME, "b", "c"), (Verdict.DIFFERENT, "a", "c"))
    assert not any({"a", "c"} <= set(group) for group in groups_of(*sayings, judgements=said))


def test_what_was_judged_the_same_stays_so_and_takes_nothing_from_its_claim() -> None:
    bridges = [make_saying(name, BRIDGE, about="2026-03-02") for name in "abc"]
    museum = make_saying("m", "museum clocks salta", about="2026-07")
    said = judged((Verdict.SAME, "a", "m"))
    assert sorted(map(sorted, groups_of(*bridges, museum, judgements=said))) == [["a", "b", "c", "m"]]


@pytest.mark.parametrize(
    ("changes", "stance"),
    [
        ({}, Stance.ASSERTS),
        ({"act": Act.DENY}, Stance.DENIES),
        ({"certainty": Certainty.DENIED}, Stance.DENIES),
        ({"event": make_event(negated=True)}, Stance.DENIES),
        ({"act": Act.ASK}, Stance.QUESTIONS),
        ({"act": Act.OTHER, "certainty": Certainty.POSSIBLE}, Stance.QUESTIONS),
        ({"act": Act.OTHER}, Stance.ASSERTS),
        ({"certainty": Certainty.POSSIBLE}, Stance.ASSERTS),
    ],
)
def test_a_stance_is_told_by_act_certainty_and_negation(changes: dict[str, object], stance: Stance) -> None:
    claim = make_saying("a", event=make_event())
    saying = make_saying("b", at="2026-03-03", **{"event": make_event(), **changes})
    assert stance_of(saying, ClaimGroup([claim, saying])) is stance


def test_a_later_figure_supersedes_and_its_echo_asserts() -> None:
    two, five, again = (
        make_saying(name, at=at, event=make_event("KILL_INJURE", number=number))
        for name, at, number in (("a", "2026-03-02", 2.0), ("b", "2026-03-03", 5.0), ("c", "2026-03-04", 5.0))
    )
    group = ClaimGroup([two, five, again])
    assert [stance_of(one, group) for one in group.sayings] == [Stance.ASSERTS, Stance.SUPERSEDES, Stance.ASSERTS]


def test_where_all_say_that_it_does_not_happen_nobody_denies() -> None:
    sayings = [make_saying(name, event=make_event(negated=True)) for name in "ab"]
    assert {stance_of(one, ClaimGroup(sayings)) for one in sayings} == {Stance.ASSERTS}


@st.composite
def statements(draw: st.DrawFn) -> list[Saying]:
    """Make statements that share words, numbers, days and parties in all ways."""
    words = st.lists(st.sampled_from(["bridge", "oslo", "collapsed", "ferry", "grain", "storm"]), max_size=5)
    events = st.builds(
        make_event, actor=st.sampled_from([None, "Q20", "Q189"]), recipient=st.sampled_from([None, "Q189"])
    )
    return [
        make_saying(
            f"s{number}",
            " ".join(draw(words)),
            at=draw(st.sampled_from(["", "2026-03-02", "2026-03-03"])),
            numbers=frozenset(draw(st.lists(st.sampled_from([2.0, 300.0, 4200.0]), max_size=2))),
            parts=frozenset(
                draw(st.lists(st.sampled_from(["n:300", "n:4200", "e:Q20", "k:rsn", "t:2026-05"]), max_size=3))
            ),
            about=draw(st.sampled_from([None, "2026-05", "2026-06"])),
            event=draw(st.one_of(st.none(), events)),
        )
        for number in range(draw(st.integers(1, 7)))
    ]


@st.composite
def verdicts(draw: st.DrawFn) -> Judgements:
    """Make judgements about some of those statements."""
    names = st.sampled_from([f"s{number}" for number in range(4)])
    pairs = draw(st.lists(st.tuples(st.sampled_from(Verdict), names, names), max_size=4))
    return judged(*(pair for pair in pairs if pair[1] != pair[2]))


@settings(max_examples=60)
@given(statements(), verdicts(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_never_matters(sayings: list[Saying], said: Judgements, chance: random.Random) -> None:
    shuffled = list(sayings)
    chance.shuffle(shuffled)
    assert group_claims(shuffled, said) == group_claims(sayings, said)


@settings(max_examples=60)
@given(statements(), verdicts())
def test_every_statement_is_in_one_claim_and_negative_judgements_hold(sayings: list[Saying], said: Judgements) -> None:
    found = groups_of(*sayings, judgements=said)
    assert sorted(one for group in found for one in group) == sorted(one.id for one in sayings)
    assert not any(said.verdict(a, b) is False for group in found for a in group for b in group)
