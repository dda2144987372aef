"""Search words: folded words, and pairs of characters where no spaces are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.ledger.search import search_expression, search_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The minister’s visit", "The minister’s visit"),
        ("রাশিয়ার প্রতিরক্ষামন্ত্রী", "রাশিয়ার প্রতিরক্ষামন্ত্রী"),
        ("र\u200dूस", "रूस"),
        ("东京都", " 东京 京都 都 "),
        ("G20東京", "G20 東京 京 "),
        ("러시아를", " 러시 시아 아를 를 "),
    ],
)
def test_words_of_a_text(text: str, words: str) -> None:
    assert search_words(text) == words


@pytest.mark.parametrize(
    ("asked", "expression"),
    [
        ('arms "fake news"', '"arms" AND "fake news"'),
        ("mosc*", '"mosc"*'),
        ("京", '"京"*'),
        ("东京都", '"东京 京都"'),
        ('" OR NEAR(', '"OR" AND "NEAR"'),
        ("— !", ""),
    ],
)
def test_expression_of_a_question(asked: str, expression: str) -> None:
    assert search_expression(asked) == expression


@given(st.text())
def test_any_text_can_be_written_and_asked_for(text: str) -> None:
    assert isinstance(search_words(text), str) and isinstance(search_expression(text), str)
