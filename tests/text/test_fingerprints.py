"""Fingerprints: what two texts that share a passage share."""

from hypothesis import given
from hypothesis import strategies as st

from hearsay.text.fingerprints import SIZE, WINDOW, hash_shingles, winnow
from tests.text.text_strategies import hard_texts

WORDS = st.lists(st.sampled_from([f"w{number}" for number in range(40)]), min_size=1, max_size=40)


def test_marks_and_capitals_do_not_matter_and_order_does() -> None:
    assert hash_shingles("The bridge, closed: in May.") == hash_shingles("the bridge closed in may")
    assert hash_shingles("a b c d e") != hash_shingles("b a c d e")


def test_a_script_without_spaces_is_cut_into_letters() -> None:
    assert len(hash_shingles("大桥五月将关闭")) == 7 - SIZE + 1


def test_no_words_no_hashes() -> None:
    assert not hash_shingles(" … ") and winnow([]) == ()


@given(WORDS, WORDS, WORDS)
def test_texts_that_share_a_passage_long_enough_share_a_print(
    before: list[str], after: list[str], words: list[str]
) -> None:
    passage = (words * (SIZE + WINDOW))[: SIZE + WINDOW - 1]
    one = winnow(hash_shingles(" ".join([*before, *passage])))
    other = winnow(hash_shingles(" ".join([*passage, *after])))
    assert set(one) & set(other)


@given(hard_texts)
def test_prints_are_hashes_each_once(text: str) -> None:
    hashes = hash_shingles(text)
    prints = winnow(hashes)
    assert set(prints) <= set(hashes) and len(prints) == len(set(prints))
