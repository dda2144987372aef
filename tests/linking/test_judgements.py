"""Judgements: what counts of several on one pair."""

from itertools import permutations

from hearsay.linking.judgements import NO_JUDGEMENTS, Judgements
from hearsay.records import Judgement, Verdict


def judged(verdict: Verdict, a: str = "a", b: str = "b", at: str = "2026-03-01") -> Judgement:
    """Make a judgement."""
    return Judgement(verdict, a, b, "mira", at)


def test_nobody_judged() -> None:
    assert NO_JUDGEMENTS.verdict("a", "b") is None and not NO_JUDGEMENTS.names("a")


def test_a_pair_has_no_direction() -> None:
    said = Judgements([judged(Verdict.SAME, "b", "a")])
    assert said.verdict("a", "b") is said.verdict("b", "a") is True


def test_the_later_counts_in_whatever_order_they_come() -> None:
    ones = [
        judged(Verdict.SAME, at="2026-03-01"),
        judged(Verdict.UNSURE, at="2026-03-02"),
        judged(Verdict.DIFFERENT, at="2026-03-03"),
    ]
    assert {Judgements(order).verdict("a", "b") for order in permutations(ones)} == {False}
    assert Judgements(ones[:2]).verdict("a", "b") is None


def test_pairs_judged_the_same_are_given_where_both_are_known() -> None:
    said = Judgements([judged(Verdict.SAME), judged(Verdict.SAME, "a", "c"), judged(Verdict.DIFFERENT, "c", "d")])
    assert list(said.same_among({"a", "b", "d"})) == [("a", "b")]
    assert said.names("d") and not said.names("e")
