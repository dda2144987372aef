"""The bench of linking on worlds: its tallies are right, and it can tell a claim that linking lost."""

import pytest

from bench.linking_worlds import Tally, count_given, link_own, own_worlds, tell_losses
from hearsay.records import Origins


def test_a_tally_tells_exact_counts_from_ranges_and_a_lost_claim_from_both() -> None:
    tally = Tally()
    assert tally.add(Origins(1, 2, 3, 1, (), ()), 2, 1)
    assert not tally.add(Origins(1, 2, 3, 1, (), ()), 3, 2)
    assert not tally.add(None, 1, None)
    scores = tally.scores("own")
    assert scores["own exact"] == pytest.approx(1 / 3)
    assert scores["own in range"] == pytest.approx(2 / 3)
    assert scores["own narrow"] == pytest.approx(1 / (1 + 4 / 3))
    assert scores["own gates"] == 0.5


def test_given_attributions_are_counted_well_and_the_same_again() -> None:
    tally = count_given(own_worlds("tune", 20))
    assert tally.worlds == 20 and tally.exact >= 10
    assert tally.scores("") == count_given(own_worlds("tune", 20)).scores("")


def test_what_linking_lost_is_told_by_kind_and_language() -> None:
    class NoScorer:
        """Score nothing: this test looks at claims only."""

        def clusters(self, _gold: object, _found: object) -> dict[str, float]:
            return {"std_f1": 1.0, "bcubed_f1": 1.0}

    found, further = link_own("tune", 2, NoScorer())
    assert found.tally.worlds == 2 and sum(found.places.values()) > 5
    assert len(list(tell_losses(found))) == 2
    assert all(0 <= score <= 1 for score in (found.scores("tune") | further).values())
