"""Shared passages stand in both texts, word for word."""

from hypothesis import given
from hypothesis import strategies as st

from hearsay.linking.passages import FEWEST_WORDS, find_passages

SENTENCE = "সেতুটি আগামী মে মাসে মেরামতের জন্য তিন সপ্তাহ বন্ধ থাকবে বলে পুলিশ জানিয়েছে।"


def test_a_sentence_that_two_reports_share_is_found_in_both() -> None:
    one, other = f"ঢাকা: {SENTENCE} বৃষ্টি হচ্ছে।", f"পুলিশের খবর। {SENTENCE}"
    ((ours, theirs),) = find_passages(one, other)
    assert one[slice(*ours)] == other[slice(*theirs)] == SENTENCE.rstrip("।")


def test_a_few_shared_words_are_no_passage() -> None:
    assert find_passages("The bridge is closed today.", "The bridge is closed for a week.") == ()


@given(
    st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), max_size=60),
    st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=60),
)
def test_what_is_found_stands_in_both(one: list[str], other: list[str]) -> None:
    first, second = " ".join(one), " ".join(other)
    for ours, theirs in find_passages(first, second):
        assert first[slice(*ours)] == second[slice(*theirs)]
        assert len(first[slice(*ours)].split()) >= FEWEST_WORDS
