"""Words: vowel signs, apostrophes and hyphens stay inside them."""

import re
import unicodedata

import pytest
from hypothesis import given

from hearsay.text.words import letter_class, word_pattern
from tests.text.text_strategies import hard_texts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("রাশিয়ার প্রতিরক্ষামন্ত্রী বলেন।", ["রাশিয়ার", "প্রতিরক্ষামন্ত্রী", "বলেন"]),
        ("Jean-Luc’s bridge, 4.5 km", ["Jean-Luc’s", "bridge", "4", "5", "km"]),
        ("“Don't,” she said -- twice", ["Don't", "she", "said", "twice"]),
        ("한국 العربية", ["한국", "العربية"]),
        ("", []),
    ],
)
def test_words_are_whole(text: str, words: list[str]) -> None:
    assert word_pattern().findall(text) == words


@given(hard_texts)
def test_every_letter_mark_and_digit_is_in_a_word(text: str) -> None:
    inside = {k for match in word_pattern().finditer(text) for k in range(*match.span())}
    assert {k for k, character in enumerate(text) if unicodedata.category(character)[0] in "LMN"} <= inside


def test_the_class_holds_no_punctuation() -> None:
    assert not re.search(f"[{letter_class()}]", "।,.!?“”—()[] \n")
