"""Reprints and updates: what is a copy of what, and what is none."""

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hearsay.linking.features import Features
from hearsay.linking.reprints import REPRINT_DAYS, find_reprints
from hearsay.records import Relation
from tests.linking.linking_factories import make_features

TEXT = " ".join(f"word{number}" for number in range(120))
OTHER = " ".join(f"other{number}" for number in range(120))


def test_a_later_report_of_the_same_words_is_a_reprint_with_its_reasons() -> None:
    (copy,) = find_reprints([make_features("r1", TEXT), make_features("r2", TEXT, at="2026-03-03", day="2026-03-03")])
    assert (copy.report, copy.of, copy.relation, copy.score) == ("r2", "r1", Relation.REPRINT, 1.0)
    assert "100% of the words stand in both" in copy.reasons and "it came later" in copy.reasons


def test_the_same_outlet_updates_its_own_report() -> None:
    (copy,) = find_reprints([make_features("r1", TEXT, outlet="wire"), make_features("r2", TEXT, outlet="wire")])
    assert copy.relation is Relation.UPDATE


def test_who_credits_the_other_is_the_copy_whatever_the_clock_says() -> None:
    early = make_features("r1", TEXT, credits=("wire",))
    (copy,) = find_reprints([early, make_features("r2", TEXT, outlet="wire", at="2026-03-03", day="2026-03-03")])
    assert (copy.report, copy.of) == ("r1", "r2") and "credits" in copy.reasons[-1]


def test_half_a_report_is_a_reprint_and_one_shared_passage_is_a_quotation() -> None:
    words = TEXT.split()
    half = " ".join([*words[:60], *OTHER.split()[:60]])
    passage = " ".join([*words[:40], *OTHER.split()[:80]])
    assert [one.of for one in find_reprints([make_features("r1", TEXT), make_features("r2", half)])] == ["r1"]
    assert list(find_reprints([make_features("r1", TEXT), make_features("r2", passage)])) == []


def test_short_reports_are_copies_only_if_nearly_all_words_agree() -> None:
    short = " ".join(TEXT.split()[:30])
    changed = " ".join([*TEXT.split()[:24], "a", "b", "c", "d", "e", "f"])
    assert list(find_reprints([make_features("r1", short), make_features("r2", changed)])) == []
    assert len(list(find_reprints([make_features("r1", short), make_features("r2", short)]))) == 1


def test_strangers_and_old_reports_are_no_originals() -> None:
    assert list(find_reprints([make_features("r1", TEXT), make_features("r2", OTHER)])) == []
    late = f"2026-03-{2 + REPRINT_DAYS + 1:02d}"
    assert list(find_reprints([make_features("r1", TEXT), make_features("r2", TEXT, at=late, day=late)])) == []


@st.composite
def reports(draw: st.DrawFn) -> list[Features]:
    """Make reports that share halves of their texts."""
    halves = [TEXT[:500], TEXT[500:], OTHER[:500], OTHER[500:], ""]
    days = st.sampled_from(["2026-03-02", "2026-03-03", "2026-03-20", None])
    made = []
    for number in range(draw(st.integers(1, 6))):
        text = " ".join(draw(st.lists(st.sampled_from(halves), min_size=1, max_size=2)))
        day = draw(days)
        one = make_features(f"r{number}", text, day=day, at=day or "", outlet=draw(st.sampled_from("abc")))
        made.append(replace(one, credits=tuple(draw(st.lists(st.sampled_from("abc"), max_size=1)))))
    return made


@settings(max_examples=60)
@given(reports(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_never_matters_and_nothing_copies_itself(found: list[Features], chance: object) -> None:
    def in_time(ones: list[Features]) -> list[Features]:
        return sorted(ones, key=lambda one: (one.at, one.report))

    shuffled = list(found)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    copies = list(find_reprints(in_time(found)))
    assert list(find_reprints(in_time(shuffled))) == copies
    assert all(copy.report != copy.of and 0 < copy.score <= 1 for copy in copies)
    assert len({(copy.report, copy.of, copy.relation) for copy in copies}) == len(copies)
