"""Bodies named in quotation marks, told apart from speech."""

import pytest

from hearsay.reading.name_words import load_lexicon
from hearsay.reading.quoted_bodies import find_quoted_bodies


def names(text: str, language: str = "ru") -> list[str]:
    """List the names found in a text."""
    return [text[found.start : found.end] for found in find_quoted_bodies(text, load_lexicon(language))]


def test_short_capital_words_inside_a_sentence_are_a_name() -> None:
    assert names("Об этом пишет «Вечерний Ладвинск» в субботу.") == ["Вечерний Ладвинск"]


@pytest.mark.parametrize(
    "text",
    [
        "«Мост», — сказал мэр.",
        "Мэр сказал: «Мост закрыт».",
        "Мэр назвал это «большой ошибкой» вчера.",
        "Он снялся в фильме «Тихий мост» осенью.",
        "Мэр выкрикнул «Мост, закройте» вчера.",
    ],
)
def test_speech_and_works_are_none(text: str) -> None:
    assert names(text) == []


def test_other_languages_do_not_name_bodies_so() -> None:
    assert names("He praised “The Bridge” on Monday.", "en") == []
