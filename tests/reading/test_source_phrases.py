"""The noun phrases of sources: where the head is, and what it is."""

import pytest

from hearsay.reading.source_phrases import Noun, noun_of_head, parse_phrase, plain_name
from hearsay.text.folding import Folded


@pytest.mark.parametrize(
    ("text", "language", "noun"),
    [
        ("a spokesman for the ministry", "en", Noun.PEOPLE),
        ("a memo drafted by the union", "en", Noun.DOCUMENT),
        ("the nurses we met", "en", Noun.PEOPLE),
        ("a throng of farmers", "en", Noun.PEOPLE),
        ("state media", "en", Noun.MEDIA),
        ("the price of bread", "en", Noun.MUTE),
        ("সরকারের এক কর্মকর্তা", "bn", Noun.PEOPLE),
        ("দপ্তরের প্রতিবেদনে", "bn", Noun.DOCUMENT),
        ("চালের দাম", "bn", Noun.MUTE),
    ],
)
def test_the_head_tells_what_a_source_is(text: str, language: str, noun: Noun) -> None:
    view = Folded(text).text
    assert noun_of_head(parse_phrase(view, (0, len(view)), (), language)) is noun


def test_a_phrase_is_called_without_article_marks_and_case() -> None:
    assert plain_name(parse_phrase(" the two officials,", (0, 19), (), "en")) == "two officials"
    view = Folded("মার্কিন কর্মকর্তাদের").text
    assert plain_name(parse_phrase(view, (0, len(view)), (), "bn")) == Folded("মার্কিন কর্মকর্তা").text
