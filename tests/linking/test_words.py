"""The words that say what a text is about, in four languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.linking.words import content_words, plain_words


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "The ferry and the bridge were painted in 2026.", ["ferry", "bridge", "painted"]),
        ("ru", "Паром и мост в городе", ["паром", "мост", "городе"]),
        ("es", "El puente de la ciudad", ["puente", "ciudad"]),
        ("bn", "সেতু ও ফেরি", ["সেতু", "ফেরি"]),
    ],
)
def test_closed_classes_and_numbers_are_left_out(language: str, text: str, words: list[str]) -> None:
    assert list(content_words(text, language)) == words


def test_a_language_without_a_pack_has_no_plain_words() -> None:
    assert plain_words("xx") == frozenset() and list(content_words("the ferry", "xx")) == ["the", "ferry"]


@given(st.text(max_size=60), st.sampled_from(["en", "bn", "ru", "es", "zh", "xx"]))
def test_nothing_raises_on_any_text(text: str, language: str) -> None:
    assert not set(content_words(text, language)) & plain_words(language)
