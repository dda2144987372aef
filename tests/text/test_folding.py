"""Folding: what is the same is the same once folded, and every offset leads back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.text.folding import IGNORED, Folded, fold_word
from tests.text.text_strategies import hard_texts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("\u09df", "\u09af\u09bc"),  # য় in one code point and in two
        ("র\u200d্যাব", "র্যাব"),
        ("\u1112\u1161\u11ab", "한"),
        ("e\u0301", "é"),
        ("Harbour", "HARBOUR"),
        ("mayor’s", "mayor's"),
        ("two\u00a0words", "two words"),
    ],
)
def test_spellings_of_one_word_are_one(one: str, other: str) -> None:
    assert fold_word(one) == fold_word(other)


def test_a_span_of_the_view_leads_back_to_the_words_as_they_were_written() -> None:
    text = "\ufeffপ্রতিরক্ষামন্ত্র\u200dী বলেন, \u1112\u1161\u11ab e\u0301"
    folded = Folded(text)
    for word in ("বলেন", "한", "é"):
        start = folded.text.index(word)
        left, right = folded.span((start, start + len(word)))
        assert Folded(text[left:right]).text == word


def test_bengali_that_grows_when_it_is_folded_leads_back() -> None:
    text = "স\u09dfে \u09df"
    folded = Folded(text)
    assert len(folded.text) > len(text)
    assert folded.span((0, len(folded.text))) == (0, len(text))


@given(hard_texts)
def test_the_view_is_composed_and_holds_nothing_invisible(text: str) -> None:
    view = Folded(text).text
    assert unicodedata.is_normalized("NFC", view)
    assert not set(IGNORED) & set(view)


@given(hard_texts)
def test_folding_twice_is_folding_once(text: str) -> None:
    view = Folded(text).text
    assert Folded(view).text == view


@given(hard_texts, st.data())
def test_offsets_lead_back_to_what_folds_into_them(text: str, data: st.DataObject) -> None:
    folded = Folded(text)
    size = len(folded.text)
    start = data.draw(st.integers(0, size))
    end = data.draw(st.integers(start, size))
    left, right = folded.span((start, end))
    assert 0 <= left <= right <= len(text)
    if start < end:
        assert folded.text[start:end] in Folded(text[left:right]).text


@given(hard_texts)
def test_offsets_lead_back_in_order(text: str) -> None:
    folded = Folded(text)
    starts = [folded.span((k, k + 1)) for k in range(len(folded.text))]
    assert starts == sorted(starts)


@given(hard_texts, st.data())
def test_a_span_of_the_original_leads_to_the_view(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    folded = Folded(text)
    left, right = folded.fold_span((start, end))
    assert 0 <= left <= len(folded.text)
    assert 0 <= right <= len(folded.text)
    whole = folded.fold_span((0, len(text)))
    assert folded.text[slice(*whole)] == folded.text
